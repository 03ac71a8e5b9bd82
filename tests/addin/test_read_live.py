"""The open workbook is read as its saved file is: the same findings, unsaved changes included."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw
from openpyxl.styles import Alignment, Font
from openpyxl.utils.indexed_list import IndexedList

from layouts import write
from selaras.engine.run import check_book, check_file
from selaras.intake import read_book as read_file
from selaras.model.book import PLAIN, Book, Style
from selaras.model.setting import Setting
from selaras.report.result import Report, WorkbookReport
from selaras.values.a1 import Area
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.read import read_live_book

from .calc_engine import counts
from .conftest import EXAMPLE_PLAN


def _dump_report(report: WorkbookReport) -> dict[str, Any]:
    """Return the report as JSON says it, without what is the file's own."""
    (one,) = Report((report,)).to_dict()["workbooks"]
    return {key: one[key] for key in ("tables", "findings", "rules", "skipped_sheets")}


def _assert_same(path: Path, book: xw.Book) -> None:
    setting = Setting()
    live = _dump_report(check_book(read_live_book(book), setting))
    assert live["findings"]
    assert live == _dump_report(check_file(str(path), setting))


def test_findings_of_the_example_are_those_of_its_file(example: xw.Book) -> None:
    _assert_same(EXAMPLE_PLAN, example)
    # And without going to the workbook cell by cell.
    sheets = len(example.sheets)
    assert counts["Range.raw_value"] == counts["Range.formula"] == sheets
    assert counts["RangeApi.EntireRow"] == counts["RangeApi.EntireColumn"] == sheets
    # 123 merged areas are found by halving; looks are asked for in the columns that need them.
    assert counts["Range.merge_cells"] < 800
    assert counts["Range.number_format"] < 350
    assert counts["Range.font"] < 300


@pytest.mark.parametrize("layout", ["rumus", "sipd-2baris", "tumpuk"])
def test_findings_of_layouts_are_those_of_their_files(
    layout: str, opener: Callable[[Path], xw.Book], tmp_path: Path
) -> None:
    path, _ = write(layout, tmp_path)
    _assert_same(path, opener(path))


@pytest.fixture
def assortment(tmp_path: Path) -> Path:
    """A workbook with one of each: dates, errors, hidden and merged cells, looks, a filter."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Ragam"
    sheet.append(["Kode", "Nama", "Pagu", "Tanggal", "Ya"])
    for number in range(2, 12):
        sheet.append([f"1.{number:02}", "Nama " * number, number * 1000, None, number % 2 == 0])
    sheet["C12"] = "=SUM(C2:C11)"
    sheet["D12"] = "=1/0"
    sheet["E12"] = '=IF(C12>0,"a;b, c","")'
    sheet["D2"] = datetime.date(2024, 3, 5)
    sheet["D2"].number_format = "dd/mm/yyyy"
    sheet["B5"].quotePrefix = True
    sheet["B5"].value = "=teks"
    sheet["B5"].data_type = "s"
    sheet["B3"].font = Font(bold=True)
    sheet["B4"].font = Font(italic=True)
    sheet["B6"].alignment = Alignment(indent=2)
    sheet["C4"].number_format = "#,##0.00"
    sheet["F2"] = sheet["G2"] = sheet["F6"] = "gabung"
    sheet.merge_cells("F2:F5")
    sheet.merge_cells("G2:I3")
    sheet.merge_cells("F6:G6")
    sheet.row_dimensions[4].hidden = sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet.auto_filter.ref = "A1:E11"
    sheet.auto_filter.add_filter_column(4, ["TRUE"])
    other = book.create_sheet("Lain")
    other.sheet_state = "hidden"
    other["A1"] = "=Ragam!C12*2"
    path = tmp_path / "ragam.xlsx"
    book.save(path)
    return path


def test_each_kind_of_content_is_read(assortment: Path, opener: Callable[[Path], xw.Book]) -> None:
    live, from_file = read_live_book(opener(assortment)), read_file(assortment)
    sheet, other = live.sheet("Ragam"), live.sheet("Lain")
    assert (sheet.state, other.state) == ("visible", "hidden")
    assert sheet.formulas == from_file.sheet("Ragam").formulas
    assert other.formulas == {(1, 1): "=Ragam!C12*2"}
    assert other.value(1, 1) == 2 * sheet.value(12, 3) == 2 * 65_000
    assert sheet.errors == {(12, 4): "#DIV/0!"}
    assert sheet.value(12, 4) is None
    assert sheet.value(12, 5) == "a;b, c"
    assert sheet.value(5, 2) == "=teks"
    for row in range(1, 12):
        for column in range(1, 6):
            assert sheet.value(row, column) == from_file.sheet("Ragam").value(row, column)
    assert sheet.hidden_rows == from_file.sheet("Ragam").hidden_rows == {4, 5}
    assert sheet.hidden_columns == {5}
    assert sheet.filtered
    assert sheet.merges == (Area(2, 6, 5, 6), Area(2, 7, 3, 9), Area(6, 6, 6, 7))


def test_unsaved_changes_are_read(assortment: Path, opener: Callable[[Path], xw.Book]) -> None:
    book = opener(assortment)
    book.sheets["Ragam"]["C2"].value = 7
    book.sheets["Ragam"]["A20"].value = "baris baru"
    sheet = read_live_book(book).sheet("Ragam")
    assert (sheet.value(2, 3), sheet.value(12, 3), sheet.value(20, 1)) == (7, 63_007, "baris baru")


def test_macos_reads_the_same(
    assortment: Path, opener: Callable[[Path], xw.Book], monkeypatch: pytest.MonkeyPatch
) -> None:
    book = opener(assortment)
    windows = read_live_book(book).sheet("Ragam")
    # There xlwings alone is asked, not Excel's own objects.
    monkeypatch.setattr(grid, "MACOS", True)
    macos = read_live_book(book).sheet("Ragam")
    for part in ("errors", "formulas", "hidden_rows", "hidden_columns", "merges"):
        assert getattr(macos, part) == getattr(windows, part)
    assert [macos.grid.row(row) for row in range(1, 13)] == [
        windows.grid.row(row) for row in range(1, 13)
    ]


def test_large_used_ranges_end_where_something_stands(
    assortment: Path, opener: Callable[[Path], xw.Book], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid, "_USUAL_SIZE", 10)
    assert grid.find_used_area(opener(assortment).sheets["Ragam"]) == Area(1, 1, 12, 7)


def _read_style(book: Book, row: int, column: int) -> Style:
    style = book.sheet("Ragam").style(row, column)
    return Style(style.bold, style.italic, style.indent, style.number_format)


@pytest.mark.parametrize(
    ("font", "size"), [("DejaVu Sans Mono", 16), ("Liberation Sans", 8), ("Calibri", 11)]
)
def test_indents_are_read_whatever_the_font(
    font: str, size: int, opener: Callable[[Path], xw.Book], tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    # openpyxl has no public way to say which font is the workbook's own.
    book._fonts = IndexedList([Font(name=font, size=size)])
    book._named_styles["Normal"].font = Font(name=font, size=size)
    sheet = book.active
    sheet.title = "Ragam"
    for row in range(1, 6):
        sheet.cell(row, 1, "Nama").alignment = Alignment(indent=row)
    path = tmp_path / "lekukan.xlsx"
    book.save(path)
    live = read_live_book(opener(path))
    assert [_read_style(live, row, 1).indent for row in range(1, 6)] == [1, 2, 3, 4, 5]


def test_looks_are_read(assortment: Path, opener: Callable[[Path], xw.Book]) -> None:
    live = read_live_book(opener(assortment))
    assert _read_style(live, 2, 2) == PLAIN
    assert _read_style(live, 3, 2) == Style(bold=True)
    assert _read_style(live, 4, 2) == Style(italic=True)
    assert _read_style(live, 6, 2) == Style(indent=2)
    assert _read_style(live, 4, 3) == Style(number_format="#,##0.00")
    assert _read_style(live, 9999, 2) == PLAIN
