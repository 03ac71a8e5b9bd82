"""KOD003: the same code twice in one table."""

from __future__ import annotations

from selaras.reckon.kode_order import find_repeated
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table
from selaras.values.text import cut_short


@table_rule(
    "KOD003",
    "ganda",
    Severity.ERROR,
    reads="codes",
    needs=("kode", "satu-per-kode"),
    basis="kode",
    english="""A code stands once in a table.

    Why: a row that stands twice is counted twice, or hides a row whose code was mistyped. Codes are
    compared by their numbers: 2.17.1 and 2.17.01 are the same. A row that only goes on (its name
    again on a new page, or another indicator) is no second one.

    Fix: delete the second row if it is a copy, or give it its own code.
    """,
)
def check_repeated_kode(table: Table) -> Findings:
    """Sebuah kode berdiri satu kali dalam satu tabel.

    Mengapa: baris yang berdiri dua kali terhitung dua kali, atau menutupi baris yang kodenya salah
    ketik. Kode dibandingkan menurut angkanya: 2.17.1 sama dengan 2.17.01. Baris lanjutan (nama
    yang sama di halaman baru, atau indikator berikutnya) tidak dianggap ganda.

    Perbaikan: hapus baris kedua bila memang salinan, atau beri kodenya sendiri.
    """
    for wrong, right in find_repeated(table):
        yield _build_finding(wrong, right)


def _build_finding(row: Row, before: Row) -> Finding:
    place = before.place_kode()
    name = f" (“{cut_short(before.name, 50)}”)" if before.name else ""
    return row.build_finding(
        "kode",
        Text(
            f"Kode {row.kode} sudah dipakai di {place.cell}{name}.",
            f"The code {row.kode} is already used in {place.cell}{name}.",
        ),
        advice=Text(
            f"Hapus baris ini bila hanya salinan {place.cell}; bila bukan, betulkan kodenya.",
            f"Delete this row if it is a copy of {place.cell}; if not, mend its code.",
        ),
        related=(place,),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|3\n2.17.02|Q|3"),
    # The program again on a new page, and on the row of its second indicator.
    Silent(
        "kode|nama|indikator|pagu\n2.17.01|P|I|3\n2.17.01|P|J|\n2.17.01.2.01|A|K|2\n"
        "2.17.01|P (lanjutan)||\n2.17.01.2.02|B|L|1"
    ),
    # All of a row again, for its second indicator.
    Silent("kode|nama|indikator|pagu\n2.17.01|P|I|3\n2.17.01|P|J|3\n2.17.01.2.01|A|K|3"),
    Speaks("kode|nama|pagu\n2.17.01|P|3\n2.17.02|Q|3\n2.17.1|R|3", "A4 actual=2.17.1"),
)
