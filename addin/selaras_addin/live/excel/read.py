"""The open workbook, unsaved changes included, as the engine's Book: a few questions a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from selaras.intake import limits
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.model.book import Book, DenseGrid, Position, Sheet, State, Style, Value
from selaras.values.a1 import Area
from selaras.values.text import Text
from selaras_addin.excel_errors import CellError
from selaras_addin.live.excel import grid, worksheets
from selaras_addin.live.excel.halving import find_uniform, halve

if TYPE_CHECKING:
    import xlwings as xw

_STATES: tuple[State, ...] = ("visible", "hidden", "veryHidden")
_MANUAL = Text(
    "Penghitungan di Excel sedang manual; hasil rumus bisa jadi belum mutakhir.",
    "Calculation in Excel is manual; results of formulas may be out of date.",
)


def read_live_book(book: xw.Book) -> Book:
    """Return the workbook as it stands in Excel now.

    Its `sha256` is empty, as there is no file to speak of. Styles are asked for only when somebody
    needs one. Raises Refusal when the workbook is larger than Selaras reads.
    """
    cells_left = limits.CELLS
    sheets: list[Sheet] = []
    for sheet in book.sheets:
        area = grid.find_used_area(sheet)
        cells_left -= (area.bottom - area.top + 1) * (area.right - area.left + 1)
        if cells_left < 0:
            raise Refusal(RefusalKind.TOO_LARGE, f"more than {limits.CELLS} cells")
        sheets.append(_read_sheet(sheet, area))
    notes = (_MANUAL,) if book.app.calculation == "manual" else ()
    return Book(find_path(book), "", tuple(sheets), notes)


def find_path(book: xw.Book) -> str:
    """Return the path of a workbook's file; only its name where none is on this machine."""
    try:
        return book.fullname
    except Exception:
        # On SharePoint, and not synchronised to this machine.
        return book.name


def _read_sheet(sheet: xw.Sheet, area: Area) -> Sheet:
    block = grid.find_range(sheet, area)
    errors: dict[Position, str] = {}
    rows: list[list[Value]] = []
    for row, raw_row in enumerate(grid.read_block_values(block), area.top):
        values: list[Value] = []
        for column, one in enumerate(raw_row, area.left):
            if isinstance(one, CellError):
                errors[row, column] = one.name
                one = None
            values.append(one)
        rows.append(values)
    formulas = {
        (row, column): text
        for row, texts in enumerate(grid.read_formulas(block), area.top)
        for column, text in enumerate(texts, area.left)
        if grid.has_formula(text, rows[row - area.top][column - area.left])
    }
    hidden_rows = _find_hidden_rows(sheet, area)
    return Sheet(
        sheet.name,
        DenseGrid(rows, area.top, area.left),
        _STATES[grid.read_state(sheet)],
        formulas=formulas,
        errors=errors,
        hidden_rows=hidden_rows,
        hidden_columns=_find_hidden_columns(sheet, area),
        merges=tuple(_find_merged(sheet, area)),
        filtered=bool(hidden_rows) and worksheets.is_filtered(sheet),
        load_styles=lambda: SheetStyles(sheet, area),
    )


def _find_hidden_rows(sheet: xw.Sheet, area: Area) -> frozenset[int]:
    blocks = _find_hidden(sheet, area._replace(right=area.left), grid.has_all_rows_hidden)
    return frozenset(row for block in blocks for row in range(block.top, block.bottom + 1))


def _find_hidden_columns(sheet: xw.Sheet, area: Area) -> frozenset[int]:
    blocks = _find_hidden(sheet, area._replace(bottom=area.top), grid.has_all_columns_hidden)
    return frozenset(column for block in blocks for column in range(block.left, block.right + 1))


def _find_hidden(
    sheet: xw.Sheet, strip: Area, ask: Callable[[xw.Range], bool | None]
) -> Iterator[Area]:
    """Yield the hidden parts of a strip, one cell wide, across all rows or all columns."""
    for block, hidden in find_uniform(strip, lambda block: ask(grid.find_range(sheet, block))):
        if hidden:
            yield block


def _find_merged(sheet: xw.Sheet, area: Area) -> Iterator[Area]:
    """Yield the merged areas, in the order of their first cells."""
    merged: set[Area] = set()
    pending = [area]
    while pending:
        block = pending.pop()
        if any(_is_inside(block, one) for one in merged):
            continue
        cell_range = grid.find_range(sheet, block)
        merge_cells = cell_range.merge_cells
        if merge_cells is False:
            continue
        if merge_cells:
            one = cell_range[0, 0].merge_area
            row_count, column_count = one.shape
            found = Area(
                one.row, one.column, one.row + row_count - 1, one.column + column_count - 1
            )
            if row_count * column_count > 1:
                merged.add(found)
            if _is_inside(block, found):
                continue
        if (block.top, block.left) != (block.bottom, block.right):
            pending += reversed(halve(block))
    yield from sorted(merged)


def _is_inside(block: Area, outer: Area) -> bool:
    return outer.holds(block.top, block.left) and outer.holds(block.bottom, block.right)


class SheetStyles(Mapping[Position, Style]):
    """The looks of a sheet's cells: a property of a column is asked for when it is first used."""

    def __init__(self, sheet: xw.Sheet, area: Area) -> None:
        self._sheet = sheet
        self._area = area
        self._columns: dict[tuple[str, int], dict[int, Any]] = {}

    def __getitem__(self, position: Position) -> Style:
        if not self._area.holds(*position):
            raise KeyError(position)
        # A Style whose fields are read one by one: number formats are asked for often, the rest
        # hardly ever.
        return cast(Style, _CellStyle(self, position))

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
        answers = self._columns.get((name, column))
        if answers is None:
            ask = _QUESTIONS[name]
            strip = self._area._replace(left=column, right=column)
            answers = {
                row_number: answer
                for block, answer in find_uniform(
                    strip, lambda block: ask(grid.find_range(self._sheet, block))
                )
                for row_number in range(block.top, block.bottom + 1)
            }
            self._columns[name, column] = answers
        return answers.get(row)


_QUESTIONS: Mapping[str, Any] = {
    "bold": lambda cell_range: cell_range.font.bold,
    "italic": lambda cell_range: cell_range.font.italic,
    "indent": grid.read_indent,
    "number_format": lambda cell_range: cell_range.number_format,
}


class _CellStyle:
    """Has the fields of `selaras.model.book.Style`."""

    __slots__ = ("_position", "_styles")

    def __init__(self, styles: SheetStyles, position: Position) -> None:
        self._styles = styles
        self._position = position

    @property
    def bold(self) -> bool:
        return bool(self._styles.read_property("bold", *self._position))

    @property
    def italic(self) -> bool:
        return bool(self._styles.read_property("italic", *self._position))

    @property
    def indent(self) -> int:
        return self._styles.read_property("indent", *self._position) or 0

    @property
    def number_format(self) -> str:
        return self._styles.read_property("number_format", *self._position) or "General"
