"""RST006: the achievement of one year is the same in T-C.29 and T-C.30."""

from __future__ import annotations

from selaras.compare.indicators import YearlyColumns, compare_yearly
from selaras.rule import Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Work

_COLUMNS = YearlyColumns(
    ("realisasi_renja",), "realisasi_", Text("realisasi tahun", "achievement of")
)


@book_rule(
    "RST006",
    "realisasi-beda",
    Severity.WARNING,
    basis="planning",
    needs_tables=(("T-C.29",), ("T-C.30",)),
    english="""An indicator's achievement of a year is the same in T-C.29 and in T-C.30.

    Why: what was reached in a year is one fact, audited in the performance report. Two figures make
    both unreliable. The year is what the column heads say; indicators are matched by their words.

    Fix: take the figure of the performance report (LKjIP) or LPPD, and write it in both tables.
    """,
)
def check_realisasi_differences(work: Work) -> Findings:
    """Realisasi suatu indikator pada tahun yang sama tidak berbeda antara T-C.29 dan T-C.30.

    Mengapa: capaian suatu tahun adalah satu fakta yang tercatat dalam laporan kinerja. Dua angka
    yang berbeda membuat keduanya diragukan. Tahun diambil dari kepala kolom; indikator dicocokkan
    menurut bunyinya.

    Perbaikan: pakai angka laporan kinerja (LKjIP) atau LPPD, lalu samakan kedua tabel.
    """
    yield from compare_yearly(work, _COLUMNS)


_29 = "== T-C.29\nkode|nama|indikator|realisasi_renja@2022\n"
_30 = "== T-C.30\nno|indikator|realisasi_1@2021|realisasi_2@2022\n"

EXAMPLES = (
    Silent(_29 + "2.17.01|P|Koperasi sehat|25,48%\n" + _30 + "1|Koperasi sehat|20%|25,48 %"),
    Silent(_29 + "2.17.01|P|Koperasi sehat|-\n" + _30 + "1|Koperasi sehat|20%|25,48 %"),
    Speaks(
        _29 + "2.17.01|P|Koperasi sehat|25,48%\n" + _30 + "1|Koperasi sehat|-|23,35%",
        "D2 expected=23,35% actual=25,48%",
    ),
)
