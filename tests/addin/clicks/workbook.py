"""What the buttons of Buku Kerja and Bantuan must have done to the live workbook."""

from __future__ import annotations

import datetime
import platform
from pathlib import Path

import xlwings as xw

from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.version import __version__
from selaras_addin.functions import FUNCTIONS
from selaras_addin.live.excel.read import read_live_book
from selaras_addin.ribbon import BUTTONS

from .expectations import expect
from .trial import Turn, find_all_findings, read_front


@expect
def template_baru(turn: Turn) -> None:
    book = turn.open_example()
    year = datetime.date.today().year + 1
    turn.click("template_baru", "yes")
    path = Path(book.fullname).with_name(f"Template Renja {year}.xlsx")
    made = xw.Book(impl=turn.engine.app.books.active)
    try:
        assert made.fullname == str(path)
        assert {"Pengaturan", "T-C.29", "T-C.31", "T-C.33"} <= {s.name for s in made.sheets}
        tables = check_book(read_live_book(made), Setting()).tables
        assert "T-C.33" in {one.table for one in tables}
    finally:
        made.close()


@expect
def laporan_html(turn: Turn) -> None:
    book = turn.open_example()
    # What is not saved yet is in the report.
    book.sheets["T-C.33"]["O8"].value = 7_000_000_000
    turn.click("laporan_html")
    path = Path(book.fullname).with_name("renja-mojokerto-2024 - laporan Selaras.html")
    assert turn.browser_addresses == [path.as_uri()]
    page = path.read_text(encoding="utf-8")
    assert "tertulis 7.000.000.000" in page
    assert "6.498.624.401" not in page


@expect
def pengaturan(turn: Turn) -> None:
    book = turn.open_example()
    turn.click("pengaturan")
    assert read_front(book) == ("Pengaturan", "B4")
    sheet = book.sheets["Pengaturan"]
    assert sheet["A4"].value == "Tahun rencana"
    # What is filled in counts: these codes are those of another bidang urusan.
    sheet["B8"].value = "1.02.0.00.0.00.01.0000"
    findings = check_book(read_live_book(book), Setting()).findings
    assert "KOD008" in {f.code for f in findings} - {f.code for f in find_all_findings()}


@expect
def panduan(turn: Turn) -> None:
    book = turn.open_example()
    turn.click("panduan")
    assert read_front(book) == ("Panduan Selaras", "A1")
    held = {cell for row in book.sheets["Panduan Selaras"].used_range.value for cell in row}
    assert {button.label.id for button in BUTTONS} <= held
    assert {function.name for function in FUNCTIONS} <= held


@expect
def tentang(turn: Turn) -> None:
    turn.open_example()
    turn.click("tentang")
    (box,) = turn.messages
    assert box.startswith(f"Selaras {__version__}\nPython {platform.python_version()}, xlwings ")
    assert str(turn.data) in box
