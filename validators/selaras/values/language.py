"""Which language the user reads: Indonesian, unless English is asked for."""

from __future__ import annotations

import os

from selaras.values.text import Bahasa

#: The environment variable that asks for a language where nothing else does.
VARIABEL = "SELARAS_LANG"


def bahasa_pengguna(diminta: str | None = None) -> Bahasa:
    """Return the language asked for ("en", "en-GB"), by default that of the environment."""
    asked = os.environ.get(VARIABEL, "id") if diminta is None else diminta
    return "en" if asked.lower().startswith("en") else "id"
