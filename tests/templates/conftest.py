"""A headless LibreOffice for all tests of a worker, and templates open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from addin.calc_engine.office import Kantor

from .calc import Buku


@pytest.fixture(scope="session")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kantor]:
    """The running program."""
    found = Kantor(tmp_path_factory.mktemp("kantor"))
    yield found
    found.tutup()


@pytest.fixture
def buka(kantor: Kantor, tmp_path: Path) -> Iterator[Callable[[bytes], Buku]]:
    """Open workbooks in Calc; they are closed, unsaved, when the test ends."""
    opened: list[Buku] = []

    def one(data: bytes) -> Buku:
        path = tmp_path / f"buku{len(opened)}.xlsx"
        path.write_bytes(data)
        opened.append(Buku(kantor, path))
        return opened[-1]

    yield one
    for book in opened:
        book.tutup()
