"""Lists of official names by code: loaded by the user, kept in the user's data folder.

`open_list` gives rules and functions the list that belongs to a year. Nothing is imported, and no
file is opened, before a list is known to be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.nomenklatur.one_off import is_file, load_list
from selaras.nomenklatur.place import find_lists_file, has_lists
from selaras.values.text import Text

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import Nomenklatur

__all__ = ["NOT_LOADED", "choose_list", "list_stored_names", "open_list"]

NOT_LOADED = Text("nomenklatur belum dimuat", "no nomenclature is loaded")


def open_list(name: str | None = None, year: int | None = None) -> Nomenklatur | None:
    """Return the list of that name or file, else the one for that year; None without any."""
    found = choose_list(name, year)
    return None if isinstance(found, Text) else found


def choose_list(name: str | None = None, year: int | None = None) -> Nomenklatur | Text:
    """Return the list of that name or file, else the one for that year, or why there is none.

    Without a name, of the lists that say that they are for the year the one that the user chose
    comes first, then the newest; then the chosen one, then one without years. A list that says
    that it is for other years does not serve unasked: that a code is missing there would mean
    nothing.
    """
    if name is not None and is_file(name):
        from selaras.nomenklatur.load import LoadError

        try:
            return load_list(name)
        except LoadError as failure:
            return failure.message
    if not has_lists():
        return NOT_LOADED
    from selaras.nomenklatur.store import ListStore, StoreError

    try:
        return ListStore(find_lists_file()).find_list(name, year)
    except StoreError as error:
        return error.message


def list_stored_names() -> list[str]:
    """Return the names of all stored lists. Raises SimpananRusak where they cannot be read."""
    if not has_lists():
        return []
    from selaras.nomenklatur.store import ListStore

    return [known.name for known in ListStore(find_lists_file()).list_stored()]
