"""How many lines a text takes in a column: row heights must not depend on who opens the file."""

from __future__ import annotations

_NARROW = {"i": 0.23, "j": 0.23, "l": 0.23, "I": 0.28, "'": 0.2, "|": 0.26}
_SLIM = dict.fromkeys("ft .,:;/\\!()[]-r", 0.31)
_WIDE = {"m": 0.84, "M": 0.84, "w": 0.73, "W": 0.95, "%": 0.9, "@": 1.02}
_WIDTHS = _SLIM | _NARROW | _WIDE
_CAPITAL, _SMALL = 0.7, 0.56
_BOLD = 1.07
_PIXELS_PER_POINT = 96 / 72


def _width(text: str, size: float, bold: bool) -> float:
    ems = sum(_WIDTHS.get(char, _CAPITAL if char.isupper() else _SMALL) for char in text)
    return ems * size * _PIXELS_PER_POINT * (_BOLD if bold else 1)


def lines(text: str, column_width: float, size: float, bold: bool = False) -> int:
    """Return how many lines the text takes when it is wrapped at words."""
    room = column_width * 7 - 3
    count, used = 1, 0.0
    space = _width(" ", size, bold)
    for word in text.split():
        width = _width(word, size, bold)
        if used and used + space + width > room:
            count, used = count + 1, width
        else:
            used += width + (space if used else 0)
        while used > room:
            count, used = count + 1, used - room
    return count


def height(line_count: int, size: float) -> float:
    """Return the height in points of a row with so many lines."""
    return round(line_count * size * 1.28 + 5, 1)
