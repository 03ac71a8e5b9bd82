"""The packages that the installer needs offline, for each Python on Windows."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

#: Newest first: the installer takes the first that it finds.
PYTHONS = ("3.14", "3.13", "3.12", "3.11")
EXTRAS = ("excel",)
PLATFORM = "win_amd64"


class Incomplete(Exception):
    """A package for Windows is missing."""


def build_own_wheel(project: Path, folder: Path) -> Path:
    """Build Selaras' own wheel into the folder and return it."""
    _run_pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(project))
    (wheel,) = folder.glob("selaras-*.whl")
    return wheel


def download_wheels(wheel: Path, folder: Path, python: str) -> None:
    """Download all that the wheel needs on Windows with that Python.

    pip decides about conditions such as `platform_system == "Windows"` by the system that it runs
    on, so they are decided here, until nothing is missing. Raises Incomplete where the package
    index has no wheel.
    """
    missing = set(find_missing_requirements(wheel, folder, python))
    while missing:
        for requirement in sorted(missing):
            _run_pip(
                "download", "--no-deps", "--only-binary=:all:", "--implementation", "cp",
                "--platform", PLATFORM, "--python-version", python,
                "--dest", str(folder), requirement,
            )  # fmt: skip
        still = set(find_missing_requirements(wheel, folder, python))
        if still & missing:
            raise Incomplete(f"no wheel for Python {python}: {', '.join(sorted(still & missing))}")
        missing = still


def find_missing_requirements(wheel: Path, folder: Path, python: str) -> Iterator[str]:
    """Yield the requirements, of the wheel and of what it needs, that no wheel there satisfies."""
    there = list(folder.glob("*.whl"))
    pending: list[tuple[Path, tuple[str, ...]]] = [(wheel, EXTRAS)]
    seen: set[Path] = set()
    while pending:
        current, extras = pending.pop()
        seen.add(current)
        for requirement in _read_requirements(current, python, extras):
            found = next((one for one in there if _is_suitable(one, requirement, python)), None)
            if found is None:
                requirement.marker = None
                yield str(requirement)
            elif found not in seen:
                pending.append((found, tuple(requirement.extras)))


def _read_requirements(wheel: Path, python: str, extras: tuple[str, ...]) -> Iterator[Requirement]:
    environment = {
        "os_name": "nt",
        "sys_platform": "win32",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "python_version": python,
        "python_full_version": f"{python}.0",
    }
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = HeaderParser().parsestr(archive.read(name).decode("utf-8"))
    for text in metadata.get_all("Requires-Dist", []):
        requirement = Requirement(text)
        marker = requirement.marker
        if marker is None or any(
            marker.evaluate({**environment, "extra": extra}) for extra in ("", *extras)
        ):
            yield requirement


def _is_suitable(wheel: Path, requirement: Requirement, python: str) -> bool:
    name, version, _build, tags = parse_wheel_filename(wheel.name)
    digits = python.replace(".", "")
    return (
        name == canonicalize_name(requirement.name)
        and version in requirement.specifier
        and any(
            tag.interpreter in (f"cp{digits}", "py3", f"py{digits}")
            or (tag.abi == "abi3" and int(tag.interpreter[3:]) <= int(digits[1:]))
            for tag in tags
        )
    )


def _run_pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", *arguments, "--quiet"], check=True)
