"""Settings from files: where they are looked for, what each may say, and how they come together.

A file that lies beside a submitted workbook came with it. It may describe the workbook (year,
tables, columns, whose plan it is), but it must not silence anything: what to check and how strictly
counts only from `--config` or from the folder in which the command is run and those above it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from selaras.model.setting import Limits, Opd, Pemda, Setting, Thresholds, find_field
from selaras.settings.errors import ConfigError
from selaras.values.finding import Severity
from selaras.values.text import Text

FILE_NAME = "selaras.toml"
_PYPROJECT = "pyproject.toml"
_MAY_HAVE_TABLE = re.compile(rb"""tool["']?\s*\.\s*["']?selaras|\[\s*["']?tool["']?\s*\]""")
#: Settings that describe a workbook; all others are the checker's own.
DESCRIBING = frozenset({"tahun", "tabel", "kolom", "pemda", "opd"})
#: Settings that are a table of fixed keys.
_PARTS: Mapping[str, Callable[..., Any]] = {"pemda": Pemda, "opd": Opd, "ambang": Thresholds}
_SETTINGS = Text("berkas pengaturan", "the settings file")
#: No honest settings file comes near this size.
_MAX_BYTES = 256 * 1024

#: Values by the key that a settings file has for them.
Values = Mapping[str, Any]


class Overrides(NamedTuple):
    """What the command line (or the caller) sets: it wins over every file."""

    year: int | None = None
    nomenklatur: str | None = None
    selected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = {}
    limits: Limits = Limits()


class Settings:
    """The settings of a run: the checker's own, and for each workbook what lies beside it."""

    def __init__(self, overrides: Overrides, config: str | None = None, folder: str = ".") -> None:
        """Read the checker's own file: `config`, else what is found from `folder` upwards.

        A nomenclature that is a file is read as well. Raises ConfigError when a file cannot be
        read or says what it may not.
        """
        self._overrides = overrides
        self._explicit = config is not None
        self._by_folder: dict[str, SettingsFile | None] = {}
        here = os.path.realpath(folder)
        self._trusted = (
            SettingsFile(config, _read(config)) if config is not None else self._find(here)
        )
        if self._trusted:
            self._trusted = _with_codes(self._trusted)
        self._trusted_path = os.path.realpath(self._trusted.path) if self._trusted else None
        if overrides.nomenklatur is not None:
            _open_list("nomenklatur", overrides.nomenklatur)
        elif self._trusted and "nomenklatur" in self._trusted.values:
            self._trusted = _with_list(self._trusted)

    def load(self, workbook: str) -> tuple[Setting, tuple[Text, ...]]:
        """Return the settings for one workbook, and what must be said about them.

        Raises ConfigError when the file beside the workbook is wrong.
        """
        folder = os.path.dirname(os.path.realpath(workbook))
        beside = self._find(folder)
        if beside is None or beside.path == self._trusted_path:
            return self.own(), ()
        own: Values = self._trusted.values if self._trusted else {}
        describing = {key: value for key, value in beside.values.items() if key in DESCRIBING}
        values = _merge(describing, own) if self._explicit else _merge(own, describing)
        silencing = [key for key in beside.values if key not in DESCRIBING]
        notes = (_ignored(beside.path, folder, silencing),) if silencing else ()
        return self._setting(values), notes

    def own(self) -> Setting:
        """Return the checker's own settings, whatever lies beside a workbook."""
        return self._setting(self._trusted.values if self._trusted else {})

    def require_list(self) -> None:
        """Raise ConfigError where a nomenclature is asked for by a name that no stored list has.

        No check may go without it in silence; who only reads settings need not have it.
        """
        name = self.own().nomenklatur
        if name is None:
            return
        from selaras.nomenklatur.one_off import is_file

        if not is_file(name):
            given = self._overrides.nomenklatur is not None or self._trusted is None
            where = "--nomenclature" if given else f"{self._trusted_path}: nomenklatur"
            _find_list(where, name)

    def _find(self, folder: str) -> SettingsFile | None:
        """Return the nearest settings file in the folder or above it."""
        if folder in self._by_folder:
            return self._by_folder[folder]
        found = None
        path = os.path.join(folder, FILE_NAME)
        if os.path.isfile(path):
            found = SettingsFile(path, _read(path))
        else:
            path = os.path.join(folder, _PYPROJECT)
            values = _read_pyproject(path) if os.path.isfile(path) else None
            if values is not None:
                found = SettingsFile(path, values)
            elif (parent := os.path.dirname(folder)) != folder:
                found = self._find(parent)
        self._by_folder[folder] = found
        return found

    def _setting(self, values: Values) -> Setting:
        given = self._overrides
        merged = dict(values)
        if given.year is not None:
            merged["tahun"] = given.year
        if given.nomenklatur is not None:
            merged["nomenklatur"] = given.nomenklatur
        if given.selected:
            merged["pilih"] = given.selected
        merged["abaikan"] = (*merged.get("abaikan", ()), *given.ignored)
        merged["tingkat"] = {**merged.get("tingkat", {}), **given.severities}
        for key, part in _PARTS.items():
            if key in merged:
                merged[key] = part(**_by_field(merged[key]))
        return Setting(**_by_field(merged), limits=given.limits)


def _by_field(values: Values) -> dict[str, Any]:
    return {find_field(key): value for key, value in values.items()}


class SettingsFile(NamedTuple):
    """A settings file and what it says."""

    path: str
    values: Values


def _with_codes(found: SettingsFile) -> SettingsFile:
    """Check the rules that the checker's own file names, and spell out those with a severity."""
    from selaras.settings.selectors import by_code, check_selectors

    values = dict(found.values)
    for key in ("pilih", "abaikan"):
        check_selectors(found.path, values.get(key, ()))
    if "tingkat" in values:
        values["tingkat"] = by_code(found.path, values["tingkat"])
    return SettingsFile(found.path, values)


def _with_list(found: SettingsFile) -> SettingsFile:
    """Take a nomenclature that is a file from the folder of the settings file."""
    folder, name = os.path.dirname(found.path), found.values["nomenklatur"]
    path = _open_list(f"{found.path}: nomenklatur", name, folder)
    return SettingsFile(found.path, {**found.values, "nomenklatur": path}) if path else found


def _find_list(where: str, name: str) -> None:
    """Raise ConfigError unless a stored list has that name: no check may silently go without it."""
    from selaras.nomenklatur import list_stored_names
    from selaras.nomenklatur.sql import StoreError

    try:
        stored = list_stored_names()
    except StoreError as error:
        raise ConfigError(where, error.message) from error
    if any(known.casefold() == name.casefold() for known in stored):
        return
    if not stored:
        raise ConfigError(
            where,
            Text(
                f"nomenklatur “{name}” belum dimuat; muat dengan: selaras nomenclature add BERKAS",
                f"the nomenclature “{name}” is not loaded; load it with: selaras nomenclature add "
                "FILE",
            ),
        )
    from selaras.settings.selectors import unknown

    loaded = ", ".join(stored)
    message = unknown(Text("nomenklatur", "nomenclature"), f"“{name}”", name, stored)
    raise ConfigError(where, message + Text(f"; yang dimuat: {loaded}", f"; loaded: {loaded}"))


def _open_list(where: str, name: str, folder: str = "") -> str | None:
    """Read a nomenclature that is a file, before any workbook; return its path, if it is one.

    Raises ConfigError where it cannot be read.
    """
    from selaras.nomenklatur.one_off import is_file, load_list

    if not is_file(name, folder):
        return None
    from selaras.nomenklatur.load import LoadError

    path = os.path.join(folder, name)
    try:
        load_list(path)
    except LoadError as error:
        raise ConfigError(where, error.message) from error
    return path


def _merge(lower: Values, upper: Values) -> Values:
    """Return both together; in tables of names each name counts by itself."""
    merged = dict(lower)
    for key, value in upper.items():
        below = merged.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            merged[key] = {**below, **value}
        else:
            merged[key] = value
    return merged


def _ignored(path: str, folder: str, keys: list[str]) -> Text:
    shown = os.path.relpath(path, folder).replace(os.sep, "/")
    names = ", ".join(_SPOKEN.get(key, key) for key in keys)
    return Text(
        f"{shown} di samping buku kerja ini juga mengatur {names}; itu tidak dipakai, karena "
        "berkas yang ikut dikirim tidak boleh membungkam pemeriksaan. Bila memang dikehendaki, "
        f"berikan berkas itu dengan --config.",
        f"{shown} beside this workbook also sets {names}; that was not used, because a file that "
        "came with a submission must not silence the check. If it is meant, pass the file with "
        "--config.",
    )


_SPOKEN = {"pilih": "aturan.pilih", "abaikan": "aturan.abaikan", "tingkat": "aturan.tingkat"}


def _read(path: str) -> Values:
    return _values(read_toml(path, _SETTINGS), path, "")


def _read_pyproject(path: str) -> Values | None:
    """Return what [tool.selaras] says; None where there is none."""
    data = _bytes(path)
    # Most pyproject files have nothing to say here, and parsing costs more than looking.
    if not _MAY_HAVE_TABLE.search(data):
        return None
    tool = _parse(path, data).get("tool")
    table = tool.get("selaras") if isinstance(tool, dict) else None
    return None if table is None else _values(table, path, "tool.selaras")


def _values(table: object, path: str, prefix: str) -> Values:
    # Imported here, as is the parser: most runs have no file to read.
    from selaras.settings.keys import read_table

    return read_table(table, path, prefix)


def read_toml(path: str, what: Text) -> dict[str, Any]:
    """Return what a file of the user's says; `what` names it. Raises ConfigError."""
    return _parse(path, _bytes(path, what))


def _bytes(path: str, what: Text = _SETTINGS) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        message = Text(f"{what.id} tidak dapat dibuka", f"{what.en} cannot be opened")
        raise ConfigError(path, message) from error
    if len(data) > _MAX_BYTES:
        raise ConfigError(path, Text(f"{what.id} terlalu besar", f"{what.en} is too large"))
    return data


def _parse(path: str, data: bytes) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise ConfigError(path, Text("teksnya bukan UTF-8", "its text is not UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            path, Text(f"bukan TOML yang sah: {error}", f"not valid TOML: {error}")
        ) from error
    except RecursionError as error:
        raise ConfigError(path, Text("bersarang terlalu dalam", "nested too deeply")) from error
