"""Sums that stand below what they sum and name no row: "Sub Jumlah", "Jumlah Kegiatan", "Jumlah".

They belong to a row without amounts that ends above them. Where one of their amounts is wrong, the
other columns, the level in the label and the other rows of that level tell which row it is: the
wrong amount is then found where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.kode import Tingkat
from selaras.lipat import lipat
from selaras.model.row import Jenis, Row
from selaras.model.table import Table
from selaras.recognise.jumlah_bawah import kaitkan, nama_dijumlahkan
from selaras.recognise.mistyped import adds_up

_LEVELS = {
    "program": Tingkat.PROGRAM,
    "kegiatan": Tingkat.KEGIATAN,
    "sub kegiatan": Tingkat.SUB_KEGIATAN,
}


def link_nameless_sums(table: Table) -> None:
    """Give the rows that have no amounts the nameless sums below them that are their sums.

    Called when the tree stands. "Sub Jumlah" of a row that has its amount remains a total, which
    the sum of the totals knows.
    """
    totals = list(table.jenis(Jenis.TOTAL))
    if len(totals) < 2 or not any(_has_no_amount(row) for row in table.susunan.beranak):
        return
    summed: set[int] = set()
    for total in totals:
        found = next((row for row in _ended(table, total, summed) if _is_sum(row, total)), None)
        if found is not None:
            summed.add(id(found))
            kaitkan(total, found)
    like = _Like(table, summed)
    for total in totals:
        if total.jenis is Jenis.TOTAL and not adds_up(total, table.puncak()):
            nearest = next(_ended(table, total, summed), None)
            if nearest is not None and like.says(nearest, total):
                summed.add(id(nearest))
                kaitkan(total, nearest)
    if summed:
        table.baca_ulang()


def _has_no_amount(row: Row) -> bool:
    return all(row.jumlah(column.key) is None for column in row.table.kolom_uang)


def _ended(table: Table, total: Row, summed: set[int]) -> Iterator[Row]:
    """Yield the rows that end above a total, the lowest first, whose sum does not stand yet."""
    before = reversed(table.rows[: total.urut])
    row = next((one for one in before if one.jenis is Jenis.POKOK), None)
    while row is not None:
        if row.anak and id(row) not in summed and _has_no_amount(row):
            yield row
        row = row.induk


def _agreeing(row: Row, total: Row) -> list[bool]:
    """Return for each amount of a total whether it is the sum of what is below a row."""
    told: list[bool] = []
    for column in row.table.kolom_uang:
        written, below = total.jumlah(column.key), row.jumlah_anak(column.key)
        if written is not None:
            told.append(below is not None and below.nilai == written)
    return told


def _is_sum(row: Row, total: Row) -> bool:
    told = _agreeing(row, total)
    return bool(told) and all(told)


class _Like:
    """What tells that a total is the sum of a row though one of its amounts is not."""

    def __init__(self, table: Table, summed: set[int]) -> None:
        self._rows: Sequence[Row] = [row for row in table.susunan.beranak if _has_no_amount(row)]
        self._exact = frozenset(summed)
        self._last = next((row for row in reversed(table.rows) if row.jenis is Jenis.POKOK), None)

    def says(self, row: Row, total: Row) -> bool:
        """Tell whether a total is the sum of the lowest row that ends above it and has none.

        Half of its amounts say so, or nearly all rows of that level have their sums below; or the
        label names the level, but for the last of all, which may sum up all rows of that level.
        """
        named = _LEVELS.get(lipat(nama_dijumlahkan(total.nama) or ""))
        if named is not None and row.tingkat is not None and named is not row.tingkat:
            return False
        told = _agreeing(row, total)
        if told and 2 * sum(told) >= len(told):
            return True
        others = [one for one in self._rows if one is not row and one.tingkat == row.tingkat]
        have = sum(id(one) in self._exact for one in others)
        if have and 2 * have >= len(others):
            return True
        return named is not None and self._last is not None and total.row < self._last.row
