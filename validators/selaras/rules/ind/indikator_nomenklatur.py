"""IND006: a sub kegiatan's indicator that is not the nomenclature's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.compare.official import find_other_indikator
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Work
from selaras.values.kode_reading import Kode

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import KodeEntry


@book_rule(
    "IND006",
    "indikator-nomenklatur",
    Severity.INFO,
    needs=("kode", "nomenklatur"),
    columns=("indikator",),
    basis="kode",
    english="""A sub kegiatan is measured by the indicator that the nomenclature gives it.

    Why: the national system adds up results of all regions by these indicators. One of the row's
    indicators has to be the list's; others may stand beside it.

    Fix: take over the list's indicator and its unit, or keep your own beside it.
    """,
)
def check_indikator_nomenklatur(work: Work) -> Findings:
    """Sub kegiatan diukur dengan indikator yang diberikan nomenklatur kepadanya.

    Mengapa: capaian semua daerah dijumlahkan secara nasional menurut indikator itu. Cukup salah
    satu indikator baris itu yang sama dengan daftar; yang lain boleh mendampinginya.

    Perbaikan: pakai indikator dan satuan dari nomenklatur, atau tambahkan di samping indikator
    sendiri.
    """
    for row, kode, entry in find_other_indikator(work):
        yield _build_finding(row, kode, entry)


def _build_finding(row: Row, kode: Kode, entry: KodeEntry) -> Finding:
    unit = Text(f", satuan {entry.measure}", f", unit {entry.measure}") if entry.measure else None
    advice = Text(
        f"Indikator nomenklatur: “{entry.indikator}”",
        f"The nomenclature's indicator: “{entry.indikator}”",
    )
    return row.build_finding(
        "indikator",
        Text(
            f"Indikator sub kegiatan {kode} bukan indikator dari nomenklatur.",
            f"The indicator of the sub kegiatan {kode} is not the nomenclature's.",
        ),
        advice=(advice + unit if unit else advice) + Text(".", "."),
        expected=entry.indikator,
    )


_REGISTER = (
    "== nomenklatur\n2.17.07.2.01|Pemberdayaan Usaha Mikro\n"
    "2.17.07.2.01.0003|Fasilitasi Perizinan|Jumlah Usaha Mikro yang Difasilitasi|Unit Usaha\n"
    "== T-C.33\nkode|nama|indikator|pagu\n2.17.07.2.01|Pemberdayaan Usaha Mikro|Omzet|3\n"
)
EXAMPLES = (
    Silent(
        f"{_REGISTER}2.17.07.2.01.03|Fasilitasi Perizinan|"
        "Jumlah usaha mikro yang difasilitasi (Unit Usaha)|3"
    ),
    Silent(
        f"{_REGISTER}2.17.07.2.01.03|Fasilitasi Perizinan|Jumlah usaha mikro yang difasilitasi|3"
    ),
    Speaks(
        f"{_REGISTER}2.17.07.2.01.03|Fasilitasi Perizinan|Jumlah izin|3",
        "C3 expected=Jumlah Usaha Mikro yang Difasilitasi actual=Jumlah izin",
    ),
)
