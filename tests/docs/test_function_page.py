"""The page of the functions in cells is what their table says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_page_is_fresh() -> None:
    spec = importlib.util.spec_from_file_location("build_fungsi", ROOT / "docs/build_fungsi.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = (ROOT / "docs/fungsi.md").read_text(encoding="utf-8")
    assert written == module.page(), "run python docs/build_fungsi.py"
