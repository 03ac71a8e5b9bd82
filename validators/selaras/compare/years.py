"""What the rules that hold two cells against each other share: years of columns, equal values."""

from __future__ import annotations

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.reckon.shown import is_measurable, read_shown_values
from selaras.recognise.words import read_words
from selaras.values.equality import MOST_DECIMALS, are_equal, count_decimals, round_to
from selaras.values.target import TargetValue, is_same_target


def find_column_year(table: Table, key: str) -> int | None:
    """Return the year of a column: what its head says, else counted from the plan year.

    Where a table's years shift from document to document only the head can tell ("2023", "n-1").
    """
    column = table.columns.get(key)
    if column is None or column.year is not None or table.year is None:
        return column.year if column else None
    offset = None if table.spec.free_years else column.spec.year
    head = table.sheet.value(*column.head)
    if isinstance(head, str):
        words = read_words(head)
        if len(words.relative_years) == 1:
            offset = words.relative_years[0]
        elif not words.relative_years and "n" in words.words:
            offset = 0
    return None if offset is None else table.year + offset


def find_year_columns(table: Table, prefix: str) -> dict[int, str]:
    """Return the columns whose keys begin so and end in a number, by year; doubtful years left out.

    Two columns of one year contradict each other: neither is taken.
    """
    found: dict[int, str] = {}
    twice: set[int] = set()
    for key in table.columns:
        if not key.startswith(prefix) or not key[len(prefix) :].isdigit():
            continue
        year = find_column_year(table, key)
        if year is None:
            continue
        if year in found:
            twice.add(year)
        found[year] = key
    return {year: key for year, key in found.items() if year not in twice}


def is_same_value(row: Row, key: str, other: Row, other_key: str) -> bool | None:
    """Tell whether two cells say the same; None where one says nothing or it is in doubt."""
    one, two = row.target(key), other.target(other_key)
    if not one or not two or len(one) != len(two):
        return None
    said = [_is_same_value(a, b) for a, b in zip(one, two, strict=True)]
    if False in said:
        # Numbers that differ beyond the decimals that are shown look the same.
        shown = zip(read_shown_values(row, key), read_shown_values(other, other_key), strict=True)
        said = [_is_same_value(a, b) for a, b in shown]
    if False in said:
        return False
    return None if None in said else True


def _is_same_value(a: TargetValue, b: TargetValue) -> bool | None:
    if is_same_target((a,), (b,)):
        return True
    if not (is_measurable(a) and is_measurable(b)) or a.number is None or b.number is None:
        return None
    if a.grade and b.grade and a.grade != b.grade:
        return False
    if are_equal(a.number, b.number, MOST_DECIMALS):
        return True  # how the unit is written is no matter of these rules
    if {a.measure, b.measure} == {"", "persen"}:
        # A share of one beside a percentage: 0,3 and 30%.
        return (
            are_equal(a.number * 100, b.number, MOST_DECIMALS)
            or are_equal(b.number * 100, a.number, MOST_DECIMALS)
            or _is_near(a, b)
        )
    return False


def _is_near(a: TargetValue, b: TargetValue) -> bool:
    bare, percent = (a, b) if not a.measure else (b, a)
    if bare.number is None or percent.number is None or bare.number > 1:
        return False
    return round_to(bare.number * 100, count_decimals(percent.number)) == percent.number
