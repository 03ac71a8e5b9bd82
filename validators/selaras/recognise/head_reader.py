"""Read a head as one table, or as two that stand side by side; a head printed again is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from selaras.recognise.evidence import Evidence
from selaras.recognise.heads import ColumnHead, HeadBlock
from selaras.recognise.matching import HeadMatch, match_heads
from selaras.recognise.titles import find_titled_tables, score_titles
from selaras.tables import TableSpec
from selaras.values.a1 import Area

HeadMatches = tuple[list[tuple[HeadBlock, HeadMatch]], HeadMatch | None]


class HeadReader:
    """Reads the heads of one sheet. Pages repeat their head, which need not be matched again."""

    def __init__(
        self, sheet_name: str, only: TableSpec | None, look: Callable[[HeadBlock], Evidence]
    ) -> None:
        self.sheet_name = sheet_name
        self.only = only
        #: Tells what the data below a head say; asked once for heads that are the same.
        self._look = look
        self._known: dict[object, HeadMatches] = {}
        self._by_head: dict[object, HeadMatches] = {}

    def read(self, block: HeadBlock, titles: Sequence[str]) -> HeadMatches:
        """Return the readings of a head, or none and the closest one that is not good enough."""
        key = (
            tuple(head._replace(position=(0, head.position[1])) for head in block.columns),
            score_titles(titles, self.sheet_name),
        )
        known = self._known.get(key)
        if known is None and not find_titled_tables(titles):
            # The same head without a title of its own is the same kind of table.
            known = self._by_head.get(key[0])
        if known is None:
            known = self._known[key] = self._read(block, titles)
            self._by_head.setdefault(key[0], known)
            return known
        readings, closest = known
        return [_move_reading(block, part, reading) for part, reading in readings], closest

    def _read(self, block: HeadBlock, titles: Sequence[str]) -> HeadMatches:
        whole, closest = self._match(block, titles)
        first = block.columns[0].leaf
        for at in range(3, len(block.columns) - 2):
            if first and block.columns[at].leaf == first:
                left = _cut_block(block, block.columns[:at])
                right = _cut_block(block, block.columns[at:])
                a, _ = self._match(left, titles)
                b, _ = self._match(right, titles)
                if (
                    a
                    and b
                    and (whole is None or min(a.head_score, b.head_score) >= whole.head_score)
                ):
                    return [(left, a), (right, b)], closest
        if whole is None:
            return [], closest
        parts = [(block, whole)]
        used = {head.column for head in whole.columns.values()}
        for side in (
            [head for head in block.columns if head.column > max(used)],
            [head for head in block.columns if head.column < min(used)],
        ):
            if len(side) >= 3:
                part = _cut_block(block, side)
                other, _ = self._match(part, titles)
                if other is not None:
                    rest = [head for head in block.columns if head not in side]
                    parts = [(_cut_block(block, rest), whole), (part, other)]
        return parts, closest

    def _match(
        self, block: HeadBlock, titles: Sequence[str]
    ) -> tuple[HeadMatch | None, HeadMatch | None]:
        return match_heads(block.columns, titles, self.sheet_name, self._look(block), self.only)


def _move_reading(
    block: HeadBlock, part: HeadBlock, reading: HeadMatch
) -> tuple[HeadBlock, HeadMatch]:
    """Return the reading of a like head, for the rows of this one."""
    here = {head.column: head for head in block.columns}
    columns = {key: here[head.column] for key, head in reading.columns.items()}
    heads = [here[head.column] for head in part.columns]
    moved = block if len(heads) == len(block.columns) else _cut_block(block, heads)
    return moved, reading._replace(columns=columns)


def _cut_block(block: HeadBlock, heads: Sequence[ColumnHead]) -> HeadBlock:
    right = max(max(head.covered) for head in heads)
    area = Area(block.area.top, heads[0].column, block.area.bottom, right)
    return block._replace(area=area, columns=tuple(heads))
