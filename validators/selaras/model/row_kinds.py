"""What rules ask again and again about the rows of a table: gathered once, when first asked for."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from operator import le
from typing import TYPE_CHECKING

from selaras.model.clashes import Chains, read_chains
from selaras.model.column_values import NONE_SIGNS
from selaras.model.row import RowKind
from selaras.model.upper import UpperRow, build_upper_rows

if TYPE_CHECKING:
    from selaras.model.book import Value
    from selaras.model.row import Row
    from selaras.model.table import Table
    from selaras.values.kode_reading import Level

#: Kinds of column that tell which row it is, not what it says; as in `tables.spec.Content`.
_COUNTING = ("kode", "no")
#: Kinds of row that a form has before anything is filled in.
_FRAME = (RowKind.TOTAL, RowKind.CARRIED_OVER, RowKind.HEADING, RowKind.RINCIAN_HEADING)

#: What stands before the sum row of a form, in tables without amounts too.
_SUM = frozenset(("jumlah", "total"))


class RowKinds:
    """The rows of a table by what they are; all lists in the order of the sheet."""

    def __init__(self, table: Table) -> None:
        self._table = table

    @cached_property
    def is_empty(self) -> bool:
        """Whether no row says anything: there are none, or only totals, section lines, bare codes,
        running numbers, dashes and noughts, as in a form that nobody has filled in.
        """
        table = self._table
        said = [
            number
            for column in table.columns.values()
            if column.spec.content not in _COUNTING
            for number in column.columns
        ]
        return not any(
            row.kind not in _FRAME and any(_says(table, row.row, number) for number in said)
            for row in table.rows
        )

    @cached_property
    def row_numbers(self) -> list[int]:
        """The sheet rows that the rows stand in."""
        return [row.row for row in self._table.rows]

    @cached_property
    def continued_rows(self) -> list[Row]:
        """The rows that go on below, in continuation rows."""
        return [row for row in self._table.rows if row.continuations]

    @cached_property
    def spread_rows(self) -> list[Row]:
        """The rows whose amount is spread over further rows."""
        return [row for row in self._table.rows if row.parts]

    @cached_property
    def kinds(self) -> frozenset[RowKind]:
        """The kinds of rows that there are."""
        return frozenset([row.kind for row in self._table.rows])

    @cached_property
    def heads(self) -> list[Row]:
        """The section lines that have amounts: those of a group, an agency, a sub unit."""
        money = self._table.money_columns
        return [
            row
            for row in (self._table.rows if RowKind.HEADING in self.kinds else ())
            if row.kind is RowKind.HEADING and any(row.amount(c.key) is not None for c in money)
        ]

    @cached_property
    def main_rows(self) -> list[Row]:
        """The rows of the hierarchy."""
        main = RowKind.MAIN
        return [row for row in self._table.rows if row.kind is main]

    @cached_property
    def by_level(self) -> dict[Level | None, list[Row]]:
        """The rows of the hierarchy by their level."""
        found: dict[Level | None, list[Row]] = {}
        for row in self.main_rows:
            if row.level in found:
                found[row.level].append(row)
            else:
                found[row.level] = [row]
        return found

    @cached_property
    def chains(self) -> Chains:
        """What stands above each row, by its code and by what the columns of levels say."""
        return read_chains(self._table)

    @cached_property
    def upper(self) -> list[UpperRow]:
        """The programs and kegiatan that there are no rows of."""
        return build_upper_rows(self._table, self.chains)

    @cached_property
    def kode_rows(self) -> list[Row]:
        """The rows of the hierarchy whose codes can be read."""
        return [row for row in self.main_rows if row.kode is not None]

    @cached_property
    def parts(self) -> list[tuple[int, ...]]:
        """The codes of `kode_rows` as numbers."""
        return [row.kode.parts for row in self.kode_rows if row.kode is not None]

    @cached_property
    def has_repeats(self) -> bool:
        """Whether a code stands in more than one row."""
        return len(set(self.parts)) < len(self.parts)

    @cached_property
    def is_ascending(self) -> bool:
        """Whether no code is less than the one above it."""
        codes = self.parts
        return all(map(le, codes, islice(codes, 1, None)))

    @cached_property
    def parents(self) -> list[Row]:
        """The rows of the hierarchy that others stand below."""
        return [row for row in self.main_rows if row.children]

    @cached_property
    def children(self) -> list[tuple[int, list[int]]]:
        """The places of `parents` in the table, each with the places of the rows below it."""
        return [(row.index, [child.index for child in row.children]) for row in self.parents]


def _says(table: Table, row: int, column: int) -> bool:
    """Tell whether a cell holds a text, an amount that is not 0, or an error that was typed."""
    sheet = table.sheet
    value: Value = sheet.value(row, column)
    if isinstance(value, str):
        text = value.strip()
        return text not in NONE_SIGNS and text.strip(" :.").casefold() not in _SUM
    if value is None:
        return (row, column) in sheet.errors and (row, column) not in sheet.formulas
    return value != 0
