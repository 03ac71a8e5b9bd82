"""Sentences beside tables: which cells they are, and the amounts and counts that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from selaras.model.book import Position, Sheet
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.values.rupiah import read_money
from selaras.values.terbilang import read_terbilang

#: "Rp. 6.071.587.000,- (enam milyar ...)", with or without the words.
_MONEY = re.compile(
    r"(?:rp\.?|idr)\s*((?:\d{1,3}(?:[.,\s]\d{3})+|\d+)(?:,\d{1,2})?)(?![\d])\s*(?:,\s*-{1,2}|,-|\.-)?"
    r"(?:\s*\(([^()0-9]{4,300})\))?",
    re.IGNORECASE,
)
#: "7 (tujuh) program".
_COUNTED = re.compile(
    r"(?<![\d.,])(\d{1,4})(?:\s*\(([^()0-9]{3,60})\))?\s+(sub\s*kegiatan|kegiatan|program)\b",
    re.IGNORECASE,
)


class TextCell(NamedTuple):
    """A cell of running text."""

    sheet: Sheet
    position: Position
    text: str


class NamedNumber(NamedTuple):
    """A number that a text names: in figures, and in words where it says both."""

    number: int | Decimal
    terbilang: int | None
    #: What it counts ("program", "kegiatan", "sub kegiatan"), or "" for rupiah.
    counted: str
    written: str


def find_texts(work: Work, sheet: Sheet) -> Iterator[TextCell]:
    """Yield the texts of a sheet that stand outside its tables and name a number."""
    inside: set[int] = set()
    for table in work.tables:
        if table.sheet is sheet:
            inside.update(range(table.head_area.bottom + 1, table.bottom + 1))
    for row in sheet.grid.rows(inside):
        for column, value in sheet.grid.row(row):
            if isinstance(value, str) and len(value) >= 12 and any(map(str.isdigit, value)):
                yield TextCell(sheet, (row, column), value)


def find_numbers(text: str) -> list[NamedNumber]:
    """Return the amounts and counts that a text names, in order."""
    found: list[tuple[int, NamedNumber]] = []
    for match in _MONEY.finditer(text):
        reading = read_money(match[1])
        if reading is not None and reading.amount is not None and reading.fault is None:
            words = read_terbilang(match[2]) if match[2] else None
            written = " ".join(match[0].split())
            found.append((match.start(), NamedNumber(reading.amount, words, "", written)))
    for match in _COUNTED.finditer(text):
        words = read_terbilang(match[2]) if match[2] else None
        thing = " ".join(match[3].casefold().replace("subkegiatan", "sub kegiatan").split())
        found.append((match.start(), NamedNumber(int(match[1]), words, thing, match[0].strip())))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def find_nearest_table(work: Work, text: TextCell) -> Table | None:
    """Return the table that a text speaks of: the next one below it, else the last one above."""
    tables = [table for table in work.tables if table.sheet is text.sheet]
    below = [table for table in tables if table.head_area.top > text.position[0]]
    if below:
        return min(below, key=lambda table: table.head_area.top)
    above = [table for table in tables if table.bottom < text.position[0]]
    return max(above, key=lambda table: table.bottom) if above else None
