"""Tell the rows of a table apart: hierarchy, rincian, further indicators, totals, the rest.

A row is judged by what it fills in (code, number, name, indicator, amount) and by the row it stands
under: `row_cases` lists what it can be. The table ends at its last row that says something, or
where the signature block begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.recognise import traits
from selaras.recognise.code_column import with_code_of_name
from selaras.recognise.placed_rows import RowOwner
from selaras.recognise.row_cases import (
    AMONG_KODES,
    BEFORE_KODE,
    BY_OWN_WORDS,
    SUM_BELOW,
    WITHOUT_KODES,
    Case,
)
from selaras.recognise.row_cells import SeenRow, find_first_name
from selaras.recognise.row_context import RowContext
from selaras.recognise.sums_below import link_sum, read_summed_name


def read_rows(table: Table, rows: Sequence[int], repeated: frozenset[int]) -> None:
    """Fill the table with the rows of its data area; `repeated` are rows of repeated heads."""
    rows = [row for row in rows if row not in repeated]
    context = RowContext(table, rows)
    has_kode_cell = len(context.kodes.columns) == 1
    for row in rows:
        if not (has_kode_cell and _read_clear_row(row, context)):
            _read_row(context.see(row), context)
            if context.is_over:
                break
    table.rows = context.placed.finish()
    table.bottom = table.rows[-1].row if table.rows else table.head_area.bottom


def _read_clear_row(number: int, context: RowContext) -> bool:
    """Read a row whose code cell holds a whole code, below an urusan; False for others.

    Nearly every row of a long table is such a one: its other cells need no look.
    """
    value = context.table.sheet.grid.value
    reading = context.kodes.read_clear(value(number, context.kodes.columns[0]))
    if reading is None:
        return False
    name = find_first_name(value(number, column) for column in context.columns.naming)
    if not reading.text[0].isdigit() and traits.is_not_filled_in(reading.text, name):
        return True
    reading, name = with_code_of_name(reading, name)
    if read_summed_name(name) is not None:
        seen = SeenRow(context.table.sheet, context.columns, number)
        seen.reading, seen.name, seen.label = reading, name, name
        if SUM_BELOW.holds(seen, context):
            _place(seen, SUM_BELOW, context)
            return True
    context.placed.place_main(number, name, reading)
    return True


def _read_row(seen: SeenRow, context: RowContext) -> None:
    """Read a row by the first case that fits."""
    case = _find_case(BEFORE_KODE, seen, context)
    if case is None:
        seen.read_kode(context.kodes)
        if (
            seen.reading is not None
            and context.kodes.is_item
            and context.placed.main_row is not None
        ):
            context.placed.is_in_rincian = True
        case = _find_case(BY_OWN_WORDS, seen, context)
    if case is None:
        if seen.has_money and not seen.name and seen.has_indikator:
            seen.read_name_in_kode(context.kodes)
        cases = AMONG_KODES if context.kodes.has_kodes else WITHOUT_KODES
        case = _find_case(cases, seen, context)
    if case is not None:
        _place(seen, case, context)


def _find_case(cases: Sequence[Case], seen: SeenRow, context: RowContext) -> Case | None:
    for case in cases:
        if case.holds(seen, context):
            return case
    return None


def _place(seen: SeenRow, case: Case, context: RowContext) -> None:
    """Add a row to the table as what it is."""
    if case.change is not None:
        case.change(seen, context)
    if case.kind is None:
        return
    if case.owner is RowOwner.HIERARCHY:
        context.placed.place_main(seen.row, seen.name, seen.reading)
        return
    row = Row(context.table, seen.row, case.kind)
    if case.owner is RowOwner.SUMMED and seen.summed_row is not None:
        context.placed.place(row, seen.name, RowOwner.TABLE)
        link_sum(row, seen.summed_row)
    else:
        context.placed.place(row, seen.name, case.owner)
