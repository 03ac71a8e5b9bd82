"""What is the user's stays: lists that were renamed or written in, marks that were taken off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlwings as xw

from selaras_addin.commands import run
from selaras_addin.live.marks import store
from selaras_addin.live.sheets import findings_sheet

from .calc_engine import CalcEngine
from .test_fixes import write_small_book

pytestmark = pytest.mark.usefixtures("data")

#: Two amounts that are not the sums of what is below them.
WRONG_SUMS = {"F4": 910, "F8": 610}


@pytest.fixture
def book(opener: Callable[[Path], xw.Book], tmp_path: Path) -> xw.Book:
    """A small plan with two wrong sums, open."""
    return opener(write_small_book(tmp_path, WRONG_SUMS))


def _list_names(book: xw.Book) -> list[str]:
    return [sheet.name for sheet in book.sheets if sheet.visible != 2]


def _has_mark(book: xw.Book, cell: str) -> bool:
    return book.sheets["Rencana"][cell].note is not None


def test_a_renamed_list_is_an_archive(book: xw.Book) -> None:
    run("periksa_buku")
    archive = book.sheets["Temuan"]
    archive.name = "Arsip 1 Mei"
    archive["M7"].value = "sudah dibahas"
    run("periksa_buku")
    assert sorted(_list_names(book)) == ["Arsip 1 Mei", "Rencana", "Temuan"]
    assert book.sheets["Arsip 1 Mei"]["M7"].value == "sudah dibahas"
    found = findings_sheet.find_list(book)
    assert found is not None
    assert found.name == "Temuan"


@pytest.mark.parametrize("cell", ["M7", "G400"])
def test_a_list_in_which_somebody_wrote_is_kept(book: xw.Book, cell: str) -> None:
    run("periksa_buku")
    book.sheets["Temuan"][cell].value = "tanya Budi"
    run("periksa_buku")
    assert book.sheets["Temuan lama"][cell].value == "tanya Budi"
    assert book.sheets["Temuan"][cell].value is None
    run("periksa_buku")
    assert sorted(_list_names(book)) == ["Rencana", "Temuan", "Temuan lama"]


def test_a_sheet_that_only_has_the_title_is_the_users(book: xw.Book) -> None:
    meeting = book.sheets.add("Rapat", before=book.sheets[0])
    meeting["A1:A2"].value = [["Temuan Selaras"], ["Notulen rapat"]]
    run("periksa_buku")
    run("periksa_buku")
    assert meeting["A2"].value == "Notulen rapat"
    assert sorted(_list_names(book)) == ["Rapat", "Rencana", "Temuan"]


def test_what_was_taken_off_is_not_put_back(book: xw.Book, engine: CalcEngine) -> None:
    run("periksa_buku")
    run("hapus_tanda")
    assert engine.app.messages.pop()[0].endswith("Hapus juga lembar Temuan?")
    assert not _has_mark(book, "F4")
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert book.sheets["Rencana"]["F4"].value == 900
    assert not _has_mark(book, "F4")
    assert "JML" not in str(book.sheets["Temuan"]["C7:C20"].value)


def test_marks_are_renewed_without_a_list(book: xw.Book, engine: CalcEngine) -> None:
    run("periksa_buku")
    assert _has_mark(book, "F4")
    book.sheets["Temuan"].delete()
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert not _has_mark(book, "F4")
    assert [k.cell for k in store.read_findings(book) if k.code.startswith("JML")] == []
    assert _list_names(book) == ["Rencana"]


def test_a_check_of_one_sheet_stays_one(book: xw.Book, engine: CalcEngine) -> None:
    book.impl.doc.Sheets.copyByName("Rencana", "Lain", 1)
    other = book.sheets["Lain"]
    other.activate()
    run("periksa_lembar")
    assert {kept.sheet for kept in store.read_findings(book)} == {"Lain"}
    other["F5"].value = 500
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert store.read_checked_sheet(book) == "Lain"
    assert not [kept for kept in store.read_findings(book) if kept.sheet == "Rencana"]
    other.name = "Lain lagi"
    assert store.read_checked_sheet(book) == "Lain lagi"


def test_nothing_to_go_to_is_said_as_it_is(book: xw.Book, engine: CalcEngine) -> None:
    run("temuan_berikutnya")
    assert engine.app.messages.pop()[0].startswith("Belum ada temuan yang ditandai")
    run("periksa_buku")
    engine.app.messages.clear()
    book.sheets["Rencana"].visible = False
    for id in ("temuan_berikutnya", "temuan_sebelumnya"):
        run(id)
        assert engine.app.messages.pop()[0] == (
            "Semua temuan ada di lembar yang tersembunyi: Rencana. Tampilkan dulu lembarnya."
        )


def test_a_sheet_of_the_users_called_as_the_store(book: xw.Book, engine: CalcEngine) -> None:
    own = book.sheets.add("_selaras", after=book.sheets[-1])
    own["A1"].value = "punya saya"
    run("periksa_buku")
    assert engine.app.messages == []
    assert own["A1"].value == "punya saya"
    assert [kept.cell for kept in store.read_findings(book)]
    run("hapus_tanda")
    assert not store.has_findings(book)
    assert own["A1"].value == "punya saya"


def test_a_workbook_that_takes_no_sheet_keeps_its_marks(book: xw.Book, engine: CalcEngine) -> None:
    run("periksa_buku")
    before = book.sheets["Rencana"]["F4"].note.text
    book.impl.doc.protect("")
    run("periksa_buku")
    assert "struktur buku kerja ini dilindungi" in engine.app.messages.pop()[0]
    assert book.sheets["Rencana"]["F4"].note.text == before
    run("hapus_tanda")
    assert engine.app.messages.pop()[0].startswith(
        "Tanda sudah dihapus dari semua lembar. Selaras tid"
    )
    assert not _has_mark(book, "F4")
    book.impl.doc.unprotect("")


def test_before_handing_in_nothing_hidden_is_left(book: xw.Book, engine: CalcEngine) -> None:
    run("periksa_buku")
    engine.app.answers += ["no", "yes"]
    run("hitung_ulang_subtotal")
    engine.app.answers += ["yes"]
    run("hapus_tanda")
    assert engine.app.messages.pop()[0] == (
        "Tanda sudah dihapus. Hapus juga lembar Temuan dan simpanan tersembunyi untuk tombol "
        "Batalkan?"
    )
    assert [sheet.name for sheet in book.sheets] == ["Rencana"]


def test_cells_chosen_with_ctrl(book: xw.Book, engine: CalcEngine) -> None:
    doc = book.impl.doc
    chosen = doc.createInstance("com.sun.star.sheet.SheetCellRanges")
    for cell in ("F4", "F8"):
        uno = book.sheets["Rencana"][cell].impl.uno.getRangeAddress()
        chosen.addRangeAddress(uno, False)
    doc.getCurrentController().select(chosen)
    engine.app.answers += ["yes"]
    run("terapkan_usulan")
    assert engine.app.messages[0][0].splitlines()[0] == "2 sel akan diubah:"
    assert book.sheets["Rencana"]["F4"].value == 900
    assert book.sheets["Rencana"]["F8"].value == 600
