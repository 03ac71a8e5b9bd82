"""Find codes that contradict the place of their rows where the amounts say that the place is right.

A sub kegiatan whose code names another kegiatan, but whose amount is part of the kegiatan that it
stands under and not of the one it names, has a mistyped code. So has a kegiatan that is the sum of
rows below it that all name one kegiatan which has no row. The tree then follows the place, and the
row keeps the code that it most likely should have.
"""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.row import Money, Row, compute_rounding_off
from selaras.model.table import TableColumn
from selaras.values.equality import are_equal
from selaras.values.kode_reading import Kode


def follow_places(rows: Sequence[Row]) -> None:
    """Link rows with mistyped codes to the row that they stand under, and set their likely code.

    The rows are linked by their codes already. The lowest come first: a kegiatan that has its rows
    again is then held against its program, whose sum is no more burdened with them.
    """
    strangers = _find_strangers(rows)
    for above, block in sorted(strangers, key=lambda one: -_width(one[0])):
        own = _code_of_block(above, block, rows)
        if own is not None:
            _move(above, block)
            above.likely = own
            _follow_code(above, rows)
            continue
        # What a likely code has brought back to its place stands right.
        left = [row for row in block if row.parent is not above]
        if left and _belongs(above, left):
            _move(above, left)
            for row in left:
                row.likely = _code_under(above, row)


def _code_under(above: Row, row: Row) -> Kode:
    """Return the code that a row should have under the one that it stands under.

    It keeps its number, but where that is out of order there and only one other is not.
    """
    assert above.placed_kode is not None
    assert row.kode is not None
    parts = (*above.placed_kode.parts, *row.kode.parts[len(above.placed_kode.parts) :])
    beside = [
        (one.row, one.placed_kode.parts[-1])
        for one in above.children
        if one is not row and one.placed_kode is not None and one.level == row.level
    ]
    before = max((number for place, number in beside if place < row.row), default=0)
    after = min((number for place, number in beside if place > row.row), default=0)
    if after == before + 2 and parts[-1] != before + 1:
        parts = (*parts[:-1], before + 1)
    likely = Kode(parts)
    likely.sub_width = row.kode.sub_width
    return likely


def _code_of_block(above: Row, block: Sequence[Row], rows: Sequence[Row]) -> Kode | None:
    """Return the code that a row should have for the rows below it, all of which name it.

    No other row has that code, and the row is their sum. One row alone, with none below it, may be
    mistyped as well: then the code must also fit where the row stands, as the written one does not.
    """
    named = {_name_parent(row) for row in block}
    if len(named) > 1 or above.children or not _lacks_parent(block[0]) or not adds_up(above, block):
        return None
    code = next(iter(named))
    saying = sum(row.kode is not None and row.kode.parts[: len(code)] == code for row in rows)
    return Kode(code) if saying > 1 or _fits_better(above, code, rows) else None


def _fits_better(row: Row, code: tuple[int, ...], rows: Sequence[Row]) -> bool:
    """Tell whether a code fits the place of a row among the others, and its own code does not."""
    assert row.kode is not None
    own = row.kode.parts
    others = [one for one in rows if one is not row and _width(one) == len(own)]
    before = next((one for one in reversed(others) if one.row < row.row), None)
    after = next((one for one in others if one.row > row.row), None)

    def fits(parts: tuple[int, ...]) -> bool:
        return not (
            (before is not None and before.kode is not None and before.kode.parts >= parts)
            or (after is not None and after.kode is not None and after.kode.parts <= parts)
        )

    return fits(code) and not fits(own)


def _follow_code(row: Row, rows: Sequence[Row]) -> None:
    """Link a row to the nearest one above that its likely code names as its parent."""
    assert row.likely is not None
    parent = row.likely.parent
    named = [one for one in rows if one.placed_kode == parent and parent is not None]
    if named:
        _move(next((one for one in reversed(named) if one.row < row.row), named[0]), [row])


def _find_strangers(rows: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """Return the rows that stand under a row one level up which their code does not name."""
    found: dict[Row, list[Row]] = {}
    stack: list[Row] = []
    for row in rows:
        if row.kode is None:
            continue
        code = row.kode.parts
        while stack and _width(stack[-1]) >= len(code):
            stack.pop()
        if stack and row.parent is not stack[-1] and stack[-1].unit in (None, row.unit):
            above = stack[-1]
            assert above.kode is not None
            upper = above.kode.parts
            next_level = above.kode.level + 1 == row.kode.level
            # X.XX stands for any bidang.
            if next_level and code[: len(upper)] != upper and code[0] and upper[0]:
                found.setdefault(above, []).append(row)
        stack.append(row)
    return list(found.items())


def _width(row: Row) -> int:
    return len(row.kode.parts) if row.kode is not None else 0


def _name_parent(row: Row) -> tuple[int, ...]:
    assert row.kode is not None
    above = row.kode.parent
    return above.parts if above is not None else ()


def _lacks_parent(row: Row) -> bool:
    """Tell whether the row that a code names as its parent is not in the table."""
    assert row.kode is not None
    return row.parent is None or row.parent.kode is None or row.parent.kode != row.kode.parent


def _belongs(above: Row, block: Sequence[Row]) -> bool:
    """Tell whether the amounts say that rows are part of the one that they stand under.

    It must be their sum, with those that belong to it by their code, and not the sum of these
    alone; and the row that a code names must be right without it.
    """
    if not adds_up(above, [*above.children, *block]) or (
        above.children and adds_up(above, above.children)
    ):
        return False
    moved = set(block)
    for row in block:
        named = row.parent
        if named is not None and not _lacks_parent(row):
            rest = [one for one in named.children if one not in moved]
            if not rest or not adds_up(named, rest):
                return False
    return True


def adds_up(above: Row, below: Sequence[Row]) -> bool:
    """Tell whether an amount is the sum of rows in every column that tells, and in one at least."""
    told = tell_sums(above, below)
    return False not in told and True in told


def tell_sums(above: Row, below: Sequence[Row]) -> list[bool | None]:
    """Return of each column whether an amount is the sum of rows; None where it does not tell."""
    return [_tells(above, below, column) for column in above.table.money_columns]


def _tells(above: Row, below: Sequence[Row], column: TableColumn) -> bool | None:
    key = column.key
    if above.is_unknown(key) or any(row.is_unknown(key) for row in below):
        return None
    written = above.amount(key)
    parts = [amount for row in below if (amount := row.amount_or_sum(key)) is not None]
    total: Money = sum(parts)
    if written is None or not (written or total):
        return None
    off = max(compute_rounding_off([above], key), compute_rounding_off(below, key))
    return are_equal(written, total, allowed=off)


def _move(above: Row, block: Sequence[Row]) -> None:
    """Link rows to the one that they stand under, in place of that which their code names."""
    moved = set(block)
    for row in block:
        if row.parent is not None:
            row.parent.children = [one for one in row.parent.children if one not in moved]
        row.parent = above
    kept = (row for row in above.children if row not in moved)
    above.children = sorted([*kept, *block], key=lambda row: row.row)
