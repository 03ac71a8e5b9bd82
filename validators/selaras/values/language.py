"""Which language the user reads: Indonesian, unless English is asked for."""

from __future__ import annotations

import os

from selaras.values.text import Language

#: The environment variable that asks for a language where nothing else does.
LANGUAGE_VARIABLE = "SELARAS_LANG"


def find_user_language(requested: str | None = None) -> Language:
    """Return the language asked for ("en", "en-GB"), by default that of the environment."""
    asked = os.environ.get(LANGUAGE_VARIABLE, "id") if requested is None else requested
    return "en" if asked.lower().startswith("en") else "id"
