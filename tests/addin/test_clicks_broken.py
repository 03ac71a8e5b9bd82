"""Proof that `test_clicks` notices what breaks: add-ins with one thing wrong, and why they fail."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import xlwings as xw

from selaras_addin import commands
from selaras_addin.xlam import customui
from selaras_addin.xlam.build import build_own_modules
from selaras_addin.xlam.dispatch import DISPATCH_NAME as DISPATCH_MODULE
from selaras_addin.xlam.dispatch import write_python_call
from selaras_addin.xlam.modules import WORKBOOK_MODULE, Module
from selaras_addin.xlam.wrappers import WRAPPERS_NAME as FUNCTIONS_MODULE

from .calc_engine import CalcEngine
from .clicks import ClickLost, Ribbon, click
from .conftest import EXAMPLE_PLAN

BUTTON = "daftar_temuan"
LINE = f'    Case "{BUTTON}"\n        RunPython "{write_python_call(BUTTON)}"\n'


def break_module(name: str, old: str, new: str) -> list[Module]:
    """Return the add-in's modules, with this text of one of them in place of that."""
    modules = build_own_modules("id")
    (one,) = (module for module in modules if module.name == name)
    assert one.source.count(old) == 1
    bad = replace(one, source=one.source.replace(old, new))
    return [bad if module is one else module for module in modules]


@pytest.fixture
def loader(engine: CalcEngine, tmp_path: Path) -> Callable[[list[Module]], object]:
    @contextmanager
    def load_one(modules: list[Module]) -> Iterator[Ribbon]:
        ribbon = Ribbon(engine.office, tmp_path, modules)
        try:
            yield ribbon
        finally:
            ribbon.close()

    return load_one


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("SELARAS_DATA", str(folder))
    return folder


def test_a_row_of_the_dispatch_that_is_missing(loader: Callable[..., object]) -> None:
    with loader(break_module(DISPATCH_MODULE, LINE, "")) as ribbon:
        with pytest.raises(ClickLost, match=f"^{BUTTON}: VBA ran 0 lines of Python, not one$"):
            ribbon.press(BUTTON)
        # Its neighbours still work.
        assert ribbon.press("jelaskan") == write_python_call("jelaskan")


def test_a_row_of_the_dispatch_with_a_mistake_in_it(loader: Callable[..., object]) -> None:
    wrong = LINE.replace("RunPython", "RunPithon")
    with (
        loader(break_module(DISPATCH_MODULE, LINE, wrong)) as ribbon,
        pytest.raises(ClickLost, match="VBA ran 0 lines of Python"),
    ):
        ribbon.press(BUTTON)


@pytest.mark.parametrize(
    ("module", "old", "new", "named"),
    [
        (DISPATCH_MODULE, "    End Select\n", "", DISPATCH_MODULE),
        (FUNCTIONS_MODULE, "Public Sub Selaras_UraikanFungsi()", "Public Sub (", FUNCTIONS_MODULE),
        ("SelarasPita", "Private pita As Object", "Private pita As", "SelarasPita"),
        (WORKBOOK_MODULE, "Private Sub Workbook_Open()", "Private Sub (", "a class or document"),
    ],
)
def test_a_module_that_does_not_compile_and_silences_all(
    loader: Callable[..., object], module: str, old: str, new: str, named: str
) -> None:
    with (
        pytest.raises(ClickLost, match=f"^VBA does not compile: {named}"),
        loader(break_module(module, old, new)),
    ):
        pass


def test_a_callback_that_the_ribbon_names_and_nobody_has(
    loader: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customui, "ON_ACTION", "Selaras_Tekan")
    with (
        loader(build_own_modules("id")) as ribbon,
        pytest.raises(ClickLost, match="names Selaras_Tekan, which no module has"),
    ):
        ribbon.press(BUTTON)


@pytest.mark.parametrize(
    ("entry_point", "cause"),
    [
        (None, f"^{BUTTON}: no such command$"),
        ("selaras_addin.commands.findings_list:daftar", "has no attribute 'daftar'"),
        ("selaras_addin.commands.dafter:daftar_temuan", "No module named"),
    ],
)
def test_a_command_that_does_not_resolve(
    loader: Callable[..., object],
    engine: CalcEngine,
    opener: Callable[[Path], xw.Book],
    tmp_path: Path,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    entry_point: str | None,
    cause: str,
) -> None:
    fewer_commands = {id: one for id, one in commands.BUTTON_COMMANDS.items() if id != BUTTON}
    monkeypatch.setattr(
        commands,
        "BUTTON_COMMANDS",
        fewer_commands if entry_point is None else fewer_commands | {BUTTON: entry_point},
    )
    opener(Path(shutil.copy(EXAMPLE_PLAN, tmp_path)))
    with loader(build_own_modules("id")) as ribbon, pytest.raises(ClickLost, match=cause):
        click(ribbon, engine.app, BUTTON, data)


def test_python_that_does_not_run(
    loader: Callable[..., object],
    engine: CalcEngine,
    opener: Callable[[Path], xw.Book],
    tmp_path: Path,
    data: Path,
) -> None:
    wrong = LINE.replace("selaras_addin.commands", "selaras_addin.command")
    opener(Path(shutil.copy(EXAMPLE_PLAN, tmp_path)))
    with (
        loader(break_module(DISPATCH_MODULE, LINE, wrong)) as ribbon,
        pytest.raises(ClickLost, match=r"No module named 'selaras_addin\.command'"),
    ):
        click(ribbon, engine.app, BUTTON, data)
