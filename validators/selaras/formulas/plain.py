"""The two formulas that nearly all sums are, read at a glance: =SUM(K8:K15) and =K7+K12+K20.

What they mean is what the reader of all formulas finds in them; this is the same, faster.
"""

from __future__ import annotations

import re
from functools import lru_cache

from selaras.formulas.shapes import SumForm, Term
from selaras.values.a1 import MAX_COLUMN, MAX_ROW, Area, column_number

_SUM_RANGE = re.compile(
    r"=SUM\(\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}):\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})\)"
)
_ADDED_CELLS = re.compile(r"=\+?[A-Z]{1,3}[1-9][0-9]{0,6}(?:\+[A-Z]{1,3}[1-9][0-9]{0,6}){0,50}")
_CELL = re.compile(r"([A-Z]+)([0-9]+)")


@lru_cache(maxsize=1 << 12)
def read_plain_form(formula: str) -> SumForm | None:
    """Return the sum that one of the two forms is; None for any other formula."""
    found = _SUM_RANGE.fullmatch(formula)
    if found is not None:
        first, start, last, stop = found.groups()
        area = Area(int(start), column_number(first), int(stop), column_number(last))
        top, left, bottom, right = area
        if top <= bottom <= MAX_ROW and left <= right <= MAX_COLUMN:
            return SumForm((Term(area),))
        return None
    if _ADDED_CELLS.fullmatch(formula) is None:
        return None
    terms: list[Term] = []
    for letters, digits in _CELL.findall(formula):
        row, column = int(digits), column_number(letters)
        if row > MAX_ROW or column > MAX_COLUMN:
            return None
        terms.append(Term(Area(row, column, row, column), 1, None, "sel"))
    return SumForm(tuple(terms))
