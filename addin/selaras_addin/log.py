"""The log file in the user's data folder: what went wrong inside, for whoever is asked to help."""

from __future__ import annotations

import datetime
import traceback
from contextlib import suppress
from pathlib import Path

from selaras.nomenklatur.place import folder
from selaras.values.text import EMPTY, Text
from selaras.version import __version__

LOG_NAME = "selaras-excel.log"
#: When the log has grown so far, it begins anew.
_LARGEST = 1_000_000


def find_log() -> Path:
    """Return where the log stands, or would."""
    return Path(folder()) / LOG_NAME


def log_error(id: str, error: Exception) -> Text:
    """Write what a button or function met to the log; return the sentence that says where it is.

    Where the log cannot be written there is nothing to say.
    """
    if (path := _write(id, "".join(traceback.format_exception(error)))) is None:
        return EMPTY
    return Text(
        f" Rinciannya ada di {path}; kirimkan berkas itu bila meminta bantuan.",
        f" Details are in {path}; send that file along when you ask for help.",
    )


def _write(id: str, what: str) -> Path | None:
    path = find_log()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        full = path.exists() and path.stat().st_size > _LARGEST
        with path.open("w" if full else "a", encoding="utf-8") as file:
            now = datetime.datetime.now().isoformat(" ", "seconds")
            file.write(f"{now} Selaras {__version__} {id}\n{what.rstrip()}\n\n")
        return path
    return None
