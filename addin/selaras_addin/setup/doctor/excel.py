"""Excel for Windows: where it is, which version, how many bits."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selaras.values.text import Text
from selaras_addin.setup.doctor.diagnosis import Diagnosis, say_ok, say_problem
from selaras_addin.setup.registry import Registry

_APP_PATHS = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe"
_CURRENT = "SOFTWARE\\Classes\\Excel.Application\\CurVer"
#: Excel 2010, the oldest that has the ribbon's customUI14.
_OLDEST = 14
#: Of programs: the machine that their header names, and the bits of the DLL that they can load.
#: Excel for ARM processors loads DLLs for x64.
_BITS = {0x014C: 32, 0x8664: 64, 0xAA64: 64}


@dataclass(frozen=True)
class Excel:
    """An installed Excel. `bits` is None where its program cannot be read."""

    program: Path
    version: int
    bits: int | None

    @property
    def settings_key(self) -> str:
        """The part of registry keys that names the version."""
        return f"Office\\{self.version}.0"


def find_excel(registry: Registry) -> Excel | None:
    """Return the Excel that opens workbooks, or None where there is none."""
    program = registry.read_values("HKLM", _APP_PATHS).get("")
    current = registry.read_values("HKLM", _CURRENT).get("", "")
    version = str(current).rpartition(".")[2]
    if not program or not version.isdigit():
        return None
    path = Path(str(program).strip('"'))
    return Excel(path, int(version), _read_bits(path))


def diagnose_excel(excel: Excel | None) -> Iterator[Diagnosis]:
    """Yield what there is to say about Excel itself."""
    if excel is None:
        yield say_problem(
            "excel",
            Text("Excel tidak ditemukan di komputer ini.", "Excel was not found on this computer."),
            Text(
                "Pasang Microsoft Excel untuk desktop. Excel di peramban tidak dapat memakai "
                "add-in ini.",
                "Install Microsoft Excel for desktops. Excel in a browser cannot use this add-in.",
            ),
        )
    elif excel.version < _OLDEST:
        yield say_problem(
            "excel",
            Text(
                f"Excel versi {excel.version} terlalu lama.",
                f"Excel version {excel.version} is too old.",
            ),
            Text("Pakai Excel 2010 atau yang lebih baru.", "Use Excel 2010 or a newer one."),
        )
    else:
        bits = f"{excel.bits}-bit" if excel.bits else "? bit"
        yield say_ok(
            "excel",
            Text(
                f"Excel versi {excel.version}, {bits}: {excel.program}",
                f"Excel version {excel.version}, {bits}: {excel.program}",
            ),
        )


def _read_bits(program: Path) -> int | None:
    """Return for how many bits a program is made, from its header (PE/COFF)."""
    try:
        with program.open("rb") as file:
            head = file.read(64)
            if head[:2] != b"MZ" or len(head) < 64:
                return None
            file.seek(struct.unpack_from("<I", head, 60)[0])
            signature, machine = struct.unpack("<4sH", file.read(6))
    except (OSError, struct.error):
        return None
    return _BITS.get(machine) if signature == b"PE\0\0" else None
