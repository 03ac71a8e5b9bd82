"""Engine, application, workbooks and their sheets."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from xlwings import XlwingsError
from xlwings import base_classes as base

from .counter import CalcError, count_calls
from .kept import DocumentStore
from .office import Office
from .ranges import ERROR_NUMBERS, Range
from .worksheet import Sheet, check_name

_ERROR_WORDS = {number: words for words, number in ERROR_NUMBERS.items()}
_FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".ods": "calc8",
    ".pdf": "calc_pdf_Export",
}


class CalcEngine:
    """What `xw.Engine(impl=...)` wraps. `app.answers` are what alerts will get."""

    name = "calc"
    type = "desktop"

    def __init__(self, office: Office) -> None:
        self.office = office
        self.apps = Apps(self)
        self.app = App(self)

    @staticmethod
    def prepare_xl_data_element(value: Any, _options: Any) -> Any:
        return "" if value is None else value

    @staticmethod
    def clean_value_data(
        data: Any, date: Any, empty: Any, number: Any, errors_as_text: bool
    ) -> list[list[Any]]:
        def clean(value: Any) -> Any:
            if value is None or value == "":
                return empty
            if isinstance(value, int) and value in _ERROR_WORDS:
                return _ERROR_WORDS[value] if errors_as_text else None
            if isinstance(value, datetime.datetime):
                return date(
                    year=value.year,
                    month=value.month,
                    day=value.day,
                    hour=value.hour,
                    minute=value.minute,
                    second=value.second,
                    microsecond=value.microsecond,
                    tzinfo=None,
                )
            return number(value) if number and isinstance(value, float) else value

        return [[clean(value) for value in row] for row in data]


class Apps(base.Apps):
    def __init__(self, engine: CalcEngine) -> None:
        self._engine = engine

    def keys(self) -> list[int]:
        return [1]

    def __iter__(self) -> Iterator[App]:
        yield self._engine.app

    def __len__(self) -> int:
        return 1

    def __getitem__(self, pid: int) -> App:
        return self._engine.app


@count_calls
class App(base.App):
    """The application. What it was told to show is kept: `status_bar`, `messages`."""

    def __init__(self, engine: CalcEngine) -> None:
        self.engine = engine
        self._office = engine.office
        self._status: str | bool = False
        self._screen_updating = True
        self._calculation = "automatic"
        self._display_alerts = True
        self._enable_events = True
        self._stores: dict[str, DocumentStore] = {}
        #: Messages shown by `alert`, as (prompt, title), and what the user will answer.
        self.messages: list[tuple[str, str]] = []
        self.answers: list[str] = []

    @property
    def api(self) -> Any:
        return ApplicationApi(self)

    @property
    def version(self) -> str:
        return "16.0"

    @property
    def pid(self) -> int:
        return 1

    @property
    def books(self) -> Books:
        return Books(self)

    @property
    def selection(self) -> Range | None:
        book = self.books.active
        selected = book.doc.getCurrentSelection()
        if hasattr(selected, "getRangeAddresses"):  # with Ctrl
            areas = selected.getRangeAddresses()
        elif hasattr(selected, "getRangeAddress"):
            areas = [selected.getRangeAddress()]
        else:
            return None
        sheet = Sheet(book, book.doc.Sheets.getByIndex(areas[0].Sheet))
        corners = [(a.StartRow, a.StartColumn, a.EndRow, a.EndColumn) for a in areas]
        return Range(sheet, [tuple(value + 1 for value in area) for area in corners])

    @property
    def visible(self) -> bool:
        return False

    @property
    def screen_updating(self) -> bool:
        return self._screen_updating

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        self._screen_updating = value

    @property
    def calculation(self) -> str:
        return self._calculation

    @calculation.setter
    def calculation(self, value: str) -> None:
        self._calculation = value

    @property
    def display_alerts(self) -> bool:
        return self._display_alerts

    @display_alerts.setter
    def display_alerts(self, value: bool) -> None:
        self._display_alerts = value

    @property
    def status_bar(self) -> str | bool:
        return self._status

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        self._status = value

    @property
    def enable_events(self) -> bool:
        return self._enable_events

    @enable_events.setter
    def enable_events(self, value: bool) -> None:
        self._enable_events = value

    def activate(self, steal_focus: bool = False) -> None:
        pass

    def alert(self, prompt: str, title: str, buttons: str, mode: str, callback: Any) -> str:
        self.messages.append((prompt, title))
        usual_answer = {None: "ok", "ok": "ok", "ok_cancel": "cancel"}.get(buttons, "no")
        return self.answers.pop(0) if self.answers else usual_answer

    def find_store(self, doc: Any) -> DocumentStore:
        """Return what is remembered of a document beyond what Calc itself keeps."""
        return self._stores.setdefault(doc.RuntimeUID, DocumentStore())


class ApplicationApi:
    """The members of Excel's Application that the add-in uses through `api`."""

    def __init__(self, app: App) -> None:
        self._app = app

    @property
    def ActiveWindow(self) -> Any:
        book = self._app.books.active
        return Window(self._app.find_store(book.doc), Sheets(book).active.name)


class Window:
    """Excel's window: what is frozen. A hidden Calc freezes nothing, so it is only remembered."""

    def __init__(self, store: DocumentStore, sheet: str) -> None:
        vars(self).update(_store=store, _sheet=sheet, _columns=0, _rows=0)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "SplitRow":
            vars(self)["_rows"] = value
        elif name == "SplitColumn":
            vars(self)["_columns"] = value
        elif name == "FreezePanes":
            self._store.frozen[self._sheet] = (self._rows, self._columns) if value else (0, 0)
        else:
            raise NotImplementedError(name)


@count_calls
class Books(base.Books):
    def __init__(self, app: App) -> None:
        self.app = app

    def _find_all(self) -> list[Book]:
        components = self.app.engine.office.desktop.Components.createEnumeration()
        books = []
        while components.hasMoreElements():
            doc = components.nextElement()
            if not doc.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
                continue
            # Excel does not count add-ins among the workbooks.
            if not doc.URL.endswith(".xlam"):
                books.append(Book(self.app, doc))
        return books

    @property
    def active(self) -> Book:
        """The workbook that was activated last, else the first that is open."""
        books = self._find_all()
        for book in books:
            if self.app.find_store(book.doc).is_active:
                return book
        return books[0]

    def __call__(self, key: str | int) -> Book:
        if isinstance(key, int):
            return self._find_all()[key - 1]
        for book in self._find_all():
            if book.name == key or book.fullname == key:
                return book
        raise KeyError(key)

    def __len__(self) -> int:
        return len(self._find_all())

    def __iter__(self) -> Iterator[Book]:
        return iter(self._find_all())

    def _load(self, url: str) -> Book:
        office = self.app.engine.office
        doc = office.desktop.loadComponentFromURL(
            url, "_blank", 0, office.build_properties(Hidden=True)
        )
        if doc is None:
            raise RuntimeError(f"Calc did not open {url}")
        book = Book(self.app, doc)
        book.activate()
        return book

    def open(self, fullname: str, *args: Any, **kwargs: Any) -> Book:
        return self._load(Path(fullname).resolve().as_uri())


@count_calls
class Book(base.Book):
    def __init__(self, app: App, doc: Any) -> None:
        self._app = app
        self.doc = doc

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Book) and other.doc.RuntimeUID == self.doc.RuntimeUID

    def __hash__(self) -> int:
        return hash(self.doc.RuntimeUID)

    @property
    def api(self) -> Any:
        return BookApi(self)

    @property
    def app(self) -> App:
        return self._app

    @property
    def name(self) -> str:
        return Path(self._find_path()).name

    @property
    def fullname(self) -> str:
        if self._app.find_store(self.doc).is_in_cloud:
            # As xlwings does where OneDrive keeps no copy on the machine.
            raise XlwingsError("Couldn't find your local OneDrive file, see: xlwings.org/error")
        return self._find_path()

    def _find_path(self) -> str:
        url = self.doc.URL
        return self._app.engine.office.uno.fileUrlToSystemPath(url) if url else self.doc.Title

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    def activate(self) -> None:
        for book in Books(self._app):
            self._app.find_store(book.doc).is_active = False
        self._app.find_store(self.doc).is_active = True

    def save(self, path: str | None = None, password: str | None = None) -> None:
        if path is None:
            self.doc.store()
            return
        filter_name = _FILTERS[Path(path).suffix]
        properties = self._app.engine.office.build_properties(FilterName=filter_name)
        self.doc.storeAsURL(Path(path).resolve().as_uri(), properties)

    def to_pdf(self, path: str, quality: str) -> None:
        properties = self._app.engine.office.build_properties(FilterName=_FILTERS[".pdf"])
        self.doc.storeToURL(Path(path).resolve().as_uri(), properties)

    def close(self) -> None:
        self.doc.close(True)


class BookApi:
    """The members of Excel's Workbook that the add-in uses through `api`."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def Sheets(self) -> list[Any]:
        """All sheets, those of charts too, which Calc does not have: the store names them."""
        charts = self._book.app.find_store(self._book.doc).charts
        names = [sheet.name for sheet in self._book.sheets]
        return [SimpleNamespace(Name=one) for one in (*names, *charts)]

    @property
    def MultiUserEditing(self) -> bool:
        return self._book.app.find_store(self._book.doc).is_shared

    @property
    def Date1904(self) -> bool:
        return self._book.doc.NullDate.Year == 1904


@count_calls
class Sheets(base.Sheets):
    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def api(self) -> Any:
        return self._book.doc.Sheets

    @property
    def active(self) -> Sheet:
        return Sheet(self._book, self._book.doc.getCurrentController().getActiveSheet())

    def __call__(self, key: str | int) -> Sheet:
        if isinstance(key, int):
            return Sheet(self._book, self._book.doc.Sheets.getByIndex(key - 1))
        if not self._book.doc.Sheets.hasByName(key):
            raise KeyError(key)
        return Sheet(self._book, self._book.doc.Sheets.getByName(key))

    def __len__(self) -> int:
        return self._book.doc.Sheets.Count

    def __iter__(self) -> Iterator[Sheet]:
        sheets = self._book.doc.Sheets
        return (Sheet(self._book, sheets.getByIndex(i)) for i in range(sheets.Count))

    def add(
        self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None
    ) -> Sheet:
        sheets = self._book.doc.Sheets
        if self._book.doc.isProtected():
            raise CalcError("the structure of the workbook is protected")
        if name is not None:
            check_name(name)
        if before is not None:
            position = before.index - 1
        elif after is not None:
            position = after.index
        else:
            position = self.active.index - 1
        free_name = name or next(
            f"Sheet{i}" for i in range(1, 9999) if not sheets.hasByName(f"Sheet{i}")
        )
        sheets.insertNewByName(free_name, position)
        sheet = Sheet(self._book, sheets.getByName(free_name))
        sheet.activate()
        return sheet
