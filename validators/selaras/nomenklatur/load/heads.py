"""Which columns a sheet has: told by the words of its head, wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from selaras.model.book import Value
from selaras.values.fold import lipat
from selaras.values.kode import Tingkat
from selaras.values.kode_reading import BacaKode, baca_kode, kode_di_awal

#: A row's number and its cells by column.
Baris = tuple[int, Mapping[int, Value]]


class Lembar(NamedTuple):
    """A sheet as rows of cells that are not blank."""

    nama: str
    rows: list[Baris]


class Peran(StrEnum):
    """What a column holds."""

    KODE = "kode"
    NAMA = "nama"
    BAGIAN = "bagian"  #: one part of a code that is split over columns
    TINGKAT = "tingkat"
    INDIKATOR = "indikator"
    SATUAN = "satuan"
    KINERJA = "kinerja"
    SPM = "spm"
    SEBELUMNYA = "sebelumnya"
    JENIS = "jenis"
    KETERANGAN = "keterangan"


class Kepala(NamedTuple):
    """A head: the row after it, and where each thing stands."""

    #: Index, among the sheet's rows, of the first row below.
    mulai: int
    #: Columns of the code: several where it is split.
    kode: tuple[int, ...]
    nama: int
    #: Columns of code and name by level, where each level has its own pair.
    pairs: Mapping[Tingkat, tuple[int, int]]
    lain: Mapping[Peran, int]
    #: What stands in the head, folded, by column: a row that says the same is the head again.
    texts: Mapping[int, str]
    #: Columns that hold code and name in one cell, one for each level.
    gabungan: tuple[int, ...] = ()


_LIHAT_BARIS = 40
#: Rows below a head in which code and name must be seen to stand in one cell.
_LIHAT_ISI = 20
_TINGKAT = {
    "urusan": Tingkat.URUSAN,
    "bidang": Tingkat.BIDANG_URUSAN,
    "program": Tingkat.PROGRAM,
    "kegiatan": Tingkat.KEGIATAN,
    "giat": Tingkat.KEGIATAN,
    "sub": Tingkat.SUB_KEGIATAN,
    "subkegiatan": Tingkat.SUB_KEGIATAN,
    "subgiat": Tingkat.SUB_KEGIATAN,
}
#: Columns that plans have and lists have not.
_RENCANA = frozenset(("pagu", "anggaran", "realisasi", "lokasi", "dana", "rp", "rupiah"))
#: Words that say nothing of what a column holds.
_UMUM = frozenset(("daerah", "provinsi", "kabupaten", "kota", "dan", "pemerintah", "pemerintahan"))


def cari_kepala(sheet: Lembar) -> Kepala | None:
    """Return the head of a sheet, in one row or two; None when it has none."""
    for index in range(min(len(sheet.rows), _LIHAT_BARIS)):
        upper = _lipat_baris(sheet.rows[index])
        lower = _lipat_baris(sheet.rows[index + 1]) if index + 1 < len(sheet.rows) else {}
        parts = {c for c, text in lower.items() if _peran(text)[0] is Peran.BAGIAN}
        found = None
        if len(parts) > 2:
            # One "Kode" over the names of the levels: what stands below is more exact.
            both = {**upper, **{c: text for c, text in lower.items() if c in parts}}
            found = _susun(both, index + 2)
        found = found or _susun(upper, index + 1) or _gabungan(sheet, upper, index + 1)
        if found is not None:
            return found
    return None


def kolom_rencana(sheet: Lembar, head: Kepala) -> str | None:
    """Return the head of a column that only a plan has, as written; None when there is none."""
    above = sheet.rows[max(head.mulai - 2, 0) : head.mulai]
    for _, cells in above:
        for value in cells.values():
            if isinstance(value, str) and _RENCANA & set(lipat(value).split()):
                return " ".join(value.split())[:60]
    return None


def _lipat_baris(row: Baris) -> dict[int, str]:
    return {c: lipat(value) for c, value in row[1].items() if isinstance(value, str)}


def _susun(texts: Mapping[int, str], start: int) -> Kepala | None:
    """Return the head that these texts make; None when there is no code or no name."""
    codes: list[tuple[int, Tingkat | None]] = []
    names: list[tuple[int, Tingkat | None]] = []
    parts: list[int] = []
    others: dict[Peran, int] = {}
    for column, text in sorted(texts.items()):
        role, level = _peran(text)
        if role is Peran.KODE:
            codes.append((column, level))
        elif role is Peran.NAMA:
            names.append((column, level))
        elif role is Peran.BAGIAN:
            parts.append(column)
        elif role is not None:
            others.setdefault(role, column)
    pairs = _pasangan(codes, names)
    if len(parts) > 2 and names:
        return Kepala(start, tuple(parts), names[0][0], {}, others, texts)
    if not codes or not names:
        return None
    code, name = codes[0][0], names[0][0]
    # A head over several columns stands in the first of them; the code fills all up to the next.
    following = min((c for c in texts if c > code), default=code + 1)
    return Kepala(start, tuple(range(code, following)), name, pairs, others, texts)


def _gabungan(sheet: Lembar, texts: Mapping[int, str], start: int) -> Kepala | None:
    """Return the head over columns that each hold code and name in one cell, as SIPD exports them.

    None unless two levels at least have such a column: the rows below decide, not the words.
    """
    others: dict[Peran, int] = {}
    named: list[int] = []
    for column, text in sorted(texts.items()):
        role, level = _peran(text)
        if level is not None and role is not Peran.SEBELUMNYA:
            named.append(column)
        elif role is not None and role is not Peran.NAMA:
            others.setdefault(role, column)
    below = sheet.rows[start : start + _LIHAT_ISI]
    both = [c for c in named if any(pisah_kode_nama(cells.get(c)) for _, cells in below)]
    if len(both) < 2:
        return None
    return Kepala(start, (), both[-1], {}, others, texts, tuple(both))


def pisah_kode_nama(value: Value) -> tuple[BacaKode, str] | None:
    """Return the code that a cell begins with and the name after it; None where one is missing."""
    if not isinstance(value, str):
        return None
    first, _, rest = " ".join(value.split()).partition(" ")
    # A number without a point begins many a name ("24 jam").
    read = baca_kode(first.rstrip(":-")) if "." in first else None
    name = rest.lstrip(" -–:")
    if read is not None and name:
        return read, name
    return kode_di_awal(value)


def _pasangan(
    codes: list[tuple[int, Tingkat | None]], names: list[tuple[int, Tingkat | None]]
) -> dict[Tingkat, tuple[int, int]]:
    by_level = {level: column for column, level in names if level is not None}
    pairs = {
        level: (column, by_level[level])
        for column, level in codes
        if level is not None and level in by_level
    }
    return dict(sorted(pairs.items())) if len(pairs) > 1 else {}


def _peran(text: str) -> tuple[Peran | None, Tingkat | None]:
    """Return what a head with this text stands over, and of which level it speaks."""
    words = text.split()
    if not words or len(words) > 14:
        return None, None
    known = set(words)
    first = words[0]
    if known & {"sebelumnya", "lama", "semula", "asal"} and known & {"kode", "sebelumnya"}:
        return Peran.SEBELUMNYA, None
    if known & {"spm"} or text.startswith("standar pelayanan minimal"):
        return Peran.SPM, None
    if "pemda" in known or text.startswith(("jenis pemerintah", "jenis daerah")):
        return Peran.JENIS, None
    if first in ("kode", "kd") or text in ("no rekening", "nomor rekening", "rekening"):
        return Peran.KODE, _tingkat(words)
    if first in ("nama", "nomenklatur", "uraian", "nm") or known & {"nomenklatur"}:
        return Peran.NAMA, _tingkat(words)
    if first in ("level", "tingkat", "jenjang"):
        return Peran.TINGKAT, None
    if text == "definisi operasional":
        return Peran.KETERANGAN, None
    for role in (Peran.INDIKATOR, Peran.SATUAN, Peran.KINERJA, Peran.KETERANGAN):
        if first == role.value:
            return role, None
    bare = [word for word in words if word not in _UMUM]
    if bare and all(word in _TINGKAT for word in bare):
        level = _tingkat(words)
        return (Peran.BAGIAN, level) if level is not None else (Peran.NAMA, None)
    return None, None


def _tingkat(words: list[str]) -> Tingkat | None:
    """Return the level that the words name; None for none or for several."""
    named = [_TINGKAT[word] for word in words if word in _TINGKAT]
    if not named:
        return None
    # "Bidang urusan" and "sub kegiatan" name one level with two words.
    if named in ([Tingkat.BIDANG_URUSAN, Tingkat.URUSAN], [Tingkat.URUSAN, Tingkat.BIDANG_URUSAN]):
        return Tingkat.BIDANG_URUSAN
    if named == [Tingkat.SUB_KEGIATAN, Tingkat.KEGIATAN]:
        return Tingkat.SUB_KEGIATAN
    return named[0] if len(named) == 1 else None
