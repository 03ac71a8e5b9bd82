"""The add-in on xlwings' own classes for Windows, which speak to objects that behave as Excel's."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
import xlwings as xw

from selaras_addin.commands.job import Kerja
from selaras_addin.live.excel import cell_notes, grid, worksheets
from selaras_addin.live.excel.messages import TampilExcel

from .xlwings_windows import Com, ComError, muat


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """xlwings' backend for Windows."""
    return muat(monkeypatch)


def _aplikasi(**isi: Any) -> Com:
    return Com(Hwnd=1, **isi)


class _Menolak:
    """A method that Excel refuses."""

    def __call__(self, *_: Any, **__: Any) -> None:
        raise ComError("0x800A03EC")


def test_warnings_are_on_again_where_excel_keeps_a_sheet(windows: ModuleType) -> None:
    app = _aplikasi(DisplayAlerts=True)
    com = Com(Visible=-1, Delete=_Menolak(), Parent=Com(Application=app))
    sheet = xw.Sheet(impl=windows.Sheet(xl=com))
    with pytest.raises(ComError):
        sheet.delete()
    # xlwings alone leaves them off, and Excel would close workbooks without a question.
    assert app.DisplayAlerts is False
    app.DisplayAlerts = True
    with pytest.raises(ComError):
        worksheets.hapus(sheet)
    assert app.DisplayAlerts is True


def test_a_very_hidden_sheet_is_shown_before_it_goes(windows: ModuleType) -> None:
    seen: list[object] = []
    com = Com(Visible=2, Parent=Com(Application=_aplikasi(DisplayAlerts=True)), Delete=None)
    com.Delete = lambda: seen.append(com.Visible)
    worksheets.hapus(xw.Sheet(impl=windows.Sheet(xl=com)))
    assert seen == [True]


class _Lembar(list[Com]):
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
    sheets = _Lembar(seen, hidden, store)
    book = xw.Book(impl=windows.Book(xl=Com(Worksheets=sheets)))
    assert worksheets.tambah(book, "Temuan").name == "Temuan"
    assert sheets.before is hidden
    assert [sheet.Name for sheet in sheets] == ["Rencana", "Temuan", "Lama", "_selaras"]


def test_charts_have_names_too(windows: ModuleType) -> None:
    names = [Com(Name="Rencana"), Com(Name="TEMUAN")]
    book = xw.Book(impl=windows.Book(xl=Com(Sheets=names, MultiUserEditing=True)))
    assert worksheets.nama(book) == {"rencana", "temuan"}
    assert worksheets.dibagikan(book)


class _Sel:
    """A cell in a date format with a number that is no date: Value fails, Value2 does not."""

    Value2 = 6_498_624_401.0
    Row = Column = 1
    Rows = Columns = Com(Count=1)
    Worksheet = None

    @property
    def Value(self) -> object:
        raise ComError("0x800A03EC")


def test_a_cell_without_a_value_gives_its_bare_number(windows: ModuleType) -> None:
    cell = xw.Range(impl=windows.Range(xl=_Sel()))
    assert grid.nilai(cell) == [[6_498_624_401.0]]


class _Rumus(Com):
    """One cell on a sheet; its corners and its resizing are itself."""

    def __init__(self, **isi: Any) -> None:
        book = Com(Application=_aplikasi(), Name="Buku")
        sheet = Com(Parent=book, Name="Rencana", Range=lambda *_: self, Cells=lambda *_: self)
        satu = Com(Count=1)
        super().__init__(Worksheet=sheet, Row=1, Column=1, Rows=satu, Columns=satu, **isi)

    def __call__(self, *_: int) -> _Rumus:
        return self


@pytest.mark.parametrize("modern", [True, False])
def test_formulas_are_written_as_this_excel_can(windows: ModuleType, modern: bool) -> None:
    """An older Excel has no Formula2, and xlwings would try to set it for ever."""
    com = _Rumus(Formula="=SUM(A1:A3*B1:B3)", **({"Formula2": "=SUM(A1:A3)"} if modern else {}))
    cell = xw.Range(impl=windows.Range(xl=com))
    assert grid.isi(cell) == [["=SUM(A1:A3)" if modern else "=SUM(A1:A3*B1:B3)"]]
    grid.tulis_isi(cell, [["=A1"]])
    written = com.Formula2 if modern else com.Formula
    assert written in ("=A1", [["=A1"]])


class _Catatan:
    """Excel's Comment: text without a place takes the place of all that stands there."""

    def __init__(self, isi: str) -> None:
        self.isi = isi
        self.seluruhnya = 0
        self.Shape = Com(TextFrame=Com(Characters=self._huruf))

    def Text(self, teks: str | None = None, awal: int | None = None, timpa: bool = True) -> str:
        if teks is not None and awal is None:
            self.isi = teks
            self.seluruhnya += 1
        elif teks is not None and awal is not None:
            akhir = awal - 1 + (len(teks) if timpa else 0)
            self.isi = self.isi[: awal - 1] + teks + self.isi[akhir:]
        return self.isi

    def _huruf(self, awal: int, panjang: int) -> Com:
        def hapus() -> None:
            self.isi = self.isi[: awal - 1] + self.isi[awal - 1 + panjang :]

        return Com(Delete=hapus)


def test_letters_of_a_note_are_put_in_and_taken_out(windows: ModuleType) -> None:
    """What is set as a whole loses the looks that the user gave it."""
    com = _Catatan("Budi:\ntolong dicek")
    note = xw.Note(impl=windows.Note(xl=com))
    cell_notes.tambahkan(note, "\n\n[Selaras]")
    assert com.isi == "Budi:\ntolong dicek\n\n[Selaras]"
    cell_notes.potong(note, 18, len(com.isi))
    assert com.isi == "Budi:\ntolong dicek"
    assert com.seluruhnya == 0


def test_a_filter_of_a_table_is_a_filter(windows: ModuleType) -> None:
    tables = [
        Com(ShowAutoFilter=False, AutoFilter=None),
        Com(ShowAutoFilter=True, AutoFilter=Com(FilterMode=True)),
    ]
    sheet = Com(FilterMode=False, ListObjects=tables)
    assert worksheets.tersaring(xw.Sheet(impl=windows.Sheet(xl=sheet)))
    sheet.ListObjects = tables[:1]
    assert not worksheets.tersaring(xw.Sheet(impl=windows.Sheet(xl=sheet)))


@pytest.mark.parametrize("chosen", [None, Com(Name="Chart 1")])
def test_a_chart_or_nothing_is_no_selection(windows: ModuleType, chosen: object) -> None:
    app = xw.App(impl=windows.App(xl=_aplikasi(Selection=chosen)))
    assert Kerja(app, TampilExcel(app)).seleksi is None


def test_answers_are_those_that_windows_gives(
    windows: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = xw.App(impl=windows.App(xl=_aplikasi()))
    tampil = TampilExcel(app)
    for number, answer in ((6, True), (7, False), (2, None)):
        monkeypatch.setattr(windows.win32api, "MessageBox", lambda *_, number=number: number)
        monkeypatch.setattr(windows.win32con, "MB_YESNOCANCEL", 3)
        monkeypatch.setattr(windows.win32con, "MB_ICONINFORMATION", 64)
        assert tampil.ask_choice("Lanjutkan?") is answer
