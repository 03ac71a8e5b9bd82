"""JML002: the kegiatan add up to their program."""

from __future__ import annotations

from selaras.reckon.sums import check_level_sums
from selaras.rule import Findings, Severity, Silent, Speaks, table_rule
from selaras.rule.seen import Level, Table


@table_rule(
    "JML002",
    "program",
    Severity.ERROR,
    needs=("uang", "program-beranak"),
    basis="planning",
    english="""The amount of a program is the sum of its kegiatan.

    Why: the ceiling of a program is shared out to its kegiatan without remainder. A difference
    means that an amount was mistyped, pasted in the wrong row, or left out. Each money column
    (plan year, forward estimate, APBD, P-APBD ...) is added up by itself.

    Fix: compare the amounts of the kegiatan named in the finding with your source. Mend the wrong
    one, or put their sum in the row of the program.
    """,
)
def check_program_sums(table: Table) -> Findings:
    """Pagu program sama dengan jumlah pagu kegiatannya.

    Mengapa: pagu program habis dibagi kepada kegiatannya. Selisih berarti ada pagu yang salah
    ketik, tersalin di baris yang keliru, atau tertinggal. Setiap kolom uang (tahun rencana,
    prakiraan maju, APBD, P-APBD ...) dijumlahkan sendiri-sendiri.

    Perbaikan: cocokkan pagu kegiatan yang disebut dalam temuan dengan sumbernya. Betulkan yang
    keliru, atau isikan jumlahnya di baris program.
    """
    yield from check_level_sums(table, Level.PROGRAM)


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|A|100\n2.17.01.2.02|B|200"),
    # A kegiatan that still has the code of the nomenclature in place of its bidang.
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|A|100\nX.XX.01.2.02|B|200"),
    # Blank kegiatan: their sub kegiatan are taken.
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|A|\n2.17.01.2.01.01|B|300"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|301\n2.17.01.2.01|A|100\n2.17.01.2.02|B|200",
        "C2 expected=300 actual=301",
    ),
    Speaks(
        "no|nama|target|apbd\n1|Program A|1|90\n|Kegiatan A|1|100\n|Sub A|1|100",
        "D2 expected=100 actual=90",
        table="Tabel 2.2",
    ),
)
