"""One row of a recognised table: what it is, where its cells stand, what they hold, its sums."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from selaras.values.a1 import address
from selaras.values.finding import Finding, Fix, Place, Shown
from selaras.values.fold import lipat
from selaras.values.kode_reading import (
    BacaKode,
    Kode,
    Tingkat,
    baca_kode,
    baca_kode_opd,
    kode_di_awal,
)
from selaras.values.rupiah import BacaUang, baca_uang
from selaras.values.target import Sasaran
from selaras.values.text import KOSONG, Teks, pendek

if TYPE_CHECKING:
    from selaras.model.book import Position, Sheet, Value
    from selaras.model.table import Table
    from selaras.model.unit import Unit

Uang = int | Decimal


class Jenis(StrEnum):
    """What a row of the table is."""

    POKOK = "pokok"  # urusan, bidang, program, kegiatan, sub kegiatan
    RINCIAN_JUDUL = "rincian_judul"
    RINCIAN = "rincian"
    INDIKATOR = "indikator"
    BAGIAN = "bagian"  # a part of the amount of the row above it, which says the same code
    LANJUTAN = "lanjutan"  # the rest of the row above
    JUDUL = "judul"  # a section line
    TOTAL = "total"
    JUMLAH = "jumlah"  # the sum of a row above, below what it sums
    PINDAHAN = "pindahan"  # a sum carried from one printed page to the next
    YATIM = "yatim"  # an amount that belongs to nothing


#: Rows that are told apart by the row that they belong to.
_MILIK = frozenset((Jenis.RINCIAN, Jenis.INDIKATOR, Jenis.LANJUTAN, Jenis.JUMLAH, Jenis.BAGIAN))


class Jumlah(NamedTuple):
    """A recomputed sum and the rows that it was made of."""

    nilai: Uang
    rows: tuple[Row, ...]


class Row:
    """One row of a table, with the rows that belong to it."""

    __slots__ = (
        "anak",
        "baca",
        "bagian",
        "bagian_ragu",
        "indikator",
        "induk",
        "jenis",
        "kode",
        "lanjutan",
        "likely",
        "nama",
        "rincian",
        "row",
        "table",
        "tingkat",
        "unit",
        "urut",
        "wrapped",
    )

    def __init__(self, table: Table, row: int, jenis: Jenis) -> None:
        self.table = table
        self.row = row
        #: The row's place in `table.rows`.
        self.urut = -1
        self.jenis = jenis
        self.baca: BacaKode | None = None
        self.kode: Kode | None = None
        self.tingkat: Tingkat | None = None
        #: The code that it should have, where its own contradicts its place and the sums there.
        self.likely: Kode | None = None
        self.nama = ""
        #: Whose row it is; None where the workbook tells no units apart.
        self.unit: Unit | None = None
        self.induk: Row | None = None
        #: Nearest rows below in the tree (one level down, or deeper where a level is missing).
        self.anak: Sequence[Row] = ()
        self.rincian: Sequence[Row] = ()
        self.indikator: Sequence[Row] = ()
        self.lanjutan: Sequence[Row] = ()
        #: Those of them that hold the next lines of its name and its indicator.
        self.wrapped: Sequence[Row] = ()
        #: The rows that hold further parts of its amount, which is the sum of all.
        self.bagian: Sequence[Row] = ()
        #: Whether they may as well say the whole amount again: then it is not known.
        self.bagian_ragu = False

    def __repr__(self) -> str:
        return f"<{self.table.name} {self.table.sheet.name}!{self.row} {self.jenis} {self.kode}>"

    @property
    def tersirat(self) -> bool:
        """Whether no row of the sheet is its own: it only stands for those below it."""
        return False

    # Where things stand

    def posisi(self, key: str) -> Position:
        """Return the cell of this row in a column; on a continuation row where the value is."""
        found = self.table.columns[key]
        columns, column = found.columns, found.first
        if key == "nama" and self.named_in_code and not self.table.is_filled(self.row, column):
            return self.sel_kode()
        if len(columns) > 1 and found.spec.isi == "nama":
            # Names of each level in a column of its own: where this row's name stands.
            filled = (number for number in columns[::-1] if self.table.is_filled(self.row, number))
            column = next(filled, column)
        elif len(columns) > 1 and found.spec.isi == "uang":
            filled = (number for number in columns if self.table.is_filled(self.row, number))
            usual = found.by_level.get(self.tingkat, column) if self.tingkat else column
            column = next(filled, usual)
        if self.lanjutan and self.table.sheet.value(self.row, column) is None:
            money = found.spec.isi == "uang"
            for row in self.lanjutan:
                # A sum below has a label of its own, and nothing else but amounts to give.
                if (money or row.jenis is not Jenis.JUMLAH) and self.table.is_filled(row.row, column):
                    return row.row, column
            return self._baris_isian(key) or self.row, column
        return self.row, column

    def _baris_isian(self, key: str) -> int | None:
        """Return the row below in which a blank cell of this row is to be filled in, if any.

        A blank target stands beside its indicator, a blank fund source beside the amounts: SIPD
        prints the code and name of a sub kegiatan alone, and all else in the row below.
        """
        kind, kinds = self.table.columns[key].spec.isi, ("indikator", "target")
        if kind in ("kode", "no", "nama"):
            return None
        beside = kinds if kind in kinds else ("uang",)
        columns = self.table.columns.values()
        own = [column.first for column in columns if column.spec.isi in beside]
        if beside is not kinds and any(self.table.is_filled(self.row, column) for column in own):
            return None
        below = (row.row for row in self.lanjutan if row.jenis is not Jenis.JUMLAH)
        return next((r for r in below if any(self.table.is_filled(r, c) for c in own)), None)

    def cell(self, key: str) -> str:
        """Return the A1 address of this row's cell in a column."""
        return address(*self.posisi(key))

    def place(self, key: str) -> Place:
        """Return sheet and address of this row's cell in a column."""
        return Place(self.table.sheet.name, self.cell(key))

    @property
    def kode_tempat(self) -> Kode | None:
        """The code by which the row stands where it does: its own, unless that is mistyped."""
        return self.likely or self.kode

    def sel_kode(self) -> Position:
        """Return the code cell: the first filled one where the code is split over cells.

        Among the names of a table without codes of their own it is the one that begins with a code.
        """
        column = self.table.columns.get("kode") or self.table.columns["nama"]
        filled = [number for number in column.columns if self.table.is_filled(self.row, number)]
        if column.spec.isi == "nama":
            texts = {number: str(self.table.sheet.value(self.row, number)) for number in filled}
            coded = (n for n, text in texts.items() if kode_di_awal(text) or baca_kode(text))
            filled = [next(coded, number) for number in filled[:1]]
        if filled:
            return self.row, filled[0]
        if self.kode is not None and "nama" in self.table.columns:
            return self.posisi("nama")  # before the name
        return self.row, column.first

    @property
    def named_in_code(self) -> bool:
        """Whether the name stands in the code cell, behind the code or in its place."""
        column = self.table.columns.get("kode")
        if column is None or not self.nama:
            return False
        texts = (self.table.sheet.value(self.row, number) for number in column.columns)
        return any(isinstance(text, str) and self.nama in " ".join(text.split()) for text in texts)

    def fix_kode(self, value: str, *, safe: bool = False) -> Fix | None:
        """Return the change of the code to another one; None where it stands in several cells.

        A name behind it in its cell, and the code of an agency before it, remain there.
        """
        if self.baca is None or self.baca.gaya.cell_count != 1:
            return None
        held = self.table.sheet.value(*self.sel_kode())
        if isinstance(held, str) and held != self.baca.teks:
            before, code, after = held.partition(self.baca.teks)
            agency = bool(code) and baca_kode_opd(before) is not None
            if agency or baca_kode(held) is None:
                if not code or (before.strip() and not agency):
                    return None
                value = (before if agency else "") + value + after
        return Fix(kind="text", cell=self.cell_kode(), value=value, safe=safe)

    def cell_kode(self) -> str:
        """Return the A1 address of the code cell."""
        return address(*self.sel_kode())

    def place_kode(self) -> Place:
        """Return sheet and address of the code cell."""
        return Place(self.table.sheet.name, self.cell_kode())

    # What stands there

    def value(self, key: str) -> Value:
        """Return what the cell holds; None when it is blank or the table lacks the column."""
        return self.table.values[key][self.urut]

    def text(self, key: str) -> str:
        """Return the cell's text without outer blanks; "" when blank or only a dash."""
        return self.table.teks[key][self.urut]

    def read_money(self, key: str) -> BacaUang | None:
        """Return the amount as read from the cell; None when the cell holds none."""
        return baca_uang(self.value(key), self.table.columns[key].inggris)

    def jumlah(self, key: str) -> Uang | None:
        """Return the amount in the unit of the column; None when there is none to read."""
        return self.table.amounts[key][self.urut]

    def target(self, key: str) -> Sasaran | None:
        """Return the target as read from the cell, as it is shown; None when there is none."""
        return self.table.targets[key][self.urut]

    def tak_diketahui(self, key: str) -> bool:
        """Tell whether an amount stands here that cannot be known (error, text, not calculated)."""
        return self.urut in self.table.unknown[key]

    def tertutup(self, key: str) -> bool:
        """Tell whether the row's amount cannot be known, nor, where it is blank, what is below."""
        if self.jumlah(key) is not None:
            return False
        return self.tak_diketahui(key) or any(anak.tertutup(key) for anak in self.anak)

    # Sums

    def amount_or_sum(self, key: str) -> Uang | None:
        """Return the written amount or, where the row has none, the sum of what is below it.

        None when nothing stands there, or when an amount on the way cannot be known.
        """
        jumlah = self.jumlah(key)
        if jumlah is not None or self.tak_diketahui(key):
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
    def identity(self) -> str:
        """What identifies the row for a fingerprint: its code, else its indicator or name."""
        if self.kode is not None:
            return self.kode.kanonik(2)
        if self.jenis is Jenis.TOTAL:
            return "total"
        own = lipat(self.nama or self.text("indikator"))
        if self.jenis in _MILIK and self.induk:
            return f"{self.induk.identity}/{own}"
        return own

    @property
    def sebutan(self) -> str:
        """How messages name the row: its code, else its name or indicator, cut short."""
        if self.kode is not None:
            return str(self.kode)
        text = " ".join((self.nama or self.text("indikator")).split())
        return pendek(text, 60)

    def _tampil_kode(self) -> Shown:
        """Return what the cells of a split code hold, as "2 | 17 | 01"; None where it is in one."""
        column = self.table.columns.get("kode")
        if column is None or len(column.columns) < 2:
            return None
        shown = [tampil(self.table.sheet, self.row, number) for number in column.columns]
        parts = [str(part) for part in shown if part is not None]
        return " | ".join(parts) if len(parts) > 1 else None

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
        if actual is None and position is None:
            if key == "kode":
                actual = self._tampil_kode()
            elif self.table.columns[key].parts:
                actual = self.jumlah(key)
        induk = self.kode or (self.induk.kode if self.induk else None)
        return Finding(
            message=message,
            advice=advice,
            sheet=self.table.sheet.name,
            cell=address(row, column),
            table=self.table.name,
            column=key,
            kode=str(induk) if induk else None,
            row_key=self.identity,
            expected=expected,
            actual=tampil(self.table.sheet, row, column) if actual is None else actual,
            difference=difference,
            related=related,
            fix=fix,
        )


def jumlahkan(rows: Sequence[Row], key: str) -> Jumlah | None:
    """Return the sum of the rows' amounts; None when none has one or one cannot be known."""
    amounts = [row.table.amounts[key][row.urut] for row in rows]
    if None not in amounts:
        # Nearly every sum of a long table.
        return Jumlah(sum(filter(None, amounts)), tuple(rows)) if rows else None
    total: Uang = 0
    parts: list[Row] = []
    for row in rows:
        jumlah = row.jumlah(key)
        if jumlah is None:
            if row.tertutup(key):
                return None
            below = row.jumlah_anak(key)
            jumlah = below.nilai if below else None
        if jumlah is not None:
            total += jumlah
            parts.append(row)
    return Jumlah(total, tuple(parts)) if parts else None


def off_by_rounding(rows: Sequence[Row], key: str) -> Uang:
    """Return by how much a sum of the rows' amounts may be off, for each of them being rounded."""
    return sum(
        off_by_rounding(row.anak, key) if row.tersirat else row.table.rounding[key][row.urut]
        for row in rows
    )


def tampil(sheet: Sheet, row: int, column: int) -> Shown:
    """Return what a cell holds in the form that a report shows."""
    error = sheet.errors.get((row, column))
    if error is not None:
        return error
    value = sheet.value(row, column)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return str(value)
        return int(value) if value.is_integer() else Decimal(repr(value))
    if isinstance(value, datetime.timedelta):
        return str(value)
    return value.isoformat()
