"""The text report in colours. Imported only when standard output is a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from selaras.report.pieces import Line
from selaras.report.text_summary import TextWriter
from selaras.values.text import Language

#: Colours that stay apart for the colour-blind; the words beside them say the same.
_STYLES = {
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
    "strong": "bold",
    "faint": "dim",
    "": "",
}


class TerminalWriter(TextWriter):
    """Writes the text report for a terminal: its width, its colours."""

    def __init__(self, language: Language, *, quiet: bool = False, console: Console | None = None):
        self._console = console or Console(highlight=False, soft_wrap=True)
        super().__init__(language, width=max(40, self._console.width), quiet=quiet)

    def render(self, lines: Iterator[Line]) -> str:
        """Return lines as text with the terminal's codes for colours."""
        with self._console.capture() as capture:
            for line in lines:
                text = Text()
                for piece in line:
                    text.append(piece.text, _STYLES[piece.style])
                self._console.print(text)
        return capture.get()
