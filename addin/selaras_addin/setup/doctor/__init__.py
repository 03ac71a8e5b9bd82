"""What keeps the add-in from working, and what to do about it."""

from __future__ import annotations

from selaras_addin.setup.addin_file import AddinFile, read_addin
from selaras_addin.setup.doctor.diagnosis import Diagnosis
from selaras_addin.setup.doctor.excel import excel_diagnosis, find_excel
from selaras_addin.setup.doctor.installed import addin_diagnosis
from selaras_addin.setup.doctor.macos import macos_diagnosis
from selaras_addin.setup.doctor.policy import policy_diagnosis
from selaras_addin.setup.doctor.python_side import python_diagnosis
from selaras_addin.setup.install import read_settings
from selaras_addin.setup.places import Places
from selaras_addin.setup.registry import Registry


def examine(places: Places, registry: Registry | None) -> list[Diagnosis]:
    """Return all that was looked at, in the order in which to mend it.

    `registry` is None on macOS. Nothing is changed and no program is started.
    """
    addin = _addin(places)
    settings = read_settings(places)
    if registry is None:
        return [
            *macos_diagnosis(places, addin),
            *addin_diagnosis(places),
            *python_diagnosis(places, settings, addin, None),
        ]
    excel = find_excel(registry)
    return [
        *excel_diagnosis(excel),
        *addin_diagnosis(places),
        *python_diagnosis(places, settings, addin, excel.bits if excel else None),
        *(policy_diagnosis(registry, excel, places) if excel else ()),
    ]


def _addin(places: Places) -> AddinFile | None:
    try:
        return read_addin(places.addin.read_bytes())
    except OSError:
        return None
