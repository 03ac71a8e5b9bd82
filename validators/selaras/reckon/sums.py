"""What the sum rules share: recomputing a sum, comparing it with what is written, and saying so.

A broken sum is an error, so every doubt counts for the document: an amount that cannot be read
leaves the sum unknown, and where people lay out a table in more than one way, any reading in which
the sum holds is taken for the one that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from selaras.model.row import Money, Row, RowKind, Sum, add_up, compute_rounding_off
from selaras.model.table import Table, TableColumn
from selaras.model.unit import Unit
from selaras.reckon.shown import read_format_decimals
from selaras.reckon.sum_words import (
    build_childless_finding,
    build_sum_finding,
    name_subject,
    say_children_sum,
)
from selaras.values.equality import are_equal
from selaras.values.finding import Finding
from selaras.values.fold import fold
from selaras.values.kode_reading import Level
from selaras.values.rupiah import MoneyReading, strip_sign

#: A blank amount is a gap where this share of the level's rows carry one.
COMMON_FILLED = 2 / 3
#: Amounts below a row are missed where this share of the level's rows, and so many, have some.
COMMON_WITH_CHILDREN = 0.8
FEWEST_WITH_CHILDREN = 3
#: Sums of nested items that are followed at a time.
MOST_SUMS = 500


# Amounts


def find_unusual_money(table: Table, column: TableColumn) -> Iterator[tuple[Row, MoneyReading]]:
    """Yield each cell of a money column that holds anything but a plain whole number, once.

    The row is the one that the amount belongs to, where it stands on a continuation row.
    """
    key = column.key
    for row in map(table.rows.__getitem__, table.not_whole[key]):
        owner = row
        shared = row.kind in (RowKind.CONTINUATION, RowKind.SUM_BELOW)
        if shared and row.parent and row.parent.position(key) == (row.row, row.position(key)[1]):
            owner = row.parent
        reading = owner.read_money(key)
        if reading is not None:
            yield owner, reading


def is_sum_written(row: Row, column: TableColumn, sum_: Sum) -> bool:
    """Tell whether the written amount is the recomputed one, within the tolerance of the table."""
    return _is_sum(row, column, sum_.value, sum_.rows)


def _is_sum(row: Row, column: TableColumn, total: Money, rows: Sequence[Row]) -> bool:
    """Tell whether a row says the sum of the amounts of rows."""
    written = row.amount(column.key)
    if written is None:
        return False
    if written == total:
        return True
    allowed: Money = row.table.tolerance
    if column.scale > 1:
        # Amounts in thousands are rounded row by row: each may be off by its last digit.
        off = max(compute_rounding_off([row], column.key), compute_rounding_off(rows, column.key))
        allowed = max(Decimal(allowed) / column.scale, off)
    whole = isinstance(written, int) and isinstance(total, int)
    return are_equal(
        written, total, None if whole else read_format_decimals(row, column.key), allowed
    )


# The rows of one level against those below


def is_repeat(before: Row, row: Row, *, consecutive: bool = False) -> bool:
    """Tell whether a row with the code of an earlier one only goes on with it.

    On a new page people repeat the program and kegiatan that go on there: the same name or none,
    no amounts. Directly below (`consecutive`) a further indicator may repeat all but itself.
    """
    if fold(_strip_continuation(row.name)) not in ("", fold(_strip_continuation(before.name))):
        return False
    own, other = fold(row.text("indikator")), fold(before.text("indikator"))
    if _has_pagu(row):
        return consecutive and bool(own) and bool(other) and own != other
    return not own or own != other


def _has_pagu(row: Row) -> bool:
    return any(
        row.amount(column.key) is not None or row.is_unknown(column.key)
        for column in row.table.money_columns
    )


def _has_same_pagu(before: Row, row: Row) -> bool:
    """Tell whether a row has the amounts of another; blank is as good as the same."""
    return all(
        row.amount(column.key) in (None, before.amount(column.key))
        for column in row.table.money_columns
    )


def _strip_continuation(name: str) -> str:
    text = name.strip(" .()[]")
    for word in ("lanjutan", "sambungan", "lanj"):
        if text.casefold().endswith(word):
            return text[: -len(word)].rstrip(" .,()[]-–")
    return text


class _Family(NamedTuple):
    """A row and all rows one level down, those after a page break too."""

    row: Row
    children: Sequence[Row]


def merge_repeats(table: Table, rows: Sequence[Row]) -> list[_Family]:
    """Return the rows with those below them, repeats merged into the row that they repeat."""
    repeats = _find_repeats(table)
    if not repeats:
        return [_Family(row, row.children) for row in rows]
    below: dict[Row, list[Row]] = {}
    kept: list[Row] = []
    for row in rows:
        first = repeats.get(row, row)
        if first is row:
            kept.append(row)
        below.setdefault(first, []).extend(one for one in row.children if one not in repeats)
    return [_Family(row, below[row]) for row in kept]


def _find_repeats(table: Table) -> dict[Row, Row]:
    """Return the rows that only repeat a row further up, with that row.

    A row that stands twice with one amount, each time above other rows, is one row for the sums.
    """
    if not table.row_kinds.has_repeats:
        return {}
    first: dict[tuple[Unit | None, tuple[int, ...]], Row] = {}
    found: dict[Row, Row] = {}
    last: Row | None = None
    above: tuple[Unit | None, tuple[int, ...]] | None = None
    for row in table.main_rows:
        if row.kode is None:
            continue
        code = row.unit, row.kode.parts
        near = code == above
        before = last if near else first.setdefault(code, row) if row.children else None
        if near and row.children:
            first.setdefault(code, found.get(last, last) if last else row)
        last, above = row, code
        if before is None or before is row:
            continue
        before = found.get(before, before)
        again = is_repeat(before, row, consecutive=near) and _has_same_pagu(before, row)
        if again or (not near and _is_shared_out(before, row)):
            found[row] = before
    return found


def _is_shared_out(before: Row, row: Row) -> bool:
    """Tell whether the rows below one code are shared out over two rows that say the same."""
    same = fold(_strip_continuation(row.name)) == fold(_strip_continuation(before.name))
    if not same or not _has_same_pagu(before, row):
        return False
    codes = {child.kode for child in before.children}
    return not any(child.kode in codes for child in row.children)


def check_level_sums(
    table: Table, level: Level, *, can_be_blank: bool = False
) -> Iterator[Finding]:
    """Yield a finding for each row of a level whose amount is not the sum of what is below it.

    A blank amount counts where most rows of the level carry one, unless `can_be_blank`; then 0 is
    as good as blank. Where an amount below cannot be known (an error, a text) the sum cannot
    either, and nothing is said.
    """
    rows = table.rows_at(level)
    yield from check_sums_below(table, level)
    columns = _find_unsure_columns(table, rows)
    if not columns:
        return
    families = [family for family in merge_repeats(table, rows) if family.children]
    foreign = _find_mixed_bidang(table)
    for column in columns:
        yield from _check_column(families, column, foreign, can_be_blank)


def _check_column(
    families: Sequence[_Family], column: TableColumn, foreign: list[Row], can_be_blank: bool
) -> Iterator[Finding]:
    key = column.key
    sums = [(row, children, add_up(children, key)) for row, children in families]
    due = [row.amount(key) for row, _, sum_ in sums if sum_ is not None and sum_.value]
    filled = sum(amount is not None for amount in due)
    gap_counts = not can_be_blank and filled >= COMMON_FILLED * len(due)
    wanted = [sum_ is not None for row, _, sum_ in sums if row.amount(key)]
    below_counts = sum(wanted) >= max(COMMON_WITH_CHILDREN * len(wanted), FEWEST_WITH_CHILDREN)
    for row, children, sum_ in sums:
        if row.is_unknown(key):
            continue
        written = row.amount(key)
        if sum_ is None:
            known = not any(one.is_unknowable(key) for one in children)
            if below_counts and written and known and not can_be_blank:
                yield build_childless_finding(row, column, children)
            continue
        if written is None:
            wrong = gap_counts and bool(sum_.value)
        else:
            may_be_left = can_be_blank and written == 0
            wrong = not may_be_left and not _is_any_sum(row, column, sum_, children, foreign)
        if wrong:
            who, of = name_subject(row, column), say_children_sum(sum_)
            yield build_sum_finding(row, column, sum_, who, of)


def check_sums_below(table: Table, level: Level) -> Iterator[Finding]:
    """Yield a finding for each sum below a row of a level that is neither its amount nor its sum.

    Where the row has no amount, the sum below is its amount and the rules of sums speak of it.
    """
    for row in table.rows_of_kind(RowKind.SUM_BELOW):
        upper = row.parent
        if upper is None or upper.level is not level:
            continue
        for column in table.money_columns:
            key = column.key
            written, own = row.amount(key), upper.amount(key)
            if written is None or own is None or upper.position(key) == row.position(key):
                continue
            below = upper.sum_children(key)
            right = below if below and not upper.is_unknown(key) else Sum(own, (upper,))
            if not is_sum_written(row, column, right) and not is_sum_written(
                row, column, Sum(own, (upper,))
            ):
                of = say_children_sum(right) if right is below else name_subject(upper, column)
                yield build_sum_finding(row, column, right, name_subject(row, column), of)


def _find_unsure_columns(table: Table, rows: Sequence[Row]) -> list[TableColumn]:
    """Return the money columns in which an amount of these rows is not just the sum below it.

    All of them where rows repeat others: what belongs together is then to be found first.
    """
    if not rows or table.row_kinds.has_repeats:
        return table.money_columns if rows else []
    above = {row.index for row in rows if row.children}
    return [
        column
        for column in table.money_columns
        if not above.isdisjoint(table.not_just_sums[column.key])
    ]


def _is_any_sum(
    row: Row, column: TableColumn, sum_: Sum, children: Sequence[Row], foreign: Sequence[Row]
) -> bool:
    """Tell whether the written amount is the sum in any of the readings that layouts allow."""
    if is_sum_written(row, column, sum_):
        return True
    key = column.key
    if row.amount(key) is None:
        return False
    # Rows whose own parent is missing (KOD002) stand below another that they do not belong to.
    level = min((one.level for one in children if one.level), default=None)
    near = [one for one in children if one.level == level]
    direct = add_up(near, key) if len(near) < len(children) else None
    if direct and is_sum_written(row, column, direct):
        return True
    # An amount may be spread over the rows of the indicators.
    spread = add_up([one for child in children for one in child.indikator], key)
    readings = [sum_.value + spread.value] if spread else []
    own = add_up(row.indikator, key)
    readings += [sum_.value - own.value] if own else []
    kin = add_up([other for other in foreign if _is_kin(row, other)], key)
    readings += [sum_.value + kin.value] if kin else []
    return any(_is_sum(row, column, total, sum_.rows) for total in readings)


def _find_mixed_bidang(table: Table) -> list[Row]:
    """Return the topmost rows of a table that has X.XX and real bidang urusan side by side."""
    top = [row for row in table.roots() if row.kode is not None]
    placeholder = [row.kode is not None and row.kode.parts[0] == 0 for row in top]
    return top if any(placeholder) else []


def _is_kin(row: Row, other: Row) -> bool:
    """Tell whether a row belongs below another, but for X.XX in place of the bidang in one."""
    if row.kode is None or other.kode is None or other is row:
        return False
    upper, lower = row.kode.parts, other.kode.parts
    if (upper[0] == 0) == (lower[0] == 0):
        return False
    return len(lower) > len(upper) and lower[2 : len(upper)] == upper[2:]


# Nested items without codes


def is_nested_sum(rows: Sequence[Row], column: TableColumn, written: Money) -> bool:
    """Tell whether the amounts add up to `written` when some are the detail of the one before.

    Items may be listed below the heading that they belong to, in the same column: a row whose
    amount is the sum of the rows that follow it then stands for them.
    """
    amounts = [amount for row in rows if (amount := row.amount(column.key)) is not None]
    reached: list[set[Money]] = [set() for _ in range(len(amounts) + 1)]
    reached[0].add(0)
    for start, amount in enumerate(amounts):
        totals = {total + amount for total in reached[start]}
        if len(totals) > MOST_SUMS:
            return True  # too many readings to tell: no ground for an error
        reached[start + 1] |= totals
        running: Money = 0
        for end in range(start + 1, len(amounts)):
            running += amounts[end]
            if running == amount and amount:
                reached[end + 1] |= totals
            if strip_sign(running) > strip_sign(amount):
                break
    return any(are_equal(written, total) for total in reached[-1])
