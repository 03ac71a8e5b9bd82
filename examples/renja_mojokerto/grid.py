"""Where the cells of a head lie, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .heads import Column, Head, count_levels


@dataclass(frozen=True)
class Label:
    """Words of the head and the rectangle that belongs to them, counted from the head's corner."""

    text: str
    top: int
    left: int
    bottom: int
    right: int
    key: str = ""
    """The column's key; blank for a group's words and for a spacer."""


@dataclass(frozen=True)
class Grid:
    """A head laid out: its labels and the offset at which each column starts."""

    labels: tuple[Label, ...]
    columns: tuple[tuple[int, Column], ...]
    depth: int
    width: int


def lay_out(head: Head) -> Grid:
    """Return the grid of a head."""
    height = count_levels(head)
    labels: list[Label] = []
    columns: list[tuple[int, Column]] = []

    def place(nodes: Head, row: int, left: int) -> int:
        for node in nodes:
            start = left
            if isinstance(node, Column):
                columns.append((left, node))
                left += node.cells
                label = Label(node.label, row, start, height - 1, left - 1, node.key)
                labels.append(label)
            else:
                left = place(node.columns, row + 1, left)
                labels.append(Label(node.label, row, start, row, left - 1))
        return left

    width = place(head, 0, 0)
    return Grid(tuple(labels), tuple(columns), height, width)


def find_label_runs(grid: Grid, amounts: frozenset[str]) -> Iterator[tuple[int, int, Column]]:
    """Yield the stretches of a total row over which its label is merged.

    Each is given by its first and last offset and the name column within it.
    """
    start = 0
    name: Column | None = None
    for left, column in grid.columns:
        if column.key in amounts:
            if name:
                yield start, left - 1, name
            start, name = left + column.cells, None
        elif column.key in ("nama", "rkpd_nama"):
            name = column
        elif not column.key and name is None:
            start = left + column.cells
