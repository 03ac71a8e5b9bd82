"""Rates of achievement: "6 dokumen" of "24 dokumen" is 25%, to the decimals that are shown.

Rules that judge such columns are often errors, so every doubt counts for the document: where units
differ, a cell cannot be read or cells hold different numbers of values, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from selaras.model.row import Money, Row
from selaras.model.table import Table
from selaras.reckon.difference_words import build_difference_finding
from selaras.reckon.shown import (
    LARGEST,
    has_one_measure,
    is_measurable,
    read_format_decimals,
    show_cell,
    write_percent,
)
from selaras.values.equality import MOST_DECIMALS, are_equal, count_decimals
from selaras.values.finding import Finding
from selaras.values.rupiah import convert_to_rupiah, write_rupiah
from selaras.values.target import TargetValue
from selaras.values.text import Text

_THOUSANDS = re.compile(r"([1-9][0-9]{0,2})\.([0-9]{3}) *(?:%|persen)?", re.IGNORECASE)


class _RatioReading(NamedTuple):
    """One way to read a rate: percent, and the decimals to which it is given."""

    percent: Decimal
    decimals: int


def _read_ratio(value: TargetValue, shown: int | None) -> list[_RatioReading]:
    """Return the ways to read what is written as a rate; a bare 0,9857 may be 98,57%."""
    if value.number is None or not is_measurable(value) or value.comparator:
        return []
    if value.measure not in ("", "persen"):
        return []
    number = value.number
    places = count_decimals(number) if shown is None else min(shown, MOST_DECIMALS)
    if value.kind == "persen":
        read = [_RatioReading(number, places)]
    else:
        # 1 stands for 100%, to the whole percent; 0,7 for 70%, to ten of them.
        read = [
            _RatioReading(number, places),
            _RatioReading(number * 100, places - 2 if places else 0),
        ]
    if found := _THOUSANDS.fullmatch(value.text):
        read.append(_RatioReading(Decimal(found[1] + found[2]), 0))
    return read


def is_rate_right(read: Sequence[_RatioReading], percent: Decimal) -> bool:
    """Tell whether a written rate is the percentage, rounded or cut off to its decimals."""
    return any(are_equal(one.percent, percent, one.decimals) for one in read)


def compute_ratios(numerator: TargetValue, wanted: TargetValue) -> tuple[Decimal, ...]:
    """Return the rate of two values in percent; () where it cannot be told.

    A bare number beside a percentage may be a share of one: both readings are given then. A target
    that says "at most" is met by less, so no rate follows from it.
    """
    if numerator.number is None or wanted.number is None or wanted.comparator in ("≤", "<"):
        return ()
    if not (
        is_measurable(numerator) and is_measurable(wanted) and has_one_measure((numerator, wanted))
    ):
        return ()
    percent = compute_percent(numerator.number, wanted.number)
    if percent is None:
        return ()
    if numerator.measure == wanted.measure or "persen" not in (numerator.measure, wanted.measure):
        return (percent,)
    return (percent, percent * 100, percent / 100)


def compute_percent(numerator: Money, wanted: Money) -> Decimal | None:
    """Return the rate of two numbers in percent; None without a base above 0."""
    percent = Decimal(numerator) * 100 / Decimal(wanted) if wanted > 0 else None
    return percent if percent is not None and abs(percent) < LARGEST else None


class RatioColumns(NamedTuple):
    """The columns of a rate: the rate itself, what it is of, and its base."""

    result_key: str
    numerator: str
    denominator: str

    def is_present(self, table: Table) -> bool:
        """Tell whether the table has all three."""
        return all(key in table.columns for key in self)


def check_ratio(row: Row, columns: RatioColumns) -> Iterator[Finding]:
    """Yield the finding on a rate that is not that of its two columns."""
    written = row.target(columns.result_key)
    over, under = row.target(columns.numerator), row.target(columns.denominator)
    if not written or not over or not under or not len(written) == len(over) == len(under):
        return
    shown = read_format_decimals(row, columns.result_key)
    wrong = False
    right: list[Text] = []
    for value, numerator, wanted in zip(written, over, under, strict=True):
        read, possible = _read_ratio(value, shown), compute_ratios(numerator, wanted)
        if read and possible and not any(is_rate_right(read, percent) for percent in possible):
            wrong = True
            right.append(write_percent(possible[0]))
        else:
            right.append(Text(value.text, value.text))
    if wrong:
        expected = Text(" ; ".join(t.id for t in right), " ; ".join(t.en for t in right))
        yield build_ratio_finding(row, columns, expected)


def check_money_ratio(row: Row, columns: RatioColumns) -> Iterator[Finding]:
    """Yield the finding on a rate that is not that of its two amounts."""
    written = row.target(columns.result_key)
    if not written or len(written) != 1:
        return
    amounts = [_read_rupiah(row, key) for key in (columns.numerator, columns.denominator)]
    over, under = amounts
    if over is None or under is None:
        return
    percent = compute_percent(over, under)
    read = _read_ratio(written[0], read_format_decimals(row, columns.result_key))
    if read and percent is not None and not is_rate_right(read, percent):
        shown_amounts = [
            Text(f"Rp{write_rupiah(a)}", f"Rp{write_rupiah(a, 'en')}") for a in (over, under)
        ]
        yield build_ratio_finding(
            row, columns, write_percent(percent), (shown_amounts[0], shown_amounts[1])
        )


def _read_rupiah(row: Row, key: str) -> Money | None:
    amount = None if row.is_unknown(key) else row.amount(key)
    return None if amount is None else convert_to_rupiah(amount, row.table.columns[key].scale)


def build_ratio_finding(
    row: Row, columns: RatioColumns, right: Text, shown_amounts: tuple[Text, Text] | None = None
) -> Finding:
    """Return the finding on a wrong rate; `shown_amounts`: its columns, where they are money."""
    numerator, wanted = shown_amounts or (
        show_cell(row, columns.numerator),
        show_cell(row, columns.denominator),
    )
    over, under = (row.table.columns[key].label for key in (columns.numerator, columns.denominator))
    return build_difference_finding(
        row,
        columns.result_key,
        right.id,
        because=Text(
            f"{numerator.id} ({over.id}) dari {wanted.id} ({under.id}) adalah {right.id}",
            f"{numerator.en} ({over.en}) of {wanted.en} ({under.en}) is {right.en}",
        ),
        advice=Text(
            f"Isikan {right.id}, atau betulkan {over.id} atau {under.id} bila itu yang keliru.",
            f"Put in {right.en}, or mend the {over.en} or the {under.en} if that is wrong.",
        ),
        related=(row.place(columns.numerator), row.place(columns.denominator)),
    )
