"""RST001: column 8 of T-C.29 is column 7 over column 6."""

from __future__ import annotations

from selaras.reckon.rates import RatioColumns, check_ratio
from selaras.reckon.shown import list_carrying_rows
from selaras.rule import Findings, Severity, Silent, Speaks, table_rule
from selaras.rule.seen import Table

_RATIO = RatioColumns("tingkat_realisasi", "realisasi_renja", "target_renja")


@table_rule(
    "RST001",
    "kolom-8",
    Severity.ERROR,
    only=("T-C.29",),
    columns=("tingkat_realisasi", "realisasi_renja", "target_renja"),
    basis="planning",
    english="""Column 8 of T-C.29 (rate of achievement) is column 7 over column 6, in percent.

    Why: the rate shows whether last year's target was reached, and is quoted in the text and in
    performance reports. It is compared to as many decimals as the cell shows; of "82,8 (A)" the
    number counts. Where there is no target, or units differ, nothing is said.

    Fix: work out achievement over target again, or mend the target or the achievement.
    """,
)
def check_column_8(table: Table) -> Findings:
    """Kolom 8 T-C.29 (tingkat realisasi) sama dengan kolom 7 dibagi kolom 6, dalam persen.

    Mengapa: tingkat realisasi menunjukkan tercapai tidaknya target tahun lalu, dan dikutip dalam
    narasi serta laporan kinerja. Perbandingan dilakukan sampai banyaknya desimal yang tampak di
    sel; dari "82,8 (A)" yang dihitung angkanya. Bila targetnya tidak ada atau satuannya berbeda,
    tidak ada temuan.

    Perbaikan: hitung kembali realisasi dibagi target, atau betulkan target atau realisasinya.
    """
    if _RATIO.is_present(table):
        for row in list_carrying_rows(table):
            yield from check_ratio(row, _RATIO)


_HEAD = "kode|nama|indikator|target_renja|realisasi_renja|tingkat_realisasi\n"

EXAMPLES = (
    Silent(_HEAD + "2.17.01|P|Nilai SAKIP|84 (A)|82,8 (A)|98,57%", table="T-C.29"),
    # Rounded to the decimals shown, or cut off; as a share of one; with a blank before the sign.
    Silent(
        _HEAD + "2.17.01|P|I|92%|75%|82 %\n2.17.02|Q|J|3 UM|2 UM|66,66%\n"
        "2.17.03|R|K|84|82,8|#0.9857",
        table="T-C.29",
    ),
    # No target, no achievement, another unit: no rate.
    Silent(
        _HEAD + "2.17.01|P|I|-|5 unit|-\n2.17.02|Q|J|0|1|100%\n2.17.03|R|K|12 bulan|10 unit|90%",
        table="T-C.29",
    ),
    Speaks(
        _HEAD + "2.17.01|P|Jumlah usaha mikro|100 UM|208 UM|108%",
        "F2 expected=208% actual=108%",
        table="T-C.29",
    ),
    Speaks(
        _HEAD + "2.17.01|P|Persentase NIK|70%|38,02%|54,13%",
        "F2 expected=54,31% actual=54,13%",
        table="T-C.29",
    ),
    Speaks(
        _HEAD + "2.17.01|P|Dua indikator|4 unit ; 10 orang|3 unit ; 10 orang|100% ; 100%",
        "F2 expected=75% ; 100% actual=100% ; 100%",
        table="T-C.29",
    ),
)
