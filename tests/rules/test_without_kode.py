"""IND002, RST010 and RST012 speak on T-C.27 and E.81 whether the rows have codes, numbers, or none.

Each is a real workbook with the same mistakes; the columns move with what stands before the names.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from recognise.picture import DrawnSheet, read_picture, write_sheets
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.values.finding import Finding

T27 = """T-C.27 Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah
{lead}Program dan Kegiatan | Indikator Kinerja Program (outcome) dan Kegiatan (output) | Data Capaian pada Tahun Awal Perencanaan | Target Kinerja Program dan Kerangka Pendanaan | < | < | < | < | < | Kondisi Kinerja pada Akhir Periode Renstra | <
{up}^ | ^ | ^ | Tahun 2022 | < | Tahun 2023 | < | Tahun 2024 | < | ^ | ^
{up}^ | ^ | ^ | Target | Rp | Target | Rp | Target | Rp | Target | Rp
{0}Program Pengawasan | Persentase koperasi sehat | 60% | 65% | 1000 | 70% | 2000 | 75% | 3000 | 75% | 6000
{1}Kegiatan Pemeriksaan | Jumlah dokumen | 1 dokumen | 2 dokumen | 1000 | 2 dokumen | 2000 | 2 dokumen | 3000 | 7 dokumen | 6000
{2}Sub Kegiatan Pemeriksaan kepatuhan | Jumlah laporan | 1 laporan | 2 laporan | 400 | | 800 | 2 laporan | 1200 | 6 laporan | 2500
{3}Sub Kegiatan Pemeriksaan kesehatan | Indeks kepatuhan | 70 | 71 | 600 | 72 | 1200 | 73 | 1800 | 72 | 3600"""  # noqa: E501
E81 = """FORMULIR E.81 EVALUASI HASIL RENJA TAHUN 2024
{lead}PROGRAM/KEGIATAN/SUB KEGIATAN | INDIKATOR KINERJA | TARGET RENJA 2024 | < | REALISASI TW I | < | REALISASI TW II | < | REALISASI TW III | < | REALISASI TW IV | < | TOTAL REALISASI RENJA | < | KETERANGAN
{up}^ | ^ | Kinerja | Anggaran | Kinerja | Anggaran | Kinerja | Anggaran | Kinerja | Anggaran | Kinerja | Anggaran | Kinerja | Anggaran | ^
{0}Program Pengawasan | Persentase koperasi sehat | 65% | 1000 | 10% | 100 | 20% | 200 | 30% | 300 | 60% | 400 | 60% | 1000 | -
{1}Kegiatan Pemeriksaan | Jumlah dokumen | 4 dokumen | 1000 | 1 dokumen | 100 | 1 dokumen | 200 | 1 dokumen | 300 | 1 dokumen | 400 | 5 dokumen | 1000 | -
{2}Sub Kegiatan Pemeriksaan kepatuhan | Jumlah laporan | | 400 | 1 laporan | 40 | 1 laporan | 80 | 1 laporan | 120 | 1 laporan | 160 | 4 laporan | 400 | -
{3}Sub Kegiatan Pemeriksaan kesehatan | Indeks kepatuhan | 73 | 600 | 70 | 60 | 71 | 120 | 72 | 180 | 73 | 240 | 70 | 610 | -"""  # noqa: E501
LEADS = {
    "": (),
    "No": ("#1", "#1.1", "#1.1.1", "#1.1.2"),
    "Kode": ("#2.17.02", "#2.17.02.2.01", "#2.17.02.2.01.0001", "#2.17.02.2.01.0002"),
}


def _list_findings(path: Path, picture: str, lead: str) -> list[Finding]:
    before = [f"{mark} | " for mark in LEADS[lead]] or [""] * 4
    head, up = (f"{lead} | ", "^ | ") if lead else ("", "")
    text = picture.format(*before, lead=head, up=up)
    book = read_book(str(write_sheets(path, DrawnSheet("Lembar", read_picture(text)))))
    findings = check_book(book, Setting()).findings
    return [f for f in findings if f.code in ("IND002", "RST010", "RST012", "JML001")]


@pytest.mark.parametrize("lead", LEADS)
def test_five_years(tmp_path: Path, lead: str) -> None:
    found = {(f.code, f.cell): f for f in _list_findings(tmp_path / "a.xlsx", T27, lead)}
    target, last, amount = ("G", "K", "L") if lead else ("F", "J", "K")
    assert {place: f.expected for place, f in found.items()} == {
        ("IND002", f"{target}7"): None,
        ("RST010", f"{last}7"): "4 laporan",
        ("RST010", f"{last}8"): "73",
        ("RST010", f"{amount}7"): 2400,
        ("JML001", f"{amount}6"): 6100,
    }
    cause = found["RST010", f"{amount}7"].fingerprint
    assert found["JML001", f"{amount}6"].cause == cause


@pytest.mark.parametrize("lead", LEADS)
def test_four_quarters(tmp_path: Path, lead: str) -> None:
    found = {(f.code, f.cell): f for f in _list_findings(tmp_path / "a.xlsx", E81, lead)}
    target, total, amount = ("D", "N", "O") if lead else ("C", "M", "N")
    assert {place: f.expected for place, f in found.items()} == {
        ("IND002", f"{target}6"): None,
        ("RST012", f"{total}5"): "4 dokumen",
        ("RST012", f"{total}7"): "73",
        ("RST012", f"{amount}7"): 600,
        ("JML001", f"{amount}5"): 1010,
    }
    # The sum above is right as it stands: it is not to be made to agree with the wrong amount.
    upper = found["JML001", f"{amount}5"]
    assert upper.cause == found["RST012", f"{amount}7"].fingerprint
    assert upper.advice.id == f"Betulkan {amount}7 dahulu, lalu periksa lagi."
