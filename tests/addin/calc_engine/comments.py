"""A note on a cell, and the box that Excel would show it in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from xlwings import base_classes as dasar

from .counter import dihitung, tolak_terlindung


@dihitung
class Note(dasar.Note):
    def __init__(self, rentang: Any) -> None:
        self._rentang = rentang

    @property
    def api(self) -> Any:
        return CatatanApi(self)

    @property
    def location(self) -> Any:
        return self._rentang

    @property
    def author(self) -> str:
        return self._find_cell().Annotation.Author

    @property
    def text(self) -> str:
        return self._find_cell().Annotation.String

    @text.setter
    def text(self, nilai: str) -> None:
        self.delete()
        self.tulis(nilai)

    def tulis(self, nilai: str) -> None:
        tolak_terlindung(self._rentang.sheet.uno)
        self._rentang.sheet.uno.Annotations.insertNew(self._find_cell().CellAddress, nilai)

    def delete(self) -> None:
        tolak_terlindung(self._rentang.sheet.uno)
        semua = self._rentang.sheet.uno.Annotations
        alamat = self._find_cell().CellAddress
        for nomor in range(semua.Count):
            posisi = semua.getByIndex(nomor).Position
            if (posisi.Row, posisi.Column) == (alamat.Row, alamat.Column):
                semua.removeByIndex(nomor)
                return

    def _find_cell(self) -> Any:
        return self._rentang.uno.getCellByPosition(0, 0)

    def make_cursor(self, awal: int, panjang: int) -> Any:
        """Return a cursor over letters of the note, counted from 1 as Excel does."""
        tolak_terlindung(self._rentang.sheet.uno)
        kursor = self._find_cell().Annotation.createTextCursor()
        kursor.gotoStart(False)
        kursor.goRight(awal - 1, False)
        kursor.goRight(panjang, True)
        return kursor


class CatatanApi:
    """The members of Excel's Comment that the add-in uses through `api`."""

    def __init__(self, catatan: Note) -> None:
        self._catatan = catatan
        # The size of the box is Excel's own affair; Calc sizes its notes by their text.
        bingkai = SimpleNamespace(Characters=self._huruf)
        self.Shape = SimpleNamespace(Width=0, Height=0, TextFrame=bingkai)

    def Text(self, teks: str, awal: int, timpa: bool) -> str:
        if timpa:
            raise NotImplementedError
        kursor = self._catatan.make_cursor(awal, 0)
        kursor.Text.insertString(kursor, teks, False)
        return self._catatan.text

    def _huruf(self, awal: int, panjang: int) -> Any:
        kursor = self._catatan.make_cursor(awal, panjang)
        return SimpleNamespace(Delete=lambda: kursor.setString(""))
