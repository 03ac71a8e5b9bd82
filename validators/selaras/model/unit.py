"""Whose a row is: the agency, or the sub unit of one, that plans it."""

from __future__ import annotations

from typing import NamedTuple

from selaras.values.fold import mirip

#: Names at least so alike are one name and a slip of the pen.
SENAMA = 0.95


class Unit(NamedTuple):
    """An agency or sub unit as a workbook names it: its code, "" where none is said, its name."""

    kode: str
    #: Folded, without the region and the year.
    nama: str
    #: A line of its own names it.
    pasti: bool = True

    def sama(self, other: Unit) -> bool:
        """Tell whether both are the same: by code where both have one, else by name."""
        if self.kode and other.kode:
            return self.kode == other.kode
        if not self.nama or not other.nama:
            return False
        return self.nama == other.nama or mirip(self.nama, other.nama) >= SENAMA
