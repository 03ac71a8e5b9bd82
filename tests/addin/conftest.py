"""A live LibreOffice Calc behind xlwings, one for all tests of a worker."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlwings as xw

from .calc_engine import CalcEngine, Kantor, hitungan

CONTOH = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"


@pytest.fixture(scope="session")
def mesin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CalcEngine]:
    """The engine, made the active one of xlwings for the session."""
    kantor = Kantor(tmp_path_factory.mktemp("kantor"))
    mesin = CalcEngine(kantor)
    engine = xw.Engine(impl=mesin)
    xw.engines.add(engine)
    engine.activate()
    yield mesin
    kantor.tutup()


@pytest.fixture
def data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, away from the workbooks."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("SELARAS_DATA", str(folder))
    return folder


@pytest.fixture
def buka(mesin: CalcEngine) -> Iterator[Callable[[Path], xw.Book]]:
    """Open workbooks in Calc; they are closed, unsaved, when the test ends."""
    terbuka: list[xw.Book] = []

    def satu(path: Path) -> xw.Book:
        buku = xw.Book(impl=mesin.app.books.open(str(path)))
        terbuka.append(buku)
        buku.set_mock_caller()
        mesin.app.messages.clear()
        mesin.app.jawaban.clear()
        hitungan.clear()
        return buku

    yield satu
    for buku in terbuka:
        buku.close()
    if hasattr(xw.Book, "_mock_caller"):
        del xw.Book._mock_caller


@pytest.fixture
def contoh(buka: Callable[[Path], xw.Book], tmp_path: Path) -> xw.Book:
    """A copy of the example workbook, open."""
    return buka(Path(shutil.copy(CONTOH, tmp_path)))
