"""The settings file of xlwings' VBA: a key and a value a line, in quotes, as VBA writes them."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping

ExcelSettings = dict[str, str]


def parse_settings(text: str) -> ExcelSettings:
    """Return the settings in their order; a line that is no pair is left out."""
    pairs = map(_read_pair, text.splitlines())
    return {pair[0]: pair[1] for pair in pairs if pair}


def find_value(settings: ExcelSettings, key: str) -> str | None:
    """Return a setting as xlwings finds it: whatever the case of its key."""
    return next((text for name, text in settings.items() if name.lower() == key.lower()), None)


def remove_settings(text: str, keys: Iterable[str]) -> str:
    """Return the text of a file without these settings; all its other lines stay as they are."""
    names = {key.lower() for key in keys}
    lines = ((line, _read_pair(line)) for line in text.splitlines(keepends=True))
    return "".join(line for line, pair in lines if not pair or pair[0].lower() not in names)


def restore_settings(text: str, former: str | None, keys: Collection[str]) -> str:
    """Return the text of a file without these settings, or with those that it had before.

    `former` is the whole file as it was then. Where nothing else was changed since, it comes back
    to the letter; else its lines for these settings go to the end.
    """
    rest = remove_settings(text, keys)
    if former is None:
        return rest
    if remove_settings(former, keys).rstrip("\r\n") == rest.rstrip("\r\n"):
        return former
    names = {key.lower() for key in keys}
    lines = ((line, _read_pair(line)) for line in former.splitlines())
    return _end_line(rest) + "".join(
        f"{line}\r\n" for line, pair in lines if pair and pair[0].lower() in names
    )


def add_settings(text: str, own: Mapping[str, str]) -> str:
    """Return the text of a file with these settings, at its end, in place of older ones.

    Raises ValueError for a quote or a line break in a setting.
    """
    for word in (*own, *own.values()):
        if {'"', "\r", "\n"} & set(word):
            raise ValueError(f"cannot be written to the settings: {word!r}")
    return _end_line(remove_settings(text, own)) + "".join(
        f'"{key}","{word}"\r\n' for key, word in own.items()
    )


def _end_line(text: str) -> str:
    """Return a text whose last line has an end."""
    return text if not text or text.endswith("\n") else f"{text}\r\n"


def _read_pair(line: str) -> tuple[str, str] | None:
    row = next(csv.reader([line], skipinitialspace=True), [])
    return (row[0], row[1]) if len(row) == 2 else None
