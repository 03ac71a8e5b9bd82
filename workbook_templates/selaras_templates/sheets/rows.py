"""The rows of a table to be filled in, or filled in, and its total."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.format import Format

from selaras.tables import ColumnSpec, Content
from selaras_templates.formulas import table
from selaras_templates.formulas.results import FilledValue, HelperResults, TableContents
from selaras_templates.layout import metrics
from selaras_templates.layout.places import COMPARED, SheetLayout

from .canvas import Canvas
from .style import FONT_SIZE, MONEY_FORMAT


class ColumnFormulas:
    """The formula of each column, in the form that is the same in every row; blank for none."""

    def __init__(self, layout: SheetLayout, links: Mapping[str, str]) -> None:
        """`links`: formulas, without "=", that columns are filled in with by their key."""
        self._layout = layout
        self._links = links
        self._sums = table.LevelSums(layout) if layout.has_sums else None
        self.printed = {
            column_spec.key: self._build_printed(column_spec) for column_spec in layout.columns
        }
        self.helpers = [
            self._build_helper(helper.money_key, helper.role) for helper in layout.helpers
        ]

    def find_total(self, money_key: str) -> str:
        """Return the formula of the total of a money column."""
        assert self._sums is not None
        return self._sums.total_up(money_key)

    def _build_printed(self, column: ColumnSpec) -> str:
        """Return the formula of a printed column."""
        if column.formula is not None:
            return table.compute_column(self._layout, column)
        link = self._links.get(column.key, "")
        if self._sums and column in self._layout.money_columns:
            # Not by way of the helper column: LibreOffice loses itself in sums that go to and fro
            # between two columns of hundreds of rows, and gives a wrong one.
            return self._sums.sum_below(column.key, link or '""')
        return f"={link}" if link else ""

    def _build_helper(self, money_key: str, role: str) -> str:
        if role == "satuan":
            return f"={self._links[role]}"
        if role == "beda":
            return table.compute_difference(
                *map(self._layout.find_letters, COMPARED[self._layout.spec.name])
            )
        if role == "periksa":
            return table.check_row(self._layout)
        assert self._sums is not None
        return (
            self._sums.sum_below(money_key)
            if role == "seharusnya"
            else self._sums.subtract(money_key)
        )


class RowWriter:
    """Writes the rows of one table."""

    def __init__(
        self, canvas: Canvas, column_formulas: ColumnFormulas, contents: TableContents
    ) -> None:
        self.sheet, self.formats, self.layout = canvas.sheet, canvas.formats, canvas.layout
        self.formulas = column_formulas
        self.contents = contents
        self.widths = canvas.layout.widths
        self.results = HelperResults(canvas.layout, contents)

    def write(self) -> None:
        """Write all rows, and the total where there is one."""
        for place in range(self.layout.row_count):
            self._write_row(place)
        if self.layout.has_sums:
            self._write_total()

    def _write_row(self, place: int) -> None:
        row = self.layout.first_row + place
        filled = place < len(self.contents.rows)
        if filled:
            self.sheet.set_row(row - 1, self._measure_height(place))
        for column, column_spec in enumerate(self.layout.columns):
            look = self.formats.format_entry(
                column_spec.content, is_computed=column_spec.formula is not None
            )
            value = self.contents.rows[place].get(column_spec.key) if filled else None
            self._write_cell(row, column, column_spec, value, look, is_filled=filled, place=place)
        for offset, helper in enumerate(self.layout.helpers):
            look = self.formats.format_helper(is_number=bool(helper.money_key))
            formula = table.place_in_row(self.formulas.helpers[offset], row)
            result = self._compute_helper(helper.money_key, helper.role, place) if filled else ""
            column = len(self.layout.columns) + offset
            self.sheet.write_formula(row - 1, column, formula, look, result)

    def _measure_height(self, place: int) -> float:
        """Return the height that the texts of a row need."""
        values = self.contents.rows[place]
        bold = str(values.get(self.layout.key_column) or "....").count(".") < 5
        lines = [1]
        for column_spec, width in zip(self.layout.columns, self.widths, strict=False):
            text = values.get(column_spec.key)
            if isinstance(text, str):
                lines.append(metrics.count_lines(text, width - 1, FONT_SIZE, bold=bold))
        return metrics.compute_height(max(lines), FONT_SIZE)

    def _write_cell(
        self,
        row: int,
        column: int,
        column_spec: ColumnSpec,
        value: FilledValue,
        look: Format,
        *,
        is_filled: bool,
        place: int,
    ) -> None:
        formula = table.place_in_row(self.formulas.printed[column_spec.key], row)
        added = is_filled and self.layout.has_sums and column_spec in self.layout.money_columns
        if formula and not is_filled:
            self.sheet.write_formula(row - 1, column, formula, look, "")
        elif added and value is not None and value == self.results.expected[column_spec.key][place]:
            self.sheet.write_formula(row - 1, column, formula, look, value)
        elif value is None:
            self.sheet.write_blank(row - 1, column, None, look)
        elif isinstance(value, int) and column_spec.content is Content.MONEY:
            self.sheet.write_number(row - 1, column, value, look)
        else:
            self.sheet.write_string(row - 1, column, str(value), look)

    def _compute_helper(self, money_key: str, role: str, place: int) -> int | str:
        if role == "satuan":
            return ""
        if role == "beda":
            return self.results.find_gap(*COMPARED[self.layout.spec.name], place)
        if role == "periksa":
            return self.results.find_message(place)
        if role == "selisih":
            return self.results.find_difference(money_key, place)
        return self.results.expected[money_key][place]

    def _write_total(self) -> None:
        """Write the total; its label stands in the column of codes, where sums look for an end."""
        layout = self.layout
        row = layout.end_row
        label = layout.find_column_index(layout.key_column)
        money = {
            layout.find_column_index(column_spec.key): column_spec.key
            for column_spec in layout.money_columns
        }
        for column in range(len(layout.columns)):
            self.sheet.write_blank(row - 1, column, None, self.formats.format_total())
        look = self.formats.format_total(align="center")
        end = min(money) - 1
        if end > label:
            self.sheet.merge_range(row - 1, label, row - 1, end, "", look)
        self.sheet.write_string(row - 1, label, "JUMLAH", look)
        look = self.formats.format_total(num_format=MONEY_FORMAT, align="right", indent=1)
        for column, key in money.items():
            computed = self.results.find_total(key)
            typed = self.contents.totals.get(key)
            if isinstance(typed, int) and typed != computed:
                self.sheet.write_number(row - 1, column, typed, look)
            else:
                self.sheet.write_formula(
                    row - 1, column, self.formulas.find_total(key), look, computed
                )
        self.sheet.set_row(row - 1, 18)
