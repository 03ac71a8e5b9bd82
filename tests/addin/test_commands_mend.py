"""The buttons of the group Perbaiki on a live workbook: preview, change, and back again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlwings as xw

from selaras.cli.main import main
from selaras_addin.commands import run
from selaras_addin.fixes.change import CellChange
from selaras_addin.live.undo import writer
from small_plan import PLAN_ROWS

from .calc_engine import CalcEngine, counts
from .test_fixes import write_small_book

Opener = Callable[[Path], xw.Book]

pytestmark = pytest.mark.usefixtures("data")


def _read_pagu(book: xw.Book) -> list[object]:
    return book.sheets["Rencana"].range("F3:F11").formula


def test_subtotals_as_numbers_and_undone(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {"F5": 570}))
    before = _read_pagu(book)
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    preview = engine.app.messages[1][0]
    assert preview.splitlines() == [
        "3 sel akan diubah:",
        "",
        "Rencana!F3: 900 → 970",
        "Rencana!F4: 900 → 970",
        "Rencana!F11: 1.500 → 1.570",
        "",
        "Lanjutkan?",
    ]
    sheet = book.sheets["Rencana"]
    assert sheet.range("F3:F11").value == [970, 970, 570, 400, 600, 600, 350, 250, 1570]
    assert str(engine.app.status_bar).startswith("Selaras: 3 sel diubah")
    run("batalkan")
    assert _read_pagu(book) == before
    assert str(engine.app.status_bar) == "Selaras: 3 sel dikembalikan"
    engine.app.messages.clear()
    run("batalkan")
    assert engine.app.messages[0][0] == "Tidak ada perubahan Selaras yang dapat dibatalkan."


def test_refusing_changes_nothing(opener: Opener, engine: CalcEngine, tmp_path: Path) -> None:
    book = opener(write_small_book(tmp_path, {"F5": 570}))
    before = _read_pagu(book)
    engine.app.answers += ["no", "no"]
    run("hitung_ulang_subtotal")
    engine.app.answers += ["cancel"]
    run("hitung_ulang_subtotal")
    assert _read_pagu(book) == before
    assert [sheet.name for sheet in book.sheets] == ["Rencana"]


def test_subtotals_as_formulas_go_on_calculating(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {}))
    engine.app.answers += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    sheet = book.sheets["Rencana"]
    assert sheet.range("F4").formula == "=SUM(F5:F6)"
    sheet.range("F5").value = 1000
    assert sheet.range("F11").value == 2000
    run("batalkan")
    assert sheet.range("F4").formula in ("900", 900)


def test_undo_after_a_row_was_inserted_and_a_cell_changed(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    """The cells are found where they are now; what the user wrote since is left alone."""
    book = opener(write_small_book(tmp_path, {"F5": 570}))
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    sheet = book.sheets["Rencana"]
    sheet.range("1:1").insert("down")
    sheet.range("F4").value = 12345
    engine.app.messages.clear()
    run("batalkan")
    assert sheet.range("F4:F6").value == [12345, 900, 570]
    assert sheet.range("F12").value == 1500
    assert engine.app.messages[0][0] == "Sel yang sudah Anda ubah lagi dibiarkan: Rencana!F4."


def test_a_kode_stays_text(opener: Opener, engine: CalcEngine, tmp_path: Path) -> None:
    book = opener(write_small_book(tmp_path, {"A7": "2-17-03"}))
    engine.app.answers += ["yes"]
    run("rapikan_kode")
    assert "Rencana!A7: 2-17-03 → 2.17.03" in engine.app.messages[0][0]
    assert book.sheets["Rencana"].range("A7").value == "2.17.03"
    run("batalkan")
    assert book.sheets["Rencana"].range("A7").value == "2-17-03"


def test_a_proposal_goes_only_into_the_selected_cell(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {"F4": 910, "F8": 610}))
    sheet = book.sheets["Rencana"]
    sheet.activate()
    sheet.range("F8").select()
    engine.app.answers += ["yes"]
    run("terapkan_usulan")
    assert sheet.range("F4").value == 910
    assert sheet.range("F8").value == 600
    sheet.range("B3").select()
    engine.app.messages.clear()
    run("terapkan_usulan")
    assert engine.app.messages[0][0].startswith("Sel yang dipilih tidak punya temuan.")


def test_official_names_need_a_nomenklatur(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    opener(write_small_book(tmp_path, {}))
    run("isi_nama_resmi")
    assert "selaras nomenclature add BERKAS" in engine.app.messages[0][0]


def test_official_names_come_from_the_nomenklatur(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    listed = tmp_path / "daftar.csv"
    lines = ["kode,nomenklatur", "2.17.02,Program Pengawasan dan Pemeriksaan Koperasi"]
    lines += [f"{kode},{name}" for kode, name, _ in PLAN_ROWS[1:]]
    listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["nomenclature", "add", str(listed)]) == 0
    book = opener(write_small_book(tmp_path, {}))
    engine.app.answers += ["yes"]
    run("isi_nama_resmi")
    assert "Rencana!B3: Program Pengawasan → Program Pengawasan dan" in engine.app.messages[0][0]
    name = book.sheets["Rencana"].range("B3").value
    assert name == "Program Pengawasan dan Pemeriksaan Koperasi"


def test_marks_and_list_follow_the_change(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    book = opener(write_small_book(tmp_path, {"F4": 910}))
    run("periksa_buku")
    listed = book.sheets["Temuan"]
    assert "F4" in [row for row in listed.range("E1:E40").value if row]
    book.sheets["Rencana"].activate()
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert book.sheets.active.name == "Rencana"
    assert book.sheets["Rencana"].range("F4").value == 900
    assert "F4" not in [row for row in book.sheets["Temuan"].range("E1:E40").value if row]


def test_changes_are_written_in_blocks(opener: Opener, tmp_path: Path) -> None:
    """Ten times the changes take not one call more."""
    book = opener(write_small_book(tmp_path, {}))
    calls = []
    for count in (40, 400):
        changes = [CellChange("Rencana", f"Z{n}", None, n, "nilai") for n in range(1, count + 1)]
        writer.undo_changes(book)
        counts.clear()
        writer.apply_changes(book, changes)
        calls.append(sum(counts.values()))
        assert book.sheets["Rencana"].range(f"Z{count}").value == count
    assert calls[0] == calls[1]


def test_text_pagu_is_helped_with_words(opener: Opener, engine: CalcEngine, tmp_path: Path) -> None:
    """Where texts stand below, nothing becomes 0; the user is told what to do first."""
    edits: dict[str, object] = {"F5": "Rp 500", "F6": "400.000", "F9": "350,00"}
    book = opener(write_small_book(tmp_path, edits))
    engine.app.answers += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    preview = engine.app.messages[1][0]
    assert "Rencana!F4: 900 → 400.500" in preview
    assert "rapikan dulu dengan Terapkan Usulan." in preview
    sheet = book.sheets["Rencana"]
    assert sheet.range("F3:F4").value == [400_500, 400_500]
    assert sheet.range("F7:F8").value == [600, 600]
    assert sheet.range("F11").value == 401_100


def test_all_sums_over_texts_are_right(opener: Opener, engine: CalcEngine, tmp_path: Path) -> None:
    rows = {"F9": "350", "F10": "250", "F5": "500", "F6": "400", "F4": "900", "F8": "600"}
    top: dict[str, object] = {"F3": "900", "F7": "600", "F11": "1500"}
    opener(write_small_book(tmp_path, {**rows, **top}))
    engine.app.answers += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    assert engine.app.messages[1][0].startswith(
        "Semua subtotal sudah benar. Belum ada yang ditulis"
    )


def test_a_proposal_over_texts_is_a_number(
    opener: Opener, engine: CalcEngine, tmp_path: Path
) -> None:
    """A text below: the suggestion is the sum itself, and says that the formula goes."""
    edits: dict[str, object] = {"F4": "=SUM(F5:F5)", "F6": "400.000", "F3": "=F4"}
    book = opener(write_small_book(tmp_path, edits))
    sheet = book.sheets["Rencana"]
    sheet.activate()
    sheet.range("F4").select()
    engine.app.answers += ["yes"]
    run("terapkan_usulan")
    assert "Rencana!F4: =SUM(F5:F5) → 400.500 (rumus diganti)" in engine.app.messages[0][0]
    assert sheet.range("F3:F4").value == [400_500, 400_500]
    engine.app.answers[:] = ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert sheet.range("F11").value == 401_100
