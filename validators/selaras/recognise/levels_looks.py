"""Read the levels of rows without codes by numbering, style, and which reading adds up.

Tables of allocations name a program (numbered), its kegiatan and their sub kegiatan one below the
other, and nothing but type face tells kegiatan from sub kegiatan. The sums do: a kegiatan is
followed by the sub kegiatan that add up to it, and the kegiatan add up to the program.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.kode_reading import Level, read_leading_kode

K = TypeVar("K", bound=Hashable)

#: A row of amounts, one per money column; None where the cell has none.
Amounts = tuple[int | Decimal | None, ...]
#: How many partial readings of a block are followed at a time, and how long a block may be.
MOST_READINGS = 40
LONGEST_BLOCK = 150
#: How many additions the search for a reading in which every sum holds may take.
MOST_ADDITIONS = 100_000

_ITEM_NUMBER = re.compile(r"\(?(\d{1,3})[.)]?\)?")
_NESTED_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?")
_ROMAN = re.compile(r"[IVX]{1,5}[.)]?")
_LETTER = re.compile(r"[A-Za-z][.)]?")
_LEVELS = (Level.PROGRAM, Level.KEGIATAN, Level.SUB_KEGIATAN)


def read_program_blocks(table: Table, rows: Sequence[Row]) -> list[Level | None]:
    """Return the levels of rows of which programs are told by a number, a word or their look."""
    found: list[Level | None] = []
    blocks = _split_at_programs(table, rows)
    style = _find_style_levels(table, blocks)
    for block in blocks:
        found.append(Level.PROGRAM)
        found.extend(_choose_levels(table, block[0], block[1:], style))
    return found


def _read_number(table: Table, row: Row) -> str:
    if "no" not in table.columns:
        return ""
    value = table.sheet.value(*row.position("no"))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = "" if value is None else str(value).strip()
    return "" if text in ("-", "–") else text


def levels_of_codes(table: Table, rows: Sequence[Row]) -> list[Level] | None:
    """Return the levels of rows that all have a code in their column "No"; None for any others."""
    found: list[Level] = []
    for row in rows:
        # A code before a name: numbering (1, 1.1, 1.1.1) is none.
        read = read_leading_kode(f"{_read_number(table, row)} Nama")
        if read is None or read[0].kode is None:
            return None
        found.append(read[0].kode.level)
    return found


def read_depths(table: Table, rows: Sequence[Row]) -> list[int] | None:
    """Return the depth of each row where the numbering tells all of them (1, 1.1, 1.1.1; A, 1, a).

    None where it does not, as when only programs are numbered.
    """
    texts = [_read_number(table, row) for row in rows]
    if not all(texts):
        return None
    if any(_NESTED_NUMBER.fullmatch(text) for text in texts):
        return [text.strip(".").count(".") for text in texts]
    order: list[str] = []
    depth: list[int] = []
    for text in texts:
        kind = _find_number_kind(text)
        if not kind:
            return None
        if kind not in order:
            order.append(kind)
        depth.append(order.index(kind))
    return depth


def _find_number_kind(text: str) -> str:
    """Return the kind of a number: figures, Roman, letters, each with "1)" apart from "1."."""
    mark = ")" if text.endswith(")") else ""
    if _ITEM_NUMBER.fullmatch(text):
        return f"angka{mark}"
    if _ROMAN.fullmatch(text):
        return f"romawi{mark}"
    if _LETTER.fullmatch(text):
        return f"{'besar' if text[0].isupper() else 'kecil'}{mark}"
    return ""


def _split_at_programs(table: Table, rows: Sequence[Row]) -> list[list[Row]]:
    """Split the rows at the programs: numbered ones, else those whose name says so."""
    numbered = [bool(_read_number(table, row)) for row in rows]
    if not any(numbered) or (all(numbered) and len(rows) > 1):
        # A number in every row tells no level.
        numbered = [row.name.casefold().startswith("program") for row in rows]
    if not any(numbered):
        first = read_look(table, rows[0])
        numbered = [read_look(table, row) == first for row in rows]
    blocks: list[list[Row]] = []
    for row, begins in zip(rows, numbered, strict=True):
        if begins or not blocks:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def read_look(table: Table, row: Row) -> tuple[bool, bool, int, int]:
    """Return what the name's look says of the level: bold, italic, indent, leading blanks."""
    position = row.position("nama")
    style = table.sheet.style(*position)
    value = table.sheet.value(*position)
    text = value if isinstance(value, str) else ""
    return style.bold, style.italic, style.indent + position[1], len(text) - len(text.lstrip())


def read_amounts(table: Table, row: Row) -> Amounts:
    """Return what a row says in each money column, from left to right; None for nothing."""
    return tuple(row.amount(column.key) for column in table.money_columns)


def _find_style_levels(
    table: Table, blocks: Sequence[Sequence[Row]]
) -> dict[tuple[bool, bool, int, int], Level]:
    """Return what each style means, as far as blocks that add up exactly agree on it."""
    votes: dict[tuple[bool, bool, int, int], set[Level]] = {}
    first: set[tuple[bool, bool, int, int]] = set()
    for block in blocks:
        below = block[1:]
        if not below:
            continue
        first.add(read_look(table, below[0]))
        levels = read_exact_levels(
            read_amounts(table, block[0]), [read_amounts(table, row) for row in below]
        )
        if levels is None:
            continue
        for row, level in zip(below, levels, strict=True):
            votes.setdefault(read_look(table, row), set()).add(level)
    settled = {style: next(iter(levels)) for style, levels in votes.items() if len(levels) == 1}
    if len(settled) == len(votes) and set(settled.values()) == set(_LEVELS[1:]):
        return settled
    # The first row under a program is a kegiatan; another look under it is a sub kegiatan.
    styles = {read_look(table, row) for block in blocks for row in block[1:]}
    if len(first) == 1 and len(styles) == 2:
        kegiatan = next(iter(first))
        return {
            style: Level.KEGIATAN if style == kegiatan else Level.SUB_KEGIATAN for style in styles
        }
    return {}


def _choose_levels(
    table: Table,
    program: Row,
    below: Sequence[Row],
    style: dict[tuple[bool, bool, int, int], Level],
) -> Sequence[Level | None]:
    """Return the levels of the rows under one program; None where they cannot be told."""
    if style and below:
        looks = [read_look(table, row) for row in below]
        if all(look in style for look in looks) and style[looks[0]] is Level.KEGIATAN:
            return [style[look] for look in looks]
    amounts = read_amounts(table, program)
    rows = [read_amounts(table, row) for row in below]
    exact = read_exact_levels(amounts, rows)
    if exact is not None:
        return exact
    if len(rows) > LONGEST_BLOCK:
        return [None] * len(rows)
    reading = read_block_levels(amounts, rows)
    if reading is None:
        return []
    levels, cost = reading
    kegiatan = sum(1 for level in levels if level is Level.KEGIATAN)
    # Where most sums would be broken the reading is a guess, and a guess must accuse nobody.
    return levels if cost <= 0.5 * (kegiatan + 1) + 1 else [None] * len(rows)


def read_exact_levels(program: Amounts, rows: Sequence[Amounts]) -> list[Level] | None:
    """Return the levels under which every sum holds, at every level; None if there are none.

    The search goes from kegiatan to kegiatan; where one may end at several rows (amounts of zero)
    it comes back and tries the next.
    """
    target = _fill_amounts(program)
    amounts = [_fill_amounts(row) for row in rows]
    if not amounts:
        return [] if not any(target) else None
    added: FullAmounts = tuple(0 for _ in target)
    budget = [MOST_ADDITIONS]
    #: For each kegiatan on the way: where it begins, the sum up to it, and where it may end yet.
    path: list[tuple[int, FullAmounts, Iterator[int]]] = [
        (0, added, _find_ends(amounts, 0, budget))
    ]
    while path:
        start, added, ends = path[-1]
        end = next(ends, None)
        if end is None:
            path.pop()
            continue
        total = _add_amounts(added, amounts[start])
        if end < len(amounts):
            path.append((end, total, _find_ends(amounts, end, budget)))
        elif total == target:
            begins = {place for place, _, _ in path}
            return [
                Level.KEGIATAN if place in begins else Level.SUB_KEGIATAN
                for place in range(len(amounts))
            ]
    return None


def _find_ends(amounts: Sequence[FullAmounts], start: int, budget: list[int]) -> Iterator[int]:
    """Yield the rows before which the sub kegiatan of a kegiatan may end with its sum held.

    The budget of additions is shared by the whole search; when it is spent nothing more is found.
    """
    own = amounts[start]
    running: FullAmounts = tuple(0 for _ in own)
    for end in range(start + 1, len(amounts)):
        budget[0] -= 1
        if budget[0] < 0:
            return
        running = _add_amounts(running, amounts[end])
        if any(part > whole for part, whole in zip(running, own, strict=True)):
            return
        if running == own:
            yield end + 1


FullAmounts = tuple[int | Decimal, ...]


def _fill_amounts(amounts: Amounts) -> FullAmounts:
    return tuple(amount or 0 for amount in amounts)


def _add_amounts(one: FullAmounts, other: FullAmounts) -> FullAmounts:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def read_block_levels(
    program: Amounts, rows: Sequence[Amounts]
) -> tuple[list[Level], float] | None:
    """Return the levels that make most sums hold under one program, and how much does not hold.

    Each kegiatan takes the rows up to the next kegiatan as its sub kegiatan. None for no rows.
    """
    if not rows:
        return None
    # A state is where the next kegiatan begins and what the kegiatan so far add up to.
    states: dict[tuple[int, Amounts], tuple[float, tuple[int, ...]]] = {
        (0, tuple(0 for _ in program)): (0.0, ())
    }
    done: dict[Amounts, tuple[float, tuple[int, ...]]] = {}
    for start in range(len(rows)):
        here = {key: value for key, value in states.items() if key[0] == start}
        for (_, total), (cost, starts) in sorted(here.items(), key=lambda item: item[1][0])[
            :MOST_READINGS
        ]:
            added = tuple(
                a + (b or 0) if a is not None else None
                for a, b in zip(total, rows[start], strict=True)
            )
            running: list[int | Decimal | None] = [None] * len(program)
            for end in range(start + 1, len(rows) + 1):
                if end > start + 1:
                    running = [
                        b if a is None else a if b is None else a + b
                        for a, b in zip(running, rows[end - 1], strict=True)
                    ]
                step = cost + _compute_cost(rows[start], running, alone=end == start + 1)
                path = (*starts, start)
                if end == len(rows):
                    _keep_cheaper(done, added, step, path)
                else:
                    _keep_cheaper(states, (end, added), step, path)
    if not done:
        return None
    wholes = [
        (cost + _compute_cost(program, total, alone=False), len(starts), starts)
        for total, (cost, starts) in done.items()
    ]
    whole, _, begins = min(wholes, key=lambda one: one[:2])
    levels = [
        Level.KEGIATAN if index in begins else Level.SUB_KEGIATAN for index in range(len(rows))
    ]
    return levels, whole


def _keep_cheaper(
    known: dict[K, tuple[float, tuple[int, ...]]], key: K, cost: float, path: tuple[int, ...]
) -> None:
    """Keep a way to a state where it costs less than the one that is known."""
    old = known.get(key)
    if old is None or cost < old[0]:
        known[key] = (cost, path)


def _compute_cost(parent: Amounts, below: Sequence[int | Decimal | None], *, alone: bool) -> float:
    """Return what is wrong with a sum: 1 and more per column that does not hold, else 0."""
    if alone:
        return 0.5
    cost = 0.0
    for written, total in zip(parent, below, strict=True):
        if written is None or total is None or written == total:
            continue
        one, other = float(written), float(total)
        off = abs(one - other) / max(abs(one), abs(other), 1.0)
        cost += 1.0 + off
    return cost
