"""KOD003: the same code twice in one table."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.dasar import KODEFIKASI
from selaras.finding import Finding, Severity
from selaras.kode import Kode
from selaras.model.table import Row, Table
from selaras.rule import Silent, Speaks, table_rule
from selaras.teks import Teks


@table_rule(
    "KOD003",
    "ganda",
    Severity.ERROR,
    needs=("kode",),
    basis=KODEFIKASI,
    english="""A code stands once in a table.

    Why: a row that stands twice is counted twice, or hides a row whose code was mistyped. Codes are
    compared by their numbers: 2.17.1 and 2.17.01 are the same.

    Fix: delete the second row if it is a copy, or give it its own code.
    """,
)
def ganda(table: Table) -> Iterator[Finding]:
    """Sebuah kode berdiri satu kali dalam satu tabel.

    Mengapa: baris yang berdiri dua kali terhitung dua kali, atau menutupi baris yang kodenya salah
    ketik. Kode dibandingkan menurut angkanya: 2.17.1 sama dengan 2.17.01.

    Perbaikan: hapus baris kedua bila memang salinan, atau beri kodenya sendiri.
    """
    first: dict[Kode, Row] = {}
    for row in table.pokok:
        if row.kode is None:
            continue
        before = first.setdefault(row.kode, row)
        if before is row:
            continue
        place = before.place_kode()
        yield row.temuan(
            "kode",
            Teks(
                f"Kode {row.kode} sudah ada di {place.cell} (“{_pendek(before.nama)}”).",
                f"The code {row.kode} stands in {place.cell} already (“{_pendek(before.nama)}”).",
            ),
            advice=Teks(
                "Hapus salah satu bila baris ini salinan, atau betulkan kodenya.",
                "Delete one of them if this row is a copy, or mend its code.",
            ),
            related=(place,),
        )


def _pendek(text: str) -> str:
    return text if len(text) <= 50 else text[:47].rstrip() + "..."


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|3\n2.17.02|Q|3"),
    Speaks("kode|nama|pagu\n2.17.01|P|3\n2.17.02|Q|3\n2.17.1|R|3", "A4 actual=2.17.1"),
)
