"""Heads that say next to nothing: "K" beside "Rp" under a year, "N+1" over amounts."""

from __future__ import annotations

import pytest

from selaras.model.setting import Setting
from selaras.recognise import recognise

from .picture import DrawnSheet, build_in_memory, read_picture

_ROWS = """2.17.01 | Program A | Nilai | 80 % | 900000 | 81 % | 950000 | DAU | Kota
2.17.01.2.01 | Kegiatan A | Nilai | 70 % | 900000 | 71 % | 950000 | DAU | Kota
2.17.01.2.01.0001 | Sub A | Jumlah dokumen | 7 Dokumen | 400000 | 8 Dokumen | 450000 | DAU | Kota
2.17.01.2.01.0002 | Sub B | Jumlah laporan | 5 Laporan | 500000 | 5 Laporan | 500000 | DAU | Kota"""


def _columns(text: str) -> dict[str, str]:
    (table,) = recognise(build_in_memory(DrawnSheet("Renja", read_picture(text))), Setting()).tables
    return {key: column.letters for key, column in table.columns.items()}


@pytest.mark.parametrize(
    "title",
    [
        "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026",
        "Tabel 4.1 Rencana Kerja dan Pendanaan Perangkat Daerah Tahun 2026",
    ],
)
@pytest.mark.parametrize(
    ("plan", "forward"),
    [
        ("Rencana Tahun 2026", "Prakiraan Maju Tahun 2027"),
        ("Rencana", "Prakiraan Maju"),
        ("Tahun 2026", "Tahun 2027 (N+1)"),
    ],
)
def test_k_beside_rp_is_the_target_of_its_year(title: str, plan: str, forward: str) -> None:
    found = _columns(f"""{title}
Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | {plan} | < | {forward} | < | Sumber Dana | Lokasi
^ | ^ | ^ | K | Rp | K | Rp | ^ | ^
{_ROWS}""")  # noqa: E501
    assert [found.get(key) for key in ("target", "pagu", "target_maju", "pagu_maju")] == [*"DEFG"]


def test_the_next_year_under_targets_and_amounts_is_what_stands_below() -> None:
    head = """Rencana Kerja Perangkat Daerah Tahun 2026
Kode | Uraian | Indikator | Capaian Kinerja dan Kerangka Pendanaan | < | < | Sumber Dana | Lokasi
^ | ^ | ^ | Target | Pagu (Rp) | N+1 | ^ | ^
"""
    parts = [line.split(" | ") for line in _ROWS.splitlines()]
    amounts = "\n".join(" | ".join(row[:5] + row[6:]) for row in parts)
    found = _columns(head + amounts)
    assert (found["target"], found["pagu"], found["pagu_maju"]) == ("D", "E", "F")
    assert "target_maju" not in found
    targets = _columns(head + "\n".join(" | ".join(row[:6] + row[7:]) for row in parts))
    assert targets["target_maju"] == "F"


def test_the_review_may_have_codes_and_other_words_for_its_places() -> None:
    found = _columns("""Tabel T-C.31 Review terhadap Rancangan Awal RKPD Tahun 2026
No | Kode | Rancangan Awal RKPD | < | < | < | < | Hasil Analisis Kebutuhan | < | < | < | < | Catatan
^ | ^ | Program/Kegiatan | Lokus | Indikator | Target | Pagu | Program/Kegiatan | Lokus | Indikator | Target | Kebutuhan Dana | ^
1 | 2.17.01 | Program A | Kota | Nilai | 80 % | 900000 | Program A | Kota | Nilai | 80 % | 900000 |
2 | 2.17.01.2.01 | Kegiatan A | Kota | Nilai | 70 % | 900000 | Kegiatan A | Kota | Nilai | 70 % | 900000 |
3 | 2.17.01.2.01.0001 | Sub A | Kota | Jumlah | 7 Dok | 900000 | Sub A | Kota | Jumlah | 7 Dok | 900000 |""")  # noqa: E501
    assert [found[key] for key in ("no", "kode", "rkpd_lokasi", "lokasi")] == [*"ABDI"]
