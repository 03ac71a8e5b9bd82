"""The VBA project of the add-in as one binary part: [MS-OVBA], without any compiled code.

`_VBA_PROJECT` names no version of VBA, so Office compiles every module from its text.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

from selaras_addin.xlam.compound import build_compound_file
from selaras_addin.xlam.compression import compress
from selaras_addin.xlam.modules import CODE_PAGE, Module

#: The project's name in Excel's editor, and its identity; any fixed GUID will do.
ADDIN_PROJECT_NAME = "SelarasAddin"
_ID = "{5E1A4A55-0C33-4E81-9B7D-2E17C0DE0412}"

_CODE_PAGE_NUMBER = 1252
_ENGLISH_US = 0x0409
_VBA_PROJECT = bytes.fromhex("CC61FFFF000000")

#: The two libraries that every project of Excel refers to, besides VBA's and Excel's own.
_REFERENCES = (
    (
        "stdole",
        "*\\G{00020430-0000-0000-C000-000000000046}#2.0#0#"
        "C:\\Windows\\System32\\stdole2.tlb#OLE Automation",
    ),
    (
        "Office",
        "*\\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#"
        "C:\\Program Files\\Common Files\\Microsoft Shared\\OFFICE16\\MSO.DLL"
        "#Microsoft Office 16.0 Object Library",
    ),
)


def build_vba_project(modules: Sequence[Module]) -> bytes:
    """Return vbaProject.bin of these modules. Raises ValueError for text that VBA cannot hold."""
    streams = {module.name: compress(module.encode()) for module in modules}
    return build_compound_file(
        {
            "VBA": {"dir": compress(_build_dir(modules)), **streams, "_VBA_PROJECT": _VBA_PROJECT},
            "PROJECT": _write_project(modules),
            "PROJECTwm": _pack_names(modules),
        }
    )


def _build_dir(modules: Sequence[Module]) -> bytes:
    """Return the dir stream: what the project is, what it refers to, where each module lies."""
    name = ADDIN_PROJECT_NAME.encode(CODE_PAGE)
    out = [
        _pack_record(
            0x01, struct.pack("<I", 1)
        ),  # PROJECTSYSKIND: 32-bit Windows, which 64 reads too
        _pack_record(0x02, struct.pack("<I", _ENGLISH_US)),
        _pack_record(0x14, struct.pack("<I", _ENGLISH_US)),
        _pack_record(0x03, struct.pack("<H", _CODE_PAGE_NUMBER)),
        _pack_record(0x04, name),
        *_pack_twice(0x05, 0x40, ""),  # PROJECTDOCSTRING
        _pack_record(0x06, b"") + _pack_record(0x3D, b""),  # PROJECTHELPFILEPATH
        _pack_record(0x07, struct.pack("<I", 0)),
        _pack_record(0x08, struct.pack("<I", 0)),
        struct.pack("<HIIH", 0x09, 4, 1, 0),  # PROJECTVERSION: its size counts half of it
        *_pack_twice(0x0C, 0x3C, ""),  # PROJECTCONSTANTS
    ]
    for reference, library in _REFERENCES:
        out += _pack_twice(0x16, 0x3E, reference)
        text = library.encode(CODE_PAGE)
        out.append(_pack_record(0x0D, struct.pack("<I", len(text)) + text + bytes(6)))
    out += [
        _pack_record(0x0F, struct.pack("<H", len(modules))),
        _pack_record(0x13, struct.pack("<H", 0xFFFF)),  # PROJECTCOOKIE
    ]
    for module in modules:
        out += [
            *_pack_twice(0x19, 0x47, module.name),
            *_pack_twice(0x1A, 0x32, module.name),  # the name of its stream
            *_pack_twice(0x1C, 0x48, ""),
            _pack_record(0x31, struct.pack("<I", 0)),  # the text begins at the stream's first byte
            _pack_record(0x1E, struct.pack("<I", 0)),
            _pack_record(0x2C, struct.pack("<H", 0xFFFF)),
            _pack_record(0x21 if module.kind == "standard" else 0x22, b""),
            _pack_record(0x2B, b""),
        ]
    out.append(_pack_record(0x10, b""))
    return b"".join(out)


def _pack_record(identifier: int, data: bytes) -> bytes:
    return struct.pack("<HI", identifier, len(data)) + data


def _pack_twice(identifier: int, unicode_identifier: int, text: str) -> list[bytes]:
    """Return a text in the project's code page, and again as UTF-16."""
    return [
        _pack_record(identifier, text.encode(CODE_PAGE)),
        _pack_record(unicode_identifier, text.encode("utf-16-le")),
    ]


_PROJECT_LINE = {"standard": "Module={}", "class": "Class={}", "document": "Document={}/&H00000000"}


def _write_project(modules: Iterable[Module]) -> bytes:
    """Return the PROJECT stream: what the editor lists, and that the project is not locked."""
    lines = [
        f'ID="{_ID}"',
        *(_PROJECT_LINE[module.kind].format(module.name) for module in modules),
        f'Name="{ADDIN_PROJECT_NAME}"',
        'HelpContextID="0"',
        'VersionCompatible32="393222000"',
        # Protection, password, visibility: none, none, visible.
        f'CMG="{_scramble(bytes(4))}"',
        f'DPB="{_scramble(bytes(1))}"',
        f'GC="{_scramble(bytes([0xFF]))}"',
        "",
        "[Host Extender Info]",
        "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000",
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in modules),
        "",
    ]
    return "\r\n".join(lines).encode(CODE_PAGE)


def _scramble(data: bytes) -> str:
    """Return the data as [MS-OVBA] 2.4.3.2 hides them, with a fixed seed, in hexadecimal."""
    seed = 0
    key = sum(_ID.encode(CODE_PAGE)) & 0xFF
    version = 2
    out = [seed, seed ^ version, seed ^ key]
    plain, previous, before = key, seed ^ key, seed ^ version
    # With this seed no bytes are ignored: their number is (seed and 6) / 2.
    for byte in struct.pack("<I", len(data)) + data:
        hidden = byte ^ ((before + plain) & 0xFF)
        out.append(hidden)
        before, previous, plain = previous, hidden, byte
    return bytes(out).hex().upper()


def _pack_names(modules: Iterable[Module]) -> bytes:
    """Return the PROJECTwm stream: each name in the code page and as UTF-16."""
    names = (
        module.name.encode(CODE_PAGE) + b"\0" + module.name.encode("utf-16-le") + b"\0\0"
        for module in modules
    )
    return b"".join(names) + b"\0\0"
