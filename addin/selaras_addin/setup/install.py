"""Putting the add-in where Excel opens it by itself, and taking it away without a trace."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from selaras.files import write_whole
from selaras.values.text import Text
from selaras_addin.setup.addin_file import read_addin
from selaras_addin.setup.places import Places, SetupError
from selaras_addin.setup.settings import (
    ExcelSettings,
    add_settings,
    find_value,
    parse_settings,
    restore_settings,
)

#: The one folder that Excel's Python gets on its path.
PATH_KEY = "PYTHONPATH"


def build_own_settings(places: Places, interpreter: Path, packages: Path) -> ExcelSettings:
    """Return what this computer's settings must say.

    `packages` is the folder that holds Selaras. It must be there: with no entry at all, xlwings
    puts the current folder on the path, and that is often the folder of somebody's workbook.
    """
    return {places.interpreter_key: str(interpreter), PATH_KEY: str(packages)}


def install(
    places: Places,
    addin: bytes,
    settings: ExcelSettings,
    scripts: Sequence[Path] = (),
) -> None:
    """Install the add-in, over an older one if need be; doing it twice is doing it once.

    `scripts` are the files that macOS needs in a folder of its own. Raises SetupError; what was
    there before is then still there.
    """
    _refuse_foreign(places)
    text = _read_settings_text(places)
    merged = _merge_settings(places, text, settings)
    copies = {places.scripts / script.name: script for script in scripts if places.scripts}
    targets = [places.record, places.settings, *copies, places.addin]
    with _explain_errors(places):
        record = _read_record(places)
        new = list(_find_missing(targets))
        made = [*record.made, *(path for path in new if path not in record.made)]
        former = record.former
        if places.record in new and _has_others(text, settings):
            former = text
        with _undo_on_error(targets, new):
            for target in targets:
                target.parent.mkdir(parents=True, exist_ok=True)
            # The record first and the add-in last: should the power fail in between, all of it can
            # be taken away.
            write_whole(places.record, _pack_record(_Record(made, former)))
            for target, script in copies.items():
                if target in made:
                    write_whole(target, script.read_bytes())
            write_whole(places.settings, merged)
            write_whole(places.addin, addin)


def uninstall(places: Places) -> bool:
    """Take away what `install` has made, and nothing else; return whether there was anything.

    The settings that it replaced come back. Raises SetupError where something of it is in use.
    """
    _refuse_foreign(places)
    settings = _read_settings_text(places)
    with _explain_errors(places):
        record = _read_record(places)
        rest = restore_settings(settings, record.former, (places.interpreter_key, PATH_KEY))
        found = bool(record.made) or places.addin.exists() or rest != settings
        places.addin.unlink(missing_ok=True)
        if not rest:
            places.settings.unlink(missing_ok=True)
        elif rest != settings:
            write_whole(places.settings, _encode(places, rest))
        for path in record.made:
            if path.parent == places.scripts:
                path.unlink(missing_ok=True)
        places.record.unlink(missing_ok=True)
        own = _list_own_folders(places)
        for path in reversed(record.made):
            # A folder that holds something of others stays.
            if path in own:
                with contextlib.suppress(OSError):
                    path.rmdir()
    return found


def _list_own_folders(places: Places) -> set[Path]:
    """Return the folders that installing may make: a record that was altered may name others."""
    inside = (places.addin, places.settings, places.record)
    folders = {folder for path in inside for folder in path.parents}
    if places.scripts:
        folders |= {places.scripts, *places.scripts.parents}
    return folders


@contextlib.contextmanager
def _undo_on_error(targets: Sequence[Path], new: Sequence[Path]) -> Iterator[None]:
    """Put files and folders back as they were where something cannot be written."""
    before = {target: None if target in new else target.read_bytes() for target in targets}
    try:
        yield
    except OSError:
        for target, data in before.items():
            with contextlib.suppress(OSError):
                if data is None:
                    target.unlink(missing_ok=True)
                elif target.read_bytes() != data:
                    write_whole(target, data)
        for path in reversed(new):
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


def _has_others(text: str, settings: ExcelSettings) -> bool:
    """Tell whether a settings file has other values for what is going to be set."""
    there = parse_settings(text)
    return any(find_value(there, key) not in (None, word) for key, word in settings.items())


def read_settings(places: Places) -> ExcelSettings:
    """Return the settings that are there; none where there is no file. Raises SetupError."""
    return parse_settings(_read_settings_text(places))


def _read_settings_text(places: Places) -> str:
    data = _read_file(places.settings)
    # What others have written comes back byte for byte, whatever it is.
    return "" if data is None else data.decode(places.encoding, "surrogateescape")


def _read_file(path: Path) -> bytes | None:
    """Return what a file holds; None where there is none. Raises SetupError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        # To read a folder Windows calls a lack of permission.
        why = (
            Text("itu folder, bukan berkas", "it is a folder, not a file")
            if path.is_dir()
            else Text("tidak diizinkan oleh sistem", "the system does not permit it")
            if isinstance(error, PermissionError)
            else Text(f"{error.strerror}", f"{error.strerror}")
        )
        raise SetupError(
            Text(f"tidak dapat membaca {path}: {why.id}.", f"cannot read {path}: {why.en}.")
        ) from error


def _encode(places: Places, text: str) -> bytes:
    return text.encode(places.encoding, "surrogateescape")


def _merge_settings(places: Places, text: str, settings: ExcelSettings) -> bytes:
    """Return the file with these settings, in the code page that VBA reads. Raises SetupError."""
    try:
        return _encode(places, add_settings(text, settings))
    except (UnicodeEncodeError, ValueError) as error:
        path = next((word for word in settings.values() if not word.isascii()), "")
        raise SetupError(
            Text(
                f"letak Python memuat huruf yang tidak terbaca oleh Excel: {path}. Pasang Python "
                "dan Selaras di folder lain, misalnya C:\\Selaras.",
                f"the place of Python has letters that Excel cannot read: {path}. Install Python "
                "and Selaras in another folder, such as C:\\Selaras.",
            )
        ) from error


def _refuse_foreign(places: Places) -> None:
    """Raise SetupError where a file of that name is not Selaras'."""
    data = _read_file(places.addin)
    if data is not None and read_addin(data) is None:
        raise SetupError(
            Text(
                f"{places.addin} bukan berkas Selaras dan tidak disentuh. Pindahkan atau ganti "
                "namanya, lalu ulangi.",
                f"{places.addin} is no file of Selaras and is left alone. Move or rename it, "
                "then repeat.",
            )
        )


def _find_missing(targets: Sequence[Path]) -> Iterator[Path]:
    """Yield what is going to be made: folders before what lies in them."""
    seen: set[Path] = set()
    for target in targets:
        for path in (*reversed(target.parents), target):
            if path not in seen and not path.exists():
                seen.add(path)
                yield path


class _Record(NamedTuple):
    """What an installation has made, and the settings file before, where it was another's too."""

    made: list[Path]
    former: str | None = None


def _read_record(places: Places) -> _Record:
    data = _read_file(places.record)
    if data is None:
        return _Record([])
    try:
        record = json.loads(data)
        made, former = record["made"], record.get("former")
        if not isinstance(former, str | None):
            raise TypeError
        return _Record([Path(path) for path in _require_list(made)], former)
    except (ValueError, KeyError, TypeError, AttributeError):
        # Not ours to trust any more: then only what is certainly Selaras' is taken away.
        return _Record([places.record])


def _require_list(made: object) -> list[str]:
    if not isinstance(made, list):
        raise TypeError
    return made


def _pack_record(record: _Record) -> bytes:
    kept: dict[str, object] = {"made": [str(path) for path in record.made]}
    if record.former is not None:
        kept["former"] = record.former
    return json.dumps(kept, indent=1).encode() + b"\n"


@contextlib.contextmanager
def _explain_errors(places: Places) -> Iterator[None]:
    """Turn a system's error into words for the user."""
    try:
        yield
    except PermissionError as error:
        raise SetupError(
            Text(
                f"tidak dapat menulis {error.filename or places.addin}. Tutup semua jendela "
                "Excel, lalu ulangi.",
                f"cannot write {error.filename or places.addin}. Close all windows of Excel, "
                "then repeat.",
            )
        ) from error
    except OSError as error:
        raise SetupError(
            Text(
                f"tidak dapat menulis {error.filename or places.addin}: {error.strerror}",
                f"cannot write {error.filename or places.addin}: {error.strerror}",
            )
        ) from error
