"""A worksheet, its notes, tables and what is frozen in its window."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from xlwings import base_classes as base

from .addresses import parse_address
from .comments import Note
from .counter import CalcError, count_calls
from .ranges import Range

#: Excel takes no longer name of a sheet, and none with these characters.
_LONGEST_NAME, _FORBIDDEN = 31, frozenset(r":\/?*[]")


def check_name(name: str) -> None:
    """Raise CalcError for a name that Excel gives no sheet."""
    if not 0 < len(name) <= _LONGEST_NAME or _FORBIDDEN & set(name) or "'" in name[:1] + name[-1:]:
        raise CalcError(f"no name of a sheet: {name!r}")


@count_calls
class Sheet(base.Sheet):
    def __init__(self, book: Any, uno: Any) -> None:
        self._book = book
        self.uno = uno

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sheet) and other.book == self.book and other.name == self.name

    def __hash__(self) -> int:
        return hash((self._book, self.uno.Name))

    @property
    def api(self) -> SheetApi:
        return SheetApi(self)

    @property
    def book(self) -> Any:
        return self._book

    @property
    def office(self) -> Any:
        return self._book.app.engine.office

    @property
    def name(self) -> str:
        return self.uno.Name

    @name.setter
    def name(self, value: str) -> None:
        check_name(value)
        self.uno.Name = value

    @property
    def index(self) -> int:
        return self.uno.RangeAddress.Sheet + 1

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        start = self._read_areas(arg1)
        if arg2 is None:
            return Range(self, start)
        top, left, _, _ = start[0]
        _, _, bottom, right = self._read_areas(arg2)[0]
        return Range(self, [(top, left, bottom, right)])

    def _read_areas(self, arg: Any) -> list[tuple[int, int, int, int]]:
        if isinstance(arg, Range):
            return arg.areas
        if isinstance(arg, tuple):
            if len(arg) == 4:
                row, column, height, width = arg
                return [(row, column, row + height - 1, column + width - 1)]
            return [(*arg, *arg)]
        return parse_address(arg)

    @property
    def cells(self) -> Range:
        return Range(self, [(1, 1, 1_048_576, self.uno.Columns.Count)])

    @property
    def used_range(self) -> Range:
        cursor = self.uno.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        return Range(self, [(1, 1, end.EndRow + 1, end.EndColumn + 1)])

    @property
    def notes(self) -> list[Note]:
        notes = self.uno.Annotations
        return [
            Note(Range(self, [(a.Position.Row + 1, a.Position.Column + 1) * 2]))
            for a in (notes.getByIndex(i) for i in range(notes.Count))
        ]

    @property
    def tables(self) -> Tables:
        return Tables(self)

    @property
    def visible(self) -> int:
        if self.uno.IsVisible:
            return -1
        store = self._book.app.find_store(self._book.doc)
        return 2 if self.name in store.very_hidden else 0

    @visible.setter
    def visible(self, value: int | bool) -> None:
        if self._book.doc.isProtected():
            raise CalcError("the structure of the workbook is protected")
        hidden = self._book.app.find_store(self._book.doc).very_hidden
        hidden.discard(self.name)
        if value == 2:
            hidden.add(self.name)
        self.uno.IsVisible = value not in (0, 2)

    def activate(self) -> None:
        if not self.uno.IsVisible:
            raise RuntimeError("a hidden sheet cannot be activated")
        self._book.doc.getCurrentController().setActiveSheet(self.uno)

    def delete(self) -> None:
        app = self._book.app
        had_alerts = app.display_alerts
        app.display_alerts = False
        # As in xlwings, what Excel refuses leaves the warnings off.
        if self._book.doc.isProtected():
            raise CalcError("the structure of the workbook is protected")
        if self.visible == 2:
            raise CalcError("a very hidden sheet is not deleted")
        self._book.doc.Sheets.removeByName(self.name)
        app.display_alerts = had_alerts

    def clear(self) -> None:
        self.cells.uno.clearContents(1023)


class SheetApi:
    """The members of Excel's Worksheet that the add-in uses through `api`."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    @property
    def Cells(self) -> Any:
        return SimpleNamespace(Find=self._find)

    def _find(self, What: str, LookIn: int, SearchOrder: int, SearchDirection: int) -> Any:
        """Return the last cell that holds something, by rows (1) or by columns (2)."""
        if (What, LookIn, SearchDirection) != ("*", -4123, 2):
            raise NotImplementedError
        filled_areas = self._sheet.uno.queryContentCells(1 | 2 | 4 | 16).RangeAddresses
        if not filled_areas:
            return None
        return SimpleNamespace(
            Row=max(one.EndRow for one in filled_areas) + 1,
            Column=max(one.EndColumn for one in filled_areas) + 1,
        )

    @property
    def PageSetup(self) -> Any:
        return SimpleNamespace()

    @property
    def FilterMode(self) -> bool:
        used = self._sheet.used_range
        visible = {
            row
            for one in used.uno.queryVisibleCells().RangeAddresses
            for row in range(one.StartRow, one.EndRow + 1)
        }
        rows = self._sheet.uno.Rows
        hidden = set(range(used.shape[0])) - visible
        return any(rows.getByIndex(number).IsFiltered for number in hidden)


@count_calls
class Tables(base.Tables):
    """Calc has no ListObject: a database range with filter buttons stands for it."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def _find_all(self) -> list[Table]:
        ranges = self._sheet.book.doc.DatabaseRanges
        number = self._sheet.index - 1
        found = map(ranges.getByName, ranges.ElementNames)
        return [Table(self._sheet, uno) for uno in found if uno.DataArea.Sheet == number]

    def __len__(self) -> int:
        return len(self._find_all())

    def __iter__(self) -> Any:
        return iter(self._find_all())

    def __call__(self, key: str | int) -> Table:
        tables = self._find_all()
        if isinstance(key, int):
            return tables[key - 1]
        return next(table for table in tables if table.name == key)

    def add(self, source: Any = None, name: str | None = None, **_: Any) -> Table:
        ranges = self._sheet.book.doc.DatabaseRanges
        table_name = name or f"Table{ranges.Count + 1}"
        if ranges.hasByName(table_name):
            raise RuntimeError(f"there is a table {table_name}")
        ranges.addNewByName(table_name, source.impl.uno.RangeAddress)
        uno = ranges.getByName(table_name)
        uno.AutoFilter = True
        return Table(self._sheet, uno)


class Table(base.Table):
    def __init__(self, sheet: Sheet, uno: Any) -> None:
        self._sheet = sheet
        self._uno = uno

    @property
    def name(self) -> str:
        return self._uno.Name

    @property
    def range(self) -> Range:
        area = self._uno.DataArea
        corners = (area.StartRow, area.StartColumn, area.EndRow, area.EndColumn)
        return Range(self._sheet, [tuple(value + 1 for value in corners)])

    @property
    def show_autofilter(self) -> bool:
        return self._uno.AutoFilter
