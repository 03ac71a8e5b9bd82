"""Amounts in cells: read from any of their forms, and written in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from selaras.model.row import Uang
from selaras.values.rupiah import baca_uang, mutlak
from selaras.values.terbilang import TERLALU_BESAR, baca_terbilang, tulis_terbilang
from selaras.values.text import Teks, pendek
from selaras_addin.udf.arrays import Hasil, Sel, larik, tiap_sel

_TERLALU_BESAR = Teks(
    "Terlalu besar untuk ditulis dengan kata-kata (paling banyak 999 triliun).",
    "Too large to be written in words (999 triliun at most).",
)


def tak_terbaca(value: Sel) -> Teks:
    """Return the sentence that no amount can be read from a cell."""
    text = pendek(" ".join(str(value).split()), 60)
    return Teks(f"“{text}” tidak terbaca sebagai angka.", f"“{text}” cannot be read as a number.")


def baca_jumlah(value: Sel) -> Uang | Teks | None:
    """Return the amount in a cell, None where it says that there is none, or why it is not read."""
    read = baca_uang(value)
    if read is None:
        return None
    if read.jumlah is not None:
        return read.jumlah
    words = baca_terbilang(value) if isinstance(value, str) else None
    return tak_terbaca(value) if words is None else words


def rupiah(value: object) -> Hasil:
    """Return the number of each amount, in rupiah; blank where the cell says that there is none."""

    def number(cell: Sel) -> float | str | Teks:
        amount = baca_jumlah(cell)
        if amount is None:
            return ""
        return amount if isinstance(amount, Teks) else float(amount)

    return tiap_sel(larik(value), number)


def terbilang(value: object) -> Hasil:
    """Return each amount in words, in rupiah and sen."""

    def words(cell: Sel) -> str | Teks:
        amount = baca_jumlah(cell)
        if amount is None:
            return ""
        return amount if isinstance(amount, Teks) else _terbilang(amount)

    return tiap_sel(larik(value), words)


def _terbilang(amount: Uang) -> str | Teks:
    if mutlak(amount) >= TERLALU_BESAR:
        return _TERLALU_BESAR
    sen = abs(int((Decimal(amount) * 100).quantize(Decimal(1), ROUND_HALF_UP)))
    whole, rest = divmod(sen, 100)
    if whole >= TERLALU_BESAR:
        return _TERLALU_BESAR  # 999.999.999.999.999,999 rounds up
    text = f"{tulis_terbilang(whole)} rupiah"
    if rest:
        text += f" {tulis_terbilang(rest)} sen"
    return f"minus {text}" if amount < 0 and sen else text
