"""Which finding explains which: one mistake that breaks three sums is told once.

A finding that follows from another proposes nothing: to put the sum of a wrong amount in a cell
would cement the mistake. It says what is to be mended first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selaras.engine.causes.amounts import explain_amounts
from selaras.engine.causes.between_tables import explain_differences
from selaras.engine.causes.formulas import explain_formulas
from selaras.engine.causes.nearby import Surroundings
from selaras.engine.causes.shifted import explain_shifted
from selaras.engine.causes.sums import explain_sums
from selaras.engine.causes.years import explain_years
from selaras.model.table import Table
from selaras.reckon.sum_words import name_cells
from selaras.values.finding import Finding
from selaras.values.text import Text


def add_causes(findings: Sequence[Finding], tables: Sequence[Table]) -> list[Finding]:
    """Return the findings with the cause of each that follows from others, where one is found."""
    near = Surroundings(findings, tables)
    causes = (
        explain_formulas(near)
        | explain_sums(near)
        | explain_differences(near)
        | explain_amounts(near)
    )
    causes |= explain_years(near)
    shifted = explain_shifted(near)
    # What tells of the shift follows from none of its consequences.
    leads = {lead.fingerprint for found in shifted.values() for lead in found}
    causes = {mark: found for mark, found in causes.items() if mark not in leads} | shifted
    if not causes:
        return list(findings)
    return [
        _add_cause(
            finding, causes[finding.fingerprint], near.drop_below(_find_roots(finding, causes))
        )
        if finding.fingerprint in causes
        else finding
        for finding in findings
    ]


def _find_roots(finding: Finding, causes: Mapping[str, Sequence[Finding]]) -> list[Finding]:
    """Return the findings at the ends of the chain: what is to be mended first."""
    seen = {finding.fingerprint}
    due = list(causes[finding.fingerprint])
    roots: list[Finding] = []
    while due:
        one = due.pop(0)
        if one.fingerprint in seen:
            continue
        seen.add(one.fingerprint)
        if further := causes.get(one.fingerprint):
            due += further
        else:
            roots.append(one)
    return roots or list(causes[finding.fingerprint])


def _add_cause(finding: Finding, causes: Sequence[Finding], roots: Sequence[Finding]) -> Finding:
    cells = ", ".join(dict.fromkeys(_name_cell(cause, finding) for cause in causes))
    codes = ", ".join(dict.fromkeys(cause.code for cause in causes))
    text = Text(f" Penyebabnya: lihat {cells} ({codes}).", f" Its cause: see {cells} ({codes}).")
    found = finding._replace(message=finding.message + text, cause=causes[0].fingerprint)
    if all((cause.sheet, cause.cell) == (finding.sheet, finding.cell) for cause in causes):
        return found  # its own formula is wrong: the sum that is proposed is not
    first = name_cells(list(dict.fromkeys(_name_cell(root, finding) for root in roots)))
    advice = Text(
        f"Betulkan {first.id} dahulu, lalu periksa lagi.",
        f"Mend {first.en} first, then check again.",
    )
    return found._replace(advice=advice, fix=None)


def _name_cell(cause: Finding, finding: Finding) -> str:
    """Return the cause's cell, with its sheet where that is another than the finding's."""
    if cause.cell is None or cause.sheet == finding.sheet:
        return cause.cell or "-"
    return f"{cause.sheet}!{cause.cell}"
