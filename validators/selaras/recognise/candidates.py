"""Find the rows that make up heads: rows whose cells speak the words of heads, blank rows apart.

Most rows of a sheet are data. They are told by their first few cells, and looked at no further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from selaras.model.book import Sheet, Value
from selaras.recognise.captions import is_caption_row
from selaras.recognise.head_cell import (
    ORDINAL_CELL,
    is_like_head,
    known_heads,
    show_head_text,
)
from selaras.recognise.words import (
    read_words,
    split_words,
)
from selaras.values.sumber_dana import read_head_source, sumber_dana

#: A head has at most this many rows.
TALLEST_HEAD = 16
#: So many cells of a head that are merged into a row below make it a row of the head.
REACHING = 2
#: Blank rows that may lie inside a head.
MOST_BLANK_ROWS = 6
#: What may stand below the printed column numbers (E.81 splits its columns there).
_SPLIT_WORDS = split_words(
    "k rp kinerja anggaran target realisasi fisik keuangan satuan volume persen"
)
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,2})\s*([a-z]?)\s*[.)]?\s*(?:[=(].*)?", re.DOTALL)
_DATA = re.compile(
    r"[1-9Xx]{1,2}(?:\.[0-9Xx]{1,4}){2,6}\.?|(?:rp|idr)?[\s.:]*\d{1,3}(?:[.,]\d{3}){2,}\D{0,4}\d{0,2}",
    re.IGNORECASE,
)
#: From here on a number in a cell is no year and no column number.
_LARGE_NUMBER = 2200

PlacedCell = tuple[int, Value]
CellRow = tuple[int, list[PlacedCell]]


class HeadRows(NamedTuple):
    """The rows of one head, and which of them is the printed row of column numbers."""

    rows: list[int]
    number_row: int | None
    #: The first and the last of its columns, where another table stands beside it.
    columns: tuple[int, int] | None = None


#: So many numbers in ascending order are no chance.
MANY_COLUMNS = 6
#: A column number that was typed wrong is no longer than this.
LONGEST_SLIP = 3
#: A table whose columns were moved may have left out so many.
LEFT_OUT = 3

#: A column number and its letter: (5, "a"); None for what is no such number.
_ColumnNumber = tuple[int, str] | None


def is_number_row(cells: list[PlacedCell]) -> bool:
    """Tell whether a row only counts the columns: 1, 2, 3 ... or (1), (2), 5a, 5b, 8=7/6.

    In a row of many, one may be a slip: left out, said twice, or typed wrong; and columns that were
    moved may have kept their numbers.
    """
    if len(cells) < 3:
        return False
    numbers: list[_ColumnNumber] = []
    for _, value in cells:
        number = _read_column_number(value)
        if number is None and not (isinstance(value, str) and len(value.strip()) <= LONGEST_SLIP):
            return False
        numbers.append(number)
    # A table may leave columns out; T-C.23 has three (NSPK, IKK, others) that many do not need.
    gap = 4 if len(cells) >= MANY_COLUMNS else 3
    if _is_counting((0, ""), numbers, gap):
        return True
    if len(cells) < MANY_COLUMNS:
        return False
    return (numbers[0] == (1, "") and _has_one_slip(numbers, gap)) or _is_reordered(numbers)


def _read_column_number(value: Value) -> _ColumnNumber:
    if isinstance(value, str):
        match = _COLUMN_NUMBER.fullmatch(value.strip()) if len(value) <= 60 else None
        return (int(match[1]), match[2]) if match else None
    if isinstance(value, float | int) and not isinstance(value, bool) and 0 < value < 100:
        return int(value), ""
    return None


def _is_counting(before: tuple[int, str], numbers: Iterable[_ColumnNumber], gap: int) -> bool:
    """Tell whether numbers go up from the one before, by no more than a gap."""
    for number in numbers:
        if number is None or not _is_next(before, number, gap):
            return False
        before = number
    return True


def _is_next(before: tuple[int, str], number: tuple[int, str], gap: int) -> bool:
    last, letter = before
    following = number[0] == last and letter < number[1]
    return last < number[0] <= last + gap or (following and number[1] != "")


def _has_one_slip(numbers: list[_ColumnNumber], gap: int) -> bool:
    """Tell whether numbers that begin with 1 count up but for one, or but for one step back.

    A row that counts again from 1 counts within groups.
    """
    before: tuple[int, str] = (1, "")
    for place, number in enumerate(numbers[1:], 1):
        if number is None or not _is_next(before, number, gap):
            after = numbers[place + 1 :]
            if number is not None and number[0] > 1 and _is_counting(number, after, gap):
                return True
            return number != (1, "") and _is_counting(before, after, gap + 1)
        before = number
    return True


def _is_reordered(numbers: Sequence[_ColumnNumber]) -> bool:
    """Tell whether numbers count the columns, each once, but for the order."""
    counted = {number for number in numbers if number is not None}
    return len(counted) == len(numbers) and max(counted)[0] <= len(numbers) + LEFT_OUT


def _is_ordinal_row(cells: list[PlacedCell], left: int) -> bool:
    """Tell whether a row counts within groups: 1 2 3 4 5 1 2 3 4 5, or I II III IV.

    A row that counts the columns of the table begins at its first column, or the one after it.
    """
    numbers: list[int] = []
    for _, value in cells:
        text = show_head_text(value).strip()
        if not ORDINAL_CELL.fullmatch(text):
            return False
        numbers.append(read_words(text).ordinal or 0)
    if len(numbers) < 3 or numbers[0] != 1:
        return False
    again = numbers.count(1) > 1 or not show_head_text(cells[0][1]).strip(" ().").isdigit()
    if cells[0][0] <= (left if again else left + 1):
        return False
    return all(b in (a + 1, 1) for a, b in pairwise(numbers))


def find_head_rows(sheet: Sheet) -> list[HeadRows]:
    """Return the rows of each head of a sheet, from top to bottom."""
    rows = [(row, list(sheet.grid.row(row))) for row in _find_candidates(sheet)]
    found: list[HeadRows] = []
    printed: set[tuple[tuple[PlacedCell, ...], ...]] = set()
    index = 0
    while index < len(rows):
        if not _is_head_start(sheet, rows, index):
            index += 1
            continue
        end, numbered = find_head_end(sheet, rows, index)
        start = index
        # A row of data above a head that is printed again is none of it.
        while (
            start > 0
            and tuple(tuple(cells) for _, cells in rows[start:end]) not in printed
            and _is_group_row(sheet, rows[start - 1], rows[start], rows[index][1])
        ):
            start -= 1
        printed.add(tuple(tuple(cells) for _, cells in rows[start:end]))
        found.append(HeadRows([row for row, _ in rows[start:end]], numbered))
        index = end
    return found


def find_head_end(sheet: Sheet, rows: list[CellRow], index: int) -> tuple[int, int | None]:
    """Return the place behind the head that begins at a place, and its row of column numbers."""
    left = rows[index][1][0][0]
    numbered: int | None = None
    end = index + 1
    last = min(len(rows), index + TALLEST_HEAD)
    while end < last and _is_adjoining(sheet, rows[end - 1][0], rows[end][0]):
        row, cells = rows[end]
        if is_caption_row(cells):
            pass
        elif numbered is not None:
            if not all(
                set(read_words(show_head_text(value)).words) <= _SPLIT_WORDS for _, value in cells
            ):
                break
        elif _is_ordinal_row(cells, left):
            pass
        elif is_number_row(cells):
            numbered = row
        elif not (
            _count_heads(cells) >= 3
            or _is_lower_row(cells, left)
            or _is_sumber_row(cells)
            or _within_merges(sheet, rows[index:end], row)
        ):
            break
        end += 1
    return end, numbered


def _within_merges(sheet: Sheet, head: Sequence[CellRow], row: int) -> bool:
    """Tell whether cells of a head that are merged downwards reach into a row: it is part of it."""
    reaching = (
        area.bottom >= row
        for above, cells in head
        for column, _ in cells
        if (area := sheet.merge_at(above, column)) is not None
    )
    return sum(reaching) >= REACHING


def _is_adjoining(sheet: Sheet, above: int, below: int) -> bool:
    return below - above <= MOST_BLANK_ROWS and not _has_other_rows(sheet, above, below)


def _is_head_start(sheet: Sheet, rows: list[CellRow], index: int) -> bool:
    """Tell whether a head begins here: three heads in a row, or two with their years below."""
    row, cells = rows[index]
    heads = _count_heads(cells)
    if heads >= 3:
        return True
    if heads < 2 or index + 1 == len(rows):
        return False
    below, under = rows[index + 1]
    if not _is_adjoining(sheet, row, below) or len(under) < 2:
        return False
    return (
        _is_lower_row(under, cells[0][0])
        or is_number_row(under)
        or _is_ordinal_row(under, cells[0][0])
    )


#: So many heads in one row are a head, whatever stands beside them.
ENOUGH_HEADS = 5


def _find_candidates(sheet: Sheet) -> Iterator[int]:
    """Yield the rows that could belong to a head: two heads, years only, or column numbers."""
    grid = sheet.grid
    known = known_heads
    covered: set[int] = set()
    tall = _merges_down(sheet)
    for row in grid.rows():
        cells = grid.row(row)
        # Nearly every row of data holds an amount, which costs less to see than its texts.
        if any(
            type(value) is float and (value >= _LARGE_NUMBER or value < 0) for _, value in cells
        ):
            continue
        heads = numbers = others = slips = 0
        for _, value in cells:
            if type(value) is str:
                head = known.get(value)
                if head is None:
                    head = is_like_head(value)
                if head:
                    heads += 1
                elif len(value) <= 60 and _COLUMN_NUMBER.fullmatch(value.strip()):
                    numbers += 1
                else:
                    others += 1
                    slips += len(value) <= LONGEST_SLIP
                    if others > 3 + 2 * heads:
                        break
            elif isinstance(value, float | int) and not isinstance(value, bool):
                numbers += 1
        counted = numbers >= 3 and others == 0
        counted = counted or (numbers >= MANY_COLUMNS - 1 and others == slips == 1)
        if (
            row in covered
            or heads > others
            or heads >= ENOUGH_HEADS
            or counted
            or (not numbers and _is_sumber_row(cells))
            or (others and is_caption_row(cells))
        ) and not _holds_data(cells):
            covered.update(range(row + 1, tall.get(row, row) + 1))
            yield row


def _holds_data(cells: Sequence[PlacedCell]) -> bool:
    """Tell whether a cell holds an amount, or the code of a program or of what lies below it.

    No head does, however many of its words, "Rp" and "APBD" among them, a row of data has.
    """
    return any(type(value) is str and _DATA.fullmatch(value.strip()) for _, value in cells)


def _merges_down(sheet: Sheet) -> dict[int, int]:
    """Return how far down the merged cells that begin in a row reach, at most as far as a head."""
    reach: dict[int, int] = {}
    for area in sheet.merges:
        if area.top < area.bottom < area.top + TALLEST_HEAD:
            reach[area.top] = max(area.bottom, reach.get(area.top, 0))
    return reach


def _has_other_rows(sheet: Sheet, above: int, below: int) -> bool:
    """Tell whether filled rows lie between two candidate rows."""
    return any(any(True for _ in sheet.grid.row(row)) for row in range(above + 1, below))


def _count_heads(cells: list[PlacedCell]) -> int:
    """Return how many heads a row shows; 0 when other cells outweigh them."""
    heads = sum(1 for _, value in cells if is_like_head(show_head_text(value)))
    # A table may carry columns of its own beside the official ones: then many heads are enough.
    return heads if heads >= (0.35 if heads >= ENOUGH_HEADS else 0.6) * len(cells) else 0


def _is_lower_row(cells: list[PlacedCell], left: int) -> bool:
    """Tell whether a row can be the lower part of a head: only years and head words.

    Beside them it may count within groups, but not in the first column: rows of data do that.
    """
    if len(cells) < 2:
        return _has_only_years(show_head_text(cells[0][1]))
    heads = 0
    for column, value in cells:
        text = show_head_text(value)
        if is_like_head(text):
            heads += 1
        elif column <= left or not ORDINAL_CELL.fullmatch(text.strip()):
            return False
    return heads > 1


def _is_sumber_row(cells: list[PlacedCell]) -> bool:
    """Tell whether a row only names fund sources, as the heads of their amounts do."""
    return len(cells) >= 2 and all(
        isinstance(value, str) and (is_sumber_head(value) or is_like_head(value))
        for _, value in cells
    )


@lru_cache(maxsize=4096)
def is_sumber_head(text: str) -> bool:
    """Tell whether a head names a fund source and nothing else."""
    return len(text) <= 40 and bool(read_head_source(text, sumber_dana({})))


def _has_only_years(text: str) -> bool:
    words = read_words(text)
    return bool(words.years or words.relative_years) and not (words.telling - {"tahun"})


def _is_group_row(sheet: Sheet, above: CellRow, first: CellRow, cells: list[PlacedCell]) -> bool:
    """Tell whether the row above only groups columns of this head (and is no title line)."""
    row, groups = above
    if not _is_adjoining(sheet, row, first[0]) or is_number_row(groups) or is_caption_row(groups):
        return False
    left, right = cells[0][0], cells[-1][0]
    for column, value in groups:
        if not is_like_head(show_head_text(value)) or not left < column <= right:
            return False
        area = sheet.merge_at(row, column)
        if area is not None and area.left <= left and area.right >= right:
            return False
    return True
