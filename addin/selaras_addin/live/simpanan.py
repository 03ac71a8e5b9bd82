"""The very hidden sheet `_selaras`: what must outlast a click, a save and a restart.

Each finding that has a cell is a row. Where it lies is kept as a formula (`='T-C.33'!$O$8`), so
that Excel itself moves it along when rows are inserted, sheets renamed or cells cut and pasted;
when the cell is deleted the formula says #REF! and the row is passed over. One block read brings
it all back. The sheet is read neither by a check in Excel nor by one of the saved file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from selaras.a1 import Area, address, column_number
from selaras.finding import Severity
from selaras.recognise.sendiri import PENANDA_SIMPANAN
from selaras.teks import Teks
from selaras_addin.live import excel
from selaras_addin.live.tampil import Pesan

if TYPE_CHECKING:
    import xlwings as xw

NAMA = "_selaras"
_KOLOM = 6
_RUJUKAN = re.compile(r"=(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)")


class Tersimpan(NamedTuple):
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


def rujukan(sheet: str, row: int, column: int) -> str:
    """Return the address of a cell as formulas name it: 'T-C.33'!$O$8."""
    kolom, baris = re.fullmatch(r"([A-Z]+)(\d+)", address(row, column)).groups()  # type: ignore[union-attr]
    return "'{}'!${}${}".format(sheet.replace("'", "''"), kolom, baris)


def teks(isi: str) -> str | None:
    """Return a text as it is to be written so that Excel takes it for nothing but a text.

    Excel would turn "=..." into a formula and "2.17.01" into a time of day.
    """
    return "'" + isi if isi else None


def simpan(book: xw.Book, findings: Iterable[Tersimpan]) -> None:
    """Keep these findings in place of those that were kept."""
    rows = list(findings)
    hapus(book)
    if not rows:
        return
    try:
        sheet = book.sheets.add(NAMA, after=book.sheets[-1])
    except Exception as error:
        raise Pesan(
            Teks(
                "Selaras tidak dapat menambah lembar: struktur buku kerja ini dilindungi. Buka "
                "dulu perlindungannya (Tinjau > Lindungi Buku Kerja).",
                "Selaras cannot add a sheet: the structure of this workbook is protected. Take "
                "the protection off first (Review > Protect Workbook).",
            )
        ) from error
    akhir = len(rows) + 1
    excel.rentang(sheet, Area(1, 2, akhir, _KOLOM)).value = [
        [None] * (_KOLOM - 1),
        *(
            [teks(isi) for isi in (row.severity.value, row.code, row.message, row.advice, row.note)]
            for row in rows
        ),
    ]
    excel.rentang(sheet, Area(2, 1, akhir, 1)).formula = [
        ["=" + rujukan(row.sheet, row.row, row.column)] for row in rows
    ]
    sheet.range("A1").value = teks(PENANDA_SIMPANAN)
    excel.sembunyikan_sangat(sheet)


def ambil(book: xw.Book) -> list[Tersimpan]:
    """Return what was kept, with the cells where they are now; empty before any check."""
    sheet = _lembar(book)
    if sheet is None:
        return []
    akhir = excel.terpakai(sheet).bottom
    if akhir < 2:
        return []
    found: list[Tersimpan] = []
    for formula, tingkat, *isi in excel.rumus(excel.rentang(sheet, Area(2, 1, akhir, _KOLOM))):
        place = _RUJUKAN.fullmatch(formula)
        if place is None or tingkat not in tuple(Severity):
            continue
        quoted, plain, column, row = place.groups()
        name = quoted.replace("''", "'") if quoted else plain
        found.append(Tersimpan(name, int(row), column_number(column), Severity(tingkat), *isi))
    return found


def hapus(book: xw.Book) -> None:
    """Take the sheet out of the workbook."""
    sheet = _lembar(book)
    if sheet is not None:
        # Excel does not delete a sheet that is very hidden.
        sheet.visible = True
        sheet.delete()


def _lembar(book: xw.Book) -> xw.Sheet | None:
    for sheet in book.sheets:
        if sheet.name == NAMA and sheet.range("A1").value == PENANDA_SIMPANAN:
            return sheet
    return None
