"""`selaras addin` as people run it, on a system that has no Excel."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from installed import write_metadata

Run = Callable[..., subprocess.CompletedProcess[str]]

NO_EXCEL = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="would install into this user's Excel"
)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    path = os.pathsep.join([str(write_metadata(tmp_path / "terpasang")), *sys.path])

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "selaras", "addin", *arguments],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            check=False,
        )

    return run


def test_build_writes_the_file_and_says_its_hash(run: Run, tmp_path: Path) -> None:
    done = run("build")
    assert (done.returncode, done.stderr) == (0, "")
    data = (tmp_path / "Selaras.xlam").read_bytes()
    assert done.stdout == f"Selaras.xlam\nsha256 {hashlib.sha256(data).hexdigest()}\n"
    # Again, over its own file, and in another language.
    again = run("build", "-o", "Selaras.xlam", "--lang", "en")
    assert again.returncode == 0
    assert b"Check Workbook" in (tmp_path / "Selaras.xlam").read_bytes()


def test_build_does_not_write_over_what_is_not_its_own(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "renja.xlsx"
    book.write_bytes(b"PK")
    done = run("build", "-o", "renja.xlsx")
    assert done.returncode == 2
    assert "tidak ditimpa" in done.stderr
    assert book.read_bytes() == b"PK"


def test_build_into_no_folder_is_said_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    done = run("build", "-o", "tidak/ada/Selaras.xlam")
    assert done.returncode == 2
    assert "tidak dapat menulis" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.iterdir()) == before


@NO_EXCEL
@pytest.mark.parametrize("action", ["install", "uninstall", "status", "doctor"])
def test_without_excel_the_rest_is_refused_in_words(run: Run, action: str) -> None:
    done = run(action)
    assert (done.returncode, done.stdout) == (2, "")
    assert "memerlukan Excel untuk Windows atau macOS" in done.stderr
    english = run(action, "--lang", "en")
    assert "needs Excel for Windows or macOS" in english.stderr


def test_help_names_the_actions_in_both_languages(run: Run) -> None:
    for language, words in (("id", "cari penyebab"), ("en", "find out why")):
        done = run("--help", "--lang", language)
        assert done.returncode == 0
        assert words in done.stdout
        for action in ("build", "install", "uninstall", "status", "doctor"):
            assert action in done.stdout
