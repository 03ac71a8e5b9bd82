"""Writing tables onto sheets, and remembering where each value went."""

from __future__ import annotations

from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from selaras_templates.layout import metrics

from . import facts, style
from .grid import Grid, find_label_runs, lay_out
from .heads import Column, list_leaves
from .placement import Key, Place, Placement
from .plan import Block, Form, SheetPlan
from .source import AMOUNTS, Row


def write_book(plans: tuple[SheetPlan, ...]) -> tuple[Workbook, Placement]:
    """Return the workbook of these sheets and the place of each value in it."""
    book = Workbook()
    style.set_default_font(book)
    book.remove(book.active)
    stamp = datetime(2023, 6, 1)
    book.properties.creator = facts.OFFICE
    book.properties.title = f"{facts.DOCUMENT}, {facts.OFFICE}"
    book.properties.created = book.properties.modified = stamp
    placement = Placement()
    for plan in plans:
        _SheetWriter(book.create_sheet(plan.name), plan, placement).write()
    return book, placement


class _SheetWriter:
    """Writes one sheet from top to bottom."""

    def __init__(self, sheet: Worksheet, plan: SheetPlan, placement: Placement) -> None:
        self.sheet = sheet
        self.plan = plan
        self.placement = placement
        self.row = 1
        self.widths: dict[int, float] = {}

    def write(self) -> None:
        self._set_widths()
        head_rows: tuple[int, int] | None = None
        for position, block in enumerate(self.plan.blocks):
            if position:
                self.row += self.plan.gap
            grid = lay_out(block.head)
            self._write_paragraphs(block, grid)
            self._write_titles(block, grid)
            first = self.row
            self._write_head(block, grid, record=True)
            if not position:
                head_rows = (first, self.row - 1)
                self._freeze(block, grid)
            self._write_rows(block, grid)
            if block.signed:
                self._write_signature(grid)
        style.set_page(
            self.sheet,
            self.plan.paper,
            head_rows if len(self.plan.blocks) == 1 else None,
            f"{facts.DOCUMENT} - {facts.OFFICE}",
        )
        self.sheet.sheet_view.zoomScale = 90

    def _set_widths(self) -> None:
        for block in self.plan.blocks:
            column_number = self.plan.first_column
            for column in list_leaves(block.head):
                for width in column.widths or (column.width,):
                    self.widths.setdefault(column_number, width)
                    column_number += 1
        for number in range(1, self.plan.first_column):
            self.widths[number] = 2.5
        for number, width in sorted(self.widths.items()):
            self.sheet.column_dimensions[get_column_letter(number)].width = width

    def _freeze(self, block: Block, grid: Grid) -> None:
        if len(self.plan.blocks) > 1 or not block.form.dressed:
            return
        frozen = next(
            (left + c.cells for left, c in grid.columns if c.key in ("nama", "indikator")),
            0,
        )
        self.sheet.freeze_panes = self.sheet.cell(self.row, self._column(frozen))

    def _column(self, offset: int) -> int:
        return self.plan.first_column + offset

    def _place(self, row: int, offset: int) -> Place:
        return Place(self.sheet.title, f"{get_column_letter(self._column(offset))}{row}")

    def _room(self, left: int, right: int) -> float:
        columns = range(self._column(left), self._column(right) + 1)
        return sum(self.widths.get(column, 8.43) for column in columns)

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.sheet.merge_cells(
                start_row=top,
                start_column=self._column(left),
                end_row=bottom,
                end_column=self._column(right),
            )

    def _write_wide(self, text: str, grid: Grid, look: style.Look, horizontal: str) -> Place:
        cell = self.sheet.cell(self.row, self._column(0), text)
        cell.font = look.font
        cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
        self._merge(self.row, 0, self.row, grid.width - 1)
        count = metrics.count_lines(text, self._room(0, grid.width - 1), look.size, look.bold)
        self.sheet.row_dimensions[self.row].height = metrics.compute_height(count, look.size)
        place = self._place(self.row, 0)
        self.row += 1
        return place

    def _write_paragraphs(self, block: Block, grid: Grid) -> None:
        places = self.placement.paragraphs.setdefault(block.table.name, [])
        for text in block.paragraphs:
            places.append(self._write_wide(text, grid, style.PARAGRAPH, "justify"))
        if block.paragraphs:
            self.row += 1

    def _write_titles(self, block: Block, grid: Grid) -> None:
        places = self.placement.titles.setdefault(block.table.name, [])
        for text in block.titles:
            if text:
                places.append(self._write_wide(text, grid, style.TITLE, "center"))
            else:
                self.row += 1
        if block.caption:
            self.sheet.cell(self.row, self._column(grid.width - 1), block.caption)
        self.row += 1

    def _write_head(self, block: Block, grid: Grid, record: bool) -> None:
        form, top = block.form, self.row
        needed = [1] * grid.depth
        for label in grid.labels:
            first, last = top + label.top, top + label.bottom
            self.sheet.cell(first, self._column(label.left), label.text or None)
            self._dress_area(form, style.HEAD, first, label.left, last, label.right)
            if form.merged and label.text:
                self._merge(first, label.left, last, label.right)
            if record and label.key:
                key = (block.table.name, label.key)
                self.placement.heads[key] = self._place(first, label.left)
            room = self._room(label.left, label.right) - 1
            count = metrics.count_lines(label.text, room, style.SIZE, True)
            spread = last - first + 1 if form.merged else 1
            for row in range(label.top, label.top + spread):
                needed[row] = max(needed[row], -(-count // spread))
        for row, count in enumerate(needed):
            self.sheet.row_dimensions[top + row].height = metrics.compute_height(count, style.SIZE)
        self.row += grid.depth
        if form.numbered and any(column.number is not None for _, column in grid.columns):
            self._write_numbers(form, grid)

    def _write_numbers(self, form: Form, grid: Grid) -> None:
        for left, column in grid.columns:
            right = left + column.cells - 1
            self.sheet.cell(self.row, self._column(left), column.number)
            self._dress_area(form, style.NUMBERS, self.row, left, self.row, right)
            if form.merged:
                self._merge(self.row, left, self.row, right)
        self.row += 1

    def _dress_area(
        self, form: Form, look: style.Look, top: int, left: int, bottom: int, right: int
    ) -> None:
        if not form.dressed:
            return
        for row in range(top, bottom + 1):
            for offset in range(left, right + 1):
                look.paint(self.sheet.cell(row, self._column(offset)), "center")

    def _write_rows(self, block: Block, grid: Grid) -> None:
        for position, row in enumerate(block.table.rows):
            if position in block.form.head_before:
                self._write_head(block, grid, record=False)
            self._write_row(block, grid, row)
            self.row += 1

    def _write_row(self, block: Block, grid: Grid, row: Row) -> None:
        form = block.form
        look = form.looks.get(row.kind, style.PLAIN) if form.dressed else style.PLAIN
        count = 1
        for left, column in grid.columns:
            value = row.values.get(column.key)
            self._write_value(form, column, left, value)
            if column.key in row.values:
                key = Key(block.table.name, row.index, column.key)
                self.placement.add(key, self._place(self.row, left))
            if form.dressed:
                indent = self._dress_value(look, row.kind, column, left)
                if isinstance(value, str) and column.key != "kode":
                    room = self._room(left, left + column.cells - 1) - 1.5 * indent
                    count = max(count, metrics.count_lines(value, room, look.size, look.bold))
            if column.cells > 1 and column.key != "kode":
                self._merge(self.row, left, self.row, left + column.cells - 1)
        if row.kind == "total" and form.merged:
            self._merge_total(block, grid, row)
        if form.dressed:
            self.sheet.row_dimensions[self.row].height = metrics.compute_height(count, look.size)

    def _write_value(self, form: Form, column: Column, left: int, value: str | int | None) -> None:
        parts: tuple[str | int | float | None, ...] = (value,)
        if column.key == "kode" and isinstance(value, str):
            parts = form.code(value)
        elif isinstance(value, int) and column.key in form.amounts:
            parts = (form.amounts[column.key](value),)
        for offset, part in enumerate(parts):
            cell = self.sheet.cell(self.row, self._column(left + offset), part)
            if column.key in AMOUNTS and isinstance(part, int):
                cell.number_format = style.AMOUNT_FORMAT

    def _dress_value(self, look: style.Look, kind: str, column: Column, left: int) -> int:
        """Dress the cells of one value and return the indent that it got."""
        named_item = kind == "rincian" and column.key == "nama"
        indent = 1 if named_item or column.align == "right" else 0
        for offset in range(column.cells if column.key else 0):
            cell = self.sheet.cell(self.row, self._column(left + offset))
            look.paint(cell, column.align, indent)
        return indent

    def _merge_total(self, block: Block, grid: Grid, row: Row) -> None:
        """Move the label of a total to the start of its stretch and merge the stretch."""
        for start, end, name in find_label_runs(grid, AMOUNTS):
            run = [(left, c) for left, c in grid.columns if start <= left <= end]
            left = next(left for left, column in run if column is name)
            source = self.sheet.cell(self.row, self._column(left))
            target = self.sheet.cell(self.row, self._column(start))
            text, source.value = source.value, None
            target.value = text
            target.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            self._merge(self.row, start, self.row, end)
            for _, column in run:
                self.placement.drop(Key(block.table.name, row.index, column.key))
            key = Key(block.table.name, row.index, name.key)
            self.placement.add(key, self._place(self.row, start))

    def _write_signature(self, grid: Grid) -> None:
        self.row += 1
        left = self._signature_offset(grid)
        for text in facts.SIGNATURE:
            cell = self.sheet.cell(self.row, self._column(left), text or None)
            cell.font = style.SIGNATURE.font
            cell.alignment = Alignment(horizontal="center", vertical="center")
            self._merge(self.row, left, self.row, grid.width - 1)
            self.row += 1

    def _signature_offset(self, grid: Grid) -> int:
        """Return where the last columns start that are wide enough for the block."""
        left = grid.width - 1
        while left > 0 and self._room(left, grid.width - 1) < 44:
            left -= 1
        return left
