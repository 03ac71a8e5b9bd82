"""What explains a finding on a formula: another finding on the same cell that says more of it."""

from __future__ import annotations

from selaras.engine.causes.nearby import Surroundings
from selaras.values.finding import Finding

#: Rules that know what a sum should add, and tell it of a cell that its neighbours tell too.
KNOWING_RULES = ("ANG003", "ANG004")


def explain_formulas(near: Surroundings) -> dict[str, list[Finding]]:
    """Return what explains, by fingerprint, each formula that differs from its neighbours.

    Sums across that such a formula breaks are explained by it.
    """
    causes: dict[str, list[Finding]] = {}
    rows: dict[tuple[str | None, int], list[Finding]] = {}
    for finding in near.find_by_rule("ANG006"):
        known = near.find_at(finding.sheet or "", finding.cell or "")
        same = [other for other in known if other.code in KNOWING_RULES]
        if same:
            causes[finding.fingerprint] = same
        elif finding.position is not None:
            rows.setdefault((finding.sheet, finding.position[0]), []).append(finding)
    for finding in near.find_by_rule("RST012") if rows else ():
        if finding.position is None:
            continue
        parts = {place.cell for place in finding.related}
        beside = rows.get((finding.sheet, finding.position[0]), ())
        wrong = [other for other in beside if other.cell in parts or other.cell == finding.cell]
        if wrong:
            causes[finding.fingerprint] = wrong
    return causes
