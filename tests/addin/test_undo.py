"""Batalkan: the cells hold what they held, whatever was done to the workbook in between."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import xlwings as xw
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.formula import ArrayFormula

from selaras_addin.commands import run
from selaras_addin.fixes.change import CellChange, ChangeKind
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.excel.read import read_live_book
from selaras_addin.live.undo import writer
from selaras_addin.live.undo.followers import add_sheet_names, build_guard, drop_sheet_names

from .calc_engine import CalcEngine
from .test_fixes import write_small_book

Opener = Callable[[Path], xw.Book]

pytestmark = pytest.mark.usefixtures("data")


def _replace(book: xw.Book, cell: str, new: str | int, kind: ChangeKind = "teks") -> None:
    writer.apply_changes(book, [CellChange("Rencana", cell, None, new, kind)])


def _is_text(book: xw.Book, cell: str) -> bool:
    """Tell whether a cell holds a text, and no formula."""
    uno = book.sheets["Rencana"].range(cell).impl.uno
    return uno.getCellByPosition(0, 0).Type.value == "TEXT"


# What is moved and renamed in between


def test_new_formulas_are_known_again_after_a_row_was_inserted(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {"F5": 570}))
    sheet = book.sheets["Rencana"]
    before = sheet.range("F3:F11").value
    engine.app.answers += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    sheet.range("1:1").insert("down")
    assert sheet.range("F5").formula == "=SUM(F6:F7)"
    engine.app.messages.clear()
    run("batalkan")
    assert engine.app.status_bar == "Selaras: 5 sel dikembalikan"
    assert engine.app.messages == []
    assert sheet.range("F4:F12").formula == tuple((str(int(value)),) for value in before)


def test_a_former_formula_follows_the_row_that_was_inserted(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {"H7": "2-17-03", "A7": "=H7"}))
    engine.app.answers += ["yes"]
    run("rapikan_kode")
    sheet = book.sheets["Rencana"]
    assert sheet.range("A7").formula == "2.17.03"
    sheet.range("1:1").insert("down")
    run("batalkan")
    assert (sheet.range("A8").formula, sheet.range("A8").value) == ("=H8", "2-17-03")


def test_a_former_formula_follows_the_sheet_that_was_renamed(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    path = write_small_book(tmp_path, {"A7": "='Daftar Kode'!A1"})
    file = load_workbook(path)
    file.create_sheet("Daftar Kode")["A1"] = "2-17-03"
    file.save(path)
    book = opener(path)
    engine.app.answers += ["yes"]
    run("rapikan_kode")
    book.sheets["Daftar Kode"].name = "Kode"
    book.sheets["Rencana"].name = "Rencana 'baru' ini"
    run("batalkan")
    cell = book.sheets["Rencana 'baru' ini"].range("A7")
    assert (cell.formula, cell.value) == ("=Kode!A1", "2-17-03")


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("=F5+Rencana!F6", "=F6+Rencana!F7"),
        ("=SUM($F$5:F6, F9)*2%", "=SUM($F$6:F7, F10)*2%"),
        ('=IF(F5="F5",1,F6)', '=IF(F6="F5",1,F7)'),
    ],
)
def test_a_former_formula_names_its_own_sheet_only_where_it_did(
    opener: Opener, tmp_path: Path, formula: str, moved: str
) -> None:
    book = opener(write_small_book(tmp_path, {"H5": formula}))
    _replace(book, "H5", "x")
    sheet = book.sheets["Rencana"]
    sheet.range("1:1").insert("down")
    done = writer.undo_changes(book)
    assert done == writer.UndoResult(1)
    assert sheet.range("H6").formula == moved


def test_it_is_kept_over_saving_and_opening(opener: Opener, tmp_path: Path) -> None:
    book = opener(write_small_book(tmp_path, {"H5": "=F5+1"}))
    _replace(book, "H5", "=F6", "rumus")
    book.sheets["Rencana"].range("1:1").insert("down")
    book.save(tmp_path / "lagi.xlsx")
    again = opener(tmp_path / "lagi.xlsx")
    again.sheets["Rencana"].range("1:1").insert("down")
    assert writer.undo_changes(again) == writer.UndoResult(1)
    assert again.sheets["Rencana"].range("H7").formula == "=F7+1"


def _build_named_book(tmp_path: Path) -> Path:
    path = write_small_book(tmp_path, {"H5": "=Tarif*F5", "H6": "=Tarif"})
    file = load_workbook(path)
    file.defined_names["Tarif"] = DefinedName("Tarif", attr_text="Rencana!$F$10")
    file.save(path)
    return path


def test_a_formula_with_a_name_comes_back_where_nothing_moved(
    opener: Opener, tmp_path: Path
) -> None:
    book = opener(_build_named_book(tmp_path))
    _replace(book, "H5", "x")
    assert writer.undo_changes(book) == writer.UndoResult(1)
    assert book.sheets["Rencana"].range("H5").formula == "=Tarif*F5"


def test_a_formula_that_cannot_follow_is_left_and_told(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    """What a name means may depend on the sheet, so the formula is kept as text."""
    book = opener(_build_named_book(tmp_path))
    changes = [CellChange("Rencana", cell, None, "x", "teks") for cell in ("H5", "H6")]
    writer.apply_changes(book, changes)
    sheet = book.sheets["Rencana"]
    sheet.range("1:1").insert("down")
    run("batalkan")
    assert sheet.range("H6:H7").formula == (("x",), ("=Tarif",))
    assert engine.app.status_bar == "Selaras: 1 sel dikembalikan"
    told = (
        "Sel berikut dibiarkan, karena sel yang dirujuk rumus semulanya sudah berpindah: "
        "Rencana!H6 (=Tarif*F5)."
    )
    assert [text for text, _ in engine.app.messages] == [told]
    # It stays kept: what was inserted may be taken out again.
    sheet.range("1:1").delete("up")
    run("batalkan")
    assert book.sheets["Rencana"].range("H5").formula == "=Tarif*F5"


def test_cells_that_are_gone_are_counted(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {"F5": 570}))
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    book.sheets["Rencana"].range("4:4").delete("up")
    engine.app.messages.clear()
    run("batalkan")
    assert engine.app.status_bar == "Selaras: 2 sel dikembalikan; 1 sel sudah tidak ada"
    assert [text for text, _ in engine.app.messages] == [
        "1 sel tidak dapat dikembalikan: baris, kolom, atau lembarnya sudah dihapus."
    ]


def test_cells_of_a_sheet_that_is_gone_are_counted(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {"F5": 570}))
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    book.sheets.add("Lain")
    book.sheets["Rencana"].delete()
    run("batalkan")
    assert engine.app.status_bar == "Selaras: 0 sel dikembalikan; 3 sel sudah tidak ada"


# What the cells held


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x.id","klik")', "=cmd|x"])
def test_a_text_that_begins_like_a_formula_stays_one(
    opener: Opener, tmp_path: Path, text: str
) -> None:
    path = write_small_book(tmp_path, {"H5": text})
    file = load_workbook(path)
    file["Rencana"]["H5"].data_type = "s"
    file.save(path)
    book = opener(path)
    assert read_live_book(book).sheets[0].formulas == {}
    _replace(book, "H5", "x")
    writer.undo_changes(book)
    cell = book.sheets["Rencana"].range("H5")
    assert _is_text(book, "H5")
    assert (cell.value, cell.formula, cell.number_format) == (text, text, "General")


def test_the_format_of_a_text_that_looks_like_a_number_comes_back(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {"F4": "910"}))
    sheet = book.sheets["Rencana"]
    sheet.activate()
    sheet.range("F4").select()
    engine.app.answers += ["yes"]
    run("terapkan_usulan")
    assert sheet.range("F4").value != "910"
    run("batalkan")
    assert (sheet.range("F4").value, sheet.range("F4").number_format) == ("910", "General")


def test_formats_stay_as_they_are_and_come_back(opener: Opener, tmp_path: Path) -> None:
    book = opener(write_small_book(tmp_path, {}))
    sheet = book.sheets["Rencana"]
    formats = ["0.00", "General", "@", "#,##0"]
    for row, format in enumerate(formats, 3):
        sheet.range(f"H{row}").number_format = format
    changes = [CellChange("Rencana", f"H{row}", None, "2.17.01", "teks") for row in range(3, 7)]
    writer.apply_changes(book, changes)
    assert [sheet.range(f"H{row}").number_format for row in range(3, 7)] == formats
    writer.undo_changes(book)
    assert [sheet.range(f"H{row}").number_format for row in range(3, 7)] == formats
    assert sheet.range("H3:H6").value == [None] * 4


def test_all_digits_of_an_amount_of_money_come_back(
    opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel hands over four decimals of what is formatted as money."""
    book = opener(write_small_book(tmp_path, {"H5": 1234.56789}))
    sheet = book.sheets["Rencana"]
    class_ = type(sheet.range("A1").impl)
    original = class_.raw_value

    def read_as_money(cell_range: object) -> object:
        held = original.fget(cell_range)
        return Decimal("1234.5679") if held == 1234.56789 else held

    monkeypatch.setattr(class_, "raw_value", property(read_as_money, original.fset))
    _replace(book, "H5", 1, "nilai")
    assert writer.undo_changes(book) == writer.UndoResult(1)
    monkeypatch.undo()
    assert sheet.range("H5").value == 1234.56789


def test_notes_of_changed_cells_stay(opener: Opener, engine: CalcEngine, tmp_path: Path) -> None:
    path = write_small_book(tmp_path, {"F5": 570})
    file = load_workbook(path)
    for cell in ("F3", "F11"):
        file["Rencana"][cell].comment = Comment(f"Catatan saya di {cell}", "Budi")
    file.save(path)
    book = opener(path)
    sheet = book.sheets["Rencana"]

    def read_notes() -> dict[str, str]:
        return {note.location.address: note.text for note in sheet.notes}

    before = read_notes()
    assert before == {"$F$3": "Catatan saya di F3", "$F$11": "Catatan saya di F11"}
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert (sheet.range("F3").value, read_notes()) == (970, before)
    run("batalkan")
    assert (sheet.range("F3").value, read_notes()) == (900, before)
    sheet.range("F2:F4").value = [["Pagu"], [1], [2]]
    assert (sheet.range("F2:F4").value, read_notes()) == (["Pagu", 1, 2], before)


def test_array_formulas_are_left_alone_and_told(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    formula = ArrayFormula("F8", "=SUM(F9:F10*1)+10")
    book = opener(write_small_book(tmp_path, {"F8": formula, "F7": 610}))
    cell = book.sheets["Rencana"].range("F8")
    assert (cell.value, cell.impl.has_array) == (610, True)
    engine.app.answers += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    preview = engine.app.messages[1][0]
    assert "Sel rumus larik tidak diubah: Rencana!F8." in preview
    assert "Rencana!F8:" not in preview
    assert (cell.value, cell.impl.has_array) == (610, True)
    assert book.sheets["Rencana"].range("F7").formula == "=F8"
    run("batalkan")
    assert book.sheets["Rencana"].range("F7").formula == "610"
    assert (cell.formula, cell.impl.has_array) == ("=SUM(F9:F10*1)+10", True)


def test_amounts_that_count_on_an_array_formula_are_told(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    formula = ArrayFormula("F8", "=SUM(F9:F10*1)+10")
    opener(write_small_book(tmp_path, {"F8": formula, "F7": 620}))
    engine.app.answers += ["no", "no"]
    run("hitung_ulang_subtotal")
    preview = engine.app.messages[1][0]
    assert "Rencana!F7: 620 → 600" in preview
    assert (
        "Sel rumus larik tidak diubah: Rencana!F8. Betulkan sendiri: angka di atas menganggap "
        "jumlahnya sudah benar."
    ) in preview


# What keeps it from being done


def test_changes_that_fail_leave_the_earlier_ones_to_be_taken_back(
    opener: Opener, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {"H5": "lama"}))
    other = book.sheets.add("Lain", after=book.sheets[0])
    _replace(book, "H5", "baru")
    other.impl.uno.protect("")
    with pytest.raises(UserMessage, match="Tidak ada yang berubah"):
        writer.apply_changes(book, [CellChange("Lain", "B2", None, 1, "nilai")])
    assert writer.undo_changes(book) == writer.UndoResult(1)
    assert book.sheets["Rencana"].range("H5").value == "lama"
    assert [sheet.name for sheet in book.sheets] == ["Rencana", "Lain"]


def test_only_the_last_changes_are_kept(opener: Opener, tmp_path: Path) -> None:
    book = opener(write_small_book(tmp_path, {"H5": "satu"}))
    _replace(book, "H5", "dua")
    _replace(book, "H5", "tiga")
    assert len(list(book.sheets)) == 2
    assert writer.undo_changes(book) == writer.UndoResult(1)
    assert book.sheets["Rencana"].range("H5").value == "dua"
    assert writer.undo_changes(book) is None


def test_a_protected_workbook_lets_undo_say_what_it_did(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {"F5": 570}))
    run("periksa_buku")
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    book.impl.doc.protect("x")
    engine.app.messages.clear()
    run("batalkan")
    assert book.sheets["Rencana"].range("F3:F5").value == [900, 900, 570]
    assert engine.app.status_bar == "Selaras: 3 sel dikembalikan"
    told = engine.app.messages[0][0]
    assert told.startswith("3 sel dikembalikan.\n\nTanda dan daftar temuan belum diperbarui: ")
    assert "struktur buku kerja ini dilindungi" in told
    engine.app.messages.clear()
    run("batalkan")
    assert engine.app.messages[0][0] == "Tidak ada perubahan Selaras yang dapat dibatalkan."


# What the preview says


def test_the_preview_says_that_a_formula_goes(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    opener(write_small_book(tmp_path, {"H7": "2-17-03", "A7": "=H7"}))
    engine.app.answers += ["no"]
    run("rapikan_kode")
    preview = engine.app.messages[0][0]
    assert "Rencana!A7: =H7 → 2.17.03 (rumus diganti)" in preview
    assert "1 rumus diganti dengan isi yang tidak lagi mengikuti sel lain." in preview


def test_a_formula_that_is_replaced_is_shown_short_in_both_languages() -> None:
    formula = f"=SUM({'F5,' * 40}F6)"
    change = CellChange("Rencana", "F3", 900, "=F4", "rumus", formula=formula)
    shown = f"{formula[:57]}..."
    assert change.build_sentence("id") == f"Rencana!F3: {shown} → =F4 (rumus diganti)"
    assert change.build_sentence("en") == f"Rencana!F3: {shown} → =F4 (formula replaced)"
    same = CellChange("Rencana", "F3", 900, "=F4", "rumus", formula="=F4")
    assert same.build_sentence("en") == "Rencana!F3: =F4 → =F4"


# Formulas on another sheet


@pytest.mark.parametrize(
    ("formula", "held"),
    [
        ("=SUM(F5:F6)", "=SUM('O''Neil'!F5:F6)"),
        ("='Daftar Kode'!A1&H7", "='Daftar Kode'!A1&'O''Neil'!H7"),
        ("=VLOOKUP($A3,J:K,2,FALSE)", "=VLOOKUP('O''Neil'!$A3,'O''Neil'!J:K,2,FALSE)"),
        ('=IF(A1="A2",{1,2;3,4},#N/A)', "=IF('O''Neil'!A1=\"A2\",{1,2;3,4},#N/A)"),
        ("=SUM(A1:A3 1:2)-#REF!", "=SUM('O''Neil'!A1:A3 'O''Neil'!1:2)-#REF!"),
        ("=SUM(R1,LOG10(A1))", "=SUM('O''Neil'!R1,LOG10('O''Neil'!A1))"),
    ],
)
def test_each_reference_gets_its_sheet(formula: str, held: str) -> None:
    assert add_sheet_names(formula, "O'Neil") == held
    assert drop_sheet_names(held, formula, "O'Neil") == formula


@pytest.mark.parametrize(
    "formula",
    ["=Tarif*A1", "=LET(x,A1,x+1)", "=SUM(Tabel1[Pagu],A1)", "=Jan:Mar!A1", "='[B.xlsx]L'!A1"],
)
def test_what_may_mean_something_else_there_is_not_held(formula: str) -> None:
    assert add_sheet_names(formula, "Rencana") is None
    assert "A1" in (build_guard(formula, "Rencana") or "")


def test_what_excel_deleted_is_told_as_the_cell_itself_would() -> None:
    assert drop_sheet_names("=SUM(Rencana!#REF!)+Lain!B2", "=SUM(F5:F6)+Lain!B1", "Rencana") == (
        "=SUM(#REF!)+Lain!B2"
    )
    assert drop_sheet_names("=Rencana!A1", "=A1+B1", "Rencana") is None
