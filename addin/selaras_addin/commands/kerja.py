"""What a command works with: the workbook in front, and the means of speaking to the user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property

import xlwings as xw

from selaras.teks import Bahasa, Teks
from selaras_addin.live.tampil import Pesan, Tampil, bahasa

_TANPA_BUKU = Teks(
    "Belum ada buku kerja yang terbuka. Buka dulu buku kerja yang akan diperiksa.",
    "No workbook is open. Open the workbook to be checked first.",
)


@dataclass(frozen=True)
class Kerja:
    """One press of a button."""

    app: xw.App
    tampil: Tampil

    @property
    def bahasa(self) -> Bahasa:
        """The language to speak."""
        return bahasa()

    @cached_property
    def book(self) -> xw.Book:
        """The workbook that the button was pressed in. Raises Pesan when none is open."""
        book = buku_pemanggil()
        if book is None:
            raise Pesan(_TANPA_BUKU)
        return book

    @property
    def seleksi(self) -> xw.Range | None:
        """The selected cells of the sheet in front; None while a picture or a chart is selected."""
        with suppress(Exception):
            selection = self.app.selection
            if selection is not None and selection.row and selection.shape:
                return selection
        return None

    def buku_terbuka(self) -> xw.Book | None:
        """Return the workbook in front; None when none is open."""
        return buku_pemanggil()

    @contextmanager
    def tenang(self) -> Iterator[None]:
        """Hold the screen and the calculation still while much is written; both are put back."""
        app = self.app
        layar, hitung = app.screen_updating, app.calculation
        app.screen_updating = False
        app.calculation = "manual"
        try:
            yield
        finally:
            app.calculation = hitung
            app.screen_updating = layar

    def ke(self, sheet: xw.Sheet, cell: str | None = None) -> None:
        """Bring a sheet to the front, and select a cell of it."""
        sheet.activate()
        if cell is not None:
            sheet.range(cell).select()


def buku_pemanggil() -> xw.Book | None:
    """Return the workbook that called through RunPython, else the one in front, else None."""
    with suppress(Exception):
        return xw.Book.caller()
    with suppress(Exception):
        return xw.books.active
    return None


def aplikasi() -> xw.App | None:
    """Return the Excel that called; None when there is none to speak to."""
    book = buku_pemanggil()
    if book is not None:
        return book.app
    with suppress(Exception):
        return xw.apps.active
    return None
