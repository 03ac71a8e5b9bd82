"""Write a worksheet from a picture of it: one line a row, cells parted by "|".

`<` merges a cell with the one to its left, `^` with the one above, `\\n` breaks a line, `~` stands
for a leading blank. Digits alone are a number (`#12` is the text "12", `=2.1` the number 2.1);
`*bold*`, `/italic/`, and `>2 name` for an indent of two. All else is text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from selaras.intake import read_book
from selaras.model.book import Book, DenseGrid, Sheet, Value
from selaras.model.setting import Setting
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.recognise import recognise
from selaras.values.a1 import Area

_NUMBER = re.compile(r"-?\d+")


def split_cells(line: str) -> list[str]:
    """Return the cells of one line."""
    return [cell.strip() for cell in line.split("|")]


def read_picture(text: str) -> list[list[str]]:
    """Return the cells of a picture, blank first and last lines left out."""
    return [split_cells(line) for line in text.strip("\n").splitlines()]


@dataclass
class DrawnSheet:
    """A sheet to write: its cells, and how it is put on the page."""

    name: str
    rows: list[list[str]]
    #: Merge the cells that `<` and `^` join; without it they are left blank.
    merged: bool = True
    #: Blank rows above and columns to the left.
    top: int = 0
    left: int = 0
    hidden: tuple[int, ...] = field(default=())


def _write_cell(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column)
    if text.startswith("*") and text.endswith("*") and len(text) > 2:
        cell.font = Font(bold=True)
        text = text[1:-1]
    elif text.startswith("/") and text.endswith("/") and len(text) > 2:
        cell.font = Font(italic=True)
        text = text[1:-1]
    elif found := re.match(r">(\d) ", text):
        cell.alignment = Alignment(indent=int(found[1]))
        text = text[3:]
    if _NUMBER.fullmatch(text):
        cell.value = int(text)
    elif re.fullmatch(r"=-?\d+\.\d+", text):
        cell.value = float(text[1:])
    else:
        plain = text[1:] if text.startswith("#") else text
        cell.value = re.sub(r"^~+", lambda m: " " * len(m[0]), plain).replace("\\n", "\n")
        cell.data_type = "s"


def find_merges(rows: Sequence[Sequence[str]]) -> list[tuple[int, int, int, int]]:
    """Return what `<` and `^` join, as first row and column, last row and column from 0."""
    found = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^", ""):
                continue
            right, bottom = c, r
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            while (
                bottom + 1 < len(rows) and c < len(rows[bottom + 1]) and rows[bottom + 1][c] == "^"
            ):
                bottom += 1
            if (right, bottom) != (c, r):
                found.append((r, c, bottom, right))
    return found


def _merge_cells(sheet: Worksheet, rows: Sequence[Sequence[str]], top: int, left: int) -> None:
    for r, c, bottom, right in find_merges(rows):
        sheet.merge_cells(
            start_row=top + r, start_column=left + c, end_row=top + bottom, end_column=left + right
        )


def write_sheets(path: Path, *sheets: DrawnSheet) -> Path:
    """Write the sheets into a workbook."""
    book = Workbook()
    book.remove(book.active)
    for plan in sheets:
        sheet = book.create_sheet(plan.name)
        top, left = plan.top + 1, plan.left + 1
        for r, row in enumerate(plan.rows):
            for c, text in enumerate(row):
                if text not in ("", "<", "^"):
                    _write_cell(sheet, top + r, left + c, text)
        if plan.merged:
            _merge_cells(sheet, plan.rows, top, left)
        for row_number in plan.hidden:
            sheet.row_dimensions[row_number].hidden = True
    book.save(path)
    return path


def recognise_file(path: Path, setting: Setting | None = None) -> Work:
    """Read a workbook and recognise its tables."""
    return recognise(read_book(str(path)), setting or Setting())


def only_table(work: Work, name: str) -> Table:
    """Return the one table of the workbook, which must be of that name."""
    found = [(table.name, str(table.area)) for table in work.tables]
    assert [one for one, _ in found] == [name], (found, work.skipped)
    return work.tables[0]


def find_columns(table: Table) -> dict[str, str]:
    """Return where each column stands, in letters."""
    return {key: column.letters for key, column in table.columns.items()}


def count_kinds(table: Table) -> dict[str, int]:
    """Return how many rows of each kind there are."""
    count: dict[str, int] = {}
    for row in table.rows:
        count[row.kind.value] = count.get(row.kind.value, 0) + 1
    return count


def map_levels(table: Table) -> dict[int, str]:
    """Return the level of each row of the hierarchy, by sheet row."""
    return {row.row: row.level.name if row.level else "-" for row in table.main_rows}


def build_in_memory(*sheets: DrawnSheet) -> Book:
    """Return the workbook that `write_sheets` would write, as read, without a file."""
    return Book("memori", "", tuple(_sheet(plan) for plan in sheets))


def _sheet(plan: DrawnSheet) -> Sheet:
    width = max(len(row) for row in plan.rows)
    top, left = plan.top + 1, plan.left + 1
    rows: list[list[Value]] = [[_read_value(text) for text in row] for row in plan.rows]
    grid = DenseGrid([row + [""] * (width - len(row)) for row in rows], top, left)
    merges = tuple(
        Area(top + r, left + c, top + bottom, left + right)
        for r, c, bottom, right in find_merges(plan.rows)
    )
    return Sheet(plan.name, grid, merges=merges if plan.merged else ())


def _read_value(text: str) -> Value:
    if text in ("", "<", "^"):
        return ""
    if _NUMBER.fullmatch(text) or re.fullmatch(r"=-?\d+\.\d+", text):
        return float(text.lstrip("="))
    return text.removeprefix("#").replace("\\n", "\n")
