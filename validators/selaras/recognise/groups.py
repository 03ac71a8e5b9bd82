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
        #: The series that the first group begins, and how many groups there have been.
        self._marks: Sequence[str] = ()
        self._taken = 0

    def is_next(self, cells: Iterable[Value], name: str) -> bool:
        """Tell whether a row has the number of the next group, in a cell or before its name."""
        found = (_MARK.fullmatch(cell.strip()) for cell in cells if isinstance(cell, str))
        mark = next((one[1] for one in found if one), "") or _find_leading_mark(name)
        if not mark:
            return False
        if not self._taken:
            self._marks = next((marks for marks in _SERIES if marks[0] == mark), ())
        return self._taken < len(self._marks) and self._marks[self._taken] == mark

    def take(self) -> None:
        """Count the next group."""
        self._taken += 1


def _find_leading_mark(name: str) -> str:
    found = _LEADING.match(name)
    return found[1] if found else ""
