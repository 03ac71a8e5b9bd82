"""Error values of Excel's cells: their names, and the numbers by which Excel hands them over."""

from __future__ import annotations

from typing import NamedTuple


class CellError(NamedTuple):
    """An error value in a cell, by the name that Excel shows: "#REF!"."""

    name: str


#: HRESULTs: the facility of Excel, and the number that CVErr takes. xlwings names the first seven
#: only, and lets the others pass for numbers.
_BASE = -2146828288
_ERRORS = {
    _BASE + number: CellError(name)
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
_RANGE = range(_BASE + 1888, _BASE + 2089)
_OTHER = CellError("#VALUE!")

ERROR_NAMES = frozenset(error.name for error in _ERRORS.values())


def decode_com(raw: int) -> CellError | None:
    """Return the error value that a whole number stands for, one unknown as #VALUE!; else None.

    Excel gives the numbers in cells as floats: what is whole and in this range is no amount.
    """
    return _ERRORS.get(raw, _OTHER) if raw in _RANGE else None
