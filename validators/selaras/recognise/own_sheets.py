"""Sheets that Selaras itself puts into a workbook: a list of findings is no plan to be checked."""

from __future__ import annotations

import re

from selaras.model.book import Book, Sheet
from selaras.model.work import Dilewati
from selaras.values.text import Teks

#: What stands in the first cell of the sheet that lists the findings.
JUDUL_TEMUAN = "Temuan Selaras"
#: ... of a sheet that sets two plans side by side; more words follow.
JUDUL_BANDINGAN = "Bandingan Selaras"
#: ... of the guide that the add-in puts into a workbook
JUDUL_PANDUAN = "Panduan Selaras"
#: ... of the sheet on which the workbook says whose plan it is (`lembar_pengaturan` reads it)
JUDUL_PENGATURAN = "Pengaturan Selaras"
#: ... and of the hidden sheet in which the add-in keeps what it needs between two clicks.
PENANDA_SIMPANAN = "selaras/1"

_JUDUL = (JUDUL_TEMUAN, JUDUL_BANDINGAN, JUDUL_PANDUAN, JUDUL_PENGATURAN, PENANDA_SIMPANAN)
_PERTAMA = re.compile(rf"(?:{'|'.join(_JUDUL)})\b")
_ALASAN = Teks("lembar buatan Selaras", "a sheet made by Selaras")


def buatan_selaras(first: object) -> bool:
    """Tell by what its first cell holds whether a sheet was made by Selaras."""
    return isinstance(first, str) and _PERTAMA.match(first) is not None


def pisahkan(book: Book) -> tuple[Book, list[Dilewati]]:
    """Return the workbook without such sheets, and these as left out: hidden is nothing of it."""
    own = [sheet for sheet in book.sheets if _milik(sheet)]
    if not own:
        return book, []
    rest = tuple(sheet for sheet in book.sheets if sheet not in own)
    return book._replace(sheets=rest), [Dilewati(sheet.name, _ALASAN) for sheet in own]


def _milik(sheet: Sheet) -> bool:
    return buatan_selaras(sheet.value(1, 1))
