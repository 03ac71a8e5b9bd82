"""The page of the house is what the import contract and the docstrings say."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_arsitektur", ROOT / "docs" / "build_arsitektur.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_fresh(builder: ModuleType) -> None:
    written = (ROOT / "docs" / "arsitektur.md").read_text(encoding="utf-8")
    assert written == builder.page(), "run python docs/build_arsitektur.py"


def test_every_step_of_the_way_is_a_function(builder: ModuleType) -> None:
    assert [path for path, _ in builder.WAY if not callable(builder.resolve(path))] == []


def test_the_way_goes_through_every_floor_that_a_workbook_passes(builder: ModuleType) -> None:
    rooms = {path.split(".")[1] for path, _ in builder.WAY}
    assert rooms >= {"batch", "intake", "recognise", "model", "engine", "rules", "apart", "report"}
