"""JML004: the total row is the sum of the top level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.model.row import Sum, add_up
from selaras.reckon.carried_sums import check_carried_sums
from selaras.reckon.group_sums import check_groups
from selaras.reckon.sum_words import build_sum_finding, say_top_sum
from selaras.reckon.sums import is_nested_sum, is_sum_written, merge_repeats
from selaras.rule import Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Level, Money, Row, RowKind, Table, TableColumn, strip_sign


@table_rule(
    "JML004",
    "total",
    Severity.ERROR,
    needs=("uang", "jumlah"),
    basis="planning",
    english="""The total row is the sum of the rows of the highest level.

    Why: the total is the figure that is compared with the ceiling of the agency and quoted in the
    text. Rincian, kegiatan and sub kegiatan do not count again: they are within their program.

    A row that heads a group of programs ("I Belanja penunjang"), or those of an agency, is the sum
    of them.

    A sum that is carried from page to page ("Jumlah dipindahkan", "Pindahan") is the sum of the
    rows up to it.

    Fix: put the sum given in the finding in the total row, or mend the program that is wrong. A sum
    formula must take the program rows and nothing else.
    """,
)
def check_totals(table: Table) -> Findings:
    """Baris jumlah sama dengan jumlah baris tingkat teratas.

    Mengapa: jumlah inilah yang dibandingkan dengan pagu perangkat daerah dan dikutip dalam narasi.
    Rincian, kegiatan, dan sub kegiatan tidak dihitung lagi karena sudah termasuk dalam programnya.

    Baris yang mengepalai kelompok program (“I Belanja penunjang”), atau program suatu perangkat
    daerah, adalah jumlah program-program itu.

    Jumlah yang dipindahkan dari halaman ke halaman (“Jumlah dipindahkan”, “Pindahan”) adalah
    jumlah baris sampai di situ.

    Perbaikan: isikan jumlah yang disebut dalam temuan di baris jumlah, atau betulkan program yang
    keliru. Rumus penjumlahan harus mengambil baris program saja.
    """
    yield from check_carried_sums(table)
    yield from check_groups(table)
    totals = list(table.rows_of_kind(RowKind.TOTAL))
    if not totals:
        return
    families = merge_repeats(table, table.roots())
    top = [family.row for family in families]
    levels = (Level.PROGRAM, Level.KEGIATAN, Level.SUB_KEGIATAN)
    programs, *lower = [table.rows_at(level) for level in levels]
    for column in table.money_columns:
        before: list[Row] = []
        for row in totals:
            last = row is totals[-1]
            beyond = _add_up_beyond(table, top, column) if last and table.closes else None
            candidates = _SumCandidates(top, programs, lower, before, last, beyond)
            if not row.is_unknown(column.key) and row.amount(column.key) is not None:
                yield from _check(row, column, candidates)
            before.append(row)


class _SumCandidates(NamedTuple):
    """What a total may be the sum of."""

    top: Sequence[Row]
    programs: Sequence[Row]
    levels: Sequence[Sequence[Row]]
    before: Sequence[Row]
    last: bool
    #: The sum of all tables of the sheet that the last total may close.
    beyond: Sum | None


def _add_up_beyond(table: Table, top: Sequence[Row], column: TableColumn) -> Sum | None:
    """Return the sum of a table and of those that its last total may take in, in one unit."""
    rows: list[Row] = []
    for other in table.closes:
        its = other.columns.get(column.key)
        if its is None or its.scale != column.scale:
            return None
        rows += (family.row for family in merge_repeats(other, other.roots()))
    return add_up([*rows, *top], column.key)


def _check(row: Row, column: TableColumn, candidates: _SumCandidates) -> Findings:
    """Yield the finding on one total; a table may have subtotals and a grand total below them."""
    key, top = column.key, candidates.top
    above = [other for other in top if other.row < row.row]
    from_row = candidates.before[-1].row if candidates.before else 0
    since = [other for other in above if other.row > from_row]
    # A code that cannot be read leaves its row on top, and those below it as well; a bidang may be
    # listed beside the X.XX programs that it includes.
    coded = [other for other in top if other.kode is not None]
    real = [other for other in coded if other.kode is not None and other.kode.parts[0]]
    # Only one of several totals may be the subtotal of a lower level.
    levels = candidates.levels if candidates.before or not candidates.last else ()
    lower = [[one for one in rows if from_row < one.row < row.row] for rows in levels]
    whole, *others = [
        add_up(rows, key)
        for rows in (top, above, candidates.before, candidates.programs, coded, real)
    ]
    parts = [add_up(rows, key) for rows in (since, *lower)]
    readings = [
        reading for reading in (whole, *others, *parts, candidates.beyond) if reading is not None
    ]
    if any(is_sum_written(row, column, reading) for reading in readings):
        return
    written = row.amount(key)
    if not row.table.has_kodes and written is not None:
        for rows in (top, above, since):
            if is_nested_sum(rows, column, written) or _is_nested_elsewhere(rows, row, column):
                return
    main = _find_likeliest(whole, parts, candidates, written or 0)
    if main is not None:
        label = column.label
        who = Text(f"Total {label.id}", f"The total {label.en}")
        yield build_sum_finding(row, column, main, who, say_top_sum(main))


def _is_nested_elsewhere(rows: Sequence[Row], total: Row, column: TableColumn) -> bool:
    """Tell whether some rows are the detail of others: only so do the other columns add up.

    One wrong amount breaks the sum of its column, whichever way the rows are read.
    """
    others = [one for one in total.table.money_columns if one is not column]
    others = [one for one in others if total.amount(one.key)]
    sums = [(one, add_up(rows, one.key)) for one in others]
    if any(sum_ is not None and is_sum_written(total, one, sum_) for one, sum_ in sums):
        return False
    return any(is_nested_sum(rows, one, total.amount(one.key) or 0) for one in others)


def _find_likeliest(
    whole: Sum | None, part: Sequence[Sum | None], candidates: _SumCandidates, written: Money
) -> Sum | None:
    """Return what a wrong total was most likely meant to be; None where that is not clear.

    The only total, and the last one with nothing of its own above it, is that of the table. Others
    are subtotals of some level: the nearest reading is meant.
    """
    known = [reading for reading in part if reading is not None]
    if candidates.beyond is not None and candidates.before:
        return candidates.beyond  # a total of its own stands above
    single = candidates.last and not candidates.before
    if single or not known:
        return whole if candidates.last or not candidates.before else None
    return min(known, key=lambda reading: strip_sign(reading.value - written))


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|100\n2.17.02|Q|200\n|TOTAL|300"),
    # A subtotal after each program, and a grand total.
    Silent("kode|nama|pagu\n2.17.01|P|100\n|Jumlah|100\n2.17.02|Q|200\n|Jumlah|200\n|Total|300"),
    # A subtotal after each kegiatan.
    Silent(
        "kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|A|100\n|Sub Total|100\n"
        "2.17.01.2.02|B|200\n|Sub Total|200\n|TOTAL|300"
    ),
    # The total above the rows.
    Silent("kode|nama|pagu\n|TOTAL|300\n2.17.01|P|100\n2.17.02|Q|200"),
    # An amount that cannot be read leaves the sum unknown.
    Silent("kode|nama|pagu\n2.17.01|P|1OO\n2.17.02|Q|200\n|TOTAL|300"),
    # A sum carried to the next page is no total, and no amount of its own.
    Silent(
        "kode|nama|pagu\n2.17.01|P|100\n|Jumlah dipindahkan|100\n|Pindahan|100\n2.17.02|Q|200\n"
        "|TOTAL|300"
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|100\n|Jumlah dipindahkan|100\n|Pindahan|110\n2.17.02|Q|200\n"
        "|TOTAL|300",
        "C4 expected=100 actual=110",
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|100\n2.17.01.2.01|A|100\n2.17.02|Q|200\n|Jumlah|400",
        "C5 expected=300 actual=400",
    ),
)
