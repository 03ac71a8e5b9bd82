"""The columns of a head: what stands over each, through merges and unmerged groups.

Blank rows inside the head, groups, years as numbers and the printed row of column numbers are all
part of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from selaras.model.book import Position, Sheet
from selaras.model.levels import LevelColumn
from selaras.recognise.candidates import HeadRows, find_head_rows
from selaras.recognise.captions import is_caption_row
from selaras.recognise.head_cell import show_head_text
from selaras.recognise.side_by_side import split_side_by_side
from selaras.recognise.words import HeadWords, read_words, split_words
from selaras.values.a1 import Area

#: A merged area wider than this is no group head (whole rows are merged by mistake).
WIDEST_MERGE = 300
#: No sheet has more columns.
LAST_COLUMN = 2**14


class ColumnHead(NamedTuple):
    """The head of one column: its own words, the words above it, its years."""

    column: int
    position: Position
    leaf: frozenset[str]
    upper: frozenset[str]
    years: tuple[int, ...]
    text: str
    #: Sheet columns that the lowest head cell covers.
    covered: tuple[int, ...]
    #: The number printed under the head, where a row of numbers is.
    printed_number: str = ""
    #: Which of several like columns it is: 2 for "Triwulan II" or "Tahun ke-2".
    ordinal: int | None = None

    @property
    def all_words(self) -> frozenset[str]:
        """All words of the head, from group to leaf."""
        return self.leaf | self.upper


class HeadBlock(NamedTuple):
    """A head as found: the rows that it takes and its columns from left to right."""

    area: Area
    columns: tuple[ColumnHead, ...]
    number_row: int | None = None
    #: Captions of the unit between its rows: (row, column, text).
    captions: tuple[tuple[int, int, str], ...] = ()
    #: Columns that say what stands above a row of a flat list: none of those above.
    levels: tuple[LevelColumn, ...] = ()
    #: The heads of these, and of those that say whose row it is.
    aside: tuple[ColumnHead, ...] = ()


def find_heads(sheet: Sheet) -> list[HeadBlock]:
    """Return the heads of a sheet from top to bottom."""
    found = split_side_by_side(sheet, find_head_rows(sheet))
    merges = _find_merges(sheet, found)
    blocks = (_build_block(sheet, one, areas) for one, areas in zip(found, merges, strict=True))
    return [block for block in blocks if block is not None]


def _find_merges(sheet: Sheet, found: Sequence[HeadRows]) -> list[list[Area]]:
    """Return the merged areas that touch each of some heads, which follow from top to bottom."""
    bottoms = [one.rows[-1] for one in found]
    touching: list[list[Area]] = [[] for _ in found]
    for area in sheet.merges:
        at = bisect_left(bottoms, area.top)
        while at < len(found) and found[at].rows[0] <= area.bottom:
            if area.right - area.left <= WIDEST_MERGE:
                touching[at].append(area)
            at += 1
    return touching


def _build_block(sheet: Sheet, found: HeadRows, merges: Sequence[Area]) -> HeadBlock | None:
    """Return the head that some rows make, its columns with all that stands above them."""
    rows, numbered = found.rows, found.number_row
    top, bottom = rows[0], rows[-1]
    left, right = found.columns or (1, LAST_COLUMN)
    captions = _find_captions(sheet, rows)
    said = {row for row, _, _ in captions}
    heads = [row for row in rows if row != numbered and row not in said]
    spans = {(area.top, area.left): area for area in merges}
    origin = _find_origins(merges, top, bottom)

    def source(row: int, column: int) -> Position | None:
        """Return the cell whose text stands at this place, through merges."""
        cell = origin.get((row, column), (row, column))
        return cell if show_head_text(sheet.value(*cell)).strip() else None

    filled = {column for row in heads for column, _ in sheet.grid.row(row)}
    filled |= {column for (row, column) in origin if row in heads and source(row, column)}
    columns = sorted(column for column in filled if left <= column <= right)
    paths = {
        column: list(dict.fromkeys(cell for row in heads if (cell := source(row, column))))
        for column in columns
    }
    own = {column: [cell for cell in path if cell[1] == column] for column, path in paths.items()}
    full = {
        column: _inherit_groups(sheet, heads, columns, column, paths, spans) for column in columns
    }
    result: list[ColumnHead] = []
    for column in columns:
        # A column that only lies under a wide merge belongs to the merge's first column.
        if not own[column] and _is_only_covered(column, paths, own, spans, heads):
            continue
        path = full[column]
        if not path:
            continue
        result.append(_build_column_head(sheet, column, path, spans, numbered))
    if len(result) < 3:
        return None
    right = max(max(head.covered) for head in result)
    return HeadBlock(Area(top, result[0].column, bottom, right), tuple(result), numbered, captions)


def _find_origins(merges: Sequence[Area], top: int, bottom: int) -> dict[Position, Position]:
    """Return for each merged cell of some rows the cell that holds the text of its merge."""
    return {
        (row, column): (area.top, area.left)
        for area in merges
        for row in range(max(area.top, top), min(area.bottom, bottom) + 1)
        for column in range(area.left, area.right + 1)
    }


def _build_column_head(
    sheet: Sheet,
    column: int,
    path: Sequence[Position],
    spans: Mapping[Position, Area],
    numbered: int | None,
) -> ColumnHead:
    """Return the head of a column, from the cells that stand over it."""
    words = [read_words(show_head_text(sheet.value(*cell))) for cell in path]
    leaf, upper = _split_leaf(words)
    last = path[-1]
    wide = spans.get(last)
    return ColumnHead(
        column,
        last,
        leaf,
        upper,
        next((word.years for word in reversed(words) if word.years), ()),
        " | ".join(" ".join(show_head_text(sheet.value(*cell)).split()) for cell in path),
        tuple(range(last[1], wide.right + 1)) if wide and last[1] == column else (column,),
        show_head_text(sheet.value(numbered, column)).strip() if numbered else "",
        next((word.ordinal for word in reversed(words) if word.ordinal), None),
    )


def _find_captions(sheet: Sheet, rows: Sequence[int]) -> tuple[tuple[int, int, str], ...]:
    """Return the captions of the unit that have a row of the head to themselves."""
    found = ((row, list(sheet.grid.row(row))) for row in rows)
    return tuple(
        (row, cells[0][0], show_head_text(cells[0][1]))
        for row, cells in found
        if is_caption_row(cells)
    )


def _is_only_covered(
    column: int,
    paths: dict[int, list[Position]],
    own: dict[int, list[Position]],
    spans: dict[Position, Area],
    heads: list[int],
) -> bool:
    """Tell whether all head text over a column belongs to a wide cell that starts further left.

    Such a column is a further part of that wide cell's first column (a code in six cells), unless
    the wide cell is a group over heads of its own.
    """
    path = paths[column]
    if not path:
        return True
    lowest = path[-1]
    area = spans.get(lowest)
    if area is None or lowest[1] == column:
        return False
    under = [
        other
        for other in range(area.left, area.right + 1)
        if any(cell[0] > area.bottom for cell in own.get(other, ()))
    ]
    return not under or area.bottom >= heads[-1] or column not in under


def _inherit_groups(
    sheet: Sheet,
    heads: list[int],
    columns: list[int],
    column: int,
    paths: dict[int, list[Position]],
    spans: dict[Position, Area],
) -> list[Position]:
    """Return the head cells over a column, with the unmerged group heads to its left."""
    path = list(paths[column])
    if not path or path[0][0] == heads[0]:
        return path
    first = path[0][0]
    inherited: list[Position] = []
    for row in heads:
        if row >= first:
            break
        for left in range(columns.index(column) - 1, -1, -1):
            cells = [cell for cell in paths[columns[left]] if cell[0] == row]
            if not cells:
                continue
            group = cells[0]
            below = [cell for cell in paths[columns[left]] if cell[0] > row]
            if below and group not in spans and sheet.value(*group) is not None:
                inherited.append(group)
            break
    return inherited + path


#: Words of a group that only say for which year it plans.
_PERIOD_WORDS = split_words("rencana prakiraan perkiraan maju berikutnya")


def _split_leaf(words: list[HeadWords]) -> tuple[frozenset[str], frozenset[str]]:
    """Split the levels of a head into its own words and the words above it."""
    meaning = [word.telling for word in words]
    # "K" beside "Rp" only says that it is not the money: the words above it are its own, where
    # they say more than of which year it is.
    while any(meaning[:-1]) and meaning[-1] in (frozenset("k"), frozenset()):
        if meaning[-1] and frozenset().union(*meaning[:-1]) <= _PERIOD_WORDS:
            break
        meaning.pop()
    for level in range(len(meaning) - 1, -1, -1):
        if meaning[level]:
            relative = frozenset(f"n{year:+d}" for word in words for year in word.relative_years)
            return meaning[level], frozenset().union(*meaning[:level]) | relative
    return frozenset(), frozenset()
