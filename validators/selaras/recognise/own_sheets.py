"""Sheets that Selaras itself puts into a workbook: a list of findings is no plan to be checked."""

from __future__ import annotations

import re

from selaras.model.book import Book, Sheet
from selaras.model.work import UnreadSheet
from selaras.values.text import Text

#: What stands in the first cell of the sheet that lists the findings.
FINDINGS_TITLE = "Temuan Selaras"
#: ... of a sheet that sets two plans side by side; more words follow.
COMPARISON_TITLE = "Bandingan Selaras"
#: ... of the guide that the add-in puts into a workbook
GUIDE_TITLE = "Panduan Selaras"
#: ... of the sheet on which the workbook says whose plan it is (`settings_sheet` reads it)
SETTINGS_TITLE = "Pengaturan Selaras"
#: ... and of the hidden sheet in which the add-in keeps what it needs between two clicks.
STORE_MARKER = "selaras/1"

_TITLES = (FINDINGS_TITLE, COMPARISON_TITLE, GUIDE_TITLE, SETTINGS_TITLE, STORE_MARKER)
_FIRST_CELL = re.compile(rf"(?:{'|'.join(_TITLES)})\b")
_REASON = Text("lembar buatan Selaras", "a sheet made by Selaras")


def is_made_by_selaras(first: object) -> bool:
    """Tell by what its first cell holds whether a sheet was made by Selaras."""
    return isinstance(first, str) and _FIRST_CELL.match(first) is not None


def separate_own(book: Book) -> tuple[Book, list[UnreadSheet]]:
    """Return the workbook without such sheets, and these as left out: hidden is nothing of it."""
    own = [sheet for sheet in book.sheets if _is_own(sheet)]
    if not own:
        return book, []
    rest = tuple(sheet for sheet in book.sheets if sheet not in own)
    return book._replace(sheets=rest), [UnreadSheet(sheet.name, _REASON) for sheet in own]


def _is_own(sheet: Sheet) -> bool:
    return is_made_by_selaras(sheet.value(1, 1))
