"""Programs and kegiatan that a table has no rows of, made of the rows below them.

They are no rows of the table, and no cell is theirs: an amount is the sum of rows, a name and a
code stand in the columns of levels, if anywhere. Comparisons with tables that have such rows take
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from selaras.model.clashes import Chains
from selaras.model.row import Money, Row, RowKind, add_up
from selaras.values.fold import fold
from selaras.values.kode_reading import Kode, Level

if TYPE_CHECKING:
    from selaras.model.book import Position, Value
    from selaras.model.levels import Said
    from selaras.model.table import Table
    from selaras.values.target import Target

#: The levels of a plan above its lowest.
UPPER_LEVELS = (Level.PROGRAM, Level.KEGIATAN)


class UpperRow(Row):
    """A program or kegiatan without a row of its own; see the module."""

    __slots__ = ("_said", "doubtful")

    def __init__(
        self, table: Table, kode: Kode | None, level: Level, said: Said, children: Sequence[Row]
    ) -> None:
        super().__init__(table, children[0].row, RowKind.MAIN)
        self.kode, self.level, self.name = kode, level, said.name
        self.unit, self.children = children[0].unit, children
        #: The cells of a row below it that give its code and its name.
        self._said = said
        #: Whether it is not clear which rows belong to it: then its amounts are not known.
        self.doubtful = False

    @property
    def is_implied(self) -> bool:
        """That no row of the sheet is its own."""
        return True

    def position(self, key: str) -> Position:
        """Return the cell that names it; else that of the first row below it."""
        if key == "nama" and self._said.name_position is not None:
            return self._said.name_position
        return self.kode_position() if key == "kode" else self.children[0].position(key)

    def kode_position(self) -> Position:
        """Return the cell that gives its code; else that of the first row below it."""
        return self._said.kode_position or self.children[0].kode_position()

    def value(self, key: str) -> Value:
        """Return its name; nothing else stands anywhere."""
        return self.name or None if key == "nama" else None

    def text(self, key: str) -> str:
        """Return its name; nothing else stands anywhere."""
        return self.name if key == "nama" else ""

    def target(self, key: str) -> Target | None:
        """Return nothing: it has no target."""
        del key
        return None

    def amount(self, key: str) -> Money | None:
        """Return the sum of the rows below it; None where it is not known."""
        if self.is_unknown(key):
            return None
        found = add_up(self.children, key)
        return found.value if found else None

    def is_unknown(self, key: str) -> bool:
        """Tell whether the sum of the rows below it cannot be known."""
        return self.doubtful or any(row.is_unknowable(key) for row in self.children)


def build_upper_rows(table: Table, chains: Chains) -> list[UpperRow]:
    """Return the programs and kegiatan that a table has no rows of, from the top down."""
    return [row for level in UPPER_LEVELS for row in _build(table, chains, level)]


def _build(table: Table, chains: Chains, level: Level) -> Iterator[UpperRow]:
    if table.rows_at(level):
        return
    groups: dict[object, list[Row]] = {}
    codes: dict[object, Kode | None] = {}
    doubtful: set[object] = set()
    for row in table.roots():
        if row.level is None or row.level <= level:
            continue
        for key, code in (found := _keys(chains, row, level)):
            groups.setdefault(key, []).append(row)
            codes[key] = code
            if len(found) > 1:
                doubtful.add(key)
    for key, rows in groups.items():
        made = UpperRow(table, codes[key], level, _most_said(chains, level, rows), rows)
        known = [row.kode for row in rows if row.kode is not None]
        made.doubtful = key in doubtful or len(set(known)) < len(known)
        yield made


def _keys(chains: Chains, row: Row, level: Level) -> list[tuple[object, Kode | None]]:
    """Return what tells the group of a row: its code, else its name; several in doubt."""
    codes = chains.codes(row, level)
    name = fold(chains.name(row, level).name)
    if not codes and name:
        return [((row.unit, name), None)]
    return [((row.unit, code), code) for code in codes]


def _most_said(chains: Chains, level: Level, rows: Sequence[Row]) -> Said:
    """Return what most of the rows below say of their program or kegiatan."""
    said = [chains.name(row, level) for row in rows]
    names = Counter(fold(one.name) for one in said if one.name)
    if not names:
        return said[0]
    most = names.most_common(1)[0][0]
    return next(one for one in said if fold(one.name) == most)
