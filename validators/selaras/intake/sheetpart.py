"""A worksheet part: where its cells lie, and what stands around them.

Where all cells have the plain form of `plain`, nothing but regular expressions looks at them. Any
other form is first rewritten to the plain one by `canonical`, so that both ways end in the same
place.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from selaras.intake import limits
from selaras.intake.plain import Traits, traits
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.xmlpart import Attributes, is_true, local, run
from selaras.values.a1 import MAX_COLUMN, Area, column_number

_OPEN, _CLOSE, _NONE = b"<sheetData>", b"</sheetData>", b"<sheetData/>"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?")


class Around:
    """What a worksheet says outside its cells: hidden columns, merges, a filter in use."""

    def __init__(self) -> None:
        self.cells_seen = False
        self.hidden_columns: set[int] = set()
        self.merges: list[Area] = []
        self.filter_in_use = False
        self._spanned = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Take one element that is no cell."""
        own = local(name)
        if own == "col":
            if is_true(attributes.get("hidden")):
                self._hide(attributes)
        elif own == "mergeCell":
            area = parse_area(attributes.get("ref", ""))
            if area:
                self.merges.append(area)
                if len(self.merges) > limits.MERGES:
                    raise Refusal(RefusalKind.TOO_LARGE, "merged cells")
        elif own == "filterColumn" or (own == "sheetPr" and is_true(attributes.get("filterMode"))):
            self.filter_in_use = True
        elif own == "sheetData":
            self.cells_seen = True

    def _hide(self, attributes: Attributes) -> None:
        try:
            first, last = int(attributes["min"]), int(attributes["max"])
        except (KeyError, ValueError):
            return
        last = min(last, MAX_COLUMN)
        self._spanned += max(0, last - first)
        # Columns are given once; a file that repeats them without end is no honest one.
        if self._spanned > 4 * MAX_COLUMN:
            raise Refusal(RefusalKind.BROKEN, "overlapping columns")
        self.hidden_columns.update(range(max(first, 1), last + 1))


class SheetPart(NamedTuple):
    """A worksheet whose cells, from `start` to `end` of `xml`, have the plain form."""

    xml: bytes
    start: int
    end: int
    around: Around
    #: Whether `xml` differs from the part in the file.
    rewritten: bool
    traits: Traits = Traits()


def trusted(part: bytes, name: str) -> SheetPart | None:
    """Return a UTF-8 part as it is when its cells have the plain form, else None.

    Raises Refusal when what stands around the cells is not well-formed.
    """
    opening = part.find(_OPEN)
    if opening >= 0:
        start = opening + len(_OPEN)
        end = part.find(_CLOSE, start)
        stop = end + len(_CLOSE)
    else:
        opening = start = end = part.find(_NONE)
        stop = end + len(_NONE)
    if opening < 0 or end < 0 or part.find(b"<!", 0, opening) >= 0:
        return None
    found = traits(part, start, end)
    if found is None:
        return None
    around = Around()
    run(part[:opening] + _NONE + part[stop:], name, around.start)
    return SheetPart(part, start, end, around, False, found) if around.cells_seen else None


def parse_area(reference: str) -> Area | None:
    """Return the rectangle of "A1" or "A1:B2"; None when it is neither."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    left, top = column_number(found[1]), int(found[2])
    right, bottom = (column_number(found[3]), int(found[4])) if found[3] else (left, top)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
