"""One row of the hierarchy where several say the same code: one an indicator, a place, a fund.

An export repeats a sub kegiatan for each of its indicators, places or fund sources. Its amount is
said again in each row, or each row has a part of it: the sums above and the other rows of the table
tell which. Rows that are the same throughout are a copy, and no such rows. Below rows of a program
and kegiatan, where each code should stand once, only their sums tell that several rows are meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from selaras.model.row import Money, Row, RowKind
from selaras.model.table import Table
from selaras.model.unit import Unit
from selaras.values.equality import are_equal
from selaras.values.fold import fold
from selaras.values.kode_reading import Kode

#: What tells rows of one code apart, beside columns that are none of the table's.
TELLING = ("indikator", "lokasi", "sumber_dana")
#: So many groups with like amounts are no chance.
MANY_GROUPS = 3


class _Way(Enum):
    """What further rows of a code do with its amount."""

    SPLIT = auto()
    REPEAT = auto()
    UNCLEAR = auto()


class _Group(NamedTuple):
    """The rows of one code, in the order of the sheet."""

    rows: Sequence[Row]

    @property
    def filled_amounts(self) -> list[tuple[Money | None, ...]]:
        """The amounts of the rows that have any, in all money columns."""
        keys = [column.key for column in self.rows[0].table.money_columns]
        amounts = [tuple(row.amount(key) for key in keys) for row in self.rows]
        return [one for one in amounts if any(amount is not None for amount in one)]

    @property
    def alike(self) -> bool:
        """Whether all rows have the same amounts."""
        return len(set(self.filled_amounts)) == 1


def join_rows(table: Table) -> None:
    """Let further rows of a code belong to the first; the rows are not linked by codes yet."""
    if not table.row_kinds.has_repeats:
        return
    above = {
        code.parts for row in table.main_rows if row.kode for code in row.kode.list_ancestors()
    }
    flat = not any(row.kode and row.kode.parts in above for row in table.main_rows)
    groups = list(_groups(table, above, flat=flat))
    several = [group for group in groups if len(group.filled_amounts) > 1]
    split, repeat = _vote(table, several) if several else (0, 0)
    if not flat and split <= repeat:
        groups = [group for group in groups if _differs_in(group, "indikator")]
    ways = _weigh(several, split, repeat)
    for group in groups:
        _join(group, ways.get(group.rows[0], _Way.REPEAT))
    if groups:
        table.forget_readings()


def _groups(table: Table, above: Collection[tuple[int, ...]], *, flat: bool) -> Iterator[_Group]:
    """Yield the rows of each code of the lowest level that stand for one sub kegiatan.

    `above` are the codes above others. In a flat list the rows may stand apart.
    """
    found: dict[tuple[Unit | None, Kode], list[Row]] = {}
    last: Row | None = None
    for row in table.main_rows:
        if row.kode is None or row.kode.parts in above:
            last = row
            continue
        rows = found.setdefault((row.unit, row.kode), [])
        near = flat or last is None or (bool(rows) and last is rows[-1])
        if not rows or (near and _goes_on(rows, row)):
            rows.append(row)
        last = row
    for rows in found.values():
        if len(rows) > 1 and not any(row.rincian or row.continuations for row in rows):
            yield _Group(rows)


def _goes_on(rows: Sequence[Row], row: Row) -> bool:
    """Tell whether a row says more of what others are, and is no copy of one of them."""
    names = {fold(one.name) for one in rows}
    if fold(row.name) and fold(row.name) not in names:
        return False
    told = _tell(row)
    return any(told) and all(told != _tell(one) for one in rows)


def _tell(row: Row) -> tuple[str, ...]:
    table = row.table
    own = [row.text(key) for key in TELLING if key in table.columns]
    others = (table.sheet.value(row.row, at) for one in table.untaken for at in one.columns)
    return tuple(map(fold, (*own, *(text if isinstance(text, str) else "" for text in others))))


# Whether the amounts are parts


def _weigh(groups: Sequence[_Group], split: int, repeat: int) -> dict[Row, _Way]:
    """Return what the further rows of each group do, by its first row.

    `split` and `repeat` are how many sums hold either way.
    """
    if split != repeat:
        whole = _Way.SPLIT if split > repeat else _Way.REPEAT
        return {group.rows[0]: whole for group in groups}
    alike = [group for group in groups if group.alike]
    if 2 * len(alike) < len(groups):
        return {group.rows[0]: _Way.SPLIT for group in groups}
    found = {}
    for group in groups:
        way = _Way.UNCLEAR
        if group.alike and (len(alike) >= MANY_GROUPS or _differs_in(group, "indikator")):
            way = _Way.REPEAT
        elif not group.alike and len(groups) == 1:
            way = _Way.SPLIT
        found[group.rows[0]] = way
    return found


def _differs_in(group: _Group, key: str) -> bool:
    """Tell whether the rows of a group differ in one column, and in no other that tells."""
    own = [one for one in TELLING if one in group.rows[0].table.columns]
    told = zip(*map(_tell, group.rows), strict=True)
    differing = {at for at, texts in enumerate(told) if len(set(texts)) > 1}
    return key in own and differing == {own.index(key)}


def _vote(table: Table, groups: Sequence[_Group]) -> tuple[int, int]:
    """Return how many sums hold if each row counts, and how many if only the first of each does."""
    further = {row for group in groups for row in group.rows[1:]}
    lowest = max(row.kode.level for group in groups for row in group.rows if row.kode)
    rows = [row for row in table.main_rows if row.kode is not None and row.kode.level is lowest]
    split = repeat = 0
    for upper in (*table.main_rows, *table.rows_of_kind(RowKind.TOTAL)):
        below = [row for row in rows if _is_below(row, upper)]
        if not any(row in further for row in below):
            continue
        for column in table.money_columns:
            written = upper.amount(column.key)
            amounts = [(row, row.amount(column.key) or 0) for row in below]
            if not written or any(row.is_unknown(column.key) for row in below):
                continue
            every = sum(amount for _, amount in amounts)
            once = sum(amount for row, amount in amounts if row not in further)
            if every != once:
                split += are_equal(written, every)
                repeat += are_equal(written, once)
    return split, repeat


def _is_below(row: Row, upper: Row) -> bool:
    if upper.kind is RowKind.TOTAL:
        return True
    if row.kode is None or upper.kode is None or row.unit != upper.unit:
        return False
    return row.kode.is_below(upper.kode)


# What they are


def _join(group: _Group, way: _Way) -> None:
    first, *further = group.rows
    said = {fold(first.text("indikator"))}
    parts: list[Row] = []
    indicators = list(first.indikator)
    for row in further:
        words = fold(row.text("indikator"))
        row.parent = first
        if way is _Way.REPEAT or not _has_amount(row):
            row.kind = RowKind.INDIKATOR
        else:
            row.kind = RowKind.PART
            parts.append(row)
        if words not in said:
            said.add(words)
            indicators.append(row)
        for one in row.indikator:
            one.parent = first
            indicators.append(one)
        row.indikator = ()
        row.kode, row.level = None, None
    first.parts, first.parts_doubtful = parts, way is _Way.UNCLEAR
    first.indikator = indicators


def _has_amount(row: Row) -> bool:
    return any(
        row.amount(column.key) is not None or row.is_unknown(column.key)
        for column in row.table.money_columns
    )
