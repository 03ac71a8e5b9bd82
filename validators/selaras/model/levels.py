"""What the columns of a flat list say of the levels above its rows, row by row.

A cell that is blank, or merged downwards, goes on with what was said above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from selaras.model.column_values import NONE_SIGNS
from selaras.values.kode_reading import Kode, Level, read_kode, read_leading_kode

if TYPE_CHECKING:
    from selaras.model.book import Position, Value
    from selaras.model.row import Row
    from selaras.model.table import Table


class LevelColumn(NamedTuple):
    """The sheet columns that hold the code and the name of one level above the rows."""

    level: Level
    kode: int | None = None
    #: A name may have its code before it.
    name: int | None = None


class Said(NamedTuple):
    """What a row says of one level above it, and where; blank where it says nothing."""

    kode: Kode | None = None
    name: str = ""
    #: The cell of the code, and that of the name.
    kode_position: Position | None = None
    name_position: Position | None = None


NOTHING = Said()


def read_levels(table: Table) -> Iterator[tuple[Row, dict[Level, Said]]]:
    """Yield the rows of the hierarchy with what the columns of levels say of each."""
    above: dict[Level, Said] = {}
    for row in table.main_rows:
        for column in table.levels:
            own = _read(table, row.row, column)
            if own is None:
                continue
            before = above.get(column.level)
            if before is None or (own.kode, own.name) != (before.kode, before.name):
                # Another program begins: the kegiatan of the one before is none of its.
                for lower in [one for one in above if one > column.level]:
                    if not _is_filled(table, row.row, lower):
                        del above[lower]
            above[column.level] = own
        yield row, dict(above)


def _read(table: Table, row: int, column: LevelColumn) -> Said | None:
    code, name = (_value(table, row, number) for number in (column.kode, column.name))
    if code is None and name is None:
        return None
    at_code = (row, column.kode) if column.kode is not None and code is not None else None
    at_name = (row, column.name) if column.name is not None and name is not None else None
    read = read_kode(code) if code is not None else None
    text = " ".join(name.split()) if isinstance(name, str) else ""
    if code is None and text and (split := read_leading_kode(text)) is not None:
        read, text = split
        at_code = at_name
    kode = read.kode if read is not None else None
    if kode is not None and kode.level is not column.level:
        kode = None
    return Said(kode, text, at_code, at_name)


def _is_filled(table: Table, row: int, level: Level) -> bool:
    return any(
        _value(table, row, number) is not None
        for column in table.levels
        if column.level is level
        for number in (column.kode, column.name)
    )


def _value(table: Table, row: int, column: int | None) -> Value:
    value = table.sheet.value(row, column) if column is not None else None
    return None if isinstance(value, str) and value.strip() in NONE_SIGNS else value
