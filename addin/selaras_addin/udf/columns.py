"""Whole columns of codes and amounts as the engine's rows: read once, checked by its rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_uppercase
from typing import NamedTuple

from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.recognise import traits
from selaras.recognise.head_cell import is_like_head
from selaras.recognise.tree import build_tree
from selaras.values.kode_reading import KodeReading
from selaras.values.text import Text
from selaras_addin.udf.arrays import (
    BadArguments,
    CellArray,
    CellResults,
    CellValue,
    read_array,
    say_size,
)
from selaras_addin.udf.columns_as_table import build_table
from selaras_addin.udf.kode import CellReading, is_kode_opd, read_all_kodes, read_split_rows
from selaras_addin.udf.split_kode import is_split

#: The number of a column as some tables print it.
_COLUMN_NUMBER = re.compile(r"\s*[(\[]?\s*\d{1,2}\s*[)\]]?\s*")


class KodeColumn(NamedTuple):
    """A column of codes: its cells, what was read in each place, and whether it lies across."""

    cells: CellArray
    readings: list[CellReading]
    is_across: bool

    def shape_results(self, found: Sequence[str | float]) -> CellResults:
        """Return results, one for each place, in the shape that the codes had."""
        return [list(found)] if self.is_across else [[one] for one in found]

    def name_place(self, number: int) -> Text:
        """Return how a message names a place, counted from 1."""
        if self.is_across:
            return Text(f"sel ke-{number}", f"cell {number}")
        return Text(f"baris ke-{number}", f"row {number}")


def read_kode_column(value: object, name: str, *, expected_count: int = 0) -> KodeColumn:
    """Return an argument as a column of codes; several columns hold the parts of one code a row.

    Where a row of cells may be either, it is a row of codes if there are `expected_count` of
    them. Raises BadArguments where several columns hold whole codes.
    """
    rows = read_array(value)
    wide = len(rows[0]) > 1
    if wide and is_split(rows) and (len(rows) > 1 or len(rows[0]) != expected_count):
        return KodeColumn(rows, _drop_numbers(rows, read_split_rows(rows)), is_across=False)
    if wide and len(rows) > 1:
        raise BadArguments(
            Text(
                f"{name} harus satu kolom, atau beberapa kolom yang bersama-sama memuat satu kode "
                f"(2 | 17 | 01 ...), bukan {say_size(rows).id}.",
                f"{name} must be one column, or several that hold one code together "
                f"(2 | 17 | 01 ...), not {say_size(rows).en}.",
            )
        )
    cells: CellArray = [(one,) for one in rows[0]] if wide else rows
    readings = _drop_numbers(cells, read_all_kodes([one for (one,) in cells]))
    return KodeColumn(cells, readings, is_across=wide)


def _drop_numbers(cells: CellArray, readings: list[CellReading]) -> list[CellReading]:
    """Return what was read but for the numbers of columns that are printed right under a head.

    "1" under "Kode" is no urusan, unless what follows is its bidang or another urusan.
    """
    if Text not in set(map(type, readings)):
        return readings
    below_head = False
    for place, one in enumerate(readings):
        if one is None:
            continue
        if isinstance(one, Text):
            text = find_label(cells[place])
            numbered = below_head and _COLUMN_NUMBER.fullmatch(text) is not None
            below_head = numbered or is_like_head(text)
        else:
            urusan = one.kode is not None and len(one.kode.parts) == 1
            numbered = below_head and urusan and not _is_urusan(one, readings[place + 1 :])
            below_head = False
        if numbered:
            readings[place] = None
    return readings


def _is_urusan(one: KodeReading, below: Sequence[CellReading]) -> bool:
    """Tell whether an urusan is one, by the next code below it."""
    after = next((two.kode for two in below if isinstance(two, KodeReading) and two.kode), None)
    if one.kode is None or after is None or len(after.parts) > 2:
        return False
    return len(after.parts) == 1 or after.is_below(one.kode)


def build_row_table(codes: KodeColumn, amounts: Sequence[CellValue] | None = None) -> Table:
    """Return the codes, and the amounts beside them, as a table with its rows and their tree.

    Places without a code have no row, but for totals, which end what is above them.
    """
    table = build_table(codes.cells, amounts)
    rows: list[Row] = []
    main = RowKind.MAIN
    for number, read in enumerate(codes.readings, 1):
        if isinstance(read, KodeReading):
            row = Row(table, number, main)
            row.reading, row.kode = read, (kode := read.kode)
            if kode is not None:
                row.level = kode.level
            elif is_kode_opd(read):
                row.kind = RowKind.HEADING
        elif read is not None and traits.is_total_label(find_label(codes.cells[number - 1])):
            row = Row(table, number, RowKind.TOTAL)
        else:
            continue
        row.index = len(rows)
        rows.append(row)
    table.rows = rows
    build_tree(table)
    return table


def find_label(cells: Sequence[CellValue]) -> str:
    """Return the first text of a row; "" when it has none."""
    return next((value for value in cells if isinstance(value, str)), "")


def read_place(cell: str | None) -> int:
    """Return the place, counted from 1, of a cell that a finding of the table names."""
    return int((cell or "").lstrip(ascii_uppercase))
