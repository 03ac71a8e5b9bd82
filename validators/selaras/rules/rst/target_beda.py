"""RST005: the target of one year is the same in T-C.29 and T-C.30."""

from __future__ import annotations

from selaras.compare.indicators import YearlyColumns, compare_yearly
from selaras.rule import Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Work

_COLUMNS = YearlyColumns(
    ("target_renja", "target_berjalan"), "target_", Text("target tahun", "target for")
)


@book_rule(
    "RST005",
    "target-beda",
    Severity.WARNING,
    basis="planning",
    needs_tables=(("T-C.29",), ("T-C.30",)),
    english="""An indicator's target of a year is the same in T-C.29 and in T-C.30.

    Why: both tables quote the same target. Where they differ, achievement is measured against two
    yardsticks, and a reader cannot tell which one binds. The year is what the column heads say;
    indicators are matched by their words.

    Fix: look the target up in the Renstra or last year's Renja, and write it in both tables.
    """,
)
def check_yearly_targets(work: Work) -> Findings:
    """Target suatu indikator untuk tahun yang sama tidak berbeda antara T-C.29 dan T-C.30.

    Mengapa: kedua tabel mengutip target yang sama. Bila berbeda, capaian diukur dengan dua patokan
    dan pembaca tidak tahu mana yang mengikat. Tahun diambil dari kepala kolom; indikator dicocokkan
    menurut bunyinya.

    Perbaikan: periksa target itu di Renstra atau Renja tahun yang bersangkutan, lalu samakan kedua
    tabel.
    """
    yield from compare_yearly(work, _COLUMNS)


_29 = "== T-C.29\nkode|nama|indikator|target_renja@2022|target_berjalan@2023\n"
_30 = "== T-C.30\nno|indikator|target_2@2022|target_3@2023\n"

EXAMPLES = (
    Silent(_29 + "2.17.01|P|Persentase NIK|70%|75%\n" + _30 + "1|Persentase NIK|70 %|75%"),
    # Nothing written for the year; a count and a share of the same thing.
    Silent(
        _29 + "2.17.01|P|Persentase NIK|-|75%\n||Jumlah NIK|7 unit|8 unit\n"
        + _30 + "1|Persentase NIK|70%|-\n2|Persentase koperasi ber-NIK|70%|80%"
    ),
    # The same words on two rows: the one that agrees is meant.
    Silent(
        _29 + "2.17.01|P|Persentase UM|5%|-\n2.17.02|Q|Persentase UM|7%|-\n"
        + _30 + "1|Persentase UM|5%|-"
    ),
    Speaks(
        _29 + "2.17.01|P|Persentase fasilitas penerbitan NIK untuk koperasi|70%|80%\n"
        + _30 + "1|Persentase fasilitasi penerbitan NIK untuk koperasi|70%|75%",
        "E2 expected=75% actual=80%",
    ),
)  # fmt: skip
