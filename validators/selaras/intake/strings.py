"""How much text the cells of a workbook refer to, before anyone builds it."""

from __future__ import annotations

import re
from itertools import pairwise

from selaras.intake import limits
from selaras.intake.refusal import Kind, Refusal
from selaras.intake.sheetpart import SheetPart

_REFERENCE = re.compile(rb' t="s"[^>]*>(?:<f[^>]*?(?:/>|>[^<]*</f>))?<v>(\d+)<')
_ITEM = re.compile(rb"<(?:\w+:)?si(?=[\s/>])")


class TextBound:
    """Adds up the shared strings that cells refer to.

    A file stores a string once, a reader gives it to each cell that uses it: 30 MB used 200 times
    are 6 GB. What is counted is the strings' XML, which is never shorter than their text.
    """

    def __init__(self, strings: bytes) -> None:
        """Take the part of shared strings, unpacked; empty when there is none."""
        starts = [found.start() for found in _ITEM.finditer(strings)]
        if len(starts) > limits.SHARED_STRINGS:
            raise Refusal(Kind.TOO_LARGE, "shared strings")
        starts.append(len(strings))
        self._lengths = [after - start for start, after in pairwise(starts)]
        self._longest = max(self._lengths, default=0)
        self._total = 0

    def take(self, sheet: SheetPart) -> None:
        """Count one sheet's text; raises Refusal when it is more than a workbook may have."""
        cells = sheet.xml.count(b' t="s"', sheet.start, sheet.end)
        # The longest string for every cell is mostly little enough, and quickly known.
        if self._total + cells * self._longest <= limits.TEXT:
            self._total += cells * self._longest
            return
        lengths = self._lengths
        for index in map(int, _REFERENCE.findall(sheet.xml, sheet.start, sheet.end)):
            if index < len(lengths):
                self._total += lengths[index]
        if self._total > limits.TEXT:
            raise Refusal(Kind.BOMB, f"cells refer to {self._total} bytes of text")
