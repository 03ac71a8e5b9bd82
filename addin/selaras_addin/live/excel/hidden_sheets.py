"""Very hidden sheets in which the add-in keeps things, and cells named so that Excel moves them.

A cell is kept as a formula (`='T-C.33'!$O$8`): rows may be inserted, sheets renamed and cells cut
and pasted, and it still says where the cell is; when the cell is deleted it says #REF!.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selaras.values.a1 import column_letters, column_number
from selaras.values.text import Teks
from selaras_addin.live.excel import grid, worksheets
from selaras_addin.live.excel.messages import Pesan

if TYPE_CHECKING:
    import xlwings as xw

#: Excel takes no longer text in a cell, and none longer that stands in a formula.
_TERPANJANG, _TERPANJANG_DI_RUMUS = 32_767, 255

_TERLINDUNG = Teks(
    "Selaras tidak dapat menambah atau menghapus lembar: struktur buku kerja ini dilindungi. Buka "
    "dulu perlindungannya (Tinjau > Lindungi Buku Kerja).",
    "Selaras cannot add or delete a sheet: the structure of this workbook is protected. Take the "
    "protection off first (Review > Protect Workbook).",
)
_DIBAGIKAN = Teks(
    "Buku kerja ini dipakai bersama (Bagikan Buku Kerja), dan Excel lalu tidak mengizinkan tanda, "
    "tabel, dan penghapusan lembar. Hentikan dulu pemakaian bersamanya (Tinjau > Bagikan Buku "
    "Kerja), atau periksa salinannya.",
    "This is a shared workbook, in which Excel allows no marks, no tables and no deleting of "
    "sheets. Stop sharing it first (Review > Share Workbook), or check a copy.",
)

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
    tampak = tampak[:_TERPANJANG_DI_RUMUS]
    shown = '"{}"'.format(tampak.replace('"', '""')) if tampak else where
    return f'=HYPERLINK("{target}"&{where},{shown})'


def teks(isi: str) -> str | None:
    """Return a text as it is to be written so that Excel takes it for nothing but a text.

    Excel would turn "=..." into a formula and "2.17.01" into a time of day. What Excel has no room
    for is cut off.
    """
    return "'" + isi[:_TERPANJANG] if isi else None


def nama_bebas(book: xw.Book, wanted: str) -> str:
    """Return a name for a sheet that no other has: the one wanted, else "wanted (2)"."""
    taken = worksheets.nama(book)
    name, number = wanted, 2
    while name.casefold() in taken:
        name, number = f"{wanted} ({number})", number + 1
    return name


def ganti(book: xw.Book, lama: xw.Sheet | None, wanted: str) -> str:
    """Return the name for a new sheet: that of an older one, which goes, or one that is free."""
    if lama is None:
        return nama_bebas(book, wanted)
    name = lama.name
    buang(lama)
    return name


def tambah(book: xw.Book, name: str) -> xw.Sheet:
    """Add a sheet behind all that are seen, under another name where that one is taken.

    Raises Pesan where the workbook takes none.
    """
    if worksheets.dibagikan(book):
        raise Pesan(_DIBAGIKAN)
    try:
        return worksheets.tambah(book, nama_bebas(book, name))
    except Exception as error:
        raise Pesan(_TERLINDUNG) from error


def buang(sheet: xw.Sheet) -> None:
    """Delete a sheet of Selaras. Raises Pesan where the workbook lets none go."""
    try:
        worksheets.hapus(sheet)
    except Exception as error:
        shared = worksheets.dibagikan(sheet.book)
        raise Pesan(_DIBAGIKAN if shared else _TERLINDUNG) from error


def tutup(sheet: xw.Sheet, penanda: str) -> None:
    """Give a store its mark, by which it is known again, and hide it."""
    sheet.range("A1").value = teks(penanda)
    grid.sembunyikan_sangat(sheet)


def cari(book: xw.Book, name: str, penanda: str) -> xw.Sheet | None:
    """Return the store of that name; None where there is none, or it is the user's own."""
    named = (sheet for sheet in book.sheets if bernama(sheet, name))
    return worksheets.berjudul(named, lambda title: title == penanda)


def bernama(sheet: xw.Sheet, wanted: str) -> bool:
    """Tell whether a sheet has the name that was wanted for it, numbered or not."""
    return re.fullmatch(rf"{re.escape(wanted)}(?: \(\d+\))?", sheet.name) is not None


def hapus(book: xw.Book, name: str, penanda: str) -> None:
    """Take a store out of the workbook. Raises Pesan where the workbook lets none go."""
    sheet = cari(book, name, penanda)
    if sheet is not None:
        buang(sheet)
