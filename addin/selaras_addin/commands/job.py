"""What a command works with: the workbook in front, and the means of speaking to the user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property

import xlwings as xw

from selaras.values.language import find_user_language
from selaras.values.text import Language, Text
from selaras_addin.live.excel.messages import Display, UserMessage

_NO_BOOK = Text(
    "Belum ada buku kerja yang terbuka. Buka dulu buku kerja yang akan diperiksa.",
    "No workbook is open. Open the workbook to be checked first.",
)
_NO_CELLS = Text(
    "Yang terbuka adalah lembar grafik. Buka dulu lembar yang berisi tabel, lalu ulangi.",
    "The sheet in front is a chart. Go to a sheet with a table first, then try again.",
)


@dataclass(frozen=True)
class Press:
    """One press of a button."""

    app: xw.App
    display: Display

    @property
    def language(self) -> Language:
        """The language to speak."""
        return find_user_language()

    @cached_property
    def book(self) -> xw.Book:
        """The workbook that the button was pressed in. Raises UserMessage when none is open."""
        book = find_calling_book()
        if book is None:
            raise UserMessage(_NO_BOOK)
        return book

    @property
    def selection(self) -> xw.Range | None:
        """The selected cells of the sheet in front; None while a picture or a chart is selected."""
        with suppress(Exception):
            selection = self.app.selection
            if selection is not None and selection.row and selection.shape:
                return selection
        return None

    @property
    def sheet(self) -> xw.Sheet:
        """The sheet in front. Raises UserMessage where that is a chart, which has no cells."""
        sheet = self.book.sheets.active
        with suppress(Exception):
            if sheet.range("A1").row:
                return sheet
        raise UserMessage(_NO_CELLS)

    @contextmanager
    def hold_still(self) -> Iterator[None]:
        """Hold screen, calculation and the workbook's own macros still while much is written."""
        with ExitStack() as stack:
            for attribute, value in (
                ("screen_updating", False),
                ("enable_events", False),
                ("calculation", "manual"),
            ):
                stack.callback(_put_back, self.app, attribute, getattr(self.app, attribute))
                setattr(self.app, attribute, value)
            yield

    def go_to(self, sheet: xw.Sheet, cell: str | None = None) -> None:
        """Bring a sheet to the front, and select a cell of it."""
        sheet.activate()
        if cell is not None:
            sheet.range(cell).select()


def _put_back(app: xw.App, attribute: str, value: object) -> None:
    """Put a property of Excel back; one that it refuses now must not keep the others from it."""
    with suppress(Exception):
        setattr(app, attribute, value)


def find_calling_book() -> xw.Book | None:
    """Return the workbook that called through RunPython, else the one in front, else None."""
    with suppress(Exception):
        return xw.Book.caller()
    with suppress(Exception):
        return xw.books.active
    return None


def find_app() -> xw.App | None:
    """Return the Excel that called; None when there is none to speak to."""
    with suppress(Exception):
        book = find_calling_book()
        if book is not None:
            return book.app
    with suppress(Exception):
        return xw.apps.active
    return None
