"""Which finding explains which: one mistake that breaks three sums is told once.

A broken sum is explained by its own formula that adds the wrong rows, by a pasted amount below it,
by a row that stands twice or under the wrong code, by an amount outside the tree, or by a broken
sum one level down that is off by as much.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.finding import Finding
from selaras.model.row import Jenis, Row, Uang
from selaras.model.table import Table
from selaras.rupiah import mutlak
from selaras.teks import Teks

#: Findings about a sum, and those about a row that keep it out of a sum or add it twice.
JUMLAH = ("JML001", "JML002", "JML003", "JML004", "JML005")
BARIS = ("KOD001", "KOD002", "KOD003", "KOD010", "LBR005")


def sebabkan(findings: Sequence[Finding], tables: Sequence[Table]) -> list[Finding]:
    """Return the findings with the cause of each broken sum, where one is found."""
    sums = [finding for finding in findings if finding.code in JUMLAH and finding.difference]
    if not sums:
        return list(findings)
    near = _Sekitar(findings, tables)
    causes: dict[str, list[Finding]] = {}
    for finding in sums:
        row = near.baris(finding)
        if row is None or finding.column is None or finding.difference is None:
            continue
        sum_ = _Rusak(row, finding.column, finding.difference)
        cause = (
            near.rumus(sum_) or near.salinan(sum_) or near.salah_baris(sum_) or near.di_bawah(sum_)
        )
        if cause:
            causes[finding.fingerprint] = cause
    return [
        _dengan_sebab(finding, causes[finding.fingerprint])
        if finding.fingerprint in causes
        else finding
        for finding in findings
    ]


class _Rusak(NamedTuple):
    """A sum that does not hold: the row above it, the money column, written minus recomputed."""

    row: Row
    key: str
    selisih: Uang


class _Sekitar:
    """The findings by what they could explain, so that each sum looks at a few only."""

    def __init__(self, findings: Sequence[Finding], tables: Sequence[Table]) -> None:
        self._rows = {(t.sheet.name, row.row, t.name): row for t in tables for row in t.rows}
        self._rumus: dict[tuple[int, str], Finding] = {}
        self._salinan: dict[tuple[int, str], list[tuple[Row, Finding]]] = {}
        self._baris: dict[int, list[tuple[Row, Finding]]] = {}
        self._jumlah: dict[tuple[int, int, str, Uang], tuple[Row, Finding]] = {}
        self._nilai: dict[tuple[int, str], dict[Uang, list[tuple[Row, Finding]]]] = {}
        for finding in findings:
            row = self.baris(finding)
            if row is None:
                continue
            table = id(row.table)
            if finding.code == "JML008" and finding.column:
                self._salinan.setdefault((table, finding.column), []).append((row, finding))
            elif finding.code == "ANG003" and finding.column:
                self._rumus[id(row), finding.column] = finding
            elif finding.code in BARIS:
                self._baris.setdefault(table, []).append((row, finding))
            elif finding.code in JUMLAH and finding.column and finding.difference:
                key = (table, id(row.induk), finding.column, finding.difference)
                if row.jenis is not Jenis.TOTAL:
                    self._jumlah.setdefault(key, (row, finding))

    def baris(self, finding: Finding) -> Row | None:
        """Return the row of the table that a finding stands in."""
        digits = (finding.cell or "").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if not digits or finding.sheet is None or finding.table is None:
            return None
        return self._rows.get((finding.sheet, int(digits), finding.table))

    def rumus(self, rusak: _Rusak) -> list[Finding]:
        """Return the formula of the broken sum itself, where it adds the wrong rows."""
        found = self._rumus.get((id(rusak.row), rusak.key))
        return [found] if found else []

    def salinan(self, rusak: _Rusak) -> list[Finding]:
        """Return the pasted amounts that make the sum too large for what is written above it."""
        if rusak.selisih >= 0:
            return []
        found = []
        for pasted, finding in self._salinan.get((id(rusak.row.table), rusak.key), ()):
            amount = pasted.jumlah(rusak.key)
            if amount is None or pasted is rusak.row or not _di_atas(rusak.row, pasted):
                continue
            if amount + rusak.selisih >= 0:
                found.append(finding)
        return found

    def salah_baris(self, rusak: _Rusak) -> list[Finding]:
        """Return the row whose code keeps its amount out of this sum, or brings it in too often."""
        table = id(rusak.row.table)
        by_amount = self._nilai.get((table, rusak.key))
        if by_amount is None:
            by_amount = self._nilai[(table, rusak.key)] = {}
            for wrong, finding in self._baris.get(table, ()):
                amount = wrong.nilai(rusak.key)
                if amount:
                    by_amount.setdefault(mutlak(amount), []).append((wrong, finding))
        for wrong, finding in by_amount.get(mutlak(rusak.selisih), ()):
            total = rusak.row.jenis is Jenis.TOTAL
            inside = wrong.induk is (None if total else rusak.row)
            if wrong is not rusak.row and (rusak.selisih < 0) == inside:
                return [finding]
        return []

    def di_bawah(self, rusak: _Rusak) -> list[Finding]:
        """Return the broken sum one level down that is off by the same amount the other way."""
        upper = None if rusak.row.jenis is Jenis.TOTAL else rusak.row
        key = (id(rusak.row.table), id(upper), rusak.key, -rusak.selisih)
        found = self._jumlah.get(key)
        return [found[1]] if found and found[0] is not rusak.row else []


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


def _dengan_sebab(finding: Finding, causes: Sequence[Finding]) -> Finding:
    cells = ", ".join(dict.fromkeys(cause.cell or "-" for cause in causes))
    codes = ", ".join(dict.fromkeys(cause.code for cause in causes))
    text = Teks(f" Penyebabnya: lihat {cells} ({codes}).", f" Its cause: see {cells} ({codes}).")
    return finding._replace(message=finding.message + text, cause=causes[0].fingerprint)
