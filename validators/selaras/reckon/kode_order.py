"""The order of codes in a table: its parts, and the rows that stand where they should."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.reckon.sums import is_repeat
from selaras.values.fold import fold
from selaras.values.kode_reading import KodeFault

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


#: What stands there was guessed: a guess that collides shows a wrong guess as well.
GUESSED = (KodeFault.LETTERS, KodeFault.EXCEL_NUMBER, KodeFault.DATE)


def find_repeated(table: Table) -> Iterator[tuple[Row, Row]]:
    """Yield the rows with a code that another row has by right, with that row."""
    for rows in separate_by_opd(table) if table.row_kinds.has_repeats else ():
        first: dict[KodeParts, Row] = {}
        last: Row | None = None
        for row in rows:
            if row.kode is None or (row.reading is not None and row.reading.fault in GUESSED):
                continue
            if row.likely is not None:
                continue  # mistyped, which KOD002 tells: the other row has its own code
            before = first.setdefault(row.kode.parts, row)
            if before is not row:
                near = last is not None and last.kode == row.kode
                if not is_repeat(before, row, consecutive=near):
                    yield (before, row) if _is_first_astray(before, row, rows) else (row, before)
            last = row


def _is_first_astray(before: Row, row: Row, rows: Sequence[Row]) -> bool:
    """Tell whether the first of two rows of one code is wrong, and not the second.

    It is out of order, or it has room for another number where it stands and the second has none.
    A copy of the first, by its name, is none.
    """
    if fold(before.name) == fold(row.name):
        return False
    coded = [
        (one, one.placed_kode.parts)
        for one in rows
        if one.placed_kode is not None and one.level == row.level
    ]
    places = [next(at for at, (one, _) in enumerate(coded) if one is own) for own in (before, row)]
    first, second = places
    kept = find_ascending([code for _, code in coded])
    if second > first + 1:
        return first not in kept and second in kept
    *above, number = coded[first][1]
    beside = {
        at: code[-1]
        for at, (_, code) in enumerate(coded)
        if at in (first - 1, second + 1) and [*code[:-1]] == above
    }
    return beside.get(first - 1, 0) + 1 < number and beside.get(second + 1) == number + 1


def separate_by_program(table: Table, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows among which the order counts.

    X.XX has no place among the real codes. Tables by tujuan and sasaran name the programs in the
    order of the goals: there the codes ascend within each program only.
    """
    real = [row for row in rows if row.kode is not None and row.kode.parts[0]]
    if "tujuan" not in table.columns and "sasaran" not in table.columns:
        yield real
        return
    programs: dict[KodeParts, list[Row]] = {}
    for row in real:
        if row.kode is not None and len(row.kode.parts) >= 3:
            programs.setdefault(row.kode.parts[:3], []).append(row)
    yield from programs.values()


def _drop_repeats(rows: Sequence[Row]) -> list[Row]:
    """Return the first row of each code: one that stands again is another rule's matter.

    So is one that is mistyped.
    """
    first: dict[KodeParts, Row] = {}
    for row in rows:
        if row.kode is not None and row.likely is None:
            first.setdefault(row.kode.parts, row)
    return list(first.values())


class OutOfOrder(NamedTuple):
    """A row that does not stand where its code belongs, and the nearest that says so."""

    row: Row
    other: Row
    #: The row stands above the other, whose code is smaller; else below it, and it is greater.
    is_above: bool


def find_out_of_order(rows: Sequence[Row]) -> Iterator[OutOfOrder]:
    """Yield the rows, as few as can be, that would have to move for the codes to ascend."""
    rows = _drop_repeats(rows)
    codes = [row.kode.parts for row in rows if row.kode is not None]
    kept = find_ascending(codes)
    if len(kept) == len(rows):
        return
    astray: set[Row] = set()
    for index, row in enumerate(rows):
        if index in kept:
            continue
        astray.add(row)
        # A moved kegiatan takes its sub kegiatan along: the one finding speaks for them.
        if row.parent is not None and row.parent in astray:
            continue
        other = _find_contrary(codes, index)
        yield OutOfOrder(row, rows[other], other > index)


def _find_contrary(codes: Sequence[KodeParts], index: int) -> int:
    """Return the nearest row that this one is out of order with."""
    own, count = codes[index], len(codes)
    for step in range(1, count):
        if index + step < count and codes[index + step] < own:
            return index + step
        if index >= step and codes[index - step] > own:
            return index - step
    raise AssertionError("a code out of order has one that it is out of order with")
