"""The rows of two plan tables that are the same: by code, or by name where a table has no codes.

T-C.33 is what the others are held against; where there is none, the SIPD form is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.compare.cells import find_implied, find_main_plan, list_main_rows
from selaras.compare.match import index_rows, pair_codes, pair_named_rows
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.work import COPY_TABLE, Work
from selaras.tables import PLAN_TABLES, SIPD_TABLES
from selaras.values.finding import Severity
from selaras.values.text import Text

#: What rules over two plan tables need: one, and another beside it, or a copy of it.
PAIRED_PLANS = (("T-C.33", *SIPD_TABLES), ("Tabel 4.1", *SIPD_TABLES, COPY_TABLE))


class SameRow(NamedTuple):
    """One row of the hierarchy in both tables, with the rows that say its code again."""

    baseline: Row
    second: Row
    baseline_rows: Sequence[Row]
    second_rows: Sequence[Row]
    #: Found by code, and neither table has two of it.
    is_certain: bool


class PlanComparison(NamedTuple):
    """Two plan tables, each perhaps over several sheets."""

    baseline: Sequence[Table]
    second: Sequence[Table]
    pairs: list[SameRow]
    only_baseline: list[Row]
    only_second: list[Row]

    @property
    def severity(self) -> Severity | None:
        """How grave a difference is at most: None for what a rule says.

        A recapitulation may be older than its table, and plans of two stages may differ.
        """
        doubtful = self.second[0].edition.is_copy or any(
            one.edition.contradicts(other.edition) for one in self.baseline for other in self.second
        )
        return Severity.WARNING if doubtful else None

    @property
    def is_extract(self) -> bool:
        """Whether the other table tells a part of the first again, as that of one bidang."""
        if not self.second[0].edition.is_copy:
            return False
        levels = {same.second.level for same in self.pairs}
        left = [row for row in self.only_baseline if row.level in levels]
        # A recapitulation has fewer levels, and few rows: one that it lacks may be half of them.
        recapitulated = len(left) < len(self.only_baseline)
        return len(left) > len(self.pairs) - (not recapitulated)

    @property
    def name(self) -> Text:
        """What messages call the table that the other is held against."""
        return call_table(self.baseline[0], self.second[0])

    @property
    def second_name(self) -> Text:
        """What messages call the other table."""
        return call_table(self.second[0], self.baseline[0])


def call_table(table: Table, beside: Table) -> Text:
    """Return what messages call a table: by its place, too, where the other has its name."""
    if table.name != beside.name:
        return Text(table.name, table.name)
    sheet = table.sheet.name
    if sheet != beside.sheet.name:
        return Text(f"{table.name} di lembar {sheet}", f"{table.name} on sheet {sheet}")
    return Text(f"{table.name} di {table.area}", f"{table.name} in {table.area}")


def find_implied_pairs(comparison: PlanComparison) -> Iterator[tuple[Row, Row]]:
    """Yield rows of one table, each with the sum that stands for its like in the other."""
    sides = comparison.baseline, comparison.second
    for tables, others in (sides, sides[::-1]):
        rows = index_rows(list_main_rows(others))
        for upper in find_implied(tables, others):
            code = rows.find_code(upper.kode) if upper.kode is not None else None
            if code is not None and len(rows[code]) == 1:
                yield rows[code][0], upper


def find_comparisons(work: Work) -> Iterator[PlanComparison]:
    """Yield each further plan table beside the first one; tables of other years are none."""
    first = find_main_plan(work)
    if not first:
        return
    years = {table.year for table in first if table.year}
    for name in PLAN_TABLES:
        second = [
            table
            for table in work.named(name)
            if (name != first[0].name or table.edition.is_copy)
            and (not table.year or not years or table.year in years)
        ]
        if second:
            coded = all(table.has_kodes for table in (*first, *second))
            yield _compare_by_kode(first, second) if coded else _pair_by_name(work, first, second)


# By code


def _compare_by_kode(first: Sequence[Table], second: Sequence[Table]) -> PlanComparison:
    mine, theirs = index_rows(list_main_rows(first)), index_rows(list_main_rows(second))
    found: list[SameRow] = []
    for kode, other in pair_codes(mine, theirs):
        rows, again = mine[kode], theirs[other]
        sure = not (_is_repeated(rows) or _is_repeated(again))
        found.append(SameRow(_find_main_row(rows), _find_main_row(again), rows, again, sure))
    alone = [mine[kode][0] for kode in mine if not theirs.has(kode)]
    left = [theirs[kode][0] for kode in theirs if not mine.has(kode)]
    return PlanComparison(first, second, found, alone, left)


def _has_money(row: Row) -> bool:
    return any(
        row.amount(c.key) is not None or row.is_unknown(c.key) for c in row.table.money_columns
    )


def _is_repeated(rows: Sequence[Row]) -> bool:
    """Tell whether a code stands there twice with amounts: a page break repeats only the name."""
    return len(rows) > 1 and sum(map(_has_money, rows)) > 1


def _find_main_row(rows: Sequence[Row]) -> Row:
    return next((row for row in rows if _has_money(row)), rows[0]) if len(rows) > 1 else rows[0]


# By name


def _pair_by_name(work: Work, first: Sequence[Table], second: Sequence[Table]) -> PlanComparison:
    """Pair what has the same name once in each table; what is left over says nothing."""
    likeness = work.setting.thresholds.likeness / 100
    found = [
        SameRow(match.left, match.right, (match.left,), (match.right,), is_certain=False)
        for match in pair_named_rows(list_main_rows(first), list_main_rows(second), likeness)
    ]
    return PlanComparison(first, second, found, [], [])
