"""JML003: programs add up to their bidang urusan, and bidang to their urusan."""

from __future__ import annotations

from selaras.reckon.sums import check_level_sums
from selaras.rule import Findings, Severity, Silent, Speaks, table_rule
from selaras.rule.seen import Level, Table


@table_rule(
    "JML003",
    "urusan",
    Severity.ERROR,
    needs=("uang", "urusan-beranak"),
    basis="planning",
    english="""The amount of a bidang urusan is the sum of its programs, of an urusan of its bidang.

    Why: where the rows of urusan and bidang urusan carry amounts, readers take them for the whole.
    Rows that are left blank, or 0, are not checked.

    Fix: add up the programs named in the finding, and put the sum in the row above, or clear it.
    """,
)
def check_urusan_sums(table: Table) -> Findings:
    """Pagu bidang urusan sama dengan jumlah programnya, pagu urusan dengan jumlah bidangnya.

    Mengapa: bila baris urusan dan bidang urusan berisi pagu, pembaca menganggapnya keseluruhan.
    Baris yang dikosongkan, atau diisi 0, tidak diperiksa.

    Perbaikan: jumlahkan program yang disebut dalam temuan, lalu isikan hasilnya di baris atasnya,
    atau kosongkan baris itu.
    """
    for level in (Level.URUSAN, Level.BIDANG_URUSAN):
        yield from check_level_sums(table, level, can_be_blank=True)


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17|B|300\n2.17.01|P|100\n2.17.02|Q|200"),
    Silent("kode|nama|pagu\n2.17|B|\n2.17.01|P|100\n2.17.02|Q|200"),
    Silent("kode|nama|pagu\n2.17|B|0\n2.17.01|P|100\n2.17.02|Q|200"),
    Silent("kode|nama|pagu\n2.17|B|300\nX.XX.01|P|100\n2.17.02|Q|200"),
    Speaks(
        "kode|nama|pagu\n2|U|300\n2.17|B|290\n2.17.01|P|100\n2.17.02|Q|200",
        "C2 expected=290 actual=300\nC3 expected=300 actual=290",
    ),
)
