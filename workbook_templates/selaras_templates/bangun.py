"""Build a workbook: from its kind and settings to the bytes of an xlsx file."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime

from xlsxwriter.workbook import Workbook

from selaras.tables import BY_NAME

from . import pengaturan, petunjuk
from .arsip import rapikan
from .gaya import HURUF, Gaya
from .hitung import Isi
from .lembar import tulis_lembar
from .setelan import MACAM, Setelan
from .tata import Tata, susun
from .tautan import tautan

#: Fixed, so that the same workbook is the same bytes whenever it is built.
_DIBUAT = datetime(2024, 1, 1)
#: Tables without levels need fewer rows.
_SEPERTIGA = 3


def bangun(macam: str, setelan: Setelan, isi: Mapping[str, Isi] | None = None) -> bytes:
    """Return the workbook of a kind; tables named in `isi` come filled in, row for row."""
    filled = isi or {}
    kind = MACAM[macam]
    tables = {name: _susun(name, setelan, filled.get(name)) for name in kind.tabel}
    raw = io.BytesIO()
    book = Workbook(raw, {"in_memory": True})
    book.set_properties(
        {"title": kind.judul.id, "author": setelan.opd, "comments": "", "created": _DIBUAT}
    )
    book.formats[0].set_font_name(HURUF)
    book.formats[0].set_font_size(10)
    gaya = Gaya(book)
    petunjuk.tulis(book, gaya, kind.judul.id)
    pengaturan.tulis(book, gaya, setelan, tuple(tables.values()))
    for name, tata in tables.items():
        links = tautan(tata, tables)
        tulis_lembar(book, gaya, tata, setelan, filled.get(name, Isi()), links)
    pengaturan.nama_terdefinisi(book)
    book.close()
    return rapikan(raw.getvalue())


def _susun(name: str, setelan: Setelan, isi: Isi | None) -> Tata:
    if isi is not None:
        return susun(BY_NAME[name], setelan, len(isi.baris))
    spec = BY_NAME[name]
    coded = any(kolom.key == "kode" for kolom in spec.columns if kolom.cetak)
    return susun(spec, setelan, setelan.baris if coded else setelan.baris // _SEPERTIGA)
