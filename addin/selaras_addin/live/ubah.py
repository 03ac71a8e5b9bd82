"""Write changes into the open workbook, and take back the last ones.

What stood in the cells before is kept on a very hidden sheet of the workbook, next to a formula
that points at the cell: rows may be inserted, the workbook saved and opened again, and Batalkan
still finds the cells. A cell in which somebody wrote since is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from selaras.a1 import Area, address, position
from selaras.recognise.sendiri import PENANDA_SIMPANAN
from selaras.teks import Teks
from selaras_addin.live import excel, gudang
from selaras_addin.live.belah import seragam
from selaras_addin.live.runtun import satukan
from selaras_addin.live.tampil import Pesan
from selaras_addin.perbaiki.perubahan import Perubahan

if TYPE_CHECKING:
    import xlwings as xw

NAMA = "_selaras_batal"
_PENANDA = f"{PENANDA_SIMPANAN} batal"
#: Reference; before: kind, content, format; after: the same.
_KOLOM = 7
#: In a cell of this format Excel takes numbers and formulas for texts.
_FORMAT_TEKS = "@"
#: What cells of that format get that are to hold one: amounts, and all else.
_FORMAT_UANG, _FORMAT_UMUM = "#,##0", "General"
_UANG_TERKECIL = 10_000

_DILINDUNGI = Teks(
    "Sel tidak dapat diubah, mungkin karena lembarnya dilindungi, selnya tertutup sel gabungan, "
    "atau bagian dari rumus larik. Tidak ada yang berubah. Buka dulu perlindungannya (Tinjau > "
    "Buka Proteksi Lembar), lalu ulangi.",
    "Cells could not be changed, perhaps because their sheet is protected, or they lie under a "
    "merged cell or in an array formula. Nothing was changed. Take the protection off first "
    "(Review > Unprotect Sheet), then try again.",
)

Macam = Literal["kosong", "angka", "teks", "rumus"]


class Isi(NamedTuple):
    """What a cell holds, so that it can be written again just so."""

    macam: Macam
    teks: str
    #: The format it must have for that; "" where its format does not matter.
    format: str = ""

    @property
    def terbaca(self) -> tuple[Macam, str]:
        """What is seen of it in the cell."""
        return self.macam, self.teks

    @property
    def hidup(self) -> bool:
        """Whether it would be a dead text in a cell that is formatted as text."""
        return self.macam in ("angka", "rumus")

    def untuk_ditulis(self) -> str | float:
        """Return what to give Excel: texts so that they stay texts."""
        if self.macam == "angka":
            return float(self.teks)
        return gudang.teks(self.teks) or "" if self.macam == "teks" else self.teks


class _Tempat(NamedTuple):
    sheet: str
    row: int
    column: int


class Dibatalkan(NamedTuple):
    """How many cells were put back, and those that somebody has changed since."""

    kembali: int
    berubah: tuple[str, ...]


def terapkan(book: xw.Book, changes: Sequence[Perubahan]) -> None:
    """Write the changes, and keep what stood there in place of what was kept before.

    Raises Pesan where cells or sheets cannot be changed; nothing is changed then.
    """
    new = {_tempat(change): _baru(change) for change in changes}
    before = _baca(book, list(new))
    for place in _berformat_teks(book, [place for place, isi in new.items() if isi.hidup]):
        before[place] = before[place]._replace(format=_FORMAT_TEKS)
        new[place] = new[place]._replace(format=_format(new[place]))
    _simpan(book, [(place, before[place], after) for place, after in new.items()])
    try:
        _tulis(book, new)
        now = _pastikan(book, new, before)
    except Exception as error:
        _tulis_kembali(book, before)
        gudang.hapus(book, NAMA, _PENANDA)
        raise Pesan(_DILINDUNGI) from error
    if now != new:
        # Excel writes some formulas its own way; that is no change of the user's.
        _simpan(book, [(place, before[place], after) for place, after in now.items()])


def ada(book: xw.Book) -> bool:
    """Tell whether there is a change that can be taken back."""
    return gudang.cari(book, NAMA, _PENANDA) is not None


def lupakan(book: xw.Book) -> None:
    """Drop what is kept for taking a change back. Raises Pesan where no sheet may go."""
    gudang.hapus(book, NAMA, _PENANDA)


def batalkan(book: xw.Book) -> Dibatalkan | None:
    """Put back what stood there before the last changes; None where nothing is kept.

    Raises Pesan where cells cannot be changed; what is kept stays.
    """
    sheet = gudang.cari(book, NAMA, _PENANDA)
    if sheet is None:
        return None
    kept = list(_ambil(sheet))
    now = _baca(book, [place for place, _, _ in kept])
    same = {place for place, _, after in kept if now[place].terbaca == after.terbaca}
    back = {place: before for place, before, _ in kept if place in same}
    try:
        _tulis(book, back)
        _pastikan(book, back, now)
    except Exception as error:
        _tulis_kembali(book, {place: now[place] for place in back})
        raise Pesan(_DILINDUNGI) from error
    changed = tuple(
        f"{place.sheet}!{address(place.row, place.column)}"
        for place, _, _ in kept
        if place not in same
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


def _format(isi: Isi) -> str:
    """Return the format that a cell gets in place of that of texts."""
    uang = isi.macam == "rumus" or abs(float(isi.teks)) >= _UANG_TERKECIL
    return _FORMAT_UANG if uang else _FORMAT_UMUM


def _berformat_teks(book: xw.Book, places: Sequence[_Tempat]) -> Iterator[_Tempat]:
    """Yield the cells that are formatted as texts."""
    for name, area in _runtun(places):
        for block, format in seragam(area, partial(_format_di, book.sheets[name])):
            if format == _FORMAT_TEKS:
                rows = range(block.top, block.bottom + 1)
                yield from (_Tempat(name, row, block.left) for row in rows)


def _format_di(sheet: xw.Sheet, block: Area) -> str | None:
    return excel.rentang(sheet, block).number_format


def _pastikan(
    book: xw.Book, wanted: Mapping[_Tempat, Isi], before: Mapping[_Tempat, Isi]
) -> dict[_Tempat, Isi]:
    """Return what stands in the cells now; those that Excel passed over are written once more.

    A block need not be written whole where a filter hides rows. Raises ValueError where a cell
    takes nothing, as those do that lie under a merged one.
    """
    now = _baca(book, list(wanted))
    missed = [place for place, isi in wanted.items() if now[place].terbaca != isi.terbaca]
    for place in missed:
        _tulis(book, {place: wanted[place]})
    now |= _baca(book, missed)
    for place in missed:
        if now[place].terbaca == before[place].terbaca != wanted[place].terbaca:
            raise ValueError(f"{place} takes nothing")
    return {place: isi._replace(format=wanted[place].format) for place, isi in now.items()}


def _baca(book: xw.Book, places: Sequence[_Tempat]) -> dict[_Tempat, Isi]:
    """Return what cells hold now, a run of neighbours in one step."""
    found: dict[_Tempat, Isi] = {}
    for name, area in _runtun(places):
        block = excel.rentang(book.sheets[name], area)
        formulas = [row[0] for row in excel.isi(block)]
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
    formatted = {place: isi for place, isi in contents.items() if isi.format}
    # A number becomes a text in a cell that is formatted so, and stays one afterwards; what stood
    # there before it was formatted so stays what it was.
    for place, isi in formatted.items():
        live = isi.format if isi.format != _FORMAT_TEKS else _FORMAT_UMUM
        _sel(book, place).number_format = live
    for name, area in _runtun(contents):
        block = excel.rentang(book.sheets[name], area)
        excel.tulis_isi(
            block,
            [
                [contents[_Tempat(name, row, area.left)].untuk_ditulis()]
                for row in range(area.top, area.bottom + 1)
            ],
        )
    for place, isi in formatted.items():
        if isi.format == _FORMAT_TEKS:
            _sel(book, place).number_format = _FORMAT_TEKS


def _sel(book: xw.Book, place: _Tempat) -> xw.Range:
    area = Area(place.row, place.column, place.row, place.column)
    return excel.rentang(book.sheets[place.sheet], area)


def _runtun(places: Iterable[_Tempat]) -> Iterator[tuple[str, Area]]:
    """Yield runs of cells that touch in one column."""
    by_sheet: dict[str, list[tuple[int, int]]] = {}
    for place in places:
        by_sheet.setdefault(place.sheet, []).append((place.row, place.column))
    for name, cells in sorted(by_sheet.items()):
        for area in satukan(cells):
            yield name, area


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
            before, after = texts[:3], texts[3:]
            yield _Tempat(*place), Isi(*_kata(before)), Isi(*_kata(after))


def _kata(texts: Sequence[object]) -> Iterator[Any]:
    return (text or "" for text in texts)
