"""What stands above the rows of a table: its title, its head, the row of column numbers."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from selaras.values.a1 import Area
from selaras_templates.layout import metrics
from selaras_templates.layout.places import SheetLayout
from selaras_templates.layout.sentences import fill_pattern

from .canvas import Canvas
from .style import FONT_SIZE, NUMBER_FONT_SIZE

#: What stands over the title, where it is more than the table's name.
_TABLE_NUMBERS = {"E.81": "Formulir E.81", "SIPD-17": "Bentuk SIPD-RI (17 kolom)"}


def write_title(canvas: Canvas) -> None:
    """Write the three lines of the title."""
    spec = canvas.layout.spec
    name = spec.name if spec.name.startswith("Tabel") else f"Tabel {spec.name}"
    lines = (_TABLE_NUMBERS.get(spec.name, name), spec.printed_title, "{opd} {pemda}")
    look = canvas.formats.format(bold=True, font_size=11, align="center", text_wrap=True)
    last = len(canvas.layout.columns) - 1
    for row, line in enumerate(lines, 1):
        canvas.sheet.merge_range(row - 1, 0, row - 1, last, "", look)
        canvas.write(row, 0, fill_pattern(line, canvas.setting, spec.period), look)
        canvas.sheet.set_row(row - 1, 16)
    canvas.sheet.set_row(3, 8)


def write_head(canvas: Canvas) -> None:
    """Write the head, each row as high as its words need."""
    layout = canvas.layout
    top = layout.number_row - layout.head_height
    needed = [1.0] * layout.head_height
    for head_cell in layout.head:
        look = canvas.formats.format_head(is_helper=head_cell.left >= len(layout.columns))
        first, last = top + head_cell.top, top + head_cell.bottom
        if (head_cell.top, head_cell.left) != (head_cell.bottom, head_cell.right):
            canvas.sheet.merge_range(first - 1, head_cell.left, last - 1, head_cell.right, "", look)
        canvas.write(first, head_cell.left, head_cell.content, look)
        room = sum(canvas.layout.widths[head_cell.left : head_cell.right + 1])
        rows = head_cell.bottom - head_cell.top + 1
        lines = metrics.count_lines(head_cell.content.text, room - 1, FONT_SIZE, bold=True) / rows
        for row in range(head_cell.top, head_cell.bottom + 1):
            needed[row] = max(needed[row], lines)
    for row, lines in enumerate(needed):
        canvas.sheet.set_row(top + row - 1, ceil(metrics.compute_height(1, FONT_SIZE) * lines))


def write_table(canvas: Canvas, formulas: Sequence[str]) -> None:
    """Write the row of column numbers, and make it the head of a table of Excel's own.

    Such a table fills the formulas of its columns, given here from left to right and blank for
    none, into rows that are inserted.
    """
    layout = canvas.layout
    look = canvas.formats.format_numbers()
    numbers = layout.column_numbers
    lines = max(
        metrics.count_lines(number, width - 1, NUMBER_FONT_SIZE)
        for number, width in zip(numbers, canvas.layout.widths, strict=True)
    )
    canvas.sheet.set_row(layout.number_row - 1, metrics.compute_height(lines, NUMBER_FONT_SIZE))
    if any(formulas):
        columns: list[dict[str, Any]] = [
            {"header": number, "header_format": look, **({"formula": f} if f else {})}
            for number, f in zip(numbers, formulas, strict=True)
        ]
        canvas.sheet.add_table(
            layout.number_row - 1,
            0,
            layout.end_row - 2,
            len(numbers) - 1,
            {
                "name": name_table(layout),
                "columns": columns,
                "autofilter": False,
                "style": None,
            },
        )
    for place, number in enumerate(numbers):
        canvas.sheet.write_string(layout.number_row - 1, place, number, look)
    area = str(Area(layout.number_row, 1, layout.end_row, len(numbers)))
    canvas.sheet.ignore_errors(
        {
            "number_stored_as_text": area,
            "calculated_column": area,
            "formula_differs": area,
            "formula_unlocked": area,
        }
    )


def name_table(layout: SheetLayout) -> str:
    """Return the name of the table of Excel's own."""
    return "tabel_" + "".join(c if c.isalnum() else "_" for c in layout.spec.name)
