"""The formula that should stand in a cell: the plain sum of the rows below it.

It is proposed only where Excel gets the sum that Selaras gets. Selaras reads “400.000” typed as
text; SUM passes over it, and + turns it into 400 or an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from selaras.formulas.read import FormulaReading
from selaras.formulas.sum_tree import SumTree, has_amount, has_pagu
from selaras.model.book import Position
from selaras.model.row import Row
from selaras.values.a1 import address

#: More cells than this are not written one by one.
MOST_SINGLE_CELLS = 30
#: Excel takes no more arguments.
MOST_RANGES = 255
#: Longest formula that a message shows in full.
LONGEST_SHOWN = 60


def shorten_formula(formula: str) -> str:
    """Return a formula as messages show it, cut where it is long."""
    return formula if len(formula) <= LONGEST_SHOWN else formula[: LONGEST_SHOWN - 3] + "..."


class _ExcelCount(IntEnum):
    """How Excel counts a cell in a sum, compared with the amount that is read from it."""

    SAME = 0  #: as the same number; nothing for a blank
    ONLY_SUM = 1  #: as nothing in SUM, which is right, while + fails on it: a dash
    OTHER = 2  #: as another number, or it spoils the sum: an amount typed as text, an error


def build_sum_formula(
    tree: SumTree, children: Sequence[Row], key: str, old_reading: FormulaReading | None = None
) -> str | None:
    """Return the formula that adds up the children; None when there is no simple one.

    None, too, where Excel does not count what is to be added as it is read (`_count_in_excel`).
    Where the formula that stands there is a SUBTOTAL the new one is too, for a sum in its place
    would be counted by the subtotals above it.
    """
    ways = {
        row.position(key): _count_in_excel(row, key)
        for row in _find_added_rows(tree, children, key)
    }
    places = sorted(ways)
    if not places or len({column for _, column in places}) > 1:
        return None
    worst = max(ways.values())
    if worst is _ExcelCount.OTHER:
        return None
    runs = [_write_range(run) for run in _find_runs(places)]
    if old_reading is not None and any(
        term.way.startswith("subtotal") for term in old_reading.form.terms
    ):
        formulas = tree.table.sheet.formulas
        if len(runs) > 1 or any("SUBTOTAL" in formulas.get(place, "") for place in places):
            return None
        return f"=SUBTOTAL(9,{runs[0]})"
    plus = worst is _ExcelCount.SAME
    if len(places) == 1 and plus:
        return f"={runs[0]}"
    if len(runs) == 1:
        return f"=SUM({runs[0]})"
    if len(places) <= MOST_SINGLE_CELLS and plus:
        return "=" + "+".join(address(*place) for place in places)
    return f"=SUM({','.join(runs)})" if len(runs) <= MOST_RANGES else None


def is_counted_otherwise(tree: SumTree, children: Sequence[Row], key: str) -> bool:
    """Tell whether Excel would not count some amount of the children as it is read here."""
    return any(
        _count_in_excel(row, key) is _ExcelCount.OTHER
        for row in _find_added_rows(tree, children, key)
    )


def _find_added_rows(tree: SumTree, children: Sequence[Row], key: str) -> Iterator[Row]:
    """Yield the rows to add; where one is blank and those below it are not, they in its place."""
    for row in children:
        if not has_amount(row, key) and has_pagu(tree, row, key):
            yield from _find_added_rows(tree, tree.find_children(row), key)
        else:
            yield from (row, *row.parts)


def _count_in_excel(row: Row, key: str) -> _ExcelCount:
    sheet, place = row.table.sheet, row.position(key)
    if place in sheet.errors:
        return _ExcelCount.OTHER
    value = sheet.value(*place)
    if value is None:
        # A formula that shows nothing gives a text; one that was never reckoned will give a number.
        shown = place not in sheet.formulas or place in sheet.uncalculated
        return _ExcelCount.SAME if shown else _ExcelCount.ONLY_SUM
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _ExcelCount.SAME
    read = isinstance(value, str) and not row.amount(key) and not row.is_unknown(key)
    return _ExcelCount.ONLY_SUM if read else _ExcelCount.OTHER


def _find_runs(places: Sequence[Position]) -> Iterator[list[Position]]:
    """Yield runs of cells that touch."""
    run = [places[0]]
    for place in places[1:]:
        if place[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(place)
    yield run


def _write_range(run: Sequence[Position]) -> str:
    first, last = address(*run[0]), address(*run[-1])
    return first if first == last else f"{first}:{last}"
