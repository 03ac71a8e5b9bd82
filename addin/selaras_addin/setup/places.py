"""Where Excel and xlwings look, for one user. Nothing here needs an administrator."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from selaras.values.text import Text
from selaras_addin.xlam import ADDIN_FILE_NAME
from selaras_addin.xlam.xlwings_source import PROJECT_NAME

RECORD_NAME = "selaras-addin.json"


class SetupError(Exception):
    """What was asked cannot be done here; `message` says why and what to do."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.id)
        self.message = message


@dataclass(frozen=True)
class Places:
    """The files of the add-in, and how this system's xlwings names its interpreter."""

    #: Excel opens what lies in this folder whenever it starts.
    startup: Path
    #: The settings that xlwings' VBA reads, in the code page of this system.
    settings: Path
    encoding: str
    interpreter_key: str
    #: What the installation has made, so that taking it away can be exact.
    record: Path
    #: Where macOS lets Excel start scripts from; None on Windows.
    scripts: Path | None = None

    @property
    def addin(self) -> Path:
        """The add-in's file."""
        return self.startup / ADDIN_FILE_NAME


def find_windows_places(environment: Mapping[str, str]) -> Places:
    """Return the places of a Windows user. Raises SetupError without APPDATA and USERPROFILE."""
    try:
        roaming, profile = Path(environment["APPDATA"]), Path(environment["USERPROFILE"])
    except KeyError as error:
        raise SetupError(
            Text(
                f"variabel {error.args[0]} dari Windows tidak ada. Keluar dari Windows, masuk "
                "lagi, lalu ulangi.",
                f"Windows' variable {error.args[0]} is missing. Sign out of Windows, sign in "
                "again, and repeat.",
            )
        ) from error
    folder = profile / f".{PROJECT_NAME}"
    return Places(
        startup=roaming / "Microsoft" / "Excel" / "XLSTART",
        settings=folder / f"{PROJECT_NAME}.conf",
        # The name of Windows' own code page exists in Python on Windows alone.
        encoding="mbcs" if os.name == "nt" else "cp1252",
        interpreter_key="INTERPRETER_WIN",
        record=folder / RECORD_NAME,
    )


def find_macos_places(home: Path) -> Places:
    """Return the places of a macOS user; Excel's sandbox determines them."""
    library = home / "Library"
    data = library / "Containers" / "com.microsoft.Excel" / "Data"
    return Places(
        startup=library
        / "Group Containers"
        / "UBF8T346G9.Office"
        / "User Content.localized"
        / "Startup.localized"
        / "Excel",
        settings=data / f"{PROJECT_NAME}.conf",
        encoding="mac_roman",
        interpreter_key="INTERPRETER_MAC",
        record=data / RECORD_NAME,
        scripts=library / "Application Scripts" / "com.microsoft.Excel",
    )


def find_places() -> Places:
    """Return the places of the user who runs this. Raises SetupError where there is no Excel."""
    if sys.platform == "win32":
        return find_windows_places(os.environ)
    if sys.platform == "darwin":
        return find_macos_places(Path.home())
    raise SetupError(
        Text(
            "add-in Selaras memerlukan Excel untuk Windows atau macOS, dan sistem ini bukan "
            "keduanya. Di sini, pakai selaras check; selaras addin build tetap dapat membuat "
            "berkasnya.",
            "the add-in needs Excel for Windows or macOS, and this system is neither. Use selaras "
            "check here; selaras addin build can still make the file.",
        )
    )
