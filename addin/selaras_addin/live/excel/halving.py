"""Ask Excel about a block at a time: one question where all cells agree, halves where they differ.

A question costs a round trip to Excel whatever the number of cells. Excel answers None for a block
whose cells differ, so halving finds each run of equal cells in a few questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from selaras.values.a1 import Area

T = TypeVar("T")


def seragam(area: Area, tanya: Callable[[Area], T | None]) -> Iterator[tuple[Area, T]]:
    """Yield blocks that fill the area, each with the one answer that holds for all its cells.

    `tanya` answers None where the cells of a block differ; a single cell for which it does so is
    left out.
    """
    antrean = [area]
    while antrean:
        blok = antrean.pop()
        jawab = tanya(blok)
        if jawab is not None:
            yield blok, jawab
        elif (blok.top, blok.left) != (blok.bottom, blok.right):
            antrean += reversed(paruh(blok))


def paruh(area: Area) -> tuple[Area, Area]:
    """Return the two halves of an area of more than one cell, cut across its longer side."""
    top, left, bottom, right = area
    if bottom - top >= right - left:
        tengah = (top + bottom) // 2
        return Area(top, left, tengah, right), Area(tengah + 1, left, bottom, right)
    tengah = (left + right) // 2
    return Area(top, left, bottom, tengah), Area(top, tengah + 1, bottom, right)
