"""From a file of the user's to the entries of a list, with what was not as it should be."""

from __future__ import annotations

import os

from selaras.nomenklatur.load.cells import GagalMuat, baca_berkas
from selaras.nomenklatur.load.heads import cari_kepala, kolom_rencana
from selaras.nomenklatur.load.rows import Muatan, Pembaca
from selaras.report.words import clean
from selaras.values.text import Teks

__all__ = ["GagalMuat", "Muatan", "muat", "nama_berkas"]


def nama_berkas(path: str) -> str:
    """Return the name that a list has from its file, on one line."""
    return clean(" ".join(os.path.splitext(os.path.basename(path))[0].split()))


def muat(path: str) -> Muatan:
    """Return what a workbook or text file says of codes; all its sheets together.

    Rows that cannot be used are left out and told of. Raises GagalMuat, with a sentence for the
    user, for a file that cannot be read or in which nothing is a nomenclature.
    """
    source = baca_berkas(path)
    reader = Pembaca()
    plan = None
    for sheet in source.sheets:
        head = cari_kepala(sheet)
        if head is None:
            continue
        plan = plan or kolom_rencana(sheet, head)
        reader.read(sheet, head)
    if plan is not None:
        raise GagalMuat(
            Teks(
                f"Berkas ini berkolom “{plan}”: tampaknya rencana, bukan daftar nomenklatur.",
                f"This file has a column “{plan}”: it seems to be a plan, not a nomenclature.",
            )
        )
    if not reader.entri:
        raise GagalMuat(
            Teks(
                "Tidak ada nomenklatur di berkas ini: perlu baris judul dengan kolom kode dan "
                "kolom nama (atau nomenklatur, uraian), lalu kode seperti 2.17.01.2.01.0001.",
                "There is no nomenclature in this file: it needs a head with a column of codes "
                "(kode) and one of names (nama, nomenklatur or uraian), then codes such as "
                "2.17.01.2.01.0001.",
            )
        )
    return reader.selesai(source.sha256)
