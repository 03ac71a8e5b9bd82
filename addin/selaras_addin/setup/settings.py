"""The settings file of xlwings' VBA: a key and a value a line, in quotes, as VBA writes them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

Settings = dict[str, str]


def parse(text: str) -> Settings:
    """Return the settings in their order; what is not a pair is left out."""
    rows = csv.reader(io.StringIO(text), skipinitialspace=True)
    return {row[0]: row[1] for row in rows if len(row) == 2}


def written(settings: Mapping[str, str]) -> str:
    """Return the text of the file. Raises ValueError for a quote or a line break in it."""
    for text in (*settings, *settings.values()):
        if {'"', "\r", "\n"} & set(text):
            raise ValueError(f"cannot be written to the settings: {text!r}")
    return "".join(f'"{key}","{value}"\r\n' for key, value in settings.items())


def with_own(settings: Settings, own: Mapping[str, str]) -> Settings:
    """Return the settings with our own keys set, everybody else's untouched."""
    return {**without_own(settings, own), **own}


def without_own(settings: Settings, own: Mapping[str, str]) -> Settings:
    """Return the settings without our own keys, in whatever case they are written."""
    names = {key.lower() for key in own}
    return {key: value for key, value in settings.items() if key.lower() not in names}


def value(settings: Settings, key: str) -> str | None:
    """Return a setting as xlwings finds it: whatever the case of its key."""
    return next((text for name, text in settings.items() if name.lower() == key.lower()), None)
