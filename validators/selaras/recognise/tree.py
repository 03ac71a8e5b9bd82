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
from selaras.values.kode import ANCESTOR_PARTS
from selaras.values.kode_reading import Level


def build_tree(table: Table) -> None:
    """Link the rows of the hierarchy, as yet unlinked, to the row above and to those below."""
    if table.has_kodes:
        _per_unit(table.main_rows)
        follow_places(table.main_rows)
    else:
        _link_by_level(table.main_rows)
    mark_unlabelled_total(table)
    place_orphans(table)


def _per_unit(rows: Sequence[Row]) -> None:
    """Link rows by their codes within their unit; what stands above all units is above each."""
    found: dict[Unit | None, list[Row]] = {}
    for row in rows:
        found.setdefault(row.unit, []).append(row)
    common = found.pop(None, [])
    below: dict[Row, list[Row]] = {}
    _link_by_kode(common, (), below)
    for own in found.values():
        _link_by_kode(own, common, below)


def _link_by_kode(
    rows: Sequence[Row], upper_rows: Sequence[Row], below: dict[Row, list[Row]]
) -> None:
    """Link by numbers, wherever the rows stand; a missing level is bridged by the next one up.

    `upper_rows` are linked already, and may stand above as well. `below` has what stands below a
    row.
    """
    first: dict[tuple[int, ...], Row] = {}
    #: All rows of the codes that stand more than once.
    several: dict[tuple[int, ...], list[Row]] = {}
    for row in upper_rows:
        if row.kode is not None:
            first.setdefault(row.kode.parts, row)
    for row in rows:
        if row.kode is not None:
            parts = row.kode.parts
            other = first.setdefault(parts, row)
            if other is not row:
                several.setdefault(parts, [other]).append(row)
    for row in rows:
        if row.kode is None:
            continue
        parts = row.kode.parts
        for length in ANCESTOR_PARTS[len(parts)]:
            above = first.get(parts[:length])
            if above is not None:
                if several and (same := several.get(parts[:length])):
                    # The nearest one above; where all stand below, the first of them.
                    place = bisect_left(same, row.row, key=_row_number)
                    above = same[max(place, 1) - 1]
                row.parent = above
                if above.children:
                    below[above].append(row)
                else:
                    above.children = below[above] = [row]
                break


_row_number = attrgetter("row")


def _link_by_level(rows: Sequence[Row]) -> None:
    """Link by level and order: a row belongs to the nearest row above of a higher level."""
    stack: list[tuple[Level, Row]] = []
    below: dict[Row, list[Row]] = {}
    for row in rows:
        if row.level is None:
            continue
        while stack and stack[-1][0] >= row.level:
            stack.pop()
        if stack:
            row.parent = stack[-1][1]
            below.setdefault(row.parent, []).append(row)
        stack.append((row.level, row))
    for row in rows:
        row.children = below.get(row, ())
