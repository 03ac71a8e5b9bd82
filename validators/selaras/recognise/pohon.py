"""Build the tree of a table's rows: by their codes, or by levels where there are no codes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from selaras.kode import Tingkat
from selaras.kode_nilai import BAGIAN_LELUHUR
from selaras.model.row import Row
from selaras.model.table import Table


def tanam(table: Table) -> None:
    """Link the rows of the hierarchy to the row above them and to those below."""
    if table.berkode:
        _dengan_kode(table.pokok)
    else:
        _dengan_tingkat(table.pokok)


def _dengan_kode(rows: Sequence[Row]) -> None:
    """Link by numbers, wherever the rows stand; a missing level is bridged by the next one up."""
    known: dict[tuple[int, ...], list[tuple[int, Row]]] = {}
    for index, row in enumerate(rows):
        if row.kode is not None:
            known.setdefault(row.kode.bagian, []).append((index, row))
    below: dict[int, list[Row]] = {}
    for index, row in enumerate(rows):
        if row.kode is None:
            continue
        bagian = row.kode.bagian
        for length in BAGIAN_LELUHUR[len(bagian)]:
            found = known.get(bagian[:length])
            if found:
                above = bisect_left(found, index, key=itemgetter(0)) if len(found) > 1 else 1
                row.induk = found[max(above, 1) - 1][1]
                below.setdefault(id(row.induk), []).append(row)
                break
    for row in rows:
        row.anak = below.get(id(row), ())


def _dengan_tingkat(rows: Sequence[Row]) -> None:
    """Link by level and order: a row belongs to the nearest row above of a higher level."""
    stack: list[tuple[Tingkat, Row]] = []
    below: dict[int, list[Row]] = {}
    for row in rows:
        if row.tingkat is None:
            continue
        while stack and stack[-1][0] >= row.tingkat:
            stack.pop()
        if stack:
            row.induk = stack[-1][1]
            below.setdefault(id(row.induk), []).append(row)
        stack.append((row.tingkat, row))
    for row in rows:
        row.anak = below.get(id(row), ())
