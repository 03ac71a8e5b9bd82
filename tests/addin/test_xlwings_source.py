"""What happens where the installed xlwings is not the one that the add-in is written for."""

from __future__ import annotations

from argparse import Namespace
from importlib import metadata
from pathlib import Path

import pytest

from selaras.cli.parser import UsageError
from selaras_addin import cli
from selaras_addin.setup.source import REINSTALL
from selaras_addin.xlam import xlwings_source
from selaras_addin.xlam.xlwings_source import (
    UnexpectedXlwings,
    find_applescript,
    read_xlwings_modules,
    read_xlwings_version,
)

BUILD = Namespace(action="build", output="Selaras.xlam")


def gone(name: str) -> str:
    raise metadata.PackageNotFoundError(name)


def test_without_xlwings_the_user_reads_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(metadata, "version", gone)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        cli.execute(BUILD, "id")
    for said, words in (
        (caught.value.message.id, REINSTALL.id),
        (caught.value.message.en, REINSTALL.en),
    ):
        assert said.endswith(words)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UnexpectedXlwings):
        find_applescript()


def test_a_dll_of_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda _name: "0.0.1")
    with pytest.raises(UnexpectedXlwings, match="another version of its DLL"):
        read_xlwings_modules()


@pytest.mark.parametrize(
    ("theirs", "times"), [("PROJECT_NAME As String", 0), ('source = "directory"', 2)]
)
def test_vba_in_which_a_change_would_miss_or_hit_twice_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, theirs: str, times: int
) -> None:
    package = tmp_path / "xlwings"
    (package / "addin").mkdir(parents=True)
    real = xlwings_source._find_package()
    for name in ("xlwings_custom_addin.bas", "addin/Dictionary.cls"):
        (package / name).write_bytes((real / name).read_bytes())
    main = package / "xlwings_custom_addin.bas"
    lines = main.read_text("cp1252").splitlines()
    changed = [again for line in lines for again in [line] * (times if theirs in line else 1)]
    assert len(changed) != len(lines)
    main.write_text("\n".join(changed) + "\n", "cp1252")
    monkeypatch.setattr(xlwings_source, "_find_package", lambda: package)
    with pytest.raises(UnexpectedXlwings, match="its VBA has changed"):
        read_xlwings_modules()


def test_the_installed_one_is_the_one_that_the_project_pins() -> None:
    requirements = Path(__file__).parents[2].joinpath("pyproject.toml").read_text("utf-8")
    assert requirements.count(f'"xlwings=={read_xlwings_version()}"') == 2
