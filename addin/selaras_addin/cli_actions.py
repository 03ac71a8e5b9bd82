"""What each action of `selaras addin` does and says."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import selaras_addin
from selaras.cli import codes
from selaras.cli.output import cannot_write
from selaras.cli.parser import UsageError
from selaras.files import write_whole
from selaras.values.text import Language, Text
from selaras_addin.setup.addin_file import read_addin
from selaras_addin.setup.doctor import examine
from selaras_addin.setup.doctor.diagnosis import Diagnosis
from selaras_addin.setup.install import build_own_settings, install, read_settings, uninstall
from selaras_addin.setup.places import Places, SetupError, find_places
from selaras_addin.setup.registry import WindowsRegistry
from selaras_addin.setup.settings import find_value
from selaras_addin.xlam.build import build_addin
from selaras_addin.xlam.xlwings_source import find_applescript, read_xlwings_version


def _build(options: Namespace, language: Language) -> int:
    target = Path(options.output)
    data = build_addin(language)
    try:
        if target.exists() and read_addin(target.read_bytes()) is None:
            raise UsageError(
                Text(
                    f"{target} sudah ada dan bukan add-in Selaras; tidak ditimpa.",
                    f"{target} exists and is no add-in of Selaras; it is not overwritten.",
                )
            )
        write_whole(target, data)
    except OSError as error:
        raise cannot_write(target, error) from error
    sys.stdout.write(f"{target}\nsha256 {sha256(data).hexdigest()}\n")
    return codes.CLEAN


def _install(options: Namespace, language: Language) -> int:
    places = find_places()
    packages = Path(selaras_addin.__file__).parents[1]
    settings = build_own_settings(places, Path(sys.executable), packages)
    data = _read_given_addin(options.file) if options.file else build_addin(language)
    install(places, data, settings, [find_applescript()])
    done = Text(
        f"Terpasang: {places.addin}\nBuka ulang Excel; tab Selaras ada di pita.\n",
        f"Installed: {places.addin}\nRestart Excel; the tab Selaras is in the ribbon.\n",
    )
    sys.stdout.write(done.say_in(language))
    return codes.CLEAN


def _uninstall(_options: Namespace, language: Language) -> int:
    words = (
        Text(
            "Add-in Selaras dan setelannya sudah dihapus.", "The add-in and its settings are gone."
        )
        if uninstall(find_places())
        else Text("Add-in Selaras tidak terpasang.", "The add-in is not installed.")
    )
    sys.stdout.write(words.say_in(language) + "\n")
    return codes.CLEAN


def _show_status(_options: Namespace, language: Language) -> int:
    text, installed = describe_installed(find_places(), language)
    sys.stdout.write(text)
    return codes.CLEAN if installed else codes.FOUND


def describe_installed(places: Places, language: Language) -> tuple[str, bool]:
    """Return what is installed in these places as text, and whether the add-in is there."""
    try:
        addin = read_addin(places.addin.read_bytes())
    except OSError:
        addin = None
    missing = Text("tidak ada", "missing")
    built = (
        Text(
            f"{places.addin} (dibuat oleh Selaras {addin.selaras}, xlwings {addin.xlwings})",
            f"{places.addin} (built by Selaras {addin.selaras}, xlwings {addin.xlwings})",
        )
        if addin
        else missing
    )
    settings = Text(str(places.settings), str(places.settings))
    try:
        interpreter = find_value(read_settings(places), places.interpreter_key)
    except SetupError as error:
        interpreter = None
        settings += Text(f" ({error.message.id})", f" ({error.message.en})")
    rows = (
        (Text("add-in", "add-in"), built),
        (Text("setelan", "settings"), settings),
        (Text("Python", "Python"), Text(interpreter, interpreter) if interpreter else missing),
    )
    width = max(len(name.say_in(language)) for name, _text in rows)
    lines = (f"{name.say_in(language):<{width}}  {text.say_in(language)}\n" for name, text in rows)
    return "".join(lines), addin is not None


def _diagnose(_options: Namespace, language: Language) -> int:
    places = find_places()
    registry = WindowsRegistry() if places.scripts is None else None
    text, well = render_diagnoses(examine(places, registry), language)
    sys.stdout.write(text)
    return codes.CLEAN if well else codes.FOUND


_MARKS = {
    "ok": Text("baik", "fine"),
    "warning": Text("perhatikan", "mind"),
    "problem": Text("masalah", "problem"),
}


def render_diagnoses(found: list[Diagnosis], language: Language) -> tuple[str, bool]:
    """Return the diagnoses as text, and whether none of them is a problem."""
    width = max(len(mark.say_in(language)) for mark in _MARKS.values())
    lines = []
    for diagnosis in found:
        mark = _MARKS[diagnosis.level].say_in(language)
        lines.append(f"{mark:<{width}}  {diagnosis.found.say_in(language)}\n")
        if diagnosis.advice:
            lines.append(f"{'':<{width}}  -> {diagnosis.advice.say_in(language)}\n")
    problems = sum(diagnosis.level == "problem" for diagnosis in found)
    end = (
        Text(
            f"{problems} masalah. Mulailah dari yang teratas.",
            f"Problems: {problems}. Begin with the topmost.",
        )
        if problems
        else Text("Tidak ada masalah.", "No problems.")
    )
    return "".join(lines) + end.say_in(language) + "\n", not problems


def _read_given_addin(name: str) -> bytes:
    """Return the bytes of an add-in that was built before. Raises UsageError."""
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise UsageError(
            Text(
                f"tidak dapat membaca {name}: {error.strerror}",
                f"cannot read {name}: {error.strerror}",
            )
        ) from error
    found = read_addin(data)
    if found is None:
        raise UsageError(Text(f"{name} bukan add-in Selaras.", f"{name} is no add-in of Selaras."))
    if found.xlwings != read_xlwings_version():
        raise UsageError(
            Text(
                f"{name} dibuat untuk xlwings {found.xlwings}, sedangkan yang terpasang "
                f"{read_xlwings_version()}.",
                f"{name} was built for xlwings {found.xlwings}, but {read_xlwings_version()} is "
                "installed.",
            )
        )
    return data


ACTIONS: dict[str, Callable[[Namespace, Language], int]] = {
    "build": _build,
    "install": _install,
    "uninstall": _uninstall,
    "status": _show_status,
    "doctor": _diagnose,
}
