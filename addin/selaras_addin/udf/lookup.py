"""The amount of the same code in another table, however either table writes the code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from selaras.compare.match import CodeIndex
from selaras.model.row import Uang
from selaras.values.kode_reading import BacaKode, Kode, SalahKode, Tingkat
from selaras.values.text import Teks
from selaras_addin.excel_errors import Galat
from selaras_addin.udf.arrays import Hasil, Sel, galat, kolom, larik, sepanjang
from selaras_addin.udf.columns import kolom_kode
from selaras_addin.udf.kode import Terbaca, diubah_excel, isi_kode, kode_jelas, kode_larik
from selaras_addin.udf.money import baca_jumlah

_NAMA = ("kolom_kode_lain", "kolom_pagu_lain")


def cocok(kode: object, kolom_kode_lain: object, kolom_pagu_lain: object) -> Hasil:
    """Return, for each code, its amount in the other table; blank where it has none there.

    A code that stands there several times counts once, where its amounts do not contradict.
    """
    amounts, across = kolom(larik(kolom_pagu_lain), _NAMA[1])
    others = kolom_kode(kolom_kode_lain, _NAMA[0], sebanyak=len(amounts) if across else 0)
    sepanjang(_NAMA, len(others.terbaca), len(amounts))
    errors = sum(isinstance(value, Galat) for row in others.sel for value in row)
    lain = _Lain(others.terbaca, amounts, errors)
    return [[isi_kode(read, lain.pagu) for read in row] for row in kode_larik(larik(kode))]


def _terkaan(read: Terbaca) -> Kode | None:
    return read.kode if isinstance(read, BacaKode) else None


class _Lain:
    """The other table: its amounts by code."""

    def __init__(self, terbaca: Sequence[Terbaca], amounts: Sequence[Sel], errors: int) -> None:
        #: How many of its code cells hold error values: any code may be among them.
        self.error_count = errors
        self.terbaca = terbaca
        self.amounts: CodeIndex[Sel] = CodeIndex(zip(map(kode_jelas, terbaca), amounts, strict=True))
        self._jawaban: dict[Kode, str | float | Teks] = {}

    @cached_property
    def diubah(self) -> Counter[Tingkat | None]:
        """How many of its codes Excel made numbers or dates of, by the level that they may have."""
        changed = filter(diubah_excel, self.terbaca)
        return Counter(kode.tingkat if (kode := _terkaan(read)) else None for read in changed)

    @cached_property
    def beberapa(self) -> int:
        """How many of its code cells hold several codes, which are not read."""
        return sum(
            isinstance(read, BacaKode) and read.salah is SalahKode.BEBERAPA for read in self.terbaca
        )

    def pagu(self, kode: Kode) -> str | float | Teks:
        """Return the amount of a code, "" where it has none, or why it cannot be told."""
        found = self._jawaban.get(kode)
        if found is None:
            found = self._jawaban[kode] = self._cari(kode)
        return found

    def _cari(self, kode: Kode) -> str | float | Teks:
        cells = self.amounts.all(kode)
        if not cells:
            return self._say_missing(kode)
        if len(cells) == 1 and type(cells[0]) is float and cells[0].is_integer():
            return cells[0]  # a plain amount, as most are
        amounts: set[Uang] = set()
        for cell in cells:
            amount = galat(cell) if isinstance(cell, Galat) else baca_jumlah(cell)
            if isinstance(amount, Teks):
                return Teks(f"Di tabel lain: {amount.id}", f"In the other table: {amount.en}")
            if amount is not None:
                amounts.add(amount)
        if len(amounts) > 1:
            return Teks(
                f"{kode} ada {len(cells)} kali di tabel lain, dengan pagu berbeda.",
                f"{kode} stands {len(cells)} times in the other table, with different amounts.",
            )
        return float(amounts.pop()) if amounts else ""

    def _say_missing(self, kode: Kode) -> Teks:
        told = Teks(f"{kode} tidak ada di tabel lain", f"{kode} is not in the other table")
        if self.error_count:
            told += Teks(
                f" ({self.error_count} sel kodenya berisi galat)",
                f" ({self.error_count} of its code cells hold errors)",
            )
        changed = self.diubah[kode.tingkat] + self.diubah[None]
        if changed:
            told += Teks(
                f" ({changed} sel kodenya tersimpan sebagai angka atau tanggal)",
                f" ({changed} of its code cells are stored as a number or a date)",
            )
        if self.beberapa:
            told += Teks(
                f" ({self.beberapa} selnya memuat lebih dari satu kode)",
                f" ({self.beberapa} of its cells hold more than one code)",
            )
        return told + Teks(".", ".")
