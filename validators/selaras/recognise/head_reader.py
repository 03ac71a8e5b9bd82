"""Read a head as one table, or as two that stand side by side; a head printed again is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from selaras.recognise.evidence import Evidence
from selaras.recognise.heads import Blok, Kepala
from selaras.recognise.matching import Cocok, cocokkan, nilai_judul, tabel_berjudul
from selaras.tables import TableSpec
from selaras.values.a1 import Area

Bacaan = tuple[list[tuple[Blok, Cocok]], Cocok | None]


class PembacaKepala:
    """Reads the heads of one sheet. Pages repeat their head, which need not be matched again."""

    def __init__(
        self, sheet_name: str, only: TableSpec | None, look: Callable[[Blok], Evidence]
    ) -> None:
        self.sheet_name = sheet_name
        self.only = only
        #: Tells what the data below a head say; asked once for heads that are the same.
        self._look = look
        self._dikenal: dict[object, Bacaan] = {}
        self._berkepala: dict[object, Bacaan] = {}

    def read(self, block: Blok, titles: Sequence[str]) -> Bacaan:
        """Return the readings of a head, or none and the closest one that is not good enough."""
        key = (
            tuple(head._replace(position=(0, head.position[1])) for head in block.columns),
            nilai_judul(titles, self.sheet_name),
        )
        known = self._dikenal.get(key)
        if known is None and not tabel_berjudul(titles):
            # The same head without a title of its own is the same kind of table.
            known = self._berkepala.get(key[0])
        if known is None:
            known = self._dikenal[key] = self._baca(block, titles)
            self._berkepala.setdefault(key[0], known)
            return known
        readings, closest = known
        return [_pindah(block, part, reading) for part, reading in readings], closest

    def _baca(self, block: Blok, titles: Sequence[str]) -> Bacaan:
        whole, closest = self._cocokkan(block, titles)
        first = block.columns[0].leaf
        for at in range(3, len(block.columns) - 2):
            if first and block.columns[at].leaf == first:
                left = _potong(block, block.columns[:at])
                right = _potong(block, block.columns[at:])
                a, _ = self._cocokkan(left, titles)
                b, _ = self._cocokkan(right, titles)
                if a and b and (whole is None or min(a.head_score, b.head_score) >= whole.head_score):
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
                part = _potong(block, side)
                other, _ = self._cocokkan(part, titles)
                if other is not None:
                    rest = [head for head in block.columns if head not in side]
                    parts = [(_potong(block, rest), whole), (part, other)]
        return parts, closest

    def _cocokkan(self, block: Blok, titles: Sequence[str]) -> tuple[Cocok | None, Cocok | None]:
        return cocokkan(block.columns, titles, self.sheet_name, self._look(block), self.only)


def _pindah(block: Blok, part: Blok, reading: Cocok) -> tuple[Blok, Cocok]:
    """Return the reading of a like head, for the rows of this one."""
    here = {head.column: head for head in block.columns}
    columns = {key: here[head.column] for key, head in reading.columns.items()}
    heads = [here[head.column] for head in part.columns]
    moved = block if len(heads) == len(block.columns) else _potong(block, heads)
    return moved, reading._replace(columns=columns)


def _potong(block: Blok, heads: Sequence[Kepala]) -> Blok:
    right = max(max(head.covered) for head in heads)
    area = Area(block.area.top, heads[0].column, block.area.bottom, right)
    return block._replace(area=area, columns=tuple(heads))
