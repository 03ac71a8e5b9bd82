"""What explains an amount that can be none: one in the rows below it that it is the sum of."""

from __future__ import annotations

from selaras.engine.causes.nearby import Surroundings
from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.values.finding import Finding


def explain_amounts(near: Surroundings) -> dict[str, list[Finding]]:
    """Return, by the fingerprint of each amount with cents or a sign that comes from below, the
    lowest cells that it comes from."""
    found = [(f, row) for f in near.find_by_rule("JML007") if (row := near.find_row(f)) is not None]
    if len(found) < 2:
        return {}
    below: dict[tuple[Row, str], list[tuple[Finding, Row]]] = {}
    tops: dict[tuple[Table, str], list[tuple[Finding, Row]]] = {}
    for finding, row in found:
        key = finding.column or ""
        above = row.parent
        if above is None and row.kind is not RowKind.TOTAL:
            tops.setdefault((row.table, key), []).append((finding, row))
        while above is not None:
            below.setdefault((above, key), []).append((finding, row))
            above = above.parent
    causes: dict[str, list[Finding]] = {}
    for finding, row in found:
        key = finding.column or ""
        if row.kind is RowKind.TOTAL:
            parts = tops.get((row.table, key), [])
        else:
            parts = below.get((row, key), [])
        written = row.amount(key)
        if written is None:
            continue
        same = [(f, r) for f, r in parts if _is_same_wrong(row, r, key)]
        lowest = [f for f, r in same if (r, key) not in below or r.kind is RowKind.TOTAL]
        if chosen := lowest or [f for f, _ in same]:
            causes[finding.fingerprint] = chosen
    return causes


def _is_same_wrong(row: Row, lower: Row, key: str) -> bool:
    """Tell whether what is wrong with a lower amount is what is wrong with the upper one."""
    one, other = row.read_money(key), lower.read_money(key)
    return one is not None and other is not None and one.fault is other.fault
