"""The example document in its layouts, read once, and copies of it that tests may edit."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from layouts import PRINTED, Document, Place, Placement, Row, corrected, read, write
from layouts.formulas import children
from layouts.renstra import renstra
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.book import Book, DenseGrid, Position, Sheet, State, Style, Value
from selaras.model.setting import Setting
from selaras.values.a1 import Area, address, column_number
from selaras.values.finding import Finding, Severity

#: Money columns of the tables whose rows are of several levels.
UANG = {
    "Tabel 2.1": ("apbd", "p_apbd"),
    "Tabel 2.2": ("apbd",),
    "T-C.33": ("pagu", "pagu_maju"),
    "Tabel 4.1": ("pagu",),
}
ATURAN_JUMLAH = {
    "program": "JML002",
    "kegiatan": "JML001",
    "sub_kegiatan": "JML005",
    "total": "JML004",
}


T = TypeVar("T")


class Tertulis(NamedTuple):
    """One layout of the document, as read from its file."""

    nama: str
    book: Book
    placement: Placement
    dokumen: Document

    def nama_tabel(self, table: str) -> str:
        """Return what Selaras calls a table of the document in this layout."""
        return "SIPD-17" if table == "T-C.33" and self.nama.startswith("sipd") else table

    def find_place(self, table: str, row: int, key: str) -> Place:
        """Return where a value of the document stands."""
        return self.placement[self.nama_tabel(table), row, key]

    def find_row(self, table: str, code: str) -> Row:
        """Return the row of a code."""
        numbers = tuple(int(part) for part in code.split("."))
        return next(row for row in self.dokumen.tables[table].rows if kode(row) == numbers)

    def ada(self, table: str) -> bool:
        """Tell whether the layout has the table."""
        return self.nama_tabel(table) in self.placement.tables()


@cache
def tertulis(layout: str) -> Tertulis:
    """Return the document as it was printed in a layout, written and read once a session."""
    return _tulis(layout, PRINTED)


@cache
def tertulis_benar(layout: str) -> Tertulis:
    """Return the corrected document in a layout, written and read once a session."""
    return _tulis(layout, corrected())


@cache
def tertulis_renstra(layout: str) -> Tertulis:
    """Return the tables of the Renstra in a layout, written and read once a session."""
    return _tulis(layout, renstra())


def _tulis(layout: str, document: Document) -> Tertulis:
    with tempfile.TemporaryDirectory() as directory:
        path, placement = write(layout, Path(directory), document)
        book = read_book(str(path))
        for sheet in book.sheets:
            sheet.style(1, 1)  # styles are read from the file when first asked for
    return Tertulis(layout, book._replace(path=f"{layout}.xlsx"), placement, document)


def posisi(cell: str) -> Position:
    """Return row and column of an A1 address."""
    match = re.fullmatch(r"([A-Z]+)(\d+)", cell)
    assert match
    return int(match[2]), column_number(match[1])


class Lembar:
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

    def indeks(self, row: int) -> int:
        """Return where a row of the layout is now, counted from 0."""
        return next(index for index, (before, _) in enumerate(self.rows) if before == row)

    def sheet_baru(self) -> Sheet:
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
            formulas=_pindah(self.formulas, moved),
            errors=_pindah(self.errors, moved),
            uncalculated=frozenset(_pindah(dict.fromkeys(self.uncalculated), moved)),
            merges=merges,
            hidden_rows=frozenset(moved[row] for row in self.hidden_rows if row in moved),
            hidden_columns=frozenset(self.hidden_columns),
            filtered=self.filtered,
            load_styles=lambda: self._gaya(now),
        )

    def _gaya(self, now: Mapping[int, list[int]]) -> dict[Position, Style]:
        self.sheet.style(1, 1)
        return {
            (number, column): style
            for (row, column), style in (self.sheet._styles or {}).items()
            for number in now.get(row, ())
        }


def _pindah(cells: Mapping[Position, T], moved: Mapping[int, int]) -> dict[Position, T]:
    return {(moved[r], c): value for (r, c), value in cells.items() if r in moved}


class Salinan:
    """A copy of a layout's workbook that can be edited, in places of the layout itself."""

    def __init__(self, asal: Tertulis, sheets: Iterable[str] | None = None) -> None:
        self.asal = asal
        wanted = None if sheets is None else set(sheets)
        self.sheets = {
            sheet.name: Lembar(sheet)
            for sheet in asal.book.sheets
            if wanted is None or sheet.name in wanted
        }
        self.lain: list[Sheet] = []

    def read_value(self, place: Place) -> Value:
        """Return what a cell holds now."""
        sheet = self.sheets[place.sheet]
        row, column = posisi(place.address)
        return sheet.rows[sheet.indeks(row)][1][column - 1]

    def tulis(self, place: Place, value: Value) -> None:
        """Put a value into a cell; a formula there goes."""
        sheet = self.sheets[place.sheet]
        row, column = posisi(place.address)
        for _, cells in sheet.rows:  # a column beside the table: every row gets it
            cells.extend([None] * (column - len(cells)))
        sheet.rows[sheet.indeks(row)][1][column - 1] = float(value) if type(value) is int else value
        sheet.formulas.pop((row, column), None)

    def show_error(self, place: Place, error: str) -> None:
        """Let a cell show an error."""
        self.tulis(place, None)
        self.sheets[place.sheet].errors[posisi(place.address)] = error

    def tak_dihitung(self, place: Place, formula: str) -> None:
        """Put a formula without result into a cell."""
        self.tulis(place, None)
        sheet = self.sheets[place.sheet]
        sheet.formulas[posisi(place.address)] = formula
        sheet.uncalculated.add(posisi(place.address))

    def write_formula(self, place: Place, formula: str, result: float) -> None:
        """Put a formula with its result into a cell."""
        self.tulis(place, result)
        self.sheets[place.sheet].formulas[posisi(place.address)] = formula

    def hapus(self, sheet: str, row: int) -> None:
        """Delete a row of the layout."""
        del self.sheets[sheet].rows[self.sheets[sheet].indeks(row)]

    def sisip(self, sheet: str, row: int, cells: Mapping[int, Value], *, is_below: bool) -> int:
        """Insert a row above or below a row of the layout; return its number now."""
        target = self.sheets[sheet]
        values: list[Value] = [None] * target.width
        for column, value in cells.items():
            values[column - 1] = float(value) if type(value) is int else value
        at = target.indeks(row) + is_below
        target.rows.insert(at, (None, values))
        return at + 1

    def gandakan(self, sheet: str, row: int) -> int:
        """Copy a row below itself; return the copy's number."""
        target = self.sheets[sheet]
        values = target.rows[target.indeks(row)][1]
        return self.sisip(sheet, row, dict(enumerate(values, 1)), is_below=True)

    def hapus_kolom(self, sheet: str, column: int) -> None:
        """Delete a column; of the layout's places to its right only `alamat` knows from then on."""
        target = self.sheets[sheet]
        for area in target.merges:
            if area.left == column < area.right:  # the words of a merge stay, as in Excel
                values = target.rows[target.indeks(area.top)][1]
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

    def tukar(self, sheet: str, one: int, other: int) -> None:
        """Let two rows change places."""
        target = self.sheets[sheet]
        a, b = target.indeks(one), target.indeks(other)
        target.rows[a], target.rows[b] = target.rows[b], target.rows[a]

    def alamat(self, place: Place) -> Place:
        """Return where a cell of the layout is now."""
        sheet = self.sheets[place.sheet]
        row, column = posisi(place.address)
        column -= sum(gone < column for gone in sheet.deleted_columns)
        return Place(place.sheet, address(sheet.indeks(row) + 1, column))

    def book(self) -> Book:
        """Return the edited workbook."""
        sheets = [sheet.sheet_baru() for sheet in self.sheets.values()]
        return self.asal.book._replace(sheets=(*sheets, *self.lain))

    def periksa(self) -> tuple[Finding, ...]:
        """Return what Selaras finds in the edited workbook."""
        return check_book(self.book(), Setting()).findings


def galat(findings: Iterable[Finding], rules: Iterable[str]) -> list[Finding]:
    """Return the errors of some rules."""
    chosen = set(rules)
    return [f for f in findings if f.severity is Severity.ERROR and f.code in chosen]


def sel(finding: Finding) -> Place:
    """Return the cell of a finding; blank where it has none."""
    return Place(finding.sheet or "", finding.cell or "")


# What is known of the document, from its data


class JumlahSalah(NamedTuple):
    """A sum of the document that does not hold."""

    tabel: str
    baris: int
    kunci: str
    aturan: str
    tertulis: int
    seharusnya: int


@cache
def jumlah_salah() -> tuple[JumlahSalah, ...]:
    """Return every sum that does not hold in the document's data."""
    return tuple(
        JumlahSalah(table, row.index, key, ATURAN_JUMLAH[row.kind], written, sum(amounts))
        for table, keys in UANG.items()
        for row, below in children(read(table).rows)
        for key in keys
        if isinstance(written := row.values[key], int)
        and (amounts := [a for one in below if isinstance(a := one.values[key], int)])
        and sum(amounts) != written
    )


def kode(row: Row) -> tuple[int, ...]:
    """Return a row's code by its numbers; empty where it has none."""
    text = row.values.get("kode")
    return tuple(int(part) for part in text.split(".")) if isinstance(text, str) else ()


def angka(text: object) -> Decimal | None:
    """Return the number of a target of the document, by a reading of its own."""
    found = re.match(r"\d+(?:\.\d{3})*(?:,\d+)?", str(text or ""))
    return Decimal(found[0].replace(".", "").replace(",", ".")) if found else None


def baris_kode(table: str, code: str) -> Row:
    """Return the row of a code."""
    numbers = tuple(int(part) for part in code.split("."))
    return next(row for row in read(table).rows if kode(row) == numbers)


def baris_kosong_induk(table: str) -> list[Row]:
    """Return the rows whose parent's row is not in the table."""
    codes = {kode(row) for row in read(table).rows}
    widths = {6: 5, 5: 3}
    return [
        row
        for row in read(table).rows
        if len(kode(row)) in widths and kode(row)[: widths[len(kode(row))]] not in codes
    ]


# The document with its known mistakes set right

_MAJU = 27_500_000


@cache
def pembetulan() -> tuple[tuple[str, int, str, Value], ...]:
    """Return the cells to change so that every sum of the document holds."""
    found: list[tuple[str, int, str, Value]] = []
    program, total = baris_kode("T-C.33", "2.17.01"), read("T-C.33").rows[-1]
    for row in (program, total):
        amount = row.values["pagu_maju"]
        assert isinstance(amount, int)
        found.append(("T-C.33", row.index, "pagu_maju", amount + _MAJU))
    for code in ("2.17.01.2.05", "2.17.01.2.05.10"):
        index = baris_kode("T-C.33", code).index
        found.append(("T-C.33", index, "pagu_maju", _MAJU))
        found.append(("T-C.33", index, "target_maju", "28 orang"))
    for wrong in jumlah_salah():
        if wrong.tabel == "Tabel 2.2":
            found += _turunkan(wrong)
    return tuple(found)


def _turunkan(wrong: JumlahSalah) -> Iterable[tuple[str, int, str, Value]]:
    """Let the last row below take what the sum lacks, down to the lowest level."""
    rows = {row.index: below for row, below in children(read(wrong.tabel).rows)}
    gap, below = wrong.tertulis - wrong.seharusnya, rows[wrong.baris]
    while below:
        last = below[-1]
        amount = last.values[wrong.kunci]
        assert isinstance(amount, int)
        yield wrong.tabel, last.index, wrong.kunci, amount + gap
        below = rows.get(last.index, [])


def betul(layout: str, tables: Iterable[str] | None = None) -> Salinan:
    """Return a copy of a layout without errors: all of it, or the sheets of some tables."""
    asal = tertulis(layout)
    wanted = [table for table in tables if asal.ada(table)] if tables is not None else None
    sheets = None
    if wanted is not None:
        sheets = {asal.placement.heads[asal.nama_tabel(t), _kepala(t)].sheet for t in wanted}
    copy = Salinan(asal, sheets)
    tulis_teks = layout == "teks"
    for table, index, key, value in pembetulan():
        if not asal.ada(table):
            continue
        place = asal.find_place(table, index, key)
        if place.sheet in copy.sheets:
            text = f"{value:,}".replace(",", ".") if tulis_teks and type(value) is int else value
            copy.tulis(place, text)
    if wanted is None or "T-C.29" in wanted:
        _beri_induk(copy)
    return copy


def _kepala(table: str) -> str:
    return "indikator" if table in ("T-C.30", "Tabel 3.1") else "nama"


def _beri_induk(copy: Salinan) -> None:
    """Give the orphans of T-C.29 their parents."""
    asal, done = copy.asal, set[tuple[int, ...]]()
    known = {kode(row) for row in read("T-C.29").rows}
    for row in baris_kosong_induk("T-C.29"):
        code = kode(row)
        place = asal.find_place("T-C.29", row.index, "kode")
        if place.sheet not in copy.sheets:
            return
        number, first = posisi(place.address)
        name = posisi(asal.find_place("T-C.29", row.index, "nama").address)[1]
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
            copy.sisip(place.sheet, number, cells, is_below=False)


Ubah = Callable[[Salinan], None]
