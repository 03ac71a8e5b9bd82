"""A planner at work on the example, who does everything through the ribbon's VBA."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import xlwings as xw

from addin.calc_engine import CalcEngine
from addin.conftest import EXAMPLE_PLAN
from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.values.a1 import address
from selaras.values.finding import Finding
from selaras_addin.live.sheets import findings_sheet

from .ribbon import Ribbon, click


@cache
def find_all_findings() -> tuple[Finding, ...]:
    """Return what the headless check finds in the example file."""
    return tuple(check_file(str(EXAMPLE_PLAN), Setting()).findings)


@dataclass
class Turn:
    """One button's turn. `open_example` opens a copy of the example; it is in front then."""

    ribbon: Ribbon
    engine: CalcEngine
    data: Path
    open_example: Callable[[], xw.Book]
    checked_example: CheckedExample
    #: The addresses that the browser was asked to show.
    browser_addresses: list[str]
    pressed: list[str] = field(default_factory=list)

    def click(self, id: str, *answers: str) -> None:
        """Press a button and give these answers to what it asks."""
        self.pressed.append(id)
        self.engine.app.messages.clear()
        self.engine.app.answers[:] = answers
        click(self.ribbon, self.engine.app, id, self.data)
        assert self.engine.app.answers == [], f"{id} did not ask for {self.engine.app.answers}"

    @property
    def messages(self) -> list[str]:
        """The messages and questions that the last button showed."""
        return [text for text, _title in self.engine.app.messages]

    @property
    def status(self) -> str:
        """What the last button left in the status bar."""
        return str(self.engine.app.status_bar)

    def bring_checked(self) -> xw.Book:
        """Return the shared example, checked and marked; it is in front."""
        book = self.checked_example.book
        book.activate()
        book.set_mock_caller()
        if findings_sheet.find_list(book) is None:
            self.click("periksa_buku")
            self.pressed.clear()
        return book


@dataclass
class CheckedExample:
    """A copy of the example for the buttons that need a checked workbook.

    Its user has a fill and a note of their own in a cell that will be marked.
    """

    book: xw.Book
    #: The document as it was before Selaras touched it.
    before: str

    @classmethod
    def prepare(cls, book: xw.Book) -> CheckedExample:
        """Put the user's own fill and note on it."""
        cell = book.sheets["T-C.33"]["O8"]
        cell.color = (255, 242, 204)
        cell.add_note("Tanya Bappeda")
        return cls(book, dump_book(book))


def dump_book(book: xw.Book) -> str:
    """Return all that Calc keeps of a workbook's cells, as text: contents, looks, notes, sheets."""
    doc = book.impl.doc
    path = Path(book.fullname).with_suffix(".fods")
    properties = book.app.impl.engine.office.build_properties(
        FilterName="OpenDocument Spreadsheet Flat XML"
    )
    doc.storeToURL(path.as_uri(), properties)
    text = path.read_text("utf-8")
    start = text.index("<office:automatic-styles")
    # Calc adds an empty list of forms to a sheet as soon as somebody asks for its drawings.
    return re.sub(r"\s*<office:forms [^>]*/>", "", text[start:])


def select(book: xw.Book, sheet: str, cell: str) -> None:
    """Bring a sheet to the front and select a cell of it."""
    book.sheets[sheet].activate()
    book.sheets[sheet][cell].select()


def read_front(book: xw.Book) -> tuple[str, str]:
    """Return the sheet in front and the cell selected there."""
    return book.sheets.active.name, book.app.selection.address.replace("$", "")


def read_mark_colours(sheet: xw.Sheet) -> dict[str, tuple[int, int, int]]:
    """Return the cells that Selaras coloured, each with the colour that is seen."""
    colours = {}
    # The newest rule is seen: so it must come last here.
    for condition in reversed(list(sheet.cells.conditional_formats)):
        fill = condition.fill_color
        for area in condition.impl._uno.Range.RangeAddresses:
            for row in range(area.StartRow, area.EndRow + 1):
                for column in range(area.StartColumn, area.EndColumn + 1):
                    colours[address(row + 1, column + 1)] = fill
    return colours
