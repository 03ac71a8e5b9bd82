"""Shared formulas written out: the first cell's text with its references moved.

A workbook stores a filled-down formula once. Each other cell's formula is that text with every
relative reference moved by the distance between the two cells; `$` parts stay, text in quotes and
sheet names are no references, and neither are names and functions that look like one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from selaras.intake import limits
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.values.a1 import MAX_COLUMN, MAX_ROW, column_letters, column_number

#: Compiled when first used: most workbooks share no formula.
_TOKEN = r"""
    "(?:[^"]|"")*+"                                   # text
    | '(?:[^']|'')*+'                                 # a quoted sheet name
    | \[[^\]]*+\]                                     # a table's column, or another workbook
    | (?<![\w.\\?$])                                  # a reference does not go on from a word
      (?:
        (?P<cell>(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6}))
        | (?P<columns>(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3}))
        | (?P<rows>(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6}))
      )
      (?![\w.\\?(!$])                                 # and ends before anything that makes it one
    """
_LOST = "#REF!"


class _Template(NamedTuple):
    """A formula with its columns moved and %d for each relative row."""

    text: str
    rows: list[int]
    #: The smallest and the largest distance that keeps every row on the sheet.
    up: int
    down: int


class SharedFormula:
    """The formula of a first cell, ready to be moved to the other cells that share it."""

    __slots__ = ("_column", "_pieces", "_row", "_templates", "_text")

    def __init__(self, text: str, row: int, column: int) -> None:
        self._text = text
        self._row = row
        self._column = column
        self._pieces = _pieces(text)
        self._templates: dict[int, _Template] = {}

    def at(self, row: int, column: int) -> str:
        """Return the formula of another cell that shares this one, without "="."""
        right = column - self._column
        template = self._templates.get(right)
        if template is None:
            template = self._templates[right] = self._template(right)
        down = row - self._row
        if template.up <= down <= template.down:
            return template.text % tuple([number + down for number in template.rows])
        return self._with_lost_rows(right, down)

    def _template(self, right: int) -> _Template:
        text: list[str] = []
        rows: list[int] = []
        for piece in self._pieces:
            if isinstance(piece, str):
                text.append(piece)
                continue
            ends = [end.moved_right(right) for end in piece]
            if None in ends:
                text.append(_LOST)
                continue
            text.append(":".join(str(end) for end in ends))
            rows.extend(end.row for end in piece if end.row_moves)
        up, down = 1 - min(rows, default=MAX_ROW), MAX_ROW - max(rows, default=1)
        return _Template("".join(text), rows, up, down)

    def _with_lost_rows(self, right: int, down: int) -> str:
        text = ""
        for piece in self._pieces:
            if isinstance(piece, str):
                text += piece.replace("%%", "%")
                continue
            ends = [end.moved_right(right) for end in piece]
            rows = [end.row + down for end in piece if end.row_moves]
            if None in ends or any(not 1 <= row <= MAX_ROW for row in rows):
                text += _LOST
            else:
                text += ":".join(str(end) for end in ends) % tuple(rows)
        return text


class _End:
    """One end of a reference: a cell, a whole column (no row), or a whole row (no column)."""

    __slots__ = ("column", "column_moves", "row", "row_moves")

    def __init__(self, dollar: str, letters: str, row_dollar: str, digits: str) -> None:
        self.column = column_number(letters) if letters else 0
        self.column_moves = bool(letters) and not dollar
        self.row = int(digits) if digits else 0
        self.row_moves = bool(digits) and not row_dollar

    def moved_right(self, right: int) -> str | None:
        """Return the reference as a template, None when its column leaves the sheet."""
        text = ""
        if self.column:
            column = self.column + right if self.column_moves else self.column
            if not 1 <= column <= MAX_COLUMN:
                return None
            text = ("" if self.column_moves else "$") + column_letters(column)
        if self.row:
            text += "%d" if self.row_moves else f"${self.row}"
        return text


_Piece = str | tuple[_End, ...]


def _pieces(text: str) -> list[_Piece]:
    """Split a formula into literal text (with % doubled) and references."""
    pieces: list[_Piece] = []
    at = 0
    for found in re.finditer(_TOKEN, text, re.VERBOSE):
        ends = _ends(found)
        if not ends:
            continue
        pieces.append(text[at : found.start()].replace("%", "%%"))
        pieces.append(ends)
        at = found.end()
    pieces.append(text[at:].replace("%", "%%"))
    return pieces


def _ends(found: re.Match[str]) -> tuple[_End, ...]:
    if found["cell"]:
        end = _End(found[2], found[3], found[4], found[5])
        # XFE1 and A1048577 are names.
        return (end,) if end.column <= MAX_COLUMN and end.row <= MAX_ROW else ()
    if found["columns"]:
        return (_End(found[7], found[8], "", ""), _End(found[9], found[10], "", ""))
    if found["rows"]:
        return (_End("", "", found[12], found[13]), _End("", "", found[14], found[15]))
    return ()


class Budget:
    """Counts the characters of formulas, so that one long formula shared widely fills no memory."""

    __slots__ = ("_left",)

    def __init__(self) -> None:
        self._left = limits.FORMULA_TEXT

    def taken(self, text: str) -> str:
        """Return a formula once it is counted; raises Refusal when all are too long by now."""
        self._left -= len(text)
        if self._left < 0:
            raise Refusal(RefusalKind.BOMB, "formulas")
        return text
