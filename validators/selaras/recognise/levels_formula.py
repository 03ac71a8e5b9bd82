"""Read the tree of a table without codes off its formulas: what a sum adds stands below it.

A formula may be wrong itself. Every money column says the same of the same rows, so a row belongs
to the sum that takes it in most of its columns; a sum over all rows, whatever their level, gives
way to the sums within it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from selaras.model.row import Row, RowKind
from selaras.model.table import Table

#: A sum takes in another one's rows where it has this share of them.
WITHIN = 0.75
#: The tree is told by formulas where this share of the rows with amounts has a part in them.
COVERED = 0.5


def read_formula_tree(table: Table, rows: Sequence[Row]) -> list[int | None] | None:
    """Return, for each row, the row (its place) that its formulas put it below; None for a root.

    None in place of the list where too few rows have a part in a sum.
    """
    if not table.sheet.formulas:
        return None
    # What a total adds stands at the top, and so below no sum that takes it in by mistake.
    totals = list(table.rows_of_kind(RowKind.TOTAL))
    claims, formulas = _claims(table, [*rows, *totals])
    count = len(rows)
    involved = {
        place
        for parent, taken in claims.items()
        if parent < count
        for place in (parent, *taken)
        if place < count
    }
    amounts = [row for row in rows if any(row.amount(c.key) for c in table.money_columns)]
    if not involved or len(involved) < COVERED * len(amounts):
        return None
    parents = _Parents(claims, formulas).read(count + len(totals))[:count]
    return [None if above is None or above >= count else above for above in parents]


def _claims(table: Table, rows: Sequence[Row]) -> tuple[dict[int, Counter[int]], dict[int, int]]:
    """Return which rows the sums of each row add, in how many columns; and how many sums it has."""
    from selaras.formulas.read import FormulaReader

    reader = FormulaReader(table.sheet)
    claims: dict[int, Counter[int]] = defaultdict(Counter)
    sums: Counter[int] = Counter()
    for column in table.money_columns:
        places = {row.position(column.key): place for place, row in enumerate(rows)}
        for position, place in places.items():
            formula = table.sheet.formulas.get(position)
            read = reader.read(formula) if formula is not None else None
            if (
                read is None
                or read.factors
                or read.elsewhere
                or min(read.cells.values(), default=0) < 0
            ):
                continue
            if any(cell[1] != column.first for cell in read.cells):
                continue  # it adds up columns, not rows
            taken = {places[cell] for cell in read.cells if cell in places} - {place}
            if not taken or (read.is_reference and taken != {place + 1}):
                continue
            claims[place].update(taken)
            sums[place] += 1
    return dict(claims), sums


class _Parents:
    """Chooses for each row the sum that it belongs to."""

    def __init__(self, claims: dict[int, Counter[int]], sums: dict[int, int]) -> None:
        self._claims = claims
        self._sums = sums
        self._heights: dict[int, int] = {}
        self._claimed_by: dict[int, list[int]] = defaultdict(list)
        for parent, taken in claims.items():
            for child in taken:
                self._claimed_by[child].append(parent)

    def read(self, count: int) -> list[int | None]:
        """Return the parent of each of so many rows; None for a root."""
        around = self._around()
        parents: list[int | None] = [None] * count
        for child in range(count):
            claimers = self._claimed_by.get(child, [])
            direct = [one for one in claimers if not self._passes_over(one, child)]
            # Only sums that take in what this one takes in say what stands above it.
            choice = direct or around.get(child, [])
            ranked = sorted(choice, key=lambda parent: self._rank(parent, child))
            parents[child] = next(
                (one for one in ranked if not _is_below(one, child, parents)), None
            )
        self._add_forgotten(parents)
        return parents

    def _add_forgotten(self, parents: list[int | None]) -> None:
        """Put a row that a sum leaves out among rows of its kind below that sum: it forgot the row.

        A row between a sum and one of its own stands below that sum, if it is such a sum as those.
        """
        own: dict[int, list[int]] = defaultdict(list)
        for child, parent in enumerate(parents):
            if parent is not None:
                own[parent].append(child)
        spans = sorted(
            (max(parent, *below) - min(parent, *below), min(parent, *below), parent)
            for parent, below in own.items()
        )
        usual = {parent: self._find_usual_height(below) for parent, below in own.items()}
        for row, known in enumerate(parents):
            if known is not None or row not in self._claims:
                continue
            height = self._height(row)
            for width, start, parent in spans:
                is_inside = start < row < start + width and height == usual[parent]
                if is_inside and not _is_below(parent, row, parents):
                    parents[row] = parent
                    break

    def _find_usual_height(self, rows: Sequence[int]) -> int:
        return Counter(map(self._height, rows)).most_common(1)[0][0]

    def _share(self, parent: int, child: int) -> float:
        return self._claims[parent][child] / self._sums[parent]

    def _rank(self, parent: int, child: int) -> tuple[float, bool, bool, int, int]:
        others = [other for other in self._claims[parent] if other != child]
        fits = not others or self._height(child) == self._find_usual_height(others)
        share = self._share(parent, child) if child in self._claims[parent] else 1.0
        # A sum that reaches one row too far does so at its end.
        is_among = bool(others) and min(others) < child < max(others)
        return -share, not fits, not is_among, len(self._claims[parent]), abs(parent - child)

    def _height(self, row: int, above: frozenset[int] = frozenset()) -> int:
        """Return how many levels of sums stand below a row: 0 for one that adds nothing."""
        if row in self._heights:
            return self._heights[row]
        below = [
            child
            for child in self._claims.get(row, ())
            if child not in above and self._share(row, child) > 0.5
        ]
        height = 1 + max(self._height(child, above | {row}) for child in below) if below else 0
        if not above:
            self._heights[row] = height
        return height

    def _passes_over(self, parent: int, child: int) -> bool:
        """Tell whether a sum takes a row in only since it takes in all rows of a sum below it."""
        return any(
            other != parent and self._takes_in(parent, other) for other in self._claimed_by[child]
        )

    def _takes_in(self, parent: int, other: int) -> bool:
        wide, narrow = self._claims[parent], self._claims[other]
        if parent in narrow or len(narrow) >= len(wide):
            return False
        return sum(one in wide for one in narrow) >= WITHIN * len(narrow)

    def _around(self) -> dict[int, list[int]]:
        """Return for each sum those that take in its rows, though they do not name it."""
        found: dict[int, list[int]] = {}
        for other, taken in self._claims.items():
            near = {wide for child in taken for wide in self._claimed_by[child]} - {other}
            found[other] = [wide for wide in near if self._takes_in(wide, other)]
        return found


def _is_below(row: int, upper: int, parents: Sequence[int | None]) -> bool:
    """Tell whether a row is another one or stands below it."""
    one: int | None = row
    while one is not None:
        if one == upper:
            return True
        one = parents[one]
    return False
