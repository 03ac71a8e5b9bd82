"""Where a row's own code and what the columns of levels say of it contradict each other.

Of two cells that contradict each other the wrong one is that which other rows and other cells of
the row speak against. Where nothing tells, it is left open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from selaras.model.levels import NOTHING, Said, read_levels
from selaras.values.fold import fold
from selaras.values.kode_reading import Kode, Level

if TYPE_CHECKING:
    from selaras.model.book import Position
    from selaras.model.row import Row
    from selaras.model.table import Table

Parts = tuple[int, ...]

#: Where more of the rows than this contradict a column, it does not say what stands above them.
MOST = 0.2
#: So many rows may always be wrong.
FEW = 2
_PARTS = {Level.URUSAN: 1, Level.BIDANG_URUSAN: 2, Level.PROGRAM: 3, Level.KEGIATAN: 5}


class Clash(NamedTuple):
    """A row whose code does not lie below the code that a column of levels gives it."""

    row: Row
    level: Level
    #: What the row's own code says is above it, and what the column, or rows of that name, say.
    own: Kode
    said: Kode
    #: The cells of the column: its code, else its name.
    cell: Position
    #: Whether the row's own code is the wrong one; None where nothing tells.
    own_wrong: bool | None
    #: Whether the column gives a code, and not only a name that other rows have with another code.
    coded: bool


class Chains(NamedTuple):
    """What stands above each row, once contradictions are weighed."""

    #: By the row's place in the table: the levels, as the row's own cells say of them.
    said: Mapping[int, Mapping[Level, Said]]
    clashes: Sequence[Clash]
    #: By the row's place and level: the one that is wrong, or both, in doubt.
    by_row: Mapping[tuple[int, Level], Clash]
    #: Levels whose columns do not say what stands above the rows.
    void: frozenset[Level]

    def codes(self, row: Row, at_level: Level) -> list[Kode]:
        """Return the code above a row at a level: none, one, or two where one may be wrong."""
        clash = self.by_row.get((row.index, at_level))
        if clash is not None:
            if clash.own_wrong is None:
                return [clash.own, clash.said]
            return [clash.said if clash.own_wrong else clash.own]
        length = _PARTS[at_level]
        place = row.placed_kode
        if place is not None and len(place.parts) > length:
            return [Kode(place.parts[:length])]
        said = self.name(row, at_level).kode
        return [said] if said is not None else []

    def name(self, row: Row, at_level: Level) -> Said:
        """Return what the columns say of a row at a level."""
        return NOTHING if at_level in self.void else self.said[row.index].get(at_level, NOTHING)


def read_chains(table: Table) -> Chains:
    """Return what stands above the rows of a table by their codes and its columns of levels."""
    said = {row.index: levels for row, levels in read_levels(table)}
    rows = table.main_rows
    void: set[Level] = set()
    found: list[Clash] = []
    for column in table.levels:
        at_level = column.level
        if at_level not in _PARTS:
            continue
        clashes = _find(rows, said, at_level)
        told = sum(said[row.index].get(at_level, NOTHING).kode is not None for row in rows)
        if sum(clash.coded for clash in clashes) > max(FEW, MOST * told):
            void.add(at_level)
        else:
            found += clashes
    by_row = {(clash.row.index, clash.level): clash for clash in found}
    return Chains(said, _told_once(found), by_row, frozenset(void))


def _find(
    rows: Sequence[Row], said: Mapping[int, Mapping[Level, Said]], at_level: Level
) -> list[Clash]:
    length = _PARTS[at_level]
    names: dict[tuple[str, ...], Counter[Parts]] = {}
    users: Counter[Parts] = Counter()
    pairs: list[tuple[Row, Parts, Said]] = []
    for row in rows:
        if row.kode is None or len(row.kode.parts) <= length:
            continue
        own, here = row.kode.parts[:length], said[row.index].get(at_level, NOTHING)
        pairs.append((row, own, here))
        if here.kode is None or _is_same(own, here.kode.parts):
            users[own] += 1
            if key := _name(said[row.index], at_level):
                names.setdefault(key, Counter())[own] += 1
    found: list[Clash] = []
    for row, own, here in pairs:
        by_name = names.get(_name(said[row.index], at_level), Counter())
        if here.kode is None:
            if here.name_position is None or here.name_position[0] != row.row or len(by_name) < 2:
                continue
            # A name without its code: other rows of that name tell which it is.
            (most, count), *_ = by_name.most_common(1)
            if count > 1 and by_name[own] == 1 and not _is_same(own, most):
                found.append(
                    Clash(
                        row, at_level, Kode(own), Kode(most), here.name_position, True, coded=False
                    )
                )
        elif not _is_same(own, here.kode.parts) and here.kode_position is not None:
            if here.kode_position[0] != row.row:
                continue  # it is said further up, and may not be meant for this row
            wrong = _weigh(own, here.kode.parts, by_name, users, said[row.index], at_level)
            found.append(
                Clash(row, at_level, Kode(own), here.kode, here.kode_position, wrong, coded=True)
            )
    return found


def _weigh(
    own: Parts,
    other: Parts,
    by_name: Counter[Parts],
    users: Counter[Parts],
    said: Mapping[Level, Said],
    at_level: Level,
) -> bool | None:
    """Tell whether the row's own code is wrong, and not that of the column; None in doubt."""
    if by_name[own] != by_name[other]:
        return by_name[other] > by_name[own]
    # What the other columns of levels say.
    for level, one in said.items():
        if level is at_level or one.kode is None or level not in _PARTS:
            continue
        length = min(_PARTS[level], _PARTS[at_level])
        code = one.kode.parts[:length]
        fits, other_fits = _is_same(code, own[:length]), _is_same(code, other[:length])
        if fits != other_fits:
            return other_fits
    if bool(users[own]) != bool(users[other]):
        return not users[own]
    return None


def _name(said: Mapping[Level, Said], at_level: Level) -> tuple[str, ...]:
    """Return the name of a level, with those of the levels above it; blank where it has none."""
    own = fold(said.get(at_level, NOTHING).name)
    upper = (fold(said[level].name) for level in sorted(said) if level < at_level)
    return (*upper, own) if own else ()


def _is_same(one: Parts, other: Parts) -> bool:
    """Tell whether two codes are the same, X.XX standing for any bidang."""
    if one and other and not (one[0] and other[0]):
        return one[2:] == other[2:]
    return one == other


def _told_once(clashes: Sequence[Clash]) -> list[Clash]:
    """Return the clashes, of each wrong cell the lowest: a wrong code breaks all levels above."""
    lowest: dict[tuple[int, Position | None], Clash] = {}
    for clash in clashes:
        wrong = None if clash.own_wrong is not False else clash.cell
        key = clash.row.index, wrong
        before = lowest.get(key)
        if before is None or before.level < clash.level:
            lowest[key] = clash
    return sorted(lowest.values(), key=lambda clash: (clash.row.index, clash.level))
