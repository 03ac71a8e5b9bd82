"""How the cells of a formula cover the rows that it should add: missed, too many, twice.

Rows may be added at any level: a program is as well the sum of its kegiatan as of all its sub
kegiatan or of their rincian. Only what is certain is told: a row that stands among others of its
level, has a code of its own, and carries an amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.formulas.read import FormulaReading
from selaras.formulas.sum_tree import SumTree, find_rincian_owner, has_amount, has_pagu
from selaras.model.book import Position
from selaras.model.row import Money, Row, RowKind
from selaras.model.table import TableColumn
from selaras.reckon.sums import is_nested_sum


class Coverage(NamedTuple):
    """What is wrong with the cells that a formula adds."""

    #: Rows that are not counted, though rows beside them are.
    missing: list[Row]
    #: Rows that count twice: named twice, or below a row that is counted too.
    repeated: list[Row]
    #: Rows that belong elsewhere.
    outside: list[Row]
    #: Total rows.
    total: list[Row]
    #: Cells that are no amounts of a row in this column: heads, another money column.
    foreign: list[Position]
    #: Whether the formula counts its own cell.
    is_self_counted: bool
    #: Children that are counted, by themselves or by all or some of what is below them.
    covered: int

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong."""
        wrong = (self.missing, self.repeated, self.outside, self.total, self.foreign)
        return not self.is_self_counted and not any(wrong)


def is_exact(children: Sequence[Row], key: str, reading: FormulaReading) -> bool:
    """Tell whether a formula adds just the children, each once, as nearly all do."""
    counted = reading.cells
    return len(counted) == len(children) and all(
        counted.get(row.position(key)) == 1 for row in children
    )


def find_coverage(
    tree: SumTree, root: Row, children: Sequence[Row], column: TableColumn, reading: FormulaReading
) -> Coverage | None:
    """Return how a formula covers the children of a row; None when that is not certain.

    The root may be a total: then the children are the rows that it should be the sum of.
    """
    if reading.factors or reading.elsewhere:
        return None
    counted = _CountedCells(tree, root, children, column)
    for place, times in reading.cells.items():
        if not counted.add(place, times):
            return None
    return counted.build_coverage(reading)


class _CountedCells:
    """Sorts the cells of one formula by the rows that they stand in."""

    def __init__(
        self, tree: SumTree, root: Row, children: Sequence[Row], column: TableColumn
    ) -> None:
        self._tree, self._root, self._children = tree, root, children
        self._key, self._column = column.key, column
        self._above = set(children)
        self._inside: dict[Row, int] = {}
        self._touched: set[Row] = set()
        self._outside: list[Row] = []
        self._total: list[Row] = []
        self._foreign: list[Position] = []
        self._beside: list[Position] = []
        self._alone = False

    def add(self, place: Position, times: int) -> bool:
        """Count a cell; False when nothing certain can be said of the formula any more."""
        table = self._tree.table
        filled = _has_number(self._tree, place)
        if filled and times < 0:
            return False
        if place[1] != self._column.first:
            if filled:
                self._beside.append(place)
            return True
        row = table.row_at(place[0])
        if row is None:
            if filled and table.head_area.top <= place[0] <= table.head_area.bottom:
                self._foreign.append(place)
                return True
            return not filled
        owner = row.parent if row.kind in (RowKind.CONTINUATION, RowKind.SUM_BELOW) else row
        if owner is None or owner.position(self._key) != place:
            return True
        return self._add_row(owner, times, filled)

    def _add_row(self, row: Row, times: int, filled: bool) -> bool:
        if row is self._root:
            self._alone = True
        elif row.kind is RowKind.TOTAL:
            if filled:
                self._total.append(row)
        elif row.kind in (RowKind.MAIN, RowKind.RINCIAN):
            path = self._find_path(row)
            if path is not None:
                self._inside[row] = times
                self._touched.update(path)
            elif filled:
                self._outside.append(row)
        # A section may be the sum of what follows it, for all one knows.
        return not (filled and row.kind is RowKind.HEADING)

    def _find_path(self, row: Row) -> list[Row] | None:
        """Return the rows between a row and the root; None when it is not below."""
        path: list[Row] = []
        one: Row | None = row
        while one is not None:
            if one in self._above:
                return path + ([one] if one is not row else [])
            if one is not row:
                path.append(one)
            one = self._tree.find_parent(one)
        return None

    # What is wrong

    def build_coverage(self, reading: FormulaReading) -> Coverage | None:
        """Return what is wrong; None when nothing that the formula adds is known."""
        table, root = self._tree.table, self._root
        if not (self._inside or self._outside or self._total or self._alone):
            return None
        if reading.is_reference and not self._inside and not self._alone:
            return None
        for row, column in self._beside:
            key = table.key_at(column)
            money = any(known.key == key for known in table.money_columns)
            if not money or row == root.row or table.row_at(row) is None:
                return None
            self._foreign.append((row, column))
        missed: list[Row] = []
        # A constant may stand for what is missing.
        if not reading.constant:
            self._find_missed(self._children, missed, is_child=True)
        touched = self._touched | self._inside.keys()
        return Coverage(
            missing=self._keep_certain_rincian(missed),
            repeated=[row for row, times in self._inside.items() if self._is_repeated(row, times)],
            outside=[row for row in self._outside if self._is_certainly_outside(row)],
            total=self._total,
            foreign=self._foreign,
            is_self_counted=self._alone,
            covered=sum(row in touched for row in self._children),
        )

    def _is_repeated(self, row: Row, times: int) -> bool:
        if not _has_number(self._tree, row.position(self._key)):
            return False
        if times > 1:
            return True
        upper = self._tree.find_parent(row) if row not in self._above else None
        while upper is not None:
            if upper in self._inside and _has_number(self._tree, upper.position(self._key)):
                return True
            upper = self._tree.find_parent(upper) if upper not in self._above else None
        return False

    def _find_missed(self, rows: Sequence[Row], missed: list[Row], *, is_child: bool) -> None:
        """Collect the rows that are not counted, at the highest level at which others are."""
        for row in rows:
            if row in self._inside:
                continue
            if row in self._touched:
                self._find_missed(self._tree.find_children(row), missed, is_child=False)
            elif self._is_significant(row, is_child) and self._is_certain_child(row, rows):
                missed.append(row)

    def _is_significant(self, row: Row, is_child: bool) -> bool:
        """Tell whether it matters that a row is missed: a child even where its amount is 0."""
        if is_child and has_amount(row, self._key):
            return True
        return has_pagu(self._tree, row, self._key)

    def _is_certain_child(self, row: Row, siblings: Sequence[Row]) -> bool:
        """Tell whether a row is certainly one of those to add: its code and its place say so."""
        root = self._root
        if row.kind is RowKind.RINCIAN:
            return True
        if row.level is None or (row.kode is None and row.table.has_kodes):
            return False
        if any(other.level is not None and other.level < row.level for other in siblings):
            return False
        if row.kode is not None and sum(other.kode == row.kode for other in siblings) > 1:
            return False
        return root.kind is RowKind.TOTAL or self._tree.is_in_block(root, row.row)

    def _keep_certain_rincian(self, missed: list[Row]) -> list[Row]:
        """Drop missed rincian that may be the detail of another one that is counted."""
        owners = {owner for row in missed if (owner := find_rincian_owner(row)) is not None}
        unsure = {owner for owner in owners if not self._is_flat_rincian(owner)}
        return [row for row in missed if find_rincian_owner(row) not in unsure]

    def _is_flat_rincian(self, owner: Row) -> bool:
        total: Money = 0
        for row in owner.rincian:
            if row in self._inside:
                amount = row.amount(self._key)
                if amount is None and row.is_unknown(self._key):
                    return False
                total += amount or 0
        return not is_nested_sum(owner.rincian, self._column, total)

    def _is_certainly_outside(self, row: Row) -> bool:
        root, tree = self._root, self._tree
        if root.kind is RowKind.TOTAL:
            return True
        return not tree.is_in_block(root, row.row) and not tree.is_below(row, root)


def _has_number(tree: SumTree, place: Position) -> bool:
    """Tell whether a cell counts in a sum: a number other than 0, or one that is not known."""
    sheet = tree.table.sheet
    value = sheet.value(*place)
    if value is None or isinstance(value, str | bool):
        return place in sheet.uncalculated or place in sheet.errors
    return value != 0
