"""Installing and removing on a Windows home made of files."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from selaras_addin.cli_actions import describe_installed
from selaras_addin.setup.addin_file import read_addin
from selaras_addin.setup.install import build_own_settings, install, read_settings, uninstall
from selaras_addin.setup.places import (
    SetupError,
    find_macos_places,
    find_places,
    find_windows_places,
)
from selaras_addin.xlam.build import build_addin
from selaras_addin.xlam.xlwings_source import find_applescript, read_xlwings_version

from .fake_windows import FakeWindows, build_fake_windows

ADDIN = build_addin("id")


@pytest.fixture
def fake(tmp_path: Path) -> FakeWindows:
    return build_fake_windows(tmp_path)


def put(fake: FakeWindows, addin: bytes = ADDIN) -> None:
    install(fake.places, addin, build_own_settings(fake.places, fake.python, fake.packages))


def test_install_puts_the_add_in_and_the_settings_where_excel_and_xlwings_look(
    fake: FakeWindows,
) -> None:
    before = set(fake.read_tree())
    put(fake)
    profile = "Users/Sri Wahyuni"
    startup = f"{profile}/AppData/Roaming/Microsoft/Excel/XLSTART"
    settings = f"{profile}/.selaras/selaras.conf"
    tree = fake.read_tree()
    assert set(tree) - before == {
        startup, f"{startup}/Selaras.xlam", f"{profile}/.selaras", settings,
        f"{profile}/.selaras/selaras-addin.json",
    }  # fmt: skip
    assert tree[f"{startup}/Selaras.xlam"] == ADDIN
    assert tree[settings] == (
        f'"INTERPRETER_WIN","{fake.python}"\r\n"PYTHONPATH","{fake.packages}"\r\n'
    ).encode("cp1252")


def test_uninstall_leaves_the_home_as_it_was(fake: FakeWindows) -> None:
    before = fake.read_tree()
    put(fake)
    assert uninstall(fake.places) is True
    assert fake.read_tree() == before
    assert uninstall(fake.places) is False
    assert fake.read_tree() == before


def test_installing_twice_is_installing_once(fake: FakeWindows) -> None:
    before = fake.read_tree()
    put(fake)
    once = fake.read_tree()
    put(fake)
    assert fake.read_tree() == once
    uninstall(fake.places)
    assert fake.read_tree() == before


def test_an_older_add_in_and_a_moved_python_are_replaced(fake: FakeWindows) -> None:
    before = fake.read_tree()
    moved = fake.python.with_name("python-lama.exe")
    install(fake.places, build_addin("en"), build_own_settings(fake.places, moved, fake.packages))
    put(fake)
    assert fake.places.addin.read_bytes() == ADDIN
    assert read_settings(fake.places)["INTERPRETER_WIN"] == str(fake.python)
    uninstall(fake.places)
    assert fake.read_tree() == before


def test_what_others_have_there_stays_byte_for_byte(fake: FakeWindows) -> None:
    places = fake.places
    places.startup.mkdir()
    (places.startup / "PERSONAL.XLSB").write_bytes(b"makro orang lain")
    places.settings.parent.mkdir()
    theirs = (
        b'"SHOW CONSOLE","True"\r\n"TEMP DIR","C:\\Temp\xe9"\n'
        b"' catatan: bukan pasangan\r\n\r\n\x81,\x8d\r\nAKHIR,tanpa ganti baris"
    )
    places.settings.write_bytes(theirs)
    before = fake.read_tree()
    put(fake)
    assert places.settings.read_bytes().startswith(theirs + b'\r\n"INTERPRETER_WIN"')
    put(fake)
    uninstall(places)
    # But for the line end that its last line did not have.
    assert places.settings.read_bytes() == theirs + b"\r\n"
    places.settings.write_bytes(theirs)
    assert fake.read_tree() == before


def test_a_folder_that_others_have_filled_meanwhile_stays(fake: FakeWindows) -> None:
    put(fake)
    other = fake.places.startup / "Lain.xlam"
    other.write_bytes(b"lain")
    uninstall(fake.places)
    assert other.read_bytes() == b"lain"
    assert not fake.places.settings.parent.exists()


def test_settings_in_another_case_are_ours_too(fake: FakeWindows) -> None:
    fake.places.settings.parent.mkdir()
    fake.places.settings.write_text('"Interpreter_Win","C:\\lama"\r\n')
    put(fake)
    found = read_settings(fake.places)
    assert list(found) == ["INTERPRETER_WIN", "PYTHONPATH"]


@pytest.mark.parametrize("action", [put, lambda fake: uninstall(fake.places)])
def test_a_file_of_that_name_that_is_not_ours_is_left_alone(fake: FakeWindows, action) -> None:
    fake.places.startup.mkdir()
    fake.places.addin.write_bytes(b"bukan milik kami")
    before = fake.read_tree()
    with pytest.raises(SetupError) as caught:
        action(fake)
    assert "tidak disentuh" in caught.value.message.id
    assert fake.read_tree() == before


def test_what_is_in_use_is_said_and_the_old_add_in_stays(
    fake: FakeWindows, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = build_addin("en")
    put(fake, old)
    before = fake.read_tree()
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        # What Windows answers while Excel has the add-in open.
        if target == fake.places.addin:
            raise PermissionError(13, "Access is denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(SetupError) as caught:
        put(fake)
    assert "Tutup semua jendela Excel" in caught.value.message.id
    assert fake.read_tree() == before


def test_a_path_that_vba_cannot_read_is_refused_before_anything_is_written(
    fake: FakeWindows,
) -> None:
    before = fake.read_tree()
    python = fake.python.with_name("пайтон.exe")
    with pytest.raises(SetupError) as caught:
        install(fake.places, ADDIN, build_own_settings(fake.places, python, fake.packages))
    assert "huruf yang tidak terbaca" in caught.value.message.id
    assert fake.read_tree() == before


def test_a_damaged_record_lets_uninstall_take_what_is_certainly_ours(fake: FakeWindows) -> None:
    put(fake)
    fake.places.record.write_text("rusak")
    uninstall(fake.places)
    assert not fake.places.addin.exists()
    assert not fake.places.settings.exists()
    assert not fake.places.record.exists()


def test_a_record_of_somebody_else_deletes_no_file(fake: FakeWindows, tmp_path: Path) -> None:
    precious = tmp_path / "renja.xlsx"
    precious.write_bytes(b"PK")
    put(fake)
    fake.places.record.write_text(f'{{"made": ["{precious}"]}}')
    uninstall(fake.places)
    assert precious.read_bytes() == b"PK"


@pytest.mark.parametrize("made", ["5", "[1, null]", '"a"', "null"])
def test_a_record_that_lists_no_paths_is_a_damaged_one(fake: FakeWindows, made: str) -> None:
    put(fake)
    fake.places.record.write_text(f'{{"made": {made}}}')
    assert uninstall(fake.places)
    for path in (fake.places.addin, fake.places.settings, fake.places.record):
        assert not path.exists()


def test_an_empty_folder_that_is_not_selaras_own_stays(fake: FakeWindows, tmp_path: Path) -> None:
    put(fake)
    empty = tmp_path / "Arsip 2024"
    empty.mkdir()
    record = json.loads(fake.places.record.read_text())
    record["made"].append(str(empty))
    fake.places.record.write_text(json.dumps(record))
    uninstall(fake.places)
    assert empty.is_dir()
    assert not fake.places.settings.parent.exists()


THEIRS = (
    b'"LOG FILE","C:\\x\xe9.txt"\r\n"PYTHONPATH","D:\\skrip saya"\r\n'
    b'"INTERPRETER_WIN","C:\\Python\\python.exe"\r\n"USE UDF SERVER","False"'
)


def test_settings_of_the_users_own_come_back_to_the_letter(fake: FakeWindows) -> None:
    fake.places.settings.parent.mkdir()
    fake.places.settings.write_bytes(THEIRS)
    before = fake.read_tree()
    put(fake)
    put(fake)
    assert read_settings(fake.places)["PYTHONPATH"] == str(fake.packages)
    uninstall(fake.places)
    assert fake.read_tree() == before


def test_settings_of_the_users_own_come_back_beside_what_was_added_since(
    fake: FakeWindows,
) -> None:
    fake.places.settings.parent.mkdir()
    fake.places.settings.write_bytes(THEIRS)
    put(fake)
    with fake.places.settings.open("ab") as file:
        file.write(b'"SHOW CONSOLE","True"\r\n')
    uninstall(fake.places)
    assert fake.places.settings.read_bytes() == (
        b'"LOG FILE","C:\\x\xe9.txt"\r\n"USE UDF SERVER","False"\r\n"SHOW CONSOLE","True"\r\n'
        b'"PYTHONPATH","D:\\skrip saya"\r\n"INTERPRETER_WIN","C:\\Python\\python.exe"\r\n'
    )


@pytest.mark.parametrize("there", [None, THEIRS])
def test_an_installation_that_fails_leaves_nothing_and_names_the_real_file(
    fake: FakeWindows, monkeypatch: pytest.MonkeyPatch, there: bytes | None
) -> None:
    if there is not None:
        fake.places.settings.parent.mkdir()
        fake.places.settings.write_bytes(there)
    before = fake.read_tree()
    opened = Path.open

    def read_only(self: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if self.parent == fake.places.startup and "x" in mode:
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", read_only)
    with pytest.raises(SetupError) as caught:
        put(fake)
    assert caught.value.message.id.startswith(f"tidak dapat menulis {fake.places.addin}. ")
    assert fake.read_tree() == before


def test_settings_that_cannot_be_read_are_said_by_those_who_only_read(fake: FakeWindows) -> None:
    put(fake)
    fake.places.settings.unlink()
    fake.places.settings.mkdir()
    why = f"tidak dapat membaca {fake.places.settings}: itu folder, bukan berkas."
    text, installed = describe_installed(fake.places, "id")
    assert installed
    assert f"setelan  {fake.places.settings} ({why})\nPython   tidak ada\n" in text
    for action in (put, lambda fake: uninstall(fake.places)):
        with pytest.raises(SetupError) as caught:
            action(fake)
        assert caught.value.message.id == why


def test_settings_without_permission_are_said(
    fake: FakeWindows, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(fake)
    read = Path.read_bytes

    def locked(self: Path) -> bytes:
        if self == fake.places.settings:
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", locked)
    text, _ = describe_installed(fake.places, "id")
    assert f"(tidak dapat membaca {fake.places.settings}: tidak diizinkan oleh sistem.)" in text


def test_status_says_what_is_where(fake: FakeWindows) -> None:
    text, installed = describe_installed(fake.places, "id")
    assert (installed, text.count("tidak ada")) == (False, 2)
    put(fake)
    text, installed = describe_installed(fake.places, "id")
    assert installed
    assert f"{fake.places.addin} (dibuat oleh Selaras" in text
    assert str(fake.python) in text


def test_on_macos_the_script_that_starts_python_comes_and_goes_too(tmp_path: Path) -> None:
    places = find_macos_places(tmp_path)
    settings = build_own_settings(places, Path("/usr/local/bin/python3"), tmp_path)
    install(places, ADDIN, settings, [find_applescript()])
    script = (
        tmp_path
        / "Library/Application Scripts/com.microsoft.Excel"
        / f"xlwings-{read_xlwings_version()}.applescript"
    )
    assert script.read_bytes() == find_applescript().read_bytes()
    assert read_settings(places)["INTERPRETER_MAC"] == "/usr/local/bin/python3"
    uninstall(places)
    assert list(tmp_path.iterdir()) == []


def test_on_macos_a_script_of_xlwings_own_stays(tmp_path: Path) -> None:
    places = find_macos_places(tmp_path)
    assert places.scripts
    places.scripts.mkdir(parents=True)
    script = places.scripts / find_applescript().name
    script.write_bytes(b"sudah ada")
    install(
        places,
        ADDIN,
        build_own_settings(places, Path("/bin/python3"), tmp_path),
        [find_applescript()],
    )
    uninstall(places)
    assert script.read_bytes() == b"sudah ada"


def test_the_built_file_tells_its_versions_and_other_files_do_not() -> None:
    found = read_addin(ADDIN)
    assert found
    assert found.xlwings == read_xlwings_version()
    assert read_addin(b"PK\x03\x04") is None
    assert read_addin(b"") is None


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is a place for Excel here")
def test_elsewhere_it_is_refused_in_words() -> None:
    with pytest.raises(SetupError) as caught:
        find_places()
    assert "memerlukan Excel" in caught.value.message.id


def test_a_windows_without_its_variables_is_refused_in_words() -> None:
    with pytest.raises(SetupError, match="APPDATA"):
        find_windows_places({"USERPROFILE": os.sep})
