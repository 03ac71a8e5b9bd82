"""Cell addresses: one-based row and column numbers to and from A1 notation."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """Return the letters of a one-based column number: 1 is "A", 27 is "AA"."""
    letters = ""
    while column > 0:
        column, digit = divmod(column - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Return the one-based number of a column given by its letters.

    Raises ValueError when a character is not a letter A to Z.
    """
    number = 0
    for letter in letters.upper():
        digit = ord(letter) - 64
        if not 1 <= digit <= 26:
            raise ValueError(f"not a column: {letters!r}")
        number = number * 26 + digit
    return number


def address(row: int, column: int) -> str:
    """Return the A1 address of a cell, without dollar signs."""
    return f"{column_letters(column)}{row}"


def position(cell: str) -> tuple[int, int]:
    """Return row and column of an address without dollar signs.

    Raises ValueError where the text is no address.
    """
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), column_number(letters)


class Area(NamedTuple):
    """A rectangle of cells; all four edges are one-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first = address(self.top, self.left)
        last = address(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    def holds(self, row: int, column: int) -> bool:
        """Tell whether the cell lies inside this rectangle."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right
