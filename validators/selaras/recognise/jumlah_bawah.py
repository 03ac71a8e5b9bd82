"""Sums that stand below what they sum: "Jumlah Program X", "Sub Jumlah", "Jumlah 2.17.01 X".

They belong to the row that they name. Where that row has no amount of its own, theirs is its
amount; where it has one, both must agree (`penjumlahan.periksa_jumlah_bawah`). Those that name no
row are linked once the tree stands (`nameless_sums`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selaras.kode import Kode, kode_di_awal
from selaras.lipat import lipat
from selaras.model.row import Jenis, Row
from selaras.pola import Pola

_AWAL = Pola(
    r"\W*(?:(?:sub\W*)?(?:jumlah|total)|jml|subtotal)\b[\s:.\-–]*(.*)", re.IGNORECASE | re.DOTALL
)
_TINGKAT = ("sub kegiatan ", "kegiatan ", "program ", "bidang urusan ", "urusan ")
#: Names that are cut short, or end in another word, are the same from this length on.
CUKUP_PANJANG = 24


def nama_dijumlahkan(text: str) -> str | None:
    """Return what a label says that it sums: "Program X", or "" for "Sub Jumlah"; None for others.

    A row of the hierarchy may be named so as well: whether it is one, the rows above tell.
    """
    found = _AWAL.fullmatch(text) if text[:1] in "JjSsTt( " else None
    return " ".join(found[1].split()).strip(" ()") if found else None


def cari_atasan(rows: Sequence[Row], name: str, kode: Kode | None, *, berkode: bool) -> Row | None:
    """Return the nearest row above that a sum below names by its code or its name; else None.

    Where rows carry no codes, one that fills in nothing but its name may be meant, too.
    """
    split = kode_di_awal(name)
    if split is not None and kode is None:
        kode, name = split[0].kode, split[1]
    own = lipat(name)
    if kode is None and not _tanpa_tingkat(own):
        return None
    loosely: Row | None = None
    for row in reversed(rows):
        if row.jenis is not Jenis.POKOK and (berkode or not _berjenjang(row)):
            continue
        if kode is not None:
            if row.kode == kode:
                return row
            continue
        other = lipat(row.nama)
        # A program and its kegiatan may bear one name, but for the level before it.
        if own == other:
            return row
        if loosely is None and _senama(own, other):
            loosely = row
    return loosely


def _berjenjang(row: Row) -> bool:
    """Tell whether a line that fills in its name only names a program or what is below one."""
    return row.jenis is Jenis.JUDUL and lipat(row.nama).startswith(_TINGKAT)


def _tanpa_tingkat(folded: str) -> str:
    """Return a folded name without the level before it: "program x" is "x"."""
    for level in _TINGKAT:
        if folded.startswith(level):
            return folded.removeprefix(level)
    return folded


def _senama(one: str, other: str) -> bool:
    """Tell whether folded names are one, where one is cut short or only one names the level."""
    plain, bare = _tanpa_tingkat(one), _tanpa_tingkat(other)
    if one != plain and other != bare and one[:4] != other[:4]:
        return False
    short, long = sorted((plain, bare), key=len)
    return short == long or (len(short) >= CUKUP_PANJANG and long.startswith(short))


def kaitkan(row: Row, atasan: Row) -> None:
    """Make a row the sum of one above it, which has its amounts from there where it has none."""
    row.jenis = Jenis.JUMLAH
    row.induk = atasan
    atasan.jenis = Jenis.POKOK
    atasan.lanjutan = [*atasan.lanjutan, row]
