"""The order of codes in a table: its parts, and the rows that stand where they should."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from selaras.rule.seen import Row, RowKind, Table

#: The parts of a code as numbers; X is 0.
KodeParts = tuple[int, ...]


def separate_by_opd(table: Table) -> list[list[Row]]:
    """Return the rows with readable codes, apart for each OPD where a sheet holds several.

    Where the rows do not say whose they are, a new OPD begins after a heading or a total, with the
    code that the one before began with.
    """
    units = dict.fromkeys(row.unit for row in table.row_kinds.kode_rows)
    if len(units) > 1:
        return [[row for row in table.row_kinds.kode_rows if row.unit == unit] for unit in units]
    if table.row_kinds.kinds.isdisjoint((RowKind.TOTAL, RowKind.HEADING)):
        return [table.row_kinds.kode_rows]
    runs: list[list[Row]] = [[]]
    ended = False
    main = RowKind.MAIN
    for row in table.rows:
        if row.kind is main:
            if row.kode is None:
                continue
            if ended and runs[-1] and row.kode == runs[-1][0].kode:
                runs.append([])
            ended = False
            runs[-1].append(row)
        elif row.kind in (RowKind.TOTAL, RowKind.HEADING):
            ended = True
    return runs


def find_ascending(codes: Sequence[KodeParts]) -> set[int] | range:
    """Return the indexes of a longest run of codes that do not descend."""
    if all(upper <= lower for upper, lower in pairwise(codes)):
        return range(len(codes))
    tails: list[KodeParts] = []
    at: list[int] = []
    before: list[int] = []
    for index, code in enumerate(codes):
        # A code that stands twice is another rule's matter: equal codes are in order.
        place = bisect_left(tails, (*code, 0))
        before.append(at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(code)
            at.append(index)
        else:
            tails[place] = code
            at[place] = index
    kept: set[int] = set()
    index = at[-1] if at else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept
