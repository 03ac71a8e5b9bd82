"""xlwings' VBA (BSD-3) and its Dictionary class (MIT), from the installed package, notices kept."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

from selaras_addin.xlam.modules import CODE_PAGE, Module, read_module

#: The name of the user's settings: the sheet selaras.conf and the file .selaras\\selaras.conf.
PROJECT_NAME = "selaras"

_DLL = re.compile(r'"xlwings(?:32|64)-([0-9.]+)\.dll"')

#: What is changed, each exactly once: the text of xlwings, that of Selaras.
_CHANGES = (
    (
        'Public Const PROJECT_NAME As String = "myaddin"',
        f'Public Const PROJECT_NAME As String = "{PROJECT_NAME}"',
    ),
    # A workbook that somebody sent must not say which program runs, nor must what lies beside it.
    (
        '            If SheetExists(ActiveWorkbook, PROJECT_NAME & ".conf") = True Then\n',
        "            If False Then ' Changed by Selaras: no settings from the workbook in front.\n",
    ),
    (
        '    If source = "" Or source = "directory" Then\n',
        "    If False Then ' Changed by Selaras: no settings from the workbook's folder.\n",
    ),
    # Nor does a sheet with such a name hold code for Selaras.
    (
        "                uses_embedded_code = True\n",
        "                uses_embedded_code = False ' Changed by Selaras: no code from there.\n",
    ),
    # Windows looks for a program without a path in the current folder too.
    (
        'PYTHON_WIN = "cmd.exe " & ConsoleSwitch & " /K " & Chr(34)',
        'PYTHON_WIN = Environ("SystemRoot") & "\\System32\\cmd.exe " & '
        'ConsoleSwitch & " /K " & Chr(34)',
    ),
    # -P: modules must not come from the current folder, which is often the workbook's.
    ('" -B -c ""import sys, os;', '" -P -B -c ""import sys, os;'),
    ('" -B -c ""import xlwings.utils;', '" -P -B -c ""import xlwings.utils;'),
)


class UnexpectedXlwings(Exception):
    """The installed xlwings is missing or other than the one the add-in is written for."""


def read_xlwings_version() -> str:
    """Return the installed version. Raises UnexpectedXlwings where there is none."""
    try:
        return metadata.version("xlwings")
    except metadata.PackageNotFoundError as error:
        raise UnexpectedXlwings("xlwings is not installed") from error


def find_applescript() -> Path:
    """Return the file through which Excel for macOS starts Python. Raises UnexpectedXlwings."""
    name = f"xlwings-{read_xlwings_version()}.applescript"
    return _find_package() / name


def read_xlwings_modules() -> list[Module]:
    """Return xlwings' module and its Dictionary class. Raises UnexpectedXlwings."""
    version = read_xlwings_version()
    package = _find_package()
    try:
        main = (package / "xlwings_custom_addin.bas").read_text(CODE_PAGE)
        dictionary = (package / "addin" / "Dictionary.cls").read_text(CODE_PAGE)
    except OSError as error:
        raise UnexpectedXlwings(f"xlwings {version}: {error}") from error
    if set(_DLL.findall(main)) != {version}:
        raise UnexpectedXlwings(f"xlwings {version}: its VBA names another version of its DLL")
    for theirs, ours in _CHANGES:
        if main.count(theirs) != 1:
            raise UnexpectedXlwings(f"xlwings {version}: its VBA has changed: {theirs.strip()}")
        main = main.replace(theirs, ours)
    return [read_module(dictionary), read_module(main)]


def _find_package() -> Path:
    # Not imported: on Windows that would start what it needs to talk to Excel.
    return Path(str(metadata.distribution("xlwings").locate_file("xlwings")))
