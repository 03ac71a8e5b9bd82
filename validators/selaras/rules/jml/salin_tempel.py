"""JML008: an amount pasted from a neighbouring row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.reckon.sum_words import name_row, name_subject
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Money, Row, Table, TableColumn, strip_sign, write_rupiah
from selaras.tables import Content
from selaras.values.target import is_same_target

#: An amount counts as uncommon when it has so many digits before its trailing zeros.
SIGNIFICANT_DIGITS = 5
#: Rows of the hierarchy between which somebody copies by mistake.
MOST_DISTANCE = 15
#: How far the pasted amount must be from the row's other amount, where nothing else tells.
JUMP = 3
#: An amount that stands in more unrelated rows than this is a tariff, not a slip.
MOST_UNRELATED = 6


@table_rule(
    "JML008",
    "salin-tempel",
    Severity.WARNING,
    needs=("uang", "pohon"),
    basis="planning",
    english="""A large, uncommon amount stands in two neighbouring rows of different codes.

    Why: two different activities hardly ever need the same amount to the last rupiah. When their
    amounts of the other year differ, one has most likely been pasted over the other, and the sums
    above it break. This finding is then their cause.

    Fix: look up the amount (and the target beside it) of the row named in the finding and type the
    right one.
    """,
)
def check_pasted_amounts(table: Table) -> Findings:
    """Pagu besar yang tidak lazim berdiri di dua baris berdekatan yang berbeda kode.

    Mengapa: dua kegiatan berbeda hampir tidak mungkin membutuhkan dana yang sama sampai rupiah
    terakhir. Bila pagu keduanya pada tahun lain berbeda, kemungkinan besar yang satu tersalin dari
    yang lain, dan penjumlahan di atasnya menjadi rusak. Temuan inilah penyebabnya.

    Perbaikan: cari pagu (dan target di sebelahnya) yang benar untuk baris yang disebut, lalu
    ketikkan.
    """
    positions: dict[Row, int] = {}
    for column in table.money_columns:
        for chains in _find_equal_chains(table.main_rows, table.amounts[column.key]):
            if not positions:
                positions = {row: index for index, row in enumerate(table.main_rows)}
            for pasted in _find_pasted(table, column, chains, positions):
                for row in pasted.rows:
                    yield _build_finding(
                        row, column, _find_counterpart(row, pasted.source), pasted.proof
                    )


class _Pasted(NamedTuple):
    """Rows with a pasted amount, the rows that they have it from, and what tells so."""

    source: list[Row]
    rows: list[Row]
    proof: Text


def _find_equal_chains(
    rows: Sequence[Row], column: Sequence[Money | None]
) -> Iterator[list[list[Row]]]:
    """Yield, per uncommon amount that stands in unrelated rows, the chains of rows that have it.

    A kegiatan with one sub kegiatan has its amount by right: parent and child are one chain.
    """
    amounts = [column[row.index] for row in rows]
    often = {
        amount for amount, count in Counter(amounts).items() if count > 1 and _is_uncommon(amount)
    }
    if not often:
        return
    by_amount: dict[Money, list[Row]] = {}
    for row, amount in zip(rows, amounts, strict=True):
        if amount is not None and amount in often:
            by_amount.setdefault(amount, []).append(row)
    for same in by_amount.values():
        chains: dict[Row, list[Row]] = {}
        below = Counter(row.parent for row in same)
        inside = set(same)
        for row in same:
            top = row
            while top.parent in inside and below[top.parent] == 1:
                assert top.parent is not None
                top = top.parent
            chains.setdefault(top, []).append(row)
        if 1 < len(chains) <= MOST_UNRELATED:
            yield list(chains.values())


def _is_uncommon(amount: Money | None) -> bool:
    return (
        amount is not None and len(str(int(strip_sign(amount))).rstrip("0")) >= SIGNIFICANT_DIGITS
    )


def _find_pasted(
    table: Table, column: TableColumn, chains: Sequence[list[Row]], positions: dict[Row, int]
) -> Iterator[_Pasted]:
    """Yield what was pasted where; nothing where the same amount may stand in both by right."""
    told: set[Row] = set()
    for index, first in enumerate(chains):
        for second in chains[index + 1 :]:
            a, b = first[0], second[0]
            if (a.kode is not None and a.kode == b.kode) or a.parent is b or b.parent is a:
                continue
            if a.parent is not b.parent and abs(positions[a] - positions[b]) > MOST_DISTANCE:
                continue
            found = _find_pasted_of_two(table, column, first, second)
            if found is not None and found.rows[0] not in told:
                told.add(found.rows[0])
                yield found


def _find_pasted_of_two(
    table: Table, column: TableColumn, first: list[Row], second: list[Row]
) -> _Pasted | None:
    """Return which of two rows was pasted over, by the other amounts and by the sum above."""
    amount = first[0].amount(column.key)
    others = [other for other in table.money_columns if other is not column]
    if not amount:
        return None
    same_target = _has_same_target(column, first, second)
    for other in others:
        a, b = first[0].amount(other.key), second[0].amount(other.key)
        if not a or not b or a == b:
            continue
        jump_a, jump_b = _compute_jump(amount, a), _compute_jump(amount, b)
        likely = (first, second) if jump_b >= jump_a else (second, first)
        for source, copy in (likely, likely[::-1]):
            if _is_breaking_sum(copy[0], column):
                return _Pasted(source, copy, _OTHERS_DIFFER)
        jumps = max(jump_a, jump_b) >= JUMP
        if same_target and jumps and not _has_typed_sum(likely[1][0], column):
            return _Pasted(*likely, _OTHERS_DIFFER)
    if not others and same_target and _is_breaking_sum(second[0], column):
        return _Pasted(first, second, _BREAKS_SUM)
    return None


_OTHERS_DIFFER = Text(
    "padahal pagu keduanya di kolom lain berbeda", "though their other amounts differ"
)
_BREAKS_SUM = Text(
    "begitu pula targetnya, dan jumlah di atasnya tidak cocok",
    "so is the target, and the sum above does not hold",
)


def _compute_jump(amount: Money, other: Money) -> float:
    one, two = float(strip_sign(amount)), float(strip_sign(other))
    return max(one, two) / min(one, two)


def _has_same_target(column: TableColumn, first: list[Row], second: list[Row]) -> bool:
    """Tell whether the targets of the same year are the same too, at the lowest rows."""
    a, b = first[-1], second[-1]
    for target in a.table.columns.values():
        if target.spec.content is Content.TARGET and target.spec.year == column.spec.year:
            one, other = a.target(target.key), b.target(target.key)
            if one is not None and is_same_target(one, other):
                return True
    return False


def _is_breaking_sum(copy: Row, column: TableColumn) -> bool:
    """Tell whether the sum above the row would hold, or come closer, without its amount."""
    parent = copy.parent
    amount = copy.amount(column.key)
    if parent is None or amount is None:
        return False
    written, sum_ = parent.amount(column.key), parent.sum_children(column.key)
    if written is None or sum_ is None:
        return False
    return 0 < sum_.value - written <= amount


def _has_typed_sum(copy: Row, column: TableColumn) -> bool:
    """Tell whether a typed sum above the row holds: who typed it knew the amount."""
    parent = copy.parent
    if parent is None or parent.amount(column.key) is None:
        return False
    return parent.position(column.key) not in copy.table.sheet.formulas


def _find_counterpart(row: Row, source: Sequence[Row]) -> Row:
    """Return the row of the source on the same level."""
    return next((other for other in source if other.level is row.level), source[0])


def _build_finding(row: Row, column: TableColumn, source: Row, told: Text) -> Finding:
    amount = row.amount(column.key)
    assert amount is not None
    rp, en = write_rupiah(amount), write_rupiah(amount, "en")
    cell, place = row.cell(column.key), source.place(column.key)
    label, who, other = column.label, name_row(row), name_row(source)
    subject = name_subject(row, column)
    return row.build_finding(
        column.key,
        Text(
            f"{subject.id} ({rp}) persis sama dengan {other.id} di {place.cell}, "
            f"{told.id}; kemungkinan tersalin.",
            f"{subject.en} ({en}) is exactly that of {other.en} in {place.cell}, "
            f"{told.en}; it was probably pasted.",
        ),
        advice=Text(
            f"Cari {label.id} {who.id} yang benar, lalu ketik di {cell}; "
            "periksa juga target di baris itu.",
            f"Look up the right {label.en} of {who.en} and type it in {cell}; "
            "look at the target of that row too.",
        ),
        actual=amount,
        related=(place,),
    )


EXAMPLES = (
    Silent(
        "kode|nama|pagu|target_maju|pagu_maju\n"
        "2.17.01|P|900||12345678\n2.17.01.2.01|A|900||12345678\n2.17.01.2.01.01|B|900||12345678"
    ),
    # The same fee in two kegiatan, and every sum holds.
    Silent(
        "kode|nama|pagu|target_maju|pagu_maju\n2.17.01|P|900000||24691356\n"
        "2.17.01.2.01|A|400000|2 orang|12345678\n2.17.01.2.02|B|500000|3 orang|12345678"
    ),
    # Even with the same target and far from the other year: the typed sum knows it.
    Silent(
        "kode|nama|pagu|target_maju|pagu_maju\n2.17.01|P|94000000||24691356\n"
        "2.17.01.2.01|A|14000000|1 paket|12345678\n2.17.01.2.02|B|80000000|1 paket|12345678"
    ),
    # Round amounts.
    Silent(
        "kode|nama|pagu|pagu_maju\n2.17.01|P|9|50000000\n"
        "2.17.01.2.01|A|4|25000000\n2.17.01.2.02|B|5|25000000"
    ),
    Speaks(
        "kode|nama|pagu|pagu_maju\n2.17.01|P|12000500|12345678\n"
        "2.17.01.2.01|A|12000000|12345678\n2.17.01.2.02|B|500|12345678",
        "D4 actual=12345678",
    ),
)
