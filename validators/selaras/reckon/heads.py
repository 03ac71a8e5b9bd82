"""What the heads of a recognised table say: the cells over a column, and the years in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.model.book import Position, Value
from selaras.model.table import Table, TableColumn
from selaras.values.a1 import Area

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)")


class NamedYear(NamedTuple):
    """A year that a head cell names."""

    year: int
    position: Position


def list_head_cells(table: Table, column: TableColumn) -> Iterator[tuple[Position, str]]:
    """Yield the head cells over a column from top to bottom, merged groups included."""
    area = table.head_area
    # Rows of data may be merged by the thousand: only what lies over the head counts.
    merges = [merge for merge in table.sheet.merges if merge.top <= area.bottom]
    seen: set[Position] = set()
    for row in range(area.top, area.bottom + 1):
        position = _find_origin(merges, row, column.first)
        value = table.sheet.value(*position)
        if value is not None and position not in seen:
            seen.add(position)
            yield position, _show_text(value)


def _show_text(value: Value) -> str:
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if isinstance(value, float) and whole else str(value)


def _find_origin(merges: Sequence[Area], row: int, column: int) -> Position:
    for area in merges:
        if area.holds(row, column):
            return area.top, area.left
    return row, column


def find_head_year(table: Table, column: TableColumn) -> NamedYear | None:
    """Return the year that the lowest head cell with a year names; None for none or for two."""
    found: NamedYear | None = None
    for position, text in list_head_cells(table, column):
        years = set(map(int, _YEAR.findall(text)))
        if len(years) == 1:
            found = NamedYear(years.pop(), position)
        elif years:
            found = None
    return found


def list_years(text: str) -> list[int]:
    """Return the years that a line of text names, in order; a span (2021-2026) names none."""
    plain = re.sub(r"(?:19|20)\d\d\s*(?:[-–—/]|s\.?/?d\.?|sampai)\s*(?:19|20)\d\d", " ", text)
    return [int(year) for year in _YEAR.findall(plain)]
