"""Each thing that keeps the add-in from working, made on a Windows home of files, and its words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from selaras_addin.cli_actions import render_diagnoses
from selaras_addin.setup.doctor import examine
from selaras_addin.setup.doctor.diagnosis import Diagnosis
from selaras_addin.setup.doctor.macos import diagnose_macos
from selaras_addin.setup.install import install, own_settings
from selaras_addin.setup.places import find_macos_places
from selaras_addin.setup.source import REINSTALL
from selaras_addin.xlam.build import SELARAS_PROPERTY, XLWINGS_PROPERTY, build_addin
from selaras_addin.xlam.package import package
from selaras_addin.xlam.xlwings_source import find_applescript, xlwings_version

from .fake_windows import OFFICE, POLICY, FakeWindows, fake_windows, program_bytes

ADDIN = build_addin("id")
SECURITY = f"{OFFICE}\\Excel\\Security"
LOCATIONS = f"{SECURITY}\\Trusted Locations"


@pytest.fixture
def fake(tmp_path: Path) -> FakeWindows:
    """A home in which everything is as it must be."""
    fake = fake_windows(tmp_path)
    install(fake.places, ADDIN, own_settings(fake.places, fake.python, fake.packages))
    return fake


def found(fake: FakeWindows) -> dict[str, Diagnosis]:
    """Return what is not well, by its code."""
    return {
        diagnosis.code: diagnosis
        for diagnosis in examine(fake.places, fake.registry)
        if diagnosis.level != "ok"
    }


def test_a_good_installation_has_nothing_to_say(fake: FakeWindows) -> None:
    assert found(fake) == {}
    text, well = render_diagnoses(examine(fake.places, fake.registry), "id")
    assert well
    assert "Excel versi 16, 64-bit" in text
    assert f"xlwings {xlwings_version()}" in text
    assert text.endswith("Tidak ada masalah.\n")


def test_examining_changes_nothing(fake: FakeWindows) -> None:
    before = fake.tree()
    examine(fake.places, fake.registry)
    assert fake.tree() == before


def value(key: str, name: str, content: object) -> Callable[[FakeWindows], None]:
    """Return a step that sets a value in the registry."""

    def step(fake: FakeWindows) -> None:
        fake.registry.keys.setdefault(key, {})[name] = content  # type: ignore[assignment]

    return step


def no_excel(fake: FakeWindows) -> None:
    fake.registry.keys.clear()


def old_excel(fake: FakeWindows) -> None:
    value("HKLM\\SOFTWARE\\Classes\\Excel.Application\\CurVer", "", "Excel.Application.12")(fake)


def no_addin(fake: FakeWindows) -> None:
    fake.places.addin.unlink()


def damaged_addin(fake: FakeWindows) -> None:
    fake.places.addin.write_bytes(ADDIN[:2000])


def built_by(selaras: str) -> Callable[[FakeWindows], None]:
    """Return a step that puts an add-in of another version there."""

    def step(fake: FakeWindows) -> None:
        properties = {SELARAS_PROPERTY: selaras, XLWINGS_PROPERTY: xlwings_version()}
        addin = package(
            ribbon=b"", vba_project=b"", settings_sheet="s", settings={}, properties=properties
        )
        fake.places.addin.write_bytes(addin)

    return step


def mark_of_the_web(fake: FakeWindows) -> None:
    mark = fake.places.addin.with_name("Selaras.xlam:Zone.Identifier")
    mark.write_text("[ZoneTransfer]\nZoneId=3\n")


def no_settings(fake: FakeWindows) -> None:
    fake.places.settings.unlink()


def folder_for_settings(fake: FakeWindows) -> None:
    fake.places.settings.unlink()
    fake.places.settings.mkdir()


def python_moved(fake: FakeWindows) -> None:
    fake.python.rename(fake.python.with_name("lain.exe"))


def packages_moved(fake: FakeWindows) -> None:
    (fake.packages / "selaras_addin").rmdir()


def store_python(fake: FakeWindows) -> None:
    home = fake.python.parents[1]
    moved = home.parent / "WindowsApps"
    home.rename(moved)
    settings = own_settings(
        fake.places, moved / "Scripts" / "python.exe", moved / "Lib" / "site-packages"
    )
    install(fake.places, ADDIN, settings)


def without(package: str) -> Callable[[FakeWindows], None]:
    def step(fake: FakeWindows) -> None:
        (folder,) = fake.packages.glob(f"{package}-*.dist-info")
        (folder / "METADATA").unlink()
        folder.rmdir()

    return step


def newer_xlwings(fake: FakeWindows) -> None:
    without("xlwings")(fake)
    fake.package("xlwings", "0.99.0")


def no_dll(fake: FakeWindows) -> None:
    for path in fake.python.parents[1].glob("xlwings64-*.dll"):
        path.unlink()


def excel_of_32_bits_without_its_dll(fake: FakeWindows) -> None:
    (fake.root / "Office16" / "EXCEL.EXE").write_bytes(program_bytes(0x014C))
    for path in fake.python.parents[1].glob("xlwings32-*.dll"):
        path.unlink()


def locations_without_ours(fake: FakeWindows) -> None:
    value(f"HKCU\\{LOCATIONS}\\Location0", "Path", "C:\\Lain\\")(fake)


def both(*steps: Callable[[FakeWindows], None]) -> Callable[[FakeWindows], None]:
    def step(fake: FakeWindows) -> None:
        for one in steps:
            one(fake)

    return step


DISABLED = "\\\\x\\XLSTART\\Selaras.xlam\0".encode("utf-16-le")

CASES = [
    ("excel", "problem", "Excel tidak ditemukan", no_excel),
    ("excel", "problem", "versi 12 terlalu lama", old_excel),
    ("addin", "problem", "Add-in tidak ada", no_addin),
    ("addin", "problem", "bukan berkas Selaras, atau rusak", damaged_addin),
    ("addin-version", "warning", "0.0.1", built_by("0.0.1")),
    ("zone", "problem", "berkas dari internet", mark_of_the_web),
    ("settings", "problem", "INTERPRETER_WIN", no_settings),
    ("settings-unreadable", "problem", "itu folder, bukan berkas", folder_for_settings),
    ("python-moved", "problem", "tidak ada lagi di tempatnya", python_moved),
    ("packages", "problem", "Selaras tidak ada di folder", packages_moved),
    ("python-store", "warning", "Microsoft Store", store_python),
    ("xlwings", "problem", "tidak mempunyai xlwings", without("xlwings")),
    ("xlwings-version", "problem", "0.99.0", newer_xlwings),
    ("pywin32", "problem", "pywin32", without("pywin32")),
    ("dll", "problem", "xlwings64-", no_dll),
    ("dll", "problem", "xlwings32-", excel_of_32_bits_without_its_dll),
    ("vba-off", "problem", "VBA dimatikan", value(f"HKLM\\{POLICY}\\Common", "VBAOff", 1)),
    ("addins-off", "problem", "add-in Excel dimatikan",
     value(f"HKCU\\{SECURITY}", "DisableAllAddins", 1)),
    ("addins-signed", "problem", "ditandatangani secara digital",
     value(f"HKCU\\{POLICY}\\Excel\\Security", "RequireAddinSig", 1)),
    ("macros", "warning", "bukan lokasi tepercaya", locations_without_ours),
    ("macros", "problem", "semua makro lain dimatikan",
     both(locations_without_ours, value(f"HKCU\\{SECURITY}", "VBAWarnings", 4))),
    ("macros", "problem", "harus ditandatangani",
     both(value(f"HKCU\\{POLICY}\\Excel\\Security\\Trusted Locations", "AllLocationsDisabled", 1),
          value(f"HKCU\\{POLICY}\\Excel\\Security", "VBAWarnings", 3))),
    ("disabled-item", "problem", "menonaktifkan Selaras",
     value(f"HKCU\\{OFFICE}\\Excel\\Resiliency\\DisabledItems", "3A5F", b"\1\0\0\0" + DISABLED)),
    ("twice", "warning", "dimuat dua kali",
     value(f"HKCU\\{OFFICE}\\Excel\\Options", "OPEN1", '/R "D:\\Selaras.xlam"')),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "level", "words", "spoil"), CASES, ids=[f"{case[0]}: {case[2]}" for case in CASES]
)
def test_each_thing_is_found_and_said_with_what_to_do(
    fake: FakeWindows, code: str, level: str, words: str, spoil: Callable[[FakeWindows], None]
) -> None:
    spoil(fake)
    diagnoses = found(fake)
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


@pytest.mark.parametrize("spoil", [without("xlwings"), without("pywin32"), no_dll])
def test_what_python_lacks_is_mended_by_the_one_way_to_install(
    fake: FakeWindows, spoil: Callable[[FakeWindows], None]
) -> None:
    spoil(fake)
    (diagnosis,) = found(fake).values()
    assert diagnosis.advice == REINSTALL


def test_macro_settings_do_not_matter_in_a_trusted_folder(fake: FakeWindows) -> None:
    listed = f"{fake.places.startup}/".replace("/", "\\").upper()
    value(f"HKCU\\{LOCATIONS}\\Location2", "Path", listed)(fake)
    value(f"HKCU\\{SECURITY}", "VBAWarnings", 4)(fake)
    assert found(fake) == {}


def test_a_trusted_folder_covers_those_below_where_it_says_so(fake: FakeWindows) -> None:
    location = f"HKCU\\{LOCATIONS}\\Location3"
    value(location, "Path", f"{fake.places.startup.parent}\\".replace("/", "\\"))(fake)
    assert set(found(fake)) == {"macros"}
    value(location, "AllowSubFolders", 1)(fake)
    assert found(fake) == {}


def test_a_policy_of_microsoft_365_counts(fake: FakeWindows) -> None:
    cloud = POLICY.replace("\\Microsoft\\", "\\Microsoft\\Cloud\\")
    value(f"HKCU\\{cloud}\\Common", "vbaoff", 1)(fake)
    assert set(found(fake)) == {"vba-off"}


def test_a_disabled_item_of_another_add_in_is_none_of_ours(fake: FakeWindows) -> None:
    other = "C:\\Lain.xlam\0".encode("utf-16-le")
    value(f"HKCU\\{OFFICE}\\Excel\\Resiliency\\DisabledItems", "1", other)(fake)
    assert found(fake) == {}


def test_a_program_that_is_none_leaves_its_bits_unknown(fake: FakeWindows) -> None:
    (fake.root / "Office16" / "EXCEL.EXE").write_bytes(b"#!/bin/sh\n" * 20)
    no_dll(fake)
    text, _well = render_diagnoses(examine(fake.places, fake.registry), "id")
    assert "? bit" in text
    # Without knowing the bits, nothing is said about the DLL.
    assert found(fake) == {}


def test_on_macos_the_script_is_missed_and_the_functions_are_spoken_of(tmp_path: Path) -> None:
    places = find_macos_places(tmp_path)
    python = tmp_path / "venv" / "bin" / "python3"
    python.parent.mkdir(parents=True)
    python.touch()
    packages = tmp_path / "venv" / "lib" / "python3.12" / "site-packages"
    (packages / "selaras_addin").mkdir(parents=True)
    info = packages / "xlwings-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: xlwings\nVersion: {xlwings_version()}\n")
    install(places, ADDIN, own_settings(places, python, packages), [find_applescript()])
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
