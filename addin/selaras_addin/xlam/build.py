"""Selaras.xlam, built from the tables, the VBA text and the installed xlwings."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.values.text import Language
from selaras.version import __version__
from selaras_addin.functions import UDF_MODULE
from selaras_addin.xlam.customui import build_custom_ui
from selaras_addin.xlam.dispatch import build_dispatch_module
from selaras_addin.xlam.modules import Module, read_written_modules
from selaras_addin.xlam.package import build_package
from selaras_addin.xlam.project import build_vba_project
from selaras_addin.xlam.wrappers import build_wrapper_module
from selaras_addin.xlam.xlwings_source import (
    PROJECT_NAME,
    read_xlwings_modules,
    read_xlwings_version,
)

#: What is the same on every machine; where Python is stands in the user's file. A key must not
#: be here without a value: an empty one would win over the user's.
SETTINGS = {
    "UDF MODULES": UDF_MODULE,
    # One Python for the whole session, rather than one started by every click.
    "USE UDF SERVER": "True",
    # Excel freezes over the paths of SharePoint otherwise, and workbooks must not bring code.
    "ADD_WORKBOOK_TO_PYTHONPATH": "False",
}

#: Document properties that tell with what an add-in was built.
SELARAS_PROPERTY, XLWINGS_PROPERTY = "selaras", "xlwings"


def build_own_modules(language: Language) -> list[Module]:
    """Return the modules of Selaras: written by hand, then generated."""
    return [
        *read_written_modules(),
        build_dispatch_module(language),
        build_wrapper_module(language),
    ]


def build_addin(language: Language, modules: Sequence[Module] | None = None) -> bytes:
    """Return the bytes of the add-in, its words in that language.

    `modules` stand in for all VBA modules, in place of Selaras' own and xlwings'. Raises
    UnexpectedXlwings, and ValueError for text that VBA cannot hold.
    """
    if modules is None:
        modules = [*build_own_modules(language), *read_xlwings_modules()]
    return build_package(
        ribbon=build_custom_ui(language),
        vba_project=build_vba_project(modules),
        settings_sheet=f"{PROJECT_NAME}.conf",
        settings=SETTINGS,
        properties={SELARAS_PROPERTY: __version__, XLWINGS_PROPERTY: read_xlwings_version()},
    )
