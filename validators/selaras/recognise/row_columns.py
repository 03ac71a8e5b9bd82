"""The sheet columns that tell what a row is, by what they hold."""

from __future__ import annotations

from typing import NamedTuple

from selaras.model.table import Table, TableColumn
from selaras.tables import Content


class RowColumns(NamedTuple):
    """The sheet columns of a table by what they hold."""

    no: int | None
    #: From left to right.
    names: tuple[int, ...]
    #: The same in the order in which they are asked for the name of a row.
    naming: tuple[int, ...]
    indikator: tuple[int, ...]
    target: tuple[int, ...]
    money: tuple[int, ...]
    #: Every column that the table knows.
    known: frozenset[int]


def find_row_columns(table: Table) -> RowColumns:
    """Return the sheet columns of a table by what they hold."""
    columns = table.columns
    names = tuple(
        number for key in ("nama", "rkpd_nama") if key in columns for number in columns[key].columns
    )
    # "Program", "Kegiatan", "Sub Kegiatan": the row is of the lowest level that it names.
    is_lowest_first = "nama" in columns and _has_own_heads(table, columns["nama"])
    return RowColumns(
        no=columns["no"].first if "no" in columns else None,
        names=names,
        naming=names[::-1] if is_lowest_first else names,
        indikator=tuple(
            column.first
            for column in columns.values()
            if column.spec.content is Content.INDIKATOR and column.first not in names
        ),
        target=tuple(
            column.first for column in columns.values() if column.spec.content is Content.TARGET
        ),
        money=tuple(number for column in table.money_columns for number in column.columns),
        known=frozenset(number for column in columns.values() for number in column.columns),
    )


def _has_own_heads(table: Table, column: TableColumn) -> bool:
    """Tell whether each of the sheet columns of one table column has a head of its own."""
    row = column.head[0]
    return len(column.columns) > 1 and all(
        table.sheet.value(row, number) is not None for number in column.columns
    )
