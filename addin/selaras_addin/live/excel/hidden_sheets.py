"""Very hidden sheets in which the add-in keeps things, and cells named so that Excel moves them.

A cell is kept as a formula (`='T-C.33'!$O$8`): rows may be inserted, sheets renamed and cells cut
and pasted, and it still says where the cell is; when the cell is deleted it says #REF!.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selaras.values.a1 import column_letters, column_number
from selaras.values.text import Text
from selaras_addin.live.excel import grid, worksheets
from selaras_addin.live.excel.messages import UserMessage

if TYPE_CHECKING:
    import xlwings as xw

#: Excel takes no longer text in a cell, and none longer that stands in a formula.
_LONGEST, _LONGEST_IN_FORMULA = 32_767, 255

_PROTECTED = Text(
    "Selaras tidak dapat menambah atau menghapus lembar: struktur buku kerja ini dilindungi. Buka "
    "dulu perlindungannya (Tinjau > Lindungi Buku Kerja).",
    "Selaras cannot add or delete a sheet: the structure of this workbook is protected. Take the "
    "protection off first (Review > Protect Workbook).",
)
_SHARED = Text(
    "Buku kerja ini dipakai bersama (Bagikan Buku Kerja), dan Excel lalu tidak mengizinkan tanda, "
    "tabel, dan penghapusan lembar. Hentikan dulu pemakaian bersamanya (Tinjau > Bagikan Buku "
    "Kerja), atau periksa salinannya.",
    "This is a shared workbook, in which Excel allows no marks, no tables and no deleting of "
    "sheets. Stop sharing it first (Review > Share Workbook), or check a copy.",
)

_REFERENCE = re.compile(r"=(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)")


def write_reference(sheet: str, row: int, column: int) -> str:
    """Return the address of a cell as formulas name it: 'T-C.33'!$O$8."""
    return "'{}'!${}${}".format(sheet.replace("'", "''"), column_letters(column), row)


def parse_reference(formula: str) -> tuple[str, int, int] | None:
    """Return the sheet, row and column that such a formula names; None where the cell is gone."""
    match = _REFERENCE.fullmatch(formula)
    if match is None:
        return None
    quoted, plain, letters, row = match.groups()
    return quoted.replace("''", "'") if quoted else plain, int(row), column_number(letters)


def build_link(sheet: str, row: int, column: int, wording: str = "") -> str:
    """Return the formula of a link to a cell that follows the cell when rows are inserted.

    It shows `wording`, else the address at which the cell is.
    """
    cell = write_reference(sheet, row, column)
    where = f"ADDRESS(ROW({cell}),COLUMN({cell}),4)"
    target = "#'{}'!".format(sheet.replace("'", "''")).replace('"', '""')
    wording = wording[:_LONGEST_IN_FORMULA]
    shown = '"{}"'.format(wording.replace('"', '""')) if wording else where
    return f'=HYPERLINK("{target}"&{where},{shown})'


def quote_text(content: str) -> str | None:
    """Return a text as it is to be written so that Excel takes it for nothing but a text.

    Excel would turn "=..." into a formula and "2.17.01" into a time of day. What Excel has no room
    for is cut off.
    """
    return "'" + content[:_LONGEST] if content else None


def find_free_name(book: xw.Book, wanted: str) -> str:
    """Return a name for a sheet that no other has: the one wanted, else "wanted (2)"."""
    taken = worksheets.list_names(book)
    name, number = wanted, 2
    while name.casefold() in taken:
        name, number = f"{wanted} ({number})", number + 1
    return name


def take_over_name(book: xw.Book, old_sheet: xw.Sheet | None, wanted: str) -> str:
    """Return the name for a new sheet: that of an older one, which goes, or one that is free."""
    if old_sheet is None:
        return find_free_name(book, wanted)
    name = old_sheet.name
    drop_sheet(old_sheet)
    return name


def add_store(book: xw.Book, name: str) -> xw.Sheet:
    """Add a sheet behind all that are seen, under another name where that one is taken.

    Raises UserMessage where the workbook takes none.
    """
    if worksheets.is_shared(book):
        raise UserMessage(_SHARED)
    try:
        return worksheets.add_sheet(book, find_free_name(book, name))
    except Exception as error:
        raise UserMessage(_PROTECTED) from error


def drop_sheet(sheet: xw.Sheet) -> None:
    """Delete a sheet of Selaras. Raises UserMessage where the workbook lets none go."""
    try:
        worksheets.delete_sheet(sheet)
    except Exception as error:
        shared = worksheets.is_shared(sheet.book)
        raise UserMessage(_SHARED if shared else _PROTECTED) from error


def seal_store(sheet: xw.Sheet, marker: str) -> None:
    """Give a store its mark, by which it is known again, and hide it."""
    sheet.range("A1").value = quote_text(marker)
    grid.make_very_hidden(sheet)


def find_store(book: xw.Book, name: str, marker: str) -> xw.Sheet | None:
    """Return the store of that name; None where there is none, or it is the user's own."""
    named = (sheet for sheet in book.sheets if is_named(sheet, name))
    return worksheets.find_titled(named, lambda title: title == marker)


def is_named(sheet: xw.Sheet, wanted: str) -> bool:
    """Tell whether a sheet has the name that was wanted for it, numbered or not."""
    return re.fullmatch(rf"{re.escape(wanted)}(?: \(\d+\))?", sheet.name) is not None


def delete_store(book: xw.Book, name: str, marker: str) -> None:
    """Take a store out of the workbook. Raises UserMessage where the workbook lets none go."""
    sheet = find_store(book, name, marker)
    if sheet is not None:
        drop_sheet(sheet)
