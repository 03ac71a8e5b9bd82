"""An Excel 97-2003 workbook (BIFF) -> Book, through xlrd.

calamine reads these faster, but drops what a planner must be told of: cells that hold an error,
hidden rows, formulas, looks. xlrd is a plain Python reader of one purpose, without dependencies;
such files are not packed, so what they hold is bounded by their size, and the child's limits do
the rest. What xlrd cannot read, calamine may.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable, Iterator, Mapping
from struct import unpack_from
from typing import Any

import xlrd
from xlrd.compdoc import CompDocError
from xlrd.formula import FMLA_TYPE_CELL, FMLA_TYPE_SHARED, decompile_formula

from selaras.intake import limits
from selaras.intake.grid import lay_out
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.model.book import PLAIN, Book, Position, Sheet, State, Style, Value
from selaras.values.a1 import Area
from selaras.values.text import Text

_SHEET_RECORD, _EOF, _FORMULA, _SHARED = 0x85, 0x0A, 0x06, 0x4BC
#: The first byte of a formula that only says where the shared one stands.
_ELSEWHERE = 0x01
_STATES: Mapping[int, State] = {0: "visible", 1: "hidden", 2: "veryHidden"}
_BLANK = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
#: From this weight on letters are bold.
_BOLD = 600
_DAY = 1.0

_NOTE = Text(
    "Berkas .xls dibaca beserta galat, baris tersembunyi, dan rumus yang dapat diuraikan. Simpan "
    "sebagai .xlsx agar semuanya diperiksa.",
    "This .xls file was read with its errors, hidden rows and those formulas that can be taken "
    "apart. Save it as .xlsx to have everything checked.",
)


def read_xls(path: str, sha256: str, content: bytes) -> Book:
    """Return an Excel 97-2003 workbook. Raises Refusal, of kind OLD_XLS where nothing reads it."""
    try:
        return _read(path, sha256, content)
    except (Refusal, MemoryError):
        raise
    except Exception as error:
        # xlrd ends in whatever it stumbles over: struct.error, IndexError, AssertionError ...
        if "encrypted" in str(error):
            raise Refusal(RefusalKind.PASSWORD) from None
        if isinstance(error, CompDocError):
            # A broken container is nothing to try again: over one, calamine asks for gigabytes.
            raise Refusal(RefusalKind.OLD_XLS, str(error)) from None
        from selaras.intake.foreign import read_values_of_xls

        return read_values_of_xls(path, sha256, content)


def _read(path: str, sha256: str, content: bytes) -> Book:
    # What xlrd has to remark goes nowhere: standard output is the report's.
    workbook = xlrd.open_workbook(
        file_contents=content,
        logfile=io.StringIO(),
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
    )
    starts = _sheet_starts(workbook)
    sheets: list[Sheet] = []
    cells = 0
    for number in range(workbook.nsheets):
        sheet = _Tab(workbook, workbook.sheet_by_index(number))
        cells += sheet.count
        if cells > limits.CELLS:
            raise Refusal(RefusalKind.TOO_LARGE, f"more than {limits.CELLS} cells")
        formulas = _formulas(workbook, starts[number]) if len(starts) == workbook.nsheets else {}
        sheets.append(sheet.finish(formulas))
        workbook.unload_sheet(number)
    if not sheets:
        raise Refusal(RefusalKind.OLD_XLS, "no worksheet")
    return Book(path, sha256, tuple(sheets), (_NOTE,))


class _Tab:
    """The cells of one sheet that hold something; formatted blanks are left out."""

    def __init__(self, workbook: Any, sheet: Any) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._rows: dict[int, dict[int, Value]] = {}
        self._errors: dict[Position, str] = {}
        self._looks: dict[Position, int] = {}
        self.count = 0
        for row in range(sheet.nrows):
            cells = self._row(row)
            if cells:
                self._rows[row + 1] = cells
                self.count += len(cells)

    def _row(self, row: int) -> dict[int, Value]:
        sheet, cells = self._sheet, {}
        for column, kind in enumerate(sheet.row_types(row)):
            if kind in _BLANK:
                continue
            value: Value = sheet.cell_value(row, column)
            if kind == xlrd.XL_CELL_ERROR:
                shown = xlrd.error_text_from_code.get(value, "#N/A")
                self._errors[row + 1, column + 1] = shown
                value = None
            elif kind == xlrd.XL_CELL_DATE and isinstance(value, float):
                value = _date(value, self._workbook.datemode)
            elif kind == xlrd.XL_CELL_BOOLEAN:
                value = bool(value)
            cells[column + 1] = value
            self._looks[row + 1, column + 1] = sheet.cell_xf_index(row, column)
        return cells

    def finish(self, formulas: Mapping[Position, str]) -> Sheet:
        """Return the sheet, with these formulas."""
        sheet, grid = self._sheet, lay_out(self._rows)
        merges = [
            Area(top + 1, left + 1, bottom, right)
            for top, bottom, left, right in sheet.merged_cells[: limits.MERGES]
        ]
        return Sheet(
            sheet.name,
            grid,
            _STATES.get(sheet.visibility, "visible"),
            formulas=formulas,
            errors=self._errors,
            hidden_rows=_hidden(sheet.rowinfo_map, grid.area.bottom),
            hidden_columns=_hidden(sheet.colinfo_map, grid.area.right),
            merges=tuple(merges),
            load_styles=_style_loader(self._workbook, self._looks),
        )


def _hidden(infos: Mapping[int, Any], count: int) -> frozenset[int]:
    return frozenset(place + 1 for place, info in infos.items() if info.hidden and place < count)


def _date(value: float, datemode: int) -> Value:
    """Return the date or time that a number stands for, as calamine gives it; else the number."""
    try:
        if value < _DAY:
            return (datetime.datetime.min + datetime.timedelta(days=value)).time()
        instant: datetime.datetime = xlrd.xldate_as_datetime(value, datemode)
    except (ValueError, OverflowError):
        return value
    return instant.date() if value.is_integer() else instant


def _style_loader(
    workbook: Any, places: Mapping[Position, int]
) -> Callable[[], Mapping[Position, Style]]:
    formats, fonts, codes = workbook.xf_list, workbook.font_list, workbook.format_map

    def look(index: int) -> Style:
        form = formats[index]
        font = fonts[form.font_index]
        code = codes.get(form.format_key)
        return Style(
            font.weight >= _BOLD or bool(font.bold),
            bool(font.italic),
            form.alignment.indent_level,
            code.format_str if code else "General",
        )

    def load() -> Mapping[Position, Style]:
        looks = {index: look(index) for index in set(places.values()) if index < len(formats)}
        return {
            place: looks[index]
            for place, index in places.items()
            if looks.get(index, PLAIN) != PLAIN
        }

    return load


def _records(data: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield type, start and size of each record up to the end of its part."""
    while at + 4 <= len(data):
        kind, size = unpack_from("<HH", data, at)
        if kind == _EOF:
            return
        yield kind, at + 4, size
        at += 4 + size


def _sheet_starts(workbook: Any) -> list[int]:
    """Return where the parts of the worksheets begin, in the order of their tabs."""
    return [
        workbook.base + unpack_from("<I", workbook.mem, at)[0]
        for kind, at, size in _records(workbook.mem, workbook.base)
        if kind == _SHEET_RECORD and size > 6 and workbook.mem[at + 5] == 0
    ]


def _formulas(workbook: Any, start: int) -> Mapping[Position, str]:
    """Return the formulas of a sheet that can be taken apart, shared ones written out.

    Only BIFF8 has its formulas where they are looked for here.
    """
    if workbook.biff_version < 80:
        return {}
    data = workbook.mem
    found: dict[Position, str] = {}
    shared: dict[Position, bytes] = {}
    waiting: list[tuple[Position, Position]] = []
    last: Position = (0, 0)
    length = 0
    for kind, at, size in _records(data, start):
        if kind == _FORMULA and size >= 22:
            row, column = unpack_from("<HH", data, at)
            (count,) = unpack_from("<H", data, at + 20)
            tokens = bytes(data[at + 22 : at + size])
            last = row, column
            if tokens[:1] == bytes([_ELSEWHERE]) and len(tokens) >= 5:
                waiting.append((last, unpack_from("<HH", tokens, 1)))
                continue
            text = _text(workbook, tokens, count, last, FMLA_TYPE_CELL)
        elif kind == _SHARED and size >= 10:
            shared[last] = bytes(data[at + 8 : at + size])
            continue
        else:
            continue
        if text:
            length += len(text)
            if length > limits.FORMULA_TEXT:
                raise Refusal(RefusalKind.TOO_LARGE, "formulas")
            found[last[0] + 1, last[1] + 1] = text
    for place, home in waiting:
        tokens = shared.get(home, b"")
        if len(tokens) > 2:
            count = int.from_bytes(tokens[:2], "little")
            text = _text(workbook, tokens[2:], count, place, FMLA_TYPE_SHARED)
            if text:
                length += len(text)
                if length > limits.FORMULA_TEXT:
                    raise Refusal(RefusalKind.TOO_LARGE, "formulas")
                found[place[0] + 1, place[1] + 1] = text
    return found


def _text(workbook: Any, tokens: bytes, count: int, place: Position, kind: int) -> str | None:
    """Return a formula as text with its "="; None where xlrd cannot take it apart."""
    try:
        text = decompile_formula(workbook, tokens, count, kind, browx=place[0], bcolx=place[1])
    except MemoryError:
        raise
    except Exception:
        # A cell's value counts without its formula.
        return None
    return "=" + _WRITTEN.sub(_as_excel, text) if text else None


#: In what xlrd makes of a formula: an error, a text, a range of one cell, a whole number.
_WRITTEN = re.compile(
    r'"(#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!))"|"(?:[^"]|"")*"'
    r"|(\$?[A-Z]+\$?\d+):\2(?![\d:])|(?<![\w.])(\d+)\.0(?!\d)"
)


def _as_excel(piece: re.Match[str]) -> str:
    return piece[1] or piece[2] or piece[3] or piece[0]
