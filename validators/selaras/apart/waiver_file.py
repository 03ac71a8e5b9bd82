"""Where waivers come from, and which file may not give any.

Only `--waivers`, or else the file found upwards from the folder in which the command is run, may
set findings apart. One that lies beside a submitted workbook came with it: it is not read, and that
is said.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from selaras.settings.files import read_toml
from selaras.values.text import Text

if TYPE_CHECKING:
    from selaras.model.waiver import Waiver

WAIVERS_FILE = "selaras-pengecualian.toml"
_FILE_LABEL = Text("berkas pengecualian", "the waivers file")


class WaiverFile:
    """The waivers of a run, and what is to be said of other files of that name."""

    def __init__(self, given: str | None = None, folder: str = ".") -> None:
        """Read the file that is given, else the nearest from `folder` upwards.

        Raises ConfigError when the file cannot be read or says what it may not.
        """
        self._nearest: dict[str, str | None] = {}
        here = os.path.realpath(folder)
        path = given if given is not None else self._find(here)
        self._path = None if path is None else os.path.realpath(path)
        #: The file as messages name it; blank where there is none.
        self.label = ""
        self.waivers: tuple[Waiver, ...] = ()
        if path is not None:
            self.label = given if given is not None else _show_path(path, here)
            # Imported here: most runs have no waivers.
            from selaras.apart.waiver_keys import read_waivers

            self.waivers = read_waivers(read_toml(path, _FILE_LABEL), path)

    def tell_ignored(self, workbook: str) -> Text | None:
        """Return what to say of a file beside or above the workbook that is not used."""
        folder = os.path.dirname(os.path.realpath(workbook))
        beside = self._find(folder)
        if beside is None or os.path.realpath(beside) == self._path:
            return None
        shown = _show_path(beside, folder)
        return Text(
            f"{shown} di samping buku kerja ini tidak dipakai, karena berkas yang ikut dikirim "
            "tidak boleh membungkam pemeriksaan. Bila memang dikehendaki, berikan berkas itu "
            "dengan --waivers.",
            f"{shown} beside this workbook was not used, because a file that came with a "
            "submission must not silence the check. If it is meant, pass it with --waivers.",
        )

    def _find(self, folder: str) -> str | None:
        """Return the nearest file in the folder or above it."""
        if folder not in self._nearest:
            path = os.path.join(folder, WAIVERS_FILE)
            parent = os.path.dirname(folder)
            found = path if os.path.isfile(path) else None
            if found is None and parent != folder:
                found = self._find(parent)
            self._nearest[folder] = found
        return self._nearest[folder]


def _show_path(path: str, folder: str) -> str:
    return os.path.relpath(path, folder).replace(os.sep, "/")
