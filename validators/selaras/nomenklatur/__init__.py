"""Lists of official names by code: loaded by the user, kept in the user's data folder.

`buka` gives rules and functions the list that belongs to a year. Nothing is imported, and no file
is opened, before a list is known to be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.nomenklatur.one_off import dari_berkas, sebuah_berkas
from selaras.nomenklatur.place import berkas, tersimpan
from selaras.values.text import Teks

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import Nomenklatur

__all__ = ["BELUM_DIMUAT", "buka", "nama_tersimpan", "pilih"]

BELUM_DIMUAT = Teks("nomenklatur belum dimuat", "no nomenclature is loaded")


def buka(nama: str | None = None, tahun: int | None = None) -> Nomenklatur | None:
    """Return the list of that name or file, else the one for that year; None without any."""
    found = pilih(nama, tahun)
    return None if isinstance(found, Teks) else found


def pilih(nama: str | None = None, tahun: int | None = None) -> Nomenklatur | Teks:
    """Return the list of that name or file, else the one for that year, or why there is none.

    Without a name, of the lists that say that they are for the year the one that the user chose
    comes first, then the newest; then the chosen one, then one without years. A list that says
    that it is for other years does not serve unasked: that a code is missing there would mean
    nothing.
    """
    if nama is not None and sebuah_berkas(nama):
        from selaras.nomenklatur.load import GagalMuat

        try:
            return dari_berkas(nama)
        except GagalMuat as gagal:
            return gagal.pesan
    if not tersimpan():
        return BELUM_DIMUAT
    from selaras.nomenklatur.store import Simpanan, SimpananRusak

    try:
        return Simpanan(berkas()).find_list(nama, tahun)
    except SimpananRusak as error:
        return error.pesan


def nama_tersimpan() -> list[str]:
    """Return the names of all stored lists. Raises SimpananRusak where they cannot be read."""
    if not tersimpan():
        return []
    from selaras.nomenklatur.store import Simpanan

    return [known.nama for known in Simpanan(berkas()).list_stored()]
