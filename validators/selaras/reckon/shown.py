"""What a cell of targets says as the user sees it, and how messages name indicators and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from selaras.model.column_values import TAK_ADA
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.equality import DESIMAL, bulatkan, desimal, shown_decimals
from selaras.values.target import Nilai
from selaras.values.text import Teks, pendek

#: Beyond this no target is meant, and digits would run out.
TERBESAR = Decimal(10) ** 15
_BILANGAN = re.compile(r"-?[0-9]+(?:[.,][0-9]+)*")
_TUKAR = str.maketrans(",.", ".,")


# What stands in a cell


def baris_indikator(table: Table) -> Iterator[Row]:
    """Yield the rows that may carry an indicator with its targets, in the order of the sheet."""
    for row in table.pokok:
        yield row
        yield from row.indikator


def sebut(row: Row) -> str:
    """Return how a message names the indicator of a row: its words cut short, else the row."""
    text = " ".join(row.text("indikator").split())
    if not text:
        return row.sebutan if row.kode else f"“{row.sebutan}”"
    return f"“{pendek(text, 80)}”"


def kosong(row: Row, key: str) -> bool:
    """Tell whether a cell holds nothing, or a dash; not so where an error or no result stands."""
    if not row.table.is_filled(*row.posisi(key)):
        return True
    value = row.value(key)
    return isinstance(value, str) and value.strip() in TAK_ADA


def desimal_format(row: Row, key: str) -> int | None:
    """Return how many decimals a number cell shows; None for texts and for the General format."""
    position = row.posisi(key)
    if isinstance(row.table.sheet.value(*position), str):
        return None
    return shown_decimals(row.table.sheet.style(*position).number_format)


def tampak(row: Row, key: str) -> tuple[Nilai, ...]:
    """Return the values of a cell as the user sees them: numbers to the decimals shown."""
    values = row.target(key) or ()
    shown = desimal_format(row, key)
    places = DESIMAL if shown is None else min(shown, DESIMAL)
    return tuple(
        value._replace(angka=bulatkan(value.angka, places))
        if value.angka is not None
        and abs(value.angka) < TERBESAR
        and desimal(value.angka) >= places
        else value
        for value in values
    )


def terukur(value: Nilai) -> bool:
    """Tell whether a value is one number that can be reckoned with."""
    return value.angka is not None and value.sampai is None and abs(value.angka) < TERBESAR


def satuan_cocok(values: Sequence[Nilai]) -> bool:
    """Tell whether numbers are in one unit, as far as their cells say."""
    return len({value.satuan for value in values if value.satuan}) <= 1


# Writing numbers


def tulis_angka(number: Decimal, english: bool = False) -> str:
    """Write a number the Indonesian way ("1.234,5") or the English, without idle zeros."""
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if english else text.translate(_TUKAR)


def tulis_persen(percent: Decimal) -> Teks:
    """Write a percentage to two decimals: "98,57%"."""
    number = bulatkan(percent, 2)
    return Teks(f"{tulis_angka(number)}%", f"{tulis_angka(number, english=True)}%")


def tertulis(row: Row, key: str) -> Teks:
    """Return what a target cell says, as the user sees it."""
    value = row.value(key)
    values = tampak(row, key)
    if isinstance(value, str) or len(values) != 1 or values[0].angka is None:
        text = " ".join(str("" if value is None else value).split())
        if len(values) == 1 and values[0].satuan and not re.search("[^\\W\\d_]|%", text):
            # Its unit stands in a cell of its own.
            text += "%" if values[0].satuan == "persen" else f" {values[0].satuan}"
        return Teks(text, text)
    number, unit = values[0].angka, values[0].satuan
    tail = "%" if unit == "persen" else f" {unit}" if unit else ""
    return Teks(tulis_angka(number) + tail, tulis_angka(number, english=True) + tail)


def aktual(row: Row, key: str) -> str | None:
    """Return what a finding shows of a number cell: as it is shown; None where it holds a text."""
    return None if isinstance(row.value(key), str) else tertulis(row, key).id or None


def dengan_angka(value: Nilai, number: Decimal) -> str:
    """Return what was written with another number in it: "5 dokumen" with 15 is "15 dokumen"."""
    if value.satuan == "rupiah" and re.search("[a-z]", value.teks.casefold()):
        return f"Rp {tulis_angka(number)}"  # not "Rp 1.500.000 juta"
    if value.teks and not value.satuan and value.jenis != "grade":
        return tulis_angka(number)
    if value.satuan and not re.search("[a-z%]", value.teks.casefold()):
        return tulis_angka(number) + ("%" if value.satuan == "persen" else f" {value.satuan}")
    return _BILANGAN.sub(tulis_angka(number), value.teks, count=1)
