"""How much text the cells of a workbook refer to, before anyone builds it."""

from __future__ import annotations

import re

from selaras.intake import limits
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.sheetpart import SheetPart

_REFERENCE = re.compile(rb' t="s"[^>]*>(?:<f[^>]*?(?:/>|>[^<]*</f>))?<v>(\d+)<')
_PREFIXED_ITEM = re.compile(rb"<\w+:si(?=[\s/>])")
#: `<c r="A1" t="s"><v>0</v></c>`: no cell that refers to a string is shorter.
_SHORTEST_CELL = 28


class TextBound:
    """Adds up the shared strings that cells refer to.

    A file stores a string once, a reader gives it to each cell that uses it: 30 MB used 200 times
    are 6 GB. What is counted is the strings' XML, which is never shorter than their text.
    """

    def __init__(self, strings: bytes) -> None:
        """Take the part of shared strings, unpacked; empty when there is none."""
        items = strings.split(b"<si")[1:] or _PREFIXED_ITEM.split(strings)[1:]
        self._lengths = list(map(len, items))
        if len(self._lengths) > limits.SHARED_STRINGS:
            raise Refusal(RefusalKind.TOO_LARGE, "shared strings")
        self._longest = max(self._lengths, default=0)
        self._total = 0

    def take(self, sheet: SheetPart) -> None:
        """Count one sheet's text; raises Refusal when it is more than a workbook may have."""
        # The longest string for every cell is mostly little enough, and quickly known.
        most = (sheet.end - sheet.start) // _SHORTEST_CELL * self._longest
        if self._total + most > limits.MOST_TEXT:
            most = sheet.xml.count(b' t="s"', sheet.start, sheet.end) * self._longest
        if self._total + most <= limits.MOST_TEXT:
            self._total += most
            return
        lengths = self._lengths
        for index in map(int, _REFERENCE.findall(sheet.xml, sheet.start, sheet.end)):
            if index < len(lengths):
                self._total += lengths[index]
        if self._total > limits.MOST_TEXT:
            raise Refusal(RefusalKind.BOMB, f"cells refer to {self._total} bytes of text")
