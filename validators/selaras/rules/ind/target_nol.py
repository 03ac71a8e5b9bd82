"""IND004: an amount without a target to reach, or a target without money."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.row import Row
from selaras.model.table import Table, TableColumn
from selaras.reckon.indicator_targets import nol, pasangan, ragam
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import TATA_CARA
from selaras.values.finding import Finding, Severity
from selaras.values.rupiah import tulis_rupiah
from selaras.values.text import Teks


@table_rule(
    "IND004",
    "target-nol",
    Severity.WARNING,
    needs=("uang", "target"),
    basis=TATA_CARA,
    english="""A row with an amount has a target above 0, and a target above 0 has an amount.

    Why: money for which nothing is to be reached, or a target without money, is a slip of one of
    the two. Blank cells are other findings.

    Fix: set the target or the amount right.
    """,
)
def target_nol(table: Table) -> Iterator[Finding]:
    """Baris yang memuat pagu bertarget di atas 0, dan target di atas 0 mempunyai pagu.

    Mengapa: dana yang tidak menghasilkan apa-apa, atau target tanpa dana, berarti salah satunya
    keliru. Sel yang kosong adalah temuan lain.

    Perbaikan: betulkan target atau pagunya.
    """
    for money, target in pasangan(table):
        amounts, targets = table.amounts[money.key], table.targets[target.key]
        if 0 not in amounts and not any(one and nol(one) for one in ragam(targets)):
            continue
        for row in table.pokok:
            amount, sasaran = amounts[row.urut], targets[row.urut]
            if amount is None or not sasaran:
                continue
            if amount > 0 and nol(sasaran):
                yield _temuan(row, money, target, tanpa_target=True)
            elif amount == 0 and all((n.angka or 0) > 0 for n in sasaran):
                yield _temuan(row, money, target, tanpa_target=False)


def _temuan(row: Row, money: TableColumn, target: TableColumn, *, tanpa_target: bool) -> Finding:
    amount, shown = row.jumlah(money.key), row.text(target.key)
    assert amount is not None
    place = row.place(money.key)
    if tanpa_target:
        message = Teks(
            f"Target {row.sebutan} nol (“{shown}”), padahal {money.label.id}nya "
            f"{tulis_rupiah(amount)}.",
            f"The target of {row.sebutan} is zero (“{shown}”), but its {money.label.en} is "
            f"{tulis_rupiah(amount, 'en')}.",
        )
    else:
        message = Teks(
            f"Target {row.sebutan} “{shown}”, padahal {money.label.id}nya nol.",
            f"The target of {row.sebutan} is “{shown}”, but its {money.label.en} is zero.",
        )
    return row.temuan(
        target.key,
        message,
        advice=Teks(
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
