"""Sums at the head of rows: of a group ("I | BELANJA PENUNJANG | 700"), of an agency or a unit.

No rule asks for such rows. Where the sums of a column's groups hold, all of them are meant as sums;
and where a row's sums of other columns hold, so is that of each of its columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.model.row import Row, RowKind, Sum, add_up
from selaras.model.table import Table, TableColumn
from selaras.reckon.sum_words import build_sum_finding, say_top_sum
from selaras.reckon.sums import is_sum_written, merge_repeats
from selaras.values.finding import Finding
from selaras.values.kode_reading import Level
from selaras.values.text import Text, capitalise


class _Group(NamedTuple):
    """A row that heads others, with what it may be the sum of: the likeliest reading first."""

    head: Row
    readings: Sequence[Sequence[Row]]

    def add_up(self, column: TableColumn) -> list[Sum | None]:
        """Return the sums of a column, one for each reading."""
        return [add_up(rows, column.key) for rows in self.readings]

    def find_held(self, column: TableColumn) -> list[int]:
        """Return which of the readings hold for a column; 0 of nothing tells nothing."""
        if not self.head.amount(column.key):
            return []
        sums = enumerate(self.add_up(column))
        return [
            at
            for at, total in sums
            if total is not None and is_sum_written(self.head, column, total)
        ]


def check_groups(table: Table) -> Iterator[Finding]:
    """Yield a finding for each row at the head of others whose sum is not theirs.

    Nothing is said in a column in which as many are broken as hold, but for one of two, unless the
    row's other columns tell that it is a sum.
    """
    groups = list(_find_groups(table))
    for column in table.money_columns if groups else ():
        held, wrong = 0, []
        for group in groups:
            sums = group.add_up(column)
            if group.head.amount(column.key) is None or all(total is None for total in sums):
                continue
            if any(
                total is not None and is_sum_written(group.head, column, total) for total in sums
            ):
                held += 1
            else:
                wrong.append(group)
        for group in wrong:
            others = [one for one in table.money_columns if one is not column]
            elsewhere = next((at[0] for one in others if (at := group.find_held(one))), None)
            if elsewhere is None and held < max(1, len(wrong)):
                continue
            sums = group.add_up(column)
            total = sums[elsewhere or 0] or next(filter(None, sums))
            if total is not None:
                label, name = column.label, group.head.label
                who = Text(f"{capitalise(label.id)} “{name}”", f"The {label.en} of “{name}”")
                yield build_sum_finding(group.head, column, total, who, say_top_sum(total))


def _find_groups(table: Table) -> Iterator[_Group]:
    """Yield the rows that head others and have amounts."""
    heads = table.row_kinds.heads
    if not heads:
        return
    ends = [
        row.row
        for row in (*table.rows_of_kind(RowKind.HEADING), *table.rows_of_kind(RowKind.TOTAL))
    ]
    for head in heads:
        end = min((row for row in ends if row > head.row), default=None)
        below = [row for row in table.main_rows if row.row > head.row]
        own = [row for row in below if end is None or row.row < end]
        programs = [row for row in own if row.level is Level.PROGRAM]
        # A head may stand over further heads, as an agency does over its sub units.
        readings = [
            _find_highest(table, own),
            _find_highest(table, programs),
            _find_highest(table, below),
        ]
        if readings[0]:
            yield _Group(head, [rows for rows in readings if rows])


def _find_highest(table: Table, rows: Sequence[Row]) -> list[Row]:
    """Return the rows among some that none of them stands above, repeats left out."""
    inside = set(rows)
    tops = [row for row in rows if row.parent not in inside]
    return [family.row for family in merge_repeats(table, tops)]
