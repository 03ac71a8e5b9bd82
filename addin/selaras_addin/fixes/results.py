"""What Excel will show in a cell whose formula adds up others that are about to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from selaras.formulas import FormulaReading
from selaras.model.book import Position, Sheet
from selaras.model.row import Money
from selaras.values.rupiah import read_money, strip_sign


def compute_result(
    sheets: Mapping[str, Sheet], sheet: Sheet, reading: FormulaReading | None
) -> Money | None:
    """Return what a formula of a sheet gives; None where that cannot be told for certain.

    `sheets` are all of the workbook, by their names in small letters. As in Excel a text counts as
    nothing in a range; what + makes of one hangs on the language of Excel.
    """
    if reading is None or reading.factors:
        return None
    total: Money = reading.constant
    for there, place, times, alone in _yield_cells(sheets, sheet, reading):
        if there is None or place in there.errors or place in there.uncalculated:
            return None
        value = there.value(*place)
        if isinstance(value, int | float) and not isinstance(value, bool):
            read = read_money(value)
            if read is None or read.amount is None:
                return None
            total += read.amount * times
        elif value is not None and (alone or not isinstance(value, str)):
            return None
    return total


def _yield_cells(
    sheets: Mapping[str, Sheet], sheet: Sheet, reading: FormulaReading
) -> Iterator[tuple[Sheet | None, Position, int, bool]]:
    """Yield the cells that count: sheet, place, how often, and whether by + and not in a range.

    The sheet is None where it is not one of the workbook, or the cells are not told one by one.
    """
    single = {term.area[:2] for term in reading.form.terms if term.way == "sel"}
    for place, times in reading.cells.items():
        yield sheet, place, times, place in single
    for term in reading.elsewhere:
        there = sheets.get((term.sheet or "").casefold()) if term.way == "sel" else None
        yield there, term.area[:2], term.times, True


def is_same_amount(one: Money, other: Money) -> bool:
    """Tell whether two amounts are the same to the sen."""
    return strip_sign(one - other) < Decimal("0.005")
