"""What Excel refuses or does its own way, on a live workbook that behaves so."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
import xlwings as xw

from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras_addin.commands import run
from selaras_addin.fixes.change import CellChange
from selaras_addin.live.excel import grid, hidden_sheets, worksheets
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.excel.read import read_live_book
from selaras_addin.live.sheets import findings_sheet
from selaras_addin.live.undo import writer

from .calc_engine import CalcEngine
from .calc_engine.counter import CalcError
from .test_fixes import write_small_book

Opener = Callable[[Path], xw.Book]

pytestmark = pytest.mark.usefixtures("data")


@pytest.fixture
def book(opener: Opener, tmp_path: Path) -> xw.Book:
    """A plan with a wrong sum, open."""
    return opener(write_small_book(tmp_path, {"F5": 570}))


def _find_store(book: xw.Book) -> object:
    """Return what the engine remembers of a workbook, to make it one that Excel knows."""
    return book.impl.app.find_store(book.impl.doc)


@pytest.mark.parametrize(
    ("content", "kind", "formula", "value", "format"),
    [
        (12_076_248_802, "nilai", "12076248802", 12_076_248_802, "#,##0"),
        (2024, "nilai", "2024", 2024, "General"),
        ("=F6+F7", "rumus", "=F6+F7", 1000, "#,##0"),
        ("2.17.01", "teks", "2.17.01", "2.17.01", "@"),
    ],
)
def test_a_cell_that_is_formatted_as_text_takes_numbers_and_formulas(
    book: xw.Book, content: str | int, kind: str, formula: str, value: object, format: str
) -> None:
    """Else Excel would make a dead text of them; Batalkan gives the format back."""
    cell = book.sheets["Rencana"].range("H5")
    cell.number_format = "@"
    cell.value = "570"
    writer.apply_changes(book, [CellChange("Rencana", "H5", "570", content, kind)])  # type: ignore[arg-type]
    assert (cell.formula, cell.value, cell.number_format) == (formula, value, format)
    done = writer.undo_changes(book)
    assert done is not None
    assert (done.put_back, done.changed) == (1, ())
    assert (cell.value, cell.number_format) == ("570", "@")


def test_a_number_behind_the_format_of_texts_comes_back_as_a_number(book: xw.Book) -> None:
    cell = book.sheets["Rencana"].range("H5")
    cell.value = 570
    cell.number_format = "@"
    writer.apply_changes(book, [CellChange("Rencana", "H5", 570, 970, "nilai")])
    assert cell.value == 970
    writer.undo_changes(book)
    assert (cell.value, cell.number_format) == (570, "@")


def test_what_a_filter_keeps_from_a_block_is_written_after_all(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    class_ = type(book.sheets["Rencana"].range("A1").impl)
    original = class_.formula2

    def write(cell_range: object, content: list[list[object]]) -> None:
        if len(content) > 1:
            content = [*content[:-1], [cell_range.formula[-1][0]]]  # type: ignore[attr-defined]
        original.fset(cell_range, content)

    monkeypatch.setattr(class_, "formula2", property(original.fget, write))
    changes = [CellChange("Rencana", f"H{row}", None, row, "nilai") for row in (5, 6, 7)]
    writer.apply_changes(book, changes)
    assert book.sheets["Rencana"].range("H5:H7").value == [5, 6, 7]


def test_a_cell_that_takes_nothing_changes_none(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel says nothing where a cell lies under a merged one."""
    class_ = type(book.sheets["Rencana"].range("A1").impl)
    original = class_.formula2

    def write(cell_range: object, content: list[list[object]]) -> None:
        if cell_range.address != "$H$9":  # type: ignore[attr-defined]
            original.fset(cell_range, content)

    monkeypatch.setattr(class_, "formula2", property(original.fget, write))
    changes = [CellChange("Rencana", f"H{row}", None, row, "nilai") for row in (5, 9)]
    with pytest.raises(UserMessage, match="sel gabungan"):
        writer.apply_changes(book, changes)
    assert book.sheets["Rencana"].range("H5:H9").value == [None] * 5
    assert [sheet.name for sheet in book.sheets] == ["Rencana"]


def test_a_protected_sheet_lets_undo_change_none_and_keeps_what_is_kept(
    book: xw.Book, engine: CalcEngine
) -> None:
    """Cells of another sheet, put back before that one refuses, get what stood there again."""
    plan, other = book.sheets["Rencana"], book.sheets.add("Lain", after=book.sheets[0])
    other.range("B2").value = 10
    plan.range("H5").value = 20
    changes = [
        CellChange("Lain", "B2", 10, 11, "nilai"),
        CellChange("Rencana", "H5", 20, 21, "nilai"),
    ]
    writer.apply_changes(book, changes)
    plan.impl.uno.protect("")
    run("batalkan")
    assert engine.app.messages.pop()[0].startswith(
        "Sel tidak dapat diubah, mungkin karena lembarnya"
    )
    assert (other.range("B2").value, plan.range("H5").value) == (11, 21)
    plan.impl.uno.unprotect("")
    run("batalkan")
    assert engine.app.messages == []
    assert (other.range("B2").value, plan.range("H5").value) == (10, 20)


@pytest.mark.parametrize("serial", [6_498_624_401.0, -12.0, 2_958_466.0])
def test_an_amount_in_a_date_format_is_read_as_the_number(book: xw.Book, serial: float) -> None:
    """Excel hands over no value of the whole block then."""
    sheet = book.sheets["Rencana"]
    sheet.range("H5").value = serial
    sheet.range("H5:H6").number_format = "dd/mm/yyyy"
    sheet.range("H6").value = 45_292.0
    with pytest.raises(CalcError):
        _ = sheet.range("A1:H11").raw_value
    read = read_live_book(book).sheet("Rencana")
    assert read.value(5, 8) == serial
    assert read.value(6, 8) == datetime.date(2024, 1, 1)
    assert read.value(5, 6) == 570


def test_a_time_that_pywin32_cannot_make_is_read_from_its_number(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    cell = book.sheets["Rencana"].range("H5")
    cell.value = 43_318.1247685135
    cell.number_format = "dd/mm/yyyy hh:mm"
    class_ = type(cell.impl)
    original = class_.raw_value

    def read_wrongly(_range: object) -> object:
        raise ValueError("microsecond must be in 0..999999")

    monkeypatch.setattr(class_, "raw_value", property(read_wrongly, original.fset))
    assert grid.read_block_values(cell) == [[datetime.datetime(2018, 8, 6, 2, 59, 40)]]


def test_a_block_that_is_read_in_pieces_keeps_its_shape(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = book.sheets["Rencana"]
    whole = sheet.range("A1:F11")
    expected = grid.read_block_values(whole)
    class_ = type(whole.impl)
    original = class_.raw_value

    def read_wrongly(cell_range: object) -> object:
        if len(cell_range) > 3:  # type: ignore[arg-type]
            raise ValueError("no")
        return original.fget(cell_range)

    monkeypatch.setattr(class_, "raw_value", property(read_wrongly, original.fset))
    assert grid.read_block_values(whole) == expected


def test_where_the_structure_is_protected_warnings_stay_on(
    book: xw.Book, engine: CalcEngine
) -> None:
    """Excel would close the workbook unsaved and without a question otherwise."""
    run("periksa_buku")
    engine.app.messages.clear()
    book.impl.doc.protect("")
    try:
        for id in ("periksa_buku", "hapus_tanda"):
            engine.app.answers += ["yes"]
            run(id)
            assert "struktur buku kerja ini dilindungi" in engine.app.messages.pop()[0]
        assert engine.app.display_alerts is True
    finally:
        book.impl.doc.unprotect("")
        engine.app.answers.clear()


def test_a_shared_workbook_is_told_from_a_protected_one(book: xw.Book, engine: CalcEngine) -> None:
    _find_store(book).is_shared = True  # type: ignore[attr-defined]
    run("periksa_buku")
    assert engine.app.messages[0][0].startswith("Buku kerja ini dipakai bersama")


def test_a_chart_takes_a_name_too(book: xw.Book, engine: CalcEngine) -> None:
    """Excel lists charts on sheets of their own among the sheets, xlwings does not."""
    _find_store(book).charts.append("temuan")  # type: ignore[attr-defined]
    assert "temuan" in worksheets.list_names(book)
    run("periksa_buku")
    assert engine.app.messages == []
    assert "Temuan (2)" in [sheet.name for sheet in book.sheets]


def test_a_workbook_in_the_cloud_has_its_files_among_the_documents(
    book: xw.Book, engine: CalcEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "rumah"
    (home / "Documents").mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr("webbrowser.open", lambda _: None)
    _find_store(book).is_in_cloud = True  # type: ignore[attr-defined]
    run("laporan_html")
    assert engine.app.messages == []
    assert [path.suffix for path in (home / "Documents").iterdir()] == [".html"]


@pytest.mark.parametrize("id", ["periksa_lembar", "jelaskan", "terapkan_usulan"])
def test_a_chart_in_front_is_said(
    id: str, book: xw.Book, engine: CalcEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = book.sheets.impl.active

    class Chart:
        name = "Grafik1"

        def range(self, *_: object) -> object:
            raise AttributeError("Range")

    monkeypatch.setattr(type(book.sheets.impl), "active", property(lambda _: Chart()))
    run(id)
    assert engine.app.messages.pop()[0].startswith("Yang terbuka adalah lembar grafik.")
    assert sheet.name == "Rencana"


@pytest.mark.usefixtures("book")
def test_excel_is_as_it_was(engine: CalcEngine) -> None:
    """A check leaves the screen live, the workbook's macros on and the calculation as it was."""
    app = engine.app
    app.calculation = "semiautomatic"
    try:
        run("periksa_buku")
        state = (app.screen_updating, app.enable_events, app.calculation)
        assert state == (True, True, "semiautomatic")
    finally:
        app.calculation = "automatic"


def test_texts_are_cut_to_what_excel_holds(book: xw.Book) -> None:
    cell = book.sheets["Rencana"].range("H1")
    cell.value = hidden_sheets.quote_text("x" * 40_000)
    assert len(cell.value) == 32_767
    cell.formula = hidden_sheets.build_link("Rencana", 5, 6, '"' * 300)
    assert cell.value == '"' * 255
    with pytest.raises(CalcError):
        cell.formula = f'="{"x" * 256}"'
    with pytest.raises(CalcError):
        cell.formula = "=" + "+".join(["F5"] * 3000)


def test_names_that_excel_gives_no_sheet(book: xw.Book) -> None:
    for name in ("x" * 32, "a/b", "a:b", "'a'"):
        with pytest.raises((CalcError, ValueError)):
            book.sheets["Rencana"].name = name
        with pytest.raises(CalcError):
            book.sheets.add(name)


def test_a_single_finding_has_lines_around_it(book: xw.Book) -> None:
    """In a single row Excel knows no line between rows."""
    report = check_book(read_live_book(book), Setting())
    sheet = findings_sheet.write_findings(book, report._replace(findings=report.findings[:1]), "id")
    (table,) = sheet.tables
    assert table.range.shape == (2, 11)
    with pytest.raises(CalcError):
        sheet.range("A1:C1").borders.set("all", line_style="continuous", weight="thin", color=0)


def test_an_amount_in_a_date_format_in_the_first_cell_stops_nothing(
    book: xw.Book, engine: CalcEngine
) -> None:
    """The first cell of each sheet is looked at to find the sheets of Selaras."""
    other = book.sheets.add("Lain", after=book.sheets[0])
    other.range("A1").value = 6_498_624_401
    other.range("A1").number_format = "dd/mm/yyyy"
    run("periksa_buku")
    assert engine.app.messages == []
    assert "Temuan" in [sheet.name for sheet in book.sheets]
