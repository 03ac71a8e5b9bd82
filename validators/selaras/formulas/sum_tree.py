"""The tree of a table as formulas add it up: page breaks mended, rincian as the lowest children."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.reckon.sums import merge_repeats
from selaras.values.kode_reading import Level


class SumTree:
    """Which rows add up to which, in every money column alike."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._main_rows: Sequence[Row] = table.main_rows
        # Only where a page break repeats rows does the tree differ from the rows' own.
        self._children: dict[Row, Sequence[Row]] = {}
        self._parents: dict[Row, Row] = {}
        families = merge_repeats(table, table.main_rows) if table.row_kinds.has_repeats else []
        if families and len(families) < len(table.main_rows):
            self._main_rows = [family.row for family in families]
            for row, below in families:
                self._children[row] = below
                self._parents.update((child, row) for child in below)
        self._roots: list[Row] | None = None
        self._program: list[Row] | None = None
        self._block_ends: dict[Row, int] | None = None

    def find_children(self, row: Row) -> Sequence[Row]:
        """Return the rows that a row is the sum of: one level down, else its rincian."""
        below = self._children.get(row, row.children) if self._children else row.children
        return below or row.rincian

    def find_parent(self, row: Row) -> Row | None:
        """Return the row that this one is a part of."""
        return self._parents.get(row, row.parent)

    def find_roots(self) -> list[Row]:
        """Return the rows that nothing stands above."""
        if self._roots is None:
            families = merge_repeats(self.table, self.table.roots())
            self._roots = [family.row for family in families]
        return self._roots

    def find_programs(self) -> list[Row]:
        """Return the rows of the programs."""
        if self._program is None:
            self._program = [row for row in self._main_rows if row.level is Level.PROGRAM]
        return self._program

    def find_summed(self) -> Iterator[tuple[Row, Sequence[Row]]]:
        """Yield each row of the hierarchy that has children of one kind, with them."""
        for row in self._main_rows:
            if not (row.children or row.rincian or self._children):  # nearly every row
                continue
            below = self.find_children(row)
            if below and not (row.rincian and below is not row.rincian):
                yield row, below

    def is_in_block(self, row: Row, number: int) -> bool:
        """Tell whether a sheet row stands below a row and above the next one of its level."""
        if self._block_ends is None:
            self._block_ends = _find_block_ends(self._main_rows)
        return row.row < number < self._block_ends[row]

    def is_below(self, row: Row, above: Row) -> bool:
        """Tell whether a row may belong below another, by the tree or by its code."""
        one: Row | None = row
        while one is not None:
            if one is above:
                return True
            if above.kode is not None and one.kode is not None:
                upper = above.kode.parts
                if one.kode.parts[: len(upper)] == upper:
                    return True
            one = self.find_parent(one)
        return False


def _find_block_ends(rows: Sequence[Row]) -> dict[Row, int]:
    """Return for each row the sheet row at which its block ends."""
    ends: dict[Row, int] = {}
    open_rows: list[Row] = []
    for row in rows:
        if row.level is None:
            continue
        while open_rows and (open_rows[-1].level or 0) >= row.level:
            ends[open_rows.pop()] = row.row
        open_rows.append(row)
    last = rows[-1].table.bottom + 1 if rows else 0
    ends.update((row, last) for row in open_rows)
    ends.update((row, row.row) for row in rows if row.level is None)
    return ends


def has_amount(row: Row, key: str) -> bool:
    """Tell whether an amount stands in the row, be it one that cannot be known."""
    return row.amount(key) is not None or row.is_unknown(key)


def has_pagu(tree: SumTree, row: Row, key: str) -> bool:
    """Tell whether a row or one below it has an amount other than 0."""
    if has_amount(row, key):
        return row.amount(key) != 0
    return any(has_pagu(tree, child, key) for child in tree.find_children(row))


def find_rincian_owner(row: Row) -> Row | None:
    """Return the row whose rincian this one is."""
    return row.parent if row.kind is RowKind.RINCIAN else None
