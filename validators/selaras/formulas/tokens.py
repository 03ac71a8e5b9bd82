"""Split a formula into references, functions, numbers, texts and signs.

Only what sums are written with is known. A name, a structured reference, another workbook, an
error value or an array ends the reading.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from selaras.formulas.shapes import CellRange
from selaras.values.a1 import MAX_COLUMN, MAX_ROW, Area, column_number

#: Excel allows no longer formula.
LONGEST_FORMULA = 8192

_TOKEN = re.compile(
    r"""
    [ \t\r\n]*+
    (?:
      (?P<rujukan>
        (?:(?:'(?:[^'\[\]:*?/\\]|'')++'|[^\W\d][\w.]*+)!)?
        (?:
          \$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6})?
          | \$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}
        )
        (?![\w.\\?(!$:\[])
      )
      | (?P<fungsi>[A-Za-z_][A-Za-z0-9_.]*+\()
      | (?P<angka>(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[Ee][+-]?[0-9]{1,2}(?![0-9]))?)
      | (?P<teks>"(?:[^"]|"")*+")
      | (?P<tanda><=|>=|<>|[-+*/&=<>%(),])
    )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One piece: its kind ("rujukan", "fungsi", "angka", "teks", "tanda") and its text."""

    kind: str
    text: str


_END = Token("akhir", "")


def split_tokens(formula: str) -> list[Token] | None:
    """Return the pieces after "=", closed by an empty one; None when one of them is not known."""
    if len(formula) > LONGEST_FORMULA:
        return None
    text = formula.rstrip()
    at = 1 if text.startswith("=") else 0
    end = len(text)
    pieces: list[Token] = []
    match = _TOKEN.match
    while at < end:
        found = match(text, at)
        if found is None:
            return None
        kind = found.lastgroup
        assert kind is not None
        pieces.append(Token(kind, found[kind]))
        at = found.end()
    pieces.append(_END)
    return pieces


def read_reference(text: str) -> CellRange | None:
    """Return what a reference in the form of a formula means; None when it leaves the sheet."""
    sheet: str | None = None
    cells = text
    if "!" in text:
        name, _, cells = text.rpartition("!")
        sheet = name[1:-1].replace("''", "'") if name[0] == "'" else name
    first, colon, last = cells.partition(":")
    one = _read_end(first)
    other = _read_end(last) if colon else one
    if one is None or other is None:
        return None
    (top, left), (bottom, right) = one, other
    if not top:
        top, bottom = 1, MAX_ROW
    if top > bottom:
        top, bottom = bottom, top
    if left > right:
        left, right = right, left
    return CellRange(Area(top, left, bottom, right), sheet)


@lru_cache(maxsize=4096)
def _read_end(text: str) -> tuple[int, int] | None:
    """Return row and column of one end; the row is 0 for a whole column."""
    plain = text.replace("$", "")
    letters = plain.rstrip("0123456789")
    digits = plain[len(letters) :]
    row, column = int(digits or 0), column_number(letters)
    return (row, column) if column <= MAX_COLUMN and row <= MAX_ROW else None
