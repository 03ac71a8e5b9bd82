"""Sums that stand below what they sum and name no row: "Sub Jumlah", "Jumlah Kegiatan", "Jumlah".

They belong to a row without amounts that ends above them. Where one of their amounts is wrong, the
other columns, the level in the label and the other rows of that level tell which row it is: the
wrong amount is then found where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.model.row import Money, Row, RowKind
from selaras.model.table import Table
from selaras.recognise.sums_below import link_sum, read_summed_name
from selaras.values.fold import fold
from selaras.values.kode_reading import Level

_LEVELS = {
    "program": Level.PROGRAM,
    "kegiatan": Level.KEGIATAN,
    "sub kegiatan": Level.SUB_KEGIATAN,
}


def link_nameless_sums(table: Table) -> None:
    """Give the rows that have no amounts the nameless sums below them that are their sums.

    What belongs to a row is told by its place, before codes link the rows: a mistyped code breaks
    no sum. "Sub Jumlah" of a row that has its amount remains a total, which the sum of the totals
    knows.
    """
    totals = list(table.rows_of_kind(RowKind.TOTAL))
    places = _Places(table)
    if len(totals) < 2 or not places.summed_below:
        return
    summed: set[Row] = set()
    for total in totals:
        found = next(
            (row for row in places.ended(total, summed) if places.is_sum(row, total)), None
        )
        if found is not None:
            summed.add(found)
            link_sum(total, found)
    like = _Like(places, summed)
    for total in totals:
        if total.kind is RowKind.TOTAL and not all(places.agreeing(places.top, total)):
            nearest = next(places.ended(total, summed), None)
            if nearest is not None and like.says(nearest, total):
                summed.add(nearest)
                link_sum(total, nearest)
    if summed:
        table.forget_readings()


def _has_no_amount(row: Row) -> bool:
    return all(row.amount(column.key) is None for column in row.table.money_columns)


class _Places:
    """The rows of a table with those below them, by level and order."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._above: dict[Row, Row] = {}
        self._below: dict[Row, list[Row]] = {}
        #: The rows of the highest level.
        self.top: list[Row] = []
        stack: list[Row] = []
        for row in table.main_rows:
            level = row.level
            if level is None:
                continue
            while stack and (stack[-1].level or 0) >= level:
                stack.pop()
            if stack:
                self._above[row] = stack[-1]
                self._below.setdefault(stack[-1], []).append(row)
            else:
                self.top.append(row)
            stack.append(row)
        #: The rows without amounts that others stand below.
        self.summed_below = [
            row for row in table.main_rows if row in self._below and _has_no_amount(row)
        ]
        self._open = set(self.summed_below)

    def ended(self, total: Row, summed: set[Row]) -> Iterator[Row]:
        """Yield the rows that end above a total, the lowest first, whose sum does not stand yet."""
        before = reversed(self._table.rows[: total.index])
        row = next((one for one in before if one.kind is RowKind.MAIN and one.level), None)
        while row is not None:
            if row in self._open and row not in summed:
                yield row
            row = self._above.get(row)

    def agreeing(self, rows: Sequence[Row], total: Row) -> list[bool]:
        """Return for each amount of a total whether it is the sum of rows."""
        told: list[bool] = []
        for column in self._table.money_columns:
            written = total.amount(column.key)
            if written is not None:
                told.append(self._sum(rows, column.key) == written)
        return told

    def of(self, row: Row, total: Row) -> list[bool]:
        """Return for each amount of a total whether it is the sum of what is below a row."""
        return self.agreeing(self._below[row], total)

    def is_sum(self, row: Row, total: Row) -> bool:
        """Tell whether a total is the sum of what is below a row."""
        told = self.of(row, total)
        return bool(told) and all(told)

    def _sum(self, rows: Sequence[Row], key: str) -> Money | None:
        """Return the sum of rows, of those below where one has no amount; None where none has."""
        amounts: list[Money] = []
        for row in rows:
            own = row.amount(key)
            if own is None and not row.is_unknown(key):
                own = self._sum(self._below.get(row, ()), key)
            if own is not None:
                amounts.append(own)
        return sum(amounts) if amounts else None


class _Like:
    """What tells that a total is the sum of a row though one of its amounts is not."""

    def __init__(self, places: _Places, summed: set[Row]) -> None:
        self._places = places
        self._exact = frozenset(summed)
        self._last = max((row.row for row in places.summed_below), default=0)

    def says(self, row: Row, total: Row) -> bool:
        """Tell whether a total is the sum of the lowest row that ends above it and has none.

        Half of its amounts say so, or nearly all rows of that level have their sums below; or the
        label names the level, but for the last of all, which may sum up all rows of that level.
        """
        named = _LEVELS.get(fold(read_summed_name(total.name) or ""))
        if named is not None and row.level is not None and named is not row.level:
            return False
        told = self._places.of(row, total)
        if told and 2 * sum(told) >= len(told):
            return True
        rows = self._places.summed_below
        others = [one for one in rows if one is not row and one.level == row.level]
        have = sum(one in self._exact for one in others)
        if have and 2 * have >= len(others):
            return True
        return named is not None and total.row < self._last
