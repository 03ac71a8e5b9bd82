"""A workbook that says of itself, on a sheet Pengaturan, whose plan it is and for which year."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.engine.run import check_file
from selaras.model.setting import Opd, Pemda, Setting
from selaras.recognise.settings_sheet import SETTING_ENTRIES
from selaras.report.result import WorkbookReport


def _check_sheet(
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


def test_kind_of_pemda_and_year(tmp_path: Path) -> None:
    report = _check_sheet(
        tmp_path,
        [
            ("Pengaturan Selaras", None),
            ("Tahun rencana", 2027),
            ("Jenis pemerintah daerah", "Kabupaten"),
        ],
    )
    assert _kode(report) == [("KOD007", "A4")]
    assert [table.year for table in report.tables] == [2027]


def test_kode_of_the_agency_with_the_label_of_a_template(tmp_path: Path) -> None:
    report = _check_sheet(
        tmp_path,
        [
            ("Pengaturan", None),
            ("Tahun rencana (n)", 2027),
            ("Kode perangkat daerah", "1.02.0.00.0.00.01.0000"),
        ],
    )
    assert {code for code, _ in _kode(report)} == {"KOD008"}


def test_what_the_checker_sets_wins(tmp_path: Path) -> None:
    own = Setting(year=2025, pemda=Pemda(kind="provinsi"), opd=Opd(kode=None))
    report = _check_sheet(
        tmp_path,
        [("Pengaturan", None), ("Tahun rencana", 2027), ("Jenis pemerintah daerah", "kota")],
        own,
    )
    assert _kode(report) == []
    assert [table.year for table in report.tables] == [2025]


def test_an_unreadable_entry_is_told(tmp_path: Path) -> None:
    report = _check_sheet(
        tmp_path,
        [("Pengaturan", None), ("Tahun rencana", "tahun depan"), ("Perangkat daerah", "Dinas X")],
    )
    assert any("Pengaturan!B2" in note.id and "tahun depan" in note.id for note in report.notes)


def test_another_sheet_holds_no_settings(tmp_path: Path) -> None:
    """One label below a like title is chance."""
    report = _check_sheet(
        tmp_path, [("Pengaturan", None), ("Jenis pemerintah daerah", "kabupaten")]
    )
    assert _kode(report) == []


@pytest.mark.parametrize("entry", SETTING_ENTRIES, ids=lambda entry: entry.key)
def test_every_key_is_known_to_the_settings_file(entry: object) -> None:
    from selaras.settings.files import DESCRIBING
    from selaras.settings.keys import SETTING_KEYS

    key = entry.key.partition(".")[0]  # type: ignore[attr-defined]
    assert key in SETTING_KEYS
    assert key in DESCRIBING
