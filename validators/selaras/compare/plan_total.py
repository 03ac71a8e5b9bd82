"""The total of T-C.31 beside that of the plan: what RKP006 and the comparison sheet say of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.compare.cells import Beda, off_in_rupiah, rupiah
from selaras.compare.review import RENJA
from selaras.model.row import Jenis, Row, Uang
from selaras.model.table import Table
from selaras.values.equality import are_equal
from selaras.values.finding import Place
from selaras.values.rupiah import mutlak


class Totals(NamedTuple):
    """The total of the funds needed, how it differs from the plan's, and where that stands."""

    row: Row
    #: In rupiah; None where they are equal within the tolerance, or one of them is not known.
    beda: Beda | None
    places: tuple[Place, ...]


def compare_totals(reviews: Sequence[Table], plans: Sequence[Table]) -> Totals | None:
    """Return the total of the one T-C.31 beside the plan's; None where there is none to compare."""
    totals = [row for review in reviews if (row := last_total(review, RENJA.uang))]
    if len(reviews) != 1 or not totals or not plans:
        return None
    return Totals(totals[0], *_compare(totals[0], plans))


def _compare(row: Row, plans: Sequence[Table]) -> tuple[Beda | None, tuple[Place, ...]]:
    total, (value, places) = rupiah(row, RENJA.uang), plan_total(plans)
    if total is None or value is None:
        return None, places
    rows = [(row, RENJA.uang), *((one, "pagu") for plan in plans for one in plan.puncak())]
    off = max(off_in_rupiah(one, key) for one, key in rows)
    allowed = max(row.table.toleransi, off * len(row.table.pokok))
    if are_equal(total, value, allowed=allowed) or _is_of_one(total, plans, allowed):
        return None, places
    return Beda(total, value), places


def last_total(table: Table, key: str) -> Row | None:
    """Return the last total of a table that has an amount."""
    rows = [row for row in table.rows_of_kind(Jenis.TOTAL) if rupiah(row, key) is not None]
    return rows[-1] if rows else None


def plan_total(plans: Sequence[Table]) -> tuple[Uang | None, tuple[Place, ...]]:
    """Return the total of the plan in rupiah and where it stands; without total row, of the top."""
    whole: Uang = 0
    places: list[Place] = []
    closed = {id(table) for plan in plans for table in plan.closes}
    for plan in plans:
        if id(plan) in closed:
            continue  # the total of another takes it in
        row = last_total(plan, "pagu") if "pagu" in plan.columns else None
        parts = [row] if row else plan.puncak() if not list(plan.rows_of_kind(Jenis.TOTAL)) else []
        amounts = [rupiah(part, "pagu", dari_bawah=True) for part in parts]
        if not amounts or None in amounts:
            return None, ()
        whole += sum(amount for amount in amounts if amount is not None)
        places += [part.place("pagu") for part in parts]
    return whole, tuple(places)


def _is_of_one(total: Uang, plans: Sequence[Table], allowed: Uang) -> bool:
    """Tell whether the total is that of one of several sheets: drafts of the same plan, say."""
    for plan in plans if len(plans) > 1 else ():
        value, _ = plan_total([plan])
        if value is not None and mutlak(total - value) <= allowed:
            return True
    return False
