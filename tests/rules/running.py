"""Running rules on workbooks that are recognised already, and writing findings in one line."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.engine.finish import finish_findings
from selaras.engine.run import _run_rule
from selaras.model.work import Work
from selaras.rule.registry import Rule
from selaras.rules import registry
from selaras.values.finding import Finding

#: The rules that these tests answer for: sheets, codes, sums, figures.
TESTED_RULES = (
    *("LBR001", "LBR002", "LBR005", "LBR006"),
    *("KOD001", "KOD002", "KOD003", "KOD004", "KOD009", "KOD010"),
    *("JML001", "JML002", "JML003", "JML004", "JML005", "JML007", "JML008"),
    *("ANG001", "ANG002", "ANG005"),
)


def find_findings(work: Work, rules: Sequence[Rule] | None = None) -> list[Finding]:
    """Return what rules (all of them by default) find in a recognised workbook, finished."""
    chosen = registry().values() if rules is None else rules
    found: list[Finding] = []
    for rule in chosen:
        if rule.scope != "run":
            found += _run_rule(rule.card, work, work.setting)[2]
    return list(finish_findings(found, work, work.setting))


def write_line(finding: Finding, first_sheet: str = "Lembar1") -> str:
    """Write a finding as the examples of rules do: "B2 expected=300 actual=301"."""
    if finding.cell is None:
        return "-"
    cell = finding.cell if finding.sheet == first_sheet else f"{finding.sheet}!{finding.cell}"
    parts = [cell]
    if finding.expected is not None:
        parts.append(f"expected={finding.expected}")
    if finding.actual is not None:
        parts.append(f"actual={finding.actual}")
    return " ".join(parts)
