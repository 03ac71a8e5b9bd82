"""What only macOS needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selaras.values.text import Text
from selaras_addin.setup.addin_file import AddinFile
from selaras_addin.setup.doctor.diagnosis import Diagnosis, say_ok, say_problem, say_warning
from selaras_addin.setup.doctor.installed import INSTALL
from selaras_addin.setup.places import Places

EXCEL = Path("/Applications/Microsoft Excel.app")


def diagnose_macos(
    places: Places, addin: AddinFile | None, excel: Path = EXCEL
) -> Iterator[Diagnosis]:
    """Yield whether Excel is there, and the script through which it starts Python."""
    if excel.exists():
        yield say_ok("excel", Text(f"Excel: {excel}", f"Excel: {excel}"))
    else:
        yield say_problem(
            "excel",
            Text(f"Excel tidak ada: {excel}", f"Excel is missing: {excel}"),
            Text("Pasang Microsoft Excel untuk Mac.", "Install Microsoft Excel for Mac."),
        )
    name = f"xlwings-{addin.xlwings}.applescript" if addin else None
    if name and places.scripts and not (places.scripts / name).is_file():
        yield say_problem(
            "script",
            Text(
                f"Skrip penghubung tidak ada: {places.scripts / name}",
                f"The connecting script is missing: {places.scripts / name}",
            ),
            INSTALL,
        )
    yield say_warning(
        "functions",
        Text(
            "Fungsi SELARAS di dalam sel tidak tersedia di macOS. Tombolnya dimaksudkan berjalan, "
            "tetapi belum diuji di sana.",
            "The SELARAS functions in cells are not available on macOS. The buttons are meant to "
            "work, but have not been tried there.",
        ),
        Text(
            "Pakai Excel untuk Windows bila memerlukan fungsinya.",
            "Use Excel for Windows where you need the functions.",
        ),
    )
