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

from selaras.report.palette import FILLS
from selaras.values.a1 import Area
from selaras.values.finding import Finding, Severity
from selaras.values.text import Text
from selaras_addin.live.excel import cell_notes, grid
from selaras_addin.live.excel.areas import join_cells
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.marks import on_cells, store
from selaras_addin.live.marks.on_cells import MarkResult

from .calc_engine import counts

OTHER_SHEET = 'Lem\'bar "2"'
RED, ORANGE, BLUE = (
    tuple(bytes.fromhex(FILLS[level]))
    for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)
)


def _build_finding(sheet: str | None, cell: str | None, level: Severity, code: str) -> Finding:
    return Finding(
        Text(f"Pesan {code}.", f"Message {code}."),
        Text(f"Saran {code}.", f"Advice {code}."),
        sheet=sheet,
        cell=cell,
        code=code,
        severity=level,
    )


FINDINGS = (
    _build_finding("T-C.33", "B2", Severity.WARNING, "JML008"),
    _build_finding("T-C.33", "B4", Severity.ERROR, "JML001"),
    _build_finding("T-C.33", "B4", Severity.INFO, "TBL003"),
    _build_finding("T-C.33", "B5", Severity.ERROR, "JML002"),
    _build_finding(OTHER_SHEET, "C3", Severity.INFO, "TBL003"),
    _build_finding(None, None, Severity.ERROR, "LBR001"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two sheets with fills, a note and a rule of conditional formatting of the user's own."""
    book = openpyxl.Workbook()
    plan = book.active
    plan.title = "T-C.33"
    other = book.create_sheet(OTHER_SHEET)
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
def book(path: Path, opener: Callable[[Path], xw.Book]) -> xw.Book:
    """That workbook, open."""
    return opener(path)


def _read_state(book: xw.Book) -> Any:
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


def _read_fills(book: xw.Book, sheet: str, cell: str) -> list[Any]:
    rules = book.sheets[sheet].range(cell).conditional_formats
    return [rule.fill_color for rule in rules if "selaras" in str(rule.formula)]


def test_cells_get_the_fill_of_their_worst_finding(book: xw.Book) -> None:
    result = on_cells.mark_cells(book, FINDINGS, "id")
    assert result == MarkResult(cell_count=4, coloured=4, noted=4)
    assert _read_fills(book, "T-C.33", "B2") == [ORANGE]
    assert _read_fills(book, "T-C.33", "B4") == _read_fills(book, "T-C.33", "B5") == [RED]
    assert _read_fills(book, OTHER_SHEET, "C3") == [BLUE]
    assert _read_fills(book, "T-C.33", "B3") == _read_fills(book, OTHER_SHEET, "B4") == []
    # Laid over the cell's own fill, which stays what it was.
    assert book.sheets["T-C.33"]["B4"].color == (0xDD, 0xEB, 0xF7)


def test_notes_say_rule_message_and_advice(book: xw.Book) -> None:
    on_cells.mark_cells(book, FINDINGS, "id")
    sheet = book.sheets["T-C.33"]
    assert sheet["B4"].note.text == (
        "[Selaras] Kesalahan\n• JML001: Pesan JML001.\n→ Saran JML001.\n"
        "• TBL003: Pesan TBL003.\n→ Saran TBL003."
    )
    assert sheet["B2"].note.text == (
        "Tolong dicek lagi.\nBudi\n\n[Selaras] Peringatan\n• JML008: Pesan JML008.\n→ Saran JML008."
    )
    assert [note.location.address for note in book.sheets[OTHER_SHEET].notes] == ["$A$1", "$C$3"]


def test_unmarking_restores_everything(book: xw.Book) -> None:
    before = _read_state(book)
    on_cells.mark_cells(book, FINDINGS, "id")
    assert _read_state(book) != before
    assert on_cells.clear_marks(book) == 4
    assert _read_state(book) == before


def test_unmarking_after_save_reopening_and_inserted_rows(
    path: Path, opener: Callable[[Path], xw.Book], tmp_path: Path
) -> None:
    changed = opener(path)
    changed.sheets["T-C.33"]["3:3"].insert("down")
    before = _read_state(changed)
    marked = opener(Path(_copy_file(path, tmp_path / "lain.xlsx")))
    on_cells.mark_cells(marked, FINDINGS, "id")
    marked.sheets["T-C.33"]["3:3"].insert("down")
    marked.save(str(tmp_path / "tersimpan.xlsx"))
    again = opener(tmp_path / "tersimpan.xlsx")
    kept = store.read_findings(again)
    assert [(k.sheet, k.cell, k.code) for k in kept] == [
        ("T-C.33", "B5", "JML001"),
        ("T-C.33", "B5", "TBL003"),
        ("T-C.33", "B6", "JML002"),
        ("T-C.33", "B2", "JML008"),
        (OTHER_SHEET, "C3", "TBL003"),
    ]
    assert _read_fills(again, "T-C.33", "B5") == _read_fills(again, "T-C.33", "B6") == [RED]
    assert _read_fills(again, "T-C.33", "B4") == []
    on_cells.clear_marks(again)
    assert _read_state(again) == before


def _copy_file(path: Path, to: Path) -> Path:
    to.write_bytes(path.read_bytes())
    return to


def test_what_the_user_changed_since_stays(book: xw.Book) -> None:
    on_cells.mark_cells(book, FINDINGS, "id")
    sheet = book.sheets["T-C.33"]
    sheet["B5"].color = (1, 2, 3)
    sheet["B4"].note.text += " Sudah saya betulkan."
    sheet["B2"].note.text = "Tulis ulang."
    on_cells.clear_marks(book)
    assert sheet["B5"].color == (1, 2, 3)
    assert sheet["B4"].note.text == " Sudah saya betulkan."
    assert sheet["B2"].note.text == "Tulis ulang."


def test_marks_are_found_without_what_was_kept(book: xw.Book) -> None:
    before = _read_state(book)
    on_cells.mark_cells(book, FINDINGS, "id")
    store.delete_findings(book)
    on_cells.clear_marks(book)
    assert _read_state(book) == before


def test_marking_again_takes_the_old_marks_off(book: xw.Book) -> None:
    on_cells.mark_cells(book, FINDINGS, "id")
    once = _read_state(book)
    on_cells.mark_cells(book, FINDINGS, "id")
    assert _read_state(book) == once
    on_cells.mark_cells(book, FINDINGS[-2:], "id")
    assert _read_fills(book, "T-C.33", "B4") == []
    assert book.sheets["T-C.33"]["B4"].note is None


def test_a_deleted_cell_is_forgotten(book: xw.Book) -> None:
    on_cells.mark_cells(book, FINDINGS, "id")
    book.sheets["T-C.33"]["4:4"].delete("up")
    assert [(k.sheet, k.cell) for k in store.read_findings(book)] == [
        ("T-C.33", "B4"),
        ("T-C.33", "B2"),
        (OTHER_SHEET, "C3"),
    ]


def test_a_renamed_sheet_is_followed(book: xw.Book) -> None:
    on_cells.mark_cells(book, FINDINGS, "id")
    book.sheets["T-C.33"].name = "Rencana 2024"
    assert {k.sheet for k in store.read_findings(book)} == {"Rencana 2024", OTHER_SHEET}


def test_what_is_kept_is_out_of_sight(book: xw.Book) -> None:
    on_cells.mark_cells(book, FINDINGS, "id")
    assert book.sheets[-1].name == "_selaras"
    assert book.sheets[-1].visible == 2


def test_many_findings_are_marked_up_to_a_cap(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_cells, "MOST_COLOURED", 3)
    monkeypatch.setattr(on_cells, "MOST_NOTES", 2)
    result = on_cells.mark_cells(book, FINDINGS, "id")
    assert result == MarkResult(cell_count=4, coloured=3, noted=2)
    assert [said.id for said in result.tell_unmarked()] == [
        "3 dari 4 sel diberi warna; sisanya hanya di daftar",
        "2 dari 4 sel diberi catatan; yang lain dapat dibaca di daftar atau dengan tombol Jelaskan",
    ]
    # The worst first.
    assert _read_fills(book, "T-C.33", "B4") == _read_fills(book, "T-C.33", "B5") == [RED]
    assert _read_fills(book, OTHER_SHEET, "C3") == []


def test_a_protected_sheet_is_named_and_the_others_are_done(book: xw.Book) -> None:
    before = _read_state(book)
    on_cells.mark_cells(book, FINDINGS, "id")
    marked = book.sheets["T-C.33"]
    marked.impl.uno.protect("")
    with pytest.raises(UserMessage, match=r"Tanda di lembar T-C\.33 tidak dapat dihapus"):
        on_cells.clear_marks(book)
    assert not len(book.sheets[OTHER_SHEET]["C3"].conditional_formats)
    assert _read_fills(book, "T-C.33", "B4") == [RED]
    result = on_cells.mark_cells(book, FINDINGS, "id")
    assert result == MarkResult(cell_count=4, coloured=1, noted=1, failed=("T-C.33",))
    assert _read_fills(book, OTHER_SHEET, "C3") == [BLUE]
    assert "Lembar T-C.33 tidak dapat ditandai" in result.tell_unmarked()[0].id
    marked.impl.uno.unprotect("")
    assert on_cells.clear_marks(book) == 4
    assert _read_state(book) == before


def test_a_column_of_marks_is_one_area(book: xw.Book) -> None:
    places = [(row, 2) for row in range(1, 300)]
    assert join_cells(places) == [Area(1, 2, 299, 2)]
    assert join_cells([(1, 2), (1, 3), (2, 2), (4, 2)]) == [
        Area(1, 2, 2, 2),
        Area(4, 2, 4, 2),
        Area(1, 3, 1, 3),
    ]
    findings = [
        _build_finding(OTHER_SHEET, f"A{row}", Severity.ERROR, "KOD001") for row in range(1, 101)
    ]
    counts.clear()
    on_cells.mark_cells(book, findings, "id")
    assert counts["ConditionalFormats.add_custom"] == 1
    assert counts["Range.color"] == 0


def test_fills_are_told_apart_and_read_on() -> None:
    def compute_lightness(colour: tuple[int, ...]) -> float:
        linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def view_colour_blind(colour: tuple[int, ...]) -> tuple[float, float]:
        """Lightness, and blue against yellow: what deuteranopes and protanopes are left with."""
        red, green, blue = colour
        return compute_lightness(colour) * 255, blue - (red + green) / 2

    colours = (RED, ORANGE, BLUE)
    for one in colours:
        assert (compute_lightness(one) + 0.05) / 0.05 > 7
    for number, one in enumerate(colours):
        for other in colours[number + 1 :]:
            assert (
                max(
                    abs(a - b)
                    for a, b in zip(view_colour_blind(one), view_colour_blind(other), strict=True)
                )
                > 40
            )


def test_the_users_note_keeps_its_bold_letters(book: xw.Book) -> None:
    """Excel writes the author's name bold; text that is set anew is plain throughout."""
    note = book.sheets["T-C.33"]["B2"].note
    note.impl.make_cursor(1, 6).CharWeight = 150.0
    on_cells.mark_cells(book, FINDINGS, "id")
    assert note.text.startswith("Tolong dicek lagi.\nBudi\n\n[Selaras] Peringatan\n")
    assert note.impl.make_cursor(1, 6).CharWeight == 150.0
    on_cells.clear_marks(book)
    assert note.text == "Tolong dicek lagi.\nBudi"
    assert note.impl.make_cursor(1, 6).CharWeight == 150.0
    assert note.impl.make_cursor(8, 5).CharWeight == 100.0


def test_a_note_of_the_users_alone_is_not_written_again(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text that is set anew loses its bold letters, whatever ends its lines."""
    note = book.sheets["T-C.33"]["B2"].note
    kind = type(note.impl)
    written: list[str] = []
    monkeypatch.setattr(
        kind,
        "text",
        property(lambda _: "Budi:\r\ncatatan saya", lambda _, text: written.append(text)),
    )
    assert on_cells.clear_marks(book) == 0
    assert written == []


def test_a_note_is_right_where_its_letters_cannot_be_reached(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On macOS, and with letters that Excel counts twice."""
    monkeypatch.setattr(grid, "MACOS", True)
    before = {note.location.address: note.text for note in book.sheets["T-C.33"].notes}
    cell_notes.append_text(book.sheets["T-C.33"]["B2"].note, "!")
    note = book.sheets["T-C.33"]["B2"].note
    assert note.text == before["$B$2"] + "!"
    cell_notes.cut_out(note, len(before["$B$2"]), len(note.text))
    assert note.text == before["$B$2"]
