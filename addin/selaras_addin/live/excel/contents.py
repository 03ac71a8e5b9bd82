"""What single cells hold, read and written so that it can be put back just as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from math import isclose
from typing import TYPE_CHECKING, Literal, NamedTuple

from selaras.values.a1 import Area, address
from selaras_addin.live.excel import grid, hidden_sheets
from selaras_addin.live.excel.areas import satukan
from selaras_addin.live.excel.halving import seragam

if TYPE_CHECKING:
    import xlwings as xw

#: In a cell of this format Excel takes numbers and formulas for texts.
FORMAT_TEKS = "@"
FORMAT_UMUM = "General"

#: "lain" are constants that come back as Excel itself writes them: dates, truth values, errors.
Macam = Literal["kosong", "angka", "teks", "rumus", "lain"]


class Tempat(NamedTuple):
    """A cell of a workbook."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.sheet}!{address(self.row, self.column)}"


class Isi(NamedTuple):
    """What a cell holds, so that it can be written again just so."""

    macam: Macam
    teks: str
    #: Its number format; "" where that does not matter.
    format: str = ""

    @property
    def seen(self) -> tuple[Macam, str]:
        """What is seen of it in the cell."""
        return self.macam, self.teks

    @property
    def hidup(self) -> bool:
        """Whether it would be a dead text in a cell that is formatted as text."""
        return self.macam in ("angka", "rumus", "lain")

    def untuk_ditulis(self) -> str | float:
        """Return what to give Excel: texts so that they stay texts."""
        if self.macam == "angka":
            return float(self.teks)
        return hidden_sheets.teks(self.teks) or "" if self.macam == "teks" else self.teks


def baca(book: xw.Book, places: Iterable[Tempat]) -> dict[Tempat, Isi]:
    """Return what cells hold now, a run of neighbours in one step."""
    places = list(places)
    formats = _format_kini(book, places)
    found: dict[Tempat, Isi] = {}
    for name, area in _runtun(places):
        block = grid.rentang(book.sheets[name], area)
        formulas = [row[0] for row in grid.isi(block)]
        values = [row[0] for row in grid.nilai(block)]
        for offset, (formula, value) in enumerate(zip(formulas, values, strict=True)):
            place = Tempat(name, area.top + offset, area.left)
            found[place] = _isi(formula, value)._replace(format=formats.get(place, ""))
    return found


def tulis(book: xw.Book, contents: Mapping[Tempat, Isi]) -> None:
    """Write contents, a run of neighbours in one step, and give the cells their formats.

    Raises whatever Excel says where cells cannot be changed.
    """
    # A number becomes a text in a cell that is formatted so, and stays one afterwards; what stood
    # there before it was formatted so stays what it was.
    live = _format_kini(book, [place for place, isi in contents.items() if isi.hidup])
    dead = [place for place, format in live.items() if format == FORMAT_TEKS]
    _beri_format(book, dict.fromkeys(dead, FORMAT_UMUM))
    for name, area in _runtun(contents):
        grid.tulis_isi(
            grid.rentang(book.sheets[name], area),
            [
                [contents[Tempat(name, row, area.left)].untuk_ditulis()]
                for row in range(area.top, area.bottom + 1)
            ],
        )
    # Excel gives a cell of no format that of what its new formula refers to.
    now = _format_kini(book, contents)
    _beri_format(
        book,
        {
            place: isi.format
            for place, isi in contents.items()
            if isi.format and now.get(place) != isi.format
        },
    )


def berlarik(book: xw.Book, places: Iterable[Tempat]) -> set[Tempat]:
    """Return those of the cells that belong to an array formula."""
    found: set[Tempat] = set()
    for name, area in _runtun(places):
        sheet = book.sheets[name]
        for block, array in seragam(area, partial(_larik_di, sheet)):
            if array:
                found |= set(_tempat(name, block))
    return found


def _isi(formula: str, value: object) -> Isi:
    if grid.berumus(formula, value):
        return Isi("rumus", formula)
    if isinstance(value, str):
        return Isi("teks", value)
    if value is None and not formula:
        return Isi("kosong", "")
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Isi("angka", repr(_angka(formula, float(value))))
    return Isi("lain", formula)


def _angka(formula: str, value: float) -> float:
    """Return the number in a cell: as a value all of its digits, but of an amount of money four."""
    try:
        typed = float(formula)
    except ValueError:
        return value
    return value if isclose(typed, value, rel_tol=1e-14) else typed


def _format_kini(book: xw.Book, places: Iterable[Tempat]) -> dict[Tempat, str]:
    found: dict[Tempat, str] = {}
    for name, area in _runtun(places):
        for block, format in seragam(area, partial(_format_di, book.sheets[name])):
            found |= dict.fromkeys(_tempat(name, block), format)
    return found


def _beri_format(book: xw.Book, formats: Mapping[Tempat, str]) -> None:
    by_format: dict[str, list[Tempat]] = {}
    for place, format in formats.items():
        by_format.setdefault(format, []).append(place)
    for format, places in by_format.items():
        for name, area in _runtun(places):
            grid.rentang(book.sheets[name], area).number_format = format


def _format_di(sheet: xw.Sheet, block: Area) -> str | None:
    format = grid.rentang(sheet, block).number_format
    # AppleScript has a word of its own for what differs.
    return format if isinstance(format, str) else None


def _larik_di(sheet: xw.Sheet, block: Area) -> bool | None:
    return grid.larik(grid.rentang(sheet, block))


def _tempat(name: str, area: Area) -> Iterator[Tempat]:
    return (
        Tempat(name, row, column)
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    )


def _runtun(places: Iterable[Tempat]) -> Iterator[tuple[str, Area]]:
    """Yield runs of cells that touch in one column."""
    by_sheet: dict[str, list[tuple[int, int]]] = {}
    for place in places:
        by_sheet.setdefault(place.sheet, []).append((place.row, place.column))
    for name, cells in sorted(by_sheet.items()):
        for area in satukan(cells):
            yield name, area
