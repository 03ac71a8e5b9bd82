"""What single cells hold, read and written so that it can be put back just as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from math import isclose
from typing import TYPE_CHECKING, Literal, NamedTuple

from selaras.values.a1 import Area, address
from selaras_addin.live.excel import grid, hidden_sheets
from selaras_addin.live.excel.areas import join_cells
from selaras_addin.live.excel.halving import find_uniform

if TYPE_CHECKING:
    import xlwings as xw

#: In a cell of this format Excel takes numbers and formulas for texts.
TEXT_FORMAT = "@"
GENERAL_FORMAT = "General"

#: "lain" are constants that come back as Excel itself writes them: dates, truth values, errors.
ContentKind = Literal["kosong", "angka", "teks", "rumus", "lain"]


class CellPlace(NamedTuple):
    """A cell of a workbook."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.sheet}!{address(self.row, self.column)}"


class CellContent(NamedTuple):
    """What a cell holds, so that it can be written again just so."""

    kind: ContentKind
    text: str
    #: Its number format; "" where that does not matter.
    format: str = ""

    @property
    def seen(self) -> tuple[ContentKind, str]:
        """What is seen of it in the cell."""
        return self.kind, self.text

    @property
    def is_live(self) -> bool:
        """Whether it would be a dead text in a cell that is formatted as text."""
        return self.kind in ("angka", "rumus", "lain")

    def convert_for_excel(self) -> str | float:
        """Return what to give Excel: texts so that they stay texts."""
        if self.kind == "angka":
            return float(self.text)
        return hidden_sheets.quote_text(self.text) or "" if self.kind == "teks" else self.text


def read_contents(book: xw.Book, places: Iterable[CellPlace]) -> dict[CellPlace, CellContent]:
    """Return what cells hold now, a run of neighbours in one step."""
    places = list(places)
    formats = _read_formats(book, places)
    found: dict[CellPlace, CellContent] = {}
    for name, area in _find_runs(places):
        block = grid.find_range(book.sheets[name], area)
        formulas = [row[0] for row in grid.read_block_contents(block)]
        values = [row[0] for row in grid.read_block_values(block)]
        for offset, (formula, value) in enumerate(zip(formulas, values, strict=True)):
            place = CellPlace(name, area.top + offset, area.left)
            found[place] = _build_content(formula, value)._replace(format=formats.get(place, ""))
    return found


def write_contents(book: xw.Book, contents: Mapping[CellPlace, CellContent]) -> None:
    """Write contents, a run of neighbours in one step, and give the cells their formats.

    Raises whatever Excel says where cells cannot be changed.
    """
    # A number becomes a text in a cell that is formatted so, and stays one afterwards; what stood
    # there before it was formatted so stays what it was.
    live = _read_formats(book, [place for place, content in contents.items() if content.is_live])
    dead = [place for place, format in live.items() if format == TEXT_FORMAT]
    _set_formats(book, dict.fromkeys(dead, GENERAL_FORMAT))
    for name, area in _find_runs(contents):
        grid.write_content(
            grid.find_range(book.sheets[name], area),
            [
                [contents[CellPlace(name, row, area.left)].convert_for_excel()]
                for row in range(area.top, area.bottom + 1)
            ],
        )
    # Excel gives a cell of no format that of what its new formula refers to.
    now = _read_formats(book, contents)
    _set_formats(
        book,
        {
            place: content.format
            for place, content in contents.items()
            if content.format and now.get(place) != content.format
        },
    )


def find_array_cells(book: xw.Book, places: Iterable[CellPlace]) -> set[CellPlace]:
    """Return those of the cells that belong to an array formula."""
    found: set[CellPlace] = set()
    for name, area in _find_runs(places):
        sheet = book.sheets[name]
        for block, array in find_uniform(area, partial(_is_array, sheet)):
            if array:
                found |= set(_list_places(name, block))
    return found


def _build_content(formula: str, value: object) -> CellContent:
    if grid.has_formula(formula, value):
        return CellContent("rumus", formula)
    if isinstance(value, str):
        return CellContent("teks", value)
    if value is None and not formula:
        return CellContent("kosong", "")
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return CellContent("angka", repr(_read_number(formula, float(value))))
    return CellContent("lain", formula)


def _read_number(formula: str, value: float) -> float:
    """Return the number in a cell: as a value all of its digits, but of an amount of money four."""
    try:
        typed = float(formula)
    except ValueError:
        return value
    return value if isclose(typed, value, rel_tol=1e-14) else typed


def _read_formats(book: xw.Book, places: Iterable[CellPlace]) -> dict[CellPlace, str]:
    found: dict[CellPlace, str] = {}
    for name, area in _find_runs(places):
        for block, format in find_uniform(area, partial(_read_format, book.sheets[name])):
            found |= dict.fromkeys(_list_places(name, block), format)
    return found


def _set_formats(book: xw.Book, formats: Mapping[CellPlace, str]) -> None:
    by_format: dict[str, list[CellPlace]] = {}
    for place, format in formats.items():
        by_format.setdefault(format, []).append(place)
    for format, places in by_format.items():
        for name, area in _find_runs(places):
            grid.find_range(book.sheets[name], area).number_format = format


def _read_format(sheet: xw.Sheet, block: Area) -> str | None:
    format = grid.find_range(sheet, block).number_format
    # AppleScript has a word of its own for what differs.
    return format if isinstance(format, str) else None


def _is_array(sheet: xw.Sheet, block: Area) -> bool | None:
    return grid.is_array(grid.find_range(sheet, block))


def _list_places(name: str, area: Area) -> Iterator[CellPlace]:
    return (
        CellPlace(name, row, column)
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    )


def _find_runs(places: Iterable[CellPlace]) -> Iterator[tuple[str, Area]]:
    """Yield runs of cells that touch in one column."""
    by_sheet: dict[str, list[tuple[int, int]]] = {}
    for place in places:
        by_sheet.setdefault(place.sheet, []).append((place.row, place.column))
    for name, cells in sorted(by_sheet.items()):
        for area in join_cells(cells):
            yield name, area
