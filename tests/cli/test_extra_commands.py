"""Commands that other packages bring along."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from plans import Run

from installed import write_metadata

MODULE = """
from selaras.values.text import Text
summary = Text("menyapa", "greets")
def add_arguments(parser, bahasa):
    parser.add_argument("nama")
def execute(options, bahasa):
    print(("halo", "hello")[bahasa == "en"], options.nama)
    return 1
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = write_metadata(tmp_path / "paket", {"sapa": "menyapa", "rusak": "tidak_ada_modul_ini"})
    (folder / "menyapa.py").write_text(MODULE)
    value = os.pathsep.join([str(folder), os.environ["PYTHONPATH"]])
    monkeypatch.setenv("PYTHONPATH", value)
    return value


@pytest.mark.usefixtures("path")
def test_a_registered_command_runs_with_its_arguments_language_and_exit_code(run: Run) -> None:
    done = run("sapa", "check", "--lang", "en")
    assert (done.returncode, done.stdout, done.stderr) == (1, "hello check\n", "")


@pytest.mark.usefixtures("path")
def test_help_lists_them_and_a_broken_one_hides_none(run: Run) -> None:
    listed = run("--help").stdout
    assert "menyapa" in listed
    assert "(tidak dapat dimuat)" in listed
    assert "periksa buku kerja" in listed


@pytest.mark.usefixtures("path")
def test_a_broken_command_says_what_is_missing_and_what_to_do(run: Run) -> None:
    done = run("rusak")
    assert done.returncode == 2
    assert "tidak_ada_modul_ini" in done.stderr
    assert "Pasang ulang" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("path")
def test_an_unknown_command_is_answered_with_all_commands(run: Run) -> None:
    done = run("sapaa")
    assert done.returncode == 2
    assert "sapa" in done.stderr.replace("sapaa", "")
    assert "check" in done.stderr


@pytest.mark.usefixtures("path")
def test_a_command_of_the_engine_looks_for_no_other(run: Run, bad: Path) -> None:
    done = run("check", bad, PYTHONVERBOSE="1")
    assert "importlib.metadata" not in done.stderr
    assert "import 'selaras.cli.check'" in done.stderr


def test_the_commands_of_the_project_can_be_imported(tmp_path: Path) -> None:
    from importlib.metadata import distributions

    from selaras.cli.extra_commands import load_command
    from selaras.values.text import Text

    (found,) = distributions(path=[str(write_metadata(tmp_path / "selaras"))])
    assert {point.name for point in found.entry_points} >= {"addin"}
    for point in found.entry_points:
        assert isinstance(load_command(point).summary, Text)
