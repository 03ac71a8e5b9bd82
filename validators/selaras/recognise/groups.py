"""Rows that only head a group of those that follow: "I | BELANJA PENUNJANG | 700", then "II ...".

A group has a Roman number or a capital letter and no code; the first code below it is one from the
top. An item of a sub kegiatan may be numbered alike, and stands below other items of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from selaras.model.book import Value

_SERIES: tuple[Sequence[str], ...] = (
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"),
    "ABCDEFGHIJKL",
)
_MARK = re.compile(r"\(?([IVX]{1,4}|[A-L])[.)]?\)?")
_LEADING = re.compile(r"\(?([IVX]{1,4}|[A-L])[.)]\s+\S")


class GroupMarks:
    """The numbers of the groups of a table, as they count up."""

    def __init__(self) -> None:
        self._marks: Sequence[str] = ()
        self._next = 0

    def take(self, cells: Iterable[Value], name: str) -> bool:
        """Take the number of a row, in a cell or before its name, where it is the next group's."""
        found = (_MARK.fullmatch(cell.strip()) for cell in cells if isinstance(cell, str))
        mark = next((one[1] for one in found if one), "") or _before(name)
        if not mark:
            return False
        if not self._next:
            self._marks = next((marks for marks in _SERIES if marks[0] == mark), ())
        if self._next >= len(self._marks) or self._marks[self._next] != mark:
            return False
        self._next += 1
        return True


def _before(name: str) -> str:
    found = _LEADING.match(name)
    return found[1] if found else ""
