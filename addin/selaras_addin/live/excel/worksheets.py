"""Sheets and their window, where Excel on Windows and on macOS differ; see `excel` for cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from selaras_addin.live.excel import grid

if TYPE_CHECKING:
    import xlwings as xw

#: xlLandscape.
_MELEBAR = 2


def nama(book: xw.Book) -> set[str]:
    """Return the names that are taken in a workbook, in small letters: those of charts too."""
    with suppress(Exception):
        if not grid.MACOS:
            return {str(sheet.Name).casefold() for sheet in book.api.Sheets}
    return {sheet.name.casefold() for sheet in book.sheets}


def dibagikan(book: xw.Book) -> bool:
    """Tell whether several users may write at once: Excel then takes off or adds very little."""
    with suppress(Exception):
        return not grid.MACOS and bool(book.api.MultiUserEditing)
    return False


def berjudul(sheets: Iterable[xw.Sheet], kenal: Callable[[str], bool]) -> xw.Sheet | None:
    """Return the first sheet that `kenal` knows by its title; None where there is none."""
    for sheet in sheets:
        judul = grid.judul(sheet)
        if judul is not None and kenal(judul):
            return sheet
    return None


def tambah(book: xw.Book, nama: str) -> xw.Sheet:
    """Add a sheet after all that are seen; it is in front afterwards."""
    semua = list(book.sheets)
    nomor = max(i for i, sheet in enumerate(semua) if grid.keadaan(sheet) == 0)
    if nomor + 1 == len(semua):
        return book.sheets.add(nama, after=semua[nomor])
    # Before the next one: xlwings' "after" counts charts where Excel does not.
    berikut = semua[nomor + 1]
    if grid.keadaan(berikut) != 2:
        return book.sheets.add(nama, before=berikut)
    # Excel is not at ease beside a sheet that is very hidden.
    berikut.visible = True
    try:
        return book.sheets.add(nama, before=berikut)
    finally:
        grid.sembunyikan_sangat(berikut)


def hapus(sheet: xw.Sheet) -> None:
    """Delete a sheet. Raises what Excel says where the workbook's structure is protected."""
    app = sheet.book.app
    peringatan = app.display_alerts
    # Excel does not delete a sheet that is very hidden.
    if grid.keadaan(sheet) == 2:
        sheet.visible = True
    try:
        sheet.delete()
    finally:
        # Where Excel refuses, xlwings leaves the warnings off: a workbook would then be closed
        # without a question, and what was not saved be lost.
        app.display_alerts = peringatan


def tersaring(sheet: xw.Sheet) -> bool:
    """Tell whether a filter hides rows of the sheet now: its own, or that of a table on it."""
    with suppress(Exception):
        if grid.MACOS:
            return bool(sheet.api.filter_mode.get())
        if sheet.api.FilterMode:
            return True
        for table in sheet.api.ListObjects:
            # A table without buttons has no filter.
            if table.ShowAutoFilter and table.AutoFilter.FilterMode:
                return True
    return False


def bekukan(sheet: xw.Sheet, baris: int) -> None:
    """Freeze the rows above and with `baris`; the sheet is in front afterwards.

    Does nothing where the window cannot: in the view of pages, or while it is not shown.
    """
    sheet.activate()
    with suppress(Exception):
        jendela = sheet.book.app.api
        if grid.MACOS:
            jendela = jendela.active_window
            jendela.split_row.set(baris)
            jendela.freeze_panes.set(True)
            return
        jendela = jendela.ActiveWindow
        jendela.FreezePanes = False
        jendela.SplitColumn = 0
        jendela.SplitRow = baris
        jendela.FreezePanes = True


def cetak_melebar(sheet: xw.Sheet) -> None:
    """Let a sheet be printed across, as wide as the paper. Does nothing where no printer is."""
    if grid.MACOS:
        return
    with suppress(Exception):
        halaman = sheet.api.PageSetup
        halaman.Orientation = _MELEBAR
        halaman.Zoom = False
        halaman.FitToPagesWide = 1
        halaman.FitToPagesTall = False
