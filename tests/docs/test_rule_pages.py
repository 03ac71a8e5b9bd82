"""The pages in docs/aturan are what the rules say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_pages_are_fresh() -> None:
    spec = importlib.util.spec_from_file_location("build_aturan", ROOT / "docs/build_aturan.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folder = ROOT / "docs/aturan"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert written == module.pages(), "run python docs/build_aturan.py"
