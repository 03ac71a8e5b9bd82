"""A list from a file for one run: read as `nomenclature add` would, and kept nowhere.

Read once in a process; children that are forked later have it without reading it again.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import Nomenklatur
    from selaras.nomenklatur.load import LoadedList

#: What tells a file from the name of a stored list, which may well have a slash in it.
_FILE_ENDINGS = (
    ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".htm", ".html",
)  # fmt: skip


def is_file(text: str, folder: str = "") -> bool:
    """Tell whether the text names a file, seen from `folder`, and not a stored list."""
    if text.lower().endswith(_FILE_ENDINGS):
        return True
    return os.path.dirname(text) != "" and os.path.isfile(os.path.join(folder, text))


def load_list(path: str) -> Nomenklatur:
    """Return the list that a file holds, named after it. Raises GagalMuat where it gives none."""
    return _read_once(path)[0]


def load_contents(path: str) -> LoadedList:
    """Return what the file gave, with what was not in order. Raises GagalMuat."""
    return _read_once(path)[1]


@lru_cache(maxsize=2)
def _read_once(path: str) -> tuple[Nomenklatur, LoadedList]:
    from selaras.nomenklatur.edition import find_years
    from selaras.nomenklatur.load import load_file, name_list
    from selaras.nomenklatur.memory import build_nomenklatur

    loaded = load_file(path)
    name = name_list(path)
    entries = (entry for entry, _ in loaded.entries)
    return (
        build_nomenklatur(
            entries, loaded.successors, name, find_years(name), sub_width=loaded.sub_width
        ),
        loaded,
    )
