"""What a cell of targets says as the user sees it, and how messages name indicators and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from selaras.model.column_values import NONE_SIGNS
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.equality import MOST_DECIMALS, count_decimals, round_to, shown_decimals
from selaras.values.target import TargetValue
from selaras.values.text import Text, cut_short

#: Beyond this no target is meant, and digits would run out.
LARGEST = Decimal(10) ** 15
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)*")
_SWAPPED = str.maketrans(",.", ".,")


# What stands in a cell


def list_carrying_rows(table: Table) -> Iterator[Row]:
    """Yield the rows that may carry an indicator with its targets, in the order of the sheet."""
    for row in table.main_rows:
        yield row
        yield from row.indikator


def name_indikator(row: Row) -> str:
    """Return how a message names the indicator of a row: its words cut short, else the row."""
    text = " ".join(row.text("indikator").split())
    if not text:
        return row.label if row.kode else f"“{row.label}”"
    return f"“{cut_short(text, 80)}”"


def is_blank(row: Row, key: str) -> bool:
    """Tell whether a cell holds nothing, or a dash; not so where an error or no result stands."""
    if not row.table.is_filled(*row.position(key)):
        return True
    value = row.value(key)
    return isinstance(value, str) and value.strip() in NONE_SIGNS


def read_format_decimals(row: Row, key: str) -> int | None:
    """Return how many decimals a number cell shows; None for texts and for the General format."""
    position = row.position(key)
    if isinstance(row.table.sheet.value(*position), str):
        return None
    return shown_decimals(row.table.sheet.style(*position).number_format)


def read_shown_values(row: Row, key: str) -> tuple[TargetValue, ...]:
    """Return the values of a cell as the user sees them: numbers to the decimals shown."""
    values = row.target(key) or ()
    shown = read_format_decimals(row, key)
    places = MOST_DECIMALS if shown is None else min(shown, MOST_DECIMALS)
    return tuple(
        value._replace(number=round_to(value.number, places))
        if value.number is not None
        and abs(value.number) < LARGEST
        and count_decimals(value.number) >= places
        else value
        for value in values
    )


def is_measurable(value: TargetValue) -> bool:
    """Tell whether a value is one number that can be reckoned with."""
    return value.number is not None and value.up_to is None and abs(value.number) < LARGEST


def has_one_measure(values: Sequence[TargetValue]) -> bool:
    """Tell whether numbers are in one unit, as far as their cells say."""
    return len({value.measure for value in values if value.measure}) <= 1


# Writing numbers


def write_number(number: Decimal, english: bool = False) -> str:
    """Write a number the Indonesian way ("1.234,5") or the English, without idle zeros."""
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if english else text.translate(_SWAPPED)


def write_percent(percent: Decimal) -> Text:
    """Write a percentage to two decimals: "98,57%"."""
    number = round_to(percent, 2)
    return Text(f"{write_number(number)}%", f"{write_number(number, english=True)}%")


def show_cell(row: Row, key: str) -> Text:
    """Return what a target cell says, as the user sees it."""
    value = row.value(key)
    values = read_shown_values(row, key)
    if isinstance(value, str) or len(values) != 1 or values[0].number is None:
        text = " ".join(str("" if value is None else value).split())
        if len(values) == 1 and values[0].measure and not re.search("[^\\W\\d_]|%", text):
            # Its unit stands in a cell of its own.
            text += "%" if values[0].measure == "persen" else f" {values[0].measure}"
        return Text(text, text)
    number, unit = values[0].number, values[0].measure
    tail = "%" if unit == "persen" else f" {unit}" if unit else ""
    return Text(write_number(number) + tail, write_number(number, english=True) + tail)


def show_actual(row: Row, key: str) -> str | None:
    """Return what a finding shows of a number cell: as it is shown; None where it holds a text."""
    return None if isinstance(row.value(key), str) else show_cell(row, key).id or None


def replace_number(value: TargetValue, number: Decimal) -> str:
    """Return what was written with another number in it: "5 dokumen" with 15 is "15 dokumen"."""
    if value.measure == "rupiah" and re.search("[a-z]", value.text.casefold()):
        return f"Rp {write_number(number)}"  # not "Rp 1.500.000 juta"
    if value.text and not value.measure and value.kind != "grade":
        return write_number(number)
    if value.measure and not re.search("[a-z%]", value.text.casefold()):
        return write_number(number) + ("%" if value.measure == "persen" else f" {value.measure}")
    return _NUMBER.sub(write_number(number), value.text, count=1)
