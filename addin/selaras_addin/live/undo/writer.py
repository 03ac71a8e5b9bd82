"""Write changes into the open workbook, and take back the last ones.

What stood in the cells before is kept in the workbook itself (see `simpanan_batal`): rows may be
inserted, the workbook saved and opened again, and Batalkan still finds the cells. A cell in which
somebody wrote since is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from selaras.values.a1 import position
from selaras.values.text import Teks
from selaras_addin.fixes.change import Perubahan
from selaras_addin.live.excel import hidden_sheets
from selaras_addin.live.excel.contents import (
    FORMAT_TEKS,
    FORMAT_UMUM,
    Isi,
    Tempat,
    baca,
    berlarik,
    tulis,
)
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.undo import kept_cells

if TYPE_CHECKING:
    import xlwings as xw

#: What a cell that is formatted as text gets when it is to hold an amount.
_FORMAT_UANG = "#,##0"
_UANG_TERKECIL = 10_000

_DILINDUNGI = Teks(
    "Sel tidak dapat diubah, mungkin karena lembarnya dilindungi, selnya tertutup sel gabungan, "
    "atau bagian dari rumus larik. Tidak ada yang berubah. Buka dulu perlindungannya (Tinjau > "
    "Buka Proteksi Lembar), lalu ulangi.",
    "Cells could not be changed, perhaps because their sheet is protected, or they lie under a "
    "merged cell or in an array formula. Nothing was changed. Take the protection off first "
    "(Review > Unprotect Sheet), then try again.",
)


class Dibatalkan(NamedTuple):
    """What became of the cells that the last changes were made in."""

    #: How many were put back.
    kembali: int
    #: Those that somebody has changed since.
    berubah: tuple[str, ...] = ()
    #: Those whose former formula no longer means what it meant, with that formula.
    usang: tuple[tuple[str, str], ...] = ()
    #: How many are no longer there.
    hilang: int = 0


def tanpa_larik(
    book: xw.Book, changes: Sequence[Perubahan]
) -> tuple[list[Perubahan], list[Perubahan]]:
    """Return the changes that can be made, and those of cells that belong to array formulas.

    Excel changes no part of an array, and Batalkan could not bring a whole one back.
    """
    arrays = berlarik(book, map(_tempat, changes))
    return (
        [change for change in changes if _tempat(change) not in arrays],
        [change for change in changes if _tempat(change) in arrays],
    )


def terapkan(book: xw.Book, changes: Sequence[Perubahan]) -> None:
    """Write the changes, and keep what stood there in place of what was kept before.

    Raises Pesan where cells or sheets cannot be changed; nothing is changed then, and what was
    kept before stays.
    """
    wanted = {_tempat(change): _baru(change) for change in changes}
    before = baca(book, wanted)
    new = {place: _berformat(isi, before[place].format) for place, isi in wanted.items()}
    older = kept_cells.cari(book)
    store = kept_cells.simpan(book, {place: (before[place], new[place]) for place in new})
    try:
        tulis(book, new)
        now = _pastikan(book, new, before)
    except Exception as error:
        _tulis_kembali(book, before)
        hidden_sheets.buang(store)
        raise Pesan(_DILINDUNGI) from error
    if any(now[place].seen != isi.seen for place, isi in new.items()):
        # Excel writes some formulas its own way; that is no change of the user's.
        kept_cells.isi(store, {place: (before[place], now[place]) for place in new})
    if older is not None:
        hidden_sheets.buang(older)


def ada(book: xw.Book) -> bool:
    """Tell whether there is a change that can be taken back."""
    return kept_cells.cari(book) is not None


def lupakan(book: xw.Book) -> None:
    """Drop what is kept for taking a change back. Raises Pesan where no sheet may go."""
    store = kept_cells.cari(book)
    if store is not None:
        hidden_sheets.buang(store)


def batalkan(book: xw.Book) -> Dibatalkan | None:
    """Put back what stood there before the last changes; None where nothing is kept.

    Cells that cannot be put back are left, and what they held stays kept. Raises Pesan where cells
    cannot be changed; none is changed then, and all stays kept.
    """
    store = kept_cells.cari(book)
    kept = [] if store is None else list(kept_cells.ambil(store))
    if store is None or not kept:
        return None
    now = baca(book, [one.tempat for one in kept if one.tempat is not None])
    back: dict[Tempat, Isi] = {}
    stay: list[int] = []
    changed: list[str] = []
    stale: list[tuple[str, str]] = []
    for one in kept:
        if one.tempat is None:
            continue
        if now[one.tempat].seen != one.sesudah.seen:
            changed.append(str(one.tempat))
        elif one.sebelum is None:
            stale.append((str(one.tempat), one.semula))
        else:
            back[one.tempat] = one.sebelum
            continue
        stay.append(one.baris)
    try:
        tulis(book, back)
        _pastikan(book, back, now)
    except Exception as error:
        _tulis_kembali(book, {place: now[place] for place in back})
        raise Pesan(_DILINDUNGI) from error
    kept_cells.tinggalkan(store, stay)
    gone = sum(one.tempat is None for one in kept)
    return Dibatalkan(len(back), tuple(changed), tuple(stale), gone)


def _tempat(change: Perubahan) -> Tempat:
    return Tempat(change.sheet, *position(change.cell))


def _baru(change: Perubahan) -> Isi:
    value = change.baru
    if isinstance(value, int | Decimal):
        return Isi("angka", repr(float(value)))
    return Isi("rumus" if change.jenis == "rumus" else "teks", value)


def _berformat(isi: Isi, format: str) -> Isi:
    """Return new content with the format of the cell, or another where that is for texts."""
    if isi.hidup and format == FORMAT_TEKS:
        uang = isi.macam == "rumus" or abs(float(isi.teks)) >= _UANG_TERKECIL
        format = _FORMAT_UANG if uang else FORMAT_UMUM
    return isi._replace(format=format)


def _pastikan(
    book: xw.Book, wanted: Mapping[Tempat, Isi], before: Mapping[Tempat, Isi]
) -> dict[Tempat, Isi]:
    """Return what stands in the cells now; those that Excel passed over are written once more.

    A block need not be written whole where a filter hides rows. Raises ValueError where a cell
    takes nothing, as those do that lie under a merged one.
    """
    now = baca(book, wanted)
    missed = [place for place, isi in wanted.items() if now[place].seen != isi.seen]
    for place in missed:
        tulis(book, {place: wanted[place]})
    now |= baca(book, missed)
    for place in missed:
        if now[place].seen == before[place].seen != wanted[place].seen:
            raise ValueError(f"{place} takes nothing")
    return now


def _tulis_kembali(book: xw.Book, before: Mapping[Tempat, Isi]) -> None:
    """Undo what was written before a sheet refused; that sheet refuses this too."""
    for name in dict.fromkeys(place.sheet for place in before):
        with suppress(Exception):
            tulis(book, {place: isi for place, isi in before.items() if place.sheet == name})
