"""The add-in's own file and its settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selaras.values.text import Text
from selaras.version import __version__
from selaras_addin.setup.addin_file import AddinFile, read_addin
from selaras_addin.setup.doctor.diagnosis import Diagnosis, say_ok, say_problem, say_warning
from selaras_addin.setup.places import Places

INSTALL = Text(
    "Tutup Excel, lalu jalankan: selaras addin install",
    "Close Excel, then run: selaras addin install",
)


def diagnose_addin(places: Places) -> Iterator[Diagnosis]:
    """Yield what there is to say about the file in Excel's start folder."""
    try:
        found = read_addin(places.addin.read_bytes())
    except OSError:
        yield say_problem(
            "addin",
            Text(f"Add-in tidak ada: {places.addin}", f"The add-in is missing: {places.addin}"),
            INSTALL,
        )
        return
    if found is None:
        yield say_problem(
            "addin",
            Text(
                f"{places.addin} bukan berkas Selaras, atau rusak.",
                f"{places.addin} is no file of Selaras, or damaged.",
            ),
            Text(
                "Pindahkan berkas itu, lalu jalankan: selaras addin install",
                "Move that file, then run: selaras addin install",
            ),
        )
        return
    yield _check_version(places, found)
    if _is_from_internet(places.addin):
        yield say_problem(
            "zone",
            Text(
                "Windows menandai add-in sebagai berkas dari internet, sehingga Excel memblokir "
                "makronya.",
                "Windows marks the add-in as a file from the internet, so that Excel blocks its "
                "macros.",
            ),
            Text(
                f"Klik kanan {places.addin} > Properties > Unblock, atau jalankan: selaras addin "
                "install",
                f"Right-click {places.addin} > Properties > Unblock, or run: selaras addin install",
            ),
        )


def _check_version(places: Places, found: AddinFile) -> Diagnosis:
    if found.selaras != __version__:
        return say_warning(
            "addin-version",
            Text(
                f"Add-in dibuat oleh Selaras {found.selaras}, sedangkan yang terpasang "
                f"{__version__}.",
                f"The add-in was built by Selaras {found.selaras}, but {__version__} is installed.",
            ),
            INSTALL,
        )
    return say_ok(
        "addin",
        Text(
            f"Add-in Selaras {found.selaras}: {places.addin}",
            f"Add-in of Selaras {found.selaras}: {places.addin}",
        ),
    )


def _is_from_internet(path: Path) -> bool:
    """Return whether Windows has noted that the file was downloaded (its mark of the web)."""
    try:
        mark = path.with_name(f"{path.name}:Zone.Identifier").read_text("latin-1")
    except OSError:
        return False
    return any(zone in mark for zone in ("ZoneId=3", "ZoneId=4"))
