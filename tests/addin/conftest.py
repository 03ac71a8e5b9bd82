"""A live LibreOffice Calc behind xlwings, one for all tests of a worker."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlwings as xw

from .calc_engine import CalcEngine, Office, counts

EXAMPLE_PLAN = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CalcEngine]:
    """The engine, made the active one of xlwings for the session."""
    office = Office(tmp_path_factory.mktemp("kantor"))
    engine = CalcEngine(office)
    wrapper = xw.Engine(impl=engine)
    xw.engines.add(wrapper)
    wrapper.activate()
    yield engine
    office.close()


@pytest.fixture
def data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, away from the workbooks."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("SELARAS_DATA", str(folder))
    return folder


@pytest.fixture
def opener(engine: CalcEngine) -> Iterator[Callable[[Path], xw.Book]]:
    """Open workbooks in Calc; they are closed, unsaved, when the test ends."""
    opened: list[xw.Book] = []

    def open_one(path: Path) -> xw.Book:
        book = xw.Book(impl=engine.app.books.open(str(path)))
        opened.append(book)
        book.set_mock_caller()
        engine.app.messages.clear()
        engine.app.answers.clear()
        counts.clear()
        return book

    yield open_one
    for book in opened:
        book.close()
    if hasattr(xw.Book, "_mock_caller"):
        del xw.Book._mock_caller


@pytest.fixture
def example(opener: Callable[[Path], xw.Book], tmp_path: Path) -> xw.Book:
    """A copy of the example workbook, open."""
    return opener(Path(shutil.copy(EXAMPLE_PLAN, tmp_path)))
