"""One table on its sheet: title, head, rows to fill in, total, signature, page."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.workbook import Workbook

from selaras_templates.formulas.results import Isi
from selaras_templates.layout.places import Tata
from selaras_templates.setting import Setelan

from . import head, lights, page, validation
from .canvas import Kanvas, Lembar
from .rows import PenulisBaris, RumusKolom
from .style import Gaya


def tulis_lembar(
    book: Workbook,
    gaya: Gaya,
    tata: Tata,
    setelan: Setelan,
    isi: Isi,
    tautan: Mapping[str, str],
    *,
    bernomenklatur: bool,
) -> None:
    """Add the sheet of a table to a workbook.

    `tautan`: formulas, without "=", that columns are filled in with by their key.
    `bernomenklatur`: codes are chosen from a list of official ones.
    """
    sheet = book.add_worksheet(tata.spec.name, worksheet_class=Lembar)
    kanvas = Kanvas(sheet, gaya, tata, setelan)
    for place, width in enumerate(tata.widths):
        sheet.set_column(place, place, width)
    formulas = RumusKolom(tata, tautan)
    head.judul(kanvas)
    head.kepala(kanvas)
    head.tabel(kanvas, (*formulas.printed.values(), *formulas.bantu))
    PenulisBaris(kanvas, formulas, isi).tulis()
    validation.pasang(sheet, tata, bernomenklatur=bernomenklatur)
    lights.pasang(kanvas)
    page.halaman(kanvas, page.tanda_tangan(kanvas))
