"""What is said to the user: message boxes, questions and the status bar."""

from __future__ import annotations

from typing import Protocol

import xlwings as xw

from selaras.values.text import Teks

JUDUL = "Selaras"
#: The status bar shows no more.
_STATUS_TERPANJANG = 200


class Pesan(Exception):
    """Ends a command with a sentence for the user: nothing is broken, something is missing."""

    def __init__(self, teks: Teks) -> None:
        super().__init__(teks.id)
        self.teks = teks


class Tampil(Protocol):
    """The ways in which a command speaks."""

    def show_message(self, teks: str) -> None:
        """Show a message until the user presses OK."""

    def tanya(self, teks: str) -> bool:
        """Ask a question; tell whether the answer is yes."""

    def ask_choice(self, teks: str) -> bool | None:
        """Ask for one of two ways; tell whether the answer is yes, or None where it is neither."""

    def kemajuan(self, teks: str) -> None:
        """Say what is being done; it goes away when the command ends."""

    def say_result(self, teks: str) -> None:
        """Say in the status bar what was done; it stays until the next command."""


class TampilExcel:
    """Speaks through Excel. `selesai` must be called when the command ends."""

    def __init__(self, app: xw.App) -> None:
        self._app = app
        self._hasil = ""

    def show_message(self, teks: str) -> None:
        """Show a message until the user presses OK."""
        self._app.alert(teks, JUDUL, "ok", "info")

    def tanya(self, teks: str) -> bool:
        """Ask a question; tell whether the answer is yes."""
        return self._app.alert(teks, JUDUL, "yes_no", "info") == "yes"

    def ask_choice(self, teks: str) -> bool | None:
        """Ask for one of two ways; tell whether the answer is yes, or None where it is neither."""
        answer = self._app.alert(teks, JUDUL, "yes_no_cancel", "info")
        return None if answer not in ("yes", "no") else answer == "yes"

    def kemajuan(self, teks: str) -> None:
        """Say what is being done; it goes away when the command ends."""
        self._app.status_bar = f"{JUDUL}: {teks}"[:_STATUS_TERPANJANG]

    def say_result(self, teks: str) -> None:
        """Say in the status bar what was done; it stays until the next command."""
        self._hasil = f"{JUDUL}: {teks}"[:_STATUS_TERPANJANG]

    def selesai(self) -> None:
        """Leave the result in the status bar, or give it back to Excel."""
        self._app.status_bar = self._hasil or False
