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
from selaras.values.text import Bahasa, Teks
from selaras_addin.setup.addin_file import read_addin
from selaras_addin.setup.doctor import examine
from selaras_addin.setup.doctor.diagnosis import Diagnosis
from selaras_addin.setup.install import install, own_settings, read_settings, uninstall
from selaras_addin.setup.places import Places, SetupError, here
from selaras_addin.setup.registry import WindowsRegistry
from selaras_addin.setup.settings import value
from selaras_addin.xlam.build import build
from selaras_addin.xlam.xlwings_source import applescript, xlwings_version


def _build(options: Namespace, bahasa: Bahasa) -> int:
    target = Path(options.output)
    data = build(bahasa)
    try:
        if target.exists() and read_addin(target.read_bytes()) is None:
            raise UsageError(
                Teks(
                    f"{target} sudah ada dan bukan add-in Selaras; tidak ditimpa.",
                    f"{target} exists and is no add-in of Selaras; it is not overwritten.",
                )
            )
        write_whole(target, data)
    except OSError as error:
        raise cannot_write(target, error) from error
    sys.stdout.write(f"{target}\nsha256 {sha256(data).hexdigest()}\n")
    return codes.CLEAN


def _install(options: Namespace, bahasa: Bahasa) -> int:
    places = here()
    packages = Path(selaras_addin.__file__).parents[1]
    settings = own_settings(places, Path(sys.executable), packages)
    data = _given(options.file) if options.file else build(bahasa)
    install(places, data, settings, [applescript()])
    done = Teks(
        f"Terpasang: {places.addin}\nBuka ulang Excel; tab Selaras ada di pita.\n",
        f"Installed: {places.addin}\nRestart Excel; the tab Selaras is in the ribbon.\n",
    )
    sys.stdout.write(done.dalam(bahasa))
    return codes.CLEAN


def _uninstall(_options: Namespace, bahasa: Bahasa) -> int:
    words = (
        Teks(
            "Add-in Selaras dan setelannya sudah dihapus.", "The add-in and its settings are gone."
        )
        if uninstall(here())
        else Teks("Add-in Selaras tidak terpasang.", "The add-in is not installed.")
    )
    sys.stdout.write(words.dalam(bahasa) + "\n")
    return codes.CLEAN


def _status(_options: Namespace, bahasa: Bahasa) -> int:
    text, installed = status(here(), bahasa)
    sys.stdout.write(text)
    return codes.CLEAN if installed else codes.FOUND


def status(places: Places, bahasa: Bahasa) -> tuple[str, bool]:
    """Return what is installed in these places as text, and whether the add-in is there."""
    try:
        addin = read_addin(places.addin.read_bytes())
    except OSError:
        addin = None
    missing = Teks("tidak ada", "missing")
    built = (
        Teks(
            f"{places.addin} (dibuat oleh Selaras {addin.selaras}, xlwings {addin.xlwings})",
            f"{places.addin} (built by Selaras {addin.selaras}, xlwings {addin.xlwings})",
        )
        if addin
        else missing
    )
    settings = Teks(str(places.settings), str(places.settings))
    try:
        interpreter = value(read_settings(places), places.interpreter_key)
    except SetupError as error:
        interpreter = None
        settings += Teks(f" ({error.message.id})", f" ({error.message.en})")
    rows = (
        (Teks("add-in", "add-in"), built),
        (Teks("setelan", "settings"), settings),
        (Teks("Python", "Python"), Teks(interpreter, interpreter) if interpreter else missing),
    )
    width = max(len(name.dalam(bahasa)) for name, _text in rows)
    lines = (f"{name.dalam(bahasa):<{width}}  {text.dalam(bahasa)}\n" for name, text in rows)
    return "".join(lines), addin is not None


def _doctor(_options: Namespace, bahasa: Bahasa) -> int:
    places = here()
    registry = WindowsRegistry() if places.scripts is None else None
    text, well = report(examine(places, registry), bahasa)
    sys.stdout.write(text)
    return codes.CLEAN if well else codes.FOUND


_MARK = {
    "ok": Teks("baik", "fine"),
    "warning": Teks("perhatikan", "mind"),
    "problem": Teks("masalah", "problem"),
}


def report(found: list[Diagnosis], bahasa: Bahasa) -> tuple[str, bool]:
    """Return the diagnoses as text, and whether none of them is a problem."""
    width = max(len(mark.dalam(bahasa)) for mark in _MARK.values())
    lines = []
    for diagnosis in found:
        mark = _MARK[diagnosis.level].dalam(bahasa)
        lines.append(f"{mark:<{width}}  {diagnosis.found.dalam(bahasa)}\n")
        if diagnosis.advice:
            lines.append(f"{'':<{width}}  -> {diagnosis.advice.dalam(bahasa)}\n")
    problems = sum(diagnosis.level == "problem" for diagnosis in found)
    end = (
        Teks(
            f"{problems} masalah. Mulailah dari yang teratas.",
            f"Problems: {problems}. Begin with the topmost.",
        )
        if problems
        else Teks("Tidak ada masalah.", "No problems.")
    )
    return "".join(lines) + end.dalam(bahasa) + "\n", not problems


def _given(name: str) -> bytes:
    """Return the bytes of an add-in that was built before. Raises UsageError."""
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise UsageError(
            Teks(
                f"tidak dapat membaca {name}: {error.strerror}",
                f"cannot read {name}: {error.strerror}",
            )
        ) from error
    found = read_addin(data)
    if found is None:
        raise UsageError(Teks(f"{name} bukan add-in Selaras.", f"{name} is no add-in of Selaras."))
    if found.xlwings != xlwings_version():
        raise UsageError(
            Teks(
                f"{name} dibuat untuk xlwings {found.xlwings}, sedangkan yang terpasang "
                f"{xlwings_version()}.",
                f"{name} was built for xlwings {found.xlwings}, but {xlwings_version()} is "
                "installed.",
            )
        )
    return data


ACTIONS: dict[str, Callable[[Namespace, Bahasa], int]] = {
    "build": _build,
    "install": _install,
    "uninstall": _uninstall,
    "status": _status,
    "doctor": _doctor,
}
