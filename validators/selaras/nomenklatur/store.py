"""The lists in the user's data folder: one SQLite file, changed only as a whole.

Each change is one transaction: a run that is killed leaves what was there before.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from selaras.nomenklatur.entry import Baris, Entri, Nomenklatur, Rincian, Tahun
from selaras.nomenklatur.keys import TERAKHIR, kunci
from selaras.nomenklatur.sql import SimpananRusak, buka, siapkan_folder, versi
from selaras.values.text import Teks

__all__ = ["Daftar", "DaftarBaru", "Simpanan", "SimpananRusak", "pilih_daftar"]

#: How many codes are asked for at a time: SQLite allows 999 in its older versions.
_SEKALI = 900
#: From so many codes on, reading the whole list is quicker than looking for each.
_BANYAK = 2_000


class Daftar(NamedTuple):
    """A stored list, without its entries."""

    id: int
    nama: str
    years: Tahun | None
    lebar_sub: int
    kewenangan: frozenset[int]
    #: Name and SHA-256 of the file it came from, and the day it was added (UTC).
    sumber: str
    sha256: str
    ditambahkan: str
    #: The user's choice for plans of any year that has no list of its own.
    dipakai: bool


class DaftarBaru(NamedTuple):
    """A list to be stored."""

    nama: str
    years: Tahun | None
    sumber: str
    sha256: str
    ditambahkan: str
    entri: Sequence[tuple[Entri, Rincian]]
    #: Retired code to what replaced it.
    penerus: Mapping[int, Sequence[int]]
    lebar_sub: int


class Simpanan:
    """The stored lists. Every method raises SimpananRusak where the file cannot be used."""

    def __init__(self, path: str) -> None:
        self._path = path

    def list_stored(self) -> list[Daftar]:
        """Return all lists, by name."""
        if not os.path.isfile(self._path):
            return []
        with buka(self._path) as connection:
            return _semua(connection)

    def find_list(self, nama: str | None, tahun: int | None) -> Nomenklatur | Teks:
        """Return the list to use, or why there is none; see `selaras.nomenklatur.pilih`."""
        chosen = pilih_daftar(self.list_stored(), nama, tahun)
        return chosen if isinstance(chosen, Teks) else self.open_list(chosen)

    def open_list(self, daftar: Daftar) -> Nomenklatur:
        """Return a list to ask for codes."""
        return Nomenklatur(
            daftar.nama,
            daftar.years,
            _Tersimpan(self._path, daftar),
            kewenangan=daftar.kewenangan,
            lebar_sub=daftar.lebar_sub,
        )

    def tambah(self, baru: DaftarBaru) -> Daftar:
        """Store a list in place of any of the same name."""
        siapkan_folder(self._path)
        with buka(self._path, menulis=True) as connection:
            before = _semua(connection)
            old = next((d for d in before if d.nama.casefold() == baru.nama.casefold()), None)
            if old is not None:
                _hapus(connection, old.id)
            number = _tulis(connection, baru, dipakai=old is not None and old.dipakai)
            return next(d for d in _semua(connection) if d.id == number)

    def pakai(self, daftar: Daftar) -> None:
        """Make a list the one in use."""
        with buka(self._path, menulis=True) as connection:
            connection.execute("UPDATE daftar SET dipakai = (id = ?)", (daftar.id,))

    def count_entries(self, daftar: Daftar) -> int:
        """Return how many entries a list has."""
        with buka(self._path) as connection:
            query = "SELECT count(*) FROM entri WHERE daftar = ?"
            return int(connection.execute(query, (daftar.id,)).fetchone()[0])


def pilih_daftar(lists: Sequence[Daftar], nama: str | None, tahun: int | None) -> Daftar | Teks:
    """Return the list of that name, else the one for the year, or why there is none."""
    if nama is not None:
        named = next((d for d in lists if d.nama.casefold() == nama.casefold()), None)
        missing = Teks(
            f"tidak ada nomenklatur bernama “{nama}”", f"there is no nomenclature named “{nama}”"
        )
        return named or missing
    if not lists:
        return Teks("nomenklatur belum dimuat", "no nomenclature is loaded")
    if tahun is None:
        return bawaan(lists)
    for_year = [d for d in lists if d.years is not None and tahun in d.years]
    if for_year:
        return bawaan(for_year)
    others = [d for d in lists if d.dipakai] or [d for d in lists if d.years is None]
    if others:
        return bawaan(others)
    years = ", ".join(f"{d.nama} ({d.years})" for d in lists)
    return Teks(
        f"tidak ada nomenklatur untuk tahun {tahun}; yang dimuat: {years}",
        f"there is no nomenclature for {tahun}; loaded: {years}",
    )


def bawaan(lists: Sequence[Daftar]) -> Daftar:
    """Return the list that the user chose, else the one for the latest years, or added last."""
    return max(lists, key=lambda d: (d.dipakai, d.years or (), d.id))


class _Tersimpan:
    """The entries of one stored list."""

    def __init__(self, path: str, daftar: Daftar) -> None:
        self._path = path
        self._id = daftar.id
        self._successors: dict[int, list[int]] | None = None

    def read_entries(self, numbers: Sequence[int]) -> list[Baris]:
        """Return the entries of these codes; of very many codes all that there are."""
        if len(numbers) > _BANYAK:
            return self.antara(0, TERAKHIR)
        rows: list[Baris] = []
        with buka(self._path) as connection:
            for start in range(0, len(numbers), _SEKALI):
                part = numbers[start : start + _SEKALI]
                marks = ",".join("?" * len(part))
                query = f"{_ENTRI} WHERE daftar = ? AND kunci IN ({marks})"
                rows += connection.execute(query, (self._id, *part))
        return rows

    def antara(self, first: int, last: int) -> list[Baris]:
        """Return the entries whose numbers lie between, both included, in order."""
        query = f"{_ENTRI} WHERE daftar = ? AND kunci BETWEEN ? AND ? ORDER BY kunci, jenis"
        with buka(self._path) as connection:
            return connection.execute(query, (self._id, first, last)).fetchall()

    def find_successors(self, number: int) -> Sequence[int]:
        """Return what replaced a retired code."""
        if self._successors is None:
            self._successors = {}
            with buka(self._path) as connection:
                query = "SELECT lama, baru FROM penerus WHERE daftar = ?"
                for old, new in connection.execute(query, (self._id,)):
                    self._successors.setdefault(old, []).append(new)
        return self._successors.get(number, ())

    def read_rincian(self, number: int, jenis: int) -> Rincian:
        """Return what the list says besides of one entry."""
        query = """SELECT kinerja, spm, keterangan FROM entri
            WHERE daftar = ? AND kunci = ? AND jenis = ?"""
        with buka(self._path) as connection:
            found = connection.execute(query, (self._id, number, jenis)).fetchone()
        return Rincian(*found) if found else Rincian()


_ENTRI = "SELECT kunci, jenis, nama, indikator, satuan FROM entri"


def _semua(connection: sqlite3.Connection) -> list[Daftar]:
    if not versi(connection):
        return []
    query = """SELECT id, nama, tahun_awal, tahun_akhir, lebar_sub, kewenangan, sumber, sha256,
        ditambahkan, dipakai FROM daftar ORDER BY nama COLLATE NOCASE"""
    return [
        Daftar(
            number,
            name,
            None if first is None else Tahun(first, last),
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


def _hapus(connection: sqlite3.Connection, number: int) -> None:
    for table in ("entri", "penerus"):
        connection.execute(f"DELETE FROM {table} WHERE daftar = ?", (number,))
    connection.execute("DELETE FROM daftar WHERE id = ?", (number,))


def _tulis(connection: sqlite3.Connection, baru: DaftarBaru, *, dipakai: bool) -> int:
    authorities = {e.kode.bagian[3] for e, _ in baru.entri if len(e.kode.bagian) > 3}
    years = baru.years or (None, None)
    cursor = connection.execute(
        "INSERT INTO daftar (nama, tahun_awal, tahun_akhir, lebar_sub, kewenangan, sumber, sha256,"
        " ditambahkan, dipakai) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            baru.nama,
            *years,
            baru.lebar_sub,
            "".join(map(str, sorted(authorities))),
            baru.sumber,
            baru.sha256,
            baru.ditambahkan,
            int(dipakai),
        ),
    )
    number = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO entri VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, kunci(e.kode), int(e.jenis), e.nama, e.indikator, e.satuan, *besides)
            for e, besides in baru.entri
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO penerus VALUES (?, ?, ?)",
        ((number, old, new) for old, news in baru.penerus.items() for new in news),
    )
    return number
