"""The rows of two plan tables that are the same: by code, or by name where a table has no codes.

T-C.33 is what the others are held against; where there is none, the SIPD form is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.compare.cells import pokok_dari, rencana_utama, tersirat
from selaras.compare.match import CodeIndex, pair_codes, pasangkan_bernama
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.work import COPY, Work
from selaras.tables import RENCANA, SIPD
from selaras.values.finding import Severity
from selaras.values.text import Teks

#: What rules over two plan tables need: one, and another beside it, or a copy of it.
BERPASANGAN = (("T-C.33", *SIPD), ("Tabel 4.1", *SIPD, COPY))


class Sama(NamedTuple):
    """One row of the hierarchy in both tables, with the rows that say its code again."""

    acuan: Row
    kedua: Row
    acuan_semua: Sequence[Row]
    kedua_semua: Sequence[Row]
    #: Found by code, and neither table has two of it.
    pasti: bool


class Perbandingan(NamedTuple):
    """Two plan tables, each perhaps over several sheets."""

    acuan: Sequence[Table]
    kedua: Sequence[Table]
    pasang: list[Sama]
    hanya_acuan: list[Row]
    hanya_kedua: list[Row]

    @property
    def severity(self) -> Severity | None:
        """How grave a difference is at most: None for what a rule says.

        A recapitulation may be older than its table, and plans of two stages may differ.
        """
        doubtful = self.kedua[0].edition.is_copy or any(
            one.edition.contradicts(other.edition) for one in self.acuan for other in self.kedua
        )
        return Severity.WARNING if doubtful else None

    @property
    def is_extract(self) -> bool:
        """Whether the other table tells a part of the first again, as that of one bidang."""
        if not self.kedua[0].edition.is_copy:
            return False
        levels = {same.kedua.tingkat for same in self.pasang}
        left = [row for row in self.hanya_acuan if row.tingkat in levels]
        # A recapitulation has fewer levels, and few rows: one that it lacks may be half of them.
        recapitulated = len(left) < len(self.hanya_acuan)
        return len(left) > len(self.pasang) - (not recapitulated)

    @property
    def nama(self) -> Teks:
        """What messages call the table that the other is held against."""
        return call_table(self.acuan[0], self.kedua[0])

    @property
    def nama_kedua(self) -> Teks:
        """What messages call the other table."""
        return call_table(self.kedua[0], self.acuan[0])


def call_table(table: Table, beside: Table) -> Teks:
    """Return what messages call a table: by its place, too, where the other has its name."""
    if table.name != beside.name:
        return Teks(table.name, table.name)
    sheet = table.sheet.name
    if sheet != beside.sheet.name:
        return Teks(f"{table.name} di lembar {sheet}", f"{table.name} on sheet {sheet}")
    return Teks(f"{table.name} di {table.area}", f"{table.name} in {table.area}")


def implied(comparison: Perbandingan) -> Iterator[tuple[Row, Row]]:
    """Yield rows of one table, each with the sum that stands for its like in the other."""
    sides = comparison.acuan, comparison.kedua
    for tables, others in (sides, sides[::-1]):
        rows = CodeIndex((row.kode_tempat, row) for row in pokok_dari(others))
        for upper in tersirat(tables, others):
            code = rows.code(upper.kode) if upper.kode is not None else None
            if code is not None and len(rows[code]) == 1:
                yield rows[code][0], upper


def perbandingan(work: Work) -> Iterator[Perbandingan]:
    """Yield each further plan table beside the first one; tables of other years are none."""
    first = rencana_utama(work)
    if not first:
        return
    years = {table.tahun for table in first if table.tahun}
    for name in RENCANA:
        second = [
            table
            for table in work.named(name)
            if (name != first[0].name or table.edition.is_copy)
            and (not table.tahun or not years or table.tahun in years)
        ]
        if second:
            coded = all(table.berkode for table in (*first, *second))
            yield _menurut_kode(first, second) if coded else _menurut_nama(work, first, second)


# By code


def _menurut_kode(first: Sequence[Table], second: Sequence[Table]) -> Perbandingan:
    mine, theirs = _per_kode(first), _per_kode(second)
    found: list[Sama] = []
    for kode, other in pair_codes(mine, theirs):
        rows, again = mine[kode], theirs[other]
        sure = not (_berganda(rows) or _berganda(again))
        found.append(Sama(_utama(rows), _utama(again), rows, again, sure))
    alone = [mine[kode][0] for kode in mine if not theirs.has(kode)]
    left = [theirs[kode][0] for kode in theirs if not mine.has(kode)]
    return Perbandingan(first, second, found, alone, left)


def _per_kode(tables: Sequence[Table]) -> CodeIndex[Row]:
    return CodeIndex((row.kode_tempat, row) for row in pokok_dari(tables))


def _beruang(row: Row) -> bool:
    return any(
        row.jumlah(c.key) is not None or row.tak_diketahui(c.key) for c in row.table.kolom_uang
    )


def _berganda(rows: Sequence[Row]) -> bool:
    """Tell whether a code stands there twice with amounts: a page break repeats only the name."""
    return len(rows) > 1 and sum(map(_beruang, rows)) > 1


def _utama(rows: Sequence[Row]) -> Row:
    return next((row for row in rows if _beruang(row)), rows[0]) if len(rows) > 1 else rows[0]


# By name


def _menurut_nama(work: Work, first: Sequence[Table], second: Sequence[Table]) -> Perbandingan:
    """Pair what has the same name once in each table; what is left over says nothing."""
    likeness = work.setting.ambang.mirip / 100
    found = [
        Sama(match.kiri, match.kanan, (match.kiri,), (match.kanan,), pasti=False)
        for match in pasangkan_bernama(pokok_dari(first), pokok_dari(second), likeness)
    ]
    return Perbandingan(first, second, found, [], [])
