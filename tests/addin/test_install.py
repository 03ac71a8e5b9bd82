"""`selaras addin install` as it runs on Windows: in this process, on a home made of files."""

from __future__ import annotations

import sys
from argparse import Namespace
from importlib import metadata
from pathlib import Path

import pytest

import selaras_addin
from selaras.cli.parser import UsageError
from selaras_addin import cli, cli_actions
from selaras_addin.setup.addin_file import read_addin
from selaras_addin.setup.install import read_settings
from selaras_addin.setup.source import REINSTALL
from selaras_addin.xlam.build import SELARAS_PROPERTY, XLWINGS_PROPERTY, build_addin
from selaras_addin.xlam.package import build_package
from selaras_addin.xlam.xlwings_source import read_xlwings_version

from .fake_windows import FakeWindows, build_fake_windows


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeWindows:
    fake = build_fake_windows(tmp_path)
    monkeypatch.setattr(cli_actions, "find_places", lambda: fake.places)
    return fake


def run(file: Path | None = None) -> int:
    return cli.execute(Namespace(action="install", file=file and str(file)), "id")


def build_addin_for(xlwings: str) -> bytes:
    """Return an add-in that tells this version, its bytes unlike those that are built here."""
    return build_package(
        ribbon=b"tanda tangan", vba_project=b"", settings_sheet="s", settings={},
        properties={SELARAS_PROPERTY: "0.0.1", XLWINGS_PROPERTY: xlwings},
    )  # fmt: skip


def expect_refusal(fake: FakeWindows, file: Path | None) -> UsageError:
    """Return why it is refused; nothing at all may have been written."""
    before = fake.read_tree()
    with pytest.raises(UsageError) as caught:
        run(file)
    assert fake.read_tree() == before
    return caught.value


def test_without_a_file_a_newly_built_add_in_is_installed(
    fake: FakeWindows, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 0
    assert fake.places.addin.read_bytes() == build_addin("id")
    assert capsys.readouterr().out == (
        f"Terpasang: {fake.places.addin}\nBuka ulang Excel; tab Selaras ada di pita.\n"
    )
    assert read_settings(fake.places) == {
        "INTERPRETER_WIN": sys.executable,
        "PYTHONPATH": str(Path(selaras_addin.__file__).parents[1]),
    }


def test_the_given_file_is_installed_byte_for_byte(fake: FakeWindows, tmp_path: Path) -> None:
    signed = tmp_path / "ditandatangani.xlam"
    signed.write_bytes(build_addin_for(read_xlwings_version()))
    assert run(signed) == 0
    assert fake.places.addin.read_bytes() == signed.read_bytes()
    found = read_addin(fake.places.addin.read_bytes())
    assert found
    assert found.selaras == "0.0.1"


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"", b"Rencana Kerja"])
def test_a_file_that_is_no_add_in_is_refused(
    fake: FakeWindows, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "renja.xlsx"
    file.write_bytes(data)
    assert expect_refusal(fake, file).message.id == f"{file} bukan add-in Selaras."


def test_a_file_that_is_not_there_is_refused(fake: FakeWindows, tmp_path: Path) -> None:
    file = tmp_path / "tidak-ada.xlam"
    assert expect_refusal(fake, file).message.id.startswith(f"tidak dapat membaca {file}: ")


def test_a_file_for_another_xlwings_is_refused(fake: FakeWindows, tmp_path: Path) -> None:
    file = tmp_path / "lama.xlam"
    file.write_bytes(build_addin_for("0.0.9"))
    message = expect_refusal(fake, file).message
    assert message.id == (
        f"{file} dibuat untuk xlwings 0.0.9, sedangkan yang terpasang {read_xlwings_version()}."
    )
    assert "was built for xlwings 0.0.9" in message.en


@pytest.mark.parametrize("given", [True, False])
def test_without_xlwings_nothing_is_installed_and_the_user_reads_how_to_get_it(
    fake: FakeWindows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: bool
) -> None:
    file = tmp_path / "Selaras.xlam"
    file.write_bytes(build_addin("id"))

    def gone(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", gone)
    assert expect_refusal(fake, file if given else None).message.id.endswith(REINSTALL.id)
