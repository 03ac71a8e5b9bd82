"""Whose a row is: the agency, or the sub unit of one, that plans it."""

from __future__ import annotations

from typing import NamedTuple

from selaras.values.fold import measure_likeness

#: Names at least so alike are one name and a slip of the pen.
SAME_NAME = 0.95


class Unit(NamedTuple):
    """An agency or sub unit as a workbook names it: its code, "" where none is said, its name."""

    kode: str
    #: Folded, without the region and the year.
    name: str
    #: A line of its own names it.
    is_certain: bool = True

    def is_same(self, other: Unit) -> bool:
        """Tell whether both are the same: by code where both have one, else by name."""
        if self.kode and other.kode:
            return self.kode == other.kode
        if not self.name or not other.name:
            return False
        return self.name == other.name or measure_likeness(self.name, other.name) >= SAME_NAME
