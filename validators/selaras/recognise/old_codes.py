"""Codes before Permendagri 90/2019: a program, and its kegiatan one part deeper.

1.02.1.02.02.16.01 names urusan, bidang, agency, program and kegiatan; offices wrote it with more or
fewer parts before the program. None of them reads as a code of today, or as another one. The rows
then stand by how many parts their codes have, and are told apart by their names.
"""

from __future__ import annotations

import re
from collections import Counter

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.kode_reading import Level

#: The last year whose plans had these codes.
LAST_YEAR = 2020
#: So many codes of kegiatan tell.
FEWEST_OLD_KODES = 3
#: Such a share of the kegiatan has its program, a code of its own, and two digits at the end.
OLD_SHARE = 0.8
#: So many of the codes of kegiatan may read as those of today.
MODERN = 0.1

_Parts = tuple[str, ...]


def read_old_codes(table: Table) -> None:
    """Let the rows of a table with codes of the old form stand by the number of their parts."""
    # Nearly every table: no need to take its codes apart.
    modern = sum(map(_is_modern, table.main_rows))
    if modern > MODERN * len(table.main_rows):
        return
    coded = [(row, parts) for row in table.main_rows if (parts := _parts(row))]
    depth = max((len(parts) for _, parts in coded), default=0)
    if depth < 4 or not _is_old(table, coded, depth):
        return
    table.old_codes = next(row for row, parts in coded if len(parts) == depth)
    for row, parts in coded:
        row.reading = row.kode = None
        row.level = _level(len(parts), depth)
    table.forget_readings()


def _is_modern(row: Row) -> bool:
    """Tell whether a row has a right code of today, of a kegiatan or below."""
    read = row.reading
    if read is None or read.fault is not None or read.kode is None:
        return False
    return len(read.kode.parts) > 3


def _parts(row: Row) -> _Parts:
    """Return the parts of a code as written; () where it has other signs."""
    text = row.reading.text.strip(" .'`") if row.reading is not None else ""
    parts = re.split(r"[ .\-]+", text)
    return tuple(parts) if all(part.isascii() and part.isdigit() for part in parts) else ()


def _is_old(table: Table, coded: list[tuple[Row, _Parts]], depth: int) -> bool:
    widths = Counter(len(parts) for _, parts in coded)
    old = table.year is not None and table.year <= LAST_YEAR
    # A code of six parts that writes the authority as 02 is a wrong one of today.
    if depth == 6 and (not old or widths[3]):
        return False
    known = {parts for _, parts in coded}
    deepest = [(row, parts) for row, parts in coded if len(parts) == depth]
    if len(deepest) < FEWEST_OLD_KODES:
        return False
    deep = [row for row, parts in coded if len(parts) > 3]
    modern = sum(row.reading is not None and row.reading.fault is None for row in deep)
    under = sum(parts[:-1] in known for _, parts in deepest)
    wide = sum(len(parts[-1]) > 1 for _, parts in deepest)
    own = len({parts for _, parts in deepest})
    return modern <= MODERN * len(deep) and min(under, wide, own) >= OLD_SHARE * len(deepest)


def _level(parts: int, depth: int) -> Level:
    if parts >= depth - 1:
        return Level.KEGIATAN if parts == depth else Level.PROGRAM
    return Level.BIDANG_URUSAN if parts > 1 else Level.URUSAN
