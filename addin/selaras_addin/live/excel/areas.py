"""Cells as few areas: a step costs a trip to Excel, whatever the number of cells."""

from __future__ import annotations

from collections.abc import Iterable

from selaras.values.a1 import Area


def join_cells(places: Iterable[tuple[int, int]]) -> list[Area]:
    """Return cells (row, column) as few areas: those under each other become one."""
    areas: list[Area] = []
    for column, row in sorted({(column, row) for row, column in places}):
        if areas and areas[-1].left == column and areas[-1].bottom == row - 1:
            areas[-1] = areas[-1]._replace(bottom=row)
        else:
            areas.append(Area(row, column, row, column))
    return areas
