"""The tree of a table as formulas add it up: page breaks mended, rincian as the lowest children."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.model.row import Jenis, Row
from selaras.model.table import Table
from selaras.reckon.sums import bukan_ulangan
from selaras.values.kode_reading import Tingkat


class Pohon:
    """Which rows add up to which, in every money column alike."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._pokok: Sequence[Row] = table.pokok
        # Only where a page break repeats rows does the tree differ from the rows' own.
        self._anak: dict[int, Sequence[Row]] = {}
        self._induk: dict[int, Row] = {}
        families = bukan_ulangan(table, table.pokok) if table.susunan.berulang else []
        if families and len(families) < len(table.pokok):
            self._pokok = [family.row for family in families]
            for row, below in families:
                self._anak[id(row)] = below
                self._induk.update((id(child), row) for child in below)
        self._puncak: list[Row] | None = None
        self._program: list[Row] | None = None
        self._akhir: dict[int, int] | None = None

    def find_children(self, row: Row) -> Sequence[Row]:
        """Return the rows that a row is the sum of: one level down, else its rincian."""
        below = self._anak.get(id(row), row.anak) if self._anak else row.anak
        return below or row.rincian

    def find_parent(self, row: Row) -> Row | None:
        """Return the row that this one is a part of."""
        return self._induk.get(id(row), row.induk)

    def find_roots(self) -> list[Row]:
        """Return the rows that nothing stands above."""
        if self._puncak is None:
            families = bukan_ulangan(self.table, self.table.puncak())
            self._puncak = [family.row for family in families]
        return self._puncak

    def find_programs(self) -> list[Row]:
        """Return the rows of the programs."""
        if self._program is None:
            self._program = [row for row in self._pokok if row.tingkat is Tingkat.PROGRAM]
        return self._program

    def terjumlah(self) -> Iterator[tuple[Row, Sequence[Row]]]:
        """Yield each row of the hierarchy that has children of one kind, with them."""
        for row in self._pokok:
            if not (row.anak or row.rincian or self._anak):  # nearly every row
                continue
            below = self.find_children(row)
            if below and not (row.rincian and below is not row.rincian):
                yield row, below

    def di_blok(self, row: Row, number: int) -> bool:
        """Tell whether a sheet row stands below a row and above the next one of its level."""
        if self._akhir is None:
            self._akhir = _akhir_blok(self._pokok)
        return row.row < number < self._akhir[id(row)]

    def di_bawah(self, row: Row, atas: Row) -> bool:
        """Tell whether a row may belong below another, by the tree or by its code."""
        one: Row | None = row
        while one is not None:
            if one is atas:
                return True
            if atas.kode is not None and one.kode is not None:
                upper = atas.kode.bagian
                if one.kode.bagian[: len(upper)] == upper:
                    return True
            one = self.find_parent(one)
        return False


def _akhir_blok(rows: Sequence[Row]) -> dict[int, int]:
    """Return, by id, the sheet row at which the block of each row ends."""
    ends: dict[int, int] = {}
    open_rows: list[Row] = []
    for row in rows:
        if row.tingkat is None:
            continue
        while open_rows and (open_rows[-1].tingkat or 0) >= row.tingkat:
            ends[id(open_rows.pop())] = row.row
        open_rows.append(row)
    last = rows[-1].table.bawah + 1 if rows else 0
    ends.update((id(row), last) for row in open_rows)
    ends.update((id(row), row.row) for row in rows if row.tingkat is None)
    return ends


def bernilai(row: Row, key: str) -> bool:
    """Tell whether an amount stands in the row, be it one that cannot be known."""
    return row.jumlah(key) is not None or row.tak_diketahui(key)


def berpagu(pohon: Pohon, row: Row, key: str) -> bool:
    """Tell whether a row or one below it has an amount other than 0."""
    if bernilai(row, key):
        return row.jumlah(key) != 0
    return any(berpagu(pohon, child, key) for child in pohon.find_children(row))


def rincian_dari(row: Row) -> Row | None:
    """Return the row whose rincian this one is."""
    return row.induk if row.jenis is Jenis.RINCIAN else None
