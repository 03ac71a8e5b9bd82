"""What a row is judged by, beside its own cells: the table, the rows above it, the rows below."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.table import Table
from selaras.recognise.code_column import KodeReader
from selaras.recognise.groups import GroupMarks
from selaras.recognise.placed_rows import PlacedRows
from selaras.recognise.row_cells import SeenRow
from selaras.recognise.row_columns import find_row_columns
from selaras.recognise.rows_below import RowsBelow
from selaras.recognise.totals import TotalReader


class RowContext:
    """A table while its rows are read, from top to bottom."""

    def __init__(self, table: Table, rows: Sequence[int]) -> None:
        self.table = table
        self.columns = find_row_columns(table)
        self.kodes = KodeReader(table, self.columns.names, rows)
        self.totals = TotalReader(table, self.columns)
        self.groups = GroupMarks()
        self.placed = PlacedRows(table, self.columns)
        self.below = RowsBelow(table.sheet, self.columns, self.kodes, rows)
        #: Whether no further row is the table's.
        self.is_over = False
        self._left, self._right = table.head_area.left, table.head_area.right

    def see(self, row: int) -> SeenRow:
        """Return what a row of the sheet fills in within the table."""
        sheet, left, right = self.table.sheet, self._left, self._right
        cells = {column: value for column, value in sheet.grid.row(row) if left <= column <= right}
        return SeenRow(sheet, self.columns, row, cells)
