"""Write changes into the open workbook, and take back the last ones.

What stood in the cells before is kept on a very hidden sheet of the workbook, next to a formula
that points at the cell: rows may be inserted, the workbook saved and opened again, and Batalkan
still finds the cells. A cell in which somebody wrote since is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from selaras.a1 import Area, address, position
from selaras.recognise.sendiri import PENANDA_SIMPANAN
from selaras.teks import Teks
from selaras_addin.live import excel, gudang
from selaras_addin.live.tampil import Pesan
from selaras_addin.perbaiki.perubahan import Perubahan

if TYPE_CHECKING:
    import xlwings as xw

NAMA = "_selaras_batal"
_PENANDA = f"{PENANDA_SIMPANAN} batal"
#: Reference; before: kind, content; after: kind, content.
_KOLOM = 5

_DILINDUNGI = Teks(
    "Sel tidak dapat diubah, mungkin karena lembarnya dilindungi. Tidak ada yang berubah. Buka "
    "dulu perlindungannya (Tinjau > Buka Proteksi Lembar), lalu ulangi.",
    "Cells could not be changed, perhaps because their sheet is protected. Nothing was changed. "
    "Take the protection off first (Review > Unprotect Sheet), then try again.",
)

Macam = Literal["kosong", "angka", "teks", "rumus"]


class Isi(NamedTuple):
    """What a cell holds, so that it can be written again just so."""

    macam: Macam
    teks: str

    def untuk_ditulis(self) -> str | float | None:
        """Return what to give Excel: texts so that they stay texts."""
        if self.macam == "kosong":
            return None
        if self.macam == "angka":
            return float(self.teks)
        return gudang.teks(self.teks) if self.macam == "teks" else self.teks


class _Tempat(NamedTuple):
    sheet: str
    row: int
    column: int


class Dibatalkan(NamedTuple):
    """How many cells were put back, and those that somebody has changed since."""

    kembali: int
    berubah: tuple[str, ...]


def terapkan(book: xw.Book, changes: Sequence[Perubahan]) -> None:
    """Write the changes, and keep what stood there in place of what was kept before."""
    new = {_tempat(change): _baru(change) for change in changes}
    before = _baca(book, list(new))
    _simpan(book, [(place, before[place], after) for place, after in new.items()])
    try:
        _tulis(book, new)
    except Exception as error:
        _tulis_kembali(book, before)
        gudang.hapus(book, NAMA, _PENANDA)
        raise Pesan(_DILINDUNGI) from error


def batalkan(book: xw.Book) -> Dibatalkan | None:
    """Put back what stood there before the last changes; None where nothing is kept."""
    sheet = gudang.cari(book, NAMA, _PENANDA)
    if sheet is None:
        return None
    kept = list(_ambil(sheet))
    now = _baca(book, [place for place, _, _ in kept])
    back = {place: before for place, before, after in kept if now[place] == after}
    _tulis(book, back)
    changed = tuple(
        f"{place.sheet}!{address(place.row, place.column)}"
        for place, _, after in kept
        if now[place] != after
    )
    gudang.hapus(book, NAMA, _PENANDA)
    return Dibatalkan(len(back), changed)


def _tempat(change: Perubahan) -> _Tempat:
    return _Tempat(change.sheet, *position(change.cell))


def _baru(change: Perubahan) -> Isi:
    value = change.baru
    if isinstance(value, int | Decimal):
        return Isi("angka", repr(float(value)))
    return Isi("rumus" if change.jenis == "rumus" else "teks", value)


def _baca(book: xw.Book, places: Sequence[_Tempat]) -> dict[_Tempat, Isi]:
    """Return what cells hold now, a run of neighbours in one step."""
    found: dict[_Tempat, Isi] = {}
    for name, area in _runtun(places):
        block = excel.rentang(book.sheets[name], area)
        formulas = [row[0] for row in excel.rumus(block)]
        values = [row[0] for row in excel.nilai(block)]
        for offset, (formula, value) in enumerate(zip(formulas, values, strict=True)):
            place = _Tempat(name, area.top + offset, area.left)
            found[place] = _isi(formula, value)
    return found


def _isi(formula: str, value: object) -> Isi:
    if isinstance(value, str):
        # A text may begin with "=" only where it was entered as one.
        return Isi("rumus", formula) if formula.startswith("=") else Isi("teks", value)
    if formula.startswith("="):
        return Isi("rumus", formula)
    if value is None and not formula:
        return Isi("kosong", "")
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Isi("angka", repr(float(value)))
    # Dates and truth values come back as Excel itself writes them.
    return Isi("rumus", formula)


def _tulis_kembali(book: xw.Book, before: dict[_Tempat, Isi]) -> None:
    """Undo what was written before a sheet refused; that sheet refuses this too."""
    for name in dict.fromkeys(place.sheet for place in before):
        with suppress(Exception):
            _tulis(book, {place: isi for place, isi in before.items() if place.sheet == name})


def _tulis(book: xw.Book, contents: dict[_Tempat, Isi]) -> None:
    for name, area in _runtun(list(contents)):
        block = excel.rentang(book.sheets[name], area)
        block.formula = [
            [contents[_Tempat(name, row, area.left)].untuk_ditulis()]
            for row in range(area.top, area.bottom + 1)
        ]


def _runtun(places: Sequence[_Tempat]) -> Iterator[tuple[str, Area]]:
    """Yield runs of cells that touch in one column."""
    ordered = sorted(set(places), key=lambda place: (place.sheet, place.column, place.row))
    start = 0
    for index, place in enumerate(ordered):
        after = ordered[index + 1] if index + 1 < len(ordered) else None
        if after == (place.sheet, place.row + 1, place.column):
            continue
        first = ordered[start]
        yield place.sheet, Area(first.row, first.column, place.row, place.column)
        start = index + 1


# What is kept


def _simpan(book: xw.Book, kept: Sequence[tuple[_Tempat, Isi, Isi]]) -> None:
    gudang.hapus(book, NAMA, _PENANDA)
    sheet = gudang.tambah(book, NAMA)
    last = len(kept) + 1
    excel.rentang(sheet, Area(2, 2, last, _KOLOM)).value = [
        [gudang.teks(text) for isi in (before, after) for text in isi] for _, before, after in kept
    ]
    excel.rentang(sheet, Area(2, 1, last, 1)).formula = [
        ["=" + gudang.rujukan(*place)] for place, _, _ in kept
    ]
    gudang.tutup(sheet, _PENANDA)


def _ambil(sheet: xw.Sheet) -> Iterator[tuple[_Tempat, Isi, Isi]]:
    last = max(excel.terpakai(sheet).bottom, 2)
    formulas = excel.rumus(excel.rentang(sheet, Area(2, 1, last, 1)))
    kept = excel.nilai(excel.rentang(sheet, Area(2, 2, last, _KOLOM)))
    for (formula,), texts in zip(formulas, kept, strict=True):
        place = gudang.baca_rujukan(formula)
        if place is not None:
            before_kind, before, after_kind, after = (text or "" for text in texts)
            yield _Tempat(*place), Isi(before_kind, before), Isi(after_kind, after)
