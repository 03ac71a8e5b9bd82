"""Codes that Excel took for numbers or dates, and the cells that hold them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from selaras.model.book import Position, Value
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.kode_reading import KodeFault


class BrokenKode(NamedTuple):
    """A row whose code is stored as a number or a date, and the cell that is."""

    row: Row
    position: Position
    is_date: bool


def find_broken_kodes(table: Table) -> Iterator[BrokenKode]:
    """Yield the codes that Excel changed, but for those that a number format shows whole."""
    for row in table.main_rows:
        fault = row.reading.fault if row.reading is not None else None
        if fault is None or fault not in (KodeFault.DATE, KodeFault.EXCEL_NUMBER):
            continue
        is_date = fault is KodeFault.DATE
        position = _find_broken_cell(row, is_date=is_date)
        if is_date or not _is_shown_whole(row, position):
            yield BrokenKode(row, position, is_date)


#: Number formats that show the lost zero all the same: 2.1 reads 2.10.
_TWO_DECIMALS = re.compile(r"[#,0_ ]*0\.00(?![0#?%E])")


def _find_broken_cell(row: Row, *, is_date: bool) -> Position:
    """Return the damaged cell: where the code is split over cells, the one Excel changed."""
    column = row.table.columns.get("kode")
    for number in column.columns if column else ():
        value = row.table.sheet.value(row.row, number)
        if isinstance(value, datetime.date) if is_date else _is_fraction(value):
            return row.row, number
    return row.kode_position()


def _is_fraction(value: Value) -> bool:
    return isinstance(value, float) and not value.is_integer()


def _is_shown_whole(row: Row, position: Position) -> bool:
    """Tell whether the cell shows the lost zero all the same (2.1 as 2.10)."""
    return _TWO_DECIMALS.match(row.table.sheet.style(*position).number_format) is not None
