"""Lines that a page repeats above its head or below its rows: "Renja Dinas Sosial 2025 | 7".

They stand where a page ends, and again at other pages' ends. Whoever they name, they begin nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from selaras.model.book import Sheet, Value
from selaras.recognise.candidates import is_number_row
from selaras.recognise.evidence import is_amount
from selaras.recognise.pages import is_carried_label
from selaras.recognise.traits import is_blank_value, is_total_label
from selaras.values.fold import fold
from selaras.values.kode_reading import read_leading_kode
from selaras.values.lazy_regex import LazyPattern

#: So many rows above a head that is repeated, and at the end of a sheet, may be of the page.
MOST_PAGE_ROWS = 6
#: A line has at most so many characters, in so many cells, and a page has such a number.
LONGEST_PAGE_LINE = 160
MOST_LINE_CELLS = 3
LAST_PAGE = 9_999
#: Fewer letters name nothing.
FEWEST_LETTERS = 5
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"[\s\-–—(|]*(\d{1,4})[\s\-–—)|]*")
#: Words of a line in several cells that are no indicator and its target.
_OF_DOCUMENT = LazyPattern(
    r"\b(?:renja|renstra|rkpd|rencana kerja|rencana strategis|halaman|hal|hlm|lampiran|pemerintah|"
    r"kabupaten|kota|provinsi|dinas|badan|kecamatan|tahun 20\d\d)\b"
)


class Furniture(NamedTuple):
    """The rows of a sheet that are of its pages, and those that say what stands below its last."""

    rows: frozenset[int]
    feet: frozenset[int]


class _Line(NamedTuple):
    """What a row says that may be of the page: its words, its number, and which page it is on."""

    words: str
    number: int | None
    page: int

    @property
    def key(self) -> tuple[str, int | None]:
        """What is the same on every page: numbers count the pages."""
        return self.words, None if self.number is None else self.number - self.page


def find_furniture(sheet: Sheet, filled: Sequence[int], tops: Sequence[int]) -> Furniture:
    """Return what the pages of a sheet repeat; `tops` are the first rows of its heads."""
    breaks = sorted({*tops[1:], *_number_rows(sheet, filled, tops)})
    if not breaks:
        return Furniture(frozenset(), frozenset())
    places: dict[int, _Line] = {}
    for page, top in enumerate(breaks):
        at = bisect_left(filled, top)
        for row in reversed(filled[max(0, at - MOST_PAGE_ROWS) : at]):
            if (line := _read_row(sheet, row, page)) is None:
                break
            places[row] = line
    feet = {
        row: line
        for row in filled[-MOST_PAGE_ROWS:]
        if row > breaks[-1] and (line := _read_row(sheet, row, len(breaks))) is not None
    }
    count = Counter(line.key for line in (*places.values(), *feet.values()))
    last = {line.key for line in feet.values()}
    return Furniture(
        frozenset(row for row, line in (*places.items(), *feet.items()) if count[line.key] > 1),
        frozenset(row for row, line in places.items() if line.key in last),
    )


def _number_rows(sheet: Sheet, filled: Sequence[int], tops: Sequence[int]) -> Iterable[int]:
    """Yield the rows of column numbers that stand alone for the head of a page."""
    for row in filled:
        cells = list(sheet.grid.row(row))
        begins = str(cells[0][1]).strip("() .") in ("1", "1.0") if cells else False
        if begins and is_number_row(cells) and not any(row - 4 <= top <= row for top in tops):
            yield row


def _read_row(sheet: Sheet, row: int, page: int) -> _Line | None:
    """Return what a row says that may be of the page; None for others.

    It holds a line of text and the number of the page, or one of them.
    """
    said = [value for _, value in sheet.grid.row(row) if not is_blank_value(value)]
    if not said or len(said) > MOST_LINE_CELLS:
        return None
    numbers = [number for value in said if (number := _page_number(value)) is not None]
    texts = [value for value in said if isinstance(value, str) and _page_number(value) is None]
    if len(numbers) + len(texts) < len(said) or len(numbers) > 1:
        return None
    number = numbers[0] if numbers else None
    line = " ".join(" ".join(texts).split())
    if not texts:
        return _Line("", number, page)
    if len(line) > LONGEST_PAGE_LINE or sum(map(str.isalpha, line)) < FEWEST_LETTERS:
        return None
    if (
        is_total_label(texts[0])
        or is_carried_label(texts[0])
        or read_leading_kode(line) is not None
    ):
        return None
    words = fold(line)
    if len(texts) > 1 and (_OF_DOCUMENT.search(words) is None or any(map(is_amount, texts))):
        return None
    return _Line(_NUMBER.sub("#", words).rstrip("# "), number, page)


def _page_number(value: Value) -> int | None:
    if isinstance(value, str):
        found = _PAGE.fullmatch(value)
        return int(found[1]) if found is not None else None
    whole = isinstance(value, int | float) and 0 < value <= LAST_PAGE and value == int(value)
    return int(value) if whole and isinstance(value, int | float) else None
