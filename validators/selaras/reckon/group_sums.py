"""Sums at the head of rows: of a group ("I | BELANJA PENUNJANG | 700"), of an agency or a unit.

No rule asks for such rows. Where the sums of a column's groups hold, all of them are meant as sums;
and where a row's sums of other columns hold, so is that of each of its columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.model.row import Jenis, Jumlah, Row, jumlahkan
from selaras.model.table import Table, TableColumn
from selaras.reckon.sum_words import beda, jumlah_dari
from selaras.reckon.sums import bukan_ulangan, sama
from selaras.values.finding import Finding
from selaras.values.kode_reading import Tingkat
from selaras.values.text import Teks, besar


class _Group(NamedTuple):
    """A row that heads others, with what it may be the sum of: the likeliest reading first."""

    head: Row
    readings: Sequence[Sequence[Row]]

    def sums(self, column: TableColumn) -> list[Jumlah | None]:
        """Return the sums of a column, one for each reading."""
        return [jumlahkan(rows, column.key) for rows in self.readings]

    def held(self, column: TableColumn) -> list[int]:
        """Return which of the readings hold for a column; 0 of nothing tells nothing."""
        if not self.head.jumlah(column.key):
            return []
        sums = enumerate(self.sums(column))
        return [at for at, total in sums if total is not None and sama(self.head, column, total)]


def check_groups(table: Table) -> Iterator[Finding]:
    """Yield a finding for each row at the head of others whose sum is not theirs.

    Nothing is said in a column in which as many are broken as hold, but for one of two, unless the
    row's other columns tell that it is a sum.
    """
    groups = list(_groups(table))
    for column in table.kolom_uang if groups else ():
        held, wrong = 0, []
        for group in groups:
            sums = group.sums(column)
            if group.head.jumlah(column.key) is None or all(total is None for total in sums):
                continue
            if any(total is not None and sama(group.head, column, total) for total in sums):
                held += 1
            else:
                wrong.append(group)
        for group in wrong:
            others = [one for one in table.kolom_uang if one is not column]
            elsewhere = next((at[0] for one in others if (at := group.held(one))), None)
            if elsewhere is None and held < max(1, len(wrong)):
                continue
            sums = group.sums(column)
            total = sums[elsewhere or 0] or next(filter(None, sums))
            if total is not None:
                label, name = column.label, group.head.sebutan
                who = Teks(f"{besar(label.id)} “{name}”", f"The {label.en} of “{name}”")
                yield beda(group.head, column, total, who, jumlah_dari(total))


def _groups(table: Table) -> Iterator[_Group]:
    """Yield the rows that head others and have amounts."""
    heads = table.susunan.heads
    if not heads:
        return
    ends = [row.row for row in (*table.rows_of_kind(Jenis.JUDUL), *table.rows_of_kind(Jenis.TOTAL))]
    for head in heads:
        end = min((row for row in ends if row > head.row), default=None)
        below = [row for row in table.pokok if row.row > head.row]
        own = [row for row in below if end is None or row.row < end]
        programs = [row for row in own if row.tingkat is Tingkat.PROGRAM]
        # A head may stand over further heads, as an agency does over its sub units.
        readings = [_highest(table, own), _highest(table, programs), _highest(table, below)]
        if readings[0]:
            yield _Group(head, [rows for rows in readings if rows])


def _highest(table: Table, rows: Sequence[Row]) -> list[Row]:
    """Return the rows among some that none of them stands above, repeats left out."""
    inside = {id(row) for row in rows}
    tops = [row for row in rows if id(row.induk) not in inside]
    return [family.row for family in bukan_ulangan(table, tops)]
