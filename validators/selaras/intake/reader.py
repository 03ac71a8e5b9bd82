"""Reads one file: its bytes, what kind of file they are, and the reader for that kind."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from typing import TYPE_CHECKING

from selaras.intake import limits
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.sniff import Form, sniff
from selaras.model.book import Book
from selaras.values.text import Text

if TYPE_CHECKING:
    from pathlib import Path

_REFUSED = {
    Form.EMPTY: RefusalKind.EMPTY,
    Form.PDF: RefusalKind.PDF,
    Form.XML: RefusalKind.XML,
    Form.PASSWORD: RefusalKind.PASSWORD,
    Form.ANCIENT_XLS: RefusalKind.OLD_XLS,
    Form.OTHER: RefusalKind.NOT_WORKBOOK,
}


def read(path: str | Path, data: bytes | None = None) -> Book:
    """Return the workbook; see `selaras.intake.read_book`."""
    content = _content(path) if data is None else data
    digest = sha256(content).hexdigest()
    try:
        return _read(str(path), digest, content)
    except Refusal as refusal:
        refusal.sha256 = digest
        raise
    except (MemoryError, ImportError):
        # The machine's or the installation's fault, not the file's.
        raise
    except Exception as error:
        # No reader is known to end here; a file that finds the way is refused, not a traceback.
        kind = RefusalKind.ENCODING if isinstance(error, UnicodeDecodeError) else RefusalKind.BROKEN
        unforeseen = Refusal(kind, f"{type(error).__name__}: {error}")
        unforeseen.sha256 = digest
        raise unforeseen from error


def _content(path: str | Path) -> bytes:
    """Return the bytes of a file, or of a member of an archive; see `selaras.intake.zipped`."""
    if "!/" in str(path):
        from selaras.intake.zipped import read_member, split_path

        parts = split_path(str(path))
        if parts is not None:
            return read_member(_content(parts[0]), parts[1])
    try:
        # Not pathlib: importing it would take longer than reading a small workbook.
        # Looked at before it is opened: opening a pipe waits for somebody to write to it.
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise Refusal(RefusalKind.UNREADABLE, "no ordinary file")
        if status.st_size > limits.FILE_BYTES:
            raise Refusal(RefusalKind.TOO_LARGE, f"a file of {status.st_size} bytes")
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError) as error:
        raise Refusal(RefusalKind.UNREADABLE, str(error)) from error


def _read(path: str, digest: str, content: bytes) -> Book:
    form = sniff(content)
    if form is Form.ZIP:
        return _read_package(path, digest, content)
    if form is Form.XLS:
        from selaras.intake.oldxls import read_xls

        return _named(read_xls(path, digest, content), ".xls", Text("buku kerja", "a workbook"))
    if form is Form.HTML:
        from selaras.intake.webpage import read_webpage

        return read_webpage(path, digest, content)
    if form is Form.CSV:
        from selaras.intake.csvtext import read_csv

        return _named(read_csv(path, digest, content), ".csv", Text("teks", "a text"))
    raise Refusal(_REFUSED[form])


def _read_package(path: str, digest: str, content: bytes) -> Book:
    from selaras.intake.package import Package
    from selaras.intake.workbookpart import main_part

    package = Package(content)
    main = main_part(package) or "xl/workbook.xml"
    if main.endswith(".bin"):
        from selaras.intake.foreign import read_xlsb

        return read_xlsb(path, digest, package, main)
    if package.find(main):
        from selaras.intake.xlsx import read_xlsx

        book = read_xlsx(path, digest, package, main)
        return _named(book, ".xlsx", Text("buku kerja", "a workbook"))
    if package.find("content.xml"):
        from selaras.intake.ods import read_ods

        return _named(read_ods(path, digest, package), ".ods", Text("buku kerja", "a workbook"))
    from selaras.intake.zipped import file_names

    if file_names(package):
        raise Refusal(RefusalKind.ARCHIVE, f"{len(package.members)} members")
    raise Refusal(RefusalKind.NOT_WORKBOOK, main)


#: Endings of names, by the one that stands for all of their kind.
_ENDINGS = {
    ".xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    ".xls": (".xls", ".xlt"),
    ".ods": (".ods", ".ots"),
    ".csv": (".csv", ".tsv", ".tab", ".txt"),
}


def _named(book: Book, ending: str, what: Text) -> Book:
    """Return the book; where its name says that it is of another kind, with a note of that."""
    named = os.path.splitext(book.path)[1].lower()
    if named in _ENDINGS[ending] or not any(named in endings for endings in _ENDINGS.values()):
        return book
    note = Text(
        f"Berkas ini bernama {named}, tetapi isinya {what.id} {ending}; dibaca menurut isinya.",
        f"This file is named {named} but is {what.en} of kind {ending}; it was read as what it is.",
    )
    return book._replace(notes=(*book.notes, note))
