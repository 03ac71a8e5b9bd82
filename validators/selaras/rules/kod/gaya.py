"""KOD004: a code is written otherwise than most of its table."""

from __future__ import annotations

from selaras.reckon.kode_style import TRAITS, OddSpelling, find_odd_spellings
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Table


@table_rule(
    "KOD004",
    "gaya",
    Severity.WARNING,
    reads="codes",
    needs=("kode",),
    basis="kode",
    english="""Codes of one table are written alike: leading zeros, digits, separator.

    Why: mixed spellings come from copying between sources and break look-ups (VLOOKUP) and sorting.
    Selaras compares codes by their numbers, so it is a blemish and no error.

    Fix: write the code like the others of the table; the finding says how.
    """,
)
def check_kode_style(table: Table) -> Findings:
    """Kode dalam satu tabel ditulis seragam: nol di depan, jumlah angka, pemisah.

    Mengapa: cara menulis yang bercampur datang dari salinan berbagai sumber dan merusak pencarian
    (VLOOKUP) serta pengurutan. Selaras membandingkan kode menurut angkanya, jadi ini cacat, bukan
    kesalahan isi.

    Perbaikan: tulis kode seperti kode lain di tabel itu; temuan menyebutkan caranya.
    """
    yield from map(_build_finding, find_odd_spellings(table))


def _build_finding(found: OddSpelling) -> Finding:
    text, proper = found.text, found.proper
    names = list(dict.fromkeys(TRAITS[trait] for trait in found.traits))
    label = Text(", ".join(t.id for t in names), ", ".join(t.en for t in names))
    return found.row.build_finding(
        "kode",
        Text(
            f"Kode {text} tidak seragam dengan kode lain di tabel ini: beda {label.id}.",
            f"The code {text} is not written like the others of this table: see {label.en}.",
        ),
        advice=Text(f"Tulis {proper}.", f"Write {proper}."),
        expected=proper,
        fix=found.row.fix_kode(proper, safe=True),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|3\n2.17.02|Q|3\n2.17.12|R|3"),
    # Two editions half and half: neither is the odd one.
    Silent("kode|nama|pagu\n2.17.01.2.01.01|P|3\n2.17.01.2.01.0002|Q|3"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.02|Q|3\n2.17.3|R|3", "A4 expected=2.17.03 actual=2.17.3"
    ),
    # One style for each level; X.XX has letters in place of its bidang.
    Silent(
        "kode|nama|pagu\nX.XX.01|P|3\nX.XX.01.2.01|A|3\n1.3.02|Q|3\n1.3.02.2.01|B|3\n1.3.03|R|3"
    ),
    Speaks(
        "kode|nama|pagu\nX.XX.1|P|3\n1.3.02|Q|3\n1.3.03|R|3\n1.3.04|S|3",
        "A2 expected=X.XX.01 actual=X.XX.1",
    ),
)
