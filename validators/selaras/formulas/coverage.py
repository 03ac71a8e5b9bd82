"""How the cells of a formula cover the rows that it should add: missed, too many, twice.

Rows may be added at any level: a program is as well the sum of its kegiatan as of all its sub
kegiatan or of their rincian. Only what is certain is told: a row that stands among others of its
level, has a code of its own, and carries an amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.formulas.read import BacaRumus
from selaras.formulas.sum_tree import Pohon, bernilai, berpagu, rincian_dari
from selaras.model.book import Position
from selaras.model.row import Jenis, Row, Uang
from selaras.model.table import TableColumn
from selaras.reckon.sums import terbaca_bertingkat


class Cakupan(NamedTuple):
    """What is wrong with the cells that a formula adds."""

    #: Rows that are not counted, though rows beside them are.
    kurang: list[Row]
    #: Rows that count twice: named twice, or below a row that is counted too.
    ganda: list[Row]
    #: Rows that belong elsewhere.
    luar: list[Row]
    #: Total rows.
    total: list[Row]
    #: Cells that are no amounts of a row in this column: heads, another money column.
    asing: list[Position]
    #: Whether the formula counts its own cell.
    sendiri: bool
    #: Children that are counted, by themselves or by all or some of what is below them.
    tercakup: int

    @property
    def tepat(self) -> bool:
        """Whether nothing is wrong."""
        wrong = (self.kurang, self.ganda, self.luar, self.total, self.asing)
        return not self.sendiri and not any(wrong)


def persis(anak: Sequence[Row], key: str, baca: BacaRumus) -> bool:
    """Tell whether a formula adds just the children, each once, as nearly all do."""
    counted = baca.sel
    return len(counted) == len(anak) and all(counted.get(row.posisi(key)) == 1 for row in anak)


def cakup(
    pohon: Pohon, root: Row, anak: Sequence[Row], column: TableColumn, baca: BacaRumus
) -> Cakupan | None:
    """Return how a formula covers the children of a row; None when that is not certain.

    The root may be a total: then the children are the rows that it should be the sum of.
    """
    if baca.faktor or baca.lain:
        return None
    counted = _Terhitung(pohon, root, anak, column)
    for place, times in baca.sel.items():
        if not counted.tambah(place, times):
            return None
    return counted.cakupan(baca)


class _Terhitung:
    """Sorts the cells of one formula by the rows that they stand in."""

    def __init__(self, pohon: Pohon, root: Row, anak: Sequence[Row], column: TableColumn) -> None:
        self._pohon, self._root, self._anak = pohon, root, anak
        self._key, self._column = column.key, column
        self._atas = {id(row) for row in anak}
        self._dalam: dict[int, tuple[Row, int]] = {}
        self._tersentuh: set[int] = set()
        self._luar: list[Row] = []
        self._total: list[Row] = []
        self._asing: list[Position] = []
        self._samping: list[Position] = []
        self._sendiri = False

    def tambah(self, place: Position, times: int) -> bool:
        """Count a cell; False when nothing certain can be said of the formula any more."""
        table = self._pohon.table
        filled = _berangka(self._pohon, place)
        if filled and times < 0:
            return False
        if place[1] != self._column.first:
            if filled:
                self._samping.append(place)
            return True
        row = table.row_at(place[0])
        if row is None:
            if filled and table.kepala.top <= place[0] <= table.kepala.bottom:
                self._asing.append(place)
                return True
            return not filled
        owner = row.induk if row.jenis in (Jenis.LANJUTAN, Jenis.JUMLAH) else row
        if owner is None or owner.posisi(self._key) != place:
            return True
        return self._tambah_baris(owner, times, filled)

    def _tambah_baris(self, row: Row, times: int, filled: bool) -> bool:
        if row is self._root:
            self._sendiri = True
        elif row.jenis is Jenis.TOTAL:
            if filled:
                self._total.append(row)
        elif row.jenis in (Jenis.POKOK, Jenis.RINCIAN):
            path = self._jalur(row)
            if path is not None:
                self._dalam[id(row)] = (row, times)
                self._tersentuh.update(path)
            elif filled:
                self._luar.append(row)
        # A section may be the sum of what follows it, for all one knows.
        return not (filled and row.jenis is Jenis.JUDUL)

    def _jalur(self, row: Row) -> list[int] | None:
        """Return the ids of the rows between a row and the root; None when it is not below."""
        path: list[int] = []
        one: Row | None = row
        while one is not None:
            if id(one) in self._atas:
                return path + ([id(one)] if one is not row else [])
            if one is not row:
                path.append(id(one))
            one = self._pohon.find_parent(one)
        return None

    # What is wrong

    def cakupan(self, baca: BacaRumus) -> Cakupan | None:
        """Return what is wrong; None when nothing that the formula adds is known."""
        table, root = self._pohon.table, self._root
        if not (self._dalam or self._luar or self._total or self._sendiri):
            return None
        if baca.rujukan and not self._dalam and not self._sendiri:
            return None
        for row, column in self._samping:
            key = table.key_di(column)
            money = any(known.key == key for known in table.kolom_uang)
            if not money or row == root.row or table.row_at(row) is None:
                return None
            self._asing.append((row, column))
        missed: list[Row] = []
        # A constant may stand for what is missing.
        if not baca.tetap:
            self._cari_kurang(self._anak, missed, langsung=True)
        touched = self._tersentuh | self._dalam.keys()
        return Cakupan(
            kurang=self._pasti_rincian(missed),
            ganda=[row for row, times in self._dalam.values() if self._ganda(row, times)],
            luar=[row for row in self._luar if self._pasti_luar(row)],
            total=self._total,
            asing=self._asing,
            sendiri=self._sendiri,
            tercakup=sum(id(row) in touched for row in self._anak),
        )

    def _ganda(self, row: Row, times: int) -> bool:
        if not _berangka(self._pohon, row.posisi(self._key)):
            return False
        if times > 1:
            return True
        upper = self._pohon.find_parent(row) if id(row) not in self._atas else None
        while upper is not None:
            if id(upper) in self._dalam and _berangka(self._pohon, upper.posisi(self._key)):
                return True
            upper = self._pohon.find_parent(upper) if id(upper) not in self._atas else None
        return False

    def _cari_kurang(self, rows: Sequence[Row], missed: list[Row], *, langsung: bool) -> None:
        """Collect the rows that are not counted, at the highest level at which others are."""
        for row in rows:
            if id(row) in self._dalam:
                continue
            if id(row) in self._tersentuh:
                self._cari_kurang(self._pohon.find_children(row), missed, langsung=False)
            elif self._berarti(row, langsung) and self._pasti_anak(row, rows):
                missed.append(row)

    def _berarti(self, row: Row, langsung: bool) -> bool:
        """Tell whether it matters that a row is missed: a child even where its amount is 0."""
        if langsung and bernilai(row, self._key):
            return True
        return berpagu(self._pohon, row, self._key)

    def _pasti_anak(self, row: Row, siblings: Sequence[Row]) -> bool:
        """Tell whether a row is certainly one of those to add: its code and its place say so."""
        root = self._root
        if row.jenis is Jenis.RINCIAN:
            return True
        if row.tingkat is None or (row.kode is None and row.table.berkode):
            return False
        if any(other.tingkat is not None and other.tingkat < row.tingkat for other in siblings):
            return False
        if row.kode is not None and sum(other.kode == row.kode for other in siblings) > 1:
            return False
        return root.jenis is Jenis.TOTAL or self._pohon.di_blok(root, row.row)

    def _pasti_rincian(self, missed: list[Row]) -> list[Row]:
        """Drop missed rincian that may be the detail of another one that is counted."""
        owners = {id(owner): owner for row in missed if (owner := rincian_dari(row)) is not None}
        unsure = {id(owner) for owner in owners.values() if not self._rincian_rata(owner)}
        return [row for row in missed if id(rincian_dari(row)) not in unsure]

    def _rincian_rata(self, owner: Row) -> bool:
        total: Uang = 0
        for row in owner.rincian:
            if id(row) in self._dalam:
                amount = row.jumlah(self._key)
                if amount is None and row.tak_diketahui(self._key):
                    return False
                total += amount or 0
        return not terbaca_bertingkat(owner.rincian, self._column, total)

    def _pasti_luar(self, row: Row) -> bool:
        root, pohon = self._root, self._pohon
        if root.jenis is Jenis.TOTAL:
            return True
        return not pohon.di_blok(root, row.row) and not pohon.di_bawah(row, root)


def _berangka(pohon: Pohon, place: Position) -> bool:
    """Tell whether a cell counts in a sum: a number other than 0, or one that is not known."""
    sheet = pohon.table.sheet
    value = sheet.value(*place)
    if value is None or isinstance(value, str | bool):
        return place in sheet.uncalculated or place in sheet.errors
    return value != 0
