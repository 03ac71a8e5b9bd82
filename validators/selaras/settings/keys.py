"""The keys of a settings file: their types, and a plain sentence for each that is wrong.

selaras.schema.json beside this file says the same to editors; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from selaras.model.setting import LEVELS, PEMDA_KINDS, Thresholds, find_key
from selaras.settings.errors import ConfigError
from selaras.settings.selectors import unknown
from selaras.tables import BY_NAME
from selaras.values.finding import Severity
from selaras.values.text import Text

#: "This sheet holds no table."
NO_TABLE = "-"

_LETTERS = re.compile(r"[A-Z]{1,3}(:[A-Z]{1,3})?")


#: Reads the value of a key: which file, the key's full name, the value as parsed.
Read = Callable[["Reader", str, object], Any]


def read_table(table: object, path: str, prefix: str) -> dict[str, Any]:
    """Return the values of a parsed file by their keys, those of its table `aturan` among them.

    Raises ConfigError for the first key that is unknown or whose value is of the wrong kind.
    """
    values: dict[str, Any] = Reader(path).keys(prefix, table, SETTING_KEYS)
    # The rules are a table of their own in the file only.
    values.update(values.pop("aturan", {}))
    return values


class Reader:
    """Checks values of one file and knows how to complain."""

    def __init__(self, path: str) -> None:
        self.path = path

    def fail(self, message: Text) -> ConfigError:
        return ConfigError(self.path, message)

    def table(
        self, value: object, name: str, known: Iterable[str] | None = None
    ) -> Iterable[tuple[str, Any]]:
        if not isinstance(value, dict):
            raise self.wrong(name, "tabel kunci dan nilai", "a table of keys and values")
        for key in value:
            if known is not None and key not in known:
                raise self.fail(unknown(Text("kunci", "key"), _join(name, key), key, known))
        return value.items()

    def keys(self, name: str, value: object, known: Mapping[str, Read]) -> dict[str, Any]:
        return {
            key: known[key](self, _join(name, key), inner)
            for key, inner in self.table(value, name, known)
        }

    def wrong(self, name: str, must: str, must_en: str) -> ConfigError:
        return self.fail(Text(f"{name} harus berupa {must}", f"{name} must be {must_en}"))

    def year(self, name: str, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 1990 <= value <= 2100:
            raise self.wrong(name, "tahun empat angka", "a year of four digits")
        return value

    def amount(self, name: str, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.wrong(name, "bilangan bulat rupiah, 0 atau lebih", "whole rupiah, 0 or more")
        return value

    def percent(self, name: str, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 1000:
            raise self.wrong(name, "persen tanpa pecahan", "a whole percentage")
        return value

    def text(self, name: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(name, "teks", "a text")
        return value.strip()

    def kind(self, name: str, value: object) -> str:
        if not isinstance(value, str) or value not in PEMDA_KINDS:
            raise self.wrong(name, _one_of(PEMDA_KINDS), _one_of(PEMDA_KINDS, "or"))
        return value

    def sources(self, name: str, value: object) -> dict[str, tuple[str, ...]]:
        return {
            source: self.names(_join(name, source), covered)
            for source, covered in self.table(value, name)
        }

    def names(self, name: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(name, "daftar teks", "a list of texts")
        return tuple(value)

    def levels(self, name: str, value: object) -> dict[str, Severity]:
        levels = {}
        for key, level in self.table(value, name):
            if not isinstance(level, str) or level not in LEVELS:
                raise self.wrong(_join(name, key), _one_of(LEVELS), _one_of(LEVELS, "or"))
            levels[key] = LEVELS[level]
        return levels

    def required(self, name: str, value: object) -> tuple[str, ...]:
        tables = self.names(name, value)
        for table in tables:
            if table not in BY_NAME:
                raise self.fail(unknown(Text("tabel", "table"), table, table, BY_NAME))
        return tables

    def sheets(self, name: str, value: object) -> dict[str, str]:
        sheets = {}
        for sheet, table in self.table(value, name):
            if not isinstance(table, str):
                raise self.wrong(_join(name, sheet), "nama tabel", "the name of a table")
            if table != NO_TABLE and table not in BY_NAME:
                raise self.fail(unknown(Text("tabel", "table"), table, table, BY_NAME))
            sheets[sheet] = table
        return sheets

    def columns(self, name: str, value: object) -> dict[str, dict[str, str]]:
        keys = dict.fromkeys(column.key for spec in BY_NAME.values() for column in spec.columns)
        sheets: dict[str, dict[str, str]] = {}
        for sheet, columns in self.table(value, name):
            sheets[sheet] = {}
            for key, letters in self.table(columns, _join(name, sheet), keys):
                if not isinstance(letters, str) or not _LETTERS.fullmatch(letters.upper()):
                    raise self.wrong(
                        _join(_join(name, sheet), key),
                        'huruf kolom, misalnya "K" atau "A:F"',
                        'letters of a column, such as "K" or "A:F"',
                    )
                sheets[sheet][key] = letters.upper()
        return sheets


def _of(known: Mapping[str, Read]) -> Read:
    """Return what reads a table of these keys."""
    return lambda reader, name, value: reader.keys(name, value, known)


SETTING_KEYS: dict[str, Read] = {
    "tahun": Reader.year,
    "tabel": Reader.sheets,
    "kolom": Reader.columns,
    "pemda": _of({"jenis": Reader.kind, "nama": Reader.text}),
    "opd": _of({"kode": Reader.text, "nama": Reader.text}),
    "nomenklatur": Reader.text,
    "sumber_dana": Reader.sources,
    "wajib": Reader.required,
    "toleransi": Reader.amount,
    "ambang": _of(dict.fromkeys(map(find_key, Thresholds._fields), Reader.percent)),
    "aturan": _of({"pilih": Reader.names, "abaikan": Reader.names, "tingkat": Reader.levels}),
}


def _join(prefix: str, key: str) -> str:
    part = key if re.fullmatch(r"[\w-]+", key) else f'"{key}"'
    return f"{prefix}.{part}" if prefix else part


def _one_of(words: Iterable[str], conjunction: str = "atau") -> str:
    *others, last = words
    return f"{', '.join(others)} {conjunction} {last}"
