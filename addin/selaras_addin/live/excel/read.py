"""The open workbook, unsaved changes included, as the engine's Book: a few questions a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from selaras.intake import limits
from selaras.intake.refusal import Kind, Refusal
from selaras.model.book import Book, DenseGrid, Position, Sheet, State, Style, Value
from selaras.values.a1 import Area
from selaras.values.text import Teks
from selaras_addin.excel_errors import Galat
from selaras_addin.live.excel import grid, worksheets
from selaras_addin.live.excel.halving import paruh, seragam

if TYPE_CHECKING:
    import xlwings as xw

_KEADAAN: tuple[State, ...] = ("visible", "hidden", "veryHidden")
_MANUAL = Teks(
    "Penghitungan di Excel sedang manual; hasil rumus bisa jadi belum mutakhir.",
    "Calculation in Excel is manual; results of formulas may be out of date.",
)


def read_book(book: xw.Book) -> Book:
    """Return the workbook as it stands in Excel now.

    Its `sha256` is empty, as there is no file to speak of. Styles are asked for only when somebody
    needs one. Raises Refusal when the workbook is larger than Selaras reads.
    """
    sisa = limits.CELLS
    sheets: list[Sheet] = []
    for sheet in book.sheets:
        area = grid.terpakai(sheet)
        sisa -= (area.bottom - area.top + 1) * (area.right - area.left + 1)
        if sisa < 0:
            raise Refusal(Kind.TOO_LARGE, f"more than {limits.CELLS} cells")
        sheets.append(_lembar(sheet, area))
    notes = (_MANUAL,) if book.app.calculation == "manual" else ()
    return Book(letak(book), "", tuple(sheets), notes)


def letak(book: xw.Book) -> str:
    """Return the path of a workbook's file; only its name where none is on this machine."""
    try:
        return book.fullname
    except Exception:
        # On SharePoint, and not synchronised to this machine.
        return book.name


def _lembar(sheet: xw.Sheet, area: Area) -> Sheet:
    blok = grid.rentang(sheet, area)
    errors: dict[Position, str] = {}
    rows: list[list[Value]] = []
    for row, mentah in enumerate(grid.nilai(blok), area.top):
        values: list[Value] = []
        for column, satu in enumerate(mentah, area.left):
            if isinstance(satu, Galat):
                errors[row, column] = satu.nama
                satu = None
            values.append(satu)
        rows.append(values)
    formulas = {
        (row, column): text
        for row, texts in enumerate(grid.rumus(blok), area.top)
        for column, text in enumerate(texts, area.left)
        if grid.berumus(text, rows[row - area.top][column - area.left])
    }
    hidden_rows = _tersembunyi_baris(sheet, area)
    return Sheet(
        sheet.name,
        DenseGrid(rows, area.top, area.left),
        _KEADAAN[grid.keadaan(sheet)],
        formulas=formulas,
        errors=errors,
        hidden_rows=hidden_rows,
        hidden_columns=_tersembunyi_kolom(sheet, area),
        merges=tuple(_gabungan(sheet, area)),
        filtered=bool(hidden_rows) and worksheets.tersaring(sheet),
        load_styles=lambda: Gaya(sheet, area),
    )


def _tersembunyi_baris(sheet: xw.Sheet, area: Area) -> frozenset[int]:
    blocks = _tersembunyi(sheet, area._replace(right=area.left), grid.baris_tersembunyi)
    return frozenset(row for blok in blocks for row in range(blok.top, blok.bottom + 1))


def _tersembunyi_kolom(sheet: xw.Sheet, area: Area) -> frozenset[int]:
    blocks = _tersembunyi(sheet, area._replace(bottom=area.top), grid.kolom_tersembunyi)
    return frozenset(column for blok in blocks for column in range(blok.left, blok.right + 1))


def _tersembunyi(
    sheet: xw.Sheet, pita: Area, tanya: Callable[[xw.Range], bool | None]
) -> Iterator[Area]:
    """Yield the hidden parts of a strip, one cell wide, across all rows or all columns."""
    for blok, hidden in seragam(pita, lambda blok: tanya(grid.rentang(sheet, blok))):
        if hidden:
            yield blok


def _gabungan(sheet: xw.Sheet, area: Area) -> Iterator[Area]:
    """Yield the merged areas, in the order of their first cells."""
    ditemukan: set[Area] = set()
    antrean = [area]
    while antrean:
        blok = antrean.pop()
        if any(_di_dalam(blok, satu) for satu in ditemukan):
            continue
        rng = grid.rentang(sheet, blok)
        gabung = rng.merge_cells
        if gabung is False:
            continue
        if gabung:
            satu = rng[0, 0].merge_area
            baris, kolom = satu.shape
            found = Area(satu.row, satu.column, satu.row + baris - 1, satu.column + kolom - 1)
            if baris * kolom > 1:
                ditemukan.add(found)
            if _di_dalam(blok, found):
                continue
        if (blok.top, blok.left) != (blok.bottom, blok.right):
            antrean += reversed(paruh(blok))
    yield from sorted(ditemukan)


def _di_dalam(blok: Area, luar: Area) -> bool:
    return luar.holds(blok.top, blok.left) and luar.holds(blok.bottom, blok.right)


class Gaya(Mapping[Position, Style]):
    """The looks of a sheet's cells: a property of a column is asked for when it is first used."""

    def __init__(self, sheet: xw.Sheet, area: Area) -> None:
        self._sheet = sheet
        self._area = area
        self._kolom: dict[tuple[str, int], dict[int, Any]] = {}

    def __getitem__(self, position: Position) -> Style:
        if not self._area.holds(*position):
            raise KeyError(position)
        # A Style whose fields are read one by one: number formats are asked for often, the rest
        # hardly ever.
        return cast(Style, _GayaSel(self, position))

    def __iter__(self) -> Iterator[Position]:
        top, left, bottom, right = self._area
        return (
            (row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)
        )

    def __len__(self) -> int:
        top, left, bottom, right = self._area
        return (bottom - top + 1) * (right - left + 1)

    def read_property(self, name: str, row: int, column: int) -> Any:
        """Return a property of a cell; the whole column is read with it."""
        isi = self._kolom.get((name, column))
        if isi is None:
            tanya = _TANYA[name]
            pita = self._area._replace(left=column, right=column)
            isi = {
                baris: jawab
                for blok, jawab in seragam(
                    pita, lambda blok: tanya(grid.rentang(self._sheet, blok))
                )
                for baris in range(blok.top, blok.bottom + 1)
            }
            self._kolom[name, column] = isi
        return isi.get(row)


_TANYA: Mapping[str, Any] = {
    "bold": lambda rng: rng.font.bold,
    "italic": lambda rng: rng.font.italic,
    "indent": grid.indent,
    "number_format": lambda rng: rng.number_format,
}


class _GayaSel:
    """Has the fields of `selaras.model.book.Style`."""

    __slots__ = ("_gaya", "_position")

    def __init__(self, gaya: Gaya, position: Position) -> None:
        self._gaya = gaya
        self._position = position

    @property
    def bold(self) -> bool:
        return bool(self._gaya.read_property("bold", *self._position))

    @property
    def italic(self) -> bool:
        return bool(self._gaya.read_property("italic", *self._position))

    @property
    def indent(self) -> int:
        return self._gaya.read_property("indent", *self._position) or 0

    @property
    def number_format(self) -> str:
        return self._gaya.read_property("number_format", *self._position) or "General"
