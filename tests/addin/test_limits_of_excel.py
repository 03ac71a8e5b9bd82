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
from selaras_addin.fixes.change import Perubahan
from selaras_addin.live.excel import grid, hidden_sheets, worksheets
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.excel.read import read_book
from selaras_addin.live.sheets import findings_sheet
from selaras_addin.live.undo import writer

from .calc_engine import CalcEngine
from .calc_engine.counter import GalatCalc
from .test_fixes import _buku

Buka = Callable[[Path], xw.Book]

pytestmark = pytest.mark.usefixtures("data")


@pytest.fixture
def buku(buka: Buka, tmp_path: Path) -> xw.Book:
    """A plan with a wrong sum, open."""
    return buka(_buku(tmp_path, {"F5": 570}))


def _catatan(book: xw.Book) -> object:
    """Return what the engine remembers of a workbook, to make it one that Excel knows."""
    return book.impl.app.find_store(book.impl.doc)


@pytest.mark.parametrize(
    ("isi", "jenis", "formula", "nilai", "format"),
    [
        (12_076_248_802, "nilai", "12076248802", 12_076_248_802, "#,##0"),
        (2024, "nilai", "2024", 2024, "General"),
        ("=F6+F7", "rumus", "=F6+F7", 1000, "#,##0"),
        ("2.17.01", "teks", "2.17.01", "2.17.01", "@"),
    ],
)
def test_a_cell_that_is_formatted_as_text_takes_numbers_and_formulas(
    buku: xw.Book, isi: str | int, jenis: str, formula: str, nilai: object, format: str
) -> None:
    """Else Excel would make a dead text of them; Batalkan gives the format back."""
    cell = buku.sheets["Rencana"].range("H5")
    cell.number_format = "@"
    cell.value = "570"
    writer.terapkan(buku, [Perubahan("Rencana", "H5", "570", isi, jenis)])  # type: ignore[arg-type]
    assert (cell.formula, cell.value, cell.number_format) == (formula, nilai, format)
    done = writer.batalkan(buku)
    assert done is not None
    assert (done.kembali, done.berubah) == (1, ())
    assert (cell.value, cell.number_format) == ("570", "@")


def test_a_number_behind_the_format_of_texts_comes_back_as_a_number(buku: xw.Book) -> None:
    cell = buku.sheets["Rencana"].range("H5")
    cell.value = 570
    cell.number_format = "@"
    writer.terapkan(buku, [Perubahan("Rencana", "H5", 570, 970, "nilai")])
    assert cell.value == 970
    writer.batalkan(buku)
    assert (cell.value, cell.number_format) == (570, "@")


def test_what_a_filter_keeps_from_a_block_is_written_after_all(
    buku: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    kelas = type(buku.sheets["Rencana"].range("A1").impl)
    asli = kelas.formula2

    def tulis(rng: object, isi: list[list[object]]) -> None:
        if len(isi) > 1:
            isi = [*isi[:-1], [rng.formula[-1][0]]]  # type: ignore[attr-defined]
        asli.fset(rng, isi)

    monkeypatch.setattr(kelas, "formula2", property(asli.fget, tulis))
    changes = [Perubahan("Rencana", f"H{row}", None, row, "nilai") for row in (5, 6, 7)]
    writer.terapkan(buku, changes)
    assert buku.sheets["Rencana"].range("H5:H7").value == [5, 6, 7]


def test_a_cell_that_takes_nothing_changes_none(
    buku: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel says nothing where a cell lies under a merged one."""
    kelas = type(buku.sheets["Rencana"].range("A1").impl)
    asli = kelas.formula2

    def tulis(rng: object, isi: list[list[object]]) -> None:
        if rng.address != "$H$9":  # type: ignore[attr-defined]
            asli.fset(rng, isi)

    monkeypatch.setattr(kelas, "formula2", property(asli.fget, tulis))
    changes = [Perubahan("Rencana", f"H{row}", None, row, "nilai") for row in (5, 9)]
    with pytest.raises(Pesan, match="sel gabungan"):
        writer.terapkan(buku, changes)
    assert buku.sheets["Rencana"].range("H5:H9").value == [None] * 5
    assert [sheet.name for sheet in buku.sheets] == ["Rencana"]


def test_a_protected_sheet_lets_batalkan_change_none_and_keeps_what_is_kept(
    buku: xw.Book, mesin: CalcEngine
) -> None:
    """Cells of another sheet, put back before that one refuses, get what stood there again."""
    plan, other = buku.sheets["Rencana"], buku.sheets.add("Lain", after=buku.sheets[0])
    other.range("B2").value = 10
    plan.range("H5").value = 20
    changes = [
        Perubahan("Lain", "B2", 10, 11, "nilai"),
        Perubahan("Rencana", "H5", 20, 21, "nilai"),
    ]
    writer.terapkan(buku, changes)
    plan.impl.uno.protect("")
    run("batalkan")
    assert mesin.app.messages.pop()[0].startswith("Sel tidak dapat diubah, mungkin karena lembarnya")
    assert (other.range("B2").value, plan.range("H5").value) == (11, 21)
    plan.impl.uno.unprotect("")
    run("batalkan")
    assert mesin.app.messages == []
    assert (other.range("B2").value, plan.range("H5").value) == (10, 20)


@pytest.mark.parametrize("serial", [6_498_624_401.0, -12.0, 2_958_466.0])
def test_an_amount_in_a_date_format_is_read_as_the_number(buku: xw.Book, serial: float) -> None:
    """Excel hands over no value of the whole block then."""
    sheet = buku.sheets["Rencana"]
    sheet.range("H5").value = serial
    sheet.range("H5:H6").number_format = "dd/mm/yyyy"
    sheet.range("H6").value = 45_292.0
    with pytest.raises(GalatCalc):
        _ = sheet.range("A1:H11").raw_value
    read = read_book(buku).sheet("Rencana")
    assert read.value(5, 8) == serial
    assert read.value(6, 8) == datetime.date(2024, 1, 1)
    assert read.value(5, 6) == 570


def test_a_time_that_pywin32_cannot_make_is_read_from_its_number(
    buku: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    cell = buku.sheets["Rencana"].range("H5")
    cell.value = 43_318.1247685135
    cell.number_format = "dd/mm/yyyy hh:mm"
    kelas = type(cell.impl)
    asli = kelas.raw_value

    def baca(_rng: object) -> object:
        raise ValueError("microsecond must be in 0..999999")

    monkeypatch.setattr(kelas, "raw_value", property(baca, asli.fset))
    assert grid.nilai(cell) == [[datetime.datetime(2018, 8, 6, 2, 59, 40)]]


def test_a_block_that_is_read_in_pieces_keeps_its_shape(
    buku: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = buku.sheets["Rencana"]
    whole = sheet.range("A1:F11")
    expected = grid.nilai(whole)
    kelas = type(whole.impl)
    asli = kelas.raw_value

    def baca(rng: object) -> object:
        if len(rng) > 3:  # type: ignore[arg-type]
            raise ValueError("no")
        return asli.fget(rng)

    monkeypatch.setattr(kelas, "raw_value", property(baca, asli.fset))
    assert grid.nilai(whole) == expected


def test_where_the_structure_is_protected_warnings_stay_on(
    buku: xw.Book, mesin: CalcEngine
) -> None:
    """Excel would close the workbook unsaved and without a question otherwise."""
    run("periksa_buku")
    mesin.app.messages.clear()
    buku.impl.doc.protect("")
    try:
        for id in ("periksa_buku", "hapus_tanda"):
            mesin.app.jawaban += ["yes"]
            run(id)
            assert "struktur buku kerja ini dilindungi" in mesin.app.messages.pop()[0]
        assert mesin.app.display_alerts is True
    finally:
        buku.impl.doc.unprotect("")
        mesin.app.jawaban.clear()


def test_a_shared_workbook_is_told_from_a_protected_one(buku: xw.Book, mesin: CalcEngine) -> None:
    _catatan(buku).dibagikan = True  # type: ignore[attr-defined]
    run("periksa_buku")
    assert mesin.app.messages[0][0].startswith("Buku kerja ini dipakai bersama")


def test_a_chart_takes_a_name_too(buku: xw.Book, mesin: CalcEngine) -> None:
    """Excel lists charts on sheets of their own among the sheets, xlwings does not."""
    _catatan(buku).grafik.append("temuan")  # type: ignore[attr-defined]
    assert "temuan" in worksheets.nama(buku)
    run("periksa_buku")
    assert mesin.app.messages == []
    assert "Temuan (2)" in [sheet.name for sheet in buku.sheets]


def test_a_workbook_in_the_cloud_has_its_files_among_the_documents(
    buku: xw.Book, mesin: CalcEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "rumah"
    (home / "Documents").mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr("webbrowser.open", lambda _: None)
    _catatan(buku).awan = True  # type: ignore[attr-defined]
    run("laporan_html")
    assert mesin.app.messages == []
    assert [path.suffix for path in (home / "Documents").iterdir()] == [".html"]


@pytest.mark.parametrize("id", ["periksa_lembar", "jelaskan", "terapkan_usulan"])
def test_a_chart_in_front_is_said(
    id: str, buku: xw.Book, mesin: CalcEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = buku.sheets.impl.active

    class Grafik:
        name = "Grafik1"

        def range(self, *_: object) -> object:
            raise AttributeError("Range")

    monkeypatch.setattr(type(buku.sheets.impl), "active", property(lambda _: Grafik()))
    run(id)
    assert mesin.app.messages.pop()[0].startswith("Yang terbuka adalah lembar grafik.")
    assert sheet.name == "Rencana"


@pytest.mark.usefixtures("buku")
def test_excel_is_as_it_was(mesin: CalcEngine) -> None:
    """A check leaves the screen live, the workbook's macros on and the calculation as it was."""
    app = mesin.app
    app.calculation = "semiautomatic"
    try:
        run("periksa_buku")
        state = (app.screen_updating, app.enable_events, app.calculation)
        assert state == (True, True, "semiautomatic")
    finally:
        app.calculation = "automatic"


def test_texts_are_cut_to_what_excel_holds(buku: xw.Book) -> None:
    cell = buku.sheets["Rencana"].range("H1")
    cell.value = hidden_sheets.teks("x" * 40_000)
    assert len(cell.value) == 32_767
    cell.formula = hidden_sheets.tautan("Rencana", 5, 6, '"' * 300)
    assert cell.value == '"' * 255
    with pytest.raises(GalatCalc):
        cell.formula = f'="{"x" * 256}"'
    with pytest.raises(GalatCalc):
        cell.formula = "=" + "+".join(["F5"] * 3000)


def test_names_that_excel_gives_no_sheet(buku: xw.Book) -> None:
    for name in ("x" * 32, "a/b", "a:b", "'a'"):
        with pytest.raises((GalatCalc, ValueError)):
            buku.sheets["Rencana"].name = name
        with pytest.raises(GalatCalc):
            buku.sheets.add(name)


def test_a_single_finding_has_lines_around_it(buku: xw.Book) -> None:
    """In a single row Excel knows no line between rows."""
    report = check_book(read_book(buku), Setting())
    sheet = findings_sheet.tulis(buku, report._replace(findings=report.findings[:1]), "id")
    (table,) = sheet.tables
    assert table.range.shape == (2, 11)
    with pytest.raises(GalatCalc):
        sheet.range("A1:C1").borders.set("all", line_style="continuous", weight="thin", color=0)


def test_an_amount_in_a_date_format_in_the_first_cell_stops_nothing(
    buku: xw.Book, mesin: CalcEngine
) -> None:
    """The first cell of each sheet is looked at to find the sheets of Selaras."""
    lain = buku.sheets.add("Lain", after=buku.sheets[0])
    lain.range("A1").value = 6_498_624_401
    lain.range("A1").number_format = "dd/mm/yyyy"
    run("periksa_buku")
    assert mesin.app.messages == []
    assert "Temuan" in [sheet.name for sheet in buku.sheets]
