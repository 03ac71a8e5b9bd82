"""Formulas that differ from their neighbours, over a whole sheet, whatever stands on it.

A formula that reckons within its row is a copy of those above and below it in rows of its kind; one
that adds the rows below it is a copy of those left and right of it, whose ranges are as long as the
block is. Only the odd one out is told, where nearly all others agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from selaras.formulas.arithmetic import evaluate, number_at
from selaras.formulas.relative import Relative, pattern_key, read_relative
from selaras.formulas.tokens import read_reference, split_tokens
from selaras.model.book import Position, Sheet
from selaras.values.a1 import Area
from selaras.values.equality import are_equal

#: Neighbours that must agree, at least, and their share.
FEWEST_ALIKE = 3
ALIKE_SHARE = 0.75
#: How far above and below neighbours are looked for, in rows of the same kind.
WINDOW = 5
#: A pattern that is there more often than this share is a kind of its own, no slip.
RARE = 0.1
#: A formula of quite another make is told only where so many agree, and so great a share.
MANY_ALIKE = 8
NEARLY_ALL = 0.9
#: Pieces in which a formula with a slip differs from its neighbours: "+500000", "/1331", a cell.
SLIP = 4
#: Numbers in a formula that define what it is; any other is an assumption that may be another.
_DEFINING = frozenset({"0", "1", "100", "1000", "1000000"})
_CONSTANT = re.compile(r"=[\d\s.+\-*/()%]+", re.ASCII)


class Deviation(NamedTuple):
    """A cell that its neighbours' pattern does not fit."""

    place: Position
    #: What its neighbours' pattern is there.
    expected: str
    #: Those that follow the pattern, the nearest first, and how many cells were compared.
    followers: tuple[Position, ...]
    compared: int
    #: Whether the neighbours are those left and right.
    along: bool
    #: Whether a number is typed there.
    typed: bool
    #: What the pattern amounts to there; None where that cannot be told.
    value: Decimal | None


def deviations(sheet: Sheet) -> Iterator[Deviation]:
    """Yield the cells that differ from their neighbours; in linear time."""
    if len(sheet.formulas) > FEWEST_ALIKE:
        found = _Neighbours(sheet)
        yield from found.along_rows()
        yield from found.down_columns()


class _Reader:
    """Reads each pattern once, however many cells hold it."""

    def __init__(self) -> None:
        self._seen: dict[str, _Pattern | None] = {}
        self._known: dict[Relative, _Pattern] = {}
        self._above: dict[int, _Pattern] = {}
        self._left: tuple[int, _Pattern] | None = None

    def pattern(self, formula: str, place: Position) -> _Pattern | None:
        """Return the pattern of a cell's formula; None where it has none."""
        row, column = place
        # Nearly every formula is the copy of the one above it or left of it.
        above = self._above.get(column)
        if above is not None and above.text(row, column) == formula:
            self._left = row, above
            return above
        if self._left is not None and self._left[0] == row:
            left = self._left[1]
            if left is not above and left.text(row, column) == formula:
                self._above[column] = left
                return left
        found = self._read(formula, place)
        if found is not None:
            self._above[column] = found
            self._left = row, found
        return found

    def _read(self, formula: str, place: Position) -> _Pattern | None:
        key = pattern_key(formula, *place)
        if key is None:
            return None
        if key not in self._seen:
            read = read_relative(formula, *place)
            found = None if read is None else self._known.setdefault(read, _Pattern(read))
            self._seen[key] = found
        return self._seen[key]


class _Pattern:
    """A pattern, whether it is vertical, and its text in each column with %d for the rows."""

    def __init__(self, relative: Relative) -> None:
        self.relative = relative
        self.vertical = relative.vertical
        self.sums = bool(relative.functions) or not relative.numbers
        self._texts: dict[int, tuple[str, tuple[int, ...]] | None] = {}

    def text(self, row: int, column: int) -> str | None:
        """Return the formula of this pattern in a cell, quickly; None where it cannot be told."""
        if column not in self._texts:
            self._texts[column] = self.relative.template(column)
        known = self._texts[column]
        if known is None:
            return None
        text, downs = known
        return text % tuple([row + down for down in downs])


class _Neighbours:
    """The formulas of a sheet by pattern, row and column."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._across: dict[int, dict[int, Relative]] = {}
        self._down: dict[int, dict[int, Relative]] = {}
        #: Rows with a sum of others: rows of another kind than those that are summed.
        self._sums: set[int] = set()
        read = _Reader()
        for place, formula in sheet.formulas.items():
            known = read.pattern(formula, place)
            if known is None:
                continue
            row, column = place
            if known.vertical:
                self._across.setdefault(row, {})[column] = known.relative
                if known.sums:
                    self._sums.add(row)
            else:
                self._down.setdefault(column, {})[row] = known.relative

    # Left and right

    def along_rows(self) -> Iterator[Deviation]:
        """Yield the sums that add other rows than the sums beside them."""
        for row, patterns in self._across.items():
            if len(patterns) < FEWEST_ALIKE:
                continue
            for found in self._families(patterns):
                yield from self._along(row, found)

    @staticmethod
    def _families(patterns: dict[int, Relative]) -> Iterable[dict[int, Relative]]:
        """Return the formulas of a row apart that sum, that average, that only add."""
        first = next(iter(patterns.values()))
        if all(pattern is first for pattern in patterns.values()):
            return [patterns]
        families: dict[frozenset[str], dict[int, Relative]] = {}
        for column, pattern in patterns.items():
            families.setdefault(pattern.functions - {"SUM("}, {})[column] = pattern
        return families.values()

    def _along(self, row: int, patterns: dict[int, Relative]) -> Iterator[Deviation]:
        counts = Counter(patterns.values()).most_common(2)
        pattern, count = counts[0]
        if count < FEWEST_ALIKE or (len(counts) > 1 and counts[1][1] == count):
            return
        clear = count >= ALIKE_SHARE * len(patterns)
        followers = [column for column, other in patterns.items() if other is pattern]
        for column, other in patterns.items():
            if other is pattern:
                continue
            place = row, column
            # A column of its own kind may add other rows: units without packages, say.
            fewest = 0 if count > FEWEST_ALIKE else 1
            fits = clear and self._fits(column, row, fewest)
            if not fits and not self._twice(place, other, pattern):
                continue
            found = self._deviation(
                place, pattern, [(row, one) for one in followers], len(patterns)
            )
            if found is not None and self._matters(place, other, found):
                yield found
        if clear:
            yield from self._typed_along(row, pattern, followers)

    def _typed_along(
        self, row: int, pattern: Relative, followers: Sequence[int]
    ) -> Iterator[Deviation]:
        for column in self._agreement:
            place = row, column
            if place in self._sheet.formulas or number_at(self._sheet, *place) is None:
                continue
            if not self._fits(column, row, FEWEST_ALIKE) or _assumes(pattern):
                continue
            found = self._deviation(
                place, pattern, [(row, one) for one in followers], len(followers) + 1, typed=True
            )
            if found is not None and self._stands_for(found):
                yield found

    @cached_property
    def _agreement(self) -> dict[int, list[int]]:
        """By column, in how many rows its sum is the one of most, and in how many it is none."""
        found: dict[int, list[int]] = {}
        for patterns in self._across.values():
            (pattern, count), *_ = Counter(patterns.values()).most_common(1)
            if count < FEWEST_ALIKE:
                continue
            for column, other in patterns.items():
                known = found.setdefault(column, [0, 0])
                known[other is not pattern] += 1
        return found

    def _fits(self, column: int, row: int, fewest: int = 0) -> bool:
        """Tell whether a column elsewhere goes with the others: it is one of their kind."""
        agrees, differs = self._agreement.get(column, (0, 0))
        if column in self._across[row]:
            differs = max(differs - 1, 0)
        return agrees >= fewest and agrees >= ALIKE_SHARE * (agrees + differs)

    def _twice(self, place: Position, formula: Relative, pattern: Relative) -> bool:
        """Tell whether a sum takes in what the sum above it adds beside it: it counts twice."""
        own, right = self._rows(formula, place), self._rows(pattern, place)
        row, column = place
        for above in self._users.get(place, ()):
            beside = self._rows(self._across[above][column], (above, column)) - {row}
            if beside & own and not beside & right:
                return True
        return False

    @cached_property
    def _users(self) -> dict[Position, list[int]]:
        """By cell, the rows of the sums of its column that add it by name."""
        users: dict[Position, list[int]] = {}
        for row, patterns in self._across.items():
            for column, pattern in patterns.items():
                if len(pattern.pieces) < 2:
                    continue
                for piece in pattern.pieces:
                    if piece[0] == "R" and ":" not in piece:
                        for below in self._rows(Relative((piece,)), (row, column)):
                            users.setdefault((below, column), []).append(row)
        return users

    @staticmethod
    def _rows(pattern: Relative, place: Position) -> set[int]:
        """Return the rows that a pattern looks at in a cell."""
        rows: set[int] = set()
        for area in _areas(pattern.at(*place) or "="):
            rows.update(range(area.top, area.bottom + 1))
        return rows

    def _matters(self, place: Position, formula: Relative, found: Deviation) -> bool:
        """Tell whether a sum with other rows is a slip: they count, and are not left out hidden."""
        pattern = read_relative(found.expected, *place)
        if pattern is None:
            return False
        rows = self._rows(formula, place) ^ self._rows(pattern, place)
        if rows and rows <= self._sheet.hidden_rows:
            return False
        own = number_at(self._sheet, *place)
        if own is None or found.value is None:
            return _is_slip(formula, pattern)
        return differs(own, found.value)

    # Above and below

    def down_columns(self) -> Iterator[Deviation]:
        """Yield the formulas that reckon otherwise than those above and below in like rows."""
        for column, patterns in self._down.items():
            if len(patterns) < FEWEST_ALIKE + 1:
                continue
            for sums in (False, True):
                alike = {row: one for row, one in patterns.items() if (row in self._sums) is sums}
                if len(alike) > FEWEST_ALIKE:
                    yield from self._along_column(column, alike, sums)

    def _along_column(
        self, column: int, patterns: dict[int, Relative], sums: bool
    ) -> Iterator[Deviation]:
        counts = Counter(patterns.values())
        cells: dict[int, Relative | None] = dict(patterns)
        typed = self._typed_in(column, patterns, sums)
        if len(typed) <= max(1, int(RARE * len(patterns))):
            cells.update(dict.fromkeys(typed))
        order = sorted(cells)
        most = max(1, int(RARE * len(patterns)))
        for at, row in enumerate(order):
            own = cells[row]
            if own is not None and counts[own] > most:
                continue
            above, below = order[max(at - WINDOW, 0) : at], order[at + 1 : at + 1 + WINDOW]
            near = Counter(one for r in (*above, *below) if (one := cells[r]) is not None)
            if not near:
                continue
            pattern, count = near.most_common(1)[0]
            if count < max(FEWEST_ALIKE, ALIKE_SHARE * (len(above) + len(below))) or pattern is own:
                continue
            # The first and the last row of a table begin and end what the others go on with.
            if not any(cells[r] is pattern for r in above[-2:]) or not any(
                cells[r] is pattern for r in below[:2]
            ):
                continue
            place = row, column
            followers = [(r, column) for r in (*above, *below) if cells[r] is pattern]
            compared = len(above) + len(below) + 1
            found = self._deviation(place, pattern, followers, compared, typed=own is None)
            if found is None:
                continue
            if own is None:
                if not _assumes(pattern) and self._stands_for(found):
                    yield found
            elif self._is_odd(place, own, pattern, found, counts, len(patterns)):
                yield found

    def _is_odd(
        self,
        place: Position,
        own: Relative,
        pattern: Relative,
        found: Deviation,
        counts: Counter[Relative],
        total: int,
    ) -> bool:
        if _is_slip(own, pattern):
            return True
        if counts[own] > 1 or counts[pattern] < max(MANY_ALIKE, NEARLY_ALL * total):
            return False
        if _assumes(pattern):
            return False
        value = number_at(self._sheet, *place)
        return value is not None and found.value is not None and differs(value, found.value)

    def _typed_in(self, column: int, patterns: dict[int, Relative], sums: bool) -> list[int]:
        """Return the rows of a kind in which a number is typed where formulas stand around it."""
        sheet, first, last = self._sheet, min(patterns), max(patterns)
        rows = range(first, last + 1)
        values = sheet.grid.column(column, rows)
        return [
            row
            for row, value in zip(rows, values, strict=True)
            if isinstance(value, int | float)
            and not isinstance(value, bool)
            and row not in patterns
            and row not in sheet.hidden_rows
            and (row in self._sums) is sums
            and _is_typed(sheet.formulas.get((row, column)))
            and not _numbers_columns(sheet, row, column)
        ]

    # Both

    def _stands_for(self, found: Deviation) -> bool:
        """Tell whether a typed number stands for what the pattern gives; 0 for 0 does not."""
        own = number_at(self._sheet, *found.place)
        return found.value is not None and bool(found.value or own)

    def _deviation(
        self,
        place: Position,
        pattern: Relative,
        followers: Sequence[Position],
        compared: int,
        *,
        typed: bool = False,
    ) -> Deviation | None:
        """Return what is to be told of a cell; None where nothing is certain."""
        sheet = self._sheet
        if place in sheet.errors or place in sheet.uncalculated:
            return None
        expected = pattern.at(*place)
        if expected is None or _plain(expected) == _plain(sheet.formulas.get(place, "")):
            return None
        areas = list(_areas(expected))
        if not any(_has_number(sheet, area) for area in areas):
            return None
        row, column = place
        nearest = sorted(followers, key=lambda one: abs(one[0] - row) + abs(one[1] - column))
        along = nearest[0][0] == row
        value = evaluate(expected, sheet)
        return Deviation(place, expected, tuple(nearest), compared, along, typed, value)


def differs(one: Decimal, other: Decimal) -> bool:
    """Tell whether a stored result is another than what was reckoned."""
    return not are_equal(one, other)


def _is_slip(own: Relative, pattern: Relative) -> bool:
    """Tell whether a formula is the pattern with one reference, term or number amiss."""
    left, right = own.pieces, pattern.pieces
    rest = len(left) - len(right)
    if 0 < rest <= SLIP and any(left[at : at + len(right)] == right for at in range(rest + 1)):
        return True  # what is glued on to it, brackets and all
    short = min(len(left), len(right))
    start = 0
    while start < short and left[start] == right[start]:
        start += 1
    end = 0
    while end < short - start and left[-1 - end] == right[-1 - end]:
        end += 1
    ours, theirs = left[start : len(left) - end], right[start : len(right) - end]
    if max(len(ours), len(theirs)) > SLIP or start + end < 1:
        return False
    # Another rate is another assumption: 1.05 beside 1.1.
    numbers = [piece[0].isdigit() for piece in (*ours, *theirs)]
    return not (all(numbers) and ours and theirs and _assumes(pattern))


def _assumes(pattern: Relative) -> bool:
    return any(number not in _DEFINING for number in pattern.numbers)


def _is_typed(formula: str | None) -> bool:
    return formula is None or _CONSTANT.fullmatch(formula) is not None


def _numbers_columns(sheet: Sheet, row: int, column: int) -> bool:
    """Tell whether a row numbers the columns: 1, 2, 3 ..."""
    own = number_at(sheet, row, column)
    beside = [number_at(sheet, row, column - 1), number_at(sheet, row, column + 1)]
    steps = [abs(other - own) for other in beside if other is not None and own is not None]
    return bool(steps) and all(step == 1 for step in steps)


def _plain(formula: str) -> str:
    """Return a formula without what makes no difference to one cell."""
    return formula.replace("$", "").replace(" ", "").replace("_xlfn.", "").upper()


def _areas(formula: str) -> Iterator[Area]:
    for kind, text in split_tokens(formula) or ():
        if kind == "rujukan":
            found = read_reference(text)
            if found is not None:
                yield found.area


def _has_number(sheet: Sheet, area: Area) -> bool:
    return any(
        number_at(sheet, row, column)
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    )
