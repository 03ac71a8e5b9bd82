"""Build the tree of a table's rows: by their codes, or by levels where there are no codes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.unit import Unit
from selaras.recognise.mistyped import follow_places
from selaras.recognise.orphans import place_orphans
from selaras.recognise.unlabelled_total import mark_unlabelled_total
from selaras.values.kode import BAGIAN_LELUHUR
from selaras.values.kode_reading import Tingkat


def tanam(table: Table) -> None:
    """Link the rows of the hierarchy, as yet unlinked, to the row above and to those below."""
    if table.berkode:
        _per_unit(table.pokok)
        follow_places(table.pokok)
    else:
        _dengan_tingkat(table.pokok)
    mark_unlabelled_total(table)
    place_orphans(table)


def _per_unit(rows: Sequence[Row]) -> None:
    """Link rows by their codes within their unit; what stands above all units is above each."""
    found: dict[Unit | None, list[Row]] = {}
    for row in rows:
        found.setdefault(row.unit, []).append(row)
    common = found.pop(None, [])
    below: dict[int, list[Row]] = {}
    _dengan_kode(common, (), below)
    for own in found.values():
        _dengan_kode(own, common, below)


def _dengan_kode(rows: Sequence[Row], atas: Sequence[Row], below: dict[int, list[Row]]) -> None:
    """Link by numbers, wherever the rows stand; a missing level is bridged by the next one up.

    `atas` are linked already, and may stand above as well. `below` has what stands below a row.
    """
    first: dict[tuple[int, ...], Row] = {}
    #: All rows of the codes that stand more than once.
    several: dict[tuple[int, ...], list[Row]] = {}
    for row in atas:
        if row.kode is not None:
            first.setdefault(row.kode.bagian, row)
    for row in rows:
        if row.kode is not None:
            bagian = row.kode.bagian
            other = first.setdefault(bagian, row)
            if other is not row:
                several.setdefault(bagian, [other]).append(row)
    for row in rows:
        if row.kode is None:
            continue
        bagian = row.kode.bagian
        for length in BAGIAN_LELUHUR[len(bagian)]:
            above = first.get(bagian[:length])
            if above is not None:
                if several and (same := several.get(bagian[:length])):
                    # The nearest one above; where all stand below, the first of them.
                    place = bisect_left(same, row.row, key=_baris)
                    above = same[max(place, 1) - 1]
                row.induk = above
                if above.anak:
                    below[id(above)].append(row)
                else:
                    above.anak = below[id(above)] = [row]
                break


_baris = attrgetter("row")


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
