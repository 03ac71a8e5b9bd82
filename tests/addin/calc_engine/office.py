"""One headless soffice with a profile of its own, reached through a pipe of its own."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
import uuid
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font
from openpyxl.utils.indexed_list import IndexedList

from libreoffice import find_soffice

#: Where distributions keep the bridge when the interpreter is not the system's own.
_BRIDGE_PLACES = ("/usr/lib/python3/dist-packages", "/usr/lib/libreoffice/program")
_SECONDS = 60.0


def load_uno() -> Any:
    """Return the module `uno`, wherever the system keeps it.

    Raises ImportError when python3-uno is not installed.
    """
    try:
        import uno
    except ImportError:
        added = [path for path in _BRIDGE_PLACES if path not in sys.path]
        sys.path += added
        try:
            import uno
        finally:
            # Other packages of the system must not come in with it.
            for path in added:
                sys.path.remove(path)
    return uno


class Office:
    """A running LibreOffice. `desktop` is its com.sun.star.frame.Desktop."""

    def __init__(self, folder: Path) -> None:
        """Start it; its profile lies in the folder. Raises TimeoutError when it does not answer."""
        self._folder = folder
        soffice = find_soffice()
        try:
            self.uno = load_uno()
        except ImportError:
            pytest.skip("needs python3-uno, the bridge to LibreOffice")
        pipe = f"selaras{uuid.uuid4().hex}"
        self._process = subprocess.Popen(
            [
                soffice,
                "--headless",
                "--invisible",
                "--nodefault",
                "--norestore",
                "--nologo",
                f"-env:UserInstallation={(folder / 'profil').as_uri()}",
                f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.context = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self.services = self.context.ServiceManager
        self.desktop = self.services.createInstanceWithContext(
            "com.sun.star.frame.Desktop", self.context
        )

    def _connect(self, address: str) -> Any:
        local = self.uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        end = time.monotonic() + _SECONDS
        while True:
            try:
                return resolver.resolve(address)
            except Exception as error:
                if time.monotonic() > end or self._process.poll() is not None:
                    self._process.kill()
                    raise TimeoutError("LibreOffice did not answer") from error
                time.sleep(0.1)

    def build_struct(self, name: str, **values: Any) -> Any:
        """Return a UNO struct with its fields filled in."""
        struct = self.uno.createUnoStruct(name)
        for key, value in values.items():
            setattr(struct, key, value)
        return struct

    def build_properties(self, **values: Any) -> tuple[Any, ...]:
        """Return named values as UNO wants them."""
        return tuple(
            self.build_struct("com.sun.star.beans.PropertyValue", Name=name, Value=value)
            for name, value in values.items()
        )

    @cache  # noqa: B019
    def measure_indent(self, font_name: str, font_size: float) -> int:
        """Return how wide Calc makes one step of indent in a workbook of this font.

        A step is three blanks of it, as wide as the fonts of the machine have them: here in a
        workbook with one step.
        """
        book = openpyxl.Workbook()
        normal = Font(name=font_name, size=font_size)
        # openpyxl has no public way to say which font is the workbook's own.
        book._fonts = IndexedList([normal])
        book._named_styles["Normal"].font = normal
        book.active["A1"].alignment = Alignment(indent=1)
        path = self._folder / "indent.xlsx"
        book.save(path)
        doc = self.desktop.loadComponentFromURL(
            path.as_uri(), "_blank", 0, self.build_properties(Hidden=True)
        )
        try:
            step: int = doc.Sheets.getByIndex(0).getCellByPosition(0, 0).ParaIndent
        finally:
            doc.close(True)
        return step

    def close(self) -> None:
        """End the process, gently if it lets itself be ended so."""
        with contextlib.suppress(Exception):
            self.desktop.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
