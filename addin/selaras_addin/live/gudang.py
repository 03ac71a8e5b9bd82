"""Very hidden sheets in which the add-in keeps things, and cells named so that Excel moves them.

A cell is kept as a formula (`='T-C.33'!$O$8`): rows may be inserted, sheets renamed and cells cut
and pasted, and it still says where the cell is; when the cell is deleted it says #REF!.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selaras.a1 import column_letters, column_number
from selaras.teks import Teks
from selaras_addin.live import excel
from selaras_addin.live.tampil import Pesan

if TYPE_CHECKING:
    import xlwings as xw

_RUJUKAN = re.compile(r"=(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)")


def rujukan(sheet: str, row: int, column: int) -> str:
    """Return the address of a cell as formulas name it: 'T-C.33'!$O$8."""
    return "'{}'!${}${}".format(sheet.replace("'", "''"), column_letters(column), row)


def baca_rujukan(formula: str) -> tuple[str, int, int] | None:
    """Return the sheet, row and column that such a formula names; None where the cell is gone."""
    match = _RUJUKAN.fullmatch(formula)
    if match is None:
        return None
    quoted, plain, letters, row = match.groups()
    return quoted.replace("''", "'") if quoted else plain, int(row), column_number(letters)


def tautan(sheet: str, row: int, column: int, tampak: str = "") -> str:
    """Return the formula of a link to a cell that follows the cell when rows are inserted.

    It shows `tampak`, else the address at which the cell is.
    """
    cell = rujukan(sheet, row, column)
    where = f"ADDRESS(ROW({cell}),COLUMN({cell}),4)"
    target = "#'{}'!".format(sheet.replace("'", "''")).replace('"', '""')
    shown = '"{}"'.format(tampak.replace('"', '""')) if tampak else where
    return f'=HYPERLINK("{target}"&{where},{shown})'


def teks(isi: str) -> str | None:
    """Return a text as it is to be written so that Excel takes it for nothing but a text.

    Excel would turn "=..." into a formula and "2.17.01" into a time of day.
    """
    return "'" + isi if isi else None


def tambah(book: xw.Book, name: str) -> xw.Sheet:
    """Add a sheet behind all that are seen. Raises Pesan where the workbook takes none."""
    try:
        return excel.tambah_lembar(book, name)
    except Exception as error:
        raise Pesan(
            Teks(
                "Selaras tidak dapat menambah lembar: struktur buku kerja ini dilindungi. Buka "
                "dulu perlindungannya (Tinjau > Lindungi Buku Kerja).",
                "Selaras cannot add a sheet: the structure of this workbook is protected. Take "
                "the protection off first (Review > Protect Workbook).",
            )
        ) from error


def tutup(sheet: xw.Sheet, penanda: str) -> None:
    """Give a store its mark, by which it is known again, and hide it."""
    sheet.range("A1").value = teks(penanda)
    excel.sembunyikan_sangat(sheet)


def cari(book: xw.Book, name: str, penanda: str) -> xw.Sheet | None:
    """Return the store of that name; None where there is none, or it is the user's own."""
    for sheet in book.sheets:
        if sheet.name == name and sheet.range("A1").value == penanda:
            return sheet
    return None


def hapus(book: xw.Book, name: str, penanda: str) -> None:
    """Take a store out of the workbook."""
    sheet = cari(book, name, penanda)
    if sheet is not None:
        # Excel does not delete a sheet that is very hidden.
        sheet.visible = True
        sheet.delete()
