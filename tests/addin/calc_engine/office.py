"""One headless soffice with a profile of its own, reached through a pipe of its own."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Any

#: Where distributions keep the bridge when the interpreter is not the system's own.
_TEMPAT = ("/usr/lib/python3/dist-packages", "/usr/lib/libreoffice/program")
_DETIK = 60.0


def muat_uno() -> Any:
    """Return the module `uno`, wherever the system keeps it.

    Raises ImportError when python3-uno is not installed.
    """
    try:
        import uno
    except ImportError:
        ditambah = [tempat for tempat in _TEMPAT if tempat not in sys.path]
        sys.path += ditambah
        try:
            import uno
        finally:
            # Other packages of the system must not come in with it.
            for tempat in ditambah:
                sys.path.remove(tempat)
    return uno


class Kantor:
    """A running LibreOffice. `desktop` is its com.sun.star.frame.Desktop."""

    def __init__(self, folder: Path) -> None:
        """Start it; its profile lies in the folder. Raises TimeoutError when it does not answer."""
        self.uno = muat_uno()
        soffice = shutil.which("soffice")
        if soffice is None:
            raise FileNotFoundError("soffice")
        pipa = f"selaras{uuid.uuid4().hex}"
        self._proses = subprocess.Popen(
            [
                soffice,
                "--headless",
                "--invisible",
                "--nodefault",
                "--norestore",
                "--nologo",
                f"-env:UserInstallation={(folder / 'profil').as_uri()}",
                f"--accept=pipe,name={pipa};urp;StarOffice.ComponentContext",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.konteks = self._hubungi(f"uno:pipe,name={pipa};urp;StarOffice.ComponentContext")
        self.layanan = self.konteks.ServiceManager
        self.desktop = self.layanan.createInstanceWithContext(
            "com.sun.star.frame.Desktop", self.konteks
        )

    def _hubungi(self, alamat: str) -> Any:
        lokal = self.uno.getComponentContext()
        penyelesai = lokal.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", lokal
        )
        akhir = time.monotonic() + _DETIK
        while True:
            try:
                return penyelesai.resolve(alamat)
            except Exception as galat:
                if time.monotonic() > akhir or self._proses.poll() is not None:
                    self._proses.kill()
                    raise TimeoutError("LibreOffice did not answer") from galat
                time.sleep(0.1)

    def struct(self, nama: str, **isi: Any) -> Any:
        """Return a UNO struct with its fields filled in."""
        struct = self.uno.createUnoStruct(nama)
        for kunci, nilai in isi.items():
            setattr(struct, kunci, nilai)
        return struct

    def build_properties(self, **isi: Any) -> tuple[Any, ...]:
        """Return named values as UNO wants them."""
        return tuple(
            self.struct("com.sun.star.beans.PropertyValue", Name=nama, Value=nilai)
            for nama, nilai in isi.items()
        )

    def tutup(self) -> None:
        """End the process, gently if it lets itself be ended so."""
        with contextlib.suppress(Exception):
            self.desktop.terminate()
        try:
            self._proses.wait(10)
        except subprocess.TimeoutExpired:
            self._proses.kill()
            self._proses.wait(10)
