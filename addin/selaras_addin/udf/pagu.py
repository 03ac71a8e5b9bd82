"""What the amounts of a column should be, by the sum rules of the engine, and how far off they are.

A sum is not said where an amount that it takes cannot be read; a place that carries no code stays
blank, but for a total, which is named in the code column.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import TypeAlias

from selaras.model.row import Jenis, Row, Uang, jumlahkan
from selaras.model.table import Table
from selaras.reckon.sums import bukan_ulangan
from selaras.rules.jml.kegiatan import kegiatan
from selaras.rules.jml.program import program
from selaras.rules.jml.total import total
from selaras.rules.jml.urusan import urusan
from selaras.values.kode_reading import BacaKode, Kode
from selaras.values.text import Teks
from selaras_addin.excel_errors import Galat
from selaras_addin.udf.arrays import Hasil, Sel, galat, kolom, larik, semua_nilai, sepanjang
from selaras_addin.udf.columns import KolomKode, baris_tabel, kolom_kode, nomor
from selaras_addin.udf.columns_as_table import PAGU
from selaras_addin.udf.kode import keliru
from selaras_addin.udf.money import tak_terbaca

_NAMA = ("kolom_kode", "kolom_pagu")


#: What is said in one place: an amount, nothing, or why there is none.
Kata: TypeAlias = Uang | str | Teks


def subtotal(kode: object, pagu: object) -> Hasil:
    """Return what each amount should be: the sum of the rows below it, or itself."""
    return _tiap_baris(kode, pagu, 0)


def selisih(kode: object, pagu: object) -> Hasil:
    """Return each amount minus what it should be."""
    return _tiap_baris(kode, pagu, 1)


def _tiap_baris(kode: object, pagu: object, part: int) -> Hasil:
    amounts, across = kolom(larik(pagu), _NAMA[1])
    codes = kolom_kode(kode, _NAMA[0], sebanyak=len(amounts) if across else 0)
    sepanjang(_NAMA, len(codes.terbaca), len(amounts))
    table = baris_tabel(codes, _dengan_lanjutan(codes, amounts))
    sums = _Penjumlah(table, amounts)
    for place, read in enumerate(codes.terbaca):
        if isinstance(read, BacaKode):
            if read.kode is not None:
                continue
            told = keliru(read)
        elif read is not None and any(isinstance(v, Galat) for v in codes.sel[place]):
            told = read
        else:
            continue
        sums.ragukan(place, codes.name_place(place + 1))
        sums.tulis(place, told)
    return codes.shape_results(semua_nilai((sums.pagu, sums.differences)[part]))


def _dengan_lanjutan(codes: KolomKode, amounts: Sequence[Sel]) -> Sequence[Sel]:
    """Return the amounts, that of a code which has none being what stands in the rows below it.

    A sub kegiatan may take two rows, its amount standing in the second, or only its parts may have
    amounts. Below the last code a total without a label may stand: there nothing is added.
    """
    if None not in amounts or None not in codes.terbaca:
        return amounts
    whole = list(amounts)
    owner: int | None = None
    parts: list[float] = []
    for place, (read, amount) in enumerate(zip(codes.terbaca, amounts, strict=True)):
        if read is not None:
            if owner is not None and parts:
                whole[owner] = sum(parts)
            coded = isinstance(read, BacaKode) and read.kode is not None
            owner = place if coded and amount is None else None
            parts = []
        elif type(amount) is float:
            parts.append(amount)
        elif amount is not None:
            owner = None
    return whole


class _Penjumlah:
    """Takes the findings of the sum rules, and what they are silent about, place by place."""

    def __init__(self, table: Table, amounts: Sequence[Sel]) -> None:
        self.table = table
        self.amounts = amounts
        #: Whether some amount may not be read: only then are sums looked at for it.
        self.ragu = not set(map(type, amounts)) <= {float, type(None)}
        self.pagu: list[Kata] = [""] * len(amounts)
        self.differences: list[Kata] = []
        rules = (urusan(table), program(table), kegiatan(table), total(table))
        self.findings = {nomor(found.cell): found for found in chain(*rules)}
        self._jumlahkan()

    def tulis(self, place: int, pagu: Kata | None, difference: Kata | None = None) -> None:
        """Say what the amount in a place should be, and how far off it is; a reason is for both."""
        if pagu is not None:
            self.pagu[place] = pagu
            self.differences[place] = pagu if difference is None else difference

    def ragukan(self, place: int, name: Teks) -> None:
        """Take sums back that may lack the amount of a place whose code cannot be read.

        They are those of the rows above it, to the top, that do not agree without it.
        """
        if self.amounts[place] is None:
            return
        unknown = Teks(
            f"Tidak diketahui: kode di {name.id} tidak terbaca.",
            f"Not known: the code in {name.en} cannot be read.",
        )
        number = bisect_left(self.table.susunan.row_numbers, place + 1) - 1
        row = self.table.rows[number] if number >= 0 else None
        above = [] if row is None else [row]
        while above and above[-1].induk is not None:
            above.append(above[-1].induk)
        for one in (*above, *self.table.rows_of_kind(Jenis.TOTAL)):
            if one.row in self.findings:
                self.tulis(one.row - 1, unknown)

    def _jumlahkan(self) -> None:
        table = self.table
        for number, amount in zip(table.susunan.row_numbers, table.amounts[PAGU], strict=True):
            if amount is not None:
                self.pagu[number - 1] = amount
        self.differences = ["" if amount == "" else 0 for amount in self.pagu]
        whole = self.ragu or table.susunan.berulang
        families = bukan_ulangan(table, table.pokok if whole else table.susunan.beranak)
        for row, anak in families:
            if anak:
                self._tell_parent(row, anak)
            elif self.ragu:
                self.tulis(row.row - 1, self._tak_terbaca(row))
        for row in table.rows_of_kind(Jenis.TOTAL):
            top = [family.row for family in bukan_ulangan(table, table.puncak())]
            self._tell_parent(row, top)
        if table.susunan.berulang:
            self._ulangi(families)

    def _tell_parent(self, row: Row, anak: Sequence[Row]) -> None:
        """Say what a row should have, from those below it."""
        place, found = row.row - 1, self.findings.get(row.row)
        if found is not None:
            # Where none of those below has an amount, there is only something to say.
            expected = found.message if found.expected is None else found.expected
            self.tulis(place, expected, found.difference)
            return
        unread = self._tak_terbaca(row) if self.ragu else None
        written = row.jumlah(PAGU)
        if written and not self.ragu:
            return
        sums = jumlahkan(anak, PAGU)
        if sums is None:
            closed = next((one for one in anak if one.tertutup(PAGU)), None)
            told = _tak_diketahui(closed) if closed else unread
            self.tulis(place, told, unread or ("" if written is None else None))
        elif unread:
            self.tulis(place, sums.nilai, unread)
        elif not written and written != sums.nilai:
            # Blank is as good as the sum where the rules let it pass, and so is 0.
            self.tulis(place, sums.nilai, "")

    def _ulangi(self, families: Sequence[tuple[Row, Sequence[Row]]]) -> None:
        """Say of rows that only repeat one further up what is said of that one."""
        first: dict[Kode | None, int] = {}
        for row, _ in families:
            first.setdefault(row.kode, row.row - 1)
        repeated = {row.row for row in self.table.pokok} - {row.row for row, _ in families}
        for row in self.table.pokok:
            if row.row in repeated and row.jumlah(PAGU) is not None:
                place = first[row.kode]
                self.tulis(row.row - 1, self.pagu[place], self.differences[place])

    def _tak_terbaca(self, row: Row) -> Teks | None:
        """Return why the amount of a row is not known; None where it is, or is blank."""
        if not row.tak_diketahui(PAGU):
            return None
        value = self.amounts[row.row - 1]
        return galat(value) if isinstance(value, Galat) else tak_terbaca(value)


def _tak_diketahui(closed: Row) -> Teks:
    return Teks(
        f"Tidak diketahui: pagu {closed.kode} di bawahnya tidak terbaca.",
        f"Not known: the amount of {closed.kode} below it cannot be read.",
    )
