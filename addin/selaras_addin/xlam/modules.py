"""Modules of the VBA project: their kinds, the text of each, and the files it is read from."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import Literal

ModuleKind = Literal["standard", "class", "document"]

#: The code page of the project: VBA source knows no Unicode.
CODE_PAGE = "cp1252"
#: Excel's editor refuses a longer line.
_LONGEST_LINE = 1023


@dataclass(frozen=True)
class Module:
    """One module: `source` begins with its attributes, as Excel stores it, lines ending in LF."""

    name: str
    kind: ModuleKind
    source: str

    def encode(self) -> bytes:
        """Return the text as the project stores it: code page 1252, CRLF.

        Raises ValueError where the text cannot be stored so, naming module and line.
        """
        lines = self.source.split("\n")
        for number, line in enumerate(lines, 1):
            if len(line) > _LONGEST_LINE:
                raise ValueError(f"{self.name}, line {number}: longer than VBA allows")
            if "\r" in line:
                raise ValueError(f"{self.name}, line {number}: a carriage return")
            try:
                line.encode(CODE_PAGE)
            except UnicodeEncodeError as error:
                raise ValueError(f"{self.name}, line {number}: {error}") from error
        return "\r\n".join(lines).encode(CODE_PAGE)


def read_module(text: str, *, base: str | None = None) -> Module:
    """Return the module of an exported file's text (.bas or .cls).

    `base`: the class identifier of the object behind a document module. The kind follows from the
    text: a standard module has no class header.
    """
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    is_class = lines[0].startswith("VERSION ")
    if is_class:
        lines = lines[lines.index("END") + 1 :]
    name = lines[0].removeprefix('Attribute VB_Name = "').removesuffix('"')
    kind: ModuleKind = "document" if base else "class" if is_class else "standard"
    if is_class:
        lines = _complete_attributes(lines, base or _CLASS_BASE, is_document=base is not None)
    return Module(name, kind, "\n".join(lines) + "\n")


#: The identifiers that Excel writes as VB_Base.
_CLASS_BASE = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"
_WORKBOOK_BASE = "0{00020819-0000-0000-C000-000000000046}"
_SHEET_BASE = "0{00020820-0000-0000-C000-000000000046}"

#: The document modules of the add-in, by the name of their file.
WORKBOOK_MODULE = "ThisWorkbook"
SHEET_MODULE = "LembarSetelan"
_BASES = {WORKBOOK_MODULE: _WORKBOOK_BASE, SHEET_MODULE: _SHEET_BASE}


def _complete_attributes(lines: list[str], base: str, *, is_document: bool) -> list[str]:
    """Add what an export leaves out and a project must have."""
    last = max(
        index
        for index, line in enumerate(lines[:8])
        if line.startswith(("Attribute VB_Name", "Attribute VB_Exposed"))
    )
    head = [lines[0], f'Attribute VB_Base = "{base}"', *lines[1 : last + 1]]
    tail = ["Attribute VB_TemplateDerived = False", f"Attribute VB_Customizable = {is_document}"]
    return [*head, *tail, *lines[last + 1 :]]


def read_written_modules() -> list[Module]:
    """Return the modules that are written by hand, by file name."""
    folder = resources.files("selaras_addin") / "vba"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith((".bas", ".cls"))),
        key=lambda file: file.name,
    )
    return [
        read_module(file.read_text("utf-8"), base=_BASES.get(file.name.partition(".")[0]))
        for file in files
    ]
