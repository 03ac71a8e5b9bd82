"""Rows held against the official names of their codes.

A name is the official one whatever its case, spaces and punctuation. What regions always write in
a way of their own (their own name for "Kabupaten/Kota", "SKPD" for "Perangkat Daerah", well-known
short forms) makes it no other name, only one to be put right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import islice
from typing import TYPE_CHECKING

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.values.finding import Fix
from selaras.values.fold import lipat, mirip
from selaras.values.kode_reading import Kode, SalahKode, Tingkat

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import Baris, Entri

#: Where a code is damaged so, its numbers are a guess.
_TERKAAN = frozenset(
    (SalahKode.HURUF, SalahKode.ANGKA_EXCEL, SalahKode.TANGGAL, SalahKode.NOL, SalahKode.LEBAR)
)


class Beda(Enum):
    """How a written name stands to the official one."""

    SAMA = auto()
    EJAAN = auto()  #: the same name, written otherwise
    LAIN = auto()  #: another name


def per_tabel(work: Work) -> Iterator[tuple[Table, Sequence[Row], Sequence[Baris | None]]]:
    """Yield each table with its rows whose codes are sure, and what the nomenclature says of them.

    None where it says nothing.
    """
    by_table = [_berkode_pasti(table) for table in work.tables]
    codes = [row.kode for rows in by_table for row in rows if row.kode is not None]
    found = iter(_resmi(work, codes))
    for table, rows in zip(work.tables, by_table, strict=True):
        yield table, rows, list(islice(found, len(rows)))


def _berkode_pasti(table: Table) -> list[Row]:
    """Return the rows of the hierarchy whose codes are sure."""
    return [
        row
        for row in table.susunan.kode_rows
        if row.baca is not None and (row.baca.salah is None or row.baca.salah not in _TERKAAN)
    ]


def _resmi(work: Work, kodes: Sequence[Kode]) -> Sequence[Baris | None]:
    if work.nomenklatur is None:
        return [None] * len(kodes)
    # Here, because what keeps lists is loaded only where there are some.
    from selaras.nomenklatur.entry import JenisPemda

    kind = work.setting.pemda.jenis
    if kind is None:
        jenis = JenisPemda.SEMUA
    else:
        jenis = JenisPemda.KABKOT if kind in ("kabupaten", "kota") else JenisPemda.PROV
    return work.nomenklatur.find_rows(kodes, jenis)


def kode_di(kode: Kode, entry: Entri) -> Kode:
    """Return the code of an entry in the bidang urusan of another code: X.XX stands for it."""
    return Kode(kode.bagian[:2] + entry.kode.bagian[2:], entry.kode.lebar_sub)


def pemilik_nama(nama: str, entries: Iterable[Entri]) -> Entri | None:
    """Return the one entry whose official name this is, a slip of the pen aside; else None."""
    known = list(entries)
    exact = [entry for entry in known if sama(nama, entry.nama)]
    found = exact or [entry for entry in known if mirip(nama, entry.nama) >= _SALAH_KETIK]
    return found[0] if len(found) == 1 else None


def usulan_kode(row: Row, kode: Kode) -> Fix | None:
    """Return the change of a row's code cell to this code, written as the row writes codes.

    None where the code stands in several cells, or another row has it already.
    Never safe: that the name is right and the code wrong remains the user's to say.
    """
    if row.baca is None:
        return None
    if any(other.kode == kode for other in row.table.susunan.kode_rows):
        return None
    written = kode.kanonik(row.baca.gaya.digit_sub or kode.lebar_sub)
    return row.fix_kode(written)


def paling_mirip(nama: str, entries: Iterable[Entri]) -> Entri | None:
    """Return the entry whose name is most like this one; None where none comes near."""
    written = _lazim(lipat(nama))
    rated = [(mirip(written, _lazim(lipat(entry.nama))), entry) for entry in entries]
    likeness, entry = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return entry if likeness >= _DEKAT else None


def sama(a: str, b: str) -> bool:
    """Tell whether two texts are the same but for case, spaces, punctuation, "dan" and "&"."""
    return a == b or _rapat(lipat(a)) == _rapat(lipat(b))


def bedakan(tertulis: str, resmi: str, tingkat: Tingkat, ambang: float) -> Beda:
    """Return how a written name stands to the official one; `ambang` is a likeness of 0 to 1."""
    if sama(tertulis, resmi):
        return Beda.SAMA
    written, official = (_tanpa_sebutan(lipat(text), tingkat) for text in (tertulis, resmi))
    if _rapat(written) == _rapat(official):
        return Beda.SAMA
    # Their names are headings, which every region words as it likes.
    if tingkat <= Tingkat.BIDANG_URUSAN:
        return Beda.EJAAN
    usual_written, usual_official = _lazim(written), _lazim(official)
    if tingkat is Tingkat.PROGRAM:
        usual_written = _URUSAN_DAERAH.sub("", usual_written)
        usual_official = _URUSAN_DAERAH.sub("", usual_official)
    if mirip(written, official) >= ambang or mirip(usual_written, usual_official) >= ambang:
        return Beda.EJAAN
    # The official name with a remark, or cut short by a narrow cell.
    short, long = sorted((_rapat(usual_written), _rapat(usual_official)), key=len)
    if len(short) >= _TERPENDEK and short in long:
        return Beda.EJAAN
    return Beda.LAIN


#: Likeness of two names of which one is the other with a slip of the pen.
_SALAH_KETIK = 0.95
#: Likeness from which a name is worth a look.
_DEKAT = 0.7
#: A shorter piece of a name may stand in many names.
_TERPENDEK = 15

_SEBUTAN = {
    Tingkat.URUSAN: "urusan pemerintahan|urusan",
    Tingkat.BIDANG_URUSAN: "urusan pemerintahan bidang|bidang urusan pemerintahan|bidang urusan"
    "|urusan bidang|urusan pemerintahan|urusan|bidang",
    Tingkat.PROGRAM: "program",
    Tingkat.KEGIATAN: "kegiatan",
    Tingkat.SUB_KEGIATAN: "sub kegiatan|subkegiatan",
}
_LANJUTAN = re.compile(r" lanjutan$")
#: Whose it is: the list says it in general, plans by name.
_DAERAH = re.compile(
    r"\b(?:(?:yang menjadi )?kewenangan |(?:di |pada )?(?:wilayah |daerah )?)?"
    r"(?:kabupaten kota|kabupaten|kota|provinsi)\b(?: \w+$)?"
)
#: The end of "program penunjang urusan pemerintahan daerah".
_URUSAN_DAERAH = re.compile(r" urusan(?: pemerintah(?:an)?)?(?: daerah)?$")
_SINGKATAN = {
    "skpd": "perangkat daerah",
    "opd": "perangkat daerah",
    "pd": "perangkat daerah",
    "asn": "aparatur sipil negara",
    "pns": "aparatur sipil negara",
    "sdm": "sumber daya manusia",
    "umkm": "usaha mikro kecil menengah",
    "ukm": "usaha kecil menengah",
    "bmd": "barang milik daerah",
    "spm": "standar pelayanan minimal",
}


def _rapat(folded: str) -> str:
    """Return a folded text without spaces, and without "dan", which lists glue to other words."""
    return folded.replace(" ", "").replace("dan", "")


def _tanpa_sebutan(folded: str, tingkat: Tingkat) -> str:
    """Leave out the word for the level in front, and that the row goes on from another page."""
    return _LANJUTAN.sub("", re.sub(rf"^(?:{_SEBUTAN[tingkat]}) ", "", folded))


def _lazim(folded: str) -> str:
    """Return a folded name in its usual words: short forms written out, no region."""
    words = [_SINGKATAN.get(word, word) for word in folded.split() if word != "dan"]
    return " ".join(_DAERAH.sub(" ", " ".join(words)).split())
