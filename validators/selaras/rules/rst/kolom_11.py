"""RST003: column 11 of T-C.29 is column 10 over column 4."""

from __future__ import annotations

from selaras.reckon.rates import RatioColumns, check_ratio
from selaras.reckon.shown import list_carrying_rows
from selaras.rule import Findings, Severity, Silent, Speaks, table_rule
from selaras.rule.seen import Table

_RATIO = RatioColumns("tingkat_capaian", "realisasi_berjalan", "target_akhir")


@table_rule(
    "RST003",
    "kolom-11",
    Severity.WARNING,
    only=("T-C.29",),
    columns=("tingkat_capaian", "realisasi_berjalan", "target_akhir"),
    basis="planning",
    english="""Column 11 of T-C.29 (Renstra attainment) is column 10 over column 4, in percent.

    Why: the rate shows how far the end target of the Renstra is reached. Set against the target of
    one year it is 100% nearly always, and hides that much is left to do.

    Fix: work out column 10 over column 4 (target at the end of the Renstra) again.
    """,
)
def check_column_11(table: Table) -> Findings:
    """Kolom 11 T-C.29 (tingkat capaian Renstra) sama dengan kolom 10 dibagi kolom 4, dalam persen.

    Mengapa: tingkat capaian menunjukkan seberapa jauh target akhir Renstra sudah tercapai. Bila
    dibandingkan dengan target satu tahun saja, hasilnya hampir selalu 100% dan menutupi sisa target
    yang masih harus dicapai.

    Perbaikan: hitung kembali kolom 10 dibagi kolom 4 (target akhir periode Renstra).
    """
    if _RATIO.is_present(table):
        for row in list_carrying_rows(table):
            yield from check_ratio(row, _RATIO)


_HEAD = "kode|nama|indikator|target_akhir|realisasi_berjalan|tingkat_capaian\n"

EXAMPLES = (
    Silent(_HEAD + "2.17.01|P|Jumlah dokumen|24 dokumen|6 dokumen|25%", table="T-C.29"),
    Silent(_HEAD + "2.17.01|P|Jumlah dokumen|1.200 UM|300 UM|", table="T-C.29"),
    Speaks(
        _HEAD + "2.17.01|P|Jumlah dokumen|24 dokumen|6 dokumen|100%",
        "F2 expected=25% actual=100%",
        table="T-C.29",
    ),
    Speaks(
        _HEAD + "2.17.01|P|Nilai SAKIP|85,6 (A)|84,4 (A)|100%\n||Jumlah UM|1.200 UM|300 UM|100 %",
        "F2 expected=98,6% actual=100%\nF3 expected=25% actual=100 %",
        table="T-C.29",
    ),
)
