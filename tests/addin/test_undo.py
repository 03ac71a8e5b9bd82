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
from selaras_addin.fixes.change import Jenis, Perubahan
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.excel.read import read_book
from selaras_addin.live.undo import writer
from selaras_addin.live.undo.followers import berlembar, penjaga, tanpa_lembar

from .calc_engine import CalcEngine
from .test_fixes import _buku

Buka = Callable[[Path], xw.Book]

pytestmark = pytest.mark.usefixtures("data")


def _ganti(book: xw.Book, cell: str, new: str | int, jenis: Jenis = "teks") -> None:
    writer.terapkan(book, [Perubahan("Rencana", cell, None, new, jenis)])


def _teks(book: xw.Book, cell: str) -> bool:
    """Tell whether a cell holds a text, and no formula."""
    uno = book.sheets["Rencana"].range(cell).impl.uno
    return uno.getCellByPosition(0, 0).Type.value == "TEXT"


# What is moved and renamed in between


def test_new_formulas_are_known_again_after_a_row_was_inserted(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    book = buka(_buku(tmp_path, {"F5": 570}))
    sheet = book.sheets["Rencana"]
    before = sheet.range("F3:F11").value
    mesin.app.jawaban += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    sheet.range("1:1").insert("down")
    assert sheet.range("F5").formula == "=SUM(F6:F7)"
    mesin.app.messages.clear()
    run("batalkan")
    assert mesin.app.status_bar == "Selaras: 5 sel dikembalikan"
    assert mesin.app.messages == []
    assert sheet.range("F4:F12").formula == tuple((str(int(value)),) for value in before)


def test_a_former_formula_follows_the_row_that_was_inserted(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    book = buka(_buku(tmp_path, {"H7": "2-17-03", "A7": "=H7"}))
    mesin.app.jawaban += ["yes"]
    run("rapikan_kode")
    sheet = book.sheets["Rencana"]
    assert sheet.range("A7").formula == "2.17.03"
    sheet.range("1:1").insert("down")
    run("batalkan")
    assert (sheet.range("A8").formula, sheet.range("A8").value) == ("=H8", "2-17-03")


def test_a_former_formula_follows_the_sheet_that_was_renamed(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    path = _buku(tmp_path, {"A7": "='Daftar Kode'!A1"})
    file = load_workbook(path)
    file.create_sheet("Daftar Kode")["A1"] = "2-17-03"
    file.save(path)
    book = buka(path)
    mesin.app.jawaban += ["yes"]
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
    buka: Buka, tmp_path: Path, formula: str, moved: str
) -> None:
    book = buka(_buku(tmp_path, {"H5": formula}))
    _ganti(book, "H5", "x")
    sheet = book.sheets["Rencana"]
    sheet.range("1:1").insert("down")
    done = writer.batalkan(book)
    assert done == writer.Dibatalkan(1)
    assert sheet.range("H6").formula == moved


def test_it_is_kept_over_saving_and_opening(buka: Buka, tmp_path: Path) -> None:
    book = buka(_buku(tmp_path, {"H5": "=F5+1"}))
    _ganti(book, "H5", "=F6", "rumus")
    book.sheets["Rencana"].range("1:1").insert("down")
    book.save(tmp_path / "lagi.xlsx")
    again = buka(tmp_path / "lagi.xlsx")
    again.sheets["Rencana"].range("1:1").insert("down")
    assert writer.batalkan(again) == writer.Dibatalkan(1)
    assert again.sheets["Rencana"].range("H7").formula == "=F7+1"


def _dengan_nama(tmp_path: Path) -> Path:
    path = _buku(tmp_path, {"H5": "=Tarif*F5", "H6": "=Tarif"})
    file = load_workbook(path)
    file.defined_names["Tarif"] = DefinedName("Tarif", attr_text="Rencana!$F$10")
    file.save(path)
    return path


def test_a_formula_with_a_name_comes_back_where_nothing_moved(buka: Buka, tmp_path: Path) -> None:
    book = buka(_dengan_nama(tmp_path))
    _ganti(book, "H5", "x")
    assert writer.batalkan(book) == writer.Dibatalkan(1)
    assert book.sheets["Rencana"].range("H5").formula == "=Tarif*F5"


def test_a_formula_that_cannot_follow_is_left_and_told(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    """What a name means may depend on the sheet, so the formula is kept as text."""
    book = buka(_dengan_nama(tmp_path))
    changes = [Perubahan("Rencana", cell, None, "x", "teks") for cell in ("H5", "H6")]
    writer.terapkan(book, changes)
    sheet = book.sheets["Rencana"]
    sheet.range("1:1").insert("down")
    run("batalkan")
    assert sheet.range("H6:H7").formula == (("x",), ("=Tarif",))
    assert mesin.app.status_bar == "Selaras: 1 sel dikembalikan"
    told = (
        "Sel berikut dibiarkan, karena sel yang dirujuk rumus semulanya sudah berpindah: "
        "Rencana!H6 (=Tarif*F5)."
    )
    assert [text for text, _ in mesin.app.messages] == [told]
    # It stays kept: what was inserted may be taken out again.
    sheet.range("1:1").delete("up")
    run("batalkan")
    assert book.sheets["Rencana"].range("H5").formula == "=Tarif*F5"


def test_cells_that_are_gone_are_counted(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    book = buka(_buku(tmp_path, {"F5": 570}))
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    book.sheets["Rencana"].range("4:4").delete("up")
    mesin.app.messages.clear()
    run("batalkan")
    assert mesin.app.status_bar == "Selaras: 2 sel dikembalikan; 1 sel sudah tidak ada"
    assert [text for text, _ in mesin.app.messages] == [
        "1 sel tidak dapat dikembalikan: baris, kolom, atau lembarnya sudah dihapus."
    ]


def test_cells_of_a_sheet_that_is_gone_are_counted(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    book = buka(_buku(tmp_path, {"F5": 570}))
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    book.sheets.add("Lain")
    book.sheets["Rencana"].delete()
    run("batalkan")
    assert mesin.app.status_bar == "Selaras: 0 sel dikembalikan; 3 sel sudah tidak ada"


# What the cells held


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x.id","klik")', "=cmd|x"])
def test_a_text_that_begins_like_a_formula_stays_one(buka: Buka, tmp_path: Path, text: str) -> None:
    path = _buku(tmp_path, {"H5": text})
    file = load_workbook(path)
    file["Rencana"]["H5"].data_type = "s"
    file.save(path)
    book = buka(path)
    assert read_book(book).sheets[0].formulas == {}
    _ganti(book, "H5", "x")
    writer.batalkan(book)
    cell = book.sheets["Rencana"].range("H5")
    assert _teks(book, "H5")
    assert (cell.value, cell.formula, cell.number_format) == (text, text, "General")


def test_the_format_of_a_text_that_looks_like_a_number_comes_back(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    book = buka(_buku(tmp_path, {"F4": "910"}))
    sheet = book.sheets["Rencana"]
    sheet.activate()
    sheet.range("F4").select()
    mesin.app.jawaban += ["yes"]
    run("terapkan_usulan")
    assert sheet.range("F4").value != "910"
    run("batalkan")
    assert (sheet.range("F4").value, sheet.range("F4").number_format) == ("910", "General")


def test_formats_stay_as_they_are_and_come_back(buka: Buka, tmp_path: Path) -> None:
    book = buka(_buku(tmp_path, {}))
    sheet = book.sheets["Rencana"]
    formats = ["0.00", "General", "@", "#,##0"]
    for row, format in enumerate(formats, 3):
        sheet.range(f"H{row}").number_format = format
    changes = [Perubahan("Rencana", f"H{row}", None, "2.17.01", "teks") for row in range(3, 7)]
    writer.terapkan(book, changes)
    assert [sheet.range(f"H{row}").number_format for row in range(3, 7)] == formats
    writer.batalkan(book)
    assert [sheet.range(f"H{row}").number_format for row in range(3, 7)] == formats
    assert sheet.range("H3:H6").value == [None] * 4


def test_all_digits_of_an_amount_of_money_come_back(
    buka: Buka, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel hands over four decimals of what is formatted as money."""
    book = buka(_buku(tmp_path, {"H5": 1234.56789}))
    sheet = book.sheets["Rencana"]
    kelas = type(sheet.range("A1").impl)
    asli = kelas.raw_value

    def uang(rng: object) -> object:
        isi = asli.fget(rng)
        return Decimal("1234.5679") if isi == 1234.56789 else isi

    monkeypatch.setattr(kelas, "raw_value", property(uang, asli.fset))
    _ganti(book, "H5", 1, "nilai")
    assert writer.batalkan(book) == writer.Dibatalkan(1)
    monkeypatch.undo()
    assert sheet.range("H5").value == 1234.56789


def test_notes_of_changed_cells_stay(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    path = _buku(tmp_path, {"F5": 570})
    file = load_workbook(path)
    for cell in ("F3", "F11"):
        file["Rencana"][cell].comment = Comment(f"Catatan saya di {cell}", "Budi")
    file.save(path)
    book = buka(path)
    sheet = book.sheets["Rencana"]

    def notes() -> dict[str, str]:
        return {note.location.address: note.text for note in sheet.notes}

    before = notes()
    assert before == {"$F$3": "Catatan saya di F3", "$F$11": "Catatan saya di F11"}
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert (sheet.range("F3").value, notes()) == (970, before)
    run("batalkan")
    assert (sheet.range("F3").value, notes()) == (900, before)
    sheet.range("F2:F4").value = [["Pagu"], [1], [2]]
    assert (sheet.range("F2:F4").value, notes()) == (["Pagu", 1, 2], before)


def test_array_formulas_are_left_alone_and_told(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    formula = ArrayFormula("F8", "=SUM(F9:F10*1)+10")
    book = buka(_buku(tmp_path, {"F8": formula, "F7": 610}))
    cell = book.sheets["Rencana"].range("F8")
    assert (cell.value, cell.impl.has_array) == (610, True)
    mesin.app.jawaban += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    preview = mesin.app.messages[1][0]
    assert "Sel rumus larik tidak diubah: Rencana!F8." in preview
    assert "Rencana!F8:" not in preview
    assert (cell.value, cell.impl.has_array) == (610, True)
    assert book.sheets["Rencana"].range("F7").formula == "=F8"
    run("batalkan")
    assert book.sheets["Rencana"].range("F7").formula == "610"
    assert (cell.formula, cell.impl.has_array) == ("=SUM(F9:F10*1)+10", True)


def test_amounts_that_count_on_an_array_formula_are_told(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    formula = ArrayFormula("F8", "=SUM(F9:F10*1)+10")
    buka(_buku(tmp_path, {"F8": formula, "F7": 620}))
    mesin.app.jawaban += ["no", "no"]
    run("hitung_ulang_subtotal")
    preview = mesin.app.messages[1][0]
    assert "Rencana!F7: 620 → 600" in preview
    assert (
        "Sel rumus larik tidak diubah: Rencana!F8. Betulkan sendiri: angka di atas menganggap "
        "jumlahnya sudah benar."
    ) in preview


# What keeps it from being done


def test_changes_that_fail_leave_the_earlier_ones_to_be_taken_back(
    buka: Buka, tmp_path: Path
) -> None:
    book = buka(_buku(tmp_path, {"H5": "lama"}))
    other = book.sheets.add("Lain", after=book.sheets[0])
    _ganti(book, "H5", "baru")
    other.impl.uno.protect("")
    with pytest.raises(Pesan, match="Tidak ada yang berubah"):
        writer.terapkan(book, [Perubahan("Lain", "B2", None, 1, "nilai")])
    assert writer.batalkan(book) == writer.Dibatalkan(1)
    assert book.sheets["Rencana"].range("H5").value == "lama"
    assert [sheet.name for sheet in book.sheets] == ["Rencana", "Lain"]


def test_only_the_last_changes_are_kept(buka: Buka, tmp_path: Path) -> None:
    book = buka(_buku(tmp_path, {"H5": "satu"}))
    _ganti(book, "H5", "dua")
    _ganti(book, "H5", "tiga")
    assert len(list(book.sheets)) == 2
    assert writer.batalkan(book) == writer.Dibatalkan(1)
    assert book.sheets["Rencana"].range("H5").value == "dua"
    assert writer.batalkan(book) is None


def test_a_protected_workbook_lets_batalkan_say_what_it_did(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    book = buka(_buku(tmp_path, {"F5": 570}))
    run("periksa_buku")
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    book.impl.doc.protect("x")
    mesin.app.messages.clear()
    run("batalkan")
    assert book.sheets["Rencana"].range("F3:F5").value == [900, 900, 570]
    assert mesin.app.status_bar == "Selaras: 3 sel dikembalikan"
    told = mesin.app.messages[0][0]
    assert told.startswith("3 sel dikembalikan.\n\nTanda dan daftar temuan belum diperbarui: ")
    assert "struktur buku kerja ini dilindungi" in told
    mesin.app.messages.clear()
    run("batalkan")
    assert mesin.app.messages[0][0] == "Tidak ada perubahan Selaras yang dapat dibatalkan."


# What the preview says


def test_the_preview_says_that_a_formula_goes(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    buka(_buku(tmp_path, {"H7": "2-17-03", "A7": "=H7"}))
    mesin.app.jawaban += ["no"]
    run("rapikan_kode")
    preview = mesin.app.messages[0][0]
    assert "Rencana!A7: =H7 → 2.17.03 (rumus diganti)" in preview
    assert "1 rumus diganti dengan isi yang tidak lagi mengikuti sel lain." in preview


def test_a_formula_that_is_replaced_is_shown_short_in_both_languages() -> None:
    formula = f"=SUM({'F5,' * 40}F6)"
    change = Perubahan("Rencana", "F3", 900, "=F4", "rumus", rumus=formula)
    shown = f"{formula[:57]}..."
    assert change.build_sentence("id") == f"Rencana!F3: {shown} → =F4 (rumus diganti)"
    assert change.build_sentence("en") == f"Rencana!F3: {shown} → =F4 (formula replaced)"
    same = Perubahan("Rencana", "F3", 900, "=F4", "rumus", rumus="=F4")
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
    assert berlembar(formula, "O'Neil") == held
    assert tanpa_lembar(held, formula, "O'Neil") == formula


@pytest.mark.parametrize(
    "formula",
    ["=Tarif*A1", "=LET(x,A1,x+1)", "=SUM(Tabel1[Pagu],A1)", "=Jan:Mar!A1", "='[B.xlsx]L'!A1"],
)
def test_what_may_mean_something_else_there_is_not_held(formula: str) -> None:
    assert berlembar(formula, "Rencana") is None
    assert "A1" in (penjaga(formula, "Rencana") or "")


def test_what_excel_deleted_is_told_as_the_cell_itself_would() -> None:
    assert tanpa_lembar("=SUM(Rencana!#REF!)+Lain!B2", "=SUM(F5:F6)+Lain!B1", "Rencana") == (
        "=SUM(#REF!)+Lain!B2"
    )
    assert tanpa_lembar("=Rencana!A1", "=A1+B1", "Rencana") is None
