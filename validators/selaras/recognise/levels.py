"""Give the rows of a table without codes their levels: the reading under which most sums hold.

Formulas, numbers, words, type face and the sums themselves each propose a reading. Each is held
against the amounts: the one that explains most of them is taken; where two explain as much, the one
that people state most plainly (a formula before a number, a number before a word ...).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.recognise.levels_formula import read_formula_tree
from selaras.recognise.levels_looks import (
    Amounts,
    levels_of_codes,
    read_amounts,
    read_depths,
    read_look,
    read_program_blocks,
)
from selaras.recognise.levels_sums import read_sums
from selaras.values.kode_reading import Level

Levels = Sequence[Level | None]

_ORDER = tuple(Level)
_WORDS = (
    (re.compile(r"sub\W*kegiatan\b", re.IGNORECASE), Level.SUB_KEGIATAN),
    (re.compile(r"kegiatan\b", re.IGNORECASE), Level.KEGIATAN),
    (re.compile(r"program\b", re.IGNORECASE), Level.PROGRAM),
    (re.compile(r"bidang urusan\b", re.IGNORECASE), Level.BIDANG_URUSAN),
    (re.compile(r"(?:unsur|urusan)\b", re.IGNORECASE), Level.URUSAN),
)


def assign_levels(table: Table) -> None:
    """Set the level of every row of the hierarchy of a table without codes."""
    rows = table.main_rows
    if table.levels:
        # What stands above them is said in columns: they are all of the next level.
        lowest = max(column.level for column in table.levels)
        for row in rows:
            row.level = Level(min(lowest + 1, Level.SUB_KEGIATAN))
        return
    if not rows or not table.money_columns:
        return
    amounts = [read_amounts(table, row) for row in rows]
    totals = [read_amounts(table, row) for row in table.rows_of_kind(RowKind.TOTAL)]
    best: tuple[int, Levels] | None = None
    for levels, stated in _readings(table, rows, amounts, totals):
        held, broken = count_sums(levels, amounts, totals)
        score = held - broken
        if best is None or score > best[0]:
            best = score, levels
        if stated and best[0] > 0:
            break  # what people have stated outright needs no better sums than it has
        if held > 1 and not broken and None not in levels:
            break  # nothing is left to explain, and to look for sums alone takes long
    if best is not None:
        for row, level in zip(rows, best[1], strict=True):
            row.level = level


def _readings(
    table: Table, rows: Sequence[Row], amounts: Sequence[Amounts], totals: Sequence[Amounts]
) -> Iterator[tuple[Levels, bool]]:
    """Yield the readings, the most plainly stated first; and whether all rows are so stated."""
    formulas = _by_formulas(table, rows, amounts)
    if formulas is not None:
        yield formulas, True
    coded = levels_of_codes(table, rows)
    numbers = read_depths(table, rows) if coded is None else None
    if coded is not None:
        yield coded, len(set(coded)) > 1
    elif numbers is not None:
        top = min(numbers)
        levels = [_ORDER[min(depth - top + _PROGRAM, len(_ORDER) - 1)] for depth in numbers]
        yield levels, len(set(levels)) > 1
    words = [word_level(row.name) for row in rows]
    if all(words) and len(set(words)) > 1:
        yield words, True
    yield read_program_blocks(table, rows), False
    style = _by_style(table, rows)
    if style is not None:
        yield style, False
    depths = read_sums(amounts, totals)
    if depths is not None:
        yield _named(depths, rows), False


_PROGRAM = _ORDER.index(Level.PROGRAM)


def count_sums(
    levels: Levels, amounts: Sequence[Amounts], totals: Sequence[Amounts]
) -> tuple[int, int]:
    """Return how many sums hold under a reading, and how many do not; sums of 0 tell nothing."""
    width = len(amounts[0])
    counts = [0, 0]
    for column in range(width):
        below: dict[int, int | Decimal] = {}
        stack: list[int] = []
        parent: list[int] = [-1] * len(levels)
        for place, level in enumerate(levels):
            if level is None:
                continue
            while stack and _rank(levels[stack[-1]]) >= _rank(level):
                stack.pop()
            parent[place] = stack[-1] if stack else -1
            stack.append(place)
        # From the last row up: what stands below a row is known before the row is.
        for place in range(len(levels) - 1, -1, -1):
            if levels[place] is None:
                continue
            own, total = amounts[place][column], below.get(place)
            if own is not None and total is not None and (own or total):
                counts[own != total] += 1
            value = total if own is None else own
            if value is not None:
                below[parent[place]] = below.get(parent[place], 0) + value
        top = below.get(-1)
        for line in totals:
            if line[column] and top is not None:
                counts[line[column] != top] += 1
    held, broken = counts
    return held, broken


def _rank(level: Level | None) -> int:
    return -1 if level is None else _ORDER.index(level)


def word_level(name: str) -> Level | None:
    """Return the level that the first word of a name tells; None where it tells none."""
    text = name.lstrip(" \t0123456789.()-–*•")
    return next((level for words, level in _WORDS if words.match(text)), None)


# From depths to levels


def _named(depths: Sequence[int | None], rows: Sequence[Row]) -> list[Level | None]:
    """Return the levels of depths counted from the top, 0 and up.

    Rows that begin with "Program" say which depth theirs is; else the deepest are sub kegiatan,
    where there are three depths and more.
    """
    votes: Counter[int] = Counter()
    for depth, row in zip(depths, rows, strict=True):
        level = word_level(row.name)
        if depth is not None and level is not None and level >= Level.PROGRAM:
            votes[_ORDER.index(level) - depth] += 1
    deepest = max((depth for depth in depths if depth is not None), default=0)
    shift = len(_ORDER) - 1 - deepest if deepest > 2 else _PROGRAM
    if votes:
        shift = votes.most_common(1)[0][0]
    shift = max(0, min(shift, len(_ORDER) - 1 - min(deepest, len(_ORDER) - 1)))
    last = len(_ORDER) - 1
    return [None if depth is None else _ORDER[min(depth + shift, last)] for depth in depths]


# By style


def _by_style(table: Table, rows: Sequence[Row]) -> list[Level | None] | None:
    """Return the levels that the looks of the names tell; None where they are all alike.

    The looks come in the order of the levels, and none is left out on the way down.
    """
    looks = [read_look(table, row) for row in rows]
    order = list(dict.fromkeys(looks))
    if not 2 <= len(order) <= len(_ORDER):
        return None
    depths = [order.index(look) for look in looks]
    steps = pairwise(depths)
    if any(after > before + 1 for before, after in steps):
        return None
    return _named(depths, rows)


# By formulas


def _by_formulas(
    table: Table, rows: Sequence[Row], amounts: Sequence[Amounts]
) -> list[Level | None] | None:
    parents = read_formula_tree(table, rows)
    if parents is None:
        return None
    depths = _depths(parents)
    missing = [place for place, depth in enumerate(depths) if depth is None]
    _place_heads(depths, parents, amounts)
    lowest = min((depth for depth in depths if depth is not None), default=0)
    depths = [None if depth is None else depth - lowest for depth in depths]
    _place_others(table, rows, depths)
    levels = _named(depths, rows)
    for place in missing:
        level = word_level(rows[place].name)
        if level is not None and level >= Level.PROGRAM:
            levels[place] = level
    for place in _left_out(table, rows, parents):
        levels[place] = None
    return levels


def _left_out(table: Table, rows: Sequence[Row], parents: Sequence[int | None]) -> set[int]:
    """Return the hidden rows that no formula of a row in sight adds: left out on purpose."""
    hidden = table.sheet.hidden_rows
    tops = [_top(place, parents) for place in range(len(rows))]
    shown = {top for row, top in zip(rows, tops, strict=True) if row.row not in hidden}
    return {place for place, top in enumerate(tops) if top not in shown}


def _top(place: int, parents: Sequence[int | None]) -> int:
    while (above := parents[place]) is not None:
        place = above
    return place


def _depths(parents: Sequence[int | None]) -> list[int | None]:
    """Return how deep each row stands; None for one that no sum takes in and that adds nothing."""
    heights = [0] * len(parents)
    tops: list[int] = []
    chains: list[list[int]] = []
    for place in range(len(parents)):
        chain = [place]
        while (above := parents[chain[-1]]) is not None:
            chain.append(above)
        for height, one in enumerate(chain):
            heights[one] = max(heights[one], height)
        chains.append(chain)
        tops.append(chain[-1])
    starts = _start_depths(heights, tops)
    return [
        None if not heights[top] else starts[top] + len(chain) - 1
        for top, chain in zip(tops, chains, strict=True)
    ]


def _start_depths(heights: Sequence[int], tops: Sequence[int]) -> dict[int, int]:
    """Return the depth of each top: 0, or lower where a typed amount stands above it.

    A top with fewer levels below it than others may as well have lost a formula further down.
    """
    highest = max(heights[top] for top in tops)
    starts: dict[int, int] = {}
    lowered = False
    for place in sorted(set(tops)):
        if heights[place]:
            typed_above = place > 0 and tops[place - 1] == place - 1 and not heights[place - 1]
            lowered = heights[place] < highest and (lowered or typed_above)
            starts[place] = highest - heights[place] if lowered else 0
    return starts


def _place_heads(
    depths: list[int | None], parents: Sequence[int | None], amounts: Sequence[Amounts]
) -> None:
    """Place typed amounts above the sums that follow them: as others do, or as most add up."""
    tops = {place for place, above in enumerate(parents) if above is None}
    for place in range(len(depths) - 1):
        below = depths[place + 1]
        if depths[place] is None and below and place + 1 in tops:
            depths[place] = below - 1  # other sums of that depth stand below one
    heads = [
        place
        for place in range(len(depths) - 1)
        if depths[place] is None and depths[place + 1] == 0
    ]
    held = broken = 0
    for head in heads:
        run = []
        for place in range(head + 1, len(depths)):
            if depths[place] is None and place + 1 < len(depths) and depths[place + 1] == 0:
                break
            if place in tops and depths[place] == 0:
                run.append(place)
        for column, own in enumerate(amounts[head]):
            total = sum(amounts[place][column] or 0 for place in run)
            if own:
                held, broken = held + (own == total), broken + (own != total)
    if held > broken:
        for head in heads:
            depths[head] = -1


def _place_others(table: Table, rows: Sequence[Row], depths: list[int | None]) -> None:
    """Place the rows that no formula speaks of: by their look, else by their neighbours.

    Next to a row of the lowest level stands another one; below a higher one, a part of it.
    """
    missing = [place for place, depth in enumerate(depths) if depth is None]
    if not missing:
        return
    known: dict[tuple[bool, bool, int, int], set[int]] = {}
    for row, depth in zip(rows, depths, strict=True):
        if depth is not None:
            known.setdefault(read_look(table, row), set()).add(depth)
    deepest = max(depth for depth in depths if depth is not None)
    for place in missing:
        alike = known.get(read_look(table, rows[place]), set())
        before = depths[place - 1] if place else None
        if len(alike) == 1:
            depths[place] = next(iter(alike))
        elif before is not None:
            depths[place] = min(before + 1, deepest)
        elif not place:
            depths[place] = 0
