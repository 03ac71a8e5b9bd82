"""What a workbook says of itself on a sheet "Pengaturan": year, region, agency.

The add-in's button Pengaturan makes such a sheet, and so do the templates. Like a file that lies
beside a submitted workbook it may describe the workbook but silences nothing, and what the checker
has set counts more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from selaras.model.book import Book, Sheet
from selaras.model.setting import PEMDA_KINDS, Setting, find_field
from selaras.recognise.own_sheets import SETTINGS_TITLE
from selaras.values.fold import fold
from selaras.values.kode_reading import read_kode_opd
from selaras.values.text import Language, Text

#: What the first cell of such a sheet says, folded.
SHEET_TITLES = ("pengaturan", fold(SETTINGS_TITLE))
#: A sheet with fewer of the labels below is another one.
FEWEST_LABELS = 2
#: Rows that are looked at: lists and remarks may follow.
MOST_LABEL_ROWS = 60

_YEAR = re.compile(r"(?:19|20)\d\d")


class SettingEntry(NamedTuple):
    """One setting: its key as in selaras.toml, its label in column A, what column B may hold."""

    key: str
    label: Text
    hint: Text
    #: Returns the value, or None where the cell holds none that can be used.
    read: Callable[[str], object]
    choices: tuple[str, ...] = ()
    #: Other wordings of the label, folded.
    other_labels: tuple[str, ...] = ()

    def say_guide(self, language: Language) -> str:
        """Return what the cell may hold, with all choices where it is one of a few."""
        hint = self.hint.say_in(language)
        return f"{hint} {', '.join(self.choices)}." if self.choices else hint

    def has_label(self, text: str) -> bool:
        """Tell whether a label is this setting's."""
        folded = fold(text)
        return folded in (fold(self.label.id), fold(self.label.en), *self.other_labels)


def _read_year(text: str) -> int | None:
    return int(text) if _YEAR.fullmatch(text) else None


def _read_kind(text: str) -> str | None:
    wanted = "-".join(fold(text).split())
    return wanted if wanted in PEMDA_KINDS else None


def _kode(text: str) -> str | None:
    return text if read_kode_opd(text) is not None else None


SETTING_ENTRIES = (
    SettingEntry(
        "tahun",
        Text("Tahun rencana", "Plan year"),
        Text("Empat angka, misalnya 2026.", "Four digits, such as 2026."),
        _read_year,
        other_labels=("tahun rencana n", "tahun"),
    ),
    SettingEntry(
        "pemda.nama",
        Text("Pemerintah daerah", "Regional government"),
        Text("Misalnya: Kabupaten Mojokerto.", "For example: Kabupaten Mojokerto."),
        str,
        other_labels=("nama pemerintah daerah",),
    ),
    SettingEntry(
        "pemda.jenis",
        Text("Jenis pemerintah daerah", "Kind of regional government"),
        Text(
            "Menentukan angka kewenangan dalam kode. Salah satu dari:",
            "Decides the authority's digit in codes. One of:",
        ),
        _read_kind,
        PEMDA_KINDS,
    ),
    SettingEntry(
        "opd.nama",
        Text("Perangkat daerah", "Agency"),
        Text("Misalnya: Dinas Koperasi dan Usaha Mikro.", "For example: Dinas Koperasi."),
        str,
        other_labels=("nama perangkat daerah", "opd"),
    ),
    SettingEntry(
        "opd.kode",
        Text("Kode perangkat daerah", "Code of the agency"),
        Text(
            "Seperti di SIPD, misalnya 2.17.3.30.0.00.01.0000.",
            "As in SIPD, such as 2.17.3.30.0.00.01.0000.",
        ),
        _kode,
        other_labels=("kode opd",),
    ),
)


def add_sheet_settings(book: Book, setting: Setting) -> tuple[Setting, tuple[Text, ...]]:
    """Return the settings with what the workbook says of itself, and what to say about that."""
    notes: list[Text] = []
    for sheet in book.sheets:
        found = _read_entries(sheet)
        if len(found) < FEWEST_LABELS:
            continue
        for entry, cell, text in found:
            value = entry.read(text) if text else None
            if value is not None:
                setting = _complete(setting, entry.key, value)
            elif text:
                notes.append(_say_unused(sheet.name, cell, entry, text))
    return setting, tuple(notes)


def _read_entries(sheet: Sheet) -> list[tuple[SettingEntry, str, str]]:
    """Return the settings of a sheet with their cell and what it holds; none for other sheets."""
    first = sheet.value(1, 1)
    if not isinstance(first, str) or fold(first) not in SHEET_TITLES:
        return []
    found = []
    for row in range(2, MOST_LABEL_ROWS):
        label = sheet.value(row, 1)
        entry = _find_entry(label) if isinstance(label, str) else None
        if entry is not None:
            found.append((entry, f"B{row}", _read_text(sheet.value(row, 2))))
    return found


def _find_entry(label: str) -> SettingEntry | None:
    return next((entry for entry in SETTING_ENTRIES if entry.has_label(label)), None)


def _read_text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def _complete(setting: Setting, key: str, value: Any) -> Setting:
    """Return the settings with a value that they lack; one that is set stays."""
    part, name = (find_field(word) for word in key.partition(".")[::2])
    if not name:
        return setting if getattr(setting, part) is not None else setting._replace(**{part: value})
    inner = getattr(setting, part)
    if getattr(inner, name) is not None:
        return setting
    return setting._replace(**{part: inner._replace(**{name: value})})


def _say_unused(sheet: str, cell: str, entry: SettingEntry, text: str) -> Text:
    return Text(
        f"pengaturan “{entry.label.id}” di {sheet}!{cell} tidak dipakai: “{text}” tidak dapat "
        f"dibaca. {entry.say_guide('id')}",
        f"the setting “{entry.label.en}” in {sheet}!{cell} was not used: “{text}” cannot be read. "
        f"{entry.say_guide('en')}",
    )
