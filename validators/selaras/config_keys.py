"""The keys of a settings file: their types, and a plain sentence for each that is wrong.

selaras.schema.json beside this file says the same to editors; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from selaras.config import LEVELS, ConfigError
from selaras.finding import Severity
from selaras.setting import Setting
from selaras.tables import BY_NAME
from selaras.teks import Teks

#: "This sheet holds no table."
NO_TABLE = "-"

_LETTERS = re.compile(r"[A-Z]{1,3}(:[A-Z]{1,3})?")


def read_table(table: object, path: str, prefix: str) -> dict[str, Any]:
    """Return the values of a parsed file by the fields of Setting that they are for.

    Raises ConfigError for the first key that is unknown or whose value is of the wrong kind.
    """
    reader = _Reader(path)
    values: dict[str, Any] = {}
    for key, value in reader.table(table, prefix, _TOP):
        if key == "aturan":
            name = _join(prefix, key)
            for rule_key, rule_value in reader.table(value, name, _RULES):
                values[rule_key] = _RULES[rule_key](reader, _join(name, rule_key), rule_value)
        else:
            values[key] = _TOP[key](reader, _join(prefix, key), value)
    return values


class _Reader:
    """Checks values of one file and knows how to complain."""

    def __init__(self, path: str) -> None:
        self.path = path

    def fail(self, message: Teks) -> ConfigError:
        return ConfigError(self.path, message)

    def table(
        self, value: object, name: str, known: Iterable[str] | None = None
    ) -> Iterable[tuple[str, Any]]:
        if not isinstance(value, dict):
            raise self.wrong(name, "tabel kunci dan nilai", "a table of keys and values")
        for key in value:
            if known is not None and key not in known:
                raise self.fail(unknown(Teks("kunci", "key"), _join(name, key), key, known))
        return value.items()

    def wrong(self, name: str, must: str, must_en: str) -> ConfigError:
        return self.fail(Teks(f"{name} harus berupa {must}", f"{name} must be {must_en}"))

    def year(self, name: str, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 1990 <= value <= 2100:
            raise self.wrong(name, "tahun empat angka", "a year of four digits")
        return value

    def amount(self, name: str, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.wrong(name, "bilangan bulat rupiah, 0 atau lebih", "whole rupiah, 0 or more")
        return value

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
                raise self.fail(unknown(Teks("tabel", "table"), table, table, BY_NAME))
        return tables

    def sheets(self, name: str, value: object) -> dict[str, str]:
        sheets = {}
        for sheet, table in self.table(value, name):
            if not isinstance(table, str):
                raise self.wrong(_join(name, sheet), "nama tabel", "the name of a table")
            if table != NO_TABLE and table not in BY_NAME:
                raise self.fail(unknown(Teks("tabel", "table"), table, table, BY_NAME))
            sheets[sheet] = table
        return sheets

    def columns(self, name: str, value: object) -> dict[str, dict[str, str]]:
        keys = dict.fromkeys(kolom.key for spec in BY_NAME.values() for kolom in spec.columns)
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


_TOP: dict[str, Callable[[_Reader, str, object], Any]] = {
    "tahun": _Reader.year,
    "tabel": _Reader.sheets,
    "kolom": _Reader.columns,
    "wajib": _Reader.required,
    "toleransi": _Reader.amount,
    "aturan": lambda _reader, _name, value: value,
}
_RULES: dict[str, Callable[[_Reader, str, object], Any]] = {
    "pilih": _Reader.names,
    "abaikan": _Reader.names,
    "tingkat": _Reader.levels,
}


def unknown(what: Teks, shown: str, word: str, known: Iterable[str]) -> Teks:
    """Return "X is not known", with what was probably meant, if anything comes near."""
    message = Teks(f"{what.id} tidak dikenal: {shown}", f"unknown {what.en}: {shown}")
    near = nearest(word, known)
    if near:
        message += Teks(f" (maksud Anda {near}?)", f" (did you mean {near}?)")
    return message


def check_selectors(where: str, selectors: Iterable[str]) -> None:
    """Raise ConfigError for the first selector that stands for no rule at all."""
    for selector in selectors:
        chosen(where, selector)


def chosen(where: str, selector: str) -> list[str]:
    """Return the codes of the rules that a code, family or name stands for.

    Raises ConfigError, with the nearest that there is, where it stands for none.
    """
    # Imported here: few runs name rules, and this loads them all.
    from selaras.policy import dipilih
    from selaras.rule import registry

    rules = registry().values()
    only = Setting(pilih=(selector,))
    codes = [rule.code for rule in rules if selector.strip() and dipilih(rule, only)]
    if not codes:
        known = [name for rule in rules for name in (rule.code, rule.name)]
        raise ConfigError(where, unknown(Teks("aturan", "rule"), selector, selector, known))
    return codes


def by_code(where: str, levels: Mapping[str, Severity]) -> dict[str, Severity]:
    """Return severities by code, where files and options may also name families and names.

    A longer selector is more exact and wins over a shorter one.
    """
    return {
        code: levels[selector]
        for selector in sorted(levels, key=len)
        for code in chosen(where, selector)
    }


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that comes nearest; None when none is near."""
    # Imported here: only mistakes need it.
    import difflib

    folded = {name.casefold(): name for name in known}
    matches = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def _join(prefix: str, key: str) -> str:
    part = key if re.fullmatch(r"[\w-]+", key) else f'"{key}"'
    return f"{prefix}.{part}" if prefix else part


def _one_of(words: Iterable[str], conjunction: str = "atau") -> str:
    *others, last = words
    return f"{', '.join(others)} {conjunction} {last}"
