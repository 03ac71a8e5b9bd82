"""The measures of one indicator's targets, and the years in which they change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.model.row import Row
from selaras.model.table import Table, TableColumn
from selaras.reckon.indicator_targets import (
    find_indikator_key,
    list_yearly_targets,
    pair_target_rows,
)
from selaras.tables import Content
from selaras.values.target import Target


class ChangedMeasure(NamedTuple):
    """A row, the column with the measure of most others, and the one with a measure of its own."""

    row: Row
    like: TableColumn
    column: TableColumn
    #: The measure is that of the others but for a letter.
    is_slip: bool


def find_changed_measures(table: Table) -> Iterator[ChangedMeasure]:
    """Yield the cells whose measure is not that of the other years of their indicator."""
    columns = list_yearly_targets(table) + _list_achievements(table)
    for indikator in dict.fromkeys(find_indikator_key(column.key) for column in columns):
        own = [column for column in columns if find_indikator_key(column.key) == indikator]
        if len(own) > 1:
            yield from _compare_years(table, own)


def _list_achievements(table: Table) -> list[TableColumn]:
    """Return the columns of what was reached, which has the unit of the target."""
    return [
        column
        for column in table.columns.values()
        if column.spec.content is Content.TARGET and column.key.startswith("realisasi")
    ]


def _compare_years(table: Table, own: Sequence[TableColumn]) -> Iterator[ChangedMeasure]:
    """Yield what changes between the years of one indicator."""
    columns = [table.targets[column.key] for column in own]
    # A table has few different combinations of targets: each is looked at once.
    ids = [list(map(id, targets)) for targets in columns]
    combinations = dict(zip(zip(*ids, strict=True), zip(*columns, strict=True), strict=True))
    targets = sum(column.key.startswith("target") or "target" in column.key for column in own)
    changes = {
        key: odd
        for key, cells in combinations.items()
        if (odd := _find_odd(cells, targets)) is not None
    }
    for row, _ in pair_target_rows(table) if changes else ():
        odd = changes.get(tuple(each[row.index] for each in ids))
        if odd is not None:
            yield ChangedMeasure(row, own[odd.like], own[odd.place], odd.is_slip)


class _Odd(NamedTuple):
    """The cell with a unit of its own, one with the unit of the others, and how they differ."""

    place: int
    like: int
    #: The unit is that of the others but for a letter.
    is_slip: bool


def _find_odd(cells: Sequence[Target | None], targets: int) -> _Odd | None:
    """Return the cell whose unit most others of the row contradict, a target where it can be.

    Where two units stand once each, the later target is the odd one. `targets` is how many of the
    cells, from the first, are targets; what was reached comes after them.
    """
    units = {
        place: cell[0].measure
        for place, cell in enumerate(cells)
        if cell and len(cell) == 1 and cell[0].measure
    }
    groups: list[list[int]] = []
    for place, unit in units.items():
        for group in groups:
            if _is_same_measure(units[group[0]], unit):
                group.append(place)
                break
        else:
            groups.append([place])
    if len(groups) < 2:
        return None
    groups.sort(key=len, reverse=True)
    usual, rest = groups[0], groups[1:]
    if len(usual) == len(rest[0]):
        # No unit leads: the first target's counts.
        usual = min((group for group in groups if len(group) == len(usual)), key=min)
        rest = [group for group in groups if group is not usual]
    others = sorted(place for group in rest for place in group)
    place = others[0]
    if place >= targets and usual[0] >= targets:
        return None  # achievements only: they are no plan of this table
    before = [one for one in usual if one < place]
    like = before[-1] if before else usual[0]
    return _Odd(place, like, _is_slip(units[place], units[like]))


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two units are one word but for a letter left out, added, changed or moved."""
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or len(long) - len(short) > 1:
        return False
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = long[start + 1 : start + 2] + long[start : start + 1] + long[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or short[start:] == swapped


def _is_same_measure(one: str, other: str) -> bool:
    """Tell whether two folded units are the same: equal, or one is the initials of the other."""
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    short, long = sorted((one, other), key=len)
    return short == "".join(word[0] for word in long.split())
