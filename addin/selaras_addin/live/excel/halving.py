"""Ask Excel about a block at a time: one question where all cells agree, halves where they differ.

A question costs a round trip to Excel whatever the number of cells. Excel answers None for a block
whose cells differ, so halving finds each run of equal cells in a few questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from selaras.values.a1 import Area

_Answer = TypeVar("_Answer")


def find_uniform(
    area: Area, ask: Callable[[Area], _Answer | None]
) -> Iterator[tuple[Area, _Answer]]:
    """Yield blocks that fill the area, each with the one answer that holds for all its cells.

    `ask` answers None where the cells of a block differ; a single cell for which it does so is
    left out.
    """
    pending = [area]
    while pending:
        block = pending.pop()
        answer = ask(block)
        if answer is not None:
            yield block, answer
        elif (block.top, block.left) != (block.bottom, block.right):
            pending += reversed(halve(block))


def halve(area: Area) -> tuple[Area, Area]:
    """Return the two halves of an area of more than one cell, cut across its longer side."""
    top, left, bottom, right = area
    if bottom - top >= right - left:
        middle = (top + bottom) // 2
        return Area(top, left, middle, right), Area(middle + 1, left, bottom, right)
    middle = (left + right) // 2
    return Area(top, left, bottom, middle), Area(top, middle + 1, bottom, right)
