"""The total of T-C.31 beside that of the plan: what RKP006 and the comparison sheet say of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.compare.cells import AmountMismatch, compute_off_in_rupiah, read_in_rupiah
from selaras.compare.review import RENJA
from selaras.model.row import Money, Row, RowKind
from selaras.model.table import Table
from selaras.values.equality import are_equal
from selaras.values.finding import Place
from selaras.values.rupiah import strip_sign


class Totals(NamedTuple):
    """The total of the funds needed, how it differs from the plan's, and where that stands."""

    row: Row
    #: In rupiah; None where they are equal within the tolerance, or one of them is not known.
    mismatch: AmountMismatch | None
    places: tuple[Place, ...]


def compare_totals(reviews: Sequence[Table], plans: Sequence[Table]) -> Totals | None:
    """Return the total of the one T-C.31 beside the plan's; None where there is none to compare."""
    totals = [row for review in reviews if (row := find_last_total(review, RENJA.money_key))]
    if len(reviews) != 1 or not totals or not plans:
        return None
    return Totals(totals[0], *_compare(totals[0], plans))


def _compare(row: Row, plans: Sequence[Table]) -> tuple[AmountMismatch | None, tuple[Place, ...]]:
    total, (value, places) = read_in_rupiah(row, RENJA.money_key), sum_plan(plans)
    if total is None or value is None:
        return None, places
    rows = [(row, RENJA.money_key), *((one, "pagu") for plan in plans for one in plan.roots())]
    off = max(compute_off_in_rupiah(one, key) for one, key in rows)
    allowed = max(row.table.tolerance, off * len(row.table.main_rows))
    if are_equal(total, value, allowed=allowed) or _is_of_one(total, plans, allowed):
        return None, places
    return AmountMismatch(total, value), places


def find_last_total(table: Table, key: str) -> Row | None:
    """Return the last total of a table that has an amount."""
    rows = [
        row for row in table.rows_of_kind(RowKind.TOTAL) if read_in_rupiah(row, key) is not None
    ]
    return rows[-1] if rows else None


def sum_plan(plans: Sequence[Table]) -> tuple[Money | None, tuple[Place, ...]]:
    """Return the total of the plan in rupiah and where it stands; without total row, of the top."""
    whole: Money = 0
    places: list[Place] = []
    closed = {table for plan in plans for table in plan.closes}
    for plan in plans:
        if plan in closed:
            continue  # the total of another takes it in
        row = find_last_total(plan, "pagu") if "pagu" in plan.columns else None
        parts = [row] if row else plan.roots() if not list(plan.rows_of_kind(RowKind.TOTAL)) else []
        amounts = [read_in_rupiah(part, "pagu", from_below=True) for part in parts]
        if not amounts or None in amounts:
            return None, ()
        whole += sum(amount for amount in amounts if amount is not None)
        places += [part.place("pagu") for part in parts]
    return whole, tuple(places)


def _is_of_one(total: Money, plans: Sequence[Table], allowed: Money) -> bool:
    """Tell whether the total is that of one of several sheets: drafts of the same plan, say."""
    for plan in plans if len(plans) > 1 else ():
        value, _ = sum_plan([plan])
        if value is not None and strip_sign(total - value) <= allowed:
            return True
    return False
