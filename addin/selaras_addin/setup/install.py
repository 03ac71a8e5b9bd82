"""Putting the add-in where Excel opens it by itself, and taking it away without a trace."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from selaras.files import write_whole
from selaras.teks import Teks
from selaras_addin.setup.addin_file import read_addin
from selaras_addin.setup.places import Places, SetupError
from selaras_addin.setup.settings import Settings, parse, with_own, without

#: The one folder that Excel's Python gets on its path.
PATH_KEY = "PYTHONPATH"


def own_settings(places: Places, interpreter: Path, packages: Path) -> Settings:
    """Return what this computer's settings must say.

    `packages` is the folder that holds Selaras. It must be there: with no entry at all, xlwings
    puts the current folder on the path, and that is often the folder of somebody's workbook.
    """
    return {places.interpreter_key: str(interpreter), PATH_KEY: str(packages)}


def install(
    places: Places,
    addin: bytes,
    settings: Settings,
    scripts: Sequence[Path] = (),
) -> None:
    """Install the add-in, over an older one if need be; doing it twice is doing it once.

    `scripts` are the files that macOS needs in a folder of its own. Raises SetupError; what was
    there before is then still there.
    """
    _refuse_foreign(places)
    merged = _merged(places, settings)
    copies = {places.scripts / script.name: script for script in scripts if places.scripts}
    targets = [places.record, places.settings, *copies, places.addin]
    with _said(places):
        record = _read_record(places)
        made = [*record, *(path for path in _missing(targets) if path not in record)]
        for target in targets:
            target.parent.mkdir(parents=True, exist_ok=True)
        # The record first and the add-in last: whatever happens in between can be taken away.
        write_whole(places.record, _packed_record(made))
        for target, script in copies.items():
            if target in made:
                write_whole(target, script.read_bytes())
        write_whole(places.settings, merged)
        write_whole(places.addin, addin)


def uninstall(places: Places) -> bool:
    """Take away what `install` has made, and nothing else; return whether there was anything.

    Raises SetupError where something of it is in use.
    """
    _refuse_foreign(places)
    record = _read_record(places)
    settings = _settings_text(places)
    rest = without(settings, (places.interpreter_key, PATH_KEY))
    found = bool(record) or places.addin.exists() or rest != settings
    with _said(places):
        places.addin.unlink(missing_ok=True)
        if not rest:
            places.settings.unlink(missing_ok=True)
        elif rest != settings:
            write_whole(places.settings, _encoded(places, rest))
        for path in record:
            if path.parent == places.scripts:
                path.unlink(missing_ok=True)
        places.record.unlink(missing_ok=True)
        for path in reversed(record):
            # What is no folder, or a folder that holds something of others, stays.
            with contextlib.suppress(OSError):
                path.rmdir()
    return found


def read_settings(places: Places) -> Settings:
    """Return the settings that are there; none where there is no file. Raises SetupError."""
    return parse(_settings_text(places))


def _settings_text(places: Places) -> str:
    with _said(places):
        try:
            data = places.settings.read_bytes()
        except FileNotFoundError:
            return ""
        # What others have written comes back byte for byte, whatever it is.
        return data.decode(places.encoding, "surrogateescape")


def _encoded(places: Places, text: str) -> bytes:
    return text.encode(places.encoding, "surrogateescape")


def _merged(places: Places, settings: Settings) -> bytes:
    """Return the file with these settings, in the code page that VBA reads. Raises SetupError."""
    try:
        return _encoded(places, with_own(_settings_text(places), settings))
    except (UnicodeEncodeError, ValueError) as error:
        path = next((word for word in settings.values() if not word.isascii()), "")
        raise SetupError(
            Teks(
                f"letak Python memuat huruf yang tidak terbaca oleh Excel: {path}. Pasang Python "
                "dan Selaras di folder lain, misalnya C:\\Selaras.",
                f"the place of Python has letters that Excel cannot read: {path}. Install Python "
                "and Selaras in another folder, such as C:\\Selaras.",
            )
        ) from error


def _refuse_foreign(places: Places) -> None:
    """Raise SetupError where a file of that name is not Selaras'."""
    with _said(places):
        try:
            data = places.addin.read_bytes()
        except FileNotFoundError:
            return
    if read_addin(data) is None:
        raise SetupError(
            Teks(
                f"{places.addin} bukan berkas Selaras dan tidak disentuh. Pindahkan atau ganti "
                "namanya, lalu ulangi.",
                f"{places.addin} is no file of Selaras and is left alone. Move or rename it, "
                "then repeat.",
            )
        )


def _missing(targets: Sequence[Path]) -> Iterator[Path]:
    """Yield what is going to be made: folders before what lies in them."""
    seen: set[Path] = set()
    for target in targets:
        for path in (*reversed(target.parents), target):
            if path not in seen and not path.exists():
                seen.add(path)
                yield path


def _read_record(places: Places) -> list[Path]:
    try:
        made = json.loads(places.record.read_text("utf-8"))["made"]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError):
        # Not ours to trust any more: then only what is certainly Selaras' is taken away.
        return [places.record]
    return [Path(path) for path in made]


def _packed_record(made: Sequence[Path]) -> bytes:
    return json.dumps({"made": [str(path) for path in made]}, indent=1).encode() + b"\n"


@contextlib.contextmanager
def _said(places: Places) -> Iterator[None]:
    """Turn a system's error into words for the user."""
    try:
        yield
    except PermissionError as error:
        raise SetupError(
            Teks(
                f"tidak dapat menulis {error.filename or places.addin}. Tutup semua jendela "
                "Excel, lalu ulangi.",
                f"cannot write {error.filename or places.addin}. Close all windows of Excel, "
                "then repeat.",
            )
        ) from error
    except OSError as error:
        raise SetupError(
            Teks(
                f"tidak dapat menulis {error.filename or places.addin}: {error.strerror}",
                f"cannot write {error.filename or places.addin}: {error.strerror}",
            )
        ) from error
