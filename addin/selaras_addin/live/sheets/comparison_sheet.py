"""Put a comparison on a sheet: groups over heads, differences coloured, codes that lead back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from selaras.recognise.own_sheets import COMPARISON_TITLE
from selaras.report.palette import FILLS, HEAD_COLOUR, LINK_COLOUR, TEXT_COLOUR
from selaras.values.a1 import Area, position
from selaras.values.finding import Severity
from selaras.values.kode_reading import Level
from selaras.values.text import Language, Text
from selaras_addin.comparison.content import CellKind, Comparison, ComparisonCell, ComparisonRow
from selaras_addin.live.excel import grid, hidden_sheets, worksheets
from selaras_addin.live.excel.areas import join_cells

if TYPE_CHECKING:
    import xlwings as xw

_WIDTHS: dict[CellKind, float] = {"kode": 17, "teks": 34, "target": 15, "uang": 17, "catatan": 34}
_MONEY_FORMAT = "#,##0_ ;-#,##0_ ;0_ "
_DARK, _LIGHT, _LINE = f"#{HEAD_COLOUR}", "#D9E1F2", "#BFBFBF"
_ATTENTION = Severity.WARNING


def write_comparison(book: xw.Book, comparison: Comparison, language: Language) -> xw.Sheet:
    """Write the comparison into a sheet of its own, in place of an older one; it is in front."""
    old = _find_old(book, comparison.sheet_name)
    sheet = hidden_sheets.add_store(
        book, hidden_sheets.take_over_name(book, old, comparison.sheet_name)
    )
    lines = [
        f"{COMPARISON_TITLE}: {comparison.title.say_in(language)}",
        *_list_remarks(comparison, language),
    ]
    grid.find_range(sheet, Area(1, 1, len(lines), 1)).value = [
        [hidden_sheets.quote_text(line)] for line in lines
    ]
    head = len(lines) + 2
    _write_head(sheet, head, comparison, language)
    first = head + 2
    if comparison.rows:
        _write_cells(sheet, first, comparison)
        _decorate(sheet, first, comparison)
    title = sheet.range("A1")
    title.font.bold = True
    title.font.size = 14
    worksheets.freeze_rows(sheet, head + 1)
    return sheet


def _find_old(book: xw.Book, name: str) -> xw.Sheet | None:
    """Return the sheet of an older comparison of the same kind."""
    named = (sheet for sheet in book.sheets if sheet.name.startswith(name))
    return worksheets.find_titled(named, lambda title: title.startswith(COMPARISON_TITLE))


def _list_remarks(comparison: Comparison, language: Language) -> Iterator[str]:
    count = comparison.difference_count
    if count:
        said = Text(f"{count} sel berbeda, diberi warna.", f"{count} cells differ, coloured.")
    else:
        said = Text("Tidak ada yang berbeda.", "Nothing differs.")
    yield said.say_in(language)
    for line in comparison.remarks:
        yield line.say_in(language)


def _write_head(sheet: xw.Sheet, top: int, comparison: Comparison, language: Language) -> None:
    """Write the two rows of heads: groups above, merged over their columns."""
    columns = comparison.columns
    width = len(columns)
    groups = [column.group.say_in(language) for column in columns]
    block = grid.find_range(sheet, Area(top, 1, top + 1, width))
    block.value = [
        [
            hidden_sheets.quote_text(group if not index or group != groups[index - 1] else "")
            for index, group in enumerate(groups)
        ],
        [hidden_sheets.quote_text(column.title.say_in(language)) for column in columns],
    ]
    for first, last in _find_runs(groups):
        group = grid.find_range(sheet, Area(top, first + 1, top, last + 1))
        group.merge()
        group.horizontal_alignment = "center"
    block.color = _DARK
    block.font.color = "#FFFFFF"
    block.font.bold = True
    block.wrap_text = True
    block.vertical_alignment = "center"
    block.borders.set("all", line_style="continuous", weight="thin", color="#FFFFFF")
    for number, column in enumerate(columns, 1):
        sheet.range((1, number)).column_width = _WIDTHS[column.kind]


def _find_runs(groups: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of columns that share a group."""
    start = 0
    for index, group in enumerate(groups):
        if index + 1 < len(groups) and groups[index + 1] == group:
            continue
        if group and index > start:
            yield start, index
        start = index + 1


def _write_cells(sheet: xw.Sheet, first: int, comparison: Comparison) -> None:
    width = len(comparison.columns)
    last = first + len(comparison.rows) - 1
    block = grid.find_range(sheet, Area(first, 1, last, width))
    block.value = [[_show_value(cell) for cell in row.cells] for row in comparison.rows]
    links = [[_build_link(row) or ""] for row in comparison.rows]
    grid.find_range(sheet, Area(first, 1, last, 1)).formula = links


def _show_value(cell: ComparisonCell) -> str | float | None:
    value = cell.value
    if isinstance(value, int | Decimal):
        return float(value)
    return hidden_sheets.quote_text(value) if value else None


def _build_link(row: ComparisonRow) -> str | None:
    """Return the code as a link to the row that it was taken from; the bare code without one."""
    code = row.cells[0].value
    place = row.cells[0].origin or row.cells[1].origin
    if not isinstance(code, str):
        return None
    if place is None:
        return hidden_sheets.quote_text(code)
    return hidden_sheets.build_link(place.sheet, *position(place.cell), code)


def _decorate(sheet: xw.Sheet, first: int, comparison: Comparison) -> None:
    last, width = first + len(comparison.rows) - 1, len(comparison.columns)
    body = Area(first, 1, last, width)
    cells = grid.find_range(sheet, body)
    cells.wrap_text = True
    cells.vertical_alignment = "top"
    cells.borders.set("all", line_style="continuous", weight="thin", color=_LINE)
    for number, column in enumerate(comparison.columns, 1):
        if column.kind == "uang":
            money = grid.find_range(sheet, body._replace(left=number, right=number))
            money.number_format = _MONEY_FORMAT
            money.horizontal_alignment = "right"
    codes = grid.find_range(sheet, body._replace(right=1))
    codes.font.color = f"#{LINK_COLOUR}"
    codes.horizontal_alignment = "left"
    _embolden(sheet, first, comparison)
    places = [
        (first + index, column)
        for index, row in enumerate(comparison.rows)
        for column, cell in enumerate(row.cells, 1)
        if cell.differs
    ]
    for cell_range in grid.build_ranges(sheet, join_cells(places)):
        cell_range.color = f"#{FILLS[_ATTENTION]}"
        cell_range.font.color = f"#{TEXT_COLOUR}"
    cells.rows.autofit()


def _embolden(sheet: xw.Sheet, first: int, comparison: Comparison) -> None:
    """Show the levels: totals, and programs among their kegiatan, bold on a light ground."""
    width = len(comparison.columns)
    levels = {row.level for row in comparison.rows if not (row.is_total or row.is_heading)}
    heavy = [
        index
        for index, row in enumerate(comparison.rows)
        if row.is_total or row.is_heading or (row.level is Level.PROGRAM and len(levels) > 1)
    ]
    places = [(first + index, column) for index in heavy for column in range(1, width + 1)]
    for cell_range in grid.build_ranges(sheet, join_cells(places)):
        cell_range.font.bold = True
        cell_range.color = _LIGHT
