"""A recognised table: where it lies, its columns, its rows and what kinds of them it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from selaras.model import column_values
from selaras.model.column_values import Lajur
from selaras.model.edition import Edition
from selaras.model.levels import LevelColumn
from selaras.model.row import Jenis, Row, Uang, tampil
from selaras.model.row_kinds import Susunan
from selaras.values.a1 import Area, address, column_letters
from selaras.values.finding import Finding, Place, Shown
from selaras.values.kode_reading import Tingkat
from selaras.values.text import KOSONG, Teks

if TYPE_CHECKING:
    from selaras.model.book import Position, Sheet, Value
    from selaras.model.upper import UpperRow
    from selaras.tables.spec import Kolom, TableSpec
    from selaras.values.target import Sasaran


class SatuanTertulis(NamedTuple):
    """The unit of amounts as a head or a caption names it: how many rupiah one is, and where."""

    skala: int
    position: Position


class TableColumn:
    """Where a column of the spec stands in the sheet."""

    __slots__ = (
        "by_level",
        "columns",
        "head",
        "inggris",
        "parts",
        "measure_column",
        "satuan_tertulis",
        "skala",
        "spec",
        "tahun",
    )

    def __init__(
        self, spec: Kolom, columns: tuple[int, ...], head: Position, tahun: int | None = None
    ) -> None:
        self.spec = spec
        #: Sheet columns; more than one where the code is split over cells, and where names or
        #: amounts of each level have a column of their own.
        self.columns = columns
        #: Which of them holds the amounts of a level, where each has its own.
        self.by_level: Mapping[Tingkat, int] = {}
        #: The keys of the columns whose sum it is, where no column of the sheet is its own.
        self.parts: tuple[str, ...] = ()
        self.head = head
        self.tahun = tahun
        #: How many rupiah one is: 1.000 for amounts in thousands; see `recognise.satuan_uang`.
        self.skala = 1
        #: What head or caption say of it, which the amounts may contradict; None for nothing.
        self.satuan_tertulis: SatuanTertulis | None = None
        #: Amounts written the English way (comma for thousands), as the column's own texts show.
        self.inggris: bool | None = None
        #: The sheet column that holds the unit of its targets, where that is one of its own.
        self.measure_column: int | None = None

    @property
    def key(self) -> str:
        """The key of the column: "pagu"."""
        return self.spec.key

    @property
    def label(self) -> Teks:
        """What messages call the column, with its year in place of "n-2" where it is known."""
        label, year = self.spec.label, self.tahun
        if year is None or self.spec.tahun is None:
            return label
        said = re.compile(r"\bn[+-]\d\b")
        return Teks(said.sub(str(year), label.id), said.sub(str(year), label.en))

    @property
    def first(self) -> int:
        """The sheet column, or the first of the split ones."""
        return self.columns[0]

    @property
    def letters(self) -> str:
        """The column in letters: "K", or "A:F" where it is split."""
        first, last = column_letters(self.columns[0]), column_letters(self.columns[-1])
        return first if first == last else f"{first}:{last}"


class UntakenColumn(NamedTuple):
    """What stands under a head of a table that is none of its columns, nor a known addition."""

    #: Sheet columns: more than one where none but the first has a head.
    columns: range
    #: The lowest cell of its head; where it has none, the cell below which its data begin.
    head: Position
    #: What stands over it, from group to leaf; empty where nothing does.
    text: str


class Table:
    """A table as recognised in a sheet."""

    __slots__ = (
        "_kolom_uang",
        "_menurut_nomor",
        "bawah",
        "closes",
        "columns",
        "edition",
        "title_cells",
        "amounts",
        "kepala",
        "levels",
        "values",
        "old_codes",
        "rounding",
        "rows",
        "targets",
        "sheet",
        "skor",
        "spec",
        "susunan",
        "tahun",
        "tak_bulat",
        "unknown",
        "tak_sejumlah",
        "teks",
        "toleransi",
        "untaken",
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
        #: Filled once; what the columns hold is read only after that.
        self.rows: list[Row] = []
        #: Last row of the table.
        self.bawah = 0
        #: Money tolerance in rupiah, as the user has set it.
        self.toleransi = 0
        #: The columns of its area that were read as none of its own.
        self.untaken: tuple[UntakenColumn, ...] = ()
        #: The columns that say of each row what stands above it, in a list without such rows.
        self.levels: tuple[LevelColumn, ...] = ()
        #: Other tables of the sheet that its last total may take in, too.
        self.closes: tuple[Table, ...] = ()
        #: The first row whose code is one of the classification before Permendagri 90/2019, where
        #: the table has those: its rows then have levels and no codes.
        self.old_codes: Row | None = None
        #: The plan that it is of, among several of one agency.
        self.edition = Edition()
        #: Text above the head: (row, column, text).
        self.title_cells = judul
        #: How sure the recogniser is, 0 to 1 and above; for the choice between readings.
        self.skor = skor
        #: What stands in a column, by its key, with one entry for each row; see `model.lajur`.
        self.values: Lajur[list[Value]] = Lajur(self, column_values.nilai)
        self.teks: Lajur[list[str]] = Lajur(self, column_values.teks)
        self.amounts: Lajur[list[Uang | None]] = Lajur(self, column_values.jumlah)
        #: By how much the amounts may be off, in the unit of the column, for being rounded.
        self.rounding: Lajur[list[Uang]] = Lajur(self, column_values.rounding)
        self.targets: Lajur[list[Sasaran | None]] = Lajur(self, column_values.sasaran)
        #: The places of the rows whose own cell holds anything but a whole number of 0 up.
        self.tak_bulat: Lajur[list[int]] = Lajur(self, column_values.tak_bulat)
        #: The places of the rows whose amount stands there but cannot be known.
        self.unknown: Lajur[frozenset[int]] = Lajur(self, column_values.tak_diketahui)
        #: The places of the rows whose amount is not just the sum of those below them.
        self.tak_sejumlah: Lajur[frozenset[int]] = Lajur(self, column_values.tak_sejumlah)
        #: The rows by what they are.
        self.susunan = Susunan(self)
        self._kolom_uang: list[TableColumn] | None = None
        self._menurut_nomor: dict[int, Row] | None = None

    def baca_ulang(self) -> None:
        """Forget what was read of the columns: rows belong together otherwise than they did."""
        for read in (
            self.values,
            self.teks,
            self.amounts,
            self.rounding,
            self.targets,
            self.tak_bulat,
            self.unknown,
            self.tak_sejumlah,
        ):
            read.clear()
        self.susunan = Susunan(self)

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
        """The money columns, in the order of the sheet; not one that is the sum of others."""
        if self._kolom_uang is None:
            from selaras.tables.spec import Isi

            money = (column for column in self.columns.values() if column.spec.isi is Isi.UANG)
            found = [column for column in money if not column.parts]
            self._kolom_uang = sorted(found, key=lambda column: column.first)
        return self._kolom_uang

    @property
    def kolom_pecahan(self) -> list[TableColumn]:
        """The columns that hold the part of the amount that one fund source pays."""
        return [column for column in self.columns.values() if column.spec.sumber]

    @property
    def pokok(self) -> list[Row]:
        """The rows of the hierarchy, in the order of the sheet."""
        return self.susunan.pokok

    @property
    def is_empty(self) -> bool:
        """Whether the head is there and the data rows are not."""
        return self.susunan.is_empty

    @property
    def berkode(self) -> bool:
        """Whether rows carry codes."""
        return any(row.baca is not None for row in self.pokok)

    def rows_at(self, tingkat: Tingkat) -> Sequence[Row]:
        """Return the rows of one level."""
        return self.susunan.by_level.get(tingkat, ())

    @property
    def upper(self) -> list[UpperRow]:
        """The programs and kegiatan that it has no rows of, as the rows below them tell."""
        return self.susunan.upper

    def puncak(self) -> list[Row]:
        """Return the rows that nothing stands above."""
        return [row for row in self.pokok if row.induk is None]

    def rows_of_kind(self, jenis: Jenis) -> Iterator[Row]:
        """Yield the rows of one kind."""
        rows = self.rows if jenis in self.susunan.kinds else ()
        return (row for row in rows if row.jenis is jenis)

    def row_at(self, number: int) -> Row | None:
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
        row = self.row_at(position[0])
        if row is not None and key is not None:
            return row.temuan(key, message, position=position, advice=advice)
        letters = column_letters(position[1])
        row_key = f"{row.identity if row else 'kepala'}/{letters}"
        return self.temuan(position, message, column=key, advice=advice, row_key=row_key)

    def is_filled(self, row: int, column: int) -> bool:
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
