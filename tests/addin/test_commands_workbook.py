"""The groups Buku Kerja and Bantuan on a live workbook."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import xlwings as xw

from selaras.engine.run import check_book, check_file
from selaras.model.setting import Setting
from selaras_addin.commands import run
from selaras_addin.functions import FUNCTIONS
from selaras_addin.live.excel.read import read_live_book
from selaras_addin.ribbon import BUTTONS

from .calc_engine import CalcEngine
from .conftest import EXAMPLE_PLAN
from .test_fixes import write_small_book

Opener = Callable[[Path], xw.Book]

pytestmark = pytest.mark.usefixtures("data")


@pytest.fixture
def browser_addresses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was asked to show."""
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: shown.append(address))
    return shown


def test_settings_count_in_a_check(opener: Opener, engine: CalcEngine, tmp_path: Path) -> None:
    """What is filled in counts in the next check, in Excel and of the saved file."""
    book = opener(write_small_book(tmp_path, {}))
    run("pengaturan")
    assert engine.app.messages == []
    sheet = book.sheets["Pengaturan"]
    assert sheet.range("A1").value == "Pengaturan Selaras"
    labels = sheet.range("A4:A8").value
    assert labels == [
        *("Tahun rencana", "Pemerintah daerah", "Jenis pemerintah daerah"),
        *("Perangkat daerah", "Kode perangkat daerah"),
    ]
    assert sheet.range("C6").value.endswith("dki, aceh, bali.")
    assert engine.app.selection.address == "$B$4"
    before = check_book(read_live_book(book), Setting())
    assert not [f for f in before.findings if f.code == "KOD008"]
    sheet.range("B8").value = "1.02.0.00.0.00.01.0000"
    sheet.range("B4").value = "2024"
    after = check_book(read_live_book(book), Setting())
    assert {f.cell for f in after.findings if f.code == "KOD008"} >= {"A3", "A7"}
    book.save(str(tmp_path / "disimpan.xlsx"))
    saved = check_file(str(tmp_path / "disimpan.xlsx"), Setting())
    assert [f.fingerprint for f in saved.findings] == [f.fingerprint for f in after.findings]
    run("pengaturan")
    assert [s.name for s in book.sheets] == ["Rencana", "Pengaturan"]


def test_the_guide_has_all_buttons_and_functions(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {}))
    run("panduan")
    run("panduan")
    assert engine.app.messages == []
    assert [s.name for s in book.sheets] == ["Rencana", "Panduan Selaras"]
    cells = book.sheets["Panduan Selaras"].range("A1:B60").value
    first, second = {row[0] for row in cells}, {row[1] for row in cells}
    assert {button.label.id for button in BUTTONS} <= second
    assert {function.name for function in FUNCTIONS} <= first
    report = check_book(read_live_book(book), Setting())
    assert [table.sheet for table in report.tables] == ["Rencana"]


def test_about(example: xw.Book, engine: CalcEngine, data: Path) -> None:
    assert example is not None
    run("tentang")
    said = engine.app.messages[0][0]
    assert f"xlwings {xw.__version__}" in said
    assert "Nomenklatur: belum ada" in said
    assert str(data) in said


def test_a_new_template_opens_and_is_recognised(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    opener(write_small_book(tmp_path, {}))
    year = datetime.date.today().year + 1
    (tmp_path / f"Template Renja {year}.xlsx").write_text("milik pengguna", encoding="utf-8")
    engine.app.answers += ["yes"]
    run("template_baru")
    path = tmp_path / f"Template Renja {year} (2).xlsx"
    assert str(engine.app.status_bar).startswith(f"Selaras: template disimpan di {path}")
    assert "T-C.33" in {table.table for table in check_file(str(path), Setting()).tables}
    opened = xw.Book(impl=engine.app.books(path.name))
    assert "Pengaturan" in [sheet.name for sheet in opened.sheets]
    opened.close()
    engine.app.answers += ["cancel"]
    run("template_baru")
    assert len(list(tmp_path.glob("Template*"))) == 2


def test_the_html_report_lies_beside_the_book(
    opener: Opener, engine: CalcEngine, tmp_path: Path, browser_addresses: list[str]
) -> None:
    opener(Path(shutil.copy(EXAMPLE_PLAN, tmp_path)))
    run("laporan_html")
    path = tmp_path / "renja-mojokerto-2024 - laporan Selaras.html"
    assert browser_addresses == [path.as_uri()]
    page = path.read_text(encoding="utf-8")
    assert "T-C.33!O8" in page
    assert "12.076.248.802" in page
    assert engine.app.messages == []
