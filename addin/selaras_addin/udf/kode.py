"""Codes in cells: their canonical form, level, parent and official name."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from selaras.nomenklatur import BELUM_DIMUAT, builtin, pilih
from selaras.nomenklatur.place import berkas
from selaras.recognise.traits import kosong
from selaras.rules.kod.format import ALASAN
from selaras.values.kode_reading import (
    BacaKode,
    Kode,
    SalahKode,
    baca_kode,
    baca_kode_opd,
    kode_di_awal,
)
from selaras.values.text import Teks, pendek
from selaras_addin.excel_errors import Galat
from selaras_addin.udf.arrays import Hasil, Keliru, Larik, Sel, galat, larik, nilai
from selaras_addin.udf.split_kode import baca_terpecah, terpecah

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import Nomenklatur

#: What was read in one place: nothing, a code or what is wrong with it, or why there is none.
Terbaca: TypeAlias = "BacaKode | Teks | None"

#: What Excel made of a code: its number or date only hints at the code.
_DIUBAH_EXCEL = {
    SalahKode.ANGKA_EXCEL: Teks("tersimpan sebagai angka", "is stored as a number"),
    SalahKode.TANGGAL: Teks("tersimpan sebagai tanggal", "is stored as a date"),
}


def baca_semua(values: Sequence[Sel]) -> list[Terbaca]:
    """Return what each cell holds as a code, be it alone or before its name."""
    return [
        read or _tak_sendiri(value)
        for value, read in zip(values, map(baca_kode, values), strict=True)
    ]


def _tak_sendiri(value: Sel) -> Terbaca:
    """Return the code before a name in a cell, or why there is none; None where it is blank."""
    if value is None:
        return None
    if isinstance(value, Galat):
        return galat(value)
    if isinstance(value, str) and (found := kode_di_awal(value)):
        return found[0]
    return Teks(f"“{_potong(value)}” bukan kode.", f"“{_potong(value)}” is no code.")


def _potong(value: Sel) -> str:
    return pendek(" ".join(str(value).split()), 60)


def kode_larik(rows: Larik) -> list[list[Terbaca]]:
    """Return the codes of an array: cell by cell, or row by row where they are split."""
    if len(rows[0]) == 1:
        return [[one] for one in baca_semua([value for (value,) in rows])]
    if not terpecah(rows):
        return [baca_semua(row) for row in rows]
    return [[one] for one in baca_baris(rows)]


def baca_baris(rows: Larik) -> list[Terbaca]:
    """Return the code of each row of cells that hold one code together."""
    found: list[Terbaca] = []
    for row, read in zip(rows, baca_terpecah(rows), strict=True):
        if Galat in map(type, row):
            found.append(galat(next(value for value in row if isinstance(value, Galat))))
        elif read is not None or all(map(kosong, row)):
            found.append(read)
        else:
            filled = [value for value in row if not kosong(value)]
            alone = len(filled) == 1
            found += baca_semua(filled if alone else [" ".join(map(_potong, filled))])
    return found


def cacat(read: BacaKode) -> Teks | None:
    """Return what is wrong with how a code is written, as it follows "Kode ..."; None for nothing.

    Where the numbers are clear, or can be guessed, the right form is named.
    """
    if read.salah is None:
        return None
    changed = _DIUBAH_EXCEL.get(read.salah)
    told = changed or ALASAN[read.salah]
    if read.kode is None:
        return told
    if changed:
        return told + Teks(f"; mungkin maksudnya {read.kode}", f"; probably {read.kode}")
    return told + Teks(f"; seharusnya {read.kode}", f"; it should be {read.kode}")


def keliru(read: BacaKode) -> Teks:
    """Return why a code cannot be used whose numbers are not clear."""
    if kode_opd(read):
        return Teks(
            f"“{read.teks}” kode perangkat daerah, bukan kode program.",
            f"“{read.teks}” is the code of an agency, not of a program.",
        )
    written, told = _potong(read.teks), cacat(read) or Teks("", "")
    return Teks(f"Kode “{written}” {told.id}.", f"The code “{written}” {told.en}.")


def kode_opd(read: BacaKode) -> bool:
    """Tell whether what reads as no code is that of an agency."""
    return read.kode is None and baca_kode_opd(read.teks) is not None


def _tiap_kode(value: object, isi: Callable[[Kode], str | Teks]) -> Hasil:
    """Return what a function makes of each code; blanks stay blank, the rest is said in words."""
    return [[isi_kode(read, isi) for read in row] for row in kode_larik(larik(value))]


def isi_kode(read: Terbaca, isi: Callable[[Kode], str | float | Teks]) -> str | float:
    """Return what a function makes of a code; blanks stay blank, the rest is said in words."""
    if read is None:
        return ""
    if isinstance(read, Teks):
        return nilai(read)
    kode = kode_jelas(read)
    return nilai(isi(kode) if kode is not None else keliru(read))


def bentuk_baku(value: object) -> Hasil:
    """Return each code in its canonical form."""
    return _tiap_kode(value, str)


def tingkat(value: object) -> Hasil:
    """Return the level of each code."""
    return _tiap_kode(value, lambda kode: kode.tingkat.label)


def induk(value: object) -> Hasil:
    """Return the parent's code of each code; blank for an urusan, which has none."""
    return _tiap_kode(value, lambda kode: str(kode.induk or ""))


# Names


def nama(value: object, tahun: object = None) -> Hasil:
    """Return the official name of each code, from the list for the year, else the one in use."""
    rows = kode_larik(larik(value))
    usable = [kode for row in rows for read in row if (kode := kode_jelas(read)) is not None]
    names = _nama_resmi(usable, _tahun(tahun))
    return [[isi_kode(read, lambda kode: names[kode.bagian]) for read in row] for row in rows]


def kode_jelas(read: Terbaca) -> Kode | None:
    """Return the code where its numbers are clear; None where it is missing, or only guessed."""
    if not isinstance(read, BacaKode) or read.salah in _DIUBAH_EXCEL:
        return None
    return read.kode


def diubah_excel(read: Terbaca) -> bool:
    """Tell whether Excel made a number or a date of a code, which then can only be guessed."""
    return isinstance(read, BacaKode) and read.salah in _DIUBAH_EXCEL


def _tahun(value: object) -> int | None:
    """Return the year of an argument. Raises Keliru where it is none."""
    ((year, *_), *_) = larik(value)
    if year is None:
        return None
    try:
        return int(year)
    except (TypeError, ValueError):
        raise Keliru(
            Teks("Tahun harus angka, misalnya 2024.", "The year must be a number, such as 2024.")
        ) from None


def _nama_resmi(kodes: Sequence[Kode], tahun: int | None) -> Mapping[tuple[int, ...], str | Teks]:
    """Return by its numbers the name of each code, or why there is none, in one look-up."""
    listed = _daftar(tahun, _cap_waktu())
    if isinstance(listed, Teks):
        missing = Teks(f"Tidak diketahui: {listed.id}.", f"Not known: {listed.en}.")
        return {kode.bagian: builtin.nama(kode) or missing for kode in kodes}
    found = zip(kodes, listed.nama_berurutan(kodes), strict=True)
    return {kode.bagian: _tak_ada(listed, kode) if name is None else name for kode, name in found}


def _tak_ada(listed: Nomenklatur, kode: Kode) -> Teks:
    new = listed.pengganti(kode)
    if new is not None:
        return Teks(f"{kode} sudah diganti {new}.", f"{kode} was replaced by {new}.")
    return Teks(
        f"{kode} tidak ada di nomenklatur {listed.nama}.",
        f"{kode} is not in the nomenclature {listed.nama}.",
    )


@lru_cache(maxsize=8)
def _daftar(tahun: int | None, stamp: tuple[int, int] | None) -> Nomenklatur | Teks:
    """Return the list for a year, opened once, and again only when the lists were changed."""
    return BELUM_DIMUAT if stamp is None else pilih(None, tahun)


def _cap_waktu() -> tuple[int, int] | None:
    try:
        found = os.stat(berkas())  # noqa: PTH116 - asked at every calculation
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
