"""What happens to findings after the rules: choice, severity, order, fingerprints, causes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from selaras.engine.causes import add_causes
from selaras.values.finding import Finding

if TYPE_CHECKING:
    from selaras.model.setting import Setting
    from selaras.model.work import Work
    from selaras.rule.registry import RuleCard


def is_selected(rule: RuleCard, setting: Setting) -> bool:
    """Tell whether the user wants this rule to run."""
    if any(_is_match(rule, word) for word in setting.ignored):
        return False
    return not setting.selected or any(_is_match(rule, word) for word in setting.selected)


def _is_match(rule: RuleCard, word: str) -> bool:
    """Match a code, a family or the start of one, or a name with or without its family."""
    plain = word.strip().casefold()
    short = rule.name.partition(".")[2]
    return rule.code.casefold().startswith(plain) or plain in (rule.name, short)


def finish_findings(
    findings: Iterable[Finding], work: Work | None, setting: Setting
) -> tuple[Finding, ...]:
    """Return the findings in the order of the workbook, complete with all that the policy adds."""
    order = {sheet.name: index for index, sheet in enumerate(work.book.sheets)} if work else {}
    ranked = sorted(
        (_set_severity(finding, setting) for finding in findings),
        key=lambda finding: _compute_order(finding, order),
    )
    seen: dict[str, int] = {}
    finished = [
        f._replace(group=_name_group(f), fingerprint=_compute_fingerprint(f, seen)) for f in ranked
    ]
    return tuple(add_causes(finished, work.tables if work else ()))


def _set_severity(finding: Finding, setting: Setting) -> Finding:
    severity = setting.severities.get(finding.code)
    if severity is None or severity is finding.severity:
        return finding
    return finding._replace(severity=severity)


def _compute_order(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, str, str]:
    sheet = order.get(finding.sheet, -1) if finding.sheet else -1
    row, column = finding.position or (0, 0)
    return sheet, row, column, finding.code, finding.row_key


def _name_group(finding: Finding) -> str:
    return ":".join(part for part in (finding.code, finding.table, finding.column) if part)


def _compute_fingerprint(finding: Finding, seen: dict[str, int]) -> str:
    """Return the fingerprint: rule, table, row and column by name, so that moved rows keep it.

    A second finding with the same four (a row that stands twice) gets a number of its own.
    """
    place = finding.table or finding.sheet or ""
    text = "\x1f".join((finding.code, place, finding.row_key, finding.column or ""))
    seen[text] = seen.get(text, 0) + 1
    if seen[text] > 1:
        text += f"\x1f{seen[text]}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]
