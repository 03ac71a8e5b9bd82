"""The very hidden sheet `_selaras`: what must outlast a click, a save and a restart.

The first row says what was checked, the workbook or one sheet. Each finding that has a cell is a
row. Where it lies is kept as a formula (`='T-C.33'!$O$8`), so that Excel itself moves it along when
rows are inserted, sheets renamed or cells cut and pasted; when the cell is deleted the formula says
#REF! and the row is passed over. One block read brings it all back. The sheet is read neither by a
check in Excel nor by one of the saved file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from selaras.recognise.own_sheets import STORE_MARKER
from selaras.values.a1 import Area, address
from selaras.values.finding import Severity
from selaras_addin.live.excel import grid, hidden_sheets

if TYPE_CHECKING:
    import xlwings as xw

STORE_NAME = "_selaras"
_COLUMN_COUNT = 6
#: Where the sheet stands that alone was checked.
_SHEET_CELL = "B1"


class StoredFinding(NamedTuple):
    """A finding of the last check whose cell is still there."""

    sheet: str
    row: int
    column: int
    severity: Severity
    code: str
    message: str
    advice: str
    #: The text that Selaras put into the cell's note; "" where it put none.
    note: str = ""

    @property
    def cell(self) -> str:
        """The A1 address at which the cell is now."""
        return address(self.row, self.column)


def save_findings(
    book: xw.Book, findings: Iterable[StoredFinding], checked_sheet: str | None = None
) -> None:
    """Keep these findings in place of those that were kept, also where there are none.

    `checked_sheet` is the one that alone was asked for. Raises UserMessage, with all as it was,
    where the workbook lets no sheet go or come.
    """
    rows = list(findings)
    delete_findings(book)
    sheet = hidden_sheets.add_store(book, STORE_NAME)
    end = len(rows) + 1
    grid.find_range(sheet, Area(1, 2, end, _COLUMN_COUNT)).value = [
        [None] * (_COLUMN_COUNT - 1),
        *(
            [
                hidden_sheets.quote_text(text)
                for text in (row.severity.value, row.code, row.message, row.advice, row.note)
            ]
            for row in rows
        ),
    ]
    if rows:
        grid.find_range(sheet, Area(2, 1, end, 1)).formula = [
            ["=" + hidden_sheets.write_reference(row.sheet, row.row, row.column)] for row in rows
        ]
    if checked_sheet is not None:
        sheet.range(_SHEET_CELL).formula = "=" + hidden_sheets.write_reference(checked_sheet, 1, 1)
    hidden_sheets.seal_store(sheet, STORE_MARKER)


def read_findings(book: xw.Book) -> list[StoredFinding]:
    """Return what was kept, with the cells where they are now; empty before any check."""
    sheet = hidden_sheets.find_store(book, STORE_NAME, STORE_MARKER)
    if sheet is None:
        return []
    end = grid.find_used_area(sheet).bottom
    if end < 2:
        return []
    found: list[StoredFinding] = []
    for formula, severity, *texts in grid.read_formulas(
        grid.find_range(sheet, Area(2, 1, end, _COLUMN_COUNT))
    ):
        place = hidden_sheets.parse_reference(formula)
        if place is not None and severity in tuple(Severity):
            found.append(StoredFinding(*place, Severity(severity), *texts))
    return found


def has_findings(book: xw.Book) -> bool:
    """Tell whether the workbook was checked, and its marks were not cleared since."""
    return hidden_sheets.find_store(book, STORE_NAME, STORE_MARKER) is not None


def read_checked_sheet(book: xw.Book) -> str | None:
    """Return the sheet that alone was checked, by its name now; None for the whole workbook."""
    sheet = hidden_sheets.find_store(book, STORE_NAME, STORE_MARKER)
    ((formula,),) = [[""]] if sheet is None else grid.read_formulas(sheet.range(_SHEET_CELL))
    place = hidden_sheets.parse_reference(formula)
    return place[0] if place else None


def delete_findings(book: xw.Book) -> None:
    """Take the sheet out of the workbook."""
    hidden_sheets.delete_store(book, STORE_NAME, STORE_MARKER)
