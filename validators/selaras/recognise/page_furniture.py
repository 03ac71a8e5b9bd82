"""Lines that a page repeats above its head or below its rows: "Renja Dinas Sosial 2025 | 7".

They stand where a page ends, and again at other pages' ends. Whoever they name, they begin nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from selaras.kode import kode_di_awal
from selaras.lipat import lipat
from selaras.model.book import Sheet, Value
from selaras.recognise.calon import baris_nomor
from selaras.recognise.ciri import kosong, teks_total
from selaras.recognise.halaman import teks_pindahan

#: So many rows above a head that is repeated, and at the end of a sheet, may be of the page.
DEEPEST = 6
#: A line has at most so many characters, in so many cells, and a page has such a number.
LONGEST = 160
MOST_CELLS = 3
LAST_PAGE = 9_999
#: Fewer letters name nothing.
FEWEST_LETTERS = 5
_NUMBER = re.compile(r"\d+")


class Furniture(NamedTuple):
    """The rows of a sheet that are of its pages, and those that say what stands below its last."""

    rows: frozenset[int]
    feet: frozenset[int]


def find_furniture(sheet: Sheet, filled: Sequence[int], tops: Sequence[int]) -> Furniture:
    """Return what the pages of a sheet repeat; `tops` are the first rows of its heads."""
    breaks = sorted({*tops[1:], *_number_rows(sheet, filled, tops)})
    places: dict[int, str] = {}
    numbers: dict[int, float] = {}
    for top in (*breaks, filled[-1] + 1):
        at = bisect_left(filled, top)
        if at and (number := _page_number(sheet, filled[at - 1])) is not None:
            numbers[filled[at - 1]] = number
    for top in breaks:
        at = bisect_left(filled, top)
        for row in reversed(filled[max(0, at - DEEPEST) : at]):
            if (line := read_line(v for _, v in sheet.grid.row(row))) is None:
                break
            places[row] = line
    last = breaks[-1] if breaks else filled[-1]
    feet = {
        row: line
        for row in filled[-DEEPEST:]
        if row > last and (line := read_line(v for _, v in sheet.grid.row(row))) is not None
    }
    count = Counter((*places.values(), *feet.values()))
    named = {row for row, line in (*places.items(), *feet.items()) if count[line] > 1}
    pages = list(numbers.values())
    counted = len(pages) > 1 and all(after == page + 1 for page, after in pairwise(pages))
    return Furniture(
        frozenset(named.union(numbers) if counted else named),
        frozenset(row for row, line in places.items() if line in feet.values()),
    )


def _number_rows(sheet: Sheet, filled: Sequence[int], tops: Sequence[int]) -> Iterable[int]:
    """Yield the rows of column numbers that stand alone for the head of a page."""
    for row in filled:
        cells = list(sheet.grid.row(row))
        begins = str(cells[0][1]).strip("() .") in ("1", "1.0") if cells else False
        if begins and baris_nomor(cells) and not any(row - 4 <= top <= row for top in tops):
            yield row


def _page_number(sheet: Sheet, row: int) -> float | None:
    """Return the number that a row holds, and nothing else."""
    said = [value for _, value in sheet.grid.row(row) if not kosong(value)]
    if len(said) != 1:
        return None
    value = float(said[0]) if isinstance(said[0], str) and said[0].strip().isdigit() else said[0]
    return value if isinstance(value, int | float) and 0 < value <= LAST_PAGE else None


def read_line(values: Iterable[Value]) -> str | None:
    """Return what a row says that may be of the page, its numbers left open; None for others."""
    said = [value for value in values if not kosong(value)]
    texts = [" ".join(value.split()) for value in said if isinstance(value, str)]
    if not texts or len(said) > MOST_CELLS or not all(map(_may_stand, said)):
        return None
    line = " ".join(texts)
    first = texts[0]
    if len(line) > LONGEST or sum(map(str.isalpha, line)) < FEWEST_LETTERS:
        return None
    if teks_total(first) or teks_pindahan(first) or kode_di_awal(line) is not None:
        return None
    return _NUMBER.sub("#", lipat(line)).rstrip("# ")


def _may_stand(value: Value) -> bool:
    if isinstance(value, str):
        return True
    return isinstance(value, int | float) and 0 < value <= LAST_PAGE
