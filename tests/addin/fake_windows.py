"""A Windows user's home with Excel and a Python, as files; its registry as a dictionary."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from selaras.version import __version__
from selaras_addin.setup.places import Places, find_windows_places
from selaras_addin.setup.registry import Hive, RegistryValue
from selaras_addin.xlam.xlwings_source import read_xlwings_version

OFFICE = "Software\\Microsoft\\Office\\16.0"
POLICY = "Software\\Policies\\Microsoft\\Office\\16.0"


@dataclass
class DictRegistry:
    """Keys as `HKCU\\path` with their values; neither keys nor names know case, as in Windows."""

    keys: dict[str, dict[str, RegistryValue]] = field(default_factory=dict)

    def read_values(self, hive: Hive, key: str) -> Mapping[str, RegistryValue]:
        """Return the values of a key by name in small letters."""
        wanted = f"{hive}\\{key}".lower()
        return {
            name.lower(): value
            for path, values in self.keys.items()
            if path.lower() == wanted
            for name, value in values.items()
        }

    def list_subkeys(self, hive: Hive, key: str) -> list[str]:
        """Return the names of the keys below a key."""
        above = f"{hive}\\{key}\\".lower()
        return [path[len(above) :] for path in self.keys if path.lower().startswith(above)]


@dataclass
class FakeWindows:
    """The user's places, the Python that was installed, and the registry."""

    root: Path
    places: Places
    python: Path
    packages: Path
    registry: DictRegistry

    def read_tree(self) -> dict[str, bytes | None]:
        """Return every file with its bytes and every folder."""
        return {
            str(path.relative_to(self.root)): path.read_bytes() if path.is_file() else None
            for path in sorted(self.root.rglob("*"))
        }

    def add_package(self, name: str, version: str) -> Path:
        """Put the metadata of a package beside the Python and return its folder."""
        folder = self.packages / f"{name}-{version}.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        )
        return folder


def build_fake_windows(root: Path) -> FakeWindows:
    """Return a home as it is before Selaras is installed, with all that it needs."""
    profile = root / "Users" / "Sri Wahyuni"
    roaming = profile / "AppData" / "Roaming"
    (roaming / "Microsoft" / "Excel").mkdir(parents=True)
    environment = {"USERPROFILE": str(profile), "APPDATA": str(roaming)}

    home = profile / "AppData" / "Local" / "Selaras"
    python = home / "Scripts" / "python.exe"
    python.parent.mkdir(parents=True)
    python.write_bytes(b"")
    packages = home / "Lib" / "site-packages"
    (packages / "selaras_addin").mkdir(parents=True)
    for bits in (32, 64):
        (home / f"xlwings{bits}-{read_xlwings_version()}.dll").write_bytes(b"")

    program = root / "Office16" / "EXCEL.EXE"
    program.parent.mkdir()
    program.write_bytes(build_program(0x8664))
    registry = DictRegistry(
        {
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe": {
                "": str(program)
            },
            "HKLM\\SOFTWARE\\Classes\\Excel.Application\\CurVer": {"": "Excel.Application.16"},
        }
    )
    fake = FakeWindows(root, find_windows_places(environment), python, packages, registry)
    for name, version in (
        ("xlwings", read_xlwings_version()), ("pywin32", "311"), ("selaras", __version__)
    ):  # fmt: skip
        fake.add_package(name, version)
    return fake


def build_program(machine: int) -> bytes:
    """Return the head of a Windows program for that kind of processor."""
    head = b"MZ" + bytes(58) + struct.pack("<I", 128)
    return head.ljust(128, b"\0") + b"PE\0\0" + struct.pack("<H", machine)
