"""What keeps the add-in from working, and what to do about it."""

from __future__ import annotations

from selaras.values.text import Text, capitalise
from selaras_addin.setup.addin_file import AddinFile, read_addin
from selaras_addin.setup.doctor.diagnosis import Diagnosis, say_problem
from selaras_addin.setup.doctor.excel import diagnose_excel, find_excel
from selaras_addin.setup.doctor.installed import diagnose_addin
from selaras_addin.setup.doctor.macos import diagnose_macos
from selaras_addin.setup.doctor.policy import diagnose_policy
from selaras_addin.setup.doctor.python_side import diagnose_python
from selaras_addin.setup.install import read_settings
from selaras_addin.setup.places import Places, SetupError
from selaras_addin.setup.registry import Registry
from selaras_addin.setup.settings import ExcelSettings


def examine(places: Places, registry: Registry | None) -> list[Diagnosis]:
    """Return all that was looked at, in the order in which to mend it.

    `registry` is None on macOS. Nothing is changed and no program is started.
    """
    addin = _read_own_addin(places)
    settings, unreadable = _read_settings(places)
    if registry is None:
        return [
            *diagnose_macos(places, addin),
            *diagnose_addin(places),
            *unreadable,
            *(diagnose_python(places, settings, addin, None) if settings is not None else ()),
        ]
    excel = find_excel(registry)
    bits = excel.bits if excel else None
    return [
        *diagnose_excel(excel),
        *diagnose_addin(places),
        *unreadable,
        *(diagnose_python(places, settings, addin, bits) if settings is not None else ()),
        *(diagnose_policy(registry, excel, places) if excel else ()),
    ]


def _read_settings(places: Places) -> tuple[ExcelSettings | None, list[Diagnosis]]:
    """Return the settings; None and what to say of it where the file cannot be read."""
    try:
        return read_settings(places), []
    except SetupError as error:
        advice = Text(
            f"Pindahkan atau ganti nama {places.settings}, lalu jalankan: selaras addin install",
            f"Move or rename {places.settings}, then run: selaras addin install",
        )
        found = Text(capitalise(error.message.id), capitalise(error.message.en))
        return None, [say_problem("settings-unreadable", found, advice)]


def _read_own_addin(places: Places) -> AddinFile | None:
    try:
        return read_addin(places.addin.read_bytes())
    except OSError:
        return None
