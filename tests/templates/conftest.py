"""A headless LibreOffice for all tests of a worker, and templates open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from addin.calc_engine.office import Office

from .calc import CalcBook


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The running program."""
    found = Office(tmp_path_factory.mktemp("kantor"))
    yield found
    found.close()


@pytest.fixture
def opener(office: Office, tmp_path: Path) -> Iterator[Callable[[bytes], CalcBook]]:
    """Open workbooks in Calc; they are closed, unsaved, when the test ends."""
    opened: list[CalcBook] = []

    def open_one(data: bytes) -> CalcBook:
        path = tmp_path / f"buku{len(opened)}.xlsx"
        path.write_bytes(data)
        opened.append(CalcBook(office, path))
        return opened[-1]

    yield open_one
    for book in opened:
        book.close()
