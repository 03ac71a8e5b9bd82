"""The sheet on which a workbook says whose plan it is; the engine reads it in every check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.nomenklatur.place import folder
from selaras.recognise.own_sheets import SETTINGS_TITLE
from selaras.recognise.settings_sheet import SETTING_ENTRIES, SHEET_TITLES
from selaras.values.a1 import Area
from selaras.values.fold import fold
from selaras.values.text import Language, Text
from selaras_addin.live.excel import grid, hidden_sheets, worksheets

if TYPE_CHECKING:
    import xlwings as xw

#: The first cell to fill in.
FIRST_ENTRY = "B4"
_FIRST_ROW = 4
_YELLOW = "#FFF2CC"


def find_settings_sheet(book: xw.Book) -> xw.Sheet | None:
    """Return the sheet of settings: ours, or that of a template."""
    seen = (sheet for sheet in book.sheets if grid.read_state(sheet) == 0)
    return worksheets.find_titled(seen, lambda title: fold(title) in SHEET_TITLES)


def add_settings_sheet(book: xw.Book, language: Language) -> xw.Sheet:
    """Add the sheet, with nothing filled in."""
    free = "pengaturan" not in worksheets.list_names(book)
    name = "Pengaturan" if free else hidden_sheets.find_free_name(book, SETTINGS_TITLE)
    sheet = hidden_sheets.add_store(book, name)
    intro = Text(
        "Isi kotak kuning. Yang kosong dibaca dari judul dan kepala tabel.",
        "Fill in the yellow boxes. What is blank is read from titles and heads.",
    )
    last = _FIRST_ROW + len(SETTING_ENTRIES) - 1
    grid.find_range(sheet, Area(1, 1, 2, 1)).value = [
        [hidden_sheets.quote_text(SETTINGS_TITLE)],
        [hidden_sheets.quote_text(intro.say_in(language))],
    ]
    grid.find_range(sheet, Area(_FIRST_ROW, 1, last, 3)).value = [
        [
            hidden_sheets.quote_text(entry.label.say_in(language)),
            None,
            hidden_sheets.quote_text(entry.say_guide(language)),
        ]
        for entry in SETTING_ENTRIES
    ]
    more = Text(
        "Pengaturan lain (nomenklatur, toleransi, ambang, aturan yang dipakai) ada di berkas "
        f"selaras.toml di folder {folder()}.",
        "Other settings (nomenclature, tolerance, thresholds, rules to use) are in the file "
        f"selaras.toml in the folder {folder()}.",
    )
    sheet.range((last + 2, 1)).value = hidden_sheets.quote_text(more.say_in(language))
    for column, width in ((1, 30), (2, 42), (3, 60)):
        sheet.range((1, column)).column_width = width
    grid.find_range(sheet, Area(_FIRST_ROW, 1, last, 1)).font.bold = True
    boxes = grid.find_range(sheet, Area(_FIRST_ROW, 2, last, 2))
    boxes.color = _YELLOW
    boxes.horizontal_alignment = "left"
    # The code of an agency must stay a text.
    boxes.number_format = "@"
    hints = grid.find_range(sheet, Area(_FIRST_ROW, 3, last, 3))
    hints.wrap_text = True
    grid.find_range(sheet, Area(_FIRST_ROW, 1, last, 3)).vertical_alignment = "top"
    title = sheet.range("A1")
    title.font.bold = True
    title.font.size = 14
    return sheet
