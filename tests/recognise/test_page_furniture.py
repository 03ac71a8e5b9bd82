"""Headers and footers of printed pages that name the agency: they part no table."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.api import check
from selaras.report.result import WorkbookReport

from .test_editions import HEADS, LATER, ONE, PROGRAMS, findings, plan_rows

Line = tuple[object, ...]

ALONE = ("Tabel T-C.33", "Rumusan Rencana Program dan Kegiatan Tahun 2026", "Dinas Sosial")
WITHIN = ("Tabel T-C.33 Rumusan Rencana Program dan Kegiatan Dinas Sosial Tahun 2026",)
FEET: tuple[Line, ...] = (
    ("Rencana Kerja Dinas Sosial Tahun 2026",),
    ("Renja Dinas Sosial Kabupaten Mojokerto 2026",),
    ("Dinas Sosial | Renja 2026",),
    ("Renja Dinsos", "Dinas Sosial"),
    ("Rencana Kerja Dinas Sosial Tahun 2026", 7),
    ("Rencana Kerja Dinas Sosial Tahun 2026", "Halaman 7"),
    ("Satpol PP Kota Mojokerto - Renja 2026 - 7",),
)


def pages(
    titles: tuple[str, ...],
    foot: Line,
    *,
    numbers: bool,
    size: int,
    header: Line = (),
    amounts: tuple[int, ...] = ONE,
) -> tuple[Workbook, dict[object, int]]:
    """Return a plan printed on pages of so many rows, and the row of each code."""
    book = Workbook()
    sheet = book.worksheets[0]
    for title in titles:
        sheet.append([title])
    rows = plan_rows(amounts)
    sums = [sum(int(str(row[at])) for row in rows if row[0] in PROGRAMS) for at in (5, 9)]
    rows.append([None, "JUMLAH", None, None, None, sums[0], None, None, None, sums[1]])
    where: dict[object, int] = {}

    def put(line: Line, page: int) -> None:
        row = sheet.max_row + 1
        for column, value in zip((1, 10), line, strict=False):
            said = value + page if isinstance(value, int) else value
            if isinstance(value, str) and value.endswith("7"):
                said = f"{value[:-1]}{7 + page}"
            sheet.cell(row, column, said)

    for page, at in enumerate(range(0, len(rows), size)):
        if header:
            put(header, page)
        sheet.append(HEADS)
        if numbers:
            sheet.append(list(range(1, 11)))
        for row in rows[at : at + size]:
            sheet.append(row)
            where[row[0]] = sheet.max_row
        if foot:
            put(foot, page)
    return book, where


def run(book: Workbook, tmp_path: Path) -> WorkbookReport:
    path = tmp_path / "pages.xlsx"
    book.save(path)
    return check(path)


@pytest.mark.parametrize("size", [4, 5, 6])
@pytest.mark.parametrize("numbers", [False, True])
@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("titles", [ALONE, WITHIN])
def test_a_footer_that_names_the_agency_parts_no_table(
    titles: tuple[str, ...], foot: Line, numbers: bool, size: int, tmp_path: Path
) -> None:
    report = run(pages(titles, foot, numbers=numbers, size=size)[0], tmp_path)
    assert [table.table for table in report.tables] == ["T-C.33"]
    assert findings(report) == []


@pytest.mark.parametrize("numbers", [False, True])
def test_a_header_on_each_page_parts_no_table(numbers: bool, tmp_path: Path) -> None:
    header = ("Renja Dinas Sosial Kabupaten Mojokerto 2026", 7)
    made, _ = pages(WITHIN, (), numbers=numbers, size=4, header=header)
    report = run(made, tmp_path)
    assert [table.table for table in report.tables] == ["T-C.33"]
    assert findings(report) == []


def test_the_numbers_of_pages_are_no_amounts(tmp_path: Path) -> None:
    book, where = pages(ALONE, (None, 7), numbers=True, size=4)
    assert findings(run(book, tmp_path)) == []
    book.worksheets[0].cell(where["7.01.02.2.01.0001"], 6).value = 8_250_001
    found = findings(run(book, tmp_path))
    assert [(code, cell) for code, _, _, cell in found] == [
        ("JML001", f"F{where['7.01.02.2.01']}"),
    ]


def test_an_agency_over_a_page_that_begins_anew_is_another(tmp_path: Path) -> None:
    """Two agencies, each named over each of its pages; their codes are the same."""
    book, _ = pages((), (), numbers=True, size=4, header=("Kecamatan Alas",))
    other, _ = pages((), (), numbers=True, size=4, header=("Kecamatan Buer",), amounts=LATER)
    for row in other.worksheets[0].iter_rows(values_only=True):
        book.worksheets[0].append(row)
    report = run(book, tmp_path)
    assert [table.table for table in report.tables] == ["T-C.33"] * 2
    assert findings(report) == []


def test_amounts_at_the_end_of_pages_are_none_of_the_page(tmp_path: Path) -> None:
    """In millions: the same item with a small amount ends two pages, below its sub kegiatan."""
    book = Workbook()
    sheet = book.worksheets[0]
    for title in (*ALONE, "(dalam jutaan rupiah)"):
        sheet.append([title])
    for page, program in enumerate(PROGRAMS):
        sheet.append(HEADS)
        for code in (program, f"{program}.2.01", f"{program}.2.01.0001"):
            target = ["Alas", "5 unit", 40, "PAD", None, "6 unit", 50]
            sheet.append([code, f"Nama {code}", f"Jumlah {code}", *target])
        sheet.append([None, "- Sewa gedung", None, None, None, 15, None, None, None, 20])
        sheet.append([None, "- Honorarium", None, None, None, 25, None, None, None, 30])
        assert page < 2
    sheet.append(HEADS)
    sheet.append([None, "JUMLAH", None, None, None, 80, None, None, None, 100])
    assert findings(run(book, tmp_path)) == []
    sheet["F15"] = 26
    assert [code for code, *_ in findings(run(book, tmp_path))] == ["JML005"]
