"""Notes of cells, where Excel on Windows can do more to them than xlwings."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from selaras_addin.live.excel import grid

if TYPE_CHECKING:
    import xlwings as xw


def fit_note(note: xw.Note, text: str) -> None:
    """Make the box of a note large enough for its text; without this Excel cuts off long ones."""
    if grid.MACOS:
        return
    with suppress(Exception):
        box = note.api.Shape
        box.Width = 260
        box.Height = 16 + 13 * sum(1 + len(line) // 46 for line in text.splitlines())


def append_text(note: xw.Note, text: str) -> None:
    """Put text at the end of a note; the letters that stand there keep their looks."""
    old = note.text
    if not grid.MACOS:
        with suppress(Exception):
            note.api.Text(text, len(old) + 1, False)
            if note.text == old + text:
                return
    note.text = old + text


def cut_out(note: xw.Note, start: int, end: int) -> None:
    """Take the letters from `start` up to `end` out of a note; the others keep their looks."""
    content = note.text
    rest = content[:start] + content[end:]
    if not grid.MACOS:
        with suppress(Exception):
            note.api.Shape.TextFrame.Characters(start + 1, end - start).Delete()
            if note.text == rest:
                return
    note.text = rest
