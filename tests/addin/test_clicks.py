"""Every button of the ribbon, from its XML through its VBA and its command to the live workbook.

LibreOffice loads the add-in and holds the example; `clicks.ribbon` says what stands in for
xlwings' DLL.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlwings as xw

from selaras_addin.functions import FUNCTIONS, Function
from selaras_addin.ribbon import BUTTONS, Button
from selaras_addin.xlam.build import build_own_modules
from selaras_addin.xlam.wrappers import NEEDS_WINDOWS
from selaras_addin.xlam.wrappers import WRAPPERS_NAME as FUNCTIONS_MODULE

from .calc_engine import CalcEngine
from .clicks import EXPECTATIONS, CheckedExample, Ribbon, Turn
from .conftest import EXAMPLE_PLAN


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's data folder, away from the workbooks."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SELARAS_DATA", str(folder))
        yield folder


@pytest.fixture(scope="module")
def ribbon(engine: CalcEngine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ribbon]:
    ribbon = Ribbon(engine.office, tmp_path_factory.mktemp("pita"), build_own_modules("id"))
    yield ribbon
    ribbon.close()


@pytest.fixture(scope="module")
def checked_example(
    engine: CalcEngine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[CheckedExample]:
    path = Path(shutil.copy(EXAMPLE_PLAN, tmp_path_factory.mktemp("terperiksa")))
    book = xw.Book(impl=engine.app.books.open(str(path)))
    yield CheckedExample.prepare(book)
    book.close()


@pytest.fixture
def turn(
    ribbon: Ribbon,
    engine: CalcEngine,
    data: Path,
    checked_example: CheckedExample,
    opener: Callable[[Path], xw.Book],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Turn:
    def open_example() -> xw.Book:
        return opener(Path(shutil.copy(EXAMPLE_PLAN, tmp_path)))

    browser_addresses: list[str] = []
    monkeypatch.setattr("webbrowser.open", browser_addresses.append)
    return Turn(ribbon, engine, data, open_example, checked_example, browser_addresses)


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.id)
def test_a_click_does_in_the_workbook_what_the_button_promises(button: Button, turn: Turn) -> None:
    assert button.id in EXPECTATIONS, "nobody has said what this button must do"
    EXPECTATIONS[button.id](turn)
    assert button.id in turn.pressed
    assert turn.engine.app.screen_updating
    assert turn.engine.app.calculation == "automatic"


def test_nothing_is_expected_of_a_button_that_is_not_there() -> None:
    assert set(EXPECTATIONS) == {button.id for button in BUTTONS}


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.id)
def test_a_button_that_needs_a_workbook_asks_whether_there_is_one(
    button: Button, ribbon: Ribbon
) -> None:
    assert ribbon.read_enabled(button.id) is (True if button.needs_book else None)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_each_function_in_cells_is_there_and_compiles(function: Function, ribbon: Ribbon) -> None:
    assert ribbon.is_present(FUNCTIONS_MODULE, function.name)
    given = ["2.17" for _ in function.parameters]
    # LibreOffice takes itself for macOS, where each function says that it needs Windows.
    assert ribbon.call(FUNCTIONS_MODULE, function.name, *given) == NEEDS_WINDOWS.id
