"""What explains an amount that differs between two tables.

It is the unit of one of the columns, a sum that does not hold in one of the two, or the amounts one
level down that differ by as much together.
"""

from __future__ import annotations

from selaras.engine.causes.nearby import Surroundings
from selaras.engine.causes.sums import SUM_RULES
from selaras.model.row import Row
from selaras.values.finding import Finding
from selaras.values.rupiah import strip_sign

#: An amount that is another in another table.
DIFFERENCE_RULES = ("TBL001", "RKP004", "RKP006", "RST009")


def explain_differences(near: Surroundings) -> dict[str, list[Finding]]:
    """Return, by the fingerprint of each such finding that others explain, what explains it."""
    below = _DifferencesBelow(near)
    causes: dict[str, list[Finding]] = {}
    for finding in near.find_by_rule(*DIFFERENCE_RULES):
        cause = _explain_by_unit(near, finding) or _explain_sums(near, finding) or below(finding)
        if cause:
            causes[finding.fingerprint] = cause
    return causes


def _explain_by_unit(near: Surroundings, finding: Finding) -> list[Finding]:
    places = ((finding.sheet, finding.cell), *finding.related)
    return next((found for place in places if (found := near.find_money_unit(*place))), [])


def _explain_sums(near: Surroundings, finding: Finding) -> list[Finding]:
    """Return the sum that does not hold in one of the two cells and is off by the difference."""
    if not finding.difference:
        return []
    for place in ((finding.sheet or "", finding.cell or ""), *finding.related):
        for other in near.find_at(*place):
            off = other.difference if other.code in SUM_RULES else None
            if off and strip_sign(off) == strip_sign(finding.difference):
                return [other]
    return []


class _DifferencesBelow:
    """The differences by the row above them: those that make up the difference of that row."""

    def __init__(self, near: Surroundings) -> None:
        self._near = near
        self._children: dict[tuple[Row | None, str], list[Finding]] = {}
        self._program: dict[str, list[Finding]] = {}
        for finding in near.find_by_rule("TBL001"):
            row = near.find_row(finding)
            if row is not None and row.parent is not None and finding.column:
                self._children.setdefault((row.parent, finding.column), []).append(finding)
        for finding in near.find_by_rule("RKP004"):
            self._program.setdefault(finding.sheet or "", []).append(finding)

    def __call__(self, finding: Finding) -> list[Finding]:
        """Return the differences that add up to this one."""
        if finding.code == "RKP006":
            parts = self._program.get(finding.sheet or "", [])
        else:
            row = self._near.find_row(finding) if finding.code == "TBL001" else None
            parts = self._children.get((row, finding.column or ""), []) if row else []
        known = [part.difference for part in parts if part.difference is not None]
        return parts if known and sum(known) == finding.difference else []
