"""JML007: amounts that can be no amount of rupiah."""

from __future__ import annotations

from selaras.model.row import read_shown
from selaras.reckon.difference_words import write_amount
from selaras.reckon.sum_words import name_subject
from selaras.reckon.sums import find_unusual_money
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, RowKind, Table, TableColumn
from selaras.values.rupiah import MoneyFault, MoneyReading
from selaras.values.text import cut_short

_SKIPPED = (RowKind.RINCIAN_HEADING, RowKind.HEADING)
#: Cents are how a column is written, where so many of its lowest amounts have them, and such a
#: share of these; a slip has them in one or two.
HABITUAL_ROWS = 5
HABITUAL_SHARE = 0.5
#: It is so only where no more of its sums fail.
WRONG_SUMS = 0.34


@table_rule(
    "JML007",
    "nilai",
    Severity.ERROR,
    needs=("uang",),
    basis="finance",
    english="""An amount is a whole, non-negative number of rupiah.

    Why: a negative amount, an amount with cents or a text in which no number can be read cannot be
    added up or taken over into SIPD. Letters that look like digits (25.OOO.OOO) are the commonest
    case. A text that can be read as a number is another, milder finding (ANG001).

    Fix: type the amount again as a plain number, without letters, cents or sign; round the result
    of a formula with ROUND in the lowest cell, and the sums above follow. Where a whole column is
    written with cents and nearly all its sums hold, one warning says so, at its first lowest cell.
    """,
)
def check_amounts(table: Table) -> Findings:
    """Pagu adalah bilangan bulat rupiah yang tidak negatif.

    Mengapa: pagu negatif, pagu bersen, atau teks yang tidak terbaca sebagai angka tidak dapat
    dijumlahkan dan tidak dapat dimasukkan ke SIPD. Yang paling sering: huruf yang mirip angka
    (25.OOO.OOO). Teks yang masih terbaca sebagai angka adalah temuan lain yang lebih ringan
    (ANG001).

    Perbaikan: ketik ulang pagunya sebagai angka biasa, tanpa huruf, sen, atau tanda minus; hasil
    rumus dibulatkan dengan ROUND di sel terendah, jumlah di atasnya mengikuti. Bila seluruh kolom
    ditulis dengan sen dan hampir semua jumlahnya cocok, cukup satu peringatan di sel terendah yang
    pertama.
    """
    for column in table.money_columns:
        with_cents = _find_common_cents(table, column)
        if with_cents:
            yield _build_column_finding(with_cents, column)
        for row, reading in find_unusual_money(table, column):
            fault = reading.fault
            if fault is None or row.kind in _SKIPPED:
                continue
            if fault is MoneyFault.UNREADABLE and row.kind is RowKind.TOTAL:
                continue
            # "7500,5" in thousands is a whole number of rupiah.
            if fault is MoneyFault.WITH_CENTS and (with_cents or column.scale > 1):
                continue
            yield _build_finding(row, column, reading, _REASONS[fault])


_REASONS = {
    MoneyFault.NEGATIVE: Text("pagu tidak boleh negatif", "an amount is never negative"),
    MoneyFault.WITH_CENTS: Text("bukan rupiah bulat", "not a whole number of rupiah"),
    MoneyFault.NOT_FINITE: Text("bukan bilangan", "not a number"),
    MoneyFault.UNREADABLE: Text("tidak terbaca sebagai angka", "cannot be read as a number"),
}


def _find_common_cents(table: Table, column: TableColumn) -> list[tuple[Row, MoneyReading]]:
    """Return the lowest rows with cents, where the column is written with them and adds up.

    A sum or two may be wrong all the same: that is told where it stands.
    """
    key = column.key
    wrong, sums = len(table.not_just_sums[key]), len(table.row_kinds.children)
    if column.scale > 1 or wrong > WRONG_SUMS * sums:
        return []
    lowest = [
        (row, reading)
        for row, reading in find_unusual_money(table, column)
        if reading.fault is MoneyFault.WITH_CENTS and row.kind is RowKind.MAIN and not row.children
    ]
    if len(lowest) < HABITUAL_ROWS:
        return []
    filled = sum(1 for row in table.main_rows if not row.children and row.amount(key) is not None)
    return lowest if len(lowest) >= HABITUAL_SHARE * filled else []


def _build_column_finding(rows: list[tuple[Row, MoneyReading]], column: TableColumn) -> Finding:
    """Return one finding for a column that is written with cents, at its first lowest cell."""
    row, reading = rows[0]
    found = _build_finding(row, column, reading, _REASONS[MoneyFault.WITH_CENTS])
    count, first = len(rows), found.message
    return found._replace(
        message=Text(
            f"{first.id} Begitu pula {count - 1} baris terendah lain pada kolom ini.",
            f"{first.en} So are {count - 1} other lowest rows of this column.",
        ),
        own_severity=Severity.WARNING,
    )


def _build_finding(row: Row, column: TableColumn, reading: MoneyReading, reason: Text) -> Finding:
    label, subject = column.label, name_subject(row, column)
    if row.kind is RowKind.TOTAL:
        subject = Text(f"Total {label.id}", f"The total {label.en}")
    if reading.amount is not None:
        told = write_amount(reading.amount)
    else:
        shown = read_shown(row.table.sheet, *row.position(column.key))
        told = Text(f"“{shown}”", f"“{shown}”")
    return row.build_finding(
        column.key,
        Text(
            f"{subject.id} tertulis {told.id}: {reason.id}.",
            f"{subject.en} is {told.en}: {reason.en}.",
        ),
        advice=_advise(row, column, reading),
    )


def _advise(row: Row, column: TableColumn, reading: MoneyReading) -> Text:
    """Return what to do: a formula is mended, only what was typed is typed again."""
    cell = row.cell(column.key)
    formula = row.table.sheet.formulas.get(row.position(column.key))
    if formula is None:
        return Text(
            f"Ketik ulang {cell} sebagai angka bulat, tanpa huruf, sen, atau tanda minus.",
            f"Type {cell} again as a whole number, without letters, cents or a minus sign.",
        )
    if reading.fault is MoneyFault.WITH_CENTS:
        inner = cut_short(formula.removeprefix("="), 60)
        return Text(
            f"Bulatkan hasil rumusnya: =ROUND({inner},0) di {cell}.",
            f"Round the result of the formula: =ROUND({inner},0) in {cell}.",
        )
    return Text(
        f"Betulkan rumus {cell}, atau angka yang dirujuknya.",
        f"Mend the formula in {cell}, or the amounts that it refers to.",
    )


_WITH_CENTS = "\n".join(f"2.17.01.2.01.{number:04d}|S|100.2" for number in range(1, 6))
EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.02|Q|-"),
    # What binary arithmetic left over is no cents.
    Silent("kode|nama|pagu\n2.17.01|P|300.00000001\n2.17.02|Q|Rp 1.500,00"),
    Speaks("kode|nama|pagu\n2.17.01|P|25.OOO.OOO\n2.17.02|Q|5", "C2 actual=25.OOO.OOO"),
    Speaks("kode|nama|pagu\n2.17.01|P|-300\n2.17.02|Q|0.5", "C2 actual=-300\nC3 actual=0.5"),
    # A column that is written with cents, and adds up.
    Speaks(f"kode|nama|pagu\n2.17.01|P|501\n2.17.01.2.01|K|501\n{_WITH_CENTS}", "C4 actual=100.2"),
    # Where the sums fail, each cell may be why.
    Speaks(
        f"kode|nama|pagu\n2.17.01|P|511\n2.17.01.2.01|K|510\n{_WITH_CENTS}",
        "C4 actual=100.2\nC5 actual=100.2\nC6 actual=100.2\nC7 actual=100.2\nC8 actual=100.2",
    ),
)
