"""Two cells of two tables that should say the same: names, targets, amounts, and how they differ.

Case, spaces and punctuation are no difference. Amounts are held against each other in rupiah,
whatever unit their columns are in.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from selaras.model.row import Money, Row, compute_rounding_off, read_shown
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.reckon.difference_words import say_amount_difference
from selaras.reckon.shown import show_cell
from selaras.tables import PLAN_TABLES
from selaras.values.equality import are_equal
from selaras.values.finding import Finding, Place
from selaras.values.fold import fold, measure_likeness
from selaras.values.rupiah import convert_to_rupiah
from selaras.values.target import Target, TargetValue, is_same_target
from selaras.values.text import EMPTY, Text

#: Two words at least so alike are one word and a slip of the pen.
ONE_WORD = 0.8


def find_main_plan(work: Work) -> list[Table]:
    """Return the tables of the Renja's plan: T-C.33, else the SIPD form, else Tabel 4.1.

    Of several plans it is the one that counts most, without the tables that tell it again.
    """
    for name in PLAN_TABLES:
        found = [table for table in work.named(name) if not table.edition.is_copy]
        if found:
            numbers = [number for table in found if (number := table.edition.number) is not None]
            main = min(numbers, default=None)
            return [table for table in found if table.edition.number in (main, None)]
    return []


def find_first_tables(work: Work, names: Sequence[str]) -> list[Table]:
    """Return the tables of the first of these names that the workbook has."""
    return next((found for name in names if (found := work.named(name))), [])


def list_main_rows(tables: Sequence[Table]) -> list[Row]:
    """Return the rows of the hierarchy of tables that make up one (a sheet per bidang, say)."""
    return list(chain.from_iterable(table.main_rows for table in tables))


def find_implied(tables: Sequence[Table], others: Sequence[Table]) -> list[Row]:
    """Return the programs and kegiatan that tables have no rows of, to be held against others.

    Where both have rows further down, those tell the difference, and the sums above follow.
    """
    levels = {row.level for row in list_main_rows(others)}
    shared = {row.level for row in list_main_rows(tables) if row.level in levels}
    lowest = max((level for level in shared if level is not None), default=0)
    upper = chain.from_iterable(table.upper for table in tables)
    return [row for row in upper if row.level is not None and row.level > lowest]


# Texts


@lru_cache(maxsize=1 << 14)
def compact(text: str) -> str:
    """Return what two texts share that differ in case, spaces and punctuation only."""
    return fold(text).replace(" ", "")


def show_text(row: Row, key: str) -> str:
    """Return what a cell shows, in one line: a percentage as such, a whole number without point.

    A target whose unit stands in a cell of its own is shown with it.
    """
    if row.table.columns[key].measure_column is not None and row.target(key):
        return show_cell(row, key).id
    value = row.value(key)
    if isinstance(value, str):
        return " ".join(value.split())
    column = row.table.columns[key].first
    position = row.position(key)
    shown = read_shown(row.table.sheet, *position)
    if isinstance(shown, int | Decimal):
        style = row.table.sheet.style(position[0], column).number_format
        if "%" in style:
            return f"{(Decimal(shown) * 100).normalize():f}%".replace(".", ",")
        return str(shown).replace(".", ",")
    return " ".join(str(shown or "").split())


def is_spelling_difference(a: str, b: str) -> bool:
    """Tell whether two texts are the same words but for slips of the pen."""
    first, second = fold(a).split(), fold(b).split()
    return len(first) == len(second) and all(
        one == other or measure_likeness(one, other) >= ONE_WORD
        for one, other in zip(first, second, strict=True)
    )


# Indicators and targets


def list_indikator_rows(row: Row, key: str) -> list[Row]:
    """Return the rows, this one first, on which indicators of a row of the hierarchy stand."""
    if key not in row.table.columns:
        return []
    return [one for one in (row, *row.indikator) if one.text(key)]


def is_target_alike(a: Target | None, b: Target | None) -> bool:
    """Tell whether two targets mean the same, or one of them is not there.

    A unit may stand for itself or by its initials: "120 UM" is "120 usaha mikro".
    """
    if a is None or b is None or a is b or is_same_target(a, b):
        return True
    return len(a) == len(b) and is_same_target(tuple(map(_give_measure, a, b)), b)


def _give_measure(value: TargetValue, other: TargetValue) -> TargetValue:
    """Return a value with the unit of another where one is the initials of the other."""
    short, long = sorted((value.measure, other.measure), key=len)
    initials = "".join(word[0] for word in long.split())
    same = len(initials) > 1 and short.replace(" ", "") == initials
    return value._replace(measure=other.measure) if same else value


# Amounts


class AmountMismatch(NamedTuple):
    """Two amounts in rupiah that are not the same."""

    own: Money
    baseline: Money

    @property
    def difference(self) -> Money:
        """The first less the second."""
        return self.own - self.baseline


def read_in_rupiah(row: Row, key: str, *, from_below: bool = False) -> Money | None:
    """Return an amount in rupiah; None when none stands there or it cannot be known.

    `from_below` takes the sum of what is below where the row itself has no amount.
    """
    if key not in row.table.columns or row.is_unknown(key):
        return None
    amount = row.amount_or_sum(key) if from_below else row.amount(key)
    return None if amount is None else convert_to_rupiah(amount, row.table.columns[key].scale)


def compare_amounts(
    row: Row, key: str, baseline: Row, baseline_key: str, *, from_below: bool = False
) -> AmountMismatch | None:
    """Return the amounts of two cells where both are known and they differ.

    `from_below` takes the sum of what is below the second row where it has no amount. Amounts in
    thousands are rounded, row by row: each row below may be off by the last digit.
    """
    one, other = (
        read_in_rupiah(row, key),
        read_in_rupiah(baseline, baseline_key, from_below=from_below),
    )
    if one is None or other is None:
        return None
    off = max(compute_off_in_rupiah(row, key), compute_off_in_rupiah(baseline, baseline_key))
    off *= max(1, len(row.children), len(baseline.children))
    allowed = max(row.table.tolerance, baseline.table.tolerance, off)
    if one == other or are_equal(one, other, allowed=allowed):
        return None
    return AmountMismatch(one, other)


def build_amount_finding(
    row: Row,
    key: str,
    found: AmountMismatch,
    *,
    told: Text,
    other: Text,
    advice: Text,
    related: tuple[Place, ...],
    tail: Text = EMPTY,
    actual: Money | None = None,
) -> Finding:
    """Return the finding on an amount that another table tells otherwise.

    `told`, `other` and `tail` are the words around the amounts: see `say_amount_difference`.
    """
    return row.build_finding(
        key,
        say_amount_difference(told, found.own, other, found.baseline, tail),
        advice=advice,
        expected=convert_to_money_unit(found.baseline, row, key),
        actual=actual,
        difference=convert_to_money_unit(found.difference, row, key),
        related=related,
    )


def compute_off_in_rupiah(row: Row, key: str) -> Money:
    """Return by how many rupiah an amount, or one of those below it, may be off for rounding."""
    off = max(compute_rounding_off([one], key) for one in (row, *row.children))
    return convert_to_rupiah(off, row.table.columns[key].scale)


def convert_to_money_unit(amount: Money, row: Row, key: str) -> Money:
    """Return an amount in rupiah in the unit of a column."""
    unit = row.table.columns[key].scale
    if unit == 1:
        return amount
    whole, rest = divmod(amount, unit)
    return Decimal(amount) / unit if rest else int(whole)
