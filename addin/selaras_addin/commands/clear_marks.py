"""Hapus Tanda: the workbook as it was before it was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.values.text import Teks
from selaras_addin.commands.job import Kerja
from selaras_addin.live.marks import on_cells
from selaras_addin.live.sheets import findings_sheet
from selaras_addin.live.undo import writer
from selaras_addin.ribbon import LABEL

if TYPE_CHECKING:
    import xlwings as xw


def hapus_tanda(kerja: Kerja) -> None:
    """Take fills and notes of Selaras off, and the list too if the user wants that."""
    book = kerja.book
    active = book.sheets.active
    with kerja.tenang():
        count = on_cells.hapus(book)
    done = Teks(
        f"tanda dihapus, {count} catatan; warna dan catatan Anda sendiri tetap ada",
        f"marks taken off, {count} notes; your own fills and notes are as they were",
    )
    kerja.tampil.say_result(done.dalam(kerja.bahasa))
    listed, undo = findings_sheet.cari(book), writer.ada(book)
    if listed is None and not undo:
        return
    rest = _sisa(listed, undo)
    question = Teks(
        f"Tanda sudah dihapus. Hapus juga {rest.id}?", f"The marks are gone. Delete {rest.en} too?"
    )
    if kerja.tampil.tanya(question.dalam(kerja.bahasa)):
        on_list = listed is not None and active.name == listed.name
        findings_sheet.hapus(book)
        writer.lupakan(book)
        if not on_list:
            kerja.ke(active)


def _sisa(listed: xw.Sheet | None, undo: bool) -> Teks:
    """Return what of Selaras is still in the workbook, as the question names it."""
    button = LABEL["batalkan"]
    kept = Teks(
        f"simpanan tersembunyi untuk tombol {button.id}",
        f"what is kept, hidden, for the button {button.en}",
    )
    if listed is None:
        return kept
    sheet = Teks(f"lembar {listed.name}", f"the sheet {listed.name}")
    return sheet + Teks(" dan ", " and ") + kept if undo else sheet
