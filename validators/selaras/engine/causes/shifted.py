"""What explains amounts that differ or do not add up: that they moved, all for one reason."""

from __future__ import annotations

from selaras.compare.shifted import is_shift, list_shifted_places
from selaras.engine.causes.nearby import Surroundings
from selaras.engine.causes.sums import SUM_RULES
from selaras.model.row import RowKind
from selaras.values.finding import Finding, Place

#: The rules that tell of a shift, of which other findings on its cells are the consequences.
SHIFTS = ("TBL001", "RKP004")


def explain_shifted(near: Surroundings) -> dict[str, list[Finding]]:
    """Return the shift that explains each finding on a cell that moved, or on a sum of such."""
    cells: dict[Place, Finding] = {}
    for finding in near.find_by_rule(*SHIFTS):
        if is_shift(finding):
            for place in list_shifted_places(finding):
                cells.setdefault(place, finding)
    causes: dict[str, list[Finding]] = {}
    for finding in near.find_by_rule(*SHIFTS, *SUM_RULES) if cells else ():
        if finding.code in SHIFTS and is_shift(finding):
            continue
        lead = cells.get(Place(finding.sheet or "", finding.cell or ""))
        row, key = near.find_row(finding), finding.column or ""
        if lead is None and row is not None and finding.code in SUM_RULES and key:
            parts = row.table.roots() if row.kind is RowKind.TOTAL else row.children
            lead = next((found for part in parts if (found := cells.get(part.place(key)))), None)
        if lead is not None:
            causes[finding.fingerprint] = [lead]
    return causes
