"""Codes with the number of an indicator behind them: 2.17.02.2.01.0001.01, or ...0001-1.

Applications make a key of a row's code and the number of its indicator. The number is no part of
the code: rows that differ in it only are one row with several indicators.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

#: Fewer padded codes may be slips.
FEWEST_PADDED = 2
_PARTS = r"[1-9Xx][0-9Xx]?(?:\.[0-9Xx]{1,4})"
#: Behind a program, a kegiatan or a sub kegiatan, after a sign that the code itself has not.
_MARKED = re.compile(rf"({_PARTS}{{2}}|{_PARTS}{{4,5}})\s*[-/_]\s*(\d{{1,2}})")
#: One part more than a sub kegiatan has; and one more than any level has.
_SEVENTH = re.compile(rf"({_PARTS}{{5}})\.(\d{{1,2}})")
_ANY_DOTTED = re.compile(rf"({_PARTS}{{2}}|{_PARTS}{{4,5}})\.(\d{{1,2}})")
_PROGRAM = re.compile(rf"{_PARTS}{{2}}")
_FOUR = re.compile(rf"{_PARTS}{{3}}")


class Padding(NamedTuple):
    """How the codes of a table are padded."""

    form: re.Pattern[str]

    def strip(self, text: str) -> str:
        """Return a code without the number behind it."""
        found = self.form.fullmatch(text.strip())
        return found[1] if found else text


def find_padding(texts: Iterable[str]) -> Padding | None:
    """Return how the codes of a column are padded; None where the numbers count no indicators."""
    codes = [text.strip() for text in texts]
    if _counts(_MARKED, codes):
        return Padding(_MARKED)
    if not _counts(_SEVENTH, codes):
        return None
    # Without a plain code of a program, and with one part too many there, all levels have it.
    upper = any(map(_FOUR.fullmatch, codes)) and not any(map(_PROGRAM.fullmatch, codes))
    if upper and _counts(_ANY_DOTTED, codes):
        return Padding(_ANY_DOTTED)
    return Padding(_SEVENTH)


def _counts(form: re.Pattern[str], codes: list[str]) -> bool:
    """Tell whether the numbers behind each code count from 1."""
    last: dict[str, int] = {}
    found = [match for code in codes if (match := form.fullmatch(code))]
    for match in found:
        before, number = last.get(match[1], 0), int(match[2])
        # A sub unit begins again.
        if number not in (1, before, before + 1):
            return False
        last[match[1]] = number
    return len(found) >= FEWEST_PADDED
