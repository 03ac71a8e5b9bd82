"""A list from a file for one run: read as `nomenclature add` would, and kept nowhere.

Read once in a process; children that are forked later have it without reading it again.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import Nomenklatur
    from selaras.nomenklatur.load import Muatan

#: What tells a file from the name of a stored list, which may well have a slash in it.
_AKHIRAN = (
    ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".htm", ".html",
)  # fmt: skip


def sebuah_berkas(text: str, folder: str = "") -> bool:
    """Tell whether the text names a file, seen from `folder`, and not a stored list."""
    if text.lower().endswith(_AKHIRAN):
        return True
    return os.path.dirname(text) != "" and os.path.isfile(os.path.join(folder, text))


def dari_berkas(path: str) -> Nomenklatur:
    """Return the list that a file holds, named after it. Raises GagalMuat where it gives none."""
    return _dibaca(path)[0]


def muatan(path: str) -> Muatan:
    """Return what the file gave, with what was not in order. Raises GagalMuat."""
    return _dibaca(path)[1]


@lru_cache(maxsize=2)
def _dibaca(path: str) -> tuple[Nomenklatur, Muatan]:
    from selaras.nomenklatur.edition import tahun_dari
    from selaras.nomenklatur.load import muat, nama_berkas
    from selaras.nomenklatur.memory import dari_entri

    loaded = muat(path)
    name = nama_berkas(path)
    entries = (entry for entry, _ in loaded.entri)
    return (
        dari_entri(entries, loaded.penerus, name, tahun_dari(name), lebar_sub=loaded.lebar_sub),
        loaded,
    )
