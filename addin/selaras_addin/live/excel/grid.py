"""Cells, where Excel on Windows, Excel on macOS and xlwings differ.

`Range.api` and `Sheet.api` are Excel's own objects on Windows (COM), and something else on macOS
(AppleScript). Whatever is used of them is here, in `lembar` for sheets and in `catatan` for notes,
with what is done where they lack it.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from selaras.model.book import Value
from selaras.values.a1 import Area, column_number
from selaras_addin.excel_errors import NAMA_GALAT, Galat, dari_com
from selaras_addin.live.excel.halving import paruh

if TYPE_CHECKING:
    import xlwings as xw

#: AppleScript instead of COM.
MACOS = sys.platform == "darwin"

_SANGAT_TERSEMBUNYI = 2
#: Excel's constants: xlFormulas, xlByRows, xlByColumns, xlPrevious.
_DI_RUMUS, _PER_BARIS, _PER_KOLOM, _MUNDUR = -4123, 1, 2, 2
#: A used range of more cells is looked at again: formats alone make Excel call a cell used.
_LUAS_WAJAR = 200_000
#: Excel takes no longer address.
_ALAMAT_TERPANJANG = 250
#: A part of an address: a cell, a block, whole rows, whole columns.
_ALAMAT = re.compile(r"([A-Z]{1,3})?(\d+)?(?::([A-Z]{1,3})?(\d+)?)?")
_BARIS_TERAKHIR, _KOLOM_TERAKHIR = 1_048_576, 16_384
#: Day 0 of Excel's dates, the days from there to that of a workbook that counts from 1904, and the
#: last day that is a date.
_HARI_NOL, _SELISIH_1904, _HARI_TERAKHIR = datetime.datetime(1899, 12, 30), 1462, 2_958_465


def rentang(sheet: xw.Sheet, area: Area) -> xw.Range:
    """Return the cells of an area in one step (two corners would cost three)."""
    return sheet.range(str(area))


def rentang_banyak(sheet: xw.Sheet, areas: Iterable[Area]) -> list[xw.Range]:
    """Return ranges of several areas each: as few as Excel's limit on addresses allows."""
    alamat: list[str] = []
    for area in areas:
        teks = str(area)
        if alamat and len(alamat[-1]) + 1 + len(teks) <= _ALAMAT_TERPANJANG:
            alamat[-1] += "," + teks
        else:
            alamat.append(teks)
    return [sheet.range(satu) for satu in alamat]


def terpakai(sheet: xw.Sheet) -> Area:
    """Return the rectangle of all cells that may hold something."""
    used = sheet.used_range
    baris, kolom = used.shape
    area = Area(used.row, used.column, used.row + baris - 1, used.column + kolom - 1)
    if baris * kolom <= _LUAS_WAJAR or MACOS:
        return area
    bawah = _terakhir(sheet, _PER_BARIS)
    kanan = _terakhir(sheet, _PER_KOLOM)
    if bawah is None or kanan is None:
        return Area(1, 1, 1, 1)
    return Area(area.top, area.left, max(bawah.Row, *_ujung_saringan(sheet), 1), kanan.Column)


def _ujung_saringan(sheet: xw.Sheet) -> Iterator[int]:
    """Yield the last row of a filtered list, where Excel's search may pass over hidden rows."""
    with suppress(Exception):
        disaring = sheet.api.AutoFilter.Range
        yield disaring.Row + disaring.Rows.Count - 1


def _terakhir(sheet: xw.Sheet, urutan: int) -> Any:
    """Return Excel's last cell that holds something, by rows or by columns; None in an empty sheet.

    Looking in formulas finds cells in hidden rows too.
    """
    return sheet.api.Cells.Find(
        What="*", LookIn=_DI_RUMUS, SearchOrder=urutan, SearchDirection=_MUNDUR
    )


def nilai(rng: xw.Range) -> list[list[Value | Galat]]:
    """Return the values of a block as rows: typed, with errors told apart from texts."""
    if MACOS:
        # AppleScript gives errors as nothing; xlwings asks for the words, which a text may be too.
        isi = rng.options(ndim=2, err_to_str=True).value
        return [[Galat(satu) if satu in NAMA_GALAT else _bersih(satu) for satu in b] for b in isi]
    return [[_bersih(satu) for satu in baris] for baris in _mentah(rng)]


def _mentah(rng: xw.Range) -> Sequence[Sequence[Any]]:
    """Return what Excel hands over of a block.

    It hands over nothing of a block with a cell that looks like a date and cannot be one (an
    amount in a date format), and pywin32 fails at some times of day. Such cells are asked for
    alone, and for their bare number.
    """
    try:
        return _baris(rng.raw_value)
    except Exception:
        baris, kolom = rng.shape
        if baris * kolom == 1:
            return ((_tanpa_format(rng),),)
    area = Area(rng.row, rng.column, rng.row + baris - 1, rng.column + kolom - 1)
    satu, dua = (_mentah(rentang(rng.sheet, bagian)) for bagian in paruh(area))
    if baris > kolom or baris == kolom:
        return [*satu, *dua]
    return [[*kiri, *kanan] for kiri, kanan in zip(satu, dua, strict=True)]


def _tanpa_format(sel: xw.Range) -> Any:
    """Return the content of a cell that is formatted as a date; as a number where it is none."""
    isi = sel.api.Value2
    if not isinstance(isi, float) or not 1 <= isi < _HARI_TERAKHIR + 1:
        return isi
    hari = isi + (_SELISIH_1904 if sel.sheet.book.api.Date1904 else 0)
    return _HARI_NOL + datetime.timedelta(seconds=round(hari * 86_400))


def judul(sheet: xw.Sheet) -> str | None:
    """Return the text in the first cell of a sheet, by which those of Selaras are known."""
    ((isi,),) = nilai(sheet.range("A1"))
    return isi if isinstance(isi, str) else None


def rumus(rng: xw.Range) -> list[list[str]]:
    """Return formulas of a block as rows, in English; a cell without one gives its content."""
    return [[str(satu) for satu in baris] for baris in _baris(rng.formula)]


def isi(rng: xw.Range) -> list[list[str]]:
    """Return what must be written to put a block's content back: `rumus`, arrays told apart.

    In an Excel that spills formulas, `Formula` reads alike for "=SUM(A1:A3*B1:B3)" as an array and
    as one row's own cells; written back it is always the latter.
    """
    with suppress(Exception):
        return [[str(satu) for satu in baris] for baris in _baris(rng.formula2)]
    return rumus(rng)


def tulis_isi(rng: xw.Range, rows: Sequence[Sequence[str | float]]) -> None:
    """Write what `isi` returned, or texts, numbers and formulas; "" leaves a cell blank."""
    # To be asked first: xlwings tries for ever to set what an older Excel does not have.
    try:
        _ = rng.formula2
    except Exception:
        rng.formula = rows
    else:
        rng.formula2 = rows


def berumus(formula: str, value: object) -> bool:
    """Tell whether a cell holds a formula, by what `rumus` and `nilai` return of it.

    A text may begin with "=" too, where it was entered as one; it is then its own "formula".
    """
    return formula.startswith("=") and value != formula


def larik(rng: xw.Range) -> bool | None:
    """Tell whether all cells of a block belong to array formulas; None when some do.

    Those to which a formula spills do.
    """
    array = rng.has_array
    if array is False and not MACOS:
        # An older Excel spills nothing, and does not know the question.
        with suppress(Exception):
            array = rng.api.HasSpill
    # AppleScript has a word of its own for what differs.
    return array if isinstance(array, bool) else None


def _baris(isi: Any) -> Sequence[Sequence[Any]]:
    """Return what a block holds as rows: a single cell comes bare, and macOS gives a row flat."""
    if not isinstance(isi, list | tuple):
        return ((isi,),)
    return isi if isinstance(isi[0], list | tuple) else (isi,)


def _bersih(mentah: Any) -> Value | Galat:
    """Return a value as the engine knows it."""
    if isinstance(mentah, str | float | bool) or mentah is None:
        return mentah
    if isinstance(mentah, datetime.datetime):
        # COM's own kind of date says that it is in UTC, which it is not.
        saat = datetime.datetime(*mentah.timetuple()[:6], mentah.microsecond)
        return saat.date() if saat.time() == datetime.time() else saat
    galat = dari_com(mentah) if isinstance(mentah, int) else None
    # Other integers come from AppleScript, decimals from cells in a currency format.
    return float(mentah) if galat is None else galat


def daerah(rng: xw.Range) -> list[Area]:
    """Return the rectangles of a selection: with Ctrl several are chosen at once."""
    found: list[Area] = []
    for part in str(rng.address).replace("$", "").split(","):
        ujung = _ALAMAT.fullmatch(part)
        if ujung is None:
            continue
        kiri, atas, kanan, bawah = ujung.groups()
        kanan, bawah = kanan or kiri, bawah or atas
        found.append(
            Area(
                int(atas) if atas else 1,
                column_number(kiri) if kiri else 1,
                int(bawah) if bawah else _BARIS_TERAKHIR,
                column_number(kanan) if kanan else _KOLOM_TERAKHIR,
            )
        )
    return found


def baris_tersembunyi(rng: xw.Range) -> bool | None:
    """Tell whether all rows of a block are hidden; None when some are."""
    # xlwings would ask for each row.
    return rng.rows.hidden if MACOS else rng.api.EntireRow.Hidden


def kolom_tersembunyi(rng: xw.Range) -> bool | None:
    """Tell whether all columns of a block are hidden; None when some are."""
    return rng.columns.hidden if MACOS else rng.api.EntireColumn.Hidden


def indent(rng: xw.Range) -> int | None:
    """Return the indent of all cells of a block; None when they differ."""
    nilai = rng.api.indent_level.get() if MACOS else rng.api.IndentLevel
    return int(nilai) if isinstance(nilai, int | float) else None


def keadaan(sheet: xw.Sheet) -> int:
    """Return 0 for a sheet that is seen, 1 for a hidden one, 2 for one that no menu shows."""
    tampak = sheet.visible
    if tampak == _SANGAT_TERSEMBUNYI and tampak is not True:
        return 2
    return 0 if tampak else 1


def sembunyikan_sangat(sheet: xw.Sheet) -> None:
    """Hide a sheet so that Excel's menu does not offer to show it."""
    try:
        sheet.visible = _SANGAT_TERSEMBUNYI  # type: ignore[assignment]
    except Exception:
        sheet.visible = False
