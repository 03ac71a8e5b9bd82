"""Consequences name their cause: one mistake in a real workbook is one story, told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.values.finding import Finding
from small_plan import PLAN_ROWS, TOTAL

HEAD = ["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Lokasi"]
HEAD += ["Target", "Pagu Indikatif", "Sumber Dana"]


class PlanBook:
    """A workbook with T-C.33 and Tabel 4.1 of the same plan, and what is changed in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = Workbook()
        self.tc33 = self._add_sheet("T-C.33", "Rumusan Rencana Program dan Kegiatan Tahun 2024")
        self.t41 = self._add_sheet(
            "Tabel 4.1", "Rencana Program, Kegiatan dan Pendanaan Tahun 2024"
        )
        del self.book["Sheet"]

    def _add_sheet(self, name: str, title: str) -> object:
        sheet = self.book.create_sheet(name)
        sheet.append([title])
        sheet.append([])
        sheet.append(HEAD)
        for kode, row_name, pagu in PLAN_ROWS:
            sheet.append(
                [kode, row_name, f"Hasil {row_name}", "Kab. A", "10 %", pagu * 1_000_000, "APBD"]
            )
        sheet.append(["", "TOTAL", "", "", "", TOTAL * 1_000_000])
        return sheet

    def find_findings(self, *codes: str) -> dict[tuple[str, str], Finding]:
        """Return the findings of some rules by rule and place."""
        self.book.save(self.path)
        report = check_file(str(self.path), Setting())
        return {
            (f.code, f"{f.sheet}!{f.cell}"): f
            for f in report.findings
            if f.code.startswith(codes or ("JML", "TBL", "RKP"))
        }


@pytest.fixture
def book(tmp_path: Path) -> PlanBook:
    return PlanBook(tmp_path / "buku.xlsx")


def _find_causes(
    found: dict[tuple[str, str], Finding],
) -> dict[tuple[str, str], tuple[str, str] | None]:
    by_print = {finding.fingerprint: key for key, finding in found.items()}
    return {key: by_print[f.cause] if f.cause else None for key, f in found.items()}


def test_no_mistake_no_finding(book: PlanBook) -> None:
    assert book.find_findings() == {}


def test_an_amount_changed_in_one_table(book: PlanBook) -> None:
    """A sub kegiatan raised in Tabel 4.1, with all sums above it, is told at the sub kegiatan."""
    for row in (6, 5, 4, 12):
        book.t41.cell(row, 6).value += 70_000_000
    assert _find_causes(book.find_findings()) == {
        ("TBL001", "Tabel 4.1!F6"): None,
        ("TBL001", "Tabel 4.1!F5"): ("TBL001", "Tabel 4.1!F6"),
        ("TBL001", "Tabel 4.1!F4"): ("TBL001", "Tabel 4.1!F5"),
    }


def test_two_changed_sub_kegiatan(book: PlanBook) -> None:
    for row, more in ((6, 70), (7, -20), (5, 50), (4, 50), (12, 50)):
        book.t41.cell(row, 6).value += more * 1_000_000
    found = book.find_findings()
    assert _find_causes(found)["TBL001", "Tabel 4.1!F5"] == ("TBL001", "Tabel 4.1!F6")
    assert "lihat F6, F7 (TBL001)" in found["TBL001", "Tabel 4.1!F5"].message.id


def test_a_wrong_sum_differs_between_tables_too(book: PlanBook) -> None:
    """A mistyped kegiatan in T-C.33 breaks two sums there and differs from Tabel 4.1."""
    book.tc33["F5"] = 909_000_000
    found = book.find_findings()
    assert _find_causes(found) == {
        ("JML001", "T-C.33!F5"): None,
        ("JML002", "T-C.33!F4"): ("JML001", "T-C.33!F5"),
        ("TBL001", "Tabel 4.1!F5"): ("JML001", "T-C.33!F5"),
    }
    assert found["TBL001", "Tabel 4.1!F5"].message.id.endswith("lihat T-C.33!F5 (JML001).")


def test_a_row_that_is_gone(book: PlanBook) -> None:
    """A sub kegiatan dropped from T-C.33 leaves its kegiatan too large; Tabel 4.1 has it."""
    book.tc33.delete_rows(7)
    assert _find_causes(book.find_findings()) == {
        ("JML001", "T-C.33!F5"): ("TBL004", "Tabel 4.1!A7"),
        ("TBL004", "Tabel 4.1!A7"): None,
    }


def test_an_amount_shifted_to_the_next_column(book: PlanBook) -> None:
    book.tc33["G7"], book.tc33["F7"] = 400_000_000, None
    found = book.find_findings("JML", "DAN", "IND", "ISI", "LBR")
    cause = _find_causes(found)["JML001", "T-C.33!F5"]
    assert cause is not None
    assert cause[1] == "T-C.33!G7"


def test_a_money_unit_in_the_head(book: PlanBook) -> None:
    """Thousands said over whole rupiah: told at the head, and no amount differs."""
    book.t41["F3"] = "Pagu Indikatif (Rp. 000)"
    causes = _find_causes(book.find_findings("LBR", "TBL"))
    assert causes["LBR004", "Tabel 4.1!F3"] is None
    assert not any(code == "TBL001" for code, _ in causes)


def test_head_that_lets_column_5_include_column_7_explains_the_sum(tmp_path: Path) -> None:
    """Column 5 ends with n-3: a head that says n-2 makes every sum of column 10 count it twice."""
    sheet_rows = [
        ["Rekapitulasi Evaluasi Hasil Pelaksanaan Renja Perangkat Daerah s/d Tahun 2024"],
        [
            *("Kode", "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja"),
            "Target Kinerja Capaian Program (Renstra) Tahun 2026",
            "Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun 2023",
            "Target Renja Perangkat Daerah Tahun 2023",
            "Realisasi Renja Perangkat Daerah Tahun 2023",
            "Tingkat Realisasi (%) Tahun 2023",
            "Target Program dan Kegiatan (Renja Perangkat Daerah) Tahun 2024",
            "Realisasi Capaian Program dan Kegiatan s/d Tahun 2024",
            "Tingkat Capaian Realisasi Target Renstra (%)",
        ],
    ]
    for number, (code, name, _) in enumerate(PLAN_ROWS):
        values = [f"{value} dokumen" for value in (90, 30, 20, 20, 30)]
        reached = "70 dokumen" if number == 2 else "80 dokumen"
        sheet_rows.append(
            [code, name, f"Jumlah dokumen {name}", *values[:4], "100%", values[4], reached, ""]
        )
    book = Workbook()
    sheet = book.active
    sheet.title = "T-C.29"
    for row in sheet_rows:
        sheet.append(row)
    book.save(tmp_path / "buku.xlsx")
    findings = check_file(str(tmp_path / "buku.xlsx"), Setting()).findings
    head = next(f for f in findings if f.code == "LBR003")
    (found,) = (f for f in findings if f.code == "RST002")
    assert (head.cell, head.expected) == ("E2", "2022")
    assert (found.cell, found.cause) == ("J5", head.fingerprint)
    assert "80 dokumen" in found.message.id
    assert "bila kolom 5 sudah memuat tahun kolom 7" in found.message.id
    assert "60 dokumen" in found.message.id
    assert found.advice.id == "Betulkan E2 dahulu, lalu periksa lagi."
