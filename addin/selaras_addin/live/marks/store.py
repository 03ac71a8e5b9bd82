"""The very hidden sheet `_selaras`: what must outlast a click, a save and a restart.

The first row says what was checked, the workbook or one sheet. Each finding that has a cell is a
row. Where it lies is kept as a formula (`='T-C.33'!$O$8`), so
that Excel itself moves it along when rows are inserted, sheets renamed or cells cut and pasted;
when the cell is deleted the formula says #REF! and the row is passed over. One block read brings
it all back. The sheet is read neither by a check in Excel nor by one of the saved file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from selaras.recognise.own_sheets import PENANDA_SIMPANAN
from selaras.values.a1 import Area, address
from selaras.values.finding import Severity
from selaras_addin.live.excel import grid, hidden_sheets

if TYPE_CHECKING:
    import xlwings as xw

NAMA = "_selaras"
_KOLOM = 6
#: Where the sheet stands that alone was checked.
_LEMBAR = "B1"


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


def simpan(book: xw.Book, findings: Iterable[Tersimpan], lembar: str | None = None) -> None:
    """Keep these findings in place of those that were kept, also where there are none.

    `lembar` is the sheet that alone was asked for. Raises Pesan, with all as it was, where the
    workbook lets no sheet go or come.
    """
    rows = list(findings)
    hapus(book)
    sheet = hidden_sheets.tambah(book, NAMA)
    akhir = len(rows) + 1
    grid.rentang(sheet, Area(1, 2, akhir, _KOLOM)).value = [
        [None] * (_KOLOM - 1),
        *(
            [
                hidden_sheets.teks(isi)
                for isi in (row.severity.value, row.code, row.message, row.advice, row.note)
            ]
            for row in rows
        ),
    ]
    if rows:
        grid.rentang(sheet, Area(2, 1, akhir, 1)).formula = [
            ["=" + hidden_sheets.rujukan(row.sheet, row.row, row.column)] for row in rows
        ]
    if lembar is not None:
        sheet.range(_LEMBAR).formula = "=" + hidden_sheets.rujukan(lembar, 1, 1)
    hidden_sheets.tutup(sheet, PENANDA_SIMPANAN)


def ambil(book: xw.Book) -> list[Tersimpan]:
    """Return what was kept, with the cells where they are now; empty before any check."""
    sheet = hidden_sheets.cari(book, NAMA, PENANDA_SIMPANAN)
    if sheet is None:
        return []
    akhir = grid.terpakai(sheet).bottom
    if akhir < 2:
        return []
    found: list[Tersimpan] = []
    for formula, tingkat, *isi in grid.rumus(grid.rentang(sheet, Area(2, 1, akhir, _KOLOM))):
        place = hidden_sheets.baca_rujukan(formula)
        if place is not None and tingkat in tuple(Severity):
            found.append(Tersimpan(*place, Severity(tingkat), *isi))
    return found


def ada(book: xw.Book) -> bool:
    """Tell whether the workbook was checked, and its marks were not cleared since."""
    return hidden_sheets.cari(book, NAMA, PENANDA_SIMPANAN) is not None


def read_checked_sheet(book: xw.Book) -> str | None:
    """Return the sheet that alone was checked, by its name now; None for the whole workbook."""
    sheet = hidden_sheets.cari(book, NAMA, PENANDA_SIMPANAN)
    ((formula,),) = [[""]] if sheet is None else grid.rumus(sheet.range(_LEMBAR))
    place = hidden_sheets.baca_rujukan(formula)
    return place[0] if place else None


def hapus(book: xw.Book) -> None:
    """Take the sheet out of the workbook."""
    hidden_sheets.hapus(book, NAMA, PENANDA_SIMPANAN)
