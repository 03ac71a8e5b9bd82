"""The Python that Excel starts: where it is, and what it has."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path, PureWindowsPath

from selaras.values.text import Text
from selaras_addin.setup.addin_file import AddinFile
from selaras_addin.setup.doctor.diagnosis import Diagnosis, say_ok, say_problem, say_warning
from selaras_addin.setup.doctor.installed import INSTALL
from selaras_addin.setup.install import PATH_KEY
from selaras_addin.setup.places import Places
from selaras_addin.setup.settings import ExcelSettings, find_value
from selaras_addin.setup.source import REINSTALL


def diagnose_python(
    places: Places, settings: ExcelSettings, addin: AddinFile | None, bits: int | None
) -> Iterator[Diagnosis]:
    """Yield what there is to say about the Python of the settings.

    `bits` are Excel's on Windows, which loads a DLL of xlwings made for as many; None elsewhere,
    or where they are not known.
    """
    named = find_value(settings, places.interpreter_key)
    if named is None:
        yield say_problem(
            "settings",
            Text(
                f"Setelan {places.interpreter_key} tidak ada di {places.settings}",
                f"The setting {places.interpreter_key} is missing in {places.settings}",
            ),
            INSTALL,
        )
        return
    interpreter = Path(named)
    if not interpreter.is_file():
        yield say_problem(
            "python-moved",
            Text(
                f"Python tidak ada lagi di tempatnya: {named}",
                f"Python is no longer in its place: {named}",
            ),
            INSTALL,
        )
        return
    yield say_ok("python", Text(f"Python: {named}", f"Python: {named}"))
    yield from _check_store(named)
    yield from _check_path(find_value(settings, PATH_KEY))
    yield from _check_packages(interpreter, addin, on_windows=places.scripts is None)
    if bits and addin:
        yield from _check_dll(interpreter, addin, bits)


def _check_store(named: str) -> Iterator[Diagnosis]:
    if "windowsapps" in (part.lower() for part in PureWindowsPath(named).parts):
        yield say_warning(
            "python-store",
            Text(
                "Python ini dari Microsoft Store. Excel sering tidak dapat memuat bagian xlwings "
                "dari sana.",
                "This Python is from the Microsoft Store. Excel often cannot load xlwings' part "
                "from there.",
            ),
            Text(
                "Pakai pemasang Selaras, atau Python dari python.org.",
                "Use the installer of Selaras, or Python from python.org.",
            ),
        )


def _check_path(folder: str | None) -> Iterator[Diagnosis]:
    if folder is None or not Path(folder, "selaras_addin").is_dir():
        yield say_problem(
            "packages",
            Text(
                f"Selaras tidak ada di folder yang tertulis di setelan: {folder or '(kosong)'}",
                f"Selaras is not in the folder that the settings name: {folder or '(none)'}",
            ),
            INSTALL,
        )


def _check_packages(
    interpreter: Path, addin: AddinFile | None, *, on_windows: bool
) -> Iterator[Diagnosis]:
    versions = _read_versions(interpreter)
    xlwings = versions.get("xlwings")
    if xlwings is None:
        yield say_problem(
            "xlwings",
            Text("Python ini tidak mempunyai xlwings.", "This Python has no xlwings."),
            REINSTALL,
        )
    elif addin and xlwings != addin.xlwings:
        yield say_problem(
            "xlwings-version",
            Text(
                f"Add-in dibuat untuk xlwings {addin.xlwings}, sedangkan Python mempunyai "
                f"{xlwings}.",
                f"The add-in was built for xlwings {addin.xlwings}, but Python has {xlwings}.",
            ),
            INSTALL,
        )
    else:
        yield say_ok("xlwings", Text(f"xlwings {xlwings}", f"xlwings {xlwings}"))
    if on_windows and "pywin32" not in versions:
        yield say_problem(
            "pywin32",
            Text(
                "Python ini tidak mempunyai pywin32, penghubungnya dengan Excel.",
                "This Python has no pywin32, which connects it with Excel.",
            ),
            REINSTALL,
        )


def _read_versions(interpreter: Path) -> dict[str, str]:
    """Return the packages beside an interpreter, which need not be the one that runs this."""
    folders = [
        str(folder)
        for root in interpreter.parents[:2]
        for pattern in ("Lib/site-packages", "lib/python3.*/site-packages")
        for folder in root.glob(pattern)
    ]
    return {
        found.metadata["Name"].lower(): found.version
        for found in metadata.distributions(path=folders)
    }


def _check_dll(interpreter: Path, addin: AddinFile, bits: int) -> Iterator[Diagnosis]:
    """xlwings' VBA loads its DLL from the interpreter's folder or the one above."""
    name = f"xlwings{bits}-{addin.xlwings}.dll"
    if not any((folder / name).is_file() for folder in interpreter.parents[:2]):
        yield say_problem(
            "dll",
            Text(
                f"{name} tidak ada di samping Python. Antivirus mungkin menghapusnya.",
                f"{name} is not beside Python. An antivirus program may have removed it.",
            ),
            REINSTALL,
        )
