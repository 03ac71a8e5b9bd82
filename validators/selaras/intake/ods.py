"""An OpenDocument spreadsheet -> Book, in one pass over its content part.

Not through calamine, which gives the values only and drops the cells that hold an error. Rows and
cells that the file repeats are laid out only where they hold something, and only so many.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import NamedTuple

from selaras.intake import limits
from selaras.intake.grid import lay_out
from selaras.intake.odsformula import excel_formula
from selaras.intake.odsstyle import OFFICE, TABLE, TEXT, StyleReader
from selaras.intake.package import Package
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.xmlpart import Attributes, as_utf8, run
from selaras.model.book import PLAIN, Book, Position, Sheet, State, Style, Value
from selaras.values.a1 import MAX_COLUMN, MAX_ROW, Area
from selaras.values.text import Text

_SPREADSHEET = f"{OFFICE} spreadsheet"
_SHEET = f"{TABLE} table"
_COLUMN = f"{TABLE} table-column"
_ROW = f"{TABLE} table-row"
_CELLS = (f"{TABLE} table-cell", f"{TABLE} covered-table-cell")
_PARAGRAPH = f"{TEXT} p"
_VALUE_TYPE = f"{OFFICE} value-type"
_EXTENDED_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
#: What a cell shows in place of a value; LibreOffice numbers some of its own.
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3}")
_TIME = re.compile(r"(-?)PT?(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7})(?:[.,]\d+)?S)?")
#: Blanks that a file may ask for at one place of a text.
_BLANKS = 1_000

_NOTE = Text(
    "Berkas .ods dibaca beserta rumus, galat, dan baris tersembunyinya; format sel terbaca "
    "sebagian.",
    "This .ods file was read with its formulas, errors and hidden rows; formats of cells were "
    "read in part.",
)


def read_ods(path: str, sha256: str, package: Package) -> Book:
    """Return an OpenDocument spreadsheet. Raises Refusal."""
    manifest = package.find("META-INF/manifest.xml")
    if manifest and b"encryption-data" in package.read(manifest):
        raise Refusal(RefusalKind.PASSWORD, "encrypted OpenDocument")
    content = package.find("content.xml")
    assert content is not None, "that is how the form was told"
    reader = _Reader()
    part = as_utf8(package.read(content), content.name)
    run(part, content.name, reader.start, reader.end, reader.text)
    if not reader.sheets:
        raise Refusal(RefusalKind.NOT_WORKBOOK, "no spreadsheet in the OpenDocument file")
    return Book(path, sha256, tuple(reader.sheets), (_NOTE,))


class _Cell(NamedTuple):
    """A cell as it opens: what it says of itself, and where it stands."""

    attributes: Attributes
    column: int
    #: How deep its element lies: its own paragraphs are one deeper.
    depth: int


class _Tab:
    """One sheet while it is read."""

    def __init__(self, name: str, hidden: bool) -> None:
        self.name = name
        self.hidden = hidden
        self.rows: dict[int, dict[int, Value]] = {}
        self.formulas: dict[Position, str] = {}
        self.errors: dict[Position, str] = {}
        self.uncalculated: set[Position] = set()
        self.merges: list[Area] = []
        self.styles: dict[Position, str] = {}
        #: First and last of the rows and columns that are not shown.
        self.hidden_rows: list[tuple[int, int]] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.filtered = False
        #: First and last column, and the style that their cells have when they name none.
        self.column_styles: list[tuple[int, int, str]] = []
        self.row = 0
        self.repeated_rows = 1
        self.column = 1
        self.next_column = 1
        #: The row that is being read, by column.
        self.cells: dict[int, Value] = {}


class _Reader:
    """Handles the events of the content part; see `xmlpart.run`."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._styles = StyleReader()
        self._path: list[str] = []
        self._tab: _Tab | None = None
        self._cell: _Cell | None = None
        self._paragraphs: list[list[str]] = []
        self._listening = False
        self._count = 0
        self._characters = 0

    def start(self, name: str, attributes: Attributes) -> None:
        path = self._path
        path.append(name)
        tab = self._tab
        if tab is None:
            if name == _SHEET and len(path) > 1 and path[-2] == _SPREADSHEET:
                self._open(attributes)
            else:
                self._styles.start(name, attributes)
        elif self._cell is not None:
            self._inside(name, attributes, self._cell)
        elif name in _CELLS:
            column = tab.next_column
            repeated = _repeated(attributes, "number-columns-repeated")
            tab.next_column += repeated
            self._cell = _Cell(attributes, column, len(path))
            self._paragraphs = []
        elif name == _ROW:
            tab.row += tab.repeated_rows if tab.row else 1
            tab.repeated_rows = _repeated(attributes, "number-rows-repeated")
            tab.next_column = 1
            tab.cells = {}
            self._note_hidden(tab.hidden_rows, attributes, tab.row, tab.repeated_rows)
        elif name == _COLUMN:
            repeated = _repeated(attributes, "number-columns-repeated")
            self._note_hidden(tab.hidden_columns, attributes, tab.column, repeated)
            style = attributes.get(f"{TABLE} default-cell-style-name", "")
            last = tab.column + repeated - 1
            tab.column_styles.append((tab.column, last, style))
            tab.column = last + 1

    def end(self, name: str) -> None:
        path = self._path
        path.pop()
        cell = self._cell
        if cell is not None:
            if len(path) < cell.depth:
                self._close_cell(cell)
                self._cell = None
            elif name == _PARAGRAPH:
                self._listening = False
        elif self._tab is not None:
            if name == _ROW:
                self._close_row(self._tab)
            elif name == _SHEET and path[-1:] == [_SPREADSHEET]:
                self._close(self._tab)
                self._tab = None
        else:
            self._styles.end(name)

    def text(self, data: str) -> None:
        if self._listening:
            self._paragraphs[-1].append(data)

    def _open(self, attributes: Attributes) -> None:
        style = attributes.get(f"{TABLE} style-name", "")
        self._tab = _Tab(attributes.get(f"{TABLE} name", ""), style in self._styles.hidden_tables)

    def _inside(self, name: str, attributes: Attributes, cell: _Cell) -> None:
        # Notes and drawings have paragraphs of their own, deeper down.
        if name == _PARAGRAPH:
            if len(self._path) == cell.depth + 1:
                self._paragraphs.append([])
                self._listening = True
        elif self._listening and name.startswith(TEXT):
            own = name[len(TEXT) + 1 :]
            if own == "s":
                blanks = _number(attributes.get(f"{TEXT} c", "1"))
                self._paragraphs[-1].append(" " * min(blanks, _BLANKS))
            elif own in ("tab", "line-break"):
                self._paragraphs[-1].append("\t" if own == "tab" else "\n")

    def _note_hidden(
        self, ranges: list[tuple[int, int]], attributes: Attributes, first: int, count: int
    ) -> None:
        shown = attributes.get(f"{TABLE} visibility", "visible")
        if shown != "visible":
            ranges.append((first, first + count - 1))
            if shown == "filter" and self._tab is not None:
                self._tab.filtered = True

    def _close_cell(self, cell: _Cell) -> None:
        tab, attributes = self._tab, cell.attributes
        assert tab is not None, "a cell is in a sheet"
        last = tab.next_column - 1
        formula = attributes.get(f"{TABLE} formula")
        text = "\n".join("".join(pieces) for pieces in self._paragraphs)
        value, error = _value(attributes, text, formula is not None)
        self._merge(tab, cell)
        if value is None and formula is None and error is None:
            return
        if last > MAX_COLUMN or tab.row + tab.repeated_rows - 1 > MAX_ROW:
            raise Refusal(RefusalKind.OUT_OF_GRID, f"row {tab.row}, column {last}")
        times = (last - cell.column + 1) * tab.repeated_rows
        self._count += times
        if self._count > limits.CELLS:
            raise Refusal(RefusalKind.TOO_LARGE, f"more than {limits.CELLS} cells")
        self._characters += times * (len(text) + len(formula or ""))
        if self._characters > limits.MOST_TEXT:
            raise Refusal(RefusalKind.TOO_LARGE, f"more than {limits.MOST_TEXT} characters")
        written = None if formula is None else excel_formula(formula)
        style = attributes.get(f"{TABLE} style-name", "")
        for column in range(cell.column, last + 1):
            tab.cells[column] = value
            for row in range(tab.row, tab.row + tab.repeated_rows):
                if written is not None:
                    tab.formulas[row, column] = written
                    # LibreOffice gives no type to a result that is blank, but a paragraph.
                    if not self._paragraphs and _VALUE_TYPE not in attributes:
                        tab.uncalculated.add((row, column))
                if error is not None:
                    tab.errors[row, column] = error
                if style:
                    tab.styles[row, column] = style

    def _merge(self, tab: _Tab, cell: _Cell) -> None:
        if f"{TABLE} number-columns-spanned" not in cell.attributes:
            return
        right = cell.column + _repeated(cell.attributes, "number-columns-spanned") - 1
        bottom = tab.row + _repeated(cell.attributes, "number-rows-spanned") - 1
        if (right, bottom) != (cell.column, tab.row):
            if len(tab.merges) >= limits.MERGES:
                raise Refusal(RefusalKind.TOO_LARGE, f"more than {limits.MERGES} merged areas")
            tab.merges.append(
                Area(tab.row, cell.column, min(bottom, MAX_ROW), min(right, MAX_COLUMN))
            )

    def _close_row(self, tab: _Tab) -> None:
        cells = tab.cells
        if cells:
            for row in range(tab.row, tab.row + tab.repeated_rows):
                tab.rows[row] = cells

    def _close(self, tab: _Tab) -> None:
        # What LibreOffice remembers of other files is no sheet of this one.
        if tab.name.startswith("'file:"):
            return
        grid = lay_out(tab.rows)
        bottom, right = grid.area.bottom, grid.area.right
        state: State = "hidden" if tab.hidden else "visible"
        styles, columns, known = tab.styles, tab.column_styles, self._styles

        def load_styles() -> Mapping[Position, Style]:
            return _cell_styles(tab.rows, styles, columns, known)

        self.sheets.append(
            Sheet(
                tab.name,
                grid,
                state,
                formulas=tab.formulas,
                errors=tab.errors,
                uncalculated=frozenset(tab.uncalculated),
                hidden_rows=_within(tab.hidden_rows, bottom),
                hidden_columns=_within(tab.hidden_columns, right),
                merges=tuple(tab.merges),
                filtered=tab.filtered,
                load_styles=load_styles,
            )
        )


def _value(attributes: Attributes, text: str, formula: bool) -> tuple[Value, str | None]:
    """Return what a cell holds, and the error that it shows instead."""
    kind = attributes.get(_VALUE_TYPE)
    if kind is None:
        return None, None
    if formula or attributes.get(_EXTENDED_TYPE) == "error":
        shown = text.strip()
        if _ERROR.fullmatch(shown) or attributes.get(_EXTENDED_TYPE) == "error":
            return None, shown or "#VALUE!"
    if kind in ("float", "percentage", "currency"):
        return _float(attributes.get(f"{OFFICE} value", "")), None
    if kind == "string":
        return attributes.get(f"{OFFICE} string-value", text) or None, None
    if kind == "boolean":
        return attributes.get(f"{OFFICE} boolean-value") == "true", None
    if kind == "date":
        return _date(attributes.get(f"{OFFICE} date-value", "")) or text or None, None
    if kind == "time":
        return _time(attributes.get(f"{OFFICE} time-value", "")) or text or None, None
    return text or None, None


def _float(written: str) -> Value:
    try:
        number = float(written)
    except ValueError:
        return written or None
    # Not a number, or beyond all numbers: shown as it is written.
    return number if abs(number) < float("inf") else written


def _date(written: str) -> Value:
    try:
        if "T" in written:
            return datetime.datetime.fromisoformat(written)
        return datetime.date.fromisoformat(written)
    except ValueError:
        return written


def _time(written: str) -> Value:
    found = _TIME.fullmatch(written)
    if not found:
        return written
    hours, minutes, seconds = (int(digits or 0) for digits in found.groups()[1:])
    span = datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if found[1]:
        return -span
    if span < datetime.timedelta(days=1):
        return (datetime.datetime.min + span).time()
    return span


def _cell_styles(
    rows: Mapping[int, Mapping[int, Value]],
    styles: Mapping[Position, str],
    columns: list[tuple[int, int, str]],
    known: StyleReader,
) -> Mapping[Position, Style]:
    """Return how the cells with values look that do not look plain."""
    by_column: dict[int, str] = {}
    used = {column for cells in rows.values() for column in cells}
    for first, last, style in columns:
        by_column.update((column, style) for column in used if first <= column <= last)
    found: dict[Position, Style] = {}
    for row, cells in rows.items():
        for column in cells:
            name = styles.get((row, column)) or by_column.get(column, "")
            look = known.style(name)
            if look != PLAIN:
                found[row, column] = look
    return found


def _within(ranges: list[tuple[int, int]], last: int) -> frozenset[int]:
    """Return the numbers in the ranges, as far as there is anything: blank rows go on for ever."""
    return frozenset(number for first, end in ranges for number in range(first, min(end, last) + 1))


def _repeated(attributes: Attributes, key: str) -> int:
    return max(1, _number(attributes.get(f"{TABLE} {key}", "1")))


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else 1
