"""What the amounts of a column should be, by the sum rules of the engine, and how far off they are.

A sum is not said where an amount that it takes cannot be read; a place that carries no code stays
blank, but for a total, which is named in the code column.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from selaras.finding import Finding, Shown
from selaras.kode import BacaKode
from selaras.model.row import Jenis, Row, Uang, jumlahkan
from selaras.model.table import Table
from selaras.penjumlahan import bukan_ulangan
from selaras.rules.jml.kegiatan import kegiatan
from selaras.rules.jml.program import program
from selaras.rules.jml.total import total
from selaras.rules.jml.urusan import urusan
from selaras.teks import Teks
from selaras_addin.sel.bagan import PAGU
from selaras_addin.sel.kode import keliru
from selaras_addin.sel.kolom import baris_tabel, kolom_kode, nomor
from selaras_addin.sel.larik import (
    Galat,
    Hasil,
    Sel,
    galat,
    kolom,
    larik,
    nilai,
    sepanjang,
)
from selaras_addin.sel.uang import tak_terbaca

_NAMA = ("kolom_kode", "kolom_pagu")


class Seharusnya(NamedTuple):
    """What the amount in one place should be, and how far off it is; "" for nothing to say."""

    pagu: Uang | str | Teks = ""
    selisih: Uang | str | Teks = ""


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
    table = baris_tabel(codes, amounts)
    found = _Penjumlah(table, amounts).semua()
    results: list[str | float] = []
    for number, read in enumerate(codes.terbaca, 1):
        wrong = keliru(read) if isinstance(read, BacaKode) and read.kode is None else None
        if wrong is not None or (isinstance(read, Teks) and _galat(codes.sel[number - 1])):
            results.append(nilai(wrong or read))
        else:
            results.append(nilai(found.get(number, Seharusnya())[part]))
    return codes.hasil(results)


def _galat(cells: Sequence[Sel]) -> bool:
    return any(isinstance(value, Galat) for value in cells)


class _Penjumlah:
    """Takes the findings of the sum rules, and what they are silent about."""

    def __init__(self, table: Table, amounts: Sequence[Sel]) -> None:
        self.table = table
        self.amounts = amounts
        #: Whether some amount may not be read: only then are sums looked at for it.
        self.ragu = any(type(value) is not float and value is not None for value in amounts)
        self.temuan: dict[int, Finding] = {}

    def semua(self) -> dict[int, Seharusnya]:
        """Return what was found, by place."""
        table = self.table
        for found in chain(urusan(table), program(table), kegiatan(table), total(table)):
            self.temuan[nomor(found.cell)] = found
        results: dict[int, Seharusnya] = {}
        first: dict[object, Seharusnya] = {}
        for row, anak in bukan_ulangan(table, table.pokok):
            results[row.row] = found_ = self._baris(row, anak)
            first.setdefault(row.kode, found_)
        if len(results) < len(table.pokok):
            for row in table.pokok:
                if row.row not in results:
                    results[row.row] = self._ulangan(row, first[row.kode])
        for row in table.jenis(Jenis.TOTAL):
            top = [family.row for family in bukan_ulangan(table, table.puncak())]
            results[row.row] = self._baris(row, top)
        return results

    def _baris(self, row: Row, anak: Sequence[Row]) -> Seharusnya:
        """Return what one row should have, from those below it."""
        found = self.temuan.get(row.row)
        if found is not None and found.expected is None:
            return Seharusnya(found.message, found.message)
        if found is not None:
            return Seharusnya(_uang(found.expected), found.difference or 0)
        unread = self._tak_terbaca(row) if self.ragu else None
        if not anak:
            return Seharusnya(unread, unread) if unread else _tetap(row)
        written = None if unread else row.jumlah(PAGU)
        if written and not self.ragu:
            return Seharusnya(written, 0)
        sums = jumlahkan(anak, PAGU)
        if sums is None:
            closed = next((one for one in anak if one.tertutup(PAGU)), None)
            if closed is None:
                return Seharusnya(unread, unread) if unread else _tetap(row)
            told = _tak_diketahui(closed)
            return Seharusnya(told, unread or ("" if written is None else told))
        if unread:
            return Seharusnya(sums.nilai, unread)
        # Blank is as good as the sum where the rules let it pass, and so is 0.
        return Seharusnya(written or sums.nilai, 0 if written or written == sums.nilai else "")

    def _ulangan(self, row: Row, first: Seharusnya) -> Seharusnya:
        """Return what a row should have that only repeats one further up."""
        written = row.jumlah(PAGU)
        if written is None:
            return Seharusnya()
        return first

    def _tak_terbaca(self, row: Row) -> Teks | None:
        """Return why the amount of a row is not known; None where it is, or is blank."""
        if not row.tak_diketahui(PAGU):
            return None
        value = self.amounts[row.row - 1]
        return galat(value) if isinstance(value, Galat) else tak_terbaca(value)


def _tetap(row: Row) -> Seharusnya:
    written = row.jumlah(PAGU)
    return Seharusnya() if written is None else Seharusnya(written, 0)


def _tak_diketahui(closed: Row) -> Teks:
    return Teks(
        f"Tidak diketahui: pagu {closed.kode} di bawahnya tidak terbaca.",
        f"Not known: the amount of {closed.kode} below it cannot be read.",
    )


def _uang(shown: Shown) -> Uang | str:
    return "" if shown is None else shown
