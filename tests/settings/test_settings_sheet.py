"""A workbook that says of itself, on a sheet Pengaturan, whose plan it is and for which year."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.engine.run import check_file
from selaras.model.setting import Opd, Pemda, Setting
from selaras.recognise.settings_sheet import ISIAN
from selaras.report.result import WorkbookReport


def _periksa(
    tmp_path: Path, rows: list[tuple[object, object]], setting: Setting | None = None
) -> WorkbookReport:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Rencana"
    sheet.append(["Rumusan Rencana Program dan Kegiatan"])
    sheet.append(["Kode", "Program/Kegiatan", "Indikator", "Lokasi", "Target", "Pagu Indikatif"])
    sheet.append(["2.17.02", "Program A", "Hasil A", "Kab. A", "10 %", 5])
    sheet.append(["2.17.02.1.01", "Kegiatan B", "Hasil B", "Kab. A", "10 %", 5])
    if rows:
        sheet = book.create_sheet("Pengaturan", 0)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "buku.xlsx"
    book.save(path)
    return check_file(str(path), setting or Setting())


def _kode(report: WorkbookReport) -> list[tuple[str, str | None]]:
    return [(f.code, f.cell) for f in report.findings if f.code in ("KOD007", "KOD008")]


def test_jenis_pemda_dan_tahun(tmp_path: Path) -> None:
    report = _periksa(
        tmp_path,
        [
            ("Pengaturan Selaras", None),
            ("Tahun rencana", 2027),
            ("Jenis pemerintah daerah", "Kabupaten"),
        ],
    )
    assert _kode(report) == [("KOD007", "A4")]
    assert [table.year for table in report.tables] == [2027]


def test_kode_perangkat_daerah_dengan_label_template(tmp_path: Path) -> None:
    report = _periksa(
        tmp_path,
        [
            ("Pengaturan", None),
            ("Tahun rencana (n)", 2027),
            ("Kode perangkat daerah", "1.02.0.00.0.00.01.0000"),
        ],
    )
    assert {code for code, _ in _kode(report)} == {"KOD008"}


def test_yang_diatur_pemeriksa_menang(tmp_path: Path) -> None:
    own = Setting(tahun=2025, pemda=Pemda(jenis="provinsi"), opd=Opd(kode=None))
    report = _periksa(
        tmp_path,
        [("Pengaturan", None), ("Tahun rencana", 2027), ("Jenis pemerintah daerah", "kota")],
        own,
    )
    assert _kode(report) == []
    assert [table.year for table in report.tables] == [2025]


def test_isi_yang_tak_terbaca_disebut(tmp_path: Path) -> None:
    report = _periksa(
        tmp_path,
        [("Pengaturan", None), ("Tahun rencana", "tahun depan"), ("Perangkat daerah", "Dinas X")],
    )
    assert any("Pengaturan!B2" in note.id and "tahun depan" in note.id for note in report.notes)


def test_lembar_lain_bukan_pengaturan(tmp_path: Path) -> None:
    """One label below a like title is chance."""
    report = _periksa(tmp_path, [("Pengaturan", None), ("Jenis pemerintah daerah", "kabupaten")])
    assert _kode(report) == []


@pytest.mark.parametrize("entry", ISIAN, ids=lambda entry: entry.kunci)
def test_setiap_kunci_dikenal_berkas_pengaturan(entry: object) -> None:
    from selaras.settings.files import DESCRIBING
    from selaras.settings.keys import KEYS

    key = entry.kunci.partition(".")[0]  # type: ignore[attr-defined]
    assert key in KEYS
    assert key in DESCRIBING
