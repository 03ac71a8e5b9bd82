"""What stands further below a row: a row of the hierarchy, a total, a code from the top.

A signature block, a section and a total with a label of many meanings are told by what follows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from selaras.model.book import Sheet
from selaras.recognise import traits
from selaras.recognise.code_column import KodeReader
from selaras.recognise.row_cells import SeenRow
from selaras.recognise.row_columns import RowColumns
from selaras.values.kode_reading import Level


class RowsBelow:
    """The rows of one table, looked at ahead of the one that is read."""

    def __init__(
        self, sheet: Sheet, columns: RowColumns, kodes: KodeReader, rows: Sequence[int]
    ) -> None:
        self._sheet = sheet
        self._columns = columns
        self._kodes = kodes
        self._rows = rows
        #: The last row that may be one of the hierarchy, once someone has asked; 0 for none.
        self._last_main_row: int | None = None
        #: The last of these that has amounts, if the table has any.
        self._last_money_row: int | None = None

    def is_from_top(self, row: int, top: Level | None, most: int) -> bool:
        """Tell whether the first code below a row is as high as the table's first, or higher.

        It is looked for in so many rows at most; `top` is None where the table has had no code yet.
        """
        for below in self._list_after(row)[:most]:
            seen = self._see(below)
            reading, _ = self._kodes.read(seen.cells, seen.name)
            if reading is not None and reading.kode is not None:
                return top is None or reading.kode.level <= top
        return False

    def has_main_row(self, row: int) -> bool:
        """Tell whether a row of the hierarchy stands below a row."""
        if self._last_main_row is None:
            self._last_main_row = self._find_last_where(self.may_be_main)
        return self._last_main_row > row

    def is_continued(self, row: int) -> bool:
        """Tell whether a row of the hierarchy, where there are amounts with one, stands below."""

        def is_certain(seen: SeenRow) -> bool:
            if seen.has_money:
                return self.may_be_main(seen)
            return not self._columns.money and self._kodes.can_have_kode(seen.cells, seen.name)

        if self._last_money_row is None:
            self._last_money_row = self._find_last_where(is_certain)
        return self._last_money_row > row

    def has_total(self, row: int) -> bool:
        """Tell whether the next total below a row has an amount."""
        for below in self._list_after(row):
            seen = self._see(below)
            texts = (value for value in seen.cells.values() if isinstance(value, str))
            if any(map(traits.is_total_label, texts)):
                return seen.has_money
        return False

    def may_be_main(self, seen: SeenRow) -> bool:
        """Tell whether a row may be one of the hierarchy: by its code, or by its number."""
        return self._kodes.can_have_kode(seen.cells, seen.name) or self.is_numbered(seen)

    def is_numbered(self, seen: SeenRow) -> bool:
        """Tell whether a row without code carries a running number of its own."""
        no = self._columns.no
        if self._kodes.has_kodes or no is None or not seen.is_filled(no):
            return False
        return bool(seen.name) or seen.has_indikator

    def _see(self, row: int) -> SeenRow:
        return SeenRow(self._sheet, self._columns, row)

    def _list_after(self, row: int) -> Sequence[int]:
        return self._rows[bisect_right(self._rows, row) :]

    def _find_last_where(self, holds: Callable[[SeenRow], bool]) -> int:
        """Return the last row of which something holds; 0 for none."""
        return next((row for row in reversed(self._rows) if holds(self._see(row))), 0)
