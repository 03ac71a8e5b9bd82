"""Heads that begin in one row and stand over tables side by side, each with its own depth.

The second row of one head stands beside the first data row of the other. Whole rows of the sheet
show neither; between the tables lies a column that is blank from the head down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from selaras.model.book import Sheet
from selaras.recognise.candidates import (
    TALLEST_HEAD,
    CellRow,
    HeadRows,
    PlacedCell,
    find_head_end,
    is_number_row,
)
from selaras.recognise.head_cell import is_like_head, show_head_text

#: Rows from the head down in which a column between two tables is blank.
BLANK_SAMPLE = 60
#: A head over fewer columns makes no table whose neighbour could be cut off.
FEWEST_HEADS = 3


def split_side_by_side(sheet: Sheet, found: Sequence[HeadRows]) -> list[HeadRows]:
    """Return the heads with those of tables side by side apart, each with its columns."""
    return [part for one in found for part in _split(sheet, one) or (one,)]


def _split(sheet: Sheet, head: HeadRows) -> list[HeadRows]:
    """Return the parts of a head whose next row goes on for some of its columns only."""
    first, following = head.rows[0], head.rows[-1] + 1
    below = list(sheet.grid.row(following))
    if not below or len(list(sheet.grid.row(first))) <= FEWEST_HEADS:
        return []
    islands = list(_islands(sheet, first))
    if len(islands) < 2:
        return []
    parts = [(group[0][0], group[-1][1]) for group in _groups(islands, below)]
    if len(parts) < 2:
        return []
    heads = [one for part in parts if (one := _head(sheet, first, part)) is not None]
    if all(len(one.rows) <= len(head.rows) for one in heads):
        return []
    return sorted(heads, key=lambda one: one.rows[-1])


def _islands(sheet: Sheet, top: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last columns of what blank columns set apart, from a row down."""
    filled = {column for row in range(top, top + BLANK_SAMPLE) for column, _ in sheet.grid.row(row)}
    for area in sheet.merges:
        if top <= area.top < top + BLANK_SAMPLE:
            filled.update(range(area.left, area.right + 1))
    columns = sorted(filled)
    for _, run in groupby(enumerate(columns), lambda item: item[1] - item[0]):
        numbers = [column for _, column in run]
        yield numbers[0], numbers[-1]


def _groups(
    islands: Sequence[tuple[int, int]], below: Sequence[PlacedCell]
) -> list[list[tuple[int, int]]]:
    """Put neighbours together whose next row is like: words of a head or its numbers, or data.

    A blank one goes with the neighbour on its left: a spacer beside a merged head.
    """
    groups: list[list[tuple[int, int]]] = []
    last: bool | None = None
    for left, right in islands:
        cells = [(column, value) for column, value in below if left <= column <= right]
        heads = sum(is_like_head(show_head_text(value)) for _, value in cells)
        kind = last if not cells else 2 * heads > len(cells) or is_number_row(cells)
        if groups and (kind == last or last is None):
            groups[-1].append((left, right))
        else:
            groups.append([(left, right)])
        last = kind
    return groups


def _within(sheet: Sheet, row: int, part: tuple[int, int]) -> list[PlacedCell]:
    return [
        (column, value) for column, value in sheet.grid.row(row) if part[0] <= column <= part[1]
    ]


def _head(sheet: Sheet, first: int, part: tuple[int, int]) -> HeadRows | None:
    """Return the head of one part, which begins in a row; None where it is too narrow for any."""
    rows = ((row, _within(sheet, row, part)) for row in range(first, first + TALLEST_HEAD))
    filled: list[CellRow] = [(row, cells) for row, cells in rows if cells]
    if len(filled[0][1]) < FEWEST_HEADS:
        return None
    end, numbered = find_head_end(sheet, filled, 0)
    return HeadRows([row for row, _ in filled[:end]], numbered, part)
