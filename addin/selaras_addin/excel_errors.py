"""Error values of Excel's cells: their names, and the numbers by which Excel hands them over."""

from __future__ import annotations

from typing import NamedTuple


class Galat(NamedTuple):
    """An error value in a cell, by the name that Excel shows: "#REF!"."""

    nama: str


#: HRESULTs: the facility of Excel, and the number that CVErr takes. xlwings names the first seven
#: only, and lets the others pass for numbers.
_DASAR = -2146828288
_GALAT = {
    _DASAR + number: Galat(name)
    for number, name in {
        2000: "#NULL!",
        2007: "#DIV/0!",
        2015: "#VALUE!",
        2023: "#REF!",
        2029: "#NAME?",
        2036: "#NUM!",
        2042: "#N/A",
        2043: "#GETTING_DATA",
        2045: "#SPILL!",
        2046: "#CONNECT!",
        2047: "#BLOCKED!",
        2048: "#UNKNOWN!",
        2049: "#FIELD!",
        2050: "#CALC!",
    }.items()
}
#: Where newer versions of Excel have theirs.
_RENTANG = range(_DASAR + 1888, _DASAR + 2089)
_LAIN = Galat("#VALUE!")

NAMA_GALAT = frozenset(galat.nama for galat in _GALAT.values())


def dari_com(mentah: int) -> Galat | None:
    """Return the error value that a whole number stands for, one unknown as #VALUE!; else None.

    Excel gives the numbers in cells as floats: what is whole and in this range is no amount.
    """
    return _GALAT.get(mentah, _LAIN) if mentah in _RENTANG else None
