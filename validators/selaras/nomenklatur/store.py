"""The lists in the user's data folder: one SQLite file, changed only as a whole.

Each change is one transaction: a run that is killed leaves what was there before.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from selaras.nomenklatur.entry import EntryRow, KodeEntry, Nomenklatur, PlanYears, Rincian
from selaras.nomenklatur.keys import LAST_NUMBER, encode_kode
from selaras.nomenklatur.sql import StoreError, make_folder, open_database, read_version
from selaras.values.text import Text

__all__ = ["ListStore", "NewList", "StoreError", "StoredList", "choose_stored"]

#: How many codes are asked for at a time: SQLite allows 999 in its older versions.
_ASKED_AT_ONCE = 900
#: From so many codes on, reading the whole list is quicker than looking for each.
_MANY = 2_000


class StoredList(NamedTuple):
    """A stored list, without its entries."""

    id: int
    name: str
    years: PlanYears | None
    sub_width: int
    kewenangan: frozenset[int]
    #: Name and SHA-256 of the file it came from, and the day it was added (UTC).
    sumber: str
    sha256: str
    added: str
    #: The user's choice for plans of any year that has no list of its own.
    is_chosen: bool


class NewList(NamedTuple):
    """A list to be stored."""

    name: str
    years: PlanYears | None
    sumber: str
    sha256: str
    added: str
    entries: Sequence[tuple[KodeEntry, Rincian]]
    #: Retired code to what replaced it.
    successors: Mapping[int, Sequence[int]]
    sub_width: int


class ListStore:
    """The stored lists. Every method raises SimpananRusak where the file cannot be used."""

    def __init__(self, path: str) -> None:
        self._path = path

    def list_stored(self) -> list[StoredList]:
        """Return all lists, by name."""
        if not os.path.isfile(self._path):
            return []
        with open_database(self._path) as connection:
            return _read_lists(connection)

    def find_list(self, name: str | None, year: int | None) -> Nomenklatur | Text:
        """Return the list to use, or why there is none; see `selaras.nomenklatur.choose_list`."""
        chosen = choose_stored(self.list_stored(), name, year)
        return chosen if isinstance(chosen, Text) else self.open_list(chosen)

    def open_list(self, stored: StoredList) -> Nomenklatur:
        """Return a list to ask for codes."""
        return Nomenklatur(
            stored.name,
            stored.years,
            _StoredSource(self._path, stored),
            kewenangan=stored.kewenangan,
            sub_width=stored.sub_width,
        )

    def add(self, new: NewList) -> StoredList:
        """Store a list in place of any of the same name."""
        make_folder(self._path)
        with open_database(self._path, writable=True) as connection:
            before = _read_lists(connection)
            old = next((d for d in before if d.name.casefold() == new.name.casefold()), None)
            if old is not None:
                _delete_list(connection, old.id)
            number = _write_list(connection, new, is_chosen=old is not None and old.is_chosen)
            return next(d for d in _read_lists(connection) if d.id == number)

    def choose(self, stored: StoredList) -> None:
        """Make a list the one in use."""
        with open_database(self._path, writable=True) as connection:
            connection.execute("UPDATE daftar SET dipakai = (id = ?)", (stored.id,))

    def count_entries(self, stored: StoredList) -> int:
        """Return how many entries a list has."""
        with open_database(self._path) as connection:
            query = "SELECT count(*) FROM entri WHERE daftar = ?"
            return int(connection.execute(query, (stored.id,)).fetchone()[0])


def choose_stored(
    lists: Sequence[StoredList], name: str | None, year: int | None
) -> StoredList | Text:
    """Return the list of that name, else the one for the year, or why there is none."""
    if name is not None:
        named = next((d for d in lists if d.name.casefold() == name.casefold()), None)
        missing = Text(
            f"tidak ada nomenklatur bernama “{name}”", f"there is no nomenclature named “{name}”"
        )
        return named or missing
    if not lists:
        return Text("nomenklatur belum dimuat", "no nomenclature is loaded")
    if year is None:
        return choose_default(lists)
    for_year = [d for d in lists if d.years is not None and year in d.years]
    if for_year:
        return choose_default(for_year)
    others = [d for d in lists if d.is_chosen] or [d for d in lists if d.years is None]
    if others:
        return choose_default(others)
    years = ", ".join(f"{d.name} ({d.years})" for d in lists)
    return Text(
        f"tidak ada nomenklatur untuk tahun {year}; yang dimuat: {years}",
        f"there is no nomenclature for {year}; loaded: {years}",
    )


def choose_default(lists: Sequence[StoredList]) -> StoredList:
    """Return the list that the user chose, else the one for the latest years, or added last."""
    return max(lists, key=lambda d: (d.is_chosen, d.years or (), d.id))


class _StoredSource:
    """The entries of one stored list."""

    def __init__(self, path: str, stored: StoredList) -> None:
        self._path = path
        self._id = stored.id
        self._successors: dict[int, list[int]] | None = None

    def read_entries(self, numbers: Sequence[int]) -> list[EntryRow]:
        """Return the entries of these codes; of very many codes all that there are."""
        if len(numbers) > _MANY:
            return self.read_between(0, LAST_NUMBER)
        rows: list[EntryRow] = []
        with open_database(self._path) as connection:
            for start in range(0, len(numbers), _ASKED_AT_ONCE):
                part = numbers[start : start + _ASKED_AT_ONCE]
                marks = ",".join("?" * len(part))
                query = f"{_ENTRY_QUERY} WHERE daftar = ? AND kunci IN ({marks})"
                rows += connection.execute(query, (self._id, *part))
        return rows

    def read_between(self, first: int, last: int) -> list[EntryRow]:
        """Return the entries whose numbers lie between, both included, in order."""
        query = f"{_ENTRY_QUERY} WHERE daftar = ? AND kunci BETWEEN ? AND ? ORDER BY kunci, jenis"
        with open_database(self._path) as connection:
            return connection.execute(query, (self._id, first, last)).fetchall()

    def find_successors(self, number: int) -> Sequence[int]:
        """Return what replaced a retired code."""
        if self._successors is None:
            self._successors = {}
            with open_database(self._path) as connection:
                query = "SELECT lama, baru FROM penerus WHERE daftar = ?"
                for old, new in connection.execute(query, (self._id,)):
                    self._successors.setdefault(old, []).append(new)
        return self._successors.get(number, ())

    def read_rincian(self, number: int, kind: int) -> Rincian:
        """Return what the list says besides of one entry."""
        query = """SELECT kinerja, spm, keterangan FROM entri
            WHERE daftar = ? AND kunci = ? AND jenis = ?"""
        with open_database(self._path) as connection:
            found = connection.execute(query, (self._id, number, kind)).fetchone()
        return Rincian(*found) if found else Rincian()


_ENTRY_QUERY = "SELECT kunci, jenis, nama, indikator, satuan FROM entri"


def _read_lists(connection: sqlite3.Connection) -> list[StoredList]:
    if not read_version(connection):
        return []
    query = """SELECT id, nama, tahun_awal, tahun_akhir, lebar_sub, kewenangan, sumber, sha256,
        ditambahkan, dipakai FROM daftar ORDER BY nama COLLATE NOCASE"""
    return [
        StoredList(
            number,
            name,
            None if first is None else PlanYears(first, last),
            width,
            frozenset(map(int, authorities)),
            source,
            digest,
            added,
            bool(used),
        )
        for number, name, first, last, width, authorities, source, digest, added, used in (
            connection.execute(query)
        )
    ]


def _delete_list(connection: sqlite3.Connection, number: int) -> None:
    for table in ("entri", "penerus"):
        connection.execute(f"DELETE FROM {table} WHERE daftar = ?", (number,))
    connection.execute("DELETE FROM daftar WHERE id = ?", (number,))


def _write_list(connection: sqlite3.Connection, new: NewList, *, is_chosen: bool) -> int:
    authorities = {e.kode.parts[3] for e, _ in new.entries if len(e.kode.parts) > 3}
    years = new.years or (None, None)
    cursor = connection.execute(
        "INSERT INTO daftar (nama, tahun_awal, tahun_akhir, lebar_sub, kewenangan, sumber, sha256,"
        " ditambahkan, dipakai) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.name,
            *years,
            new.sub_width,
            "".join(map(str, sorted(authorities))),
            new.sumber,
            new.sha256,
            new.added,
            int(is_chosen),
        ),
    )
    number = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO entri VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, encode_kode(e.kode), int(e.kind), e.name, e.indikator, e.measure, *besides)
            for e, besides in new.entries
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO penerus VALUES (?, ?, ?)",
        ((number, old, new) for old, news in new.successors.items() for new in news),
    )
    return number
