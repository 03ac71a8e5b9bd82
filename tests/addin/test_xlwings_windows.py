"""The add-in on xlwings' own classes for Windows, which speak to objects that behave as Excel's."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
import xlwings as xw

from selaras_addin.commands.job import Press
from selaras_addin.live.excel import cell_notes, grid, worksheets
from selaras_addin.live.excel.messages import ExcelDisplay

from .xlwings_windows import Com, ComError, load_module


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """xlwings' backend for Windows."""
    return load_module(monkeypatch)


def _build_app(**values: Any) -> Com:
    return Com(Hwnd=1, **values)


class _RefusedMethod:
    """A method that Excel refuses."""

    def __call__(self, *_: Any, **__: Any) -> None:
        raise ComError("0x800A03EC")


def test_warnings_are_on_again_where_excel_keeps_a_sheet(windows: ModuleType) -> None:
    app = _build_app(DisplayAlerts=True)
    com = Com(Visible=-1, Delete=_RefusedMethod(), Parent=Com(Application=app))
    sheet = xw.Sheet(impl=windows.Sheet(xl=com))
    with pytest.raises(ComError):
        sheet.delete()
    # xlwings alone leaves them off, and Excel would close workbooks without a question.
    assert app.DisplayAlerts is False
    app.DisplayAlerts = True
    with pytest.raises(ComError):
        worksheets.delete_sheet(sheet)
    assert app.DisplayAlerts is True


def test_a_very_hidden_sheet_is_shown_before_it_goes(windows: ModuleType) -> None:
    seen: list[object] = []
    com = Com(Visible=2, Parent=Com(Application=_build_app(DisplayAlerts=True)), Delete=None)
    com.Delete = lambda: seen.append(com.Visible)
    worksheets.delete_sheet(xw.Sheet(impl=windows.Sheet(xl=com)))
    assert seen == [True]


class _Worksheets(list[Com]):
    """Excel's Worksheets: counted without the charts, while Index counts with them."""

    def __init__(self, *sheets: Com) -> None:
        super().__init__(sheets)
        self.before: Com | None = None

    @property
    def Count(self) -> int:
        return len(self)

    def __call__(self, number: int) -> Com:
        return self[number - 1]

    def Add(self, Before: Com) -> Com:
        self.before = Before
        new = Com(Name="Sheet1", Visible=-1, Index=0)
        self.insert(self.index(Before), new)
        return new


def test_a_chart_among_the_sheets_does_not_move_the_new_one(windows: ModuleType) -> None:
    seen = Com(Name="Rencana", Visible=-1, Index=2)
    hidden, store = Com(Name="Lama", Visible=0, Index=3), Com(Name="_selaras", Visible=2, Index=4)
    sheets = _Worksheets(seen, hidden, store)
    book = xw.Book(impl=windows.Book(xl=Com(Worksheets=sheets)))
    assert worksheets.add_sheet(book, "Temuan").name == "Temuan"
    assert sheets.before is hidden
    assert [sheet.Name for sheet in sheets] == ["Rencana", "Temuan", "Lama", "_selaras"]


def test_charts_have_names_too(windows: ModuleType) -> None:
    names = [Com(Name="Rencana"), Com(Name="TEMUAN")]
    book = xw.Book(impl=windows.Book(xl=Com(Sheets=names, MultiUserEditing=True)))
    assert worksheets.list_names(book) == {"rencana", "temuan"}
    assert worksheets.is_shared(book)


class _DateCell:
    """A cell in a date format with a number that is no date: Value fails, Value2 does not."""

    Value2 = 6_498_624_401.0
    Row = Column = 1
    Rows = Columns = Com(Count=1)
    Worksheet = None

    @property
    def Value(self) -> object:
        raise ComError("0x800A03EC")


def test_a_cell_without_a_value_gives_its_bare_number(windows: ModuleType) -> None:
    cell = xw.Range(impl=windows.Range(xl=_DateCell()))
    assert grid.read_block_values(cell) == [[6_498_624_401.0]]


class _FormulaCell(Com):
    """One cell on a sheet; its corners and its resizing are itself."""

    def __init__(self, **values: Any) -> None:
        book = Com(Application=_build_app(), Name="Buku")
        sheet = Com(Parent=book, Name="Rencana", Range=lambda *_: self, Cells=lambda *_: self)
        one = Com(Count=1)
        super().__init__(Worksheet=sheet, Row=1, Column=1, Rows=one, Columns=one, **values)

    def __call__(self, *_: int) -> _FormulaCell:
        return self


@pytest.mark.parametrize("modern", [True, False])
def test_formulas_are_written_as_this_excel_can(windows: ModuleType, modern: bool) -> None:
    """An older Excel has no Formula2, and xlwings would try to set it for ever."""
    com = _FormulaCell(
        Formula="=SUM(A1:A3*B1:B3)", **({"Formula2": "=SUM(A1:A3)"} if modern else {})
    )
    cell = xw.Range(impl=windows.Range(xl=com))
    assert grid.read_block_contents(cell) == [["=SUM(A1:A3)" if modern else "=SUM(A1:A3*B1:B3)"]]
    grid.write_content(cell, [["=A1"]])
    written = com.Formula2 if modern else com.Formula
    assert written in ("=A1", [["=A1"]])


class _Comment:
    """Excel's Comment: text without a place takes the place of all that stands there."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.whole_count = 0
        self.Shape = Com(TextFrame=Com(Characters=self._find_letters))

    def Text(
        self, text: str | None = None, start: int | None = None, overwrite: bool = True
    ) -> str:
        if text is not None and start is None:
            self.content = text
            self.whole_count += 1
        elif text is not None and start is not None:
            end = start - 1 + (len(text) if overwrite else 0)
            self.content = self.content[: start - 1] + text + self.content[end:]
        return self.content

    def _find_letters(self, start: int, length: int) -> Com:
        def delete() -> None:
            self.content = self.content[: start - 1] + self.content[start - 1 + length :]

        return Com(Delete=delete)


def test_letters_of_a_note_are_put_in_and_taken_out(windows: ModuleType) -> None:
    """What is set as a whole loses the looks that the user gave it."""
    com = _Comment("Budi:\ntolong dicek")
    note = xw.Note(impl=windows.Note(xl=com))
    cell_notes.append_text(note, "\n\n[Selaras]")
    assert com.content == "Budi:\ntolong dicek\n\n[Selaras]"
    cell_notes.cut_out(note, 18, len(com.content))
    assert com.content == "Budi:\ntolong dicek"
    assert com.whole_count == 0


def test_a_filter_of_a_table_is_a_filter(windows: ModuleType) -> None:
    tables = [
        Com(ShowAutoFilter=False, AutoFilter=None),
        Com(ShowAutoFilter=True, AutoFilter=Com(FilterMode=True)),
    ]
    sheet = Com(FilterMode=False, ListObjects=tables)
    assert worksheets.is_filtered(xw.Sheet(impl=windows.Sheet(xl=sheet)))
    sheet.ListObjects = tables[:1]
    assert not worksheets.is_filtered(xw.Sheet(impl=windows.Sheet(xl=sheet)))


@pytest.mark.parametrize("chosen", [None, Com(Name="Chart 1")])
def test_a_chart_or_nothing_is_no_selection(windows: ModuleType, chosen: object) -> None:
    app = xw.App(impl=windows.App(xl=_build_app(Selection=chosen)))
    assert Press(app, ExcelDisplay(app)).selection is None


def test_answers_are_those_that_windows_gives(
    windows: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = xw.App(impl=windows.App(xl=_build_app()))
    display = ExcelDisplay(app)
    for number, answer in ((6, True), (7, False), (2, None)):
        monkeypatch.setattr(windows.win32api, "MessageBox", lambda *_, number=number: number)
        monkeypatch.setattr(windows.win32con, "MB_YESNOCANCEL", 3)
        monkeypatch.setattr(windows.win32con, "MB_ICONINFORMATION", 64)
        assert display.ask_choice("Lanjutkan?") is answer
