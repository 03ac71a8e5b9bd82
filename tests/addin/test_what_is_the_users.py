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
from .test_fixes import _buku

pytestmark = pytest.mark.usefixtures("data")

#: Two amounts that are not the sums of what is below them.
SALAH = {"F4": 910, "F8": 610}


@pytest.fixture
def buku(buka: Callable[[Path], xw.Book], tmp_path: Path) -> xw.Book:
    """A small plan with two wrong sums, open."""
    return buka(_buku(tmp_path, SALAH))


def _nama(book: xw.Book) -> list[str]:
    return [sheet.name for sheet in book.sheets if sheet.visible != 2]


def _bertanda(book: xw.Book, cell: str) -> bool:
    return book.sheets["Rencana"][cell].note is not None


def test_a_renamed_list_is_an_archive(buku: xw.Book) -> None:
    run("periksa_buku")
    arsip = buku.sheets["Temuan"]
    arsip.name = "Arsip 1 Mei"
    arsip["M7"].value = "sudah dibahas"
    run("periksa_buku")
    assert sorted(_nama(buku)) == ["Arsip 1 Mei", "Rencana", "Temuan"]
    assert buku.sheets["Arsip 1 Mei"]["M7"].value == "sudah dibahas"
    found = findings_sheet.cari(buku)
    assert found is not None
    assert found.name == "Temuan"


@pytest.mark.parametrize("cell", ["M7", "G400"])
def test_a_list_in_which_somebody_wrote_is_kept(buku: xw.Book, cell: str) -> None:
    run("periksa_buku")
    buku.sheets["Temuan"][cell].value = "tanya Budi"
    run("periksa_buku")
    assert buku.sheets["Temuan lama"][cell].value == "tanya Budi"
    assert buku.sheets["Temuan"][cell].value is None
    run("periksa_buku")
    assert sorted(_nama(buku)) == ["Rencana", "Temuan", "Temuan lama"]


def test_a_sheet_that_only_has_the_title_is_the_users(buku: xw.Book) -> None:
    rapat = buku.sheets.add("Rapat", before=buku.sheets[0])
    rapat["A1:A2"].value = [["Temuan Selaras"], ["Notulen rapat"]]
    run("periksa_buku")
    run("periksa_buku")
    assert rapat["A2"].value == "Notulen rapat"
    assert sorted(_nama(buku)) == ["Rapat", "Rencana", "Temuan"]


def test_what_was_taken_off_is_not_put_back(buku: xw.Book, mesin: CalcEngine) -> None:
    run("periksa_buku")
    run("hapus_tanda")
    assert mesin.app.messages.pop()[0].endswith("Hapus juga lembar Temuan?")
    assert not _bertanda(buku, "F4")
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert buku.sheets["Rencana"]["F4"].value == 900
    assert not _bertanda(buku, "F4")
    assert "JML" not in str(buku.sheets["Temuan"]["C7:C20"].value)


def test_marks_are_renewed_without_a_list(buku: xw.Book, mesin: CalcEngine) -> None:
    run("periksa_buku")
    assert _bertanda(buku, "F4")
    buku.sheets["Temuan"].delete()
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert not _bertanda(buku, "F4")
    assert [k.cell for k in store.ambil(buku) if k.code.startswith("JML")] == []
    assert _nama(buku) == ["Rencana"]


def test_a_check_of_one_sheet_stays_one(buku: xw.Book, mesin: CalcEngine) -> None:
    buku.impl.doc.Sheets.copyByName("Rencana", "Lain", 1)
    lain = buku.sheets["Lain"]
    lain.activate()
    run("periksa_lembar")
    assert {kept.sheet for kept in store.ambil(buku)} == {"Lain"}
    lain["F5"].value = 500
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert store.read_checked_sheet(buku) == "Lain"
    assert not [kept for kept in store.ambil(buku) if kept.sheet == "Rencana"]
    lain.name = "Lain lagi"
    assert store.read_checked_sheet(buku) == "Lain lagi"


def test_nothing_to_go_to_is_said_as_it_is(buku: xw.Book, mesin: CalcEngine) -> None:
    run("temuan_berikutnya")
    assert mesin.app.messages.pop()[0].startswith("Belum ada temuan yang ditandai")
    run("periksa_buku")
    mesin.app.messages.clear()
    buku.sheets["Rencana"].visible = False
    for id in ("temuan_berikutnya", "temuan_sebelumnya"):
        run(id)
        assert mesin.app.messages.pop()[0] == (
            "Semua temuan ada di lembar yang tersembunyi: Rencana. Tampilkan dulu lembarnya."
        )


def test_a_sheet_of_the_users_called_as_the_store(buku: xw.Book, mesin: CalcEngine) -> None:
    own = buku.sheets.add("_selaras", after=buku.sheets[-1])
    own["A1"].value = "punya saya"
    run("periksa_buku")
    assert mesin.app.messages == []
    assert own["A1"].value == "punya saya"
    assert [kept.cell for kept in store.ambil(buku)]
    run("hapus_tanda")
    assert not store.ada(buku)
    assert own["A1"].value == "punya saya"


def test_a_workbook_that_takes_no_sheet_keeps_its_marks(buku: xw.Book, mesin: CalcEngine) -> None:
    run("periksa_buku")
    before = buku.sheets["Rencana"]["F4"].note.text
    buku.impl.doc.protect("")
    run("periksa_buku")
    assert "struktur buku kerja ini dilindungi" in mesin.app.messages.pop()[0]
    assert buku.sheets["Rencana"]["F4"].note.text == before
    run("hapus_tanda")
    assert mesin.app.messages.pop()[0].startswith("Tanda sudah dihapus dari semua lembar. Selaras tid")
    assert not _bertanda(buku, "F4")
    buku.impl.doc.unprotect("")


def test_before_handing_in_nothing_hidden_is_left(buku: xw.Book, mesin: CalcEngine) -> None:
    run("periksa_buku")
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    mesin.app.jawaban += ["yes"]
    run("hapus_tanda")
    assert mesin.app.messages.pop()[0] == (
        "Tanda sudah dihapus. Hapus juga lembar Temuan dan simpanan tersembunyi untuk tombol "
        "Batalkan?"
    )
    assert [sheet.name for sheet in buku.sheets] == ["Rencana"]


def test_cells_chosen_with_ctrl(buku: xw.Book, mesin: CalcEngine) -> None:
    doc = buku.impl.doc
    chosen = doc.createInstance("com.sun.star.sheet.SheetCellRanges")
    for cell in ("F4", "F8"):
        uno = buku.sheets["Rencana"][cell].impl.uno.getRangeAddress()
        chosen.addRangeAddress(uno, False)
    doc.getCurrentController().select(chosen)
    mesin.app.jawaban += ["yes"]
    run("terapkan_usulan")
    assert mesin.app.messages[0][0].splitlines()[0] == "2 sel akan diubah:"
    assert buku.sheets["Rencana"]["F4"].value == 900
    assert buku.sheets["Rencana"]["F8"].value == 600
