"""DAN002: a fund source that is not in the list."""

from __future__ import annotations

from selaras.rule import Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, RowKind, Work
from selaras.values.sumber_dana import sumber_dana


@book_rule(
    "DAN002",
    "sumber-tak-dikenal",
    Severity.INFO,
    needs_tables=(PLAN_TABLES,),
    columns=("sumber_dana",),
    basis="finance",
    english="""A fund source is one of the known list.

    Why: a source under a local or mistyped name cannot be compared with the others. The list is
    built in and can be added to (sumber_dana).

    Fix: write the source by its usual name, or add the local name to selaras.toml.
    """,
)
def check_unknown_sumber(work: Work) -> Findings:
    """Sumber dana termasuk daftar yang dikenal.

    Mengapa: sumber dengan nama setempat atau salah ketik tidak dapat dibandingkan dengan yang lain.
    Daftarnya sudah tersedia dan dapat ditambah (sumber_dana).

    Perbaikan: tulis sumber dengan nama yang lazim, atau tambahkan nama setempat di selaras.toml.
    """
    known = sumber_dana(work.setting.sumber_dana)
    for table in work.named(*PLAN_TABLES):
        if "sumber_dana" not in table.columns:
            continue
        texts = table.text["sumber_dana"]
        unknown = {
            text: [part for part, name in known.read(text) if name is None] for text in set(texts)
        }
        for row in table.rows:
            strange = unknown[texts[row.index]]
            if strange and row.kind in (RowKind.MAIN, RowKind.RINCIAN, RowKind.PART):
                listed = ", ".join(strange)
                yield row.build_finding(
                    "sumber_dana",
                    Text(
                        f"Sumber dana “{listed}” tidak ada dalam daftar yang dikenal.",
                        f"The fund source “{listed}” is not in the known list.",
                    ),
                    advice=Text(
                        "Tulis dengan nama yang lazim, atau tambahkan di selaras.toml.",
                        "Write it by its usual name, or add it to selaras.toml.",
                    ),
                )


EXAMPLES = (
    Silent("kode|nama|pagu|sumber_dana\n2.17.01|P|30|APBD, DAK Fisik; DID"),
    Speaks("kode|nama|pagu|sumber_dana\n2.17.01|P|30|ABPD", "D2 actual=ABPD"),
)
