"""Each thing that keeps the add-in from working, made on a Windows home of files, and its words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from selaras_addin.cli_actions import render_diagnoses
from selaras_addin.setup.doctor import examine
from selaras_addin.setup.doctor.diagnosis import Diagnosis
from selaras_addin.setup.doctor.macos import diagnose_macos
from selaras_addin.setup.install import build_own_settings, install
from selaras_addin.setup.places import find_macos_places
from selaras_addin.setup.source import REINSTALL
from selaras_addin.xlam.build import SELARAS_PROPERTY, XLWINGS_PROPERTY, build_addin
from selaras_addin.xlam.package import build_package
from selaras_addin.xlam.xlwings_source import find_applescript, read_xlwings_version

from .fake_windows import OFFICE, POLICY, FakeWindows, build_fake_windows, build_program

ADDIN = build_addin("id")
SECURITY = f"{OFFICE}\\Excel\\Security"
POLICY_SECURITY = f"{POLICY}\\Excel\\Security"
LOCATIONS = f"{SECURITY}\\Trusted Locations"
DISABLED_ITEMS = f"{OFFICE}\\Excel\\Resiliency\\DisabledItems"


@pytest.fixture
def fake(tmp_path: Path) -> FakeWindows:
    """A home in which everything is as it must be."""
    fake = build_fake_windows(tmp_path)
    install(fake.places, ADDIN, build_own_settings(fake.places, fake.python, fake.packages))
    return fake


def find_unwell(fake: FakeWindows) -> dict[str, Diagnosis]:
    """Return what is not well, by its code."""
    return {
        diagnosis.code: diagnosis
        for diagnosis in examine(fake.places, fake.registry)
        if diagnosis.level != "ok"
    }


def test_a_good_installation_has_nothing_to_say(fake: FakeWindows) -> None:
    assert find_unwell(fake) == {}
    text, well = render_diagnoses(examine(fake.places, fake.registry), "id")
    assert well
    assert "Excel versi 16, 64-bit" in text
    assert f"xlwings {read_xlwings_version()}" in text
    assert text.endswith("Tidak ada masalah.\n")


def test_examining_changes_nothing(fake: FakeWindows) -> None:
    before = fake.read_tree()
    examine(fake.places, fake.registry)
    assert fake.read_tree() == before


def set_value(key: str, name: str, content: object) -> Callable[[FakeWindows], None]:
    """Return a step that sets a value in the registry."""

    def step(fake: FakeWindows) -> None:
        fake.registry.keys.setdefault(key, {})[name] = content  # type: ignore[assignment]

    return step


def remove_excel(fake: FakeWindows) -> None:
    fake.registry.keys.clear()


def age_excel(fake: FakeWindows) -> None:
    set_value("HKLM\\SOFTWARE\\Classes\\Excel.Application\\CurVer", "", "Excel.Application.12")(
        fake
    )


def remove_addin(fake: FakeWindows) -> None:
    fake.places.addin.unlink()


def damage_addin(fake: FakeWindows) -> None:
    fake.places.addin.write_bytes(ADDIN[:2000])


def put_addin_of(selaras: str) -> Callable[[FakeWindows], None]:
    """Return a step that puts an add-in of another version there."""

    def step(fake: FakeWindows) -> None:
        properties = {SELARAS_PROPERTY: selaras, XLWINGS_PROPERTY: read_xlwings_version()}
        addin = build_package(
            ribbon=b"", vba_project=b"", settings_sheet="s", settings={}, properties=properties
        )
        fake.places.addin.write_bytes(addin)

    return step


def mark_as_downloaded(fake: FakeWindows) -> None:
    mark = fake.places.addin.with_name("Selaras.xlam:Zone.Identifier")
    mark.write_text("[ZoneTransfer]\nZoneId=3\n")


def remove_settings(fake: FakeWindows) -> None:
    fake.places.settings.unlink()


def replace_settings_by_folder(fake: FakeWindows) -> None:
    fake.places.settings.unlink()
    fake.places.settings.mkdir()


def move_python(fake: FakeWindows) -> None:
    fake.python.rename(fake.python.with_name("lain.exe"))


def move_packages(fake: FakeWindows) -> None:
    (fake.packages / "selaras_addin").rmdir()


def move_to_store(fake: FakeWindows) -> None:
    home = fake.python.parents[1]
    moved = home.parent / "WindowsApps"
    home.rename(moved)
    settings = build_own_settings(
        fake.places, moved / "Scripts" / "python.exe", moved / "Lib" / "site-packages"
    )
    install(fake.places, ADDIN, settings)


def remove_package(package: str) -> Callable[[FakeWindows], None]:
    def step(fake: FakeWindows) -> None:
        (folder,) = fake.packages.glob(f"{package}-*.dist-info")
        (folder / "METADATA").unlink()
        folder.rmdir()

    return step


def renew_xlwings(fake: FakeWindows) -> None:
    remove_package("xlwings")(fake)
    fake.add_package("xlwings", "0.99.0")


def remove_dll(fake: FakeWindows) -> None:
    for path in fake.python.parents[1].glob("xlwings64-*.dll"):
        path.unlink()


def leave_32_bits_without_dll(fake: FakeWindows) -> None:
    (fake.root / "Office16" / "EXCEL.EXE").write_bytes(build_program(0x014C))
    for path in fake.python.parents[1].glob("xlwings32-*.dll"):
        path.unlink()


def list_other_locations(fake: FakeWindows) -> None:
    set_value(f"HKCU\\{LOCATIONS}\\Location0", "Path", "C:\\Lain\\")(fake)


def do_all(*steps: Callable[[FakeWindows], None]) -> Callable[[FakeWindows], None]:
    def step(fake: FakeWindows) -> None:
        for one in steps:
            one(fake)

    return step


DISABLED = "\\\\x\\XLSTART\\Selaras.xlam\0".encode("utf-16-le")

CASES = [
    ("excel", "problem", "Excel tidak ditemukan", remove_excel),
    ("excel", "problem", "versi 12 terlalu lama", age_excel),
    ("addin", "problem", "Add-in tidak ada", remove_addin),
    ("addin", "problem", "bukan berkas Selaras, atau rusak", damage_addin),
    ("addin-version", "warning", "0.0.1", put_addin_of("0.0.1")),
    ("zone", "problem", "berkas dari internet", mark_as_downloaded),
    ("settings", "problem", "INTERPRETER_WIN", remove_settings),
    ("settings-unreadable", "problem", "itu folder, bukan berkas", replace_settings_by_folder),
    ("python-moved", "problem", "tidak ada lagi di tempatnya", move_python),
    ("packages", "problem", "Selaras tidak ada di folder", move_packages),
    ("python-store", "warning", "Microsoft Store", move_to_store),
    ("xlwings", "problem", "tidak mempunyai xlwings", remove_package("xlwings")),
    ("xlwings-version", "problem", "0.99.0", renew_xlwings),
    ("pywin32", "problem", "pywin32", remove_package("pywin32")),
    ("dll", "problem", "xlwings64-", remove_dll),
    ("dll", "problem", "xlwings32-", leave_32_bits_without_dll),
    ("vba-off", "problem", "VBA dimatikan", set_value(f"HKLM\\{POLICY}\\Common", "VBAOff", 1)),
    ("addins-off", "problem", "add-in Excel dimatikan",
     set_value(f"HKCU\\{SECURITY}", "DisableAllAddins", 1)),
    ("addins-signed", "problem", "ditandatangani secara digital",
     set_value(f"HKCU\\{POLICY_SECURITY}", "RequireAddinSig", 1)),
    ("macros", "warning", "bukan lokasi tepercaya", list_other_locations),
    ("macros", "problem", "semua makro lain dimatikan",
     do_all(list_other_locations, set_value(f"HKCU\\{SECURITY}", "VBAWarnings", 4))),
    ("macros", "problem", "harus ditandatangani",
     do_all(set_value(f"HKCU\\{POLICY_SECURITY}\\Trusted Locations", "AllLocationsDisabled", 1),
            set_value(f"HKCU\\{POLICY_SECURITY}", "VBAWarnings", 3))),
    ("disabled-item", "problem", "menonaktifkan Selaras",
     set_value(f"HKCU\\{DISABLED_ITEMS}", "3A5F", b"\1\0\0\0" + DISABLED)),
    ("twice", "warning", "dimuat dua kali",
     set_value(f"HKCU\\{OFFICE}\\Excel\\Options", "OPEN1", '/R "D:\\Selaras.xlam"')),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "level", "words", "spoil"), CASES, ids=[f"{case[0]}: {case[2]}" for case in CASES]
)
def test_each_thing_is_found_and_said_with_what_to_do(
    fake: FakeWindows, code: str, level: str, words: str, spoil: Callable[[FakeWindows], None]
) -> None:
    spoil(fake)
    diagnoses = find_unwell(fake)
    assert set(diagnoses) == {code}
    diagnosis = diagnoses[code]
    assert diagnosis.level == level
    assert words in diagnosis.found.id
    assert diagnosis.advice
    for said in (diagnosis.found, diagnosis.advice):
        assert said.id
        assert said.en
    text, well = render_diagnoses(examine(fake.places, fake.registry), "id")
    assert well == (level == "warning")
    assert diagnosis.advice.id in text


@pytest.mark.parametrize(
    "spoil", [remove_package("xlwings"), remove_package("pywin32"), remove_dll]
)
def test_what_python_lacks_is_mended_by_the_one_way_to_install(
    fake: FakeWindows, spoil: Callable[[FakeWindows], None]
) -> None:
    spoil(fake)
    (diagnosis,) = find_unwell(fake).values()
    assert diagnosis.advice == REINSTALL


def test_macro_settings_do_not_matter_in_a_trusted_folder(fake: FakeWindows) -> None:
    listed = f"{fake.places.startup}/".replace("/", "\\").upper()
    set_value(f"HKCU\\{LOCATIONS}\\Location2", "Path", listed)(fake)
    set_value(f"HKCU\\{SECURITY}", "VBAWarnings", 4)(fake)
    assert find_unwell(fake) == {}


def test_a_trusted_folder_covers_those_below_where_it_says_so(fake: FakeWindows) -> None:
    location = f"HKCU\\{LOCATIONS}\\Location3"
    set_value(location, "Path", f"{fake.places.startup.parent}\\".replace("/", "\\"))(fake)
    assert set(find_unwell(fake)) == {"macros"}
    set_value(location, "AllowSubFolders", 1)(fake)
    assert find_unwell(fake) == {}


def test_a_policy_of_microsoft_365_counts(fake: FakeWindows) -> None:
    cloud = POLICY.replace("\\Microsoft\\", "\\Microsoft\\Cloud\\")
    set_value(f"HKCU\\{cloud}\\Common", "vbaoff", 1)(fake)
    assert set(find_unwell(fake)) == {"vba-off"}


def test_a_disabled_item_of_another_add_in_is_none_of_ours(fake: FakeWindows) -> None:
    other = "C:\\Lain.xlam\0".encode("utf-16-le")
    set_value(f"HKCU\\{DISABLED_ITEMS}", "1", other)(fake)
    assert find_unwell(fake) == {}


def test_a_program_that_is_none_leaves_its_bits_unknown(fake: FakeWindows) -> None:
    (fake.root / "Office16" / "EXCEL.EXE").write_bytes(b"#!/bin/sh\n" * 20)
    remove_dll(fake)
    text, _well = render_diagnoses(examine(fake.places, fake.registry), "id")
    assert "? bit" in text
    # Without knowing the bits, nothing is said about the DLL.
    assert find_unwell(fake) == {}


def test_on_macos_the_script_is_missed_and_the_functions_are_spoken_of(tmp_path: Path) -> None:
    places = find_macos_places(tmp_path)
    python = tmp_path / "venv" / "bin" / "python3"
    python.parent.mkdir(parents=True)
    python.touch()
    packages = tmp_path / "venv" / "lib" / "python3.12" / "site-packages"
    (packages / "selaras_addin").mkdir(parents=True)
    info = packages / "xlwings-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: xlwings\nVersion: {read_xlwings_version()}\n")
    install(places, ADDIN, build_own_settings(places, python, packages), [find_applescript()])
    codes = {item.code: item.level for item in examine(places, None)}
    # This machine has no Excel for Mac.
    assert codes == {
        "excel": "problem", "functions": "warning", "addin": "ok", "python": "ok", "xlwings": "ok",
    }  # fmt: skip

    (functions,) = (one for one in examine(places, None) if one.code == "functions")
    assert "belum diuji" in functions.found.id
    assert "not been tried" in functions.found.en

    assert places.scripts
    (places.scripts / find_applescript().name).unlink()
    codes = {item.code: item.level for item in examine(places, None)}
    assert codes["script"] == "problem"
    assert next(diagnose_macos(places, None, excel=tmp_path)).level == "ok"
