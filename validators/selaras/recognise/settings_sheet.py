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
from selaras.model.setting import JENIS_PEMDA, Setting, find_field
from selaras.recognise.own_sheets import JUDUL_PENGATURAN
from selaras.values.fold import lipat
from selaras.values.kode_reading import baca_kode_opd
from selaras.values.text import Bahasa, Teks

#: What the first cell of such a sheet says, folded.
JUDUL = ("pengaturan", lipat(JUDUL_PENGATURAN))
#: A sheet with fewer of the labels below is another one.
PALING_SEDIKIT = 2
#: Rows that are looked at: lists and remarks may follow.
TERBANYAK = 60

_TAHUN = re.compile(r"(?:19|20)\d\d")


class Isian(NamedTuple):
    """One setting: its key as in selaras.toml, its label in column A, what column B may hold."""

    kunci: str
    label: Teks
    petunjuk: Teks
    #: Returns the value, or None where the cell holds none that can be used.
    read: Callable[[str], object]
    pilihan: tuple[str, ...] = ()
    #: Other wordings of the label, folded.
    lain: tuple[str, ...] = ()

    def panduan(self, bahasa: Bahasa) -> str:
        """Return what the cell may hold, with all choices where it is one of a few."""
        hint = self.petunjuk.dalam(bahasa)
        return f"{hint} {', '.join(self.pilihan)}." if self.pilihan else hint

    def berlabel(self, text: str) -> bool:
        """Tell whether a label is this setting's."""
        folded = lipat(text)
        return folded in (lipat(self.label.id), lipat(self.label.en), *self.lain)


def _tahun(text: str) -> int | None:
    return int(text) if _TAHUN.fullmatch(text) else None


def _jenis(text: str) -> str | None:
    wanted = "-".join(lipat(text).split())
    return wanted if wanted in JENIS_PEMDA else None


def _kode(text: str) -> str | None:
    return text if baca_kode_opd(text) is not None else None


ISIAN = (
    Isian(
        "tahun",
        Teks("Tahun rencana", "Plan year"),
        Teks("Empat angka, misalnya 2026.", "Four digits, such as 2026."),
        _tahun,
        lain=("tahun rencana n", "tahun"),
    ),
    Isian(
        "pemda.nama",
        Teks("Pemerintah daerah", "Regional government"),
        Teks("Misalnya: Kabupaten Mojokerto.", "For example: Kabupaten Mojokerto."),
        str,
        lain=("nama pemerintah daerah",),
    ),
    Isian(
        "pemda.jenis",
        Teks("Jenis pemerintah daerah", "Kind of regional government"),
        Teks(
            "Menentukan angka kewenangan dalam kode. Salah satu dari:",
            "Decides the authority's digit in codes. One of:",
        ),
        _jenis,
        JENIS_PEMDA,
    ),
    Isian(
        "opd.nama",
        Teks("Perangkat daerah", "Agency"),
        Teks("Misalnya: Dinas Koperasi dan Usaha Mikro.", "For example: Dinas Koperasi."),
        str,
        lain=("nama perangkat daerah", "opd"),
    ),
    Isian(
        "opd.kode",
        Teks("Kode perangkat daerah", "Code of the agency"),
        Teks(
            "Seperti di SIPD, misalnya 2.17.3.30.0.00.01.0000.",
            "As in SIPD, such as 2.17.3.30.0.00.01.0000.",
        ),
        _kode,
        lain=("kode opd",),
    ),
)


def dengan_lembar(book: Book, setting: Setting) -> tuple[Setting, tuple[Teks, ...]]:
    """Return the settings with what the workbook says of itself, and what to say about that."""
    notes: list[Teks] = []
    for sheet in book.sheets:
        found = _isi(sheet)
        if len(found) < PALING_SEDIKIT:
            continue
        for entry, cell, text in found:
            value = entry.read(text) if text else None
            if value is not None:
                setting = _lengkapi(setting, entry.kunci, value)
            elif text:
                notes.append(_tak_terpakai(sheet.name, cell, entry, text))
    return setting, tuple(notes)


def _isi(sheet: Sheet) -> list[tuple[Isian, str, str]]:
    """Return the settings of a sheet with their cell and what it holds; none for other sheets."""
    first = sheet.value(1, 1)
    if not isinstance(first, str) or lipat(first) not in JUDUL:
        return []
    found = []
    for row in range(2, TERBANYAK):
        label = sheet.value(row, 1)
        entry = _isian(label) if isinstance(label, str) else None
        if entry is not None:
            found.append((entry, f"B{row}", _teks(sheet.value(row, 2))))
    return found


def _isian(label: str) -> Isian | None:
    return next((entry for entry in ISIAN if entry.berlabel(label)), None)


def _teks(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def _lengkapi(setting: Setting, key: str, value: Any) -> Setting:
    """Return the settings with a value that they lack; one that is set stays."""
    part, name = (find_field(word) for word in key.partition(".")[::2])
    if not name:
        return setting if getattr(setting, part) is not None else setting._replace(**{part: value})
    inner = getattr(setting, part)
    if getattr(inner, name) is not None:
        return setting
    return setting._replace(**{part: inner._replace(**{name: value})})


def _tak_terpakai(sheet: str, cell: str, entry: Isian, text: str) -> Teks:
    return Teks(
        f"pengaturan “{entry.label.id}” di {sheet}!{cell} tidak dipakai: “{text}” tidak dapat "
        f"dibaca. {entry.panduan('id')}",
        f"the setting “{entry.label.en}” in {sheet}!{cell} was not used: “{text}” cannot be read. "
        f"{entry.panduan('en')}",
    )
