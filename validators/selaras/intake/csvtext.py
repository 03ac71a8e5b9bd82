"""Text with separators (CSV, TSV) -> Book: one sheet, whose cells lie where Excel would show them.

A text says neither which sign separates its cells nor what "1.250" means. The separator is the one
under which most rows are as wide as each other; how decimals are written is told by the amounts
that can be read in one way only. A cell is a number only where nothing else is possible: codes
("2.10", "01") stay what they are, and what remains open is left to the rules to read.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections import Counter
from collections.abc import Iterable

from selaras.intake import limits
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.sniff import SEPARATORS, text_of
from selaras.model.book import ERROR_VALUES, Book, DenseGrid, Position, Sheet, Value
from selaras.values.a1 import MAX_COLUMN, MAX_ROW
from selaras.values.text import Text

#: Rows that are looked at to tell the separator.
_LOOK = 500
#: Excel cuts the name of a sheet here.
_NAME = 31
_NAMES = {
    ",": Text("koma", "a comma"),
    ";": Text("titik koma", "a semicolon"),
    "\t": Text("tab", "a tab"),
    "|": Text("garis tegak", "a bar"),
}

_DIGITS = re.compile(r"-?(?:0|[1-9]\d{0,14})")
#: Beyond doubt: two groups of thousands or more, or one with decimals behind it; no code is so.
_DOTTED = re.compile(r"-?\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d+)")
_WITH_COMMAS = re.compile(r"-?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)")
#: One group of thousands, or three decimals.
_OPEN = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
_COMMA_DECIMALS = re.compile(r"-?(?:0|[1-9]\d{0,14}),\d{1,15}")
_POINT_DECIMALS = re.compile(r"-?(?:0|[1-9]\d{0,14})\.\d{1,15}")
#: A code of three parts or more: its column is one of codes.
_CODE = re.compile(r"[1-9Xx]\.[\dXx]{1,2}\.[\dXx]{1,2}(?:\.\d{1,4}){0,3}\.?")
_CODE_HEAD = re.compile(r"\s*(?:kode|kd|no(?:mor|\.)?\s*rek)\b", re.IGNORECASE)


def read_csv(path: str, sha256: str, content: bytes) -> Book:
    """Return the text as a workbook of one sheet, named after the file. Raises Refusal."""
    if len(content) > limits.TEXT_BYTES:
        raise Refusal(RefusalKind.TOO_LARGE, f"a text of {len(content)} bytes")
    text = text_of(content)
    if text is None:
        raise Refusal(RefusalKind.ENCODING, "control characters")
    rows, separator = _rows(text)
    point = _decimal_point(rows, separator)
    codes = _code_columns(rows)
    width = max(map(len, rows), default=0)
    if not any(cell and not cell.isspace() for row in rows for cell in row):
        raise Refusal(RefusalKind.EMPTY, "no cell holds anything")
    block: list[list[Value]] = []
    errors: dict[Position, str] = {}
    for number, row in enumerate(rows, 1):
        values = [_value(text, point, column in codes) for column, text in enumerate(row)]
        for column, text in enumerate(row):
            if text[:1] == "#" and text.strip() in ERROR_VALUES:
                errors[number, column + 1] = text.strip()
                values[column] = None
        block.append(values + [None] * (width - len(values)))
    name = os.path.splitext(os.path.basename(path))[0][:_NAME] or "CSV"
    return Book(
        path, sha256, (Sheet(name, DenseGrid(block), errors=errors),), (_note(separator, point),)
    )


def _rows(text: str) -> tuple[list[list[str]], str]:
    """Return the cells of all rows, and the sign between them."""
    first, _, rest = text.partition("\n")
    # Excel's own note of the separator, which it shows nobody.
    noted = first.strip().lower()
    if noted.startswith("sep=") and len(noted) == 5:
        return _split(rest, noted[4]), noted[4]
    separator = separator_of(text)
    return _split(text, separator), separator


def separator_of(text: str) -> str:
    """Return the separator under which most rows have the same number of cells, above one."""
    start = "\n".join(text.splitlines()[:_LOOK])

    def fit(separator: str) -> int:
        reader = csv.reader(io.StringIO(start, newline=""), delimiter=separator)
        try:
            widths = Counter(len(row) for row in reader if row)
        except csv.Error:
            return 0
        return max((count * (width - 1) for width, count in widths.items()), default=0)

    return max(SEPARATORS, key=fit)


def _split(text: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    cells = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            cells += len(row)
            if cells > limits.CELLS:
                raise Refusal(RefusalKind.TOO_LARGE, f"more than {limits.CELLS} cells")
            if len(row) > MAX_COLUMN or len(rows) >= MAX_ROW:
                raise Refusal(RefusalKind.OUT_OF_GRID, f"row {len(rows) + 1}, column {len(row)}")
            rows.append(row)
    except csv.Error as error:
        raise Refusal(RefusalKind.CSV, f"line {reader.line_num}: {error}") from None
    return rows


def _decimal_point(rows: Iterable[list[str]], separator: str) -> bool | None:
    """Tell whether decimals stand behind a point; False: behind a comma; None: nothing tells."""
    votes = 0
    for row in rows:
        for cell in row:
            if not cell or not (cell[-1].isdigit() or cell[-1] == " "):
                continue
            text = cell.strip()
            if _DOTTED.fullmatch(text):
                votes -= 1
            elif _WITH_COMMAS.fullmatch(text):
                votes += 1
            elif _COMMA_DECIMALS.fullmatch(text) and not _OPEN.fullmatch(text):
                votes -= 1
    if votes:
        return votes > 0
    # Where commas separate, few write decimals with them.
    return None if separator == "," else False


def _code_columns(rows: Iterable[list[str]]) -> set[int]:
    """Return the columns in which codes stand, from 0."""
    found: set[int] = set()
    for row in rows:
        for column, cell in enumerate(row):
            if column not in found and (
                (cell.count(".") > 1 and _CODE.fullmatch(cell.strip())) or _CODE_HEAD.match(cell)
            ):
                found.add(column)
    return found


def _value(cell: str, point: bool | None, codes: bool) -> Value:
    """Return a number where the cell can be nothing else, None where it is blank, else its text."""
    text = cell.strip()
    if not text:
        return None
    if not (text[-1].isdigit() and (text[0].isdigit() or text[0] == "-")):
        return cell
    if _DIGITS.fullmatch(text):
        return float(text)
    if _DOTTED.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _WITH_COMMAS.fullmatch(text):
        return float(text.replace(",", ""))
    if _OPEN.fullmatch(text):
        # Thousands or decimals: as the sure ones of the file have it.
        if point is None or codes:
            return cell
        thousands, decimals = (",", ".") if point else (".", ",")
        return float(text.replace(thousands, "").replace(decimals, "."))
    if _COMMA_DECIMALS.fullmatch(text) and not point:
        return float(text.replace(",", "."))
    if _POINT_DECIMALS.fullmatch(text) and point is not False and not codes:
        return float(text)
    return cell


def _note(separator: str, point: bool | None) -> Text:
    sign = _NAMES.get(separator, Text(f"“{separator}”", f"“{separator}”"))
    decimals = Text("", "")
    if point is not None:
        decimals = (
            Text(", desimal dengan titik", ", decimals behind a point")
            if point
            else Text(", desimal dengan koma", ", decimals behind a comma")
        )
    return Text(
        f"Berkas teks (CSV) ini dibaca sebagai satu lembar, dipisah {sign.id}{decimals.id}. Rumus, "
        "format, dan baris tersembunyi tidak ada di dalamnya.",
        f"This text file (CSV) was read as one sheet, separated by {sign.en}{decimals.en}. It "
        "holds no formulas, formats or hidden rows.",
    )
