"""Build a workbook: from its kind and settings to the bytes of an xlsx file."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction

from xlsxwriter.workbook import Workbook

from selaras.tables import BY_NAME

from .archive import rapikan
from .formulas.links import tautan
from .formulas.results import Hitungan, Isi
from .layout.places import Tata, susun
from .setting import MACAM, Setelan
from .sheets import guide, nomenklatur, settings
from .sheets.nomenklatur import Resmi
from .sheets.style import HURUF, Gaya
from .sheets.table import tulis_lembar

#: Fixed, so that the same workbook is the same bytes whenever it is built.
_DIBUAT = datetime(2024, 1, 1)
#: The sheets before the tables.
_DEPAN = (guide.NAMA, settings.NAMA)
#: What part of the rows of a table with codes another one needs: one that adds up by numbers, and
#: one without levels. Empty, their signature block is whole on one page.
_BERNOMOR, _TANPA_TINGKAT = Fraction(1, 5), Fraction(1, 9)


def bangun(
    macam: str,
    setelan: Setelan,
    isi: Mapping[str, Isi] | None = None,
    resmi: Sequence[Resmi] = (),
    nama_resmi: str = "",
) -> bytes:
    """Return the workbook of a kind; tables named in `isi` come filled in, row for row.

    `resmi` are the entries of a nomenclature, of that name, that codes are looked up in.
    """
    filled = isi or {}
    kind = MACAM[macam]
    tables = {
        name: _susun(name, setelan, filled.get(name), bersatuan=bool(resmi)) for name in kind.tables
    }
    raw = io.BytesIO()
    book = Workbook(raw, {"in_memory": True})
    book.set_properties(
        {"title": kind.judul.id, "author": setelan.opd, "comments": "", "created": _DIBUAT}
    )
    book.formats[0].set_font_name(HURUF)
    book.formats[0].set_font_size(10)
    gaya = Gaya(book)
    guide.tulis(book, gaya, kind.judul.id)
    units = sorted({entry.satuan for entry in resmi if entry.satuan})
    lit = [
        (tata, Hitungan(tata, filled.get(name, Isi())).count_lit()) for name, tata in tables.items()
    ]
    settings.tulis(book, gaya, setelan, lit, units)
    for name, tata in tables.items():
        official = nomenklatur.rumus_resmi(tata) if resmi else {}
        # What the plan itself says of a code counts more than what the list says.
        links = tautan(tata, tables, lebih_dulu=official)
        rows = filled.get(name, Isi())
        tulis_lembar(book, gaya, tata, setelan, rows, links, bernomenklatur=bool(resmi))
    if resmi:
        nomenklatur.tulis(book, resmi, nama_resmi)
    settings.nama_terdefinisi(book)
    book.close()
    before = len(_DEPAN)
    free = {
        place: range(tata.pertama, tata.batas)
        for place, tata in enumerate(tables.values(), before + 1)
    }
    return rapikan(raw.getvalue(), free)


def _susun(name: str, setelan: Setelan, isi: Isi | None, *, bersatuan: bool) -> Tata:
    spec = BY_NAME[name]
    if isi is not None:
        return susun(spec, setelan, len(isi.rows), bersatuan=bersatuan)
    kunci = susun(spec, setelan, setelan.row_count).key_column
    part = {"kode": Fraction(1), "no": _BERNOMOR}.get(kunci, _TANPA_TINGKAT)
    return susun(spec, setelan, max(int(setelan.row_count * part), 3), bersatuan=bersatuan)
