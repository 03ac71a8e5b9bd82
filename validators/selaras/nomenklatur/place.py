"""Where the lists are kept: one file in the user's data folder."""

from __future__ import annotations

import os
import sys

LISTS_FILE = "nomenklatur.sqlite"


def folder() -> str:
    """Return the folder of the user's data: SELARAS_DATA, else what the system provides."""
    given = os.environ.get("SELARAS_DATA")
    if given:
        return given
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(base, "Selaras")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Application Support", "Selaras")
    base = os.environ.get("XDG_DATA_HOME", "")
    # The specification says that a relative path there is to be ignored.
    if not os.path.isabs(base):
        base = os.path.join(home, ".local", "share")
    return os.path.join(base, "selaras")


def find_lists_file() -> str:
    """Return the path of the file that holds the lists, whether it is there or not."""
    return os.path.join(folder(), LISTS_FILE)


def has_lists() -> bool:
    """Tell whether there are lists; costs one look at the file's status."""
    return os.path.isfile(find_lists_file())
