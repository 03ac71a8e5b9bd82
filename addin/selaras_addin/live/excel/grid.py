"""Cells, where Excel on Windows, Excel on macOS and xlwings differ.

`Range.api` and `Sheet.api` are Excel's own objects on Windows (COM), and something else on macOS
(AppleScript). Whatever is used of them is here, in `worksheets` for sheets and in `cell_notes` for
notes, with what is done where they lack it.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from selaras.model.book import Value
from selaras.values.a1 import Area, column_number
from selaras_addin.excel_errors import ERROR_NAMES, CellError, decode_com
from selaras_addin.live.excel.halving import halve

if TYPE_CHECKING:
    import xlwings as xw

#: AppleScript instead of COM.
MACOS = sys.platform == "darwin"

_VERY_HIDDEN = 2
#: Excel's constants: xlFormulas, xlByRows, xlByColumns, xlPrevious.
_IN_FORMULAS, _BY_ROWS, _BY_COLUMNS, _BACKWARD = -4123, 1, 2, 2
#: A used range of more cells is looked at again: formats alone make Excel call a cell used.
_USUAL_SIZE = 200_000
#: Excel takes no longer address.
_LONGEST_ADDRESS = 250
#: A part of an address: a cell, a block, whole rows, whole columns.
_ADDRESS = re.compile(r"([A-Z]{1,3})?(\d+)?(?::([A-Z]{1,3})?(\d+)?)?")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
#: Day 0 of Excel's dates, the days from there to that of a workbook that counts from 1904, and the
#: last day that is a date.
_DAY_ZERO, _OFFSET_1904, _LAST_DAY = datetime.datetime(1899, 12, 30), 1462, 2_958_465


def find_range(sheet: xw.Sheet, area: Area) -> xw.Range:
    """Return the cells of an area in one step (two corners would cost three)."""
    return sheet.range(str(area))


def build_ranges(sheet: xw.Sheet, areas: Iterable[Area]) -> list[xw.Range]:
    """Return ranges of several areas each: as few as Excel's limit on addresses allows."""
    addresses: list[str] = []
    for area in areas:
        text = str(area)
        if addresses and len(addresses[-1]) + 1 + len(text) <= _LONGEST_ADDRESS:
            addresses[-1] += "," + text
        else:
            addresses.append(text)
    return [sheet.range(one) for one in addresses]


def find_used_area(sheet: xw.Sheet) -> Area:
    """Return the rectangle of all cells that may hold something."""
    used = sheet.used_range
    row_count, column_count = used.shape
    area = Area(used.row, used.column, used.row + row_count - 1, used.column + column_count - 1)
    if row_count * column_count <= _USUAL_SIZE or MACOS:
        return area
    lowest = _find_last(sheet, _BY_ROWS)
    rightmost = _find_last(sheet, _BY_COLUMNS)
    if lowest is None or rightmost is None:
        return Area(1, 1, 1, 1)
    bottom = max(lowest.Row, *_find_filter_end(sheet), 1)
    return Area(area.top, area.left, bottom, rightmost.Column)


def _find_filter_end(sheet: xw.Sheet) -> Iterator[int]:
    """Yield the last row of a filtered list, where Excel's search may pass over hidden rows."""
    with suppress(Exception):
        filtered = sheet.api.AutoFilter.Range
        yield filtered.Row + filtered.Rows.Count - 1


def _find_last(sheet: xw.Sheet, order: int) -> Any:
    """Return Excel's last cell that holds something, by rows or by columns; None in an empty sheet.

    Looking in formulas finds cells in hidden rows too.
    """
    return sheet.api.Cells.Find(
        What="*", LookIn=_IN_FORMULAS, SearchOrder=order, SearchDirection=_BACKWARD
    )


def read_block_values(cell_range: xw.Range) -> list[list[Value | CellError]]:
    """Return the values of a block as rows: typed, with errors told apart from texts."""
    if MACOS:
        # AppleScript gives errors as nothing; xlwings asks for the words, which a text may be too.
        rows = cell_range.options(ndim=2, err_to_str=True).value
        return [
            [CellError(one) if one in ERROR_NAMES else _clean_value(one) for one in row]
            for row in rows
        ]
    return [[_clean_value(one) for one in row] for row in _read_raw(cell_range)]


def _read_raw(cell_range: xw.Range) -> Sequence[Sequence[Any]]:
    """Return what Excel hands over of a block.

    It hands over nothing of a block with a cell that looks like a date and cannot be one (an
    amount in a date format), and pywin32 fails at some times of day. Such cells are asked for
    alone, and for their bare number.
    """
    try:
        return _split_rows(cell_range.raw_value)
    except Exception:
        row_count, column_count = cell_range.shape
        if row_count * column_count == 1:
            return ((_read_unformatted(cell_range),),)
    area = Area(
        cell_range.row,
        cell_range.column,
        cell_range.row + row_count - 1,
        cell_range.column + column_count - 1,
    )
    first, second = (_read_raw(find_range(cell_range.sheet, half)) for half in halve(area))
    if row_count >= column_count:
        return [*first, *second]
    return [[*left, *right] for left, right in zip(first, second, strict=True)]


def _read_unformatted(cell: xw.Range) -> Any:
    """Return the content of a cell that is formatted as a date; as a number where it is none."""
    content = cell.api.Value2
    if not isinstance(content, float) or not 1 <= content < _LAST_DAY + 1:
        return content
    day = content + (_OFFSET_1904 if cell.sheet.book.api.Date1904 else 0)
    return _DAY_ZERO + datetime.timedelta(seconds=round(day * 86_400))


def read_title(sheet: xw.Sheet) -> str | None:
    """Return the text in the first cell of a sheet, by which those of Selaras are known."""
    ((title,),) = read_block_values(sheet.range("A1"))
    return title if isinstance(title, str) else None


def read_formulas(cell_range: xw.Range) -> list[list[str]]:
    """Return formulas of a block as rows, in English; a cell without one gives its content."""
    return [[str(one) for one in row] for row in _split_rows(cell_range.formula)]


def read_block_contents(cell_range: xw.Range) -> list[list[str]]:
    """Return what must be written to put a block's content back: formulas, arrays told apart.

    In an Excel that spills formulas, `Formula` reads alike for "=SUM(A1:A3*B1:B3)" as an array and
    as one row's own cells; written back it is always the latter.
    """
    with suppress(Exception):
        return [[str(one) for one in row] for row in _split_rows(cell_range.formula2)]
    return read_formulas(cell_range)


def write_content(cell_range: xw.Range, rows: Sequence[Sequence[str | float]]) -> None:
    """Write such contents, or texts, numbers and formulas; "" leaves a cell blank."""
    # To be asked first: xlwings tries for ever to set what an older Excel does not have.
    try:
        _ = cell_range.formula2
    except Exception:
        cell_range.formula = rows
    else:
        cell_range.formula2 = rows


def has_formula(formula: str, value: object) -> bool:
    """Tell whether a cell holds a formula, by what is read as its formula and as its value.

    A text may begin with "=" too, where it was entered as one; it is then its own "formula".
    """
    return formula.startswith("=") and value != formula


def is_array(cell_range: xw.Range) -> bool | None:
    """Tell whether all cells of a block belong to array formulas; None when some do.

    Those to which a formula spills do.
    """
    array = cell_range.has_array
    if array is False and not MACOS:
        # An older Excel spills nothing, and does not know the question.
        with suppress(Exception):
            array = cell_range.api.HasSpill
    # AppleScript has a word of its own for what differs.
    return array if isinstance(array, bool) else None


def _split_rows(content: Any) -> Sequence[Sequence[Any]]:
    """Return what a block holds as rows: a single cell comes bare, and macOS gives a row flat."""
    if not isinstance(content, list | tuple):
        return ((content,),)
    return content if isinstance(content[0], list | tuple) else (content,)


def _clean_value(raw: Any) -> Value | CellError:
    """Return a value as the engine knows it."""
    if isinstance(raw, str | float | bool) or raw is None:
        return raw
    if isinstance(raw, datetime.datetime):
        # COM's own kind of date says that it is in UTC, which it is not.
        moment = datetime.datetime(*raw.timetuple()[:6], raw.microsecond)
        return moment.date() if moment.time() == datetime.time() else moment
    error = decode_com(raw) if isinstance(raw, int) else None
    # Other integers come from AppleScript, decimals from cells in a currency format.
    return float(raw) if error is None else error


def read_areas(cell_range: xw.Range) -> list[Area]:
    """Return the rectangles of a selection: with Ctrl several are chosen at once."""
    found: list[Area] = []
    for part in str(cell_range.address).replace("$", "").split(","):
        corners = _ADDRESS.fullmatch(part)
        if corners is None:
            continue
        left, top, right, bottom = corners.groups()
        right, bottom = right or left, bottom or top
        found.append(
            Area(
                int(top) if top else 1,
                column_number(left) if left else 1,
                int(bottom) if bottom else _LAST_ROW,
                column_number(right) if right else _LAST_COLUMN,
            )
        )
    return found


def has_all_rows_hidden(cell_range: xw.Range) -> bool | None:
    """Tell whether all rows of a block are hidden; None when some are."""
    # xlwings would ask for each row.
    return cell_range.rows.hidden if MACOS else cell_range.api.EntireRow.Hidden


def has_all_columns_hidden(cell_range: xw.Range) -> bool | None:
    """Tell whether all columns of a block are hidden; None when some are."""
    return cell_range.columns.hidden if MACOS else cell_range.api.EntireColumn.Hidden


def read_indent(cell_range: xw.Range) -> int | None:
    """Return the indent of all cells of a block; None when they differ."""
    level = cell_range.api.indent_level.get() if MACOS else cell_range.api.IndentLevel
    return int(level) if isinstance(level, int | float) else None


def read_state(sheet: xw.Sheet) -> int:
    """Return 0 for a sheet that is seen, 1 for a hidden one, 2 for one that no menu shows."""
    visibility = sheet.visible
    if visibility == _VERY_HIDDEN and visibility is not True:
        return 2
    return 0 if visibility else 1


def make_very_hidden(sheet: xw.Sheet) -> None:
    """Hide a sheet so that Excel's menu does not offer to show it."""
    try:
        sheet.visible = _VERY_HIDDEN  # type: ignore[assignment]
    except Exception:
        sheet.visible = False
