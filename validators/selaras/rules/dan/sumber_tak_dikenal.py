"""DAN002: a fund source that is not in the list."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.row import Jenis
from selaras.model.work import Work
from selaras.rule.registry import Silent, Speaks, book_rule
from selaras.rule.regulations import KEUANGAN
from selaras.tables import RENCANA
from selaras.values.finding import Finding, Severity
from selaras.values.sumber_dana import sumber_dana
from selaras.values.text import Teks


@book_rule(
    "DAN002",
    "sumber-tak-dikenal",
    Severity.INFO,
    needs_tables=(RENCANA,),
    columns=("sumber_dana",),
    basis=KEUANGAN,
    english="""A fund source is one of the known list.

    Why: a source under a local or mistyped name cannot be compared with the others. The list is
    built in and can be added to (sumber_dana).

    Fix: write the source by its usual name, or add the local name to selaras.toml.
    """,
)
def sumber_tak_dikenal(work: Work) -> Iterator[Finding]:
    """Sumber dana termasuk daftar yang dikenal.

    Mengapa: sumber dengan nama setempat atau salah ketik tidak dapat dibandingkan dengan yang lain.
    Daftarnya sudah tersedia dan dapat ditambah (sumber_dana).

    Perbaikan: tulis sumber dengan nama yang lazim, atau tambahkan nama setempat di selaras.toml.
    """
    known = sumber_dana(work.setting.sumber_dana)
    for table in work.named(*RENCANA):
        if "sumber_dana" not in table.columns:
            continue
        texts = table.teks["sumber_dana"]
        unknown = {
            text: [part for part, name in known.read(text) if name is None] for text in set(texts)
        }
        for row in table.rows:
            strange = unknown[texts[row.urut]]
            if strange and row.jenis in (Jenis.POKOK, Jenis.RINCIAN, Jenis.BAGIAN):
                listed = ", ".join(strange)
                yield row.temuan(
                    "sumber_dana",
                    Teks(
                        f"Sumber dana “{listed}” tidak ada dalam daftar yang dikenal.",
                        f"The fund source “{listed}” is not in the known list.",
                    ),
                    advice=Teks(
                        "Tulis dengan nama yang lazim, atau tambahkan di selaras.toml.",
                        "Write it by its usual name, or add it to selaras.toml.",
                    ),
                )


EXAMPLES = (
    Silent("kode|nama|pagu|sumber_dana\n2.17.01|P|30|APBD, DAK Fisik; DID"),
    Speaks("kode|nama|pagu|sumber_dana\n2.17.01|P|30|ABPD", "D2 actual=ABPD"),
)
