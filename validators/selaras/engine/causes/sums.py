"""What explains a sum that does not hold.

It is the unit of its column, its own formula that adds the wrong rows, a pasted amount below it, a
row that stands twice or under the wrong code, an amount outside the tree or in another column, a
row that only another table has, a blank or negative amount below, or a broken sum one level down
that is off by as much.
"""

from __future__ import annotations

from typing import NamedTuple

from selaras.engine.causes.nearby import Sekitar
from selaras.model.row import Jenis, Row, Uang, off_by_rounding
from selaras.values.a1 import address
from selaras.values.finding import Finding
from selaras.values.kode_reading import Kode
from selaras.values.rupiah import mutlak

#: Findings about a sum, and those about a row that keep it out of a sum or add it twice.
JUMLAH = ("JML001", "JML002", "JML003", "JML004", "JML005")
RUMUS = ("ANG003", "ANG006")
#: Findings about an amount that is a sum across: of the years, of the quarters.
MELINTANG = ("RST010", "RST012")
BARIS = ("KOD001", "KOD002", "KOD003", "KOD010", "LBR005")


def sebab_jumlah(near: Sekitar) -> dict[str, list[Finding]]:
    """Return, by the fingerprint of each broken sum that others explain, what explains it."""
    sums = [finding for finding in near.menurut(*JUMLAH) if finding.difference]
    if not sums:
        return {}
    known = _Dikenal(near)
    causes: dict[str, list[Finding]] = {}
    for finding in sums:
        row = near.find_row(finding)
        if row is None or finding.column is None or finding.difference is None:
            continue
        sum_ = _Rusak(row, finding.column, finding.difference)
        cause = (
            near.find_money_unit(finding.sheet, finding.cell)
            or known.find_formula(sum_)
            or known.salah_baris(sum_)
            # A sum below that is off by exactly as much tells more than a copy that may be chance.
            or known.find_below(sum_)
            or known.find_copies(sum_)
            or known.geser(sum_)
            or known.find_entries(sum_)
            or known.find_missing(sum_)
        )
        if cause:
            causes[finding.fingerprint] = cause
    return causes


class _Rusak(NamedTuple):
    """A sum that does not hold: the row above it, the money column, written minus recomputed."""

    row: Row
    key: str
    selisih: Uang


class _Dikenal:
    """The findings by what they could explain, so that each sum looks at a few only."""

    def __init__(self, near: Sekitar) -> None:
        self._near = near
        self._rumus: dict[tuple[int, str], Finding] = {}
        self._salinan: dict[tuple[int, str], list[tuple[Row, Finding]]] = {}
        self._baris: dict[int, list[tuple[Row, Finding]]] = {}
        self._jumlah: dict[tuple[int, int, str], dict[Uang, tuple[Row, Finding]]] = {}
        self._amounts: dict[tuple[int, str], dict[Uang, list[tuple[Row, Finding]]]] = {}
        #: Rows that only another table has, by the code above them.
        self._lain: dict[Kode, list[tuple[Row, Finding]]] = {}
        for finding in near.menurut("JML008", *RUMUS, "TBL004", *BARIS, *JUMLAH):
            row = near.find_row(finding)
            if row is None:
                continue
            table = id(row.table)
            if finding.code == "JML008" and finding.column:
                self._salinan.setdefault((table, finding.column), []).append((row, finding))
            elif finding.code in RUMUS and finding.column:
                if finding.code != "ANG006" or (id(row), finding.column) not in self._rumus:
                    self._rumus[id(row), finding.column] = finding
            elif finding.code == "TBL004" and row.kode is not None:
                if row.kode.induk is not None:
                    self._lain.setdefault(row.kode.induk, []).append((row, finding))
            elif finding.code in BARIS:
                self._baris.setdefault(table, []).append((row, finding))
            elif finding.code in JUMLAH and finding.column and finding.difference:
                key = (table, id(row.induk), finding.column)
                if row.jenis is not Jenis.TOTAL:
                    own = self._jumlah.setdefault(key, {})
                    own.setdefault(finding.difference, (row, finding))

    def find_formula(self, rusak: _Rusak) -> list[Finding]:
        """Return the formula of the broken sum itself, where it adds the wrong rows."""
        found = self._rumus.get((id(rusak.row), rusak.key))
        return [found] if found else []

    def find_copies(self, rusak: _Rusak) -> list[Finding]:
        """Return the pasted amounts that make the sum too large for what is written above it."""
        if rusak.selisih >= 0:
            return []
        found: list[tuple[int, Finding]] = []
        for pasted, finding in self._salinan.get((id(rusak.row.table), rusak.key), ()):
            amount = pasted.jumlah(rusak.key)
            if amount is None or pasted is rusak.row or not _di_atas(rusak.row, pasted):
                continue
            if amount + rusak.selisih >= 0:
                found.append((pasted.row, finding))
        # From the top row down: its amount may stand below, in a sum of what it sums.
        return [finding for _, finding in sorted(found, key=lambda one: one[0])]

    def salah_baris(self, rusak: _Rusak) -> list[Finding]:
        """Return the row whose code keeps its amount out of this sum, or brings it in too often."""
        table = id(rusak.row.table)
        by_amount = self._amounts.get((table, rusak.key))
        if by_amount is None:
            by_amount = self._amounts[(table, rusak.key)] = {}
            for wrong, finding in self._baris.get(table, ()):
                amount = wrong.amount_or_sum(rusak.key)
                if amount:
                    by_amount.setdefault(mutlak(amount), []).append((wrong, finding))
        for wrong, finding in by_amount.get(mutlak(rusak.selisih), ()):
            total = rusak.row.jenis is Jenis.TOTAL
            inside = wrong.induk is (None if total else rusak.row)
            if wrong is not rusak.row and (rusak.selisih < 0) == inside:
                return [finding]
        return []

    def find_below(self, rusak: _Rusak) -> list[Finding]:
        """Return the broken sum one level down that is off by the same amount the other way.

        Where amounts are rounded, it is about the same.
        """
        if rusak.row.jenis is Jenis.JUDUL:
            return self._di_bawah_judul(rusak)
        upper = None if rusak.row.jenis is Jenis.TOTAL else rusak.row
        below = self._jumlah.get((id(rusak.row.table), id(upper), rusak.key), {})
        found = below.get(-rusak.selisih)
        if found is None and below and rusak.row.table.columns[rusak.key].skala > 1:
            parts = rusak.row.table.puncak() if upper is None else upper.anak
            off = off_by_rounding([rusak.row, *parts], rusak.key)
            near = (one for gap, one in below.items() if mutlak(gap + rusak.selisih) <= off)
            found = next(near, None)
        return [found[1]] if found and found[0] is not rusak.row else []

    def _di_bawah_judul(self, rusak: _Rusak) -> list[Finding]:
        """Return the first broken sum below a section line that is off the other way: they have no
        row above them but by their place."""
        for (table, _, key), below in self._jumlah.items():
            if (table, key) == (id(rusak.row.table), rusak.key):
                found = below.get(-rusak.selisih)
                if found is not None and found[0].row > rusak.row.row:
                    return [found[1]]
        return []

    def find_missing(self, rusak: _Rusak) -> list[Finding]:
        """Return the row that only another table has, worth what is written above but not below."""
        if rusak.selisih <= 0 or rusak.row.kode is None:
            return []
        for row, finding in self._lain.get(rusak.row.kode, ()):
            there = row.table is not rusak.row.table and rusak.key in row.table.columns
            if there and row.amount_or_sum(rusak.key) == rusak.selisih:
                return [finding]
        return []

    def geser(self, rusak: _Rusak) -> list[Finding]:
        """Return what is found on the amount that stands beside its column, where one does."""
        if rusak.selisih <= 0:
            return []
        table = rusak.row.table
        money = {column.first for column in table.kolom_uang}
        below = table.puncak() if rusak.row.jenis is Jenis.TOTAL else rusak.row.anak
        for row in (*below, *rusak.row.rincian):
            if row.jumlah(rusak.key) is not None or row.tak_diketahui(rusak.key):
                continue
            for column, value in table.sheet.grid.row(row.row):
                beside = column not in money and isinstance(value, float | int)
                if beside and value == rusak.selisih:
                    return list(self._near.di(table.sheet.name, address(row.row, column)))
        return []

    def find_entries(self, rusak: _Rusak) -> list[Finding]:
        """Return what is found on an amount below that is blank, negative, or wrong by as much."""
        table, key = rusak.row.table, rusak.key
        below = table.puncak() if rusak.row.jenis is Jenis.TOTAL else rusak.row.anak
        blank = [row for row in below if row.jumlah(key) is None and not row.tak_diketahui(key)]
        for row in below:
            amount = row.jumlah(key)
            for found in self._near.di(table.sheet.name, row.cell(key)):
                if amount is None and found.code == "IND005":
                    explains = rusak.selisih > 0 and len(blank) == 1
                elif amount is not None and found.code == "JML007":
                    explains = rusak.selisih == -2 * amount
                else:
                    explains = found.code in MELINTANG and found.difference == -rusak.selisih
                if explains:
                    return [found]
        return []


def _di_atas(upper: Row, lower: Row) -> bool:
    """Tell whether a row belongs, at any depth, to another; the total is above all."""
    if upper.jenis is Jenis.TOTAL:
        return True
    row: Row | None = lower
    while row is not None:
        if row is upper:
            return True
        row = row.induk
    return False
