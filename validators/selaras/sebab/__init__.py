"""Which finding explains which: one mistake that breaks three sums is told once."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.finding import Finding
from selaras.model.table import Table
from selaras.sebab.antartabel import sebab_beda
from selaras.sebab.jumlah import sebab_jumlah
from selaras.sebab.rumus import sebab_rumus
from selaras.sebab.sekitar import Sekitar
from selaras.teks import Teks


def sebabkan(findings: Sequence[Finding], tables: Sequence[Table]) -> list[Finding]:
    """Return the findings with the cause of each that follows from others, where one is found."""
    near = Sekitar(findings, tables)
    causes = sebab_rumus(near) | sebab_jumlah(near) | sebab_beda(near)
    if not causes:
        return list(findings)
    return [
        _dengan_sebab(finding, causes[finding.fingerprint])
        if finding.fingerprint in causes
        else finding
        for finding in findings
    ]


def _dengan_sebab(finding: Finding, causes: Sequence[Finding]) -> Finding:
    cells = ", ".join(dict.fromkeys(_sel(cause, finding) for cause in causes))
    codes = ", ".join(dict.fromkeys(cause.code for cause in causes))
    text = Teks(f" Penyebabnya: lihat {cells} ({codes}).", f" Its cause: see {cells} ({codes}).")
    return finding._replace(message=finding.message + text, cause=causes[0].fingerprint)


def _sel(cause: Finding, finding: Finding) -> str:
    """Return the cause's cell, with its sheet where that is another than the finding's."""
    if cause.cell is None or cause.sheet == finding.sheet:
        return cause.cell or "-"
    return f"{cause.sheet}!{cause.cell}"
