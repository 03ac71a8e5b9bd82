"""Web pages saved as .xls: each table becomes a sheet.

Applications that "export to Excel" often send an HTML table under the name of a workbook. Its
cells are text, as the page shows it; what Excel would make of "1.000" depends on the computer's
locale, so it is left to the rules to read. Only digits alone are a number anywhere, and what
Excel and LibreOffice themselves note as a cell's number (`x:num`, `sdval`).
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

from selaras.intake import limits
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.sniff import text_of
from selaras.model.book import Book, Sheet, SparseGrid, Value
from selaras.values.a1 import MAX_COLUMN, MAX_ROW, Area
from selaras.values.text import Text

_NOTE = Text(
    "Berkas ini halaman web (HTML), bukan buku kerja: tiap tabelnya dibaca sebagai satu lembar, "
    "tanpa rumus dan format. Alamat sel dihitung dari sudut kiri atas tabelnya.",
    "This file is a web page (HTML), no workbook: each table was read as a sheet, without formulas "
    "and formats. Cell addresses count from the top left corner of the table.",
)
_ENCODING = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
#: Stands for a line break that the page shows; those of its source are spaces.
_BREAK = "\v"
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NUMBER = re.compile(r"-?\d{1,20}(?:\.\d{1,20})?(?:[Ee][+-]?\d{1,3})?")
_DIGITS = re.compile(r"0|[1-9]\d{0,14}")
#: A cell may span this many others; a page that says more is not laid out.
_SPAN = 1_000
_TABLES = 200


def read_webpage(path: str, sha256: str, content: bytes) -> Book:
    """Return the page's tables as sheets. Raises Refusal when it has none, or too many cells."""
    if len(content) > limits.PAGE_BYTES:
        raise Refusal(RefusalKind.TOO_LARGE, f"a page of {len(content)} bytes")
    pages = _Tables()
    pages.feed(_text(content))
    pages.close()
    pages.finish()
    if not pages.sheets:
        raise Refusal(RefusalKind.HTML)
    return Book(path, sha256, tuple(pages.sheets), (_NOTE,))


def _text(content: bytes) -> str:
    declared = _ENCODING.search(content[:4096])
    if declared and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return content.decode(declared[1].decode(), "replace")
        except LookupError:
            raise Refusal(RefusalKind.ENCODING, repr(declared[1])) from None
    text = text_of(content)
    if text is None:
        raise Refusal(RefusalKind.ENCODING, "control characters")
    return text


class _Cell(NamedTuple):
    """A cell as it is met: its text, its spans, and the number that Excel or LibreOffice add."""

    pieces: list[str]
    number: str
    rows: int
    columns: int


class _Layout:
    """The cells of one table put in rows and columns, each span leaving its other places blank."""

    def __init__(self) -> None:
        self.cells: dict[int, dict[int, Value]] = {}
        self.merges: list[Area] = []
        #: For each row below, the columns that spans from above take: first and last.
        self._taken: dict[int, list[tuple[int, int]]] = {}
        self._row = 0
        self._column = 1

    def next_row(self) -> None:
        self._taken.pop(self._row, None)
        self._row += 1
        self._column = 1
        if self._row > MAX_ROW:
            raise Refusal(RefusalKind.OUT_OF_GRID, "table rows")

    def put(self, value: Value, rows: int, columns: int) -> None:
        if not self._row:
            self.next_row()
        top = self._row
        left = self._free_column(top)
        self._column = left + columns
        if self._column > MAX_COLUMN:
            raise Refusal(RefusalKind.OUT_OF_GRID, "table columns")
        for row in range(top + 1, top + rows):
            self._taken.setdefault(row, []).append((left, left + columns - 1))
        if rows * columns > 1:
            self.merges.append(Area(top, left, top + rows - 1, left + columns - 1))
        if value is not None:
            self.cells.setdefault(top, {})[left] = value

    def _free_column(self, row: int) -> int:
        column = self._column
        taken = sorted(self._taken.pop(row, ()))
        for first, last in taken:
            if first <= column <= last:
                column = last + 1
        if taken:
            self._taken[row] = [span for span in taken if span[1] > column]
        return column


class _Tables(HTMLParser):
    """Collects tables. A table inside a cell of another is a sheet of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[Sheet] = []
        self._open: list[_Layout] = []
        self._cells: list[_Cell | None] = []
        self._skipped = 0
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._open.append(_Layout())
            self._cells.append(None)
            if len(self._open) + len(self.sheets) > _TABLES:
                raise Refusal(RefusalKind.TOO_LARGE, f"more than {_TABLES} tables")
        elif tag in ("script", "style"):
            self._skipped += 1
        elif not self._open:
            return
        elif tag == "tr":
            self._end_cell()
            self._open[-1].next_row()
        elif tag in ("td", "th"):
            self._end_cell()
            self._count += 1
            attributes = dict(attrs)
            rows, columns = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
            # What a span reserves in the rows below must not fill the memory either.
            self._count += 4 * (rows - 1)
            if self._count > limits.CELLS:
                raise Refusal(RefusalKind.TOO_LARGE, f"more than {limits.CELLS} cells")
            number = attributes.get("x:num") or attributes.get("sdval") or ""
            self._cells[-1] = _Cell([], number, rows, columns)
        elif tag in ("br", "p", "div", "li"):
            self.handle_data(_BREAK)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._skipped = max(0, self._skipped - 1)
        elif not self._open:
            return
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table":
            self._end_table()

    def handle_data(self, data: str) -> None:
        if self._cells and not self._skipped:
            cell = self._cells[-1]
            if cell is not None:
                cell.pieces.append(data)

    def finish(self) -> None:
        """Close the tables that the page leaves open."""
        while self._open:
            self._end_table()

    def _end_cell(self) -> None:
        cell = self._cells[-1]
        if cell is not None:
            self._cells[-1] = None
            self._open[-1].put(_value(cell), cell.rows, cell.columns)

    def _end_table(self) -> None:
        self._end_cell()
        self._cells.pop()
        layout = self._open.pop()
        if layout.cells:
            name = f"Tabel {len(self.sheets) + 1}"
            grid = SparseGrid(layout.cells)
            self.sheets.append(Sheet(name, grid, merges=tuple(layout.merges)))


def _value(cell: _Cell) -> Value:
    """Return what a cell holds: a number when that is beyond doubt, None when it is blank."""
    if _NUMBER.fullmatch(cell.number):
        return float(cell.number)
    text = _SPACE.sub(" ", "".join(cell.pieces)).replace(_BREAK, "\n").strip(" \n\xa0")
    if _DIGITS.fullmatch(text):
        return float(text)
    return text or None


def _span(value: str | None) -> int:
    digits = (value or "1").strip()
    if not (digits.isascii() and digits.isdecimal()):
        return 1
    span = int(digits) if len(digits) < 6 else _SPAN
    return max(1, min(span, _SPAN))
