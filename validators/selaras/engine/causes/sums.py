"""What explains a sum that does not hold.

It is the unit of its column, its own formula that adds the wrong rows, a pasted amount below it, a
row that stands twice or under the wrong code, an amount outside the tree or in another column, a
row that only another table has, a blank or negative amount below, or a broken sum one level down
that is off by as much.
"""

from __future__ import annotations

from typing import NamedTuple

from selaras.engine.causes.nearby import Surroundings
from selaras.model.row import Money, Row, RowKind, compute_rounding_off
from selaras.model.table import Table
from selaras.values.a1 import address
from selaras.values.finding import Finding
from selaras.values.kode_reading import Kode
from selaras.values.rupiah import strip_sign

#: Findings about a sum, and those about a row that keep it out of a sum or add it twice.
SUM_RULES = ("JML001", "JML002", "JML003", "JML004", "JML005")
FORMULA_RULES = ("ANG003", "ANG006")
#: Findings about an amount that is a sum across: of the years, of the quarters.
ACROSS_RULES = ("RST010", "RST012")
ROW_RULES = ("KOD001", "KOD002", "KOD003", "KOD010", "LBR005")


def explain_sums(near: Surroundings) -> dict[str, list[Finding]]:
    """Return, by the fingerprint of each broken sum that others explain, what explains it."""
    sums = [finding for finding in near.find_by_rule(*SUM_RULES) if finding.difference]
    if not sums:
        return {}
    known = _KnownFindings(near)
    causes: dict[str, list[Finding]] = {}
    for finding in sums:
        row = near.find_row(finding)
        if row is None or finding.column is None or finding.difference is None:
            continue
        sum_ = _BrokenSum(row, finding.column, finding.difference)
        cause = (
            near.find_money_unit(finding.sheet, finding.cell)
            or known.find_formula(sum_)
            or known.find_wrong_row(sum_)
            # A sum below that is off by exactly as much tells more than a copy that may be chance.
            or known.find_below(sum_)
            or known.find_copies(sum_)
            or known.find_shifted(sum_)
            or known.find_entries(sum_)
            or known.find_missing(sum_)
        )
        if cause:
            causes[finding.fingerprint] = cause
    return causes


class _BrokenSum(NamedTuple):
    """A sum that does not hold: the row above it, the money column, written minus recomputed."""

    row: Row
    key: str
    difference: Money


class _KnownFindings:
    """The findings by what they could explain, so that each sum looks at a few only."""

    def __init__(self, near: Surroundings) -> None:
        self._near = near
        self._formulas: dict[tuple[Row, str], Finding] = {}
        self._copies: dict[tuple[Table, str], list[tuple[Row, Finding]]] = {}
        self._rows: dict[Table, list[tuple[Row, Finding]]] = {}
        self._sums: dict[tuple[Table, Row | None, str], dict[Money, tuple[Row, Finding]]] = {}
        self._amounts: dict[tuple[Table, str], dict[Money, list[tuple[Row, Finding]]]] = {}
        #: Rows that only another table has, by the code above them.
        self._only_elsewhere: dict[Kode, list[tuple[Row, Finding]]] = {}
        for finding in near.find_by_rule(
            "JML008", *FORMULA_RULES, "TBL004", *ROW_RULES, *SUM_RULES
        ):
            row = near.find_row(finding)
            if row is None:
                continue
            table = row.table
            if finding.code == "JML008" and finding.column:
                self._copies.setdefault((table, finding.column), []).append((row, finding))
            elif finding.code in FORMULA_RULES and finding.column:
                if finding.code != "ANG006" or (row, finding.column) not in self._formulas:
                    self._formulas[row, finding.column] = finding
            elif finding.code == "TBL004" and row.kode is not None:
                if row.kode.parent is not None:
                    self._only_elsewhere.setdefault(row.kode.parent, []).append((row, finding))
            elif finding.code in ROW_RULES:
                self._rows.setdefault(table, []).append((row, finding))
            elif finding.code in SUM_RULES and finding.column and finding.difference:
                key = (table, row.parent, finding.column)
                if row.kind is not RowKind.TOTAL:
                    own = self._sums.setdefault(key, {})
                    own.setdefault(finding.difference, (row, finding))

    def find_formula(self, broken: _BrokenSum) -> list[Finding]:
        """Return the formula of the broken sum itself, where it adds the wrong rows."""
        found = self._formulas.get((broken.row, broken.key))
        return [found] if found else []

    def find_copies(self, broken: _BrokenSum) -> list[Finding]:
        """Return the pasted amounts that make the sum too large for what is written above it."""
        if broken.difference >= 0:
            return []
        found: list[tuple[int, Finding]] = []
        for pasted, finding in self._copies.get((broken.row.table, broken.key), ()):
            amount = pasted.amount(broken.key)
            if amount is None or pasted is broken.row or not _is_above(broken.row, pasted):
                continue
            if amount + broken.difference >= 0:
                found.append((pasted.row, finding))
        # From the top row down: its amount may stand below, in a sum of what it sums.
        return [finding for _, finding in sorted(found, key=lambda one: one[0])]

    def find_wrong_row(self, broken: _BrokenSum) -> list[Finding]:
        """Return the row whose code keeps its amount out of this sum, or brings it in too often."""
        table = broken.row.table
        by_amount = self._amounts.get((table, broken.key))
        if by_amount is None:
            by_amount = self._amounts[(table, broken.key)] = {}
            for wrong, finding in self._rows.get(table, ()):
                amount = wrong.amount_or_sum(broken.key)
                if amount:
                    by_amount.setdefault(strip_sign(amount), []).append((wrong, finding))
        for wrong, finding in by_amount.get(strip_sign(broken.difference), ()):
            total = broken.row.kind is RowKind.TOTAL
            inside = wrong.parent is (None if total else broken.row)
            if wrong is not broken.row and (broken.difference < 0) == inside:
                return [finding]
        return []

    def find_below(self, broken: _BrokenSum) -> list[Finding]:
        """Return the broken sum one level down that is off by the same amount the other way.

        Where amounts are rounded, it is about the same.
        """
        if broken.row.kind is RowKind.HEADING:
            return self._find_below_heading(broken)
        upper = None if broken.row.kind is RowKind.TOTAL else broken.row
        below = self._sums.get((broken.row.table, upper, broken.key), {})
        found = below.get(-broken.difference)
        if found is None and below and broken.row.table.columns[broken.key].scale > 1:
            parts = broken.row.table.roots() if upper is None else upper.children
            off = compute_rounding_off([broken.row, *parts], broken.key)
            near = (one for gap, one in below.items() if strip_sign(gap + broken.difference) <= off)
            found = next(near, None)
        return [found[1]] if found and found[0] is not broken.row else []

    def _find_below_heading(self, broken: _BrokenSum) -> list[Finding]:
        """Return the first broken sum below a section line that is off the other way: they have no
        row above them but by their place."""
        for (table, _, key), below in self._sums.items():
            if (table, key) == (broken.row.table, broken.key):
                found = below.get(-broken.difference)
                if found is not None and found[0].row > broken.row.row:
                    return [found[1]]
        return []

    def find_missing(self, broken: _BrokenSum) -> list[Finding]:
        """Return the row that only another table has, worth what is written above but not below."""
        if broken.difference <= 0 or broken.row.kode is None:
            return []
        for row, finding in self._only_elsewhere.get(broken.row.kode, ()):
            there = row.table is not broken.row.table and broken.key in row.table.columns
            if there and row.amount_or_sum(broken.key) == broken.difference:
                return [finding]
        return []

    def find_shifted(self, broken: _BrokenSum) -> list[Finding]:
        """Return what is found on the amount that stands beside its column, where one does."""
        if broken.difference <= 0:
            return []
        table = broken.row.table
        money = {column.first for column in table.money_columns}
        below = table.roots() if broken.row.kind is RowKind.TOTAL else broken.row.children
        for row in (*below, *broken.row.rincian):
            if row.amount(broken.key) is not None or row.is_unknown(broken.key):
                continue
            for column, value in table.sheet.grid.row(row.row):
                beside = column not in money and isinstance(value, float | int)
                if beside and value == broken.difference:
                    return list(self._near.find_at(table.sheet.name, address(row.row, column)))
        return []

    def find_entries(self, broken: _BrokenSum) -> list[Finding]:
        """Return what is found on an amount below that is blank, negative, or wrong by as much."""
        table, key = broken.row.table, broken.key
        below = table.roots() if broken.row.kind is RowKind.TOTAL else broken.row.children
        blank = [row for row in below if row.amount(key) is None and not row.is_unknown(key)]
        for row in below:
            amount = row.amount(key)
            for found in self._near.find_at(table.sheet.name, row.cell(key)):
                if amount is None and found.code == "IND005":
                    explains = broken.difference > 0 and len(blank) == 1
                elif amount is not None and found.code == "JML007":
                    explains = broken.difference == -2 * amount
                else:
                    explains = found.code in ACROSS_RULES and found.difference == -broken.difference
                if explains:
                    return [found]
        return []


def _is_above(upper: Row, lower: Row) -> bool:
    """Tell whether a row belongs, at any depth, to another; the total is above all."""
    if upper.kind is RowKind.TOTAL:
        return True
    row: Row | None = lower
    while row is not None:
        if row is upper:
            return True
        row = row.parent
    return False
