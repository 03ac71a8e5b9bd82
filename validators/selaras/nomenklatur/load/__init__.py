"""From a file of the user's to the entries of a list, with what was not as it should be."""

from __future__ import annotations

import os

from selaras.nomenklatur.load.cells import LoadError, read_list_file
from selaras.nomenklatur.load.heads import find_head, find_plan_column
from selaras.nomenklatur.load.rows import ListReader, LoadedList
from selaras.report.words import clean
from selaras.values.text import Text

__all__ = ["LoadError", "LoadedList", "load_file", "name_list"]


def name_list(path: str) -> str:
    """Return the name that a list has from its file, on one line."""
    return clean(" ".join(os.path.splitext(os.path.basename(path))[0].split()))


def load_file(path: str) -> LoadedList:
    """Return what a workbook or text file says of codes; all its sheets together.

    Rows that cannot be used are left out and told of. Raises GagalMuat, with a sentence for the
    user, for a file that cannot be read or in which nothing is a nomenclature.
    """
    source = read_list_file(path)
    reader = ListReader()
    plan = None
    for sheet in source.sheets:
        head = find_head(sheet)
        if head is None:
            continue
        plan = plan or find_plan_column(sheet, head)
        reader.read(sheet, head)
    if plan is not None:
        raise LoadError(
            Text(
                f"Berkas ini berkolom “{plan}”: tampaknya rencana, bukan daftar nomenklatur.",
                f"This file has a column “{plan}”: it seems to be a plan, not a nomenclature.",
            )
        )
    if not reader.entries:
        raise LoadError(
            Text(
                "Tidak ada nomenklatur di berkas ini: perlu baris judul dengan kolom kode dan "
                "kolom nama (atau nomenklatur, uraian), lalu kode seperti 2.17.01.2.01.0001.",
                "There is no nomenclature in this file: it needs a head with a column of codes "
                "(kode) and one of names (nama, nomenklatur or uraian), then codes such as "
                "2.17.01.2.01.0001.",
            )
        )
    return reader.finish(source.sha256)
