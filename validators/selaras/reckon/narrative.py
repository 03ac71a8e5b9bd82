"""Sentences beside tables: which cells they are, and the amounts and counts that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from selaras.model.book import Position, Sheet
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.values.rupiah import baca_uang
from selaras.values.terbilang import baca_terbilang

#: "Rp. 6.071.587.000,- (enam milyar ...)", with or without the words.
_UANG = re.compile(
    r"(?:rp\.?|idr)\s*((?:\d{1,3}(?:[.,\s]\d{3})+|\d+)(?:,\d{1,2})?)(?![\d])\s*(?:,\s*-{1,2}|,-|\.-)?"
    r"(?:\s*\(([^()0-9]{4,300})\))?",
    re.IGNORECASE,
)
#: "7 (tujuh) program".
_BANYAK = re.compile(
    r"(?<![\d.,])(\d{1,4})(?:\s*\(([^()0-9]{3,60})\))?\s+(sub\s*kegiatan|kegiatan|program)\b",
    re.IGNORECASE,
)


class Kalimat(NamedTuple):
    """A cell of running text."""

    sheet: Sheet
    position: Position
    teks: str


class Disebut(NamedTuple):
    """A number that a text names: in figures, and in words where it says both."""

    angka: int | Decimal
    terbilang: int | None
    #: What it counts ("program", "kegiatan", "sub kegiatan"), or "" for rupiah.
    benda: str
    tertulis: str


def kalimat(work: Work, sheet: Sheet) -> Iterator[Kalimat]:
    """Yield the texts of a sheet that stand outside its tables and name a number."""
    inside: set[int] = set()
    for table in work.tables:
        if table.sheet is sheet:
            inside.update(range(table.kepala.bottom + 1, table.bawah + 1))
    for row in sheet.grid.rows(inside):
        for column, value in sheet.grid.row(row):
            if isinstance(value, str) and len(value) >= 12 and any(map(str.isdigit, value)):
                yield Kalimat(sheet, (row, column), value)


def disebut(text: str) -> list[Disebut]:
    """Return the amounts and counts that a text names, in order."""
    found: list[tuple[int, Disebut]] = []
    for match in _UANG.finditer(text):
        baca = baca_uang(match[1])
        if baca is not None and baca.jumlah is not None and baca.salah is None:
            words = baca_terbilang(match[2]) if match[2] else None
            written = " ".join(match[0].split())
            found.append((match.start(), Disebut(baca.jumlah, words, "", written)))
    for match in _BANYAK.finditer(text):
        words = baca_terbilang(match[2]) if match[2] else None
        thing = " ".join(match[3].casefold().replace("subkegiatan", "sub kegiatan").split())
        found.append((match.start(), Disebut(int(match[1]), words, thing, match[0].strip())))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def tabel_terdekat(work: Work, text: Kalimat) -> Table | None:
    """Return the table that a text speaks of: the next one below it, else the last one above."""
    tables = [table for table in work.tables if table.sheet is text.sheet]
    below = [table for table in tables if table.kepala.top > text.position[0]]
    if below:
        return min(below, key=lambda table: table.kepala.top)
    above = [table for table in tables if table.bawah < text.position[0]]
    return max(above, key=lambda table: table.bawah) if above else None
