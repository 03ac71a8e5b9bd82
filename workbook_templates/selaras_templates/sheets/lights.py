"""What lights up in a table, and how rows look by their codes."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.values.a1 import column_letters
from selaras_templates.formulas import table
from selaras_templates.layout.places import HelperColumn, SheetLayout

from .canvas import Canvas


def add_formats(canvas: Canvas) -> None:
    """Add the conditional formats of a table; what is wrong comes before how a row looks."""
    layout, sheet = canvas.layout, canvas.sheet
    if not layout.key_column:
        return
    # From the row of numbers on: a row inserted as the first one is then within.
    top, bottom, last = layout.number_row - 1, layout.end_row - 2, len(layout.columns) - 1
    for column, condition in (*_check_money(layout), *_check_kode(layout)):
        sheet.conditional_format(top, column, bottom, column, canvas.formats.format_lit(condition))
    for rule in canvas.formats.format_by_kode(layout):
        sheet.conditional_format(top, 0, bottom, last, rule)
    for column, helper in enumerate(layout.helpers, last + 1):
        if helper.role in ("selisih", "periksa", "beda"):
            rule = canvas.formats.format_lit(_check_filled(layout, column, helper))
            sheet.conditional_format(top, column, bottom, column, rule)


def _check_money(layout: SheetLayout) -> Iterator[tuple[int, str]]:
    """Yield the money columns, each with a condition under which an amount is wrong."""
    if not layout.has_sums:
        return
    sums = table.LevelSums(layout)
    for column_spec in layout.money_columns:
        column = layout.find_column_index(column_spec.key)
        yield column, sums.build_children_check(column_spec.key)
        if layout.key_column == "kode":
            yield column, sums.build_rincian_check(column_spec.key)


def _check_kode(layout: SheetLayout) -> Iterator[tuple[int, str]]:
    """Yield the column of codes, with the condition that one stands there twice."""
    if layout.key_column == "kode":
        own = f"${layout.find_letters('kode')}{layout.number_row}"
        below, count = table.build_below_check(layout), table.count_kode(layout, own)
        yield layout.find_column_index("kode"), f'=AND({below},{own}<>"",{count}>1)'


def _check_filled(layout: SheetLayout, column: int, helper: HelperColumn) -> str:
    """Return the condition that a helper column has something to say."""
    test = f'{column_letters(column + 1)}{layout.number_row}<>""'
    if helper.role == "beda":
        # A difference is no mistake once its reason is given.
        test += f',${layout.find_letters("catatan")}{layout.number_row}=""'
    return f"=AND({table.build_below_check(layout)},{test})"
