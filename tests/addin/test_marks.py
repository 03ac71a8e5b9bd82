"""Marks on cells, and that taking them off leaves exactly what was there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill

from selaras.report.palette import ISI
from selaras.values.a1 import Area
from selaras.values.finding import Finding, Severity
from selaras.values.text import Teks
from selaras_addin.live.excel import cell_notes, grid
from selaras_addin.live.excel.areas import satukan
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.marks import on_cells, store
from selaras_addin.live.marks.on_cells import Hasil

from .calc_engine import hitungan

LAIN = 'Lem\'bar "2"'
MERAH, JINGGA, BIRU = (
    tuple(bytes.fromhex(ISI[level])) for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)
)


def _temuan(sheet: str | None, cell: str | None, level: Severity, code: str) -> Finding:
    return Finding(
        Teks(f"Pesan {code}.", f"Message {code}."),
        Teks(f"Saran {code}.", f"Advice {code}."),
        sheet=sheet,
        cell=cell,
        code=code,
        severity=level,
    )


TEMUAN = (
    _temuan("T-C.33", "B2", Severity.WARNING, "JML008"),
    _temuan("T-C.33", "B4", Severity.ERROR, "JML001"),
    _temuan("T-C.33", "B4", Severity.INFO, "TBL003"),
    _temuan("T-C.33", "B5", Severity.ERROR, "JML002"),
    _temuan(LAIN, "C3", Severity.INFO, "TBL003"),
    _temuan(None, None, Severity.ERROR, "LBR001"),
)


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    """Two sheets with fills, a note and a rule of conditional formatting of the user's own."""
    book = openpyxl.Workbook()
    plan = book.active
    plan.title = "T-C.33"
    other = book.create_sheet(LAIN)
    for sheet in (plan, other):
        for row in range(1, 9):
            sheet.append([row, row * 10, f"nama {row}"])
    plan["B4"].fill = PatternFill("solid", "FFDDEBF7")
    plan["B2"].comment = Comment("Tolong dicek lagi.\nBudi", "Budi")
    other["A1"].comment = Comment("catatan sendiri", "Budi")
    rule = FormulaRule(formula=["A1>6"], fill=PatternFill(bgColor="FF00B050"))
    plan.conditional_formatting.add("A1:C8", rule)
    path = tmp_path / "uji.xlsx"
    book.save(path)
    return path


@pytest.fixture
def buku(berkas: Path, buka: Callable[[Path], xw.Book]) -> xw.Book:
    """That workbook, open."""
    return buka(berkas)


def _keadaan(book: xw.Book) -> Any:
    """Return all that marks could harm: fills, notes, rules and the sheets themselves."""
    return [
        (
            sheet.name,
            [[sheet.range((row, column)).color for column in (1, 2, 3)] for row in range(1, 10)],
            {note.location.address: note.text for note in sheet.notes},
            [(rule.type, rule.formula) for rule in sheet.cells.conditional_formats],
            sheet.used_range.formula,
        )
        for sheet in book.sheets
    ]


def _warna(book: xw.Book, sheet: str, cell: str) -> list[Any]:
    rules = book.sheets[sheet].range(cell).conditional_formats
    return [rule.fill_color for rule in rules if "selaras" in str(rule.formula)]


def test_cells_get_the_fill_of_their_worst_finding(buku: xw.Book) -> None:
    hasil = on_cells.tandai(buku, TEMUAN, "id")
    assert hasil == Hasil(cell_count=4, berwarna=4, bercatatan=4)
    assert _warna(buku, "T-C.33", "B2") == [JINGGA]
    assert _warna(buku, "T-C.33", "B4") == _warna(buku, "T-C.33", "B5") == [MERAH]
    assert _warna(buku, LAIN, "C3") == [BIRU]
    assert _warna(buku, "T-C.33", "B3") == _warna(buku, LAIN, "B4") == []
    # Laid over the cell's own fill, which stays what it was.
    assert buku.sheets["T-C.33"]["B4"].color == (0xDD, 0xEB, 0xF7)


def test_notes_say_rule_message_and_advice(buku: xw.Book) -> None:
    on_cells.tandai(buku, TEMUAN, "id")
    sheet = buku.sheets["T-C.33"]
    assert sheet["B4"].note.text == (
        "[Selaras] Kesalahan\n• JML001: Pesan JML001.\n→ Saran JML001.\n"
        "• TBL003: Pesan TBL003.\n→ Saran TBL003."
    )
    assert sheet["B2"].note.text == (
        "Tolong dicek lagi.\nBudi\n\n[Selaras] Peringatan\n• JML008: Pesan JML008.\n→ Saran JML008."
    )
    assert [note.location.address for note in buku.sheets[LAIN].notes] == ["$A$1", "$C$3"]


def test_unmarking_restores_everything(buku: xw.Book) -> None:
    before = _keadaan(buku)
    on_cells.tandai(buku, TEMUAN, "id")
    assert _keadaan(buku) != before
    assert on_cells.hapus(buku) == 4
    assert _keadaan(buku) == before


def test_unmarking_after_save_reopening_and_inserted_rows(
    berkas: Path, buka: Callable[[Path], xw.Book], tmp_path: Path
) -> None:
    changed = buka(berkas)
    changed.sheets["T-C.33"]["3:3"].insert("down")
    before = _keadaan(changed)
    marked = buka(Path(_salin(berkas, tmp_path / "lain.xlsx")))
    on_cells.tandai(marked, TEMUAN, "id")
    marked.sheets["T-C.33"]["3:3"].insert("down")
    marked.save(str(tmp_path / "tersimpan.xlsx"))
    again = buka(tmp_path / "tersimpan.xlsx")
    kept = store.ambil(again)
    assert [(k.sheet, k.cell, k.code) for k in kept] == [
        ("T-C.33", "B5", "JML001"),
        ("T-C.33", "B5", "TBL003"),
        ("T-C.33", "B6", "JML002"),
        ("T-C.33", "B2", "JML008"),
        (LAIN, "C3", "TBL003"),
    ]
    assert _warna(again, "T-C.33", "B5") == _warna(again, "T-C.33", "B6") == [MERAH]
    assert _warna(again, "T-C.33", "B4") == []
    on_cells.hapus(again)
    assert _keadaan(again) == before


def _salin(path: Path, to: Path) -> Path:
    to.write_bytes(path.read_bytes())
    return to


def test_what_the_user_changed_since_stays(buku: xw.Book) -> None:
    on_cells.tandai(buku, TEMUAN, "id")
    sheet = buku.sheets["T-C.33"]
    sheet["B5"].color = (1, 2, 3)
    sheet["B4"].note.text += " Sudah saya betulkan."
    sheet["B2"].note.text = "Tulis ulang."
    on_cells.hapus(buku)
    assert sheet["B5"].color == (1, 2, 3)
    assert sheet["B4"].note.text == " Sudah saya betulkan."
    assert sheet["B2"].note.text == "Tulis ulang."


def test_marks_are_found_without_what_was_kept(buku: xw.Book) -> None:
    before = _keadaan(buku)
    on_cells.tandai(buku, TEMUAN, "id")
    store.hapus(buku)
    on_cells.hapus(buku)
    assert _keadaan(buku) == before


def test_marking_again_takes_the_old_marks_off(buku: xw.Book) -> None:
    on_cells.tandai(buku, TEMUAN, "id")
    once = _keadaan(buku)
    on_cells.tandai(buku, TEMUAN, "id")
    assert _keadaan(buku) == once
    on_cells.tandai(buku, TEMUAN[-2:], "id")
    assert _warna(buku, "T-C.33", "B4") == []
    assert buku.sheets["T-C.33"]["B4"].note is None


def test_a_deleted_cell_is_forgotten(buku: xw.Book) -> None:
    on_cells.tandai(buku, TEMUAN, "id")
    buku.sheets["T-C.33"]["4:4"].delete("up")
    assert [(k.sheet, k.cell) for k in store.ambil(buku)] == [
        ("T-C.33", "B4"),
        ("T-C.33", "B2"),
        (LAIN, "C3"),
    ]


def test_a_renamed_sheet_is_followed(buku: xw.Book) -> None:
    on_cells.tandai(buku, TEMUAN, "id")
    buku.sheets["T-C.33"].name = "Rencana 2024"
    assert {k.sheet for k in store.ambil(buku)} == {"Rencana 2024", LAIN}


def test_what_is_kept_is_out_of_sight(buku: xw.Book) -> None:
    on_cells.tandai(buku, TEMUAN, "id")
    assert buku.sheets[-1].name == "_selaras"
    assert buku.sheets[-1].visible == 2


def test_many_findings_are_marked_up_to_a_cap(
    buku: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_cells, "MOST_COLOURED", 3)
    monkeypatch.setattr(on_cells, "MOST_NOTES", 2)
    hasil = on_cells.tandai(buku, TEMUAN, "id")
    assert hasil == Hasil(cell_count=4, berwarna=3, bercatatan=2)
    assert [said.id for said in hasil.kekurangan()] == [
        "3 dari 4 sel diberi warna; sisanya hanya di daftar",
        "2 dari 4 sel diberi catatan; yang lain dapat dibaca di daftar atau dengan tombol Jelaskan",
    ]
    # The worst first.
    assert _warna(buku, "T-C.33", "B4") == _warna(buku, "T-C.33", "B5") == [MERAH]
    assert _warna(buku, LAIN, "C3") == []


def test_a_protected_sheet_is_named_and_the_others_are_done(buku: xw.Book) -> None:
    before = _keadaan(buku)
    on_cells.tandai(buku, TEMUAN, "id")
    marked = buku.sheets["T-C.33"]
    marked.impl.uno.protect("")
    with pytest.raises(Pesan, match=r"Tanda di lembar T-C\.33 tidak dapat dihapus"):
        on_cells.hapus(buku)
    assert not len(buku.sheets[LAIN]["C3"].conditional_formats)
    assert _warna(buku, "T-C.33", "B4") == [MERAH]
    hasil = on_cells.tandai(buku, TEMUAN, "id")
    assert hasil == Hasil(cell_count=4, berwarna=1, bercatatan=1, gagal=("T-C.33",))
    assert _warna(buku, LAIN, "C3") == [BIRU]
    assert "Lembar T-C.33 tidak dapat ditandai" in hasil.kekurangan()[0].id
    marked.impl.uno.unprotect("")
    assert on_cells.hapus(buku) == 4
    assert _keadaan(buku) == before


def test_a_column_of_marks_is_one_area(buku: xw.Book) -> None:
    places = [(row, 2) for row in range(1, 300)]
    assert satukan(places) == [Area(1, 2, 299, 2)]
    assert satukan([(1, 2), (1, 3), (2, 2), (4, 2)]) == [
        Area(1, 2, 2, 2),
        Area(4, 2, 4, 2),
        Area(1, 3, 1, 3),
    ]
    findings = [_temuan(LAIN, f"A{row}", Severity.ERROR, "KOD001") for row in range(1, 101)]
    hitungan.clear()
    on_cells.tandai(buku, findings, "id")
    assert hitungan["ConditionalFormats.add_custom"] == 1
    assert hitungan["Range.color"] == 0


def test_fills_are_told_apart_and_read_on() -> None:
    def terang(warna: tuple[int, ...]) -> float:
        linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in warna]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def buta(warna: tuple[int, ...]) -> tuple[float, float]:
        """Lightness, and blue against yellow: what deuteranopes and protanopes are left with."""
        merah, hijau, biru = warna
        return terang(warna) * 255, biru - (merah + hijau) / 2

    warna = (MERAH, JINGGA, BIRU)
    for one in warna:
        assert (terang(one) + 0.05) / 0.05 > 7
    for number, one in enumerate(warna):
        for other in warna[number + 1 :]:
            assert max(abs(a - b) for a, b in zip(buta(one), buta(other), strict=True)) > 40


def test_the_users_note_keeps_its_bold_letters(buku: xw.Book) -> None:
    """Excel writes the author's name bold; text that is set anew is plain throughout."""
    note = buku.sheets["T-C.33"]["B2"].note
    note.impl.make_cursor(1, 6).CharWeight = 150.0
    on_cells.tandai(buku, TEMUAN, "id")
    assert note.text.startswith("Tolong dicek lagi.\nBudi\n\n[Selaras] Peringatan\n")
    assert note.impl.make_cursor(1, 6).CharWeight == 150.0
    on_cells.hapus(buku)
    assert note.text == "Tolong dicek lagi.\nBudi"
    assert note.impl.make_cursor(1, 6).CharWeight == 150.0
    assert note.impl.make_cursor(8, 5).CharWeight == 100.0


def test_a_note_of_the_users_alone_is_not_written_again(
    buku: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text that is set anew loses its bold letters, whatever ends its lines."""
    note = buku.sheets["T-C.33"]["B2"].note
    kind = type(note.impl)
    written: list[str] = []
    monkeypatch.setattr(
        kind,
        "text",
        property(lambda _: "Budi:\r\ncatatan saya", lambda _, text: written.append(text)),
    )
    assert on_cells.hapus(buku) == 0
    assert written == []


def test_a_note_is_right_where_its_letters_cannot_be_reached(
    buku: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On macOS, and with letters that Excel counts twice."""
    monkeypatch.setattr(grid, "MACOS", True)
    before = {note.location.address: note.text for note in buku.sheets["T-C.33"].notes}
    cell_notes.tambahkan(buku.sheets["T-C.33"]["B2"].note, "!")
    note = buku.sheets["T-C.33"]["B2"].note
    assert note.text == before["$B$2"] + "!"
    cell_notes.potong(note, len(before["$B$2"]), len(note.text))
    assert note.text == before["$B$2"]
