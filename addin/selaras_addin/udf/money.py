"""Amounts in cells: read from any of their forms, and written in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from selaras.model.row import Money
from selaras.values.rupiah import read_money, strip_sign
from selaras.values.terbilang import TOO_LARGE, read_terbilang, write_terbilang
from selaras.values.text import Text, cut_short
from selaras_addin.udf.arrays import CellResults, CellValue, map_cells, read_array

_TOO_LARGE = Text(
    "Terlalu besar untuk ditulis dengan kata-kata (paling banyak 999 triliun).",
    "Too large to be written in words (999 triliun at most).",
)


def say_unreadable(value: CellValue) -> Text:
    """Return the sentence that no amount can be read from a cell."""
    text = cut_short(" ".join(str(value).split()), 60)
    return Text(f"“{text}” tidak terbaca sebagai angka.", f"“{text}” cannot be read as a number.")


def read_amount(value: CellValue) -> Money | Text | None:
    """Return the amount in a cell, None where it says that there is none, or why it is not read."""
    read = read_money(value)
    if read is None:
        return None
    if read.amount is not None:
        return read.amount
    words = read_terbilang(value) if isinstance(value, str) else None
    return say_unreadable(value) if words is None else words


def convert_rupiah(value: object) -> CellResults:
    """Return the number of each amount, in rupiah; blank where the cell says that there is none."""

    def convert(cell: CellValue) -> float | str | Text:
        amount = read_amount(cell)
        if amount is None:
            return ""
        return amount if isinstance(amount, Text) else float(amount)

    return map_cells(read_array(value), convert)


def spell_amounts(value: object) -> CellResults:
    """Return each amount in words, in rupiah and sen."""

    def spell(cell: CellValue) -> str | Text:
        amount = read_amount(cell)
        if amount is None:
            return ""
        return amount if isinstance(amount, Text) else _spell_amount(amount)

    return map_cells(read_array(value), spell)


def _spell_amount(amount: Money) -> str | Text:
    if strip_sign(amount) >= TOO_LARGE:
        return _TOO_LARGE
    sen = abs(int((Decimal(amount) * 100).quantize(Decimal(1), ROUND_HALF_UP)))
    whole, rest = divmod(sen, 100)
    if whole >= TOO_LARGE:
        return _TOO_LARGE  # 999.999.999.999.999,999 rounds up
    text = f"{write_terbilang(whole)} rupiah"
    if rest:
        text += f" {write_terbilang(rest)} sen"
    return f"minus {text}" if amount < 0 and sen else text
