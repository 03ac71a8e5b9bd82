"""What the heads of a recognised table say: the cells over a column, and the years in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.model.book import Position, Value
from selaras.model.table import Table, TableColumn
from selaras.values.a1 import Area

_TAHUN = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)")


class Sebutan(NamedTuple):
    """A year that a head cell names."""

    tahun: int
    position: Position


def sel_kepala(table: Table, column: TableColumn) -> Iterator[tuple[Position, str]]:
    """Yield the head cells over a column from top to bottom, merged groups included."""
    area = table.kepala
    # Rows of data may be merged by the thousand: only what lies over the head counts.
    merges = [merge for merge in table.sheet.merges if merge.top <= area.bottom]
    seen: set[Position] = set()
    for row in range(area.top, area.bottom + 1):
        position = _asal(merges, row, column.first)
        value = table.sheet.value(*position)
        if value is not None and position not in seen:
            seen.add(position)
            yield position, _teks(value)


def _teks(value: Value) -> str:
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if isinstance(value, float) and whole else str(value)


def _asal(merges: Sequence[Area], row: int, column: int) -> Position:
    for area in merges:
        if area.holds(row, column):
            return area.top, area.left
    return row, column


def tahun_kepala(table: Table, column: TableColumn) -> Sebutan | None:
    """Return the year that the lowest head cell with a year names; None for none or for two."""
    found: Sebutan | None = None
    for position, text in sel_kepala(table, column):
        years = set(map(int, _TAHUN.findall(text)))
        if len(years) == 1:
            found = Sebutan(years.pop(), position)
        elif years:
            found = None
    return found


def tahun_teks(text: str) -> list[int]:
    """Return the years that a line of text names, in order; a span (2021-2026) names none."""
    plain = re.sub(r"(?:19|20)\d\d\s*(?:[-–—/]|s\.?/?d\.?|sampai)\s*(?:19|20)\d\d", " ", text)
    return [int(year) for year in _TAHUN.findall(plain)]
