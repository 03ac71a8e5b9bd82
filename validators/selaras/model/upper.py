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
from selaras.model.row import Jenis, Row, Uang, jumlahkan
from selaras.values.fold import lipat
from selaras.values.kode_reading import Kode, Tingkat

if TYPE_CHECKING:
    from selaras.model.book import Position, Value
    from selaras.model.levels import Said
    from selaras.model.table import Table
    from selaras.values.target import Sasaran

#: The levels of a plan above its lowest.
LEVELS = (Tingkat.PROGRAM, Tingkat.KEGIATAN)


class UpperRow(Row):
    """A program or kegiatan without a row of its own; see the module."""

    __slots__ = ("_said", "doubtful")

    def __init__(
        self, table: Table, kode: Kode | None, tingkat: Tingkat, said: Said, anak: Sequence[Row]
    ) -> None:
        super().__init__(table, anak[0].row, Jenis.POKOK)
        self.kode, self.tingkat, self.nama = kode, tingkat, said.nama
        self.unit, self.anak = anak[0].unit, anak
        #: The cells of a row below it that give its code and its name.
        self._said = said
        #: Whether it is not clear which rows belong to it: then its amounts are not known.
        self.doubtful = False

    @property
    def tersirat(self) -> bool:
        """That no row of the sheet is its own."""
        return True

    def posisi(self, key: str) -> Position:
        """Return the cell that names it; else that of the first row below it."""
        if key == "nama" and self._said.sel_nama is not None:
            return self._said.sel_nama
        return self.sel_kode() if key == "kode" else self.anak[0].posisi(key)

    def sel_kode(self) -> Position:
        """Return the cell that gives its code; else that of the first row below it."""
        return self._said.sel_kode or self.anak[0].sel_kode()

    def value(self, key: str) -> Value:
        """Return its name; nothing else stands anywhere."""
        return self.nama or None if key == "nama" else None

    def text(self, key: str) -> str:
        """Return its name; nothing else stands anywhere."""
        return self.nama if key == "nama" else ""

    def sasaran(self, key: str) -> Sasaran | None:
        """Return nothing: it has no target."""
        del key
        return None

    def jumlah(self, key: str) -> Uang | None:
        """Return the sum of the rows below it; None where it is not known."""
        if self.tak_diketahui(key):
            return None
        found = jumlahkan(self.anak, key)
        return found.nilai if found else None

    def tak_diketahui(self, key: str) -> bool:
        """Tell whether the sum of the rows below it cannot be known."""
        return self.doubtful or any(row.tertutup(key) for row in self.anak)


def build_upper_rows(table: Table, chains: Chains) -> list[UpperRow]:
    """Return the programs and kegiatan that a table has no rows of, from the top down."""
    return [row for tingkat in LEVELS for row in _build(table, chains, tingkat)]


def _build(table: Table, chains: Chains, tingkat: Tingkat) -> Iterator[UpperRow]:
    if table.rows_at(tingkat):
        return
    groups: dict[object, list[Row]] = {}
    codes: dict[object, Kode | None] = {}
    doubtful: set[object] = set()
    for row in table.puncak():
        if row.tingkat is None or row.tingkat <= tingkat:
            continue
        for key, code in (found := _keys(chains, row, tingkat)):
            groups.setdefault(key, []).append(row)
            codes[key] = code
            if len(found) > 1:
                doubtful.add(key)
    for key, rows in groups.items():
        made = UpperRow(table, codes[key], tingkat, _most_said(chains, tingkat, rows), rows)
        known = [row.kode for row in rows if row.kode is not None]
        made.doubtful = key in doubtful or len(set(known)) < len(known)
        yield made


def _keys(chains: Chains, row: Row, tingkat: Tingkat) -> list[tuple[object, Kode | None]]:
    """Return what tells the group of a row: its code, else its name; several in doubt."""
    codes = chains.codes(row, tingkat)
    name = lipat(chains.name(row, tingkat).nama)
    if not codes and name:
        return [((row.unit, name), None)]
    return [((row.unit, code), code) for code in codes]


def _most_said(chains: Chains, tingkat: Tingkat, rows: Sequence[Row]) -> Said:
    """Return what most of the rows below say of their program or kegiatan."""
    said = [chains.name(row, tingkat) for row in rows]
    names = Counter(lipat(one.nama) for one in said if one.nama)
    if not names:
        return said[0]
    most = names.most_common(1)[0][0]
    return next(one for one in said if lipat(one.nama) == most)
