"""How many lines a text takes in a column: row heights must not depend on who opens the file."""

from __future__ import annotations

_BY_WIDTH = {
    191: "'",
    222: "ijl",
    278: " !,./:;I[]ft\\",
    333: "()-r`",
    500: "cksvxyzJ",
    556: "0123456789?_abdeghnopquL#$√–",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
}
"""The characters of Arial by their width in thousandths of the font size."""

_WIDTHS = {char: width / 1000 for width, chars in _BY_WIDTH.items() for char in chars}
_OTHER = 0.6
_BOLD = 1.07
_PIXELS_PER_POINT = 96 / 72
_PIXELS_PER_UNIT = 7
_SAFETY = 1.02


def _measure_pixels(text: str, size: float, bold: bool) -> float:
    ems = sum(_WIDTHS.get(char, _OTHER) for char in text)
    return ems * size * _PIXELS_PER_POINT * (_BOLD if bold else 1) * _SAFETY


def count_lines(text: str, column_width: float, size: float, bold: bool = False) -> int:
    """Return how many lines the text takes when it is wrapped at words."""
    room = column_width * _PIXELS_PER_UNIT
    count, used = 1, 0.0
    space = _measure_pixels(" ", size, bold)
    for word in text.split():
        width = _measure_pixels(word, size, bold)
        if used and used + space + width > room:
            count, used = count + 1, width
        else:
            used += width + (space if used else 0)
        while used > room:
            count, used = count + 1, used - room
    return count


def compute_height(line_count: int, size: float) -> float:
    """Return the height in points of a row with so many lines."""
    return round(line_count * size * 1.25 + 5, 1)
