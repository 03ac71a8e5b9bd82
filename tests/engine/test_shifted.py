"""Amounts that moved by a row, or came from another column: one finding tells, others follow."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.values.finding import Finding

HEAD = ["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Lokasi"]
HEAD += ["Target", "Pagu Indikatif", "Sumber Dana"]
FORWARD_HEADS = ["Prakiraan Maju Target", "Prakiraan Maju Pagu Indikatif"]
MILLION = 1_000_000
#: Sub kegiatan by kegiatan, with their amounts in millions.
SUB = {
    "2.17.02.2.01": (510, 420, 330),
    "2.17.02.2.02": (275, 185),
    "2.17.03.2.01": (640, 150, 95),
}


def _rows() -> list[tuple[str, str, int]]:
    rows: list[tuple[str, str, int]] = []
    for program in ("2.17.02", "2.17.03"):
        parts = {code: amounts for code, amounts in SUB.items() if code.startswith(program)}
        rows.append((program, f"Program {program[-1]}", sum(map(sum, parts.values()))))
        for code, amounts in parts.items():
            rows.append((code, f"Kegiatan {code[5:]}", sum(amounts)))
            for number, amount in enumerate(amounts, 1):
                rows.append((f"{code}.000{number}", f"Sub Kegiatan {code[5:]} {number}", amount))
    return rows


ROWS = _rows()
TOTAL = sum(map(sum, SUB.values()))
FIRST = 4


class PlanBook:
    """A workbook with T-C.33 and Tabel 4.1 of one plan."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = Workbook()
        del self.book["Sheet"]
        self.tc33 = self._add_sheet("T-C.33", "Rumusan Rencana Program dan Kegiatan Tahun 2024")
        self.t41 = self._add_sheet("Tabel 4.1", "Rencana Kerja dan Pendanaan Tahun 2024")

    def _add_sheet(self, name: str, title: str) -> Worksheet:
        sheet = self.book.create_sheet(name)
        sheet.append([title])
        sheet.append([])
        sheet.append([*HEAD, *FORWARD_HEADS])
        for code, name_, amount in ROWS:
            more = amount * MILLION * 11 // 10
            sheet.append(
                [
                    code,
                    name_,
                    f"Jumlah {name_}",
                    "Kab. A",
                    "10 dok",
                    amount * MILLION,
                    "APBD",
                    "11 dok",
                    more,
                ]
            )
        sheet.append(["", "TOTAL", "", "", "", TOTAL * MILLION])
        return sheet

    def check(self, *codes: str) -> list[Finding]:
        self.book.save(self.path)
        report = check_file(str(self.path), Setting())
        return [f for f in report.findings if f.code in codes]


@pytest.fixture
def book(tmp_path: Path) -> PlanBook:
    return PlanBook(tmp_path / "buku.xlsx")


SUM_RULES = tuple(f"JML00{number}" for number in range(1, 6))


def _shift(sheet: Worksheet, start: int, step: int) -> None:
    """Insert a blank cell into the column of amounts, or delete one."""
    last = FIRST + len(ROWS) - 1
    amounts = [sheet.cell(row, 6).value for row in range(FIRST, last + 1)]
    at = start - FIRST
    moved = (
        [*amounts[:at], None, *amounts[at:-1]] if step > 0 else [*amounts[:at], *amounts[at + 1 :]]
    )
    for row in range(FIRST, last + 1):
        place = row - FIRST
        sheet.cell(row, 6).value = moved[place] if place < len(moved) else None


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("which", ["t41", "tc33"])
def test_amounts_that_moved_by_a_row_are_one_story(book: PlanBook, step: int, which: str) -> None:
    _shift(getattr(book, which), 6, step)
    found = book.check("TBL001", *SUM_RULES)
    assert len(found) > 8
    (lead,) = (f for f in found if f.cause is None)
    assert (lead.code, lead.sheet) == ("TBL001", "Tabel 4.1")
    assert lead.cell == {1: "F7", -1: "F6"}[step]
    assert "bergeser satu baris" in lead.message.id
    assert {1: "di atasnya", -1: "di bawahnya"}[step if which == "t41" else -step] in (
        lead.message.id
    )
    assert {f.cause for f in found if f is not lead} == {lead.fingerprint}
    assert all(f.fix is None for f in found)
    assert all("dahulu" in f.advice.id for f in found if f is not lead)


def test_only_the_lowest_rows_moved(book: PlanBook) -> None:
    """The sums are formulas and follow: their differences are those of the rows that moved."""
    lowest = [FIRST + at for at, (code, _, _) in enumerate(ROWS) if len(code) > 12]
    amounts = [book.t41.cell(row, 6).value for row in lowest]
    for row, amount in zip(lowest[1:], amounts, strict=False):
        book.t41.cell(row, 6).value = amount
    found = book.check("TBL001")
    assert len(found) == len(lowest) - 1
    assert Counter(f.cause for f in found)[None] == 1
    assert found[0].cell == f"F{lowest[1]}"
    assert found[0].cause is None


def test_amounts_of_another_column_are_one_story(book: PlanBook) -> None:
    for row in range(FIRST, FIRST + len(ROWS)):
        book.t41.cell(row, 6).value = book.tc33.cell(row, 9).value
    found = book.check("TBL001")
    (lead,) = (f for f in found if f.cause is None)
    assert lead.cell == f"F{FIRST}"
    assert f"{len(ROWS)} pagu Tabel 4.1 sama dengan pagu maju di T-C.33" in lead.message.id
    assert {f.cause for f in found if f is not lead} == {lead.fingerprint}


def test_amounts_that_merely_differ_are_told_one_by_one(book: PlanBook) -> None:
    lowest = [FIRST + at for at, (code, _, _) in enumerate(ROWS) if len(code) > 12]
    for number, row in enumerate(lowest, 1):
        book.t41.cell(row, 6).value += number * MILLION
    found = book.check("TBL001")
    assert {f.cause for f in found} == {None}
    assert all("bergeser" not in f.message.id for f in found)


def test_funds_of_the_review_that_moved_by_a_row(tmp_path: Path) -> None:
    book = PlanBook(tmp_path / "buku.xlsx")
    sheet = book.book.create_sheet("T-C.31")
    sheet.append(["Review terhadap Rancangan Awal RKPD Tahun 2024"])
    half = ["Program/Kegiatan", "Lokasi", "Indikator Kinerja", "Target Capaian"]
    sheet.append(
        ["No", "Rancangan Awal RKPD", *[None] * 4, "Hasil Analisis Kebutuhan", *[None] * 4]
    )
    sheet.append([None, *half, "Pagu Indikatif (Rp)", *half, "Kebutuhan Dana (Rp)", "Catatan"])
    sheet.merge_cells("B2:F2")
    sheet.merge_cells("G2:K2")
    sheet["L2"] = "Catatan Penting"
    sheet["L3"] = None
    amounts = [amount for _, _, amount in ROWS]
    moved = [*amounts[:2], 77, *amounts[2:-1]]
    for number, ((_, name, amount), other) in enumerate(zip(ROWS, moved, strict=True), 1):
        half_ = [name, "Kab. A", f"Jumlah {name}", "10 dok"]
        sheet.append([number, *half_, amount * MILLION, *half_, other * MILLION, "sesuai"])
    found = book.check("RKP004")
    (lead,) = (f for f in found if f.cause is None)
    assert lead.cell == "K6"
    assert "bergeser satu baris" in lead.message.id
    assert len(found) == sum(one != two for one, two in zip(amounts, moved, strict=True))
