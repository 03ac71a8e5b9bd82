"""The command line as people run it: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from plans import Run, write_plan

import selaras


@pytest.fixture(autouse=True)
def same_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let child processes import the very package that is under test."""
    monkeypatch.setenv("PYTHONPATH", str(Path(selaras.__file__).parents[1]))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A workbook in which every sum holds."""
    return write_plan(tmp_path / "baik.xlsx", 300_000_000)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A workbook with a program that is one million over (JML002)."""
    return write_plan(tmp_path / "salah.xlsx", 301_000_000)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `selaras` in the test's folder; environment variables as keywords in capitals."""

    def run(
        *arguments: object, cwd: Path = tmp_path, stdin: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("SELARAS_")}
        return subprocess.run(
            [sys.executable, "-m", "selaras", *map(str, arguments)],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**clean, "PYTHONUTF8": "1", **environment},
            timeout=120,
            check=False,
        )

    return run
