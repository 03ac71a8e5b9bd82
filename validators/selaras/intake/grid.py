"""Cells that were met one by one, as a grid."""

from __future__ import annotations

from collections.abc import Mapping

from selaras.intake import limits
from selaras.model.book import DenseGrid, Grid, SparseGrid, Value

#: So many blanks may be laid out for each cell that holds something, and so many besides.
_BLANKS_A_CELL = 4
_BLANKS = 1_000


def lay_out(rows: Mapping[int, Mapping[int, Value]]) -> Grid:
    """Return the cells, by row and column, as a block, unless that would be nearly all blanks."""
    sparse = SparseGrid(rows)
    area = sparse.area
    width = area.right - area.left + 1
    size = (area.bottom - area.top + 1) * width
    room = _BLANKS_A_CELL * sum(map(len, rows.values())) + _BLANKS
    if not 0 < size <= min(limits.CELLS, room):
        return sparse
    blank: list[Value] = [None] * width
    block: list[list[Value]] = []
    for row in range(area.top, area.bottom + 1):
        line = blank.copy()
        for column, value in rows.get(row, {}).items():
            line[column - area.left] = value
        block.append(line)
    return DenseGrid(block, area.top, area.left)
