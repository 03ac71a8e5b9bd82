"""Sums carried from one printed page to the next: what they add up, and which of them do not hold.

Nobody says which rows a carried sum adds: those of the top, of one level, the lowest, or the
rincian. The table tells: the rows under which most of its carried sums hold are meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from selaras.model.row import Jenis, Jumlah, Row, Uang
from selaras.model.table import Table, TableColumn
from selaras.reckon.sum_words import beda
from selaras.reckon.sums import sama
from selaras.values.finding import Finding
from selaras.values.kode_reading import Tingkat
from selaras.values.text import Teks, besar


class _Bacaan(NamedTuple):
    """The carried sums of a column under one reading of what they add."""

    #: How many hold by the rows above them, and not only because they repeat the one before.
    bukti: int
    wrong_sums: Sequence[tuple[Row, Jumlah]]


def periksa_pindahan(table: Table) -> Iterator[Finding]:
    """Yield a finding for each carried sum that is not the sum of the rows up to it.

    Nothing is said where no reading of the rows makes as many of them hold as it breaks. What goes
    on wrongly from a page before is told there only.
    """
    carried = list(table.rows_of_kind(Jenis.PINDAHAN))
    if not carried:
        return
    levels = _mungkin(table)
    for column in table.kolom_uang:
        known = [row for row in carried if row.jumlah(column.key) is not None]
        readings = [_baca(known, rows, column) for rows in levels]
        best = max(readings, key=lambda one: (one.bukti, -len(one.wrong_sums)), default=None)
        if best is None or best.bukti < max(1, len(best.wrong_sums)):
            continue
        for row, jumlah in best.wrong_sums:
            label, name = column.label, row.sebutan
            who = Teks(f"{besar(label.id)} “{name}”", f"The {label.en} “{name}”")
            yield beda(row, column, jumlah, who, _dari(jumlah))


def _mungkin(table: Table) -> list[Sequence[Row]]:
    """Return the rows that carried sums may add: the lowest, each level, the top, the rincian."""
    levels = (Tingkat.SUB_KEGIATAN, Tingkat.KEGIATAN, Tingkat.PROGRAM)
    found: list[Sequence[Row]] = [
        [row for row in table.pokok if not row.anak],
        *(table.rows_at(level) for level in levels),
        table.puncak(),
        list(table.rows_of_kind(Jenis.RINCIAN)),
    ]
    return [rows for rows in found if rows]


def _baca(carried: Sequence[Row], rows: Sequence[Row], column: TableColumn) -> _Bacaan:
    key = column.key
    amounts = [row.amount_or_sum(key) or 0 for row in rows]
    running: list[Uang] = [0, *accumulate(amounts)]
    unknown = [0, *accumulate(int(row.tertutup(key)) for row in rows)]
    proof = 0
    wrong: list[tuple[Row, Jumlah]] = []
    before: Uang = 0
    start = place = 0
    for row in carried:
        while place < len(rows) and rows[place].row < row.row:
            place += 1
        page = running[place] - running[start]
        whole = Jumlah(running[place], tuple(rows[:place]))
        since = Jumlah(before + page, tuple(rows[start:place]))
        alone = Jumlah(page, since.rows)
        if unknown[place] == 0:
            if sama(row, column, whole) or (place > start and sama(row, column, since)):
                proof += place > 0
            elif place > start and sama(row, column, alone):
                proof += 1
            elif not sama(row, column, since):
                wrong.append((row, whole))
        start, before = place, row.jumlah(key) or 0
    return _Bacaan(proof, wrong)


def _dari(jumlah: Jumlah) -> Teks:
    count = len(jumlah.rows)
    return Teks(f"jumlah {count} baris sampai di situ", f"the {count} rows up to it add up to")
