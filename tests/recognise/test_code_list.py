"""Codes on a sheet that is no known table are checked as codes, and as nothing else."""

from __future__ import annotations

import pytest

from selaras.engine.run import check_book, recognise_book
from selaras.model.book import Book, DenseGrid, Sheet, Value
from selaras.model.setting import Setting
from selaras.rules import list_cards
from selaras.values.finding import Severity
from small_plan import PLAN_ROWS

#: A head that no table has.
HEAD: list[Value] = ["Kode", "Uraian", "Penanggung jawab", "Dokumen"]
CODE_RULES = {card.code for card in list_cards() if card.code.startswith("KOD")}


def book(*rows: list[Value], head: list[Value] = HEAD) -> Book:
    return Book(
        "rekap.xlsx", "", (Sheet("Rekap", DenseGrid([["Rekap", "", "", ""], head, *rows])),)
    )


def listed() -> list[list[Value]]:
    return [[code, name, "Bidang A", "Laporan"] for code, name, _ in PLAN_ROWS]


def test_codes_are_read_as_a_list_and_the_report_says_so() -> None:
    report = check_book(book(*listed()), Setting())
    (info,) = report.tables
    assert (info.table, info.sheet, info.rows, info.codes_only) == (
        "Daftar berkode", "Rekap", len(PLAN_ROWS), True,
    )  # fmt: skip
    assert dict(info.columns) == {"kode": "A", "nama": "B"}
    assert report.verdict == "tidak diperiksa"
    (skipped,) = report.skipped_sheets
    assert skipped.reason.id.endswith("hanya kode dan namanya yang diperiksa")
    assert [f for f in report.findings if f.code[:3] not in ("KOD", "LBR")] == []
    ran = {rule.code for rule in report.rules if rule.status != "skipped"}
    assert {"KOD001", "KOD002", "KOD003", "KOD004", "KOD009", "KOD010"} <= ran
    assert not {code for code in ran if code[:3] in ("JML", "ISI", "IND", "RKP", "RST", "TBL")}


@pytest.mark.parametrize(
    ("row", "value", "code"),
    [
        (3, "2.17.02.2.O1.02", "KOD001"),
        (7, "2.17.03.2.01.01", "KOD003"),
        (4, "2.17.03.2", "KOD001"),
    ],
)
def test_a_wrong_code_is_found_at_its_cell(row: int, value: str, code: str) -> None:
    rows = listed()
    rows[row][0] = value
    report = check_book(book(*rows), Setting())
    found = [f for f in report.findings if f.severity is Severity.ERROR]
    assert (code, f"A{row + 3}") in [(f.code, f.cell) for f in found]
    assert {f.code for f in found} <= CODE_RULES


def test_a_list_that_repeats_its_codes_on_purpose_is_not_blamed() -> None:
    rows = [row for month in ("Januari", "Februari") for row in
            [[code, name, month, ""] for code, name, _ in PLAN_ROWS]]  # fmt: skip
    report = check_book(book(*rows), Setting())
    assert [f for f in report.findings if f.severity is Severity.ERROR] == []
    (state,) = [rule for rule in report.rules if rule.code == "KOD003"]
    assert state.status == "skipped"


def test_a_list_takes_no_part_in_comparisons_and_does_not_stand_for_a_plan() -> None:
    work = recognise_book(book(*listed()), Setting())[0]
    assert work.tables == ()
    assert len(work.lists) == 1


def test_account_codes_make_no_list() -> None:
    rows: list[list[Value]] = listed()
    rows.insert(3, ["5.1.02.01.01.0024", "Belanja Alat Tulis Kantor", "", ""])
    rows.insert(5, ["5.1.02.02.01.0003", "Honorarium Narasumber", "", ""])
    assert recognise_book(book(*rows), Setting())[0].lists == ()


def test_few_codes_or_codes_among_other_things_make_no_list() -> None:
    assert recognise_book(book(*listed()[:4]), Setting())[0].lists == ()
    rows = [row for each in listed() for row in (each, ["Catatan", "lain", "", ""])]
    assert recognise_book(book(*rows), Setting())[0].lists == ()


def test_a_sheet_that_was_set_aside_is_left_alone() -> None:
    setting = Setting(tables={"Rekap": "-"})
    assert recognise_book(book(*listed()), setting)[0].lists == ()


def test_of_columns_of_codes_the_lowest_tells_the_rows() -> None:
    rows: list[list[Value]] = [
        [code[:7], code[:12], code, name]
        for code, name in ((f"2.17.02.2.01.{n:02d}", f"Pemeriksaan {n} unit") for n in range(1, 7))
    ]
    report = check_book(book(*rows, head=["Program", "Kegiatan", "Sub", "Uraian"]), Setting())
    (info,) = report.tables
    assert dict(info.columns) == {"kode": "C", "nama": "D"}
