"""From a file's bytes to a `Book` or a typed refusal. Imports nothing until it is asked to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from selaras.model.book import Book


def read_book(path: str | Path, data: bytes | None = None) -> Book:
    """Return the workbook at `path`; with `data`, these bytes are read and `path` only names them.

    The file is opened read-only and nothing is written. Raises `selaras.intake.refusal.Refusal`,
    with words for the user, when the file is no workbook that can be read safely.
    """
    from selaras.intake.reader import read

    return read(path, data)
