"""The cells of a file: a workbook of any kind that Selaras reads, or text with separators."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from selaras.model.book import Value
from selaras.nomenklatur.load.heads import Baris, Lembar, cari_kepala
from selaras.values.text import Teks

_BYTES = 100_000_000
_PEMISAH = ",;\t|"
_LIHAT_BARIS = 60


class GagalMuat(Exception):
    """A file that gives no list; the message is for the user."""

    def __init__(self, pesan: Teks) -> None:
        super().__init__(pesan.id)
        self.pesan = pesan


class Berkas(NamedTuple):
    """A file's sheets and the SHA-256 of its bytes."""

    sheets: tuple[Lembar, ...]
    sha256: str


def baca_berkas(path: str) -> Berkas:
    """Return the cells of the file. Raises GagalMuat where it cannot be read."""
    from selaras.intake.sniff import Form, sniff, text_of

    data = _isi(path)
    digest = sha256(data).hexdigest()
    form = sniff(data)
    # A text of one column has no separator to be known by; the head will tell.
    text = text_of(data) if form in (Form.CSV, Form.OTHER) else None
    if text is not None:
        return Berkas((_teks(os.path.basename(path), text),), digest)
    return Berkas(_buku(path, data), digest)


def _isi(path: str) -> bytes:
    try:
        if not os.path.isfile(path):
            words = (
                Teks("itu bukan berkas", "it is no file")
                if os.path.exists(path)
                else Teks("berkasnya tidak ada", "there is no such file")
            )
            raise _tak_terbuka(path, words)
        if os.path.getsize(path) > _BYTES:
            raise _tak_terbuka(path, Teks("berkasnya terlalu besar", "the file is too large"))
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "strerror", None) or error)
        raise _tak_terbuka(path, Teks(reason, reason)) from error


def _tak_terbuka(path: str, words: Teks) -> GagalMuat:
    return GagalMuat(
        Teks(f"{path} tidak dapat dibuka: {words.id}.", f"{path} cannot be opened: {words.en}.")
    )


def _buku(path: str, data: bytes) -> tuple[Lembar, ...]:
    from selaras.intake import read_book
    from selaras.intake.refusal import Refusal

    try:
        book = read_book(path, data)
    except Refusal as refusal:
        raise GagalMuat(refusal.message + Teks(" ", " ") + refusal.advice) from refusal
    return tuple(
        Lembar(sheet.name, [(row, dict(sheet.grid.row(row))) for row in sheet.grid.rows()])
        for sheet in book.sheets
    )


def _teks(name: str, text: str) -> Lembar:
    """Return the sheet that a text makes, with the separator under which its head is found.

    Counting separators would be misled by the commas in names.
    """
    first, _, rest = text.partition("\n")
    # Excel's own note of the separator.
    noted = first.strip().lower()
    if noted.startswith("sep=") and len(noted) == 5:
        return Lembar(name, list(_pisah(rest, noted[4], 2)))
    start = "\n".join(text.splitlines()[:_LIHAT_BARIS])
    for separator in _PEMISAH:
        if cari_kepala(Lembar(name, list(_pisah(start, separator, 1)))) is not None:
            return Lembar(name, list(_pisah(text, separator, 1)))
    return Lembar(name, [])


def _pisah(text: str, separator: str, first: int) -> Iterator[Baris]:
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
        raise GagalMuat(
            Teks(
                f"Baris {reader.line_num} tidak terbaca sebagai CSV ({error}).",
                f"Line {reader.line_num} cannot be read as CSV ({error}).",
            )
        ) from error
