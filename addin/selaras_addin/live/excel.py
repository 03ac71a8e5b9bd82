"""Where Excel on Windows, Excel on macOS and xlwings differ; nothing else in the add-in knows.

`Range.api` and `Sheet.api` are Excel's own objects on Windows (COM), and something else on macOS
(AppleScript). Whatever is used of them is here, with what is done where they lack it.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from selaras.a1 import Area
from selaras.model.book import Value

if TYPE_CHECKING:
    import xlwings as xw

#: AppleScript instead of COM.
MACOS = sys.platform == "darwin"

#: Error values as COM gives them. It gives numbers as floats, so that an integer in this range is
#: no amount. xlwings names the first seven only, and lets the others pass for numbers.
_GALAT_COM = {
    -2146826281: "#DIV/0!",
    -2146826246: "#N/A",
    -2146826259: "#NAME?",
    -2146826288: "#NULL!",
    -2146826252: "#NUM!",
    -2146826265: "#REF!",
    -2146826273: "#VALUE!",
    -2146826245: "#GETTING_DATA",
    -2146826243: "#SPILL!",
    -2146826242: "#CONNECT!",
    -2146826241: "#BLOCKED!",
    -2146826240: "#UNKNOWN!",
    -2146826239: "#FIELD!",
    -2146826238: "#CALC!",
}
_RENTANG_GALAT_COM = range(-2146826400, -2146826199)
_SANGAT_TERSEMBUNYI = 2
#: Excel's constants: xlFormulas, xlByRows, xlByColumns, xlPrevious.
_DI_RUMUS, _PER_BARIS, _PER_KOLOM, _MUNDUR = -4123, 1, 2, 2
#: xlLandscape.
_MELEBAR = 2
#: A used range of more cells is looked at again: formats alone make Excel call a cell used.
_LUAS_WAJAR = 200_000
#: Excel takes no longer address.
_ALAMAT_TERPANJANG = 250


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
    return Area(area.top, area.left, bawah.Row, kanan.Column)


def _terakhir(sheet: xw.Sheet, urutan: int) -> Any:
    """Return Excel's last cell that holds something, by rows or by columns; None in an empty sheet.

    Looking in formulas finds cells in hidden rows too.
    """
    return sheet.api.Cells.Find(
        What="*", LookIn=_DI_RUMUS, SearchOrder=urutan, SearchDirection=_MUNDUR
    )


class Galat(NamedTuple):
    """An error value in a cell: "#REF!"."""

    kata: str


def nilai(rng: xw.Range) -> list[list[Value | Galat]]:
    """Return the values of a block as rows: typed, with errors told apart from texts."""
    if MACOS:
        # AppleScript gives errors as nothing; xlwings asks for the words, which a text may be too.
        words = frozenset(_GALAT_COM.values())
        isi = rng.options(ndim=2, err_to_str=True).value
        return [[Galat(satu) if satu in words else _bersih(satu) for satu in b] for b in isi]
    return [[_bersih(satu) for satu in baris] for baris in _baris(rng.raw_value)]


def rumus(rng: xw.Range) -> list[list[str]]:
    """Return formulas of a block as rows, in English; a cell without one gives its content."""
    return [[str(satu) for satu in baris] for baris in _baris(rng.formula)]


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
    if isinstance(mentah, int) and mentah in _RENTANG_GALAT_COM:
        return Galat(_GALAT_COM.get(mentah, "#VALUE!"))
    # Integers come from AppleScript, decimals from cells in a currency format.
    return float(mentah)


def baris_tersembunyi(rng: xw.Range) -> bool | None:
    """Tell whether all rows of a block are hidden; None when some are."""
    # xlwings would ask for each row.
    return rng.rows.hidden if MACOS else rng.api.EntireRow.Hidden


def kolom_tersembunyi(rng: xw.Range) -> bool | None:
    """Tell whether all columns of a block are hidden; None when some are."""
    return rng.columns.hidden if MACOS else rng.api.EntireColumn.Hidden


def tersaring(sheet: xw.Sheet) -> bool:
    """Tell whether a filter hides rows of the sheet now."""
    with suppress(Exception):
        return bool(sheet.api.filter_mode.get() if MACOS else sheet.api.FilterMode)
    return False


def indent(rng: xw.Range) -> int | None:
    """Return the indent of all cells of a block; None when they differ."""
    nilai = rng.api.indent_level.get() if MACOS else rng.api.IndentLevel
    return int(nilai) if isinstance(nilai, int | float) else None


def tambah_lembar(book: xw.Book, nama: str) -> xw.Sheet:
    """Add a sheet after all that are seen; it is in front afterwards."""
    semua = list(book.sheets)
    nomor = max(i for i, sheet in enumerate(semua) if keadaan(sheet) == 0)
    berikut = semua[nomor + 1] if nomor + 1 < len(semua) else None
    if berikut is None or keadaan(berikut) != 2:
        return book.sheets.add(nama, after=semua[nomor])
    # Excel is not at ease beside a sheet that is very hidden.
    berikut.visible = True
    try:
        return book.sheets.add(nama, after=semua[nomor])
    finally:
        sembunyikan_sangat(berikut)


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


def bekukan(sheet: xw.Sheet, baris: int) -> None:
    """Freeze the rows above and with `baris`; the sheet is in front afterwards."""
    sheet.activate()
    if MACOS:
        with suppress(Exception):
            jendela = sheet.book.app.api.active_window
            jendela.split_row.set(baris)
            jendela.freeze_panes.set(True)
        return
    jendela = sheet.book.app.api.ActiveWindow
    jendela.FreezePanes = False
    jendela.SplitColumn = 0
    jendela.SplitRow = baris
    jendela.FreezePanes = True


def cetak_melebar(sheet: xw.Sheet) -> None:
    """Let a sheet be printed across, as wide as the paper. Does nothing where no printer is."""
    if MACOS:
        return
    with suppress(Exception):
        halaman = sheet.api.PageSetup
        halaman.Orientation = _MELEBAR
        halaman.Zoom = False
        halaman.FitToPagesWide = 1
        halaman.FitToPagesTall = False


def ukur_catatan(note: xw.Note, teks: str) -> None:
    """Make the box of a note large enough for its text; without this Excel cuts off long ones."""
    if MACOS:
        return
    with suppress(Exception):
        kotak = note.api.Shape
        kotak.Width = 260
        kotak.Height = 16 + 13 * sum(1 + len(baris) // 46 for baris in teks.splitlines())
