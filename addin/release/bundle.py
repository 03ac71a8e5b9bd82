"""The zip for Windows, the same bytes for the same contents."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from release.plan import build_smoke_plan
from release.wheels import EXTRAS, PYTHONS
from selaras.version import __version__
from selaras_addin.xlam import ADDIN_FILE_NAME

PROJECT = Path(__file__).parents[2]
PACKAGE_NAME = f"Selaras-{__version__}-Windows"
MANIFEST = "isi.json"

#: Text that Windows' own programs read: they want CRLF.
_TEXTS = (".cmd", ".ps1", ".psm1", ".txt")


def build_bundle(addin: bytes, wheels: Iterable[Path], pythons: Iterable[str] = PYTHONS) -> bytes:
    """Return the zip of the add-in, the wheels, the installer and the smoke test."""
    files = {ADDIN_FILE_NAME: addin}
    for path in sorted((PROJECT / "addin" / "windows").iterdir()):
        files[path.name] = _read_content(path)
    files["LICENSE.txt"] = _write_crlf((PROJECT / "LICENSE").read_bytes())
    for path in sorted((PROJECT / "addin" / "smoke").glob("*.ps1")):
        files[f"smoke/{path.name}"] = _read_content(path)
    files["smoke/selaras-smoke.json"] = build_smoke_plan(addin).encode()
    files["smoke/contoh.xlsx"] = (PROJECT / "examples" / "renja-mojokerto-2024.xlsx").read_bytes()
    for wheel in sorted(wheels):
        files[f"wheels/{wheel.name}"] = wheel.read_bytes()
    files[MANIFEST] = build_manifest(files, pythons)
    return _zip_files(files)


def build_manifest(files: Mapping[str, bytes], pythons: Iterable[str]) -> bytes:
    """Return what the installer reads: versions, and the hash of each file.

    The installer insists on those in `files`. The add-in's is for people to compare: an
    organisation may sign it in its place, which changes it.
    """
    content = {
        "selaras": __version__,
        "requirement": f"selaras[{','.join(EXTRAS)}]=={__version__}",
        "python": list(pythons),
        "files": [
            {"path": path, "sha256": sha256(data).hexdigest()}
            for path, data in sorted(files.items())
            if path != ADDIN_FILE_NAME
        ],
        "addin": {"path": ADDIN_FILE_NAME, "sha256": sha256(files[ADDIN_FILE_NAME]).hexdigest()},
    }
    return json.dumps(content, indent=1).encode() + b"\n"


def _read_content(path: Path) -> bytes:
    data = path.read_bytes()
    return _write_crlf(data) if path.suffix in _TEXTS else data


def _write_crlf(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _zip_files(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, data in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(f"{PACKAGE_NAME}/{path}", (1980, 1, 1, 0, 0, 0)), data)
    return buffer.getvalue()
