"""Find the levels of rows that nothing but their amounts tells: each sum follows its parts below.

Rows are read from top to bottom with the sums that are still open. Every reading in which all
branches are equally deep is followed at once, and those that break the fewest sums are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from selaras.recognise.levels_looks import Amounts

#: Readings followed at a time, rows read at most, levels at most.
BEAM = 40
MOST_LEVEL_ROWS = 200
MOST_LEVELS = 5
#: Of the sums of a reading at most this share may be broken.
BROKEN = 0.25
#: Where a sum is broken, the next best reading must explain so many sums less: one wrong amount
#: breaks two sums.
CLEAR_SUMS = 2


class _State(NamedTuple):
    """A reading of the rows so far: the open rows, what they lack, what is broken and held."""

    #: (place, remaining amount per column) of the open rows above, from the top.
    open: tuple[tuple[int, tuple[int | Decimal, ...]], ...]
    broken: int
    held: int
    depths: tuple[int, ...]


def read_sums(amounts: Sequence[Amounts], totals: Sequence[Amounts]) -> list[int | None] | None:
    """Return the depth of each row, 0 for the top; None where the amounts tell no reading.

    It takes more than one level, most sums held, and no other reading that explains about as
    many of them.
    """
    if not 2 < len(amounts) <= MOST_LEVEL_ROWS:
        return None
    full = [tuple(amount or 0 for amount in line) for line in amounts]
    if any(part < 0 for line in full for part in line):
        return None
    total = tuple(part or 0 for part in totals[-1]) if totals else None
    found: list[_State] = []
    for levels in range(2, MOST_LEVELS + 1):
        found += _read(full, levels, total)
    found.sort(key=lambda state: (state.broken - state.held, state.broken))
    if not found:
        return None
    best = found[0]
    if best.broken > BROKEN * (best.held + best.broken) or best.held < 2:
        return None
    if not _adds_up_several(best.depths):
        return None
    if best.broken and len(found) > 1:
        other = found[1]
        if best.held - best.broken < other.held - other.broken + CLEAR_SUMS:
            return None
    return list(best.depths)


def _adds_up_several(depths: Sequence[int]) -> bool:
    """Tell whether a row has several below it: that amounts are alike makes none a sum."""
    lasts: list[int] = []
    for depth in depths:
        if depth and len(lasts) > depth:
            return True
        del lasts[depth:]
        lasts.append(depth)
    return False


def _read(
    amounts: Sequence[tuple[int | Decimal, ...]],
    levels: int,
    total: tuple[int | Decimal, ...] | None,
) -> list[_State]:
    """Return the best readings in which every branch has so many levels."""
    states = [_State((), 0, 0, ())]
    for place, own in enumerate(amounts):
        following: dict[tuple[object, ...], _State] = {}
        for state in states:
            for depth in range(min(len(state.open) + 1, levels)):
                # A branch ends only at its lowest level.
                if depth < len(state.open) and len(state.open) < levels:
                    continue
                made = _step(state, place, own, depth, amounts)
                key = made.open
                old = following.get(key)
                if old is None or _cost(made) < _cost(old):
                    following[key] = made
        states = sorted(following.values(), key=_cost)[:BEAM]
    done = [_close(state, 0, amounts) for state in states if len(state.open) == levels]
    if total is not None:
        done = [_with_total(state, amounts, total) for state in done]
    unique = {state.depths: state for state in done}
    return sorted(unique.values(), key=_cost)[:3]


def _cost(state: _State) -> tuple[int, int]:
    return state.broken - state.held, state.broken


def _step(
    state: _State,
    place: int,
    own: tuple[int | Decimal, ...],
    depth: int,
    amounts: Sequence[tuple[int | Decimal, ...]],
) -> _State:
    """Return the reading with one more row at a depth."""
    closed = _close(state, depth, amounts)
    above = closed.open
    if above:
        last, lack = above[-1]
        lack = tuple(a - b for a, b in zip(lack, own, strict=True))
        above = (*above[:-1], (last, lack))
    return _State((*above, (place, own)), closed.broken, closed.held, (*closed.depths, depth))


def _close(state: _State, depth: int, amounts: Sequence[tuple[int | Decimal, ...]]) -> _State:
    """Return the reading with the open rows from a depth on judged: sums held, sums broken."""
    broken, held = state.broken, state.held
    # The lowest open row is one of the lowest level: nothing stands below it.
    for place, lack in state.open[depth:-1]:
        for own, left in zip(amounts[place], lack, strict=True):
            if left:
                broken += 1
            elif own:
                held += 1
    return _State(state.open[:depth], broken, held, state.depths)


def _with_total(
    state: _State, amounts: Sequence[tuple[int | Decimal, ...]], total: tuple[int | Decimal, ...]
) -> _State:
    tops = [line for line, depth in zip(amounts, state.depths, strict=True) if not depth]
    broken, held = state.broken, state.held
    for column, own in enumerate(total):
        if own:
            same = sum(line[column] for line in tops) == own
            held, broken = held + same, broken + (not same)
    return state._replace(broken=broken, held=held)
