"""Sheets and their window, where Excel on Windows and on macOS differ; see `grid` for cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from selaras_addin.live.excel import grid

if TYPE_CHECKING:
    import xlwings as xw

#: xlLandscape.
_LANDSCAPE = 2


def list_names(book: xw.Book) -> set[str]:
    """Return the names that are taken in a workbook, in small letters: those of charts too."""
    with suppress(Exception):
        if not grid.MACOS:
            return {str(sheet.Name).casefold() for sheet in book.api.Sheets}
    return {sheet.name.casefold() for sheet in book.sheets}


def is_shared(book: xw.Book) -> bool:
    """Tell whether several users may write at once: Excel then takes off or adds very little."""
    with suppress(Exception):
        return not grid.MACOS and bool(book.api.MultiUserEditing)
    return False


def find_titled(sheets: Iterable[xw.Sheet], is_known: Callable[[str], bool]) -> xw.Sheet | None:
    """Return the first sheet that `is_known` knows by its title; None where there is none."""
    for sheet in sheets:
        title = grid.read_title(sheet)
        if title is not None and is_known(title):
            return sheet
    return None


def add_sheet(book: xw.Book, name: str) -> xw.Sheet:
    """Add a sheet after all that are seen; it is in front afterwards."""
    all_sheets = list(book.sheets)
    number = max(i for i, sheet in enumerate(all_sheets) if grid.read_state(sheet) == 0)
    if number + 1 == len(all_sheets):
        return book.sheets.add(name, after=all_sheets[number])
    # Before the next one: xlwings' "after" counts charts where Excel does not.
    next_sheet = all_sheets[number + 1]
    if grid.read_state(next_sheet) != 2:
        return book.sheets.add(name, before=next_sheet)
    # Excel is not at ease beside a sheet that is very hidden.
    next_sheet.visible = True
    try:
        return book.sheets.add(name, before=next_sheet)
    finally:
        grid.make_very_hidden(next_sheet)


def delete_sheet(sheet: xw.Sheet) -> None:
    """Delete a sheet. Raises what Excel says where the workbook's structure is protected."""
    app = sheet.book.app
    had_alerts = app.display_alerts
    # Excel does not delete a sheet that is very hidden.
    if grid.read_state(sheet) == 2:
        sheet.visible = True
    try:
        sheet.delete()
    finally:
        # Where Excel refuses, xlwings leaves the warnings off: a workbook would then be closed
        # without a question, and what was not saved be lost.
        app.display_alerts = had_alerts


def is_filtered(sheet: xw.Sheet) -> bool:
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


def freeze_rows(sheet: xw.Sheet, row_count: int) -> None:
    """Freeze the first `row_count` rows; the sheet is in front afterwards.

    Does nothing where the window cannot: in the view of pages, or while it is not shown.
    """
    sheet.activate()
    with suppress(Exception):
        window = sheet.book.app.api
        if grid.MACOS:
            window = window.active_window
            window.split_row.set(row_count)
            window.freeze_panes.set(True)
            return
        window = window.ActiveWindow
        window.FreezePanes = False
        window.SplitColumn = 0
        window.SplitRow = row_count
        window.FreezePanes = True


def set_landscape(sheet: xw.Sheet) -> None:
    """Let a sheet be printed across, as wide as the paper. Does nothing where no printer is."""
    if grid.MACOS:
        return
    with suppress(Exception):
        page = sheet.api.PageSetup
        page.Orientation = _LANDSCAPE
        page.Zoom = False
        page.FitToPagesWide = 1
        page.FitToPagesTall = False
