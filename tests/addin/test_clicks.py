"""Every button of the ribbon, from its XML through its VBA and its command to the live workbook.

LibreOffice loads the add-in and holds the example; `klik.pita` says what stands in
for xlwings' DLL.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlwings as xw

from selaras_addin.functions import FUNCTIONS, Function
from selaras_addin.ribbon import BUTTONS, Button
from selaras_addin.xlam.build import own_modules
from selaras_addin.xlam.wrappers import NAME as MODUL_FUNGSI
from selaras_addin.xlam.wrappers import NEEDS_WINDOWS

from .calc_engine import CalcEngine
from .clicks import HARAPAN, Pita, Sidang, Terperiksa
from .conftest import CONTOH


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's data folder, away from the workbooks."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SELARAS_DATA", str(folder))
        yield folder


@pytest.fixture(scope="module")
def pita(mesin: CalcEngine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pita]:
    pita = Pita(mesin.kantor, tmp_path_factory.mktemp("pita"), own_modules("id"))
    yield pita
    pita.tutup()


@pytest.fixture(scope="module")
def terperiksa(mesin: CalcEngine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terperiksa]:
    path = Path(shutil.copy(CONTOH, tmp_path_factory.mktemp("terperiksa")))
    buku = xw.Book(impl=mesin.app.books.open(str(path)))
    yield Terperiksa.siapkan(buku)
    buku.close()


@pytest.fixture
def sidang(
    pita: Pita,
    mesin: CalcEngine,
    data: Path,
    terperiksa: Terperiksa,
    buka: Callable[[Path], xw.Book],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Sidang:
    def contoh() -> xw.Book:
        return buka(Path(shutil.copy(CONTOH, tmp_path)))

    peramban: list[str] = []
    monkeypatch.setattr("webbrowser.open", peramban.append)
    return Sidang(pita, mesin, data, contoh, terperiksa, peramban)


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.id)
def test_a_click_does_in_the_workbook_what_the_button_promises(
    button: Button, sidang: Sidang
) -> None:
    assert button.id in HARAPAN, "nobody has said what this button must do"
    HARAPAN[button.id](sidang)
    assert button.id in sidang.ditekan
    assert sidang.mesin.app.screen_updating
    assert sidang.mesin.app.calculation == "automatic"


def test_nothing_is_expected_of_a_button_that_is_not_there() -> None:
    assert set(HARAPAN) == {button.id for button in BUTTONS}


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.id)
def test_a_button_that_needs_a_workbook_asks_whether_there_is_one(
    button: Button, pita: Pita
) -> None:
    assert pita.read_enabled(button.id) is (True if button.needs_book else None)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_each_function_in_cells_is_there_and_compiles(function: Function, pita: Pita) -> None:
    assert pita.ada(MODUL_FUNGSI, function.name)
    given = ["2.17" for _ in function.parameters]
    # LibreOffice takes itself for macOS, where each function says that it needs Windows.
    assert pita.panggil(MODUL_FUNGSI, function.name, *given) == NEEDS_WINDOWS.id
