"""Sums that stand below what they sum: "Jumlah Program X", "Sub Jumlah", "Jumlah 2.17.01 X".

They belong to the row that they name. Where that row has no amount of its own, theirs is its
amount; where it has one, both must agree (`penjumlahan.periksa_jumlah_bawah`). Those that name no
row are linked once the tree stands (`nameless_sums`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selaras.model.row import Jenis, Row
from selaras.values.fold import lipat
from selaras.values.kode_reading import Kode, Tingkat, kode_di_awal
from selaras.values.lazy_regex import Pola

_AWAL = Pola(
    r"\W*(?:(?:sub\W*)?(?:jumlah|total)|jml|subtotal)\b[\s:.\-–]*(.*)", re.IGNORECASE | re.DOTALL
)
_TINGKAT = {
    "sub kegiatan ": Tingkat.SUB_KEGIATAN,
    "kegiatan ": Tingkat.KEGIATAN,
    "program ": Tingkat.PROGRAM,
    "bidang urusan ": Tingkat.BIDANG_URUSAN,
    "urusan ": Tingkat.URUSAN,
}
_AWAL_TINGKAT = tuple(_TINGKAT)
#: Names that are cut short, or end in another word, are the same from this length on.
CUKUP_PANJANG = 24


def nama_dijumlahkan(text: str) -> str | None:
    """Return what a label says that it sums: "Program X", or "" for "Sub Jumlah"; None for others.

    A row of the hierarchy may be named so as well: whether it is one, the rows above tell.
    """
    found = _AWAL.fullmatch(text) if text[:1] in "JjSsTt( " else None
    return " ".join(found[1].split()).strip(" ()") if found else None


def cari_atasan(rows: Sequence[Row], name: str, kode: Kode | None, *, berkode: bool) -> Row | None:
    """Return the row above that a sum below names by its code or its name; None for none.

    A kegiatan and its sub kegiatan may bear one name: the level that the sum names chooses, else
    what stands below them. Of several it is the nearest, and one whose name is the same to the
    word. Where rows carry no codes, one that fills in nothing but its name may be meant, too.
    """
    split = kode_di_awal(name)
    if split is not None and kode is None:
        kode, name = split[0].kode, split[1]
    own = lipat(name)
    if kode is None and not _tanpa_tingkat(own):
        return None
    level = _tingkat_disebut(own)
    loosely: Row | None = None
    unfit: Row | None = None
    below: Row | None = None
    for row in reversed(rows):
        if row.jenis is not Jenis.POKOK and (berkode or not _berjenjang(row)):
            continue
        if kode is not None:
            if row.kode == kode:
                return row
            continue
        if unfit is not None and _di_luar(row, unfit):
            break
        other = lipat(row.nama)
        # A program and its kegiatan may bear one name, but for the level before it.
        same = own == other
        if same or (loosely is None and _senama(own, other)):
            if not _cocok(row, level, below):
                unfit = unfit or row
            elif same:
                return row
            else:
                loosely = row
        below = row
    return loosely or unfit


def _tingkat_disebut(folded: str) -> Tingkat | None:
    """Return the level that a folded name begins with."""
    return next((level for word, level in _TINGKAT.items() if folded.startswith(word)), None)


def _cocok(row: Row, level: Tingkat | None, below: Row | None) -> bool:
    """Tell whether a row may be summed below: it is of the level named, or has rows below it."""
    if row.tingkat is None:
        return True
    if level is not None:
        return row.tingkat is level
    if row.rincian or row.tingkat is not Tingkat.SUB_KEGIATAN:
        return True
    return below is not None and below.tingkat is not None and below.tingkat > row.tingkat


def _di_luar(row: Row, found: Row) -> bool:
    """Tell whether a row stands neither above nor beside another in the tree."""
    if row.kode is None or found.kode is None:
        return True
    return row.kode.bagian[:3] != found.kode.bagian[:3]


def _berjenjang(row: Row) -> bool:
    """Tell whether a line that fills in its name only names a program or what is below one."""
    return row.jenis is Jenis.JUDUL and lipat(row.nama).startswith(_AWAL_TINGKAT)


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
