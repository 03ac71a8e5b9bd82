"""Several plans in one workbook: of other agencies, other stages; and one plan told twice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from selaras.api import check
from selaras.report.result import WorkbookReport
from selaras.values.finding import Severity

HEADS = (
    "Kode",
    "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan",
    "Indikator Kinerja",
    "Lokasi",
    "Target Tahun 2026",
    "Pagu Indikatif Tahun 2026",
    "Sumber Dana",
    "Catatan Penting",
    "Target Tahun 2027",
    "Pagu Indikatif Tahun 2027",
)
PROGRAMS = ("7.01.01", "7.01.02")
Amounts = Sequence[int]


def plan_rows(amounts: Amounts) -> list[list[object]]:
    """Return two programs, each with a kegiatan of two sub kegiatan with these amounts."""
    rows: list[list[object]] = []

    def add(code: str, name: str, pagu: int, subs: int = 2) -> None:
        rest = [f"Jumlah {name}", "Alas", "5 unit", pagu, "PAD", None, "6 unit"]
        rows.append([code, name, *rest, pagu + subs * 1_000_000])

    for at, program in enumerate(PROGRAMS):
        own = amounts[2 * at : 2 * at + 2]
        add(program, f"Program {'ABC'[at]}", sum(own))
        add(f"{program}.2.01", f"Kegiatan {'ABC'[at]}", sum(own))
        for number, amount in enumerate(own, 1):
            add(f"{program}.2.01.{number:04}", f"Sub Kegiatan {'ABC'[at]}{number}", amount, 1)
    return rows


def append_plan(sheet: Worksheet, amounts: Amounts, *lines: str) -> int:
    """Write lines and a plan below what a sheet holds; return the row of its first program."""
    for line in lines:
        sheet.append([line])
    sheet.append(HEADS)
    first = sheet.max_row + 1
    rows = plan_rows(amounts)
    for row in rows:
        sheet.append(row)
    sums = [sum(int(str(row[at])) for row in rows if row[0] in PROGRAMS) for at in (5, 9)]
    sheet.append([None, "JUMLAH", None, None, None, sums[0], None, None, None, sums[1]])
    return first


ONE = (15_000_000, 27_500_000, 8_250_000, 4_750_000)
OTHER = (11_000_000, 23_500_000, 9_250_000, 6_750_000)
#: ONE, with the last sub kegiatan changed.
LATER = (15_000_000, 27_500_000, 8_250_000, 5_750_000)
TITLE = "Rumusan Rencana Program dan Kegiatan {} Tahun 2026"


#: Rules that speak of sheets and tables, not of what they hold.
_COVERAGE = ("LBR001", "LBR007")


def run(book: Workbook, tmp_path: Path) -> WorkbookReport:
    path = tmp_path / "plans.xlsx"
    book.save(path)
    return check(path)


def findings(report: WorkbookReport) -> list[tuple[str, Severity, str | None, str | None]]:
    return [
        (f.code, f.severity, f.sheet, f.cell) for f in report.findings if f.code not in _COVERAGE
    ]


def sheets(*plans: tuple[str, Amounts, tuple[str, ...]]) -> Workbook:
    """Return a workbook with a plan a sheet: its name, amounts and the lines above its head."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, amounts, lines in plans:
        sheet = book.create_sheet(name)
        assert isinstance(sheet, Worksheet)
        append_plan(sheet, amounts, *lines)
    return book


AGENCY_TITLE = TITLE.format("Dispora Kabupaten Mojokerto")


@pytest.mark.parametrize(
    "plans",
    [
        # Agencies that titles or sheets name, or that nothing names.
        (("Kec. Alas", ONE, ()), ("Kec. Buer", OTHER, ())),
        (("Alas", ONE, ()), ("Buer", OTHER, ()), ("Rhee", LATER[::-1], ())),
        (("1", ONE, ("1. Kecamatan Alas",)), ("2", OTHER, ("2. Kecamatan Buer",))),
        (("1", ONE, (TITLE.format("Kecamatan Alas"),)), ("2", LATER, (TITLE.format("Kec. Buer"),))),
        (("A", ONE, ("UPTD Puskesmas Alas",)), ("B", LATER, ("UPTD Puskesmas Buer",))),
        (("A", ONE, ("A. Bagian Umum",)), ("B", LATER, ("B. Bagian Hukum",))),
        # Stages of one plan.
        (("Ranwal", ONE, (AGENCY_TITLE,)), ("Rankhir", LATER, (AGENCY_TITLE,))),
        (("Renja Induk", ONE, (AGENCY_TITLE,)), ("Renja Perubahan", LATER, (AGENCY_TITLE,))),
        (("A", ONE, (AGENCY_TITLE,)), ("B", LATER, ("Rumusan Perubahan Rencana Program Dispora",))),
        (("A", ONE, (AGENCY_TITLE,)), ("PPAS", LATER, (AGENCY_TITLE,))),
        (("T-C.33", ONE, (AGENCY_TITLE,)), ("T-C.33 lama", LATER, (AGENCY_TITLE,))),
        (("Usulan", LATER, (AGENCY_TITLE,)), ("T-C.33", ONE, (AGENCY_TITLE,))),
    ],
)
def test_plans_of_other_agencies_and_stages_are_the_same_kind_and_not_compared(
    plans: tuple[tuple[str, Amounts, tuple[str, ...]], ...], tmp_path: Path
) -> None:
    report = run(sheets(*plans), tmp_path)
    assert {table.table for table in report.tables} == {"T-C.33"}
    assert findings(report) == []


def test_a_hidden_sheet_is_no_other_table_of_the_plan(tmp_path: Path) -> None:
    book = sheets(("Renja", ONE, (AGENCY_TITLE,)), ("Lembar2", LATER, (AGENCY_TITLE,)))
    book["Lembar2"].sheet_state = "hidden"
    report = run(book, tmp_path)
    assert [table.table for table in report.tables] == ["T-C.33"] * 2
    assert findings(report) == []


@pytest.mark.parametrize("beside", [False, True])
def test_part_titles_above_stacked_or_adjoining_tables_part_them(
    beside: bool, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    if beside:
        sheet.cell(1, 1, "BAGIAN UMUM")
        sheet.cell(1, 13, "BAGIAN HUKUM")
        for left, amounts in ((1, ONE), (13, LATER)):
            rows: list[Sequence[object]] = [HEADS, *plan_rows(amounts)]
            for number, row in enumerate(rows, 2):
                for column, value in enumerate(row, left):
                    sheet.cell(number, column, value)  # type: ignore[arg-type]
    else:
        sheet.append(["RENCANA KERJA SEKRETARIAT DAERAH TAHUN 2026"])
        append_plan(sheet, ONE, "BAGIAN UMUM")
        append_plan(sheet, LATER, "", "BAGIAN HUKUM")
    report = run(book, tmp_path)
    assert [table.table for table in report.tables] == ["T-C.33"] * 2
    assert findings(report) == []


def test_the_same_plan_told_twice_is_compared(tmp_path: Path) -> None:
    """Most amounts agree and nothing names another stage: the second is taken for Tabel 4.1."""
    report = run(sheets(("A", ONE, (AGENCY_TITLE,)), ("B", ONE, (AGENCY_TITLE,))), tmp_path)
    assert findings(report) == []
    longer = (*ONE[:3], ONE[3] + 1)
    report = run(sheets(("A", ONE, (AGENCY_TITLE,)), ("B", longer, (AGENCY_TITLE,))), tmp_path)
    assert ("TBL001", Severity.ERROR, "B", "F10") in findings(report)


def test_each_plan_is_compared_with_the_funding_table_of_its_stage(tmp_path: Path) -> None:
    funding = "Rencana Kerja dan Pendanaan Tahun 2026"
    plans = (("Ranwal", ONE, (AGENCY_TITLE,)), ("Rankhir", LATER, (AGENCY_TITLE,)))
    book = sheets(*plans, ("4.1", LATER, (funding,)))
    assert findings(run(book, tmp_path)) == []
    book["4.1"]["B5"] = "Sub Kegiatan lain"
    book["4.1"]["F5"] = 15_000_001
    found = [one for one in findings(run(book, tmp_path)) if one[0] == "TBL001"]
    assert found == [("TBL001", Severity.ERROR, "4.1", "F5")]


def test_tables_that_name_two_stages_differ_as_a_warning_only(tmp_path: Path) -> None:
    book = sheets(
        ("T-C.33", ONE, ("Rancangan Awal Renja", AGENCY_TITLE)),
        ("4.1", LATER, ("Rancangan Akhir Renja", "Rencana Kerja dan Pendanaan Tahun 2026")),
    )
    found = findings(run(book, tmp_path))
    assert {code for code, *_ in found} == {"TBL001"}
    assert {severity for _, severity, *_ in found} == {Severity.WARNING}


def recap(book: Workbook, name: str, amounts: Sequence[tuple[str, int]], at: int = 1) -> None:
    """Put a sheet with programs only and their sum beside the plan."""
    sheet = book.create_sheet(name, at)
    assert isinstance(sheet, Worksheet)
    sheet.append(["Rekapitulasi Rencana Kerja Tahun 2026"])
    sheet.append(HEADS)
    for code, pagu in amounts:
        name = f"Program {'ABC'[PROGRAMS.index(code)]}"
        rest = [f"Jumlah {name}", "Alas", "5 unit", pagu, "PAD", None, "6 unit", pagu + 2_000_000]
        sheet.append([code, name, *rest])
    total = sum(pagu for _, pagu in amounts)
    forward = total + 2_000_000 * len(amounts)
    sheet.append([None, "JUMLAH", None, None, None, total, None, None, None, forward])


@pytest.mark.parametrize("at", [0, 1])
def test_a_recapitulation_is_held_against_its_table(at: int, tmp_path: Path) -> None:
    book = sheets(("RINCIAN", ONE, ("Rencana Kerja Tahun 2026",)))
    recap(book, "REKAP", [("7.01.01", 42_500_000), ("7.01.02", 13_000_000)], at)
    report = run(book, tmp_path)
    assert [table.table for table in report.tables] == ["T-C.33"] * 2
    assert findings(report) == []

    book["REKAP"]["F4"] = 13_000_100
    book["REKAP"]["F5"] = 55_500_100
    report = run(book, tmp_path)
    assert findings(report) == [("TBL001", Severity.WARNING, "REKAP", "F4")]
    (told,) = report.findings
    assert (told.expected, told.difference) == (13_000_000, 100)
    assert "T-C.33 di lembar RINCIAN" in told.message.id


def test_a_program_that_a_recapitulation_lacks_is_told(tmp_path: Path) -> None:
    book = sheets(("RINCIAN", ONE, ("Rencana Kerja Tahun 2026",)))
    recap(book, "REKAP", [("7.01.01", 42_500_000)])
    report = run(book, tmp_path)
    assert findings(report) == [("TBL004", Severity.WARNING, "RINCIAN", "A7")]
    assert "tidak ada di T-C.33 di lembar REKAP" in report.findings[0].message.id


def test_pages_on_sheets_of_their_own_are_one_plan(tmp_path: Path) -> None:
    """Each page repeats the program and kegiatan that go on: its few rows are no copy of them."""
    rows = plan_rows(ONE)
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, page in enumerate((rows[:3], [*rows[:2], rows[3]], rows[4:]), 1):
        sheet = book.create_sheet(f"Hal {number}")
        assert isinstance(sheet, Worksheet)
        sheet.append([AGENCY_TITLE])
        sheet.append(HEADS)
        for row in page:
            sheet.append(row)
    report = run(book, tmp_path)
    assert [table.table for table in report.tables] == ["T-C.33"] * 3
    assert not [one for one in findings(report) if one[0].startswith("TBL")]


def test_agencies_that_nothing_names_have_their_own_funding_tables(tmp_path: Path) -> None:
    funding = "Rencana Kerja dan Pendanaan Tahun 2026"
    book = sheets(
        *(("33 Alas", ONE, (AGENCY_TITLE,)), ("41 Alas", ONE, (funding,))),
        *(("33 Buer", OTHER, (AGENCY_TITLE,)), ("41 Buer", OTHER, (funding,))),
    )
    assert findings(run(book, tmp_path)) == []
    book["41 Buer"]["F10"] = OTHER[3] + 5
    found = [one for one in findings(run(book, tmp_path)) if one[0] == "TBL001"]
    assert found == [("TBL001", Severity.ERROR, "41 Buer", "F10")]


@pytest.mark.parametrize("names", [("Sekretariat", "Bidang Trantib"), ("Bidang Trantib",)])
def test_sheets_of_bidang_beside_the_plan_are_held_against_it(
    names: tuple[str, ...], tmp_path: Path
) -> None:
    book = sheets(("T-C.33", ONE, (AGENCY_TITLE,)))
    rows = plan_rows(ONE)
    for name, part in zip(names, (rows[:4], rows[4:]), strict=False):
        sheet = book.create_sheet(name)
        assert isinstance(sheet, Worksheet)
        sheet.append([f"RENCANA KERJA {name.upper()} TAHUN 2026"])
        sheet.append(HEADS)
        for row in part:
            sheet.append(row)
    report = run(book, tmp_path)
    assert {table.table for table in report.tables} == {"T-C.33"}
    assert findings(report) == []
    last = book.worksheets[-1]
    for row in (3, 4, 6):
        last.cell(row, 6).value = int(str(last.cell(row, 6).value)) + 7
    assert ("TBL001", Severity.WARNING, names[-1], "F6") in findings(run(book, tmp_path))
