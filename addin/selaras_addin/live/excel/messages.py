"""What is said to the user: message boxes, questions and the status bar."""

from __future__ import annotations

from typing import Protocol

import xlwings as xw

from selaras.values.text import Text

BOX_TITLE = "Selaras"
#: The status bar shows no more.
_LONGEST_STATUS = 200


class UserMessage(Exception):
    """Ends a command with a sentence for the user: nothing is broken, something is missing."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.id)
        self.text = text


class Display(Protocol):
    """The ways in which a command speaks."""

    def show_message(self, text: str) -> None:
        """Show a message until the user presses OK."""

    def ask(self, text: str) -> bool:
        """Ask a question; tell whether the answer is yes."""

    def ask_choice(self, text: str) -> bool | None:
        """Ask for one of two ways; tell whether the answer is yes, or None where it is neither."""

    def say_progress(self, text: str) -> None:
        """Say what is being done; it goes away when the command ends."""

    def say_result(self, text: str) -> None:
        """Say in the status bar what was done; it stays until the next command."""


class ExcelDisplay:
    """Speaks through Excel. `finish` must be called when the command ends."""

    def __init__(self, app: xw.App) -> None:
        self._app = app
        self._result = ""

    def show_message(self, text: str) -> None:
        """Show a message until the user presses OK."""
        self._app.alert(text, BOX_TITLE, "ok", "info")

    def ask(self, text: str) -> bool:
        """Ask a question; tell whether the answer is yes."""
        return self._app.alert(text, BOX_TITLE, "yes_no", "info") == "yes"

    def ask_choice(self, text: str) -> bool | None:
        """Ask for one of two ways; tell whether the answer is yes, or None where it is neither."""
        answer = self._app.alert(text, BOX_TITLE, "yes_no_cancel", "info")
        return None if answer not in ("yes", "no") else answer == "yes"

    def say_progress(self, text: str) -> None:
        """Say what is being done; it goes away when the command ends."""
        self._app.status_bar = f"{BOX_TITLE}: {text}"[:_LONGEST_STATUS]

    def say_result(self, text: str) -> None:
        """Say in the status bar what was done; it stays until the next command."""
        self._result = f"{BOX_TITLE}: {text}"[:_LONGEST_STATUS]

    def finish(self) -> None:
        """Leave the result in the status bar, or give it back to Excel."""
        self._app.status_bar = self._result or False
