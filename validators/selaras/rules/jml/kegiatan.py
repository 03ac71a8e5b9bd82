"""JML001: the sub kegiatan add up to their kegiatan."""

from __future__ import annotations

from selaras.reckon.sums import check_level_sums
from selaras.rule import Findings, Severity, Silent, Speaks, table_rule
from selaras.rule.seen import Level, Table


@table_rule(
    "JML001",
    "kegiatan",
    Severity.ERROR,
    needs=("uang", "kegiatan-beranak"),
    basis="planning",
    english="""The amount of a kegiatan is the sum of its sub kegiatan.

    Why: the ceiling of a kegiatan is what its sub kegiatan are given. Where the two differ, one of
    them is wrong, and the RKPD and the budget take over the mistake. Each money column is added up
    by itself.

    Fix: look at the amounts of the sub kegiatan named in the finding. If they are right, put their
    sum in the row of the kegiatan; if one is mistyped, mend that one.
    """,
)
def check_kegiatan_sums(table: Table) -> Findings:
    """Pagu kegiatan sama dengan jumlah pagu sub kegiatannya.

    Mengapa: pagu kegiatan adalah apa yang dibagi kepada sub kegiatannya. Bila keduanya berbeda,
    salah satunya keliru, dan kekeliruan itu terbawa ke RKPD dan APBD. Setiap kolom uang
    dijumlahkan sendiri-sendiri.

    Perbaikan: periksa pagu sub kegiatan yang disebut dalam temuan. Bila sudah benar, isikan
    jumlahnya di baris kegiatan; bila ada yang salah ketik, betulkan yang itu.
    """
    yield from check_level_sums(table, Level.KEGIATAN)


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01.2.01|A|300\n2.17.01.2.01.01|B|100\n2.17.01.2.01.02|C|200"),
    # Repeated at the top of a new page.
    Silent(
        "kode|nama|pagu\n2.17.01.2.01|A|300\n2.17.01.2.01.01|B|100\n"
        "2.17.01.2.01|A (lanjutan)|\n2.17.01.2.01.02|C|200"
    ),
    # The amount of a sub kegiatan spread over its indicators.
    Silent("kode|nama|indikator|pagu\n2.17.01.2.01|A|I|300\n2.17.01.2.01.01|B|J|100\n||K|200"),
    # A formula that was never calculated is unknown, not 0.
    Silent("kode|nama|pagu\n2.17.01.2.01|A|300\n2.17.01.2.01.01|B|100\n2.17.01.2.01.02|C|=1+2"),
    # The sum below what it sums.
    Silent("kode|nama|pagu\n2.17.01.2.01|A|\n2.17.01.2.01.01|B|100\n|Jumlah A|100\n|TOTAL|100"),
    Speaks(
        "kode|nama|pagu\n2.17.01.2.01|A|100\n2.17.01.2.01.01|B|100\n|Jumlah A|101\n|TOTAL|100",
        "C4 expected=100 actual=101",
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01.2.01|A|301\n2.17.01.2.01.01|B|100\n2.17.01.2.01.02|C|200",
        "C2 expected=300 actual=301",
    ),
    # A sub kegiatan without its amount, where all others have theirs.
    Speaks(
        "kode|nama|pagu\n2.17.01.2.01|A|3\n2.17.01.2.01.01|B|3\n2.17.01.2.02|C|4\n"
        "2.17.01.2.02.01|D|4\n2.17.01.2.03|E|5\n2.17.01.2.03.01|F|5\n2.17.01.2.04|G|6\n"
        "2.17.01.2.04.01|H|6\n2.17.01.2.05|I|7\n2.17.01.2.05.01|J|",
        "C10 actual=7",
    ),
)
