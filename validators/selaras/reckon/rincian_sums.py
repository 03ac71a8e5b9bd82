"""Rincian that do not add up to the amount of the row that they stand below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.model.row import Row, Sum
from selaras.model.table import Table, TableColumn
from selaras.reckon.sums import COMMON_FILLED, is_nested_sum, is_sum_written


def find_wrong_rincian(table: Table) -> Iterator[tuple[Row, TableColumn, Sum]]:
    """Yield the rows whose amount is not the sum of their rincian, with that sum."""
    rows = [row for row in table.main_rows if row.rincian]
    for column in table.money_columns:
        due = [row for row in rows if row.sum_rincian(column.key) is not None]
        filled = sum(row.amount(column.key) is not None for row in due)
        is_blank_wrong = filled >= COMMON_FILLED * len(due)
        for row in due:
            sum_ = _find_wrong_sum(row, column, is_blank_wrong=is_blank_wrong)
            if sum_ is not None:
                yield row, column, sum_


def _find_wrong_sum(row: Row, column: TableColumn, *, is_blank_wrong: bool) -> Sum | None:
    """Return what the rincian of a row add up to, where the row should say it and does not."""
    key = column.key
    sum_ = row.sum_rincian(key)
    if sum_ is None or row.is_unknown(key) or is_sum_written(row, column, sum_):
        return None
    written = row.amount(key)
    if _has_amounts_elsewhere(row.rincian, column):
        return None
    if written is None and not (is_blank_wrong and sum_.value):
        return None
    if written is not None and is_nested_sum(row.rincian, column, written):
        return None
    return sum_


def _has_amounts_elsewhere(rows: Sequence[Row], column: TableColumn) -> bool:
    """Tell whether a row has its amounts in other columns only: it is not known in this one.

    Mostly only the plan year is broken down.
    """
    return any(
        row.amount(column.key) is None
        and any(row.amount(other.key) is not None for other in row.table.money_columns)
        for row in rows
    )
