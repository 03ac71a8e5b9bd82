"""The plain form of cells, as an exact grammar: what regular expressions can be trusted with.

Nearly all writers put their cells in this form. Whatever is outside it (prefixed names, comments,
CDATA, implied positions, single quotes, blanks between elements) is not matched.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_TEXT = rb'<t(?: xml:space="[a-z]+")?+(?:/>|>[^<]*+</t>)'
_LOOK = rb'(?:<rPr>(?:<[a-zA-Z]+(?: [a-z]+="[^"<>&]*+")*+ ?/>)*+</rPr>)?+'
_INLINE = rb"<is>(?:" + _TEXT + rb"|(?:<r>" + _LOOK + _TEXT + rb"</r>)*+)</is>"
_FORMULA = rb'(?:<f(?: [a-zA-Z0-9]+="[^"<>&]*+")*+(?:/>|>[^<]*+</f>))?+'
#: Not NaN: in a cell formatted as a date, calamine would make an instant of it.
_VALUE = rb"(?:<v>(?!(?i:nan)<)[^<]*+</v>|<v ?/>|" + _INLINE + rb")?+"
_ATTRIBUTES = rb'(?: (?!t="s")[a-z]{1,2}="[^"<>&]*+")*+'
_CELL = (
    # What nearly all cells are; the rest is for the others.
    rb'(?: s="\d++")?+(?:><v>[\d.E+-]++</v></c>| t="s"><v>\d++</v></c>|'
    + _ATTRIBUTES
    # Of a letter where the index of a string belongs, calamine makes index 0.
    + (rb'(?: t="s"' + _ATTRIBUTES + rb"(?:><v>\d++</v></c>| ?/>)")
    + (rb"| ?/>|>" + _FORMULA + _VALUE + rb"</c>))")
)
_ROW = rb'<row r="([1-9]\d{0,7})"(?: (?!xmlns)[\w:.]+="[^"<>&]*+")*+ ?'


@cache
def _cells(letters: bytes) -> re.Pattern[bytes]:
    """Return the grammar of rows whose cells have such column letters, and their row's number.

    Possessive throughout: linear in the length of the part, whatever stands in it. It has no
    groups but the row's number: what a group holds after a possessive repeat is not to be relied
    on, and Python may end in a SystemError over it.
    """
    cell = rb'<c r="' + letters + rb'\1"' + _CELL
    return re.compile(rb"(?:" + _ROW + rb"(?:/>|>(?:" + cell + rb")*+</row>))*+")


class Traits(NamedTuple):
    """Which rare things the cells may have; False means surely none."""

    hidden_rows: bool = True
    errors: bool = True
    formulas: bool = True
    #: Columns beyond Z.
    wide: bool = True


def traits(part: bytes, start: int, end: int) -> Traits | None:
    """Return what the cells may have when all of them are in plain form, else None."""
    wide = not _cells(rb"[A-Z]").fullmatch(part, start, end)
    if wide and not _cells(rb"[A-Z]{1,3}+").fullmatch(part, start, end):
        return None
    # "&#49;" is the digit 1, which calamine does not see in a number.
    if part.find(b"&", start, end) >= 0 and part.find(b"&#", start, end) >= 0:
        return None
    return Traits(
        part.find(b' hidden="', start, end) >= 0,
        part.find(b' t="e"', start, end) >= 0,
        part.find(b"<f", start, end) >= 0,
        wide,
    )
