"""Web pages saved as .xls: each table becomes a sheet.

Applications that "export to Excel" often send an HTML table under the name of a workbook. Its
cells are text, as the page shows it; what Excel would make of "1.000" depends on the computer's
locale, so it is left to the rules to read. Only digits alone are a number anywhere.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from selaras.a1 import MAX_COLUMN, MAX_ROW, Area
from selaras.intake import limits
from selaras.intake.refusal import Kind, Refusal
from selaras.intake.sniff import text_of
from selaras.model.book import Book, Sheet, SparseGrid, Value
from selaras.teks import Teks

_NOTE = Teks(
    "Berkas ini halaman web (HTML) yang dinamai .xls: tiap tabelnya dibaca sebagai satu lembar, "
    "tanpa rumus dan format. Alamat sel dihitung dari sudut kiri atas tabelnya.",
    "This file is a web page (HTML) named .xls: each table was read as a sheet, without formulas "
    "and formats. Cell addresses count from the top left corner of the table.",
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
#: Stands for a line break that the page shows; those of its source are spaces.
_BREAK = "\v"
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DIGITS = re.compile(r"0|[1-9]\d{0,14}")
#: A cell may span this many others; a page that says more is not laid out.
_SPAN = 1_000
_TABLES = 200


def read_webpage(path: str, sha256: str, content: bytes) -> Book:
    """Return the page's tables as sheets. Raises Refusal when it has none, or too many cells."""
    if len(content) > limits.PAGE_BYTES:
        raise Refusal(Kind.TOO_LARGE, f"a page of {len(content)} bytes")
    pages = _Tables()
    pages.feed(_text(content))
    pages.close()
    pages.finish()
    if not pages.sheets:
        raise Refusal(Kind.HTML)
    return Book(path, sha256, tuple(pages.sheets), (_NOTE,))


def _text(content: bytes) -> str:
    declared = _CHARSET.search(content[:4096])
    if declared and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return content.decode(declared[1].decode(), "replace")
        except LookupError:
            raise Refusal(Kind.ENCODING, repr(declared[1])) from None
    text = text_of(content)
    if text is None:
        raise Refusal(Kind.ENCODING, "control characters")
    return text


class _Layout:
    """The cells of one table put in rows and columns, each span leaving its other places blank."""

    def __init__(self) -> None:
        self.cells: dict[int, dict[int, Value]] = {}
        self.merges: list[Area] = []
        self._taken: dict[int, set[int]] = {}
        self._row = 0
        self._column = 1

    def next_row(self) -> None:
        self._taken.pop(self._row, None)
        self._row += 1
        self._column = 1
        if self._row > MAX_ROW:
            raise Refusal(Kind.OUT_OF_GRID, "table rows")

    def put(self, value: Value, rows: int, columns: int) -> None:
        if not self._row:
            self.next_row()
        taken = self._taken.get(self._row, set())
        while self._column in taken:
            self._column += 1
        top, left = self._row, self._column
        self._column += columns
        if self._column > MAX_COLUMN:
            raise Refusal(Kind.OUT_OF_GRID, "table columns")
        for row in range(top + 1, top + rows):
            self._taken.setdefault(row, set()).update(range(left, left + columns))
        if rows * columns > 1:
            self.merges.append(Area(top, left, top + rows - 1, left + columns - 1))
        if value is not None:
            self.cells.setdefault(top, {})[left] = value


class _Tables(HTMLParser):
    """Collects tables. A table inside a cell of another is a sheet of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[Sheet] = []
        self._open: list[_Layout] = []
        self._cells: list[tuple[list[str], int, int] | None] = []
        self._skipped = 0
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._open.append(_Layout())
            self._cells.append(None)
            if len(self._open) + len(self.sheets) > _TABLES:
                raise Refusal(Kind.TOO_LARGE, f"more than {_TABLES} tables")
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
            # Places that a span takes are cells too: many wide ones must not fill the memory.
            self._count += rows * columns // 8
            if self._count > limits.CELLS:
                raise Refusal(Kind.TOO_LARGE, f"more than {limits.CELLS} cells")
            self._cells[-1] = ([], rows, columns)
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
                cell[0].append(data)

    def finish(self) -> None:
        """Close the tables that the page leaves open."""
        while self._open:
            self._end_table()

    def _end_cell(self) -> None:
        cell = self._cells[-1]
        if cell is not None:
            self._cells[-1] = None
            pieces, rows, columns = cell
            self._open[-1].put(_value("".join(pieces)), rows, columns)

    def _end_table(self) -> None:
        self._end_cell()
        self._cells.pop()
        layout = self._open.pop()
        if layout.cells:
            name = f"Tabel {len(self.sheets) + 1}"
            grid = SparseGrid(layout.cells)
            self.sheets.append(Sheet(name, grid, merges=tuple(layout.merges)))


def _value(text: str) -> Value:
    """Return what a cell's text is: a number when it is digits alone, None when it is blank."""
    text = _SPACE.sub(" ", text).replace(_BREAK, "\n").strip(" \n\xa0")
    if _DIGITS.fullmatch(text):
        return float(text)
    return text or None


def _span(value: str | None) -> int:
    digits = (value or "1").strip()
    if not (digits.isascii() and digits.isdecimal()):
        return 1
    span = int(digits) if len(digits) < 6 else _SPAN
    return max(1, min(span, _SPAN))
