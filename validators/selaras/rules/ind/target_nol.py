"""IND004: an amount without a target to reach, or a target without money."""

from __future__ import annotations

from selaras.reckon.indicator_targets import find_distinct, is_zero, pair_columns
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table, TableColumn, write_rupiah


@table_rule(
    "IND004",
    "target-nol",
    Severity.WARNING,
    needs=("uang", "target"),
    basis="planning",
    english="""A row with an amount has a target above 0, and a target above 0 has an amount.

    Why: money for which nothing is to be reached, or a target without money, is a slip of one of
    the two. Blank cells are other findings.

    Fix: set the target or the amount right.
    """,
)
def check_zero_targets(table: Table) -> Findings:
    """Baris yang memuat pagu bertarget di atas 0, dan target di atas 0 mempunyai pagu.

    Mengapa: dana yang tidak menghasilkan apa-apa, atau target tanpa dana, berarti salah satunya
    keliru. Sel yang kosong adalah temuan lain.

    Perbaikan: betulkan target atau pagunya.
    """
    for money, target in pair_columns(table):
        amounts, targets = table.amounts[money.key], table.targets[target.key]
        if 0 not in amounts and not any(one and is_zero(one) for one in find_distinct(targets)):
            continue
        for row in table.main_rows:
            amount, written_target = amounts[row.index], targets[row.index]
            if amount is None or not written_target:
                continue
            if amount > 0 and is_zero(written_target):
                yield _build_finding(row, money, target, is_without_target=True)
            elif amount == 0 and all((n.number or 0) > 0 for n in written_target):
                yield _build_finding(row, money, target, is_without_target=False)


def _build_finding(
    row: Row, money: TableColumn, target: TableColumn, *, is_without_target: bool
) -> Finding:
    amount, shown = row.amount(money.key), row.text(target.key)
    assert amount is not None
    place = row.place(money.key)
    if is_without_target:
        message = Text(
            f"Target {row.label} nol (“{shown}”), padahal {money.label.id}nya "
            f"{write_rupiah(amount)}.",
            f"The target of {row.label} is zero (“{shown}”), but its {money.label.en} is "
            f"{write_rupiah(amount, 'en')}.",
        )
    else:
        message = Text(
            f"Target {row.label} “{shown}”, padahal {money.label.id}nya nol.",
            f"The target of {row.label} is “{shown}”, but its {money.label.en} is zero.",
        )
    return row.build_finding(
        target.key,
        message,
        advice=Text(
            f"Periksa {row.cell(target.key)} dan {place.cell}; betulkan yang keliru.",
            f"Look at {row.cell(target.key)} and {place.cell}; mend the one that is wrong.",
        ),
        related=(place,),
    )


EXAMPLES = (
    Silent("kode|nama|target|pagu\n2.17.01|P|5 dokumen|300\n2.17.02|Q|0 %; 5 %|3\n2.17.03|R|-|0"),
    Speaks(
        "kode|nama|target|pagu\n2.17.01|P|0 dokumen|300\n2.17.02|Q|5 laporan|0",
        "C2 actual=0 dokumen\nC3 actual=5 laporan",
    ),
)
