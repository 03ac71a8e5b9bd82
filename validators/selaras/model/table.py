"""A recognised table: its columns, its rows with typed access, and the tree that codes make."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from selaras.a1 import Area, address, column_letters
from selaras.finding import Finding, Fix, Place, Shown
from selaras.kode import BacaKode, Kode, Tingkat
from selaras.lipat import lipat
from selaras.rupiah import BacaUang, baca_uang
from selaras.sasaran import Sasaran, baca_sasaran
from selaras.teks import KOSONG, Teks, pendek

if TYPE_CHECKING:
    from selaras.model.book import Position, Sheet, Value
    from selaras.tables.spec import Kolom, TableSpec

Uang = int | Decimal


class Jenis(StrEnum):
    """What a row of the table is."""

    POKOK = "pokok"  # urusan, bidang, program, kegiatan, sub kegiatan
    RINCIAN_JUDUL = "rincian_judul"
    RINCIAN = "rincian"
    INDIKATOR = "indikator"
    LANJUTAN = "lanjutan"  # the rest of the row above
    JUDUL = "judul"  # a section line
    TOTAL = "total"
    YATIM = "yatim"  # an amount that belongs to nothing


class Jumlah(NamedTuple):
    """A recomputed sum and the rows that it was made of."""

    nilai: Uang
    baris: tuple[Row, ...]


class TableColumn:
    """Where a column of the spec stands in the sheet."""

    __slots__ = ("columns", "head", "inggris", "skala", "spec", "tahun")

    def __init__(
        self, spec: Kolom, columns: tuple[int, ...], head: Position, tahun: int | None = None
    ) -> None:
        self.spec = spec
        #: Sheet columns; more than one where the code is split over cells.
        self.columns = columns
        self.head = head
        self.tahun = tahun
        #: 1.000 where the head says "(Rp. 000)".
        self.skala = 1
        #: Amounts written the English way (comma for thousands), as the column's own texts show.
        self.inggris: bool | None = None

    @property
    def key(self) -> str:
        """The key of the column: "pagu"."""
        return self.spec.key

    @property
    def label(self) -> Teks:
        """What messages call the column."""
        return self.spec.label

    @property
    def first(self) -> int:
        """The sheet column, or the first of the split ones."""
        return self.columns[0]

    @property
    def letters(self) -> str:
        """The column in letters: "K", or "A:F" where it is split."""
        first, last = column_letters(self.columns[0]), column_letters(self.columns[-1])
        return first if first == last else f"{first}:{last}"


class Row:
    """One row of a table, with the rows that belong to it."""

    __slots__ = (
        "_jumlah",
        "_teks",
        "_uang",
        "anak",
        "baca",
        "indikator",
        "induk",
        "jenis",
        "kode",
        "lanjutan",
        "nama",
        "rincian",
        "row",
        "table",
        "tingkat",
    )

    def __init__(self, table: Table, row: int, jenis: Jenis) -> None:
        self.table = table
        self.row = row
        self.jenis = jenis
        self.baca: BacaKode | None = None
        self.kode: Kode | None = None
        self.tingkat: Tingkat | None = None
        self.nama = ""
        self.induk: Row | None = None
        #: Nearest rows below in the tree (one level down, or deeper where a level is missing).
        self.anak: Sequence[Row] = ()
        self.rincian: Sequence[Row] = ()
        self.indikator: Sequence[Row] = ()
        self.lanjutan: Sequence[Row] = ()
        self._uang: dict[str, BacaUang | None] = {}
        self._jumlah: dict[str, Uang | None] = {}
        self._teks: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"<{self.table.name} {self.table.sheet.name}!{self.row} {self.jenis} {self.kode}>"

    # Where things stand

    def posisi(self, key: str) -> Position:
        """Return the cell of this row in a column; on a continuation row where the value is."""
        column = self.table.columns[key].first
        if self.lanjutan and self.table.sheet.value(self.row, column) is None:
            for row in self.lanjutan:
                if self.table.isi(row.row, column):
                    return row.row, column
        return self.row, column

    def cell(self, key: str) -> str:
        """Return the A1 address of this row's cell in a column."""
        return address(*self.posisi(key))

    def place(self, key: str) -> Place:
        """Return sheet and address of this row's cell in a column."""
        return Place(self.table.sheet.name, self.cell(key))

    def sel_kode(self) -> Position:
        """Return the code cell: the first filled one where the code is split over cells."""
        column = self.table.columns.get("kode") or self.table.columns["nama"]
        for number in column.columns:
            if self.table.isi(self.row, number):
                return self.row, number
        return self.row, column.first

    def cell_kode(self) -> str:
        """Return the A1 address of the code cell."""
        return address(*self.sel_kode())

    def place_kode(self) -> Place:
        """Return sheet and address of the code cell."""
        return Place(self.table.sheet.name, self.cell_kode())

    # What stands there

    def value(self, key: str) -> Value:
        """Return what the cell holds; None when it is blank or the table lacks the column."""
        if key not in self.table.columns:
            return None
        return self.table.sheet.value(*self.posisi(key))

    def text(self, key: str) -> str:
        """Return the cell's text without outer blanks; "" when blank or only a dash."""
        known = self._teks.get(key)
        if known is None:
            value = self.value(key)
            known = "" if value is None else str(value).strip()
            self._teks[key] = known = "" if known in TAK_ADA else known
        return known

    def uang(self, key: str) -> BacaUang | None:
        """Return the amount as read from the cell; None when the cell holds none."""
        try:
            return self._uang[key]
        except KeyError:
            table = self.table
            column = table.columns[key]
            row, place = self.posisi(key) if self.lanjutan else (self.row, column.columns[0])
            value = table.sheet.grid.value(row, place)
            baca = None if value is None else baca_uang(value, column.inggris)
            self._uang[key] = baca
            return baca

    def jumlah(self, key: str) -> Uang | None:
        """Return the amount in the unit of the column; None when there is none to read."""
        try:
            return self._jumlah[key]
        except KeyError:
            amount: Uang | None = self.bulat(key)
            if amount is None:
                baca = self.uang(key)
                amount = baca.jumlah if baca else None
            self._jumlah[key] = amount
            return amount

    def sasaran(self, key: str) -> Sasaran | None:
        """Return the target as read from the cell, as it is shown; None when there is none."""
        if key not in self.table.columns:
            return None
        position = self.posisi(key)
        value = self.table.sheet.value(*position)
        if value is None:
            return None
        shown = (
            "General" if isinstance(value, str) else self.table.sheet.style(*position).number_format
        )
        return baca_sasaran(value, shown)

    def tak_diketahui(self, key: str) -> bool:
        """Tell whether an amount stands here that cannot be known (error, text, not calculated)."""
        sheet = self.table.sheet
        if sheet.errors or sheet.uncalculated:
            position = self.posisi(key)
            if position in sheet.errors or position in sheet.uncalculated:
                return True
        if self.jumlah(key) is not None:
            return False
        return self.uang(key) is not None

    def bulat(self, key: str) -> int | None:
        """Return the amount where it is a plain whole number, as nearly all are, else None."""
        table = self.table
        value = table.sheet.grid.value(self.row, table.columns[key].columns[0])
        return int(value) if type(value) is float and value.is_integer() else None

    def tertutup(self, key: str) -> bool:
        """Tell whether the row's amount cannot be known, nor, where it is blank, what is below."""
        if self.tak_diketahui(key):
            return True
        if not self.anak or self.jumlah(key) is not None:
            return False
        return any(anak.tertutup(key) for anak in self.anak)

    # Sums

    def nilai(self, key: str) -> Uang | None:
        """Return the written amount or, where the row has none, the sum of what is below it.

        None when nothing stands there, or when an amount on the way cannot be known.
        """
        if self.tak_diketahui(key):
            return None
        jumlah = self.jumlah(key)
        if jumlah is not None:
            return jumlah
        below = self.jumlah_anak(key)
        return below.nilai if below else None

    def jumlah_anak(self, key: str) -> Jumlah | None:
        """Return the sum of the rows below; None when none has an amount or one is unknown."""
        return jumlahkan(self.anak, key)

    def jumlah_rincian(self, key: str) -> Jumlah | None:
        """Return the sum of the rincian; None when none has an amount or one is unknown."""
        return jumlahkan(self.rincian, key)

    # Findings

    @property
    def kunci(self) -> str:
        """What identifies the row for a fingerprint: its code, else its indicator or name."""
        if self.kode is not None:
            return self.kode.kanonik(2)
        if self.jenis is Jenis.TOTAL:
            return "total"
        own = lipat(self.nama or self.text("indikator"))
        if self.jenis in (Jenis.RINCIAN, Jenis.INDIKATOR, Jenis.LANJUTAN) and self.induk:
            return f"{self.induk.kunci}/{own}"
        return own

    @property
    def sebutan(self) -> str:
        """How messages name the row: its code, else its name or indicator, cut short."""
        if self.kode is not None:
            return str(self.kode)
        text = " ".join((self.nama or self.text("indikator")).split())
        return pendek(text, 60)

    def temuan(
        self,
        key: str,
        message: Teks,
        *,
        position: Position | None = None,
        advice: Teks = KOSONG,
        expected: Shown = None,
        difference: Uang | None = None,
        actual: Shown = None,
        related: tuple[Place, ...] = (),
        fix: Fix | None = None,
    ) -> Finding:
        """Return a finding on this row's cell; `actual` is what the cell holds unless given."""
        row, column = position or (self.sel_kode() if key == "kode" else self.posisi(key))
        induk = self.kode or (self.induk.kode if self.induk else None)
        return Finding(
            message=message,
            advice=advice,
            sheet=self.table.sheet.name,
            cell=address(row, column),
            table=self.table.name,
            column=key,
            kode=str(induk) if induk else None,
            row_key=self.kunci,
            expected=expected,
            actual=tampil(self.table.sheet, row, column) if actual is None else actual,
            difference=difference,
            related=related,
            fix=fix,
        )


#: What people write in a cell for "none".
TAK_ADA = frozenset(("-", "–", "—", "--", ""))


def jumlahkan(rows: Sequence[Row], key: str) -> Jumlah | None:
    """Return the sum of the rows' amounts; None when none has one or one cannot be known."""
    total: Uang = 0
    parts: list[Row] = []
    for row in rows:
        jumlah: Uang | None = row.bulat(key)
        if jumlah is not None:
            total += jumlah
            parts.append(row)
            continue
        if row.tertutup(key):
            return None
        jumlah = row.jumlah(key)
        if jumlah is None and row.anak:
            below = row.jumlah_anak(key)
            jumlah = below.nilai if below else None
        if jumlah is not None:
            total += jumlah
            parts.append(row)
    return Jumlah(total, tuple(parts)) if parts else None


def tampil(sheet: Sheet, row: int, column: int) -> Shown:
    """Return what a cell holds in the form that a report shows."""
    error = sheet.errors.get((row, column))
    if error is not None:
        return error
    value = sheet.value(row, column)
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return str(value)
        return int(value) if value.is_integer() else Decimal(repr(value))
    if isinstance(value, datetime.timedelta):
        return str(value)
    return value.isoformat()


class Table:
    """A table as recognised in a sheet."""

    __slots__ = (
        "_kolom_uang",
        "_menurut_nomor",
        "_pokok",
        "bawah",
        "columns",
        "judul",
        "kepala",
        "rows",
        "sheet",
        "skor",
        "spec",
        "tahun",
        "toleransi",
    )

    def __init__(
        self,
        spec: TableSpec,
        sheet: Sheet,
        kepala: Area,
        columns: dict[str, TableColumn],
        tahun: int | None = None,
        *,
        judul: tuple[tuple[int, int, str], ...] = (),
        skor: float = 0.0,
    ) -> None:
        self.spec = spec
        self.sheet = sheet
        #: The head rows, with the row of column numbers.
        self.kepala = kepala
        self.columns = columns
        self.tahun = tahun
        self.rows: list[Row] = []
        #: Last row of the table.
        self.bawah = 0
        #: Money tolerance in rupiah, as the user has set it.
        self.toleransi = 0
        #: Text above the head: (row, column, text).
        self.judul = judul
        #: How sure the recogniser is, 0 to 1 and above; for the choice between readings.
        self.skor = skor
        self._kolom_uang: list[TableColumn] | None = None
        self._pokok: list[Row] | None = None
        self._menurut_nomor: dict[int, Row] | None = None

    @property
    def name(self) -> str:
        """The table's name: "T-C.33"."""
        return self.spec.name

    @property
    def area(self) -> Area:
        """Head and data, as the report gives it."""
        return Area(
            self.kepala.top,
            self.kepala.left,
            max(self.bawah, self.kepala.bottom),
            self.kepala.right,
        )

    @property
    def kolom_uang(self) -> list[TableColumn]:
        """The money columns, in the order of the sheet."""
        if self._kolom_uang is None:
            from selaras.tables.spec import Isi

            found = [column for column in self.columns.values() if column.spec.isi is Isi.UANG]
            self._kolom_uang = sorted(found, key=lambda column: column.first)
        return self._kolom_uang

    @property
    def pokok(self) -> list[Row]:
        """The rows of the hierarchy, in the order of the sheet."""
        if self._pokok is None:
            self._pokok = [row for row in self.rows if row.jenis is Jenis.POKOK]
        return self._pokok

    @property
    def berkode(self) -> bool:
        """Whether rows carry codes."""
        return any(row.baca is not None for row in self.pokok)

    def tingkat(self, tingkat: Tingkat) -> Iterator[Row]:
        """Yield the rows of one level."""
        return (row for row in self.pokok if row.tingkat is tingkat)

    def puncak(self) -> list[Row]:
        """Return the rows that nothing stands above."""
        return [row for row in self.pokok if row.induk is None]

    def jenis(self, jenis: Jenis) -> Iterator[Row]:
        """Yield the rows of one kind."""
        return (row for row in self.rows if row.jenis is jenis)

    def baris(self, number: int) -> Row | None:
        """Return the row of the table that stands in a sheet row; None for a head or a gap."""
        if self._menurut_nomor is None:
            self._menurut_nomor = {row.row: row for row in self.rows}
        return self._menurut_nomor.get(number)

    def key_di(self, column: int) -> str | None:
        """Return the key of the column that a sheet column belongs to; None for one unknown."""
        for key, known in self.columns.items():
            if column in known.columns:
                return key
        return None

    def temuan_sel(self, position: Position, message: Teks, *, advice: Teks = KOSONG) -> Finding:
        """Return a finding on any cell of the table, told apart by its row and column."""
        key = self.key_di(position[1])
        row = self.baris(position[0])
        if row is not None and key is not None:
            return row.temuan(key, message, position=position, advice=advice)
        letters = column_letters(position[1])
        row_key = f"{row.kunci if row else 'kepala'}/{letters}"
        return self.temuan(position, message, column=key, advice=advice, row_key=row_key)

    def isi(self, row: int, column: int) -> bool:
        """Tell whether a cell holds anything: a value, an error or a formula without result."""
        sheet = self.sheet
        return (
            sheet.value(row, column) is not None
            or (row, column) in sheet.errors
            or (row, column) in sheet.uncalculated
        )

    def temuan(
        self,
        position: Position,
        message: Teks,
        *,
        column: str | None = None,
        advice: Teks = KOSONG,
        expected: Shown = None,
        related: tuple[Place, ...] = (),
        row_key: str = "",
    ) -> Finding:
        """Return a finding on a cell of the table that is not a data row's (a head, say)."""
        return Finding(
            message=message,
            advice=advice,
            sheet=self.sheet.name,
            cell=address(*position),
            table=self.name,
            column=column,
            row_key=row_key,
            expected=expected,
            actual=tampil(self.sheet, *position),
            related=related,
        )
