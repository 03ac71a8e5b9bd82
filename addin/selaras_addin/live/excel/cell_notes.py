"""Notes of cells, where Excel on Windows can do more to them than xlwings."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from selaras_addin.live.excel import grid

if TYPE_CHECKING:
    import xlwings as xw


def ukur(note: xw.Note, teks: str) -> None:
    """Make the box of a note large enough for its text; without this Excel cuts off long ones."""
    if grid.MACOS:
        return
    with suppress(Exception):
        kotak = note.api.Shape
        kotak.Width = 260
        kotak.Height = 16 + 13 * sum(1 + len(baris) // 46 for baris in teks.splitlines())


def tambahkan(note: xw.Note, teks: str) -> None:
    """Put text at the end of a note; the letters that stand there keep their looks."""
    lama = note.text
    if not grid.MACOS:
        with suppress(Exception):
            note.api.Text(teks, len(lama) + 1, False)
            if note.text == lama + teks:
                return
    note.text = lama + teks


def potong(note: xw.Note, awal: int, akhir: int) -> None:
    """Take the letters from `awal` up to `akhir` out of a note; the others keep their looks."""
    isi = note.text
    sisa = isi[:awal] + isi[akhir:]
    if not grid.MACOS:
        with suppress(Exception):
            note.api.Shape.TextFrame.Characters(awal + 1, akhir - awal).Delete()
            if note.text == sisa:
                return
    note.text = sisa
