"""Plans in the classification before Permendagri 90/2019: levels by the length of the codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.values.finding import Finding

AMOUNTS = ((300, (120, 180)), (150, (90, 40, 20)))
#: How offices write program and kegiatan: what stands before their numbers, and after them.
FORMS = {
    "program below the bidang": ("1.02.", "."),
    "urusan, bidang, agency": ("1.02.01.", ""),
    "bidang and agency twice": ("1.02.1.02.02.", "."),
    "split by blanks": ("1 02 01 ", ""),
}


def write(path: Path, form: str, year: int, typed: dict[str, str | int]) -> Path:
    """Write a plan of two programs, Pelayanan and Kesehatan; `typed` are cells that differ."""
    before, end = FORMS[form]
    mark = " " if before.endswith(" ") else "."
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([f"Rencana Program dan Kegiatan Perangkat Daerah Tahun {year}"])
    heads = ["Kode", "Program/Kegiatan", "Indikator", "Lokasi", "Target", "Pagu", "Sumber Dana"]
    sheet.append(heads)
    for number, (amount, below) in zip((1, 16), AMOUNTS, strict=True):
        code = f"{before}{number:02d}"
        sheet.append([f"{code}{end}", f"Program {number}", "Nilai", "Kab.", "80%", amount, "APBD"])
        for place, part in enumerate(below, 1):
            own = f"{code}{mark}{place:02d}{end}"
            name = f"Kegiatan {number}-{place}"
            sheet.append([own, name, f"Jumlah {name}", "Kab.", "3 paket", part, "APBD"])
    sheet.append([None, "JUMLAH", None, None, None, 450])
    for cell, value in typed.items():
        sheet[cell] = value
    book.save(path)
    return path


def found_in(path: Path) -> list[Finding]:
    return list(check_file(path, Setting(required=())).findings)


@pytest.mark.parametrize("form", FORMS)
def test_they_are_told_once_and_the_sums_are_checked(tmp_path: Path, form: str) -> None:
    (said,) = found_in(write(tmp_path / "b.xlsx", form, 2019, {}))
    assert (said.code, said.severity, said.cell) == ("KOD001", "info", "A4")
    wrong = found_in(write(tmp_path / "w.xlsx", form, 2019, {"F6": 160}))
    first = [(f.code, f.cell, f.expected) for f in wrong if f.severity == "error" and not f.cause]
    assert first == [("JML002", "F6", 150)]


def test_after_their_time_they_are_an_error_once(tmp_path: Path) -> None:
    said = found_in(write(tmp_path / "b.xlsx", "urusan, bidang, agency", 2026, {}))
    assert [(f.code, f.severity) for f in said] == [("KOD001", "error")]


def test_one_code_of_another_form_is_still_told_alone(tmp_path: Path) -> None:
    """A plan in codes of today with the authority as 02 throughout is no old one."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Rencana Program dan Kegiatan Perangkat Daerah Tahun 2020"])
    sheet.append(["Kode", "Program/Kegiatan", "Indikator", "Lokasi", "Target", "Pagu", "Sumber"])
    for code in ("2.17.01", "2.17.01.02.01", *(f"2.17.01.02.01.0{n}" for n in (1, 2, 3))):
        sheet.append([code, f"Nama {code}", "Jumlah", "Kab.", "3 unit", 30, "APBD"])
    sheet["F4"] = sheet["F3"] = 90
    book.save(tmp_path / "b.xlsx")
    said = [f.cell for f in found_in(tmp_path / "b.xlsx") if f.code == "KOD001"]
    assert said == ["A4", "A5", "A6", "A7"]
