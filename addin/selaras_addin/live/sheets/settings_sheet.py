"""The sheet on which a workbook says whose plan it is; the engine reads it in every check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.nomenklatur.place import folder
from selaras.recognise.own_sheets import JUDUL_PENGATURAN
from selaras.recognise.settings_sheet import ISIAN, JUDUL
from selaras.values.a1 import Area
from selaras.values.fold import lipat
from selaras.values.text import Bahasa, Teks
from selaras_addin.live.excel import grid, hidden_sheets, worksheets

if TYPE_CHECKING:
    import xlwings as xw

#: The first cell to fill in.
PERTAMA = "B4"
_PERTAMA = 4
_KUNING = "#FFF2CC"


def cari(book: xw.Book) -> xw.Sheet | None:
    """Return the sheet of settings: ours, or that of a template."""
    seen = (sheet for sheet in book.sheets if grid.keadaan(sheet) == 0)
    return worksheets.berjudul(seen, lambda title: lipat(title) in JUDUL)


def tulis(book: xw.Book, bahasa: Bahasa) -> xw.Sheet:
    """Add the sheet, with nothing filled in."""
    free = "pengaturan" not in worksheets.nama(book)
    name = "Pengaturan" if free else hidden_sheets.nama_bebas(book, JUDUL_PENGATURAN)
    sheet = hidden_sheets.tambah(book, name)
    intro = Teks(
        "Isi kotak kuning. Yang kosong dibaca dari judul dan kepala tabel.",
        "Fill in the yellow boxes. What is blank is read from titles and heads.",
    )
    last = _PERTAMA + len(ISIAN) - 1
    grid.rentang(sheet, Area(1, 1, 2, 1)).value = [
        [hidden_sheets.teks(JUDUL_PENGATURAN)],
        [hidden_sheets.teks(intro.dalam(bahasa))],
    ]
    grid.rentang(sheet, Area(_PERTAMA, 1, last, 3)).value = [
        [
            hidden_sheets.teks(entry.label.dalam(bahasa)),
            None,
            hidden_sheets.teks(entry.panduan(bahasa)),
        ]
        for entry in ISIAN
    ]
    more = Teks(
        "Pengaturan lain (nomenklatur, toleransi, ambang, aturan yang dipakai) ada di berkas "
        f"selaras.toml di folder {folder()}.",
        "Other settings (nomenclature, tolerance, thresholds, rules to use) are in the file "
        f"selaras.toml in the folder {folder()}.",
    )
    sheet.range((last + 2, 1)).value = hidden_sheets.teks(more.dalam(bahasa))
    for column, width in ((1, 30), (2, 42), (3, 60)):
        sheet.range((1, column)).column_width = width
    grid.rentang(sheet, Area(_PERTAMA, 1, last, 1)).font.bold = True
    boxes = grid.rentang(sheet, Area(_PERTAMA, 2, last, 2))
    boxes.color = _KUNING
    boxes.horizontal_alignment = "left"
    # The code of an agency must stay a text.
    boxes.number_format = "@"
    hints = grid.rentang(sheet, Area(_PERTAMA, 3, last, 3))
    hints.wrap_text = True
    grid.rentang(sheet, Area(_PERTAMA, 1, last, 3)).vertical_alignment = "top"
    title = sheet.range("A1")
    title.font.bold = True
    title.font.size = 14
    return sheet
