"""What several columns of one indicator come to: their sum where things are counted, else the last.

Only series that can be told beyond doubt are given: all cells hold as many values, each is one
number, and the units do not differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from selaras.model.row import Money, Row, compute_rounding_off
from selaras.reckon.shown import (
    has_one_measure,
    is_blank,
    is_measurable,
    read_format_decimals,
    replace_number,
)
from selaras.values.cumulative import is_state
from selaras.values.equality import are_equal
from selaras.values.fold import fold
from selaras.values.target import TargetValue


class Series(NamedTuple):
    """The values of one indicator in several columns, and the value that they should come to."""

    #: By column, None where the cell holds none.
    values: tuple[TargetValue | None, ...]
    #: What is written as their result; None where that cell is blank.
    result: TargetValue | None
    #: The decimals to which the result is shown; None where its cell does not tell.
    decimals: int | None = None
    #: Whether the indicator says that it measures a state, whatever its unit.
    is_state: bool = False

    def says(self, number: Decimal) -> bool:
        """Tell whether the result that is written is this number, as far as its cell shows it."""
        written = self.result.number if self.result else None
        return written is not None and are_equal(written, number, self.decimals)

    @property
    def parts(self) -> tuple[TargetValue, ...]:
        """The values that are there, in the order of the columns."""
        return tuple(value for value in self.values if value is not None)

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers of the values that are there."""
        return tuple(value.number for value in self.parts if value.number is not None)

    @property
    def total(self) -> Decimal:
        """The sum, none counting 0."""
        return sum(self.numbers, Decimal(0))

    @property
    def last_number(self) -> Decimal:
        """The last number that is there."""
        return self.numbers[-1]

    @property
    def is_cumulative(self) -> bool | None:
        """Whether the values add up; None where no unit tells."""
        known = [
            v.is_cumulative for v in (*self.parts, self.result) if v and v.is_cumulative is not None
        ]
        if known:
            return all(known)
        return False if self.is_state and not any(v.measure for v in self.parts) else None

    @property
    def is_rising(self) -> bool:
        """Whether no value is below the one before: they may each include those before."""
        return all(one <= two for one, two in zip(self.numbers, self.numbers[1:], strict=False))

    def is_yearly(self, end_target: Decimal | None) -> bool:
        """Tell whether one year alone reaches the target at the end: 29 people, each year again."""
        return (
            end_target is not None and end_target <= max(self.numbers) and end_target < self.total
        )

    def write(self, number: Decimal) -> str:
        """Return a number in the way that the indicator's values are written."""
        return replace_number(self.parts[-1], number)


def build_series(row: Row, keys: Sequence[str], result_key: str) -> Iterator[Series | None]:
    """Yield a row's series, one for each value of the cells; None for one in doubt.

    Nothing is yielded where the cells cannot be held against each other at all.
    """
    cells = [row.target(key) for key in (*keys, result_key)]
    for key, cell in zip((*keys, result_key), cells, strict=True):
        if cell is None and not is_blank(row, key):
            return
    counts = {len(cell) for cell in cells if cell}
    if len(counts) != 1 or not any(cells[:-1]):
        return
    shown, state = read_format_decimals(row, result_key), is_state(fold(row.text("indikator")))
    for index in range(counts.pop()):
        series = _build_series([cell[index] if cell else None for cell in cells])
        yield series and series._replace(decimals=shown, is_state=state)


def _build_series(values: Sequence[TargetValue | None]) -> Series | None:
    there = [value for value in values if value is not None]
    if not all(map(is_measurable, there)) or not has_one_measure(there):
        return None
    bare = {not value.measure for value in there if value.kind != "grade"}
    if len(bare) > 1 and any(value.measure == "persen" for value in there):
        return None  # 0,3 beside 30%
    return Series(tuple(values[:-1]), values[-1])


class MoneySeries(NamedTuple):
    """Amounts of one row in several columns; none counts 0."""

    values: tuple[Money | None, ...]
    result: Money

    @property
    def amounts(self) -> tuple[Money, ...]:
        """The amounts that are there."""
        return tuple(amount for amount in self.values if amount is not None)

    @property
    def total(self) -> Money:
        """Their sum."""
        return sum(self.amounts)

    @property
    def is_rising(self) -> bool:
        """Whether no amount is below the one before: they may each include those before."""
        return all(one <= two for one, two in zip(self.amounts, self.amounts[1:], strict=False))


def build_money_series(row: Row, keys: Sequence[str], result_key: str) -> MoneySeries | None:
    """Return a row's amounts; None where one cannot be known, all are blank or the result is."""
    if any(row.is_unknown(key) for key in (*keys, result_key)):
        return None
    amounts = tuple(row.amount(key) for key in keys)
    result = row.amount(result_key)
    if result is None or not any(amount is not None for amount in amounts):
        return None
    return MoneySeries(amounts, result)


def compute_tolerance(row: Row, key: str, count: int) -> Money:
    """Return by how much a sum in a column may be off: amounts in thousands are rounded each."""
    allowed = row.table.tolerance
    scale = row.table.columns[key].scale
    return (
        max(Decimal(allowed) / scale, count * compute_rounding_off([row], key))
        if scale > 1
        else allowed
    )


def correct_series(series: Sequence[Series | None], right: Sequence[Decimal | None]) -> str | None:
    """Return what a cell should say, its series' right numbers put in; None where none is wrong."""
    if not any(number is not None for number in right):
        return None
    shown: list[str] = []
    for one, number in zip(series, right, strict=True):
        if one is not None and number is not None:
            shown.append(one.write(number))
        else:
            shown.append(one.result.text if one is not None and one.result is not None else "...")
    return " ; ".join(shown)
