"""Formulas in relative form: two cells hold the same pattern where copying one gives the other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from selaras.formulas.tokens import split_tokens
from selaras.values.a1 import MAX_COLUMN, MAX_ROW, address, column_letters, column_number

#: One end of a reference: whether its row moves, the row or the distance; the column likewise.
End = tuple[bool, int, bool, int]

_CELL = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([1-9][0-9]*)")
#: A cell in the text of a formula; texts are taken whole, so that no cell is found in them.
_MENTION = re.compile(r'"[^"]*"|(?<![\w.$])\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?![\w.(])')
#: A formula that looks beyond its sheet, or at what was deleted, has no neighbours.
_BEYOND = ("!", "[")
#: Longer formulas are programs of their own, which nobody compares by eye.
LONGEST_RELATIVE = 250
_ENDS = re.compile(r"R(\[?)(-?\d+)\]?C(\[?)(-?\d+)\]?")
#: What does not change what a formula adds up.
_AROUND = frozenset({"IFERROR(", "IFNA(", "ROUND("})


class Relative(NamedTuple):
    """A formula with each reference as R[1]C: the same text in every cell it is copied to."""

    pieces: tuple[str, ...]

    @property
    def functions(self) -> frozenset[str]:
        """The functions that reckon, without those that only round or hide errors."""
        return frozenset(p for p in self.pieces if p[-1] == "(" and len(p) > 1) - _AROUND

    @property
    def vertical(self) -> bool:
        """Whether it looks at other cells of its own column only: a sum of the rows below."""
        ends = [end for piece in self.pieces for end in _ends(piece)]
        return all(moves and not right for _, _, moves, right in ends) and any(
            moves and down for moves, down, _, _ in ends
        )

    @property
    def numbers(self) -> list[str]:
        """The numbers that are typed into it."""
        return [piece for piece in self.pieces if piece[0].isdigit() or piece[0] == "."]

    def at(self, row: int, column: int) -> str | None:
        """Return the formula of this pattern in a cell; None where it leaves the sheet."""
        text = "="
        for piece in self.pieces:
            ends = _ends(piece)
            if not ends:
                text += piece
                continue
            shown = [_write(end, row, column) for end in ends]
            if None in shown:
                return None
            text += ":".join(str(one) for one in shown)
        return text

    def template(self, column: int) -> tuple[str, tuple[int, ...]] | None:
        """Return its text in a column with %d for each row that moves, and their distances.

        None where it leaves the sheet.
        """
        text = "="
        downs: list[int] = []
        for piece in self.pieces:
            ends = _ends(piece)
            text += "" if ends else piece.replace("%", "%%")
            for number, (row_moves, down, column_moves, right) in enumerate(ends):
                at_column = column + right if column_moves else right
                if not 1 <= at_column <= MAX_COLUMN:
                    return None
                text += (":" if number else "") + ("" if column_moves else "$")
                text += column_letters(at_column) + ("%d" if row_moves else f"${down}")
                if row_moves:
                    downs.append(down)
        return text, tuple(downs)


def read_relative(formula: str, row: int, column: int) -> Relative | None:
    """Return a formula in relative form; None for one without a cell, or beyond its sheet.

    Names, whole columns and other sheets are not read: their neighbours do not go with them.
    """
    pieces = split_tokens(formula)
    if pieces is None:
        return None
    found: list[str] = []
    refers = False
    for kind, text in pieces[:-1]:
        if kind == "rujukan":
            relative = _relative(text, row, column)
            if relative is None:
                return None
            refers = True
            found.append(relative)
        elif kind == "fungsi":
            found.append(text.upper().removeprefix("_XLFN."))
        else:
            found.append(text)
    return Relative(tuple(found)) if refers else None


def pattern_key(formula: str, row: int, column: int) -> str | None:
    """Return a text that is the same for copies of one formula, made without reading the formula.

    None where it looks beyond its sheet, or is too long.
    """
    if len(formula) > LONGEST_RELATIVE or any(sign in formula for sign in _BEYOND):
        return None

    def shift(found: re.Match[str]) -> str:
        text = found[0]
        end = _end(text) if text[0] != '"' else None
        if end is None:
            return text
        row_moves, down, column_moves, right = end
        rows = down - row if row_moves else f"${down}"
        return f"R{rows}C{right - column if column_moves else f'${right}'}"

    return _MENTION.sub(shift, formula)


def _relative(text: str, row: int, column: int) -> str | None:
    ends = [_end(end) for end in text.split(":")]
    shown = ""
    for end in ends:
        if end is None:
            return None
        row_moves, down, column_moves, right = end
        shown += ":" if shown else ""
        shown += f"R[{down - row}]" if row_moves else f"R{down}"
        shown += f"C[{right - column}]" if column_moves else f"C{right}"
    return shown


@lru_cache(maxsize=1 << 14)
def _end(text: str) -> End | None:
    found = _CELL.fullmatch(text.upper())
    if found is None:
        return None
    column_dollar, letters, row_dollar, digits = found.groups()
    return not row_dollar, int(digits), not column_dollar, column_number(letters)


@lru_cache(maxsize=1 << 12)
def _ends(piece: str) -> tuple[End, ...]:
    """Return the ends of a reference in relative form; none for any other piece."""
    if piece[0] != "R":
        return ()
    found = [_ENDS.fullmatch(end) for end in piece.split(":")]
    return tuple((bool(one[1]), int(one[2]), bool(one[3]), int(one[4])) for one in found if one)


def _write(end: End, row: int, column: int) -> str | None:
    row_moves, down, column_moves, right = end
    at_row = row + down if row_moves else down
    at_column = column + right if column_moves else right
    if not (1 <= at_row <= MAX_ROW and 1 <= at_column <= MAX_COLUMN):
        return None
    if row_moves and column_moves:
        return address(at_row, at_column)
    dollars = ("" if column_moves else "$", "" if row_moves else "$")
    return f"{dollars[0]}{column_letters(at_column)}{dollars[1]}{at_row}"
