"""Which finding explains which: one mistake that breaks three sums is told once.

A broken sum is explained by a pasted amount below it, by a row that stands twice or under the wrong
code, by an amount outside the tree, or by a broken sum one level down that is off by as much.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from selaras.a1 import address
from selaras.finding import Finding
from selaras.model.table import Jenis, Row, Table
from selaras.teks import Teks

#: Findings about a sum, and those about a row that keep it out of a sum or add it twice.
JUMLAH = ("JML001", "JML002", "JML003", "JML004", "JML005")
BARIS = ("KOD001", "KOD002", "KOD003", "KOD010", "LBR005")


def sebabkan(findings: Sequence[Finding], tables: Sequence[Table]) -> list[Finding]:
    """Return the findings with the cause of each broken sum, where one is found."""
    sums = [f for f in findings if f.code in JUMLAH and f.difference]
    if not sums:
        return list(findings)
    rows = _baris(tables)
    causes: dict[str, list[Finding]] = {}
    for finding in sums:
        row = rows.get((finding.sheet, _nomor(finding)))
        if row is None:
            continue
        near = [f for f in findings if f.sheet == finding.sheet and f.table == finding.table]
        cause = (
            _salin(finding, row, near, rows)
            or _salah_baris(finding, row, near, rows)
            or _di_bawah(finding, row, near, rows)
        )
        if cause:
            causes[finding.fingerprint] = cause
    return [
        _dengan_sebab(finding, causes[finding.fingerprint])
        if finding.fingerprint in causes
        else finding
        for finding in findings
    ]


def _baris(tables: Sequence[Table]) -> dict[tuple[str | None, int], Row]:
    rows: dict[tuple[str | None, int], Row] = {}
    for table in tables:
        for row in table.rows:
            rows[(table.sheet.name, row.row)] = row
    return rows


def _nomor(finding: Finding) -> int:
    digits = "".join(filter(str.isdigit, finding.cell or ""))
    return int(digits) if digits else 0


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


def _salin(
    finding: Finding,
    row: Row,
    near: Sequence[Finding],
    rows: dict[tuple[str | None, int], Row],
) -> list[Finding]:
    """Return the pasted amounts that make the sum too large for what is written above it."""
    difference = finding.difference
    if difference is None or difference >= 0:
        return []
    found = []
    for other in near:
        if other.code != "JML008" or other.column != finding.column:
            continue
        pasted = rows.get((other.sheet, _nomor(other)))
        amount = other.actual
        if pasted is None or not isinstance(amount, int | Decimal):
            continue
        if _di_atas(row, pasted) and pasted is not row and amount + difference >= 0:
            found.append(other)
    return found


def _salah_baris(
    finding: Finding,
    row: Row,
    near: Sequence[Finding],
    rows: dict[tuple[str | None, int], Row],
) -> list[Finding]:
    """Return the row whose code keeps its amount out of this sum, or brings it in twice."""
    key, difference = finding.column, finding.difference
    if key is None or difference is None:
        return []
    for other in near:
        if other.code not in BARIS:
            continue
        wrong = rows.get((other.sheet, _nomor(other)))
        if wrong is None or wrong is row:
            continue
        amount = wrong.nilai(key)
        if not amount or abs(amount) != abs(difference):
            continue
        inside = any(wrong is anak for anak in row.anak)
        if (difference < 0) == inside:
            return [other]
    return []


def _di_bawah(
    finding: Finding,
    row: Row,
    near: Sequence[Finding],
    rows: dict[tuple[str | None, int], Row],
) -> list[Finding]:
    """Return the broken sum one level down that is off by the same amount the other way."""
    difference = finding.difference
    if difference is None:
        return []
    for other in near:
        if other.code not in JUMLAH or other.column != finding.column or other is finding:
            continue
        lower = rows.get((other.sheet, _nomor(other)))
        if lower is None or lower is row or lower.jenis is Jenis.TOTAL:
            continue
        top = row.jenis is Jenis.TOTAL and lower.induk is None
        if (lower.induk is row or top) and other.difference == -difference:
            return [other]
    return []


def _dengan_sebab(finding: Finding, causes: Sequence[Finding]) -> Finding:
    cells = ", ".join(dict.fromkeys(cause.cell or address(1, 1) for cause in causes))
    codes = ", ".join(dict.fromkeys(cause.code for cause in causes))
    text = Teks(
        f" Penyebabnya: lihat {cells} ({codes}).", f" Its cause: see {cells} ({codes})."
    )
    return finding._replace(message=finding.message + text, cause=causes[0].fingerprint)
