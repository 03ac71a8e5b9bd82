"""Code and name of upper rows in one cell: the code cell, merged over both columns or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.values.finding import Finding

HEAD = ["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Lokasi", "Target", "Pagu", "Sumber"]
PLAN = (
    ("2.17.01", "PROGRAM PENUNJANG URUSAN", 320),
    ("2.17.01.2.01", "Perencanaan dan Evaluasi Kinerja", 320),
    ("2.17.01.2.01.01", "Penyusunan Dokumen Perencanaan", 120),
    ("2.17.01.2.01.02", "Evaluasi Kinerja", 200),
    ("2.17.03", "PROGRAM PEMBERDAYAAN KOPERASI", 90),
    ("2.17.03.2.01", "Pemberdayaan Koperasi", 90),
    ("2.17.03.2.01.01", "Pembinaan Koperasi", 40),
    ("2.17.03.2.01.02", "Pelatihan Koperasi", 50),
)


def write(path: Path, width: int, *, merged: bool, typed: dict[str, str | int]) -> Path:
    """Write a plan whose rows with codes of up to so many dots have code and name in one cell."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026"])
    sheet.append(HEAD)
    for code, name, amount in PLAN:
        whole = code.count(".") < width
        cells = [f"{code} {name}", None] if whole else [code, name]
        sheet.append([*cells, f"Jumlah {name}", "Kota", "4 unit", amount, "DAU"])
        if whole and merged:
            row = sheet.max_row
            sheet.merge_cells(f"A{row}:B{row}")
    sheet.append([None, "TOTAL", None, None, None, 410])
    for cell, value in typed.items():
        sheet[cell] = value
    book.save(path)
    return path


def found_in(path: Path) -> list[Finding]:
    """Return what is wrong, or looks so, but for the tables that an excerpt lacks."""
    found = check_file(path, Setting(required=())).findings
    return [f for f in found if f.severity != "info"]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("width", [3, 5])
def test_they_are_rows_of_the_hierarchy(tmp_path: Path, width: int, merged: bool) -> None:
    assert found_in(write(tmp_path / "b.xlsx", width, merged=merged, typed={})) == []
    path = write(tmp_path / "w.xlsx", width, merged=merged, typed={"F7": 7})
    first = [(f.code, f.cell, f.expected) for f in found_in(path) if not f.cause]
    assert first == [("JML002", "F7", 90)]
    path = write(tmp_path / "v.xlsx", width, merged=merged, typed={"F4": 330})
    first = [(f.code, f.cell, f.expected) for f in found_in(path) if not f.cause]
    assert first == [("JML001", "F4", 320)]


def test_a_name_without_code_in_the_code_cell_is_told(tmp_path: Path) -> None:
    for cell, name in (("A3", PLAN[0][1]), ("A7", PLAN[4][1])):
        path = write(tmp_path / f"{cell}.xlsx", 3, merged=True, typed={cell: name})
        assert ("LBR005", cell) in [(f.code, f.cell) for f in found_in(path)]


@pytest.mark.parametrize(("code", "right"), [("2.17.1", "2.17.01"), ("2.17.09", "2.17.01")])
def test_mending_the_code_keeps_the_name(tmp_path: Path, code: str, right: str) -> None:
    name = PLAN[0][1]
    path = write(tmp_path / "b.xlsx", 5, merged=False, typed={"A3": f"{code} {name}"})
    fixes = [f.fix.value for f in found_in(path) if f.cell == "A3" and f.fix is not None]
    assert fixes == [f"{right} {name}"]
