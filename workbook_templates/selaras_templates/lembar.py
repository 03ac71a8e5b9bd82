"""One table on its sheet: title, head, rows to fill in, total, signature, page."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.workbook import Workbook

from . import halaman, kepala, nyala, validasi
from .baris import PenulisBaris, RumusKolom
from .gaya import Gaya
from .hitung import Isi
from .kanvas import Kanvas, Lembar
from .setelan import Setelan
from .tata import Tata


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
    for place, width in enumerate(tata.lebar):
        sheet.set_column(place, place, width)
    formulas = RumusKolom(tata, tautan)
    kepala.judul(kanvas)
    kepala.kepala(kanvas)
    kepala.tabel(kanvas, (*formulas.cetak.values(), *formulas.bantu))
    PenulisBaris(kanvas, formulas, isi).tulis()
    validasi.pasang(sheet, tata, bernomenklatur=bernomenklatur)
    nyala.pasang(kanvas)
    halaman.halaman(kanvas, halaman.tanda_tangan(kanvas))
