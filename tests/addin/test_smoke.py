"""The plan of the smoke test in Excel, carried out in LibreOffice.

What stands for Excel's object model here is `_read_fact`; what the script does with the plan
is in `test_release`. So the plan asks nothing that the commands do not do, and a button that did
nothing does not pass.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw

from release.plan import build_smoke_plan
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.messages import BOX_TITLE
from selaras_addin.ribbon import BUTTONS
from selaras_addin.xlam.build import build_own_modules

from .calc_engine import CalcEngine
from .clicks import Ribbon, click
from .conftest import EXAMPLE_PLAN

SMOKE_PLAN: dict[str, Any] = json.loads(build_smoke_plan(b""))


class SmokeTest:
    """The smoke test's copy of the example, and what the script would do with it."""

    def __init__(self, engine: CalcEngine, ribbon: Ribbon, folder: Path, data: Path) -> None:
        self.app, self._ribbon, self._data = engine.app, ribbon, data
        self.folder = folder
        self._copy = Path(shutil.copy(EXAMPLE_PLAN, folder / SMOKE_PLAN["copy"]))
        self.book = xw.Book(impl=engine.app.books.open(str(self._copy)))

    def prepare(self, button: dict[str, Any]) -> None:
        """Do what the plan says is to be done before the press."""
        self.book.activate()
        self.book.set_mock_caller()
        self.app.messages.clear()
        for entry in button["write"]:
            sheet_name, selected, value = entry["sheet"], entry["cell"], entry["value"]
            if sheet_name not in [sheet.name for sheet in self.book.sheets]:
                self.book.sheets.add(sheet_name, after=self.book.sheets[-1])
            if isinstance(value, str):
                self.book.sheets[sheet_name][selected].number_format = "@"
            self.book.sheets[sheet_name][selected].value = value
        for choice in button["select"]:
            self.book.sheets[choice["sheet"]].activate()
            self.book.sheets[choice["sheet"]][choice["cell"]].select()

    def press(self, button: dict[str, Any]) -> None:
        """Press, and answer as the script does: with Yes where that can be said, else with OK."""
        self.app.answers[:] = ["yes"] * len(button["dialogs"])
        click(self._ribbon, self.app, button["id"], self._data)
        self.app.answers.clear()

    def find_faults(self, button: dict[str, Any]) -> list[str]:
        """Return what of the boxes and of the workbook is not as the plan says."""
        boxes = [text for text, title in self.app.messages if title == BOX_TITLE]
        patterns = button["dialogs"]
        faults = [f"{len(boxes)} boxes: {boxes}"] if len(boxes) != len(patterns) else []
        for text, allowed in zip(boxes, patterns, strict=False):
            if not any(fnmatchcase(text, one) for one in allowed):
                faults.append(f"box: {text}")
        for effect in button["effects"]:
            found = self._read_fact(**{k: v for k, v in effect.items() if k != "pattern"})
            if not fnmatchcase(found, effect["pattern"]):
                faults.append(f"{effect}: {found}")
        return faults

    def _read_fact(self, fact: str, sheet: str, cell: str, file: str) -> str:
        front = xw.Book(impl=self.app.books.active)
        if fact == "front":
            selected = self.app.selection.address.replace("$", "")
            return f"{front.sheets.active.name}!{selected}"
        if fact == "book":
            return front.name
        if fact == "file":
            return str((self.folder / file).is_file())
        visible = {s.name for s in self.book.sheets if grid.read_state(s) == 0}
        if fact == "sheet":
            return str(sheet in visible)
        if sheet not in visible:
            return f"no sheet {sheet}"
        one = self.book.sheets[sheet][cell]
        if fact == "note":
            return one.note.text if one.note else ""
        assert fact == "cell"
        return _show_text(one.value)


def _show_text(value: object) -> str:
    """Return a value as PowerShell writes it: whole numbers without a decimal point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


@pytest.fixture
def smoke(
    engine: CalcEngine, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SmokeTest]:
    monkeypatch.setattr("webbrowser.open", lambda _address: True)
    ribbon_folder, folder = tmp_path / "pita", tmp_path / "buku"
    for one in (ribbon_folder, folder):
        one.mkdir()
    ribbon = Ribbon(engine.office, ribbon_folder, build_own_modules("id"))
    smoke = SmokeTest(engine, ribbon, folder, data)
    yield smoke
    for book in list(engine.app.books):
        book.close()
    ribbon.close()
    del xw.Book._mock_caller


def test_the_plan_holds_for_what_the_buttons_do_and_not_for_buttons_that_do_nothing(
    smoke: SmokeTest,
) -> None:
    assert [button["id"] for button in SMOKE_PLAN["buttons"]] == [button.id for button in BUTTONS]
    for button in SMOKE_PLAN["buttons"]:
        smoke.prepare(button)
        assert smoke.find_faults(button) != [], f"{button['id']} would pass without doing anything"
        smoke.press(button)
        assert smoke.find_faults(button) == [], button["id"]


def test_a_box_that_the_plan_does_not_have_is_a_fault(smoke: SmokeTest) -> None:
    button = next(button for button in SMOKE_PLAN["buttons"] if button["id"] == "periksa_buku")
    smoke.prepare(button)
    smoke.press(button)
    smoke.app.messages.append(("Perintah Selaras tidak dapat dijalankan:", BOX_TITLE))
    (faults,) = smoke.find_faults(button)
    assert faults.startswith("1 boxes")
