"""The cells of a file: a workbook of any kind that Selaras reads, or text with separators."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from selaras.model.book import Value
from selaras.nomenklatur.load.heads import ListSheet, NumberedRow, find_head
from selaras.values.text import Text

_BYTES = 100_000_000
_SEPARATORS = ",;\t|"
_ROWS_SEEN = 60


class LoadError(Exception):
    """A file that gives no list; the message is for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.id)
        self.message = message


class FileSheets(NamedTuple):
    """A file's sheets and the SHA-256 of its bytes."""

    sheets: tuple[ListSheet, ...]
    sha256: str


def read_list_file(path: str) -> FileSheets:
    """Return the cells of the file. Raises GagalMuat where it cannot be read."""
    from selaras.intake.sniff import Form, sniff, text_of

    data = _read_bytes(path)
    digest = sha256(data).hexdigest()
    form = sniff(data)
    # A text of one column has no separator to be known by; the head will tell.
    text = text_of(data) if form in (Form.CSV, Form.OTHER) else None
    if text is not None:
        return FileSheets((_read_text_sheet(os.path.basename(path), text),), digest)
    return FileSheets(_read_sheets(path, data), digest)


def _read_bytes(path: str) -> bytes:
    try:
        if not os.path.isfile(path):
            words = (
                Text("itu bukan berkas", "it is no file")
                if os.path.exists(path)
                else Text("berkasnya tidak ada", "there is no such file")
            )
            raise _build_load_error(path, words)
        if os.path.getsize(path) > _BYTES:
            raise _build_load_error(path, Text("berkasnya terlalu besar", "the file is too large"))
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "strerror", None) or error)
        raise _build_load_error(path, Text(reason, reason)) from error


def _build_load_error(path: str, words: Text) -> LoadError:
    return LoadError(
        Text(f"{path} tidak dapat dibuka: {words.id}.", f"{path} cannot be opened: {words.en}.")
    )


def _read_sheets(path: str, data: bytes) -> tuple[ListSheet, ...]:
    from selaras.intake import read_book
    from selaras.intake.refusal import Refusal

    try:
        book = read_book(path, data)
    except Refusal as refusal:
        raise LoadError(refusal.message + Text(" ", " ") + refusal.advice) from refusal
    return tuple(
        ListSheet(sheet.name, [(row, dict(sheet.grid.row(row))) for row in sheet.grid.rows()])
        for sheet in book.sheets
    )


def _read_text_sheet(name: str, text: str) -> ListSheet:
    """Return the sheet that a text makes, with the separator under which its head is found.

    Counting separators would be misled by the commas in names.
    """
    first, _, rest = text.partition("\n")
    # Excel's own note of the separator.
    noted = first.strip().lower()
    if noted.startswith("sep=") and len(noted) == 5:
        return ListSheet(name, list(_read_rows(rest, noted[4], 2)))
    start = "\n".join(text.splitlines()[:_ROWS_SEEN])
    for separator in _SEPARATORS:
        if find_head(ListSheet(name, list(_read_rows(start, separator, 1)))) is not None:
            return ListSheet(name, list(_read_rows(text, separator, 1)))
    return ListSheet(name, [])


def _read_rows(text: str, separator: str, first: int) -> Iterator[NumberedRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            values: dict[int, Value] = {
                column: cell for column, cell in enumerate(cells, 1) if cell.strip()
            }
            if values:
                # The line that the row ends on, as an editor counts them.
                yield reader.line_num + first - 1, values
    except csv.Error as error:
        raise LoadError(
            Text(
                f"Baris {reader.line_num} tidak terbaca sebagai CSV ({error}).",
                f"Line {reader.line_num} cannot be read as CSV ({error}).",
            )
        ) from error
