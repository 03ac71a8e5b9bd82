"""The command line as people run it, with a data folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `selaras` with the test's own data folder."""

    def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("SELARAS_")}
        data = {"SELARAS_DATA": str(tmp_path / "data"), "PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, "-m", "selaras", *map(str, arguments)],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env={**clean, **data, **environment},
            timeout=120,
            check=False,
        )

    return run
