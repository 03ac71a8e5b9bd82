"""The sheet Temuan: its head, its table, its links, and nothing in it that could come alive."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from selaras.report.palette import FILLS
from selaras.report.result import RuleStatus, SkippedSheet, TableInfo, WorkbookReport
from selaras.values.finding import Finding, Severity
from selaras.values.text import Text
from selaras_addin.live.sheets import findings_sheet

SHEET_NAME = 'O\'Neil "x"'
HEAD = [column.head.id for column in findings_sheet.LIST_COLUMNS]


def _build_finding(cell: str | None, message: str, **values: object) -> Finding:
    defaults = {"sheet": SHEET_NAME if cell else None, "code": "JML001", "severity": Severity.ERROR}
    return Finding(Text(message, message), cell=cell, **{**defaults, **values})  # type: ignore[arg-type]


CAUSE = _build_finding("B9", "Tersalin.", severity=Severity.WARNING, fingerprint="sebab")
REPORT = WorkbookReport(
    "uji.xlsx",
    None,
    "checked",
    tables=(TableInfo("T-C.33", SHEET_NAME, "A1:C9", 2024, 8, {}),),
    findings=(
        CAUSE,
        _build_finding(
            "C3", "Salah jumlah.", cause="sebab", kode="2.17.01", expected=12, actual=10,
            difference=-2, advice=Text("Isi 12.", "Put 12."), fingerprint="akibat",
        ),
        _build_finding("A2", "=1+1", actual="=cmd|' /C calc'!A0", expected="@SUM(1)", group="a"),
        _build_finding("A4", "-2+3", actual="+1", expected="25,48%", kode="2.17", group="b"),
        _build_finding(
            "B5", "Pecahan.", expected=Decimal("98.57"), actual=Decimal("5.0"), group="c",
            severity=Severity.INFO,
        ),
        _build_finding(None, "Tabel wajib tidak ada.", group="d", severity=Severity.INFO),
    ),
    rules=(RuleStatus("KOD005", "skipped", Text("nomenklatur belum dimuat", "none")),),
    skipped_sheets=(SkippedSheet("Catatan", Text("tidak berkepala", "no head")),),
)  # fmt: skip


@pytest.fixture
def book(tmp_path: Path, opener: Callable[[Path], xw.Book]) -> xw.Book:
    """A workbook with a sheet whose name has quotes in it."""
    book = openpyxl.Workbook()
    book.active.title = SHEET_NAME
    for row in range(1, 10):
        book.active.append([row, row, row])
    path = tmp_path / "uji.xlsx"
    book.save(path)
    return opener(path)


def test_rows_tell_causes_first(book: xw.Book) -> None:
    sheet = findings_sheet.write_findings(book, REPORT, "id")
    assert sheet.name == "Temuan"
    rows = sheet["A7:K13"].value
    assert rows[0] == HEAD
    assert [row[:7] for row in rows[1:]] == [
        [1, "Kesalahan", "JML001", SHEET_NAME, "A2", None, "=1+1"],
        [2, "Kesalahan", "JML001", SHEET_NAME, "A4", "2.17", "-2+3"],
        [3, "Peringatan", "JML001", SHEET_NAME, "B9", None, "Tersalin."],
        [4, "Kesalahan", "JML001", SHEET_NAME, "C3", "2.17.01", "Akibat no. 3: Salah jumlah."],
        [5, "Catatan", "JML001", None, None, None, "Tabel wajib tidak ada."],
        [6, "Catatan", "JML001", SHEET_NAME, "B5", None, "Pecahan."],
    ]
    assert [row[7:] for row in rows[1:]] == [
        ["@SUM(1)", "=cmd|' /C calc'!A0", None, None],
        ["25,48%", "+1", None, None],
        [None, None, None, None],
        [12, 10, -2, "Isi 12."],
        [None, None, None, None],
        [98.57, 5, None, None],
    ]
    assert sheet["H13"].number_format == "#,##0.00_)"
    assert sheet["I13"].number_format == sheet["H11"].number_format == "#,##0_)"
    assert sheet["B8"].color == tuple(bytes.fromhex(FILLS[Severity.ERROR]))
    assert sheet["B10"].color == tuple(bytes.fromhex(FILLS[Severity.WARNING]))


def test_head_says_what_was_checked_and_what_not(book: xw.Book) -> None:
    sheet = findings_sheet.write_findings(
        book, REPORT, "id", [Text("hanya satu lembar", "one sheet only")]
    )
    assert sheet["A1"].value == "Temuan Selaras"
    assert sheet["A2:C6"].value == [
        ["Hasil", None, "3 kesalahan, 1 peringatan, 2 catatan"],
        ["Tabel", None, f"T-C.33 {SHEET_NAME}!A1:C9, tahun 2024, 8 baris"],
        ["Tanpa tabel", None, "Catatan: tidak berkepala"],
        ["Dilewati", None, "KOD005: nomenklatur belum dimuat"],
        ["Perhatian", None, "Hanya satu lembar"],
    ]


def test_links_lead_to_their_cells_and_follow_them(book: xw.Book) -> None:
    sheet = findings_sheet.write_findings(book, REPORT, "id")
    assert sheet["E11"].formula == (
        "=HYPERLINK(\"#'O''Neil \"\"x\"\"'!\"&ADDRESS(ROW('O''Neil \"x\"'!$C$3),"
        "COLUMN('O''Neil \"x\"'!$C$3),4),ADDRESS(ROW('O''Neil \"x\"'!$C$3),"
        "COLUMN('O''Neil \"x\"'!$C$3),4))"
    )
    assert sheet["E12"].formula == ""
    book.sheets[SHEET_NAME]["1:2"].insert("down")
    assert [sheet[f"E{row}"].value for row in (8, 9, 11)] == ["A4", "A6", "C5"]


def test_no_text_of_the_workbook_comes_alive(book: xw.Book, tmp_path: Path) -> None:
    findings_sheet.write_findings(book, REPORT, "id")
    book.save(str(tmp_path / "hasil.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "hasil.xlsx")["Temuan"]
    formulas = {c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"}
    assert formulas == {f"E{row}" for row in (8, 9, 10, 11, 13)}
    assert (sheet["G8"].value, sheet["I8"].value) == ("=1+1", "=cmd|' /C calc'!A0")


def test_it_is_a_table_with_filters_and_a_frozen_head(book: xw.Book, tmp_path: Path) -> None:
    sheet = findings_sheet.write_findings(book, REPORT, "id")
    (table,) = sheet.tables
    assert (table.name, table.range.address) == ("TemuanSelaras", "$A$7:$K$13")
    assert table.show_autofilter
    assert book.app.impl.find_store(book.impl.doc).frozen == {"Temuan": (7, 0)}
    book.save(str(tmp_path / "hasil.xlsx"))
    saved = openpyxl.load_workbook(tmp_path / "hasil.xlsx")["Temuan"]
    assert saved["G8"].alignment.wrap_text
    assert saved.column_dimensions["G"].width > 50
    assert saved.tables["TemuanSelaras"].autoFilter.ref == "A7:K13"


def test_a_list_of_the_users_own_is_left_alone(book: xw.Book) -> None:
    own = book.sheets.add("Temuan", after=book.sheets[-1])
    own["A1"].value = "Temuan BPK"
    sheet = findings_sheet.write_findings(book, REPORT, "id")
    assert sheet.name == "Temuan (2)"
    assert own["A1"].value == "Temuan BPK"
    # Written again, it takes the same place.
    assert findings_sheet.write_findings(book, REPORT, "id").name == "Temuan (2)"
    assert [sheet.name for sheet in book.sheets] == [SHEET_NAME, "Temuan", "Temuan (2)"]
    assert findings_sheet.delete_list(book)
    assert not findings_sheet.delete_list(book)


def test_no_findings_is_said(book: xw.Book) -> None:
    sheet = findings_sheet.write_findings(book, REPORT._replace(findings=()), "en")
    assert sheet["C2"].value == "no findings"
    assert sheet["G8"].value == "No findings."
    assert findings_sheet.read_rule(sheet, 8) is None


def test_only_so_many_rows_are_written(book: xw.Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_sheet, "MOST_FINDINGS", 2)
    sheet = findings_sheet.write_findings(book, REPORT, "id")
    assert sheet["C6"].value == "4 temuan lagi tidak didaftar"
    assert sheet["A9:A11"].value == [1, 2, None]
