"""Hapus Tanda: the workbook as it was before it was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.values.text import Text
from selaras_addin.commands.job import Press
from selaras_addin.live.marks import on_cells
from selaras_addin.live.sheets import findings_sheet
from selaras_addin.live.undo import writer
from selaras_addin.ribbon import LABEL

if TYPE_CHECKING:
    import xlwings as xw


def hapus_tanda(press: Press) -> None:
    """Take fills and notes of Selaras off, and the list too if the user wants that."""
    book = press.book
    active = book.sheets.active
    with press.hold_still():
        count = on_cells.clear_marks(book)
    done = Text(
        f"tanda dihapus, {count} catatan; warna dan catatan Anda sendiri tetap ada",
        f"marks taken off, {count} notes; your own fills and notes are as they were",
    )
    press.display.say_result(done.say_in(press.language))
    listed, undo = findings_sheet.find_list(book), writer.has_changes(book)
    if listed is None and not undo:
        return
    rest = _name_remains(listed, undo)
    question = Text(
        f"Tanda sudah dihapus. Hapus juga {rest.id}?", f"The marks are gone. Delete {rest.en} too?"
    )
    if press.display.ask(question.say_in(press.language)):
        on_list = listed is not None and active.name == listed.name
        findings_sheet.delete_list(book)
        writer.forget_changes(book)
        if not on_list:
            press.go_to(active)


def _name_remains(listed: xw.Sheet | None, has_undo: bool) -> Text:
    """Return what of Selaras is still in the workbook, as the question names it."""
    button = LABEL["batalkan"]
    kept = Text(
        f"simpanan tersembunyi untuk tombol {button.id}",
        f"what is kept, hidden, for the button {button.en}",
    )
    if listed is None:
        return kept
    sheet = Text(f"lembar {listed.name}", f"the sheet {listed.name}")
    return sheet + Text(" dan ", " and ") + kept if has_undo else sheet
