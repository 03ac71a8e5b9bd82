"""How far the cells of a binary workbook reach, before calamine lays out the whole rectangle."""

from __future__ import annotations

from selaras.intake import limits
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.values.a1 import MAX_COLUMN, MAX_ROW

#: Records of [MS-XLSB] 2.3: a row's head, and the cells that carry a value.
_ROW_HEAD = 0
_VALUE_CELLS = range(2, 12)


class _Extent:
    """The rectangle that the cells with values of one sheet span."""

    def __init__(self) -> None:
        self._first_row = self._first_column = 1 << 40
        self._last_row = self._last_column = -1

    def add(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Take a block of cells; raises Refusal when the rectangle grows too large to lay out."""
        if row + rows > MAX_ROW or column + columns > MAX_COLUMN:
            raise Refusal(RefusalKind.OUT_OF_GRID, f"row {row + rows}, column {column + columns}")
        self._first_row = min(self._first_row, row)
        self._first_column = min(self._first_column, column)
        self._last_row = max(self._last_row, row + rows - 1)
        self._last_column = max(self._last_column, column + columns - 1)
        height = self._last_row - self._first_row + 1
        width = self._last_column - self._first_column + 1
        if height * width > limits.CELLS:
            raise Refusal(RefusalKind.TOO_LARGE, f"cells span {height} rows and {width} columns")


def check_xlsb(part: bytes) -> None:
    """Raise Refusal when the cells of a binary worksheet span too much to be laid out."""
    extent = _Extent()
    row = at = 0
    size = len(part)
    while at < size:
        kind = part[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (part[at] & 0x7F) << 7 if at < size else kind
            at += 1
        length = shift = 0
        while at < size and shift < 28:
            byte = part[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if kind == _ROW_HEAD:
            row = int.from_bytes(part[at : at + 4], "little")
        elif kind in _VALUE_CELLS:
            extent.add(row, int.from_bytes(part[at : at + 4], "little"))
        at += length
