"""The example document in its layouts, read once, and copies of it that tests may edit."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from layouts import PRINTED, Document, Place, Placement, Row, load_corrected, read, write
from layouts.formulas import group_children
from layouts.renstra import load_renstra
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.book import Book, DenseGrid, Position, Sheet, State, Style, Value
from selaras.model.setting import Setting
from selaras.values.a1 import Area, address, column_number
from selaras.values.finding import Finding, Severity

#: Money columns of the tables whose rows are of several levels.
MONEY_COLUMNS = {
    "Tabel 2.1": ("apbd", "p_apbd"),
    "Tabel 2.2": ("apbd",),
    "T-C.33": ("pagu", "pagu_maju"),
    "Tabel 4.1": ("pagu",),
}
SUM_RULES = {
    "program": "JML002",
    "kegiatan": "JML001",
    "sub_kegiatan": "JML005",
    "total": "JML004",
}


T = TypeVar("T")


class WrittenDocument(NamedTuple):
    """One layout of the document, as read from its file."""

    name: str
    book: Book
    placement: Placement
    document: Document

    def name_table(self, table: str) -> str:
        """Return what Selaras calls a table of the document in this layout."""
        return "SIPD-17" if table == "T-C.33" and self.name.startswith("sipd") else table

    def find_place(self, table: str, row: int, key: str) -> Place:
        """Return where a value of the document stands."""
        return self.placement[self.name_table(table), row, key]

    def find_row(self, table: str, code: str) -> Row:
        """Return the row of a code."""
        numbers = tuple(int(part) for part in code.split("."))
        return next(row for row in self.document.tables[table].rows if read_kode(row) == numbers)

    def is_present(self, table: str) -> bool:
        """Tell whether the layout has the table."""
        return self.name_table(table) in self.placement.tables()


@cache
def open_written(layout: str) -> WrittenDocument:
    """Return the document as it was printed in a layout, written and read once a session."""
    return _write_layout(layout, PRINTED)


@cache
def open_corrected(layout: str) -> WrittenDocument:
    """Return the corrected document in a layout, written and read once a session."""
    return _write_layout(layout, load_corrected())


@cache
def open_renstra(layout: str) -> WrittenDocument:
    """Return the tables of the Renstra in a layout, written and read once a session."""
    return _write_layout(layout, load_renstra())


def _write_layout(layout: str, document: Document) -> WrittenDocument:
    with tempfile.TemporaryDirectory() as directory:
        path, placement = write(layout, Path(directory), document)
        book = read_book(str(path))
        for sheet in book.sheets:
            sheet.style(1, 1)  # styles are read from the file when first asked for
    return WrittenDocument(layout, book._replace(path=f"{layout}.xlsx"), placement, document)


def parse_address(cell: str) -> Position:
    """Return row and column of an A1 address."""
    match = re.fullmatch(r"([A-Z]+)(\d+)", cell)
    assert match
    return int(match[2]), column_number(match[1])


class EditableSheet:
    """A sheet that can be edited; places are those of the layout before any edit."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        area = sheet.grid.area
        self.width = area.right
        #: Rows as (row before the edits or None, values from column A on).
        self.rows: list[tuple[int | None, list[Value]]] = [
            (row, [sheet.grid.value(row, column) for column in range(1, area.right + 1)])
            for row in range(1, area.bottom + 1)
        ]
        self.merges = sheet.merges
        self.formulas = dict(sheet.formulas)
        self.errors = dict(sheet.errors)
        self.uncalculated = set(sheet.uncalculated)
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.state: State = sheet.state
        self.filtered = False
        self.deleted_columns: list[int] = []

    def find_index(self, row: int) -> int:
        """Return where a row of the layout is now, counted from 0."""
        return next(index for index, (before, _) in enumerate(self.rows) if before == row)

    def build_sheet(self) -> Sheet:
        """Return the sheet with all edits."""
        now: dict[int, list[int]] = {}
        for number, (before, _) in enumerate(self.rows, 1):
            if before is not None:
                now.setdefault(before, []).append(number)
        moved = {before: numbers[0] for before, numbers in now.items()}
        merges = tuple(
            Area(moved[area.top], area.left, moved[area.top] + area.bottom - area.top, area.right)
            for area in self.merges
            if area.top in moved
        )
        return Sheet(
            self.sheet.name,
            DenseGrid([["" if v is None else v for v in values] for _, values in self.rows]),
            self.state,
            formulas=_move_cells(self.formulas, moved),
            errors=_move_cells(self.errors, moved),
            uncalculated=frozenset(_move_cells(dict.fromkeys(self.uncalculated), moved)),
            merges=merges,
            hidden_rows=frozenset(moved[row] for row in self.hidden_rows if row in moved),
            hidden_columns=frozenset(self.hidden_columns),
            filtered=self.filtered,
            load_styles=lambda: self._style(now),
        )

    def _style(self, now: Mapping[int, list[int]]) -> dict[Position, Style]:
        self.sheet.style(1, 1)
        return {
            (number, column): style
            for (row, column), style in (self.sheet._styles or {}).items()
            for number in now.get(row, ())
        }


def _move_cells(cells: Mapping[Position, T], moved: Mapping[int, int]) -> dict[Position, T]:
    return {(moved[r], c): value for (r, c), value in cells.items() if r in moved}


class DocumentCopy:
    """A copy of a layout's workbook that can be edited, in places of the layout itself."""

    def __init__(self, origin: WrittenDocument, sheets: Iterable[str] | None = None) -> None:
        self.origin = origin
        wanted = None if sheets is None else set(sheets)
        self.sheets = {
            sheet.name: EditableSheet(sheet)
            for sheet in origin.book.sheets
            if wanted is None or sheet.name in wanted
        }
        self.added_sheets: list[Sheet] = []

    def read_value(self, place: Place) -> Value:
        """Return what a cell holds now."""
        sheet = self.sheets[place.sheet]
        row, column = parse_address(place.address)
        return sheet.rows[sheet.find_index(row)][1][column - 1]

    def write(self, place: Place, value: Value) -> None:
        """Put a value into a cell; a formula there goes."""
        sheet = self.sheets[place.sheet]
        row, column = parse_address(place.address)
        for _, cells in sheet.rows:  # a column beside the table: every row gets it
            cells.extend([None] * (column - len(cells)))
        sheet.rows[sheet.find_index(row)][1][column - 1] = (
            float(value) if type(value) is int else value
        )
        sheet.formulas.pop((row, column), None)

    def show_error(self, place: Place, error: str) -> None:
        """Let a cell show an error."""
        self.write(place, None)
        self.sheets[place.sheet].errors[parse_address(place.address)] = error

    def write_uncomputed(self, place: Place, formula: str) -> None:
        """Put a formula without result into a cell."""
        self.write(place, None)
        sheet = self.sheets[place.sheet]
        sheet.formulas[parse_address(place.address)] = formula
        sheet.uncalculated.add(parse_address(place.address))

    def write_formula(self, place: Place, formula: str, result: float) -> None:
        """Put a formula with its result into a cell."""
        self.write(place, result)
        self.sheets[place.sheet].formulas[parse_address(place.address)] = formula

    def delete(self, sheet: str, row: int) -> None:
        """Delete a row of the layout."""
        del self.sheets[sheet].rows[self.sheets[sheet].find_index(row)]

    def insert(self, sheet: str, row: int, cells: Mapping[int, Value], *, is_below: bool) -> int:
        """Insert a row above or below a row of the layout; return its number now."""
        target = self.sheets[sheet]
        values: list[Value] = [None] * target.width
        for column, value in cells.items():
            values[column - 1] = float(value) if type(value) is int else value
        at = target.find_index(row) + is_below
        target.rows.insert(at, (None, values))
        return at + 1

    def duplicate(self, sheet: str, row: int) -> int:
        """Copy a row below itself; return the copy's number."""
        target = self.sheets[sheet]
        values = target.rows[target.find_index(row)][1]
        return self.insert(sheet, row, dict(enumerate(values, 1)), is_below=True)

    def delete_column(self, sheet: str, column: int) -> None:
        """Delete a column; the places to its right only `find_moved` knows from then on."""
        target = self.sheets[sheet]
        for area in target.merges:
            if area.left == column < area.right:  # the words of a merge stay, as in Excel
                values = target.rows[target.find_index(area.top)][1]
                values[column] = values[column - 1]
        for _, values in target.rows:
            del values[column - 1]
        target.width -= 1
        target.deleted_columns.append(column)
        target.merges = tuple(
            area._replace(
                left=area.left - (area.left > column), right=area.right - (area.right >= column)
            )
            for area in target.merges
            if (area.left, area.right) != (column, column)
        )

    def swap_rows(self, sheet: str, one: int, other: int) -> None:
        """Let two rows change places."""
        target = self.sheets[sheet]
        a, b = target.find_index(one), target.find_index(other)
        target.rows[a], target.rows[b] = target.rows[b], target.rows[a]

    def find_moved(self, place: Place) -> Place:
        """Return where a cell of the layout is now."""
        sheet = self.sheets[place.sheet]
        row, column = parse_address(place.address)
        column -= sum(gone < column for gone in sheet.deleted_columns)
        return Place(place.sheet, address(sheet.find_index(row) + 1, column))

    def book(self) -> Book:
        """Return the edited workbook."""
        sheets = [sheet.build_sheet() for sheet in self.sheets.values()]
        return self.origin.book._replace(sheets=(*sheets, *self.added_sheets))

    def check(self) -> tuple[Finding, ...]:
        """Return what Selaras finds in the edited workbook."""
        return check_book(self.book(), Setting()).findings


def find_errors(findings: Iterable[Finding], rules: Iterable[str]) -> list[Finding]:
    """Return the errors of some rules."""
    chosen = set(rules)
    return [f for f in findings if f.severity is Severity.ERROR and f.code in chosen]


def find_cell(finding: Finding) -> Place:
    """Return the cell of a finding; blank where it has none."""
    return Place(finding.sheet or "", finding.cell or "")


# What is known of the document, from its data


class WrongSum(NamedTuple):
    """A sum of the document that does not hold."""

    table: str
    row: int
    key: str
    rule_code: str
    written: int
    expected: int


@cache
def find_wrong_sums() -> tuple[WrongSum, ...]:
    """Return every sum that does not hold in the document's data."""
    return tuple(
        WrongSum(table, row.index, key, SUM_RULES[row.kind], written, sum(amounts))
        for table, keys in MONEY_COLUMNS.items()
        for row, below in group_children(read(table).rows)
        for key in keys
        if isinstance(written := row.values[key], int)
        and (amounts := [a for one in below if isinstance(a := one.values[key], int)])
        and sum(amounts) != written
    )


def read_kode(row: Row) -> tuple[int, ...]:
    """Return a row's code by its numbers; empty where it has none."""
    text = row.values.get("kode")
    return tuple(int(part) for part in text.split(".")) if isinstance(text, str) else ()


def read_number(text: object) -> Decimal | None:
    """Return the number of a target of the document, by a reading of its own."""
    found = re.match(r"\d+(?:\.\d{3})*(?:,\d+)?", str(text or ""))
    return Decimal(found[0].replace(".", "").replace(",", ".")) if found else None


def find_kode_row(table: str, code: str) -> Row:
    """Return the row of a code."""
    numbers = tuple(int(part) for part in code.split("."))
    return next(row for row in read(table).rows if read_kode(row) == numbers)


def find_orphans(table: str) -> list[Row]:
    """Return the rows whose parent's row is not in the table."""
    codes = {read_kode(row) for row in read(table).rows}
    widths = {6: 5, 5: 3}
    return [
        row
        for row in read(table).rows
        if len(read_kode(row)) in widths
        and read_kode(row)[: widths[len(read_kode(row))]] not in codes
    ]


# The document with its known mistakes set right

_FORWARD = 27_500_000


@cache
def find_corrections() -> tuple[tuple[str, int, str, Value], ...]:
    """Return the cells to change so that every sum of the document holds."""
    found: list[tuple[str, int, str, Value]] = []
    program, total = find_kode_row("T-C.33", "2.17.01"), read("T-C.33").rows[-1]
    for row in (program, total):
        amount = row.values["pagu_maju"]
        assert isinstance(amount, int)
        found.append(("T-C.33", row.index, "pagu_maju", amount + _FORWARD))
    for code in ("2.17.01.2.05", "2.17.01.2.05.10"):
        index = find_kode_row("T-C.33", code).index
        found.append(("T-C.33", index, "pagu_maju", _FORWARD))
        found.append(("T-C.33", index, "target_maju", "28 orang"))
    for wrong in find_wrong_sums():
        if wrong.table == "Tabel 2.2":
            found += _push_down(wrong)
    return tuple(found)


def _push_down(wrong: WrongSum) -> Iterable[tuple[str, int, str, Value]]:
    """Let the last row below take what the sum lacks, down to the lowest level."""
    rows = {row.index: below for row, below in group_children(read(wrong.table).rows)}
    gap, below = wrong.written - wrong.expected, rows[wrong.row]
    while below:
        last = below[-1]
        amount = last.values[wrong.key]
        assert isinstance(amount, int)
        yield wrong.table, last.index, wrong.key, amount + gap
        below = rows.get(last.index, [])


def copy_without_errors(layout: str, tables: Iterable[str] | None = None) -> DocumentCopy:
    """Return a copy of a layout without errors: all of it, or the sheets of some tables."""
    origin = open_written(layout)
    wanted = [table for table in tables if origin.is_present(table)] if tables is not None else None
    sheets = None
    if wanted is not None:
        sheets = {
            origin.placement.heads[origin.name_table(t), _find_head_key(t)].sheet for t in wanted
        }
    copy = DocumentCopy(origin, sheets)
    is_text_layout = layout == "teks"
    for table, index, key, value in find_corrections():
        if not origin.is_present(table):
            continue
        place = origin.find_place(table, index, key)
        if place.sheet in copy.sheets:
            text = (
                f"{value:,}".replace(",", ".") if is_text_layout and type(value) is int else value
            )
            copy.write(place, text)
    if wanted is None or "T-C.29" in wanted:
        _give_parents(copy)
    return copy


def _find_head_key(table: str) -> str:
    return "indikator" if table in ("T-C.30", "Tabel 3.1") else "nama"


def _give_parents(copy: DocumentCopy) -> None:
    """Give the orphans of T-C.29 their parents."""
    origin, done = copy.origin, set[tuple[int, ...]]()
    known = {read_kode(row) for row in read("T-C.29").rows}
    for row in find_orphans("T-C.29"):
        code = read_kode(row)
        place = origin.find_place("T-C.29", row.index, "kode")
        if place.sheet not in copy.sheets:
            return
        number, first = parse_address(place.address)
        name = parse_address(origin.find_place("T-C.29", row.index, "nama").address)[1]
        for width in (3, 5):
            parent = code[:width]
            if parent in known or parent in done:
                continue
            done.add(parent)
            parts = [f"{part:0{1 if at in (0, 3) else 2}d}" for at, part in enumerate(parent)]
            cells: dict[int, Value] = {name: f"Induk {'.'.join(parts)}"}
            if copy.read_value(place) == parts[0] and name - first >= 6:
                cells |= {first + at: part for at, part in enumerate(parts)}
            else:
                cells[first] = ".".join(parts)
            copy.insert(place.sheet, number, cells, is_below=False)


Edit = Callable[[DocumentCopy], None]
