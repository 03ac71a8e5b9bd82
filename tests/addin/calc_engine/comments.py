"""A note on a cell, and the box that Excel would show it in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from xlwings import base_classes as base

from .counter import count_calls, refuse_protected


@count_calls
class Note(base.Note):
    def __init__(self, cell_range: Any) -> None:
        self._range = cell_range

    @property
    def api(self) -> Any:
        return NoteApi(self)

    @property
    def location(self) -> Any:
        return self._range

    @property
    def author(self) -> str:
        return self._find_cell().Annotation.Author

    @property
    def text(self) -> str:
        return self._find_cell().Annotation.String

    @text.setter
    def text(self, value: str) -> None:
        self.delete()
        self.write(value)

    def write(self, value: str) -> None:
        refuse_protected(self._range.sheet.uno)
        self._range.sheet.uno.Annotations.insertNew(self._find_cell().CellAddress, value)

    def delete(self) -> None:
        refuse_protected(self._range.sheet.uno)
        all_notes = self._range.sheet.uno.Annotations
        address = self._find_cell().CellAddress
        for number in range(all_notes.Count):
            position = all_notes.getByIndex(number).Position
            if (position.Row, position.Column) == (address.Row, address.Column):
                all_notes.removeByIndex(number)
                return

    def _find_cell(self) -> Any:
        return self._range.uno.getCellByPosition(0, 0)

    def make_cursor(self, start: int, length: int) -> Any:
        """Return a cursor over letters of the note, counted from 1 as Excel does."""
        refuse_protected(self._range.sheet.uno)
        cursor = self._find_cell().Annotation.createTextCursor()
        cursor.gotoStart(False)
        cursor.goRight(start - 1, False)
        cursor.goRight(length, True)
        return cursor


class NoteApi:
    """The members of Excel's Comment that the add-in uses through `api`."""

    def __init__(self, note: Note) -> None:
        self._note = note
        # The size of the box is Excel's own affair; Calc sizes its notes by their text.
        frame = SimpleNamespace(Characters=self._find_letters)
        self.Shape = SimpleNamespace(Width=0, Height=0, TextFrame=frame)

    def Text(self, text: str, start: int, overwrite: bool) -> str:
        if overwrite:
            raise NotImplementedError
        cursor = self._note.make_cursor(start, 0)
        cursor.Text.insertString(cursor, text, False)
        return self._note.text

    def _find_letters(self, start: int, length: int) -> Any:
        cursor = self._note.make_cursor(start, length)
        return SimpleNamespace(Delete=lambda: cursor.setString(""))
