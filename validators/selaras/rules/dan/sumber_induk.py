"""DAN001: a row's fund source does not cover those of what stands below it."""

from __future__ import annotations

from selaras.reckon.fund_sources import UncoveredSumber, find_uncovered
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, Work
from selaras.values.sumber_dana import sumber_dana


@book_rule(
    "DAN001",
    "sumber-induk",
    Severity.WARNING,
    needs_tables=(PLAN_TABLES,),
    columns=("sumber_dana",),
    basis="finance",
    english="""The fund source of a row covers the sources of all that stands below it.

    Why: a sub kegiatan that says APBD while one of its rincian is paid from DAK or DID hides an
    earmarked grant; at budgeting the source no longer fits. APBD covers general funds (PAD, DAU,
    DBH, NEM); which source covers which can be set (sumber_dana).

    Fix: add the missing source to the row's cell, or mend the source below.
    """,
)
def check_parent_sumber(work: Work) -> Findings:
    """Sumber dana sebuah baris mencakup sumber dana semua yang ada di bawahnya.

    Mengapa: sub kegiatan yang menyebut APBD, padahal salah satu rinciannya dibiayai DAK atau DID,
    menyembunyikan dana yang sudah ditentukan penggunaannya; saat penganggaran sumbernya tidak lagi
    cocok. APBD mencakup dana umum (PAD, DAU, DBH, NEM); sumber mana mencakup apa dapat diatur
    (sumber_dana).

    Perbaikan: tambahkan sumber yang kurang di sel baris itu, atau betulkan sumber di bawahnya.
    """
    known = sumber_dana(work.setting.sumber_dana)
    for table in work.named(*PLAN_TABLES):
        if "sumber_dana" in table.columns:
            yield from map(_build_finding, find_uncovered(table, known))


def _build_finding(found: UncoveredSumber) -> Finding:
    row, missing = found.row, found.missing
    written = row.text("sumber_dana")
    names = ", ".join(name for name, _ in missing)
    places = tuple(place.place("sumber_dana") for _, place in missing)
    cells = ", ".join(place.cell for place in places)
    return row.build_finding(
        "sumber_dana",
        Text(
            f"Sumber dana {row.label} tertulis {written}, padahal di bawahnya ada {names} "
            f"({cells}).",
            f"The fund source of {row.label} says {written}, but below it stands {names} "
            f"({cells}).",
        ),
        advice=Text(
            f"Tambahkan {names} di {row.cell('sumber_dana')}, atau betulkan sumber di {cells}.",
            f"Add {names} in {row.cell('sumber_dana')}, or mend the source in {cells}.",
        ),
        related=places,
    )


EXAMPLES = (
    Silent(
        "kode|nama|pagu|sumber_dana\n2.17.01.2.01.01|S|30|APBD dan DAK Non Fisik PK2UKM\n"
        "|Rincian :||\n|Kursi|10|NEM\n|Meja|20|DAK NF"
    ),
    Silent(
        "kode|nama|pagu|sumber_dana\n2.17.01.2.01.01|S|30|APBD\n|Rincian :||\n|Kursi|30|Iuran wajib"
    ),
    Speaks(
        "kode|nama|pagu|sumber_dana\n2.17.01.2.01|K|30|APBD\n2.17.01.2.01.01|S|30|APBD\n"
        "|Rincian :||\n|Kursi|10|NEM\n|Meja|20|DID",
        "D2 actual=APBD\nD3 actual=APBD",
    ),
)
