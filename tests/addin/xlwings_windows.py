"""xlwings' own backend for Windows, loaded where there is no Windows: what it imports is hollow.

Its classes then speak to objects of a test's own in place of COM's.
"""

from __future__ import annotations

import atexit
import ctypes
import datetime
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import MagicMock

import pytest
import xlwings

_HAMPA = (
    *("pythoncom", "pywintypes", "win32api", "win32con", "win32gui", "win32process"),
    *("win32timezone", "win32com", "win32com.client", "xlwings._win32patch"),
)


class ComError(Exception):
    """What pywin32 raises where Excel refuses."""

    hresult = -2147352567


class Com:
    """An object of Excel's: it has the members that it is given, and no others."""

    def __init__(self, **isi: Any) -> None:
        vars(self).update(isi)

    def __setattr__(self, nama: str, nilai: Any) -> None:
        if nama not in vars(self):
            raise AttributeError(nama)
        vars(self)[nama] = nilai


def muat(patch: pytest.MonkeyPatch) -> ModuleType:
    """Return the backend; what it needs of Windows is hollow until the patch ends."""
    hampa = {nama: MagicMock(name=nama) for nama in _HAMPA}
    hampa["pywintypes"].TimeType = datetime.datetime
    hampa["pywintypes"].com_error = ComError
    hampa["pythoncom"].ole_error = ComError
    hampa["pythoncom"].__file__ = ""
    hampa["win32com"].client = hampa["win32com.client"]
    for nama in ("CDispatch", "CoClassBaseClass", "DispatchBaseClass"):
        setattr(hampa["win32com.client"], nama, type(nama, (), {}))
    hampa["xlwings._win32patch"].CoClassBaseClass = hampa["win32com.client"].CoClassBaseClass
    for nama, modul in hampa.items():
        patch.setitem(sys.modules, nama, modul)
    for nama in ("oledll", "windll", "PyDLL"):
        patch.setattr(ctypes, nama, MagicMock(name=nama), raising=False)
    berkas = Path(xlwings.__file__).with_name("_xlwindows.py")
    spek = importlib.util.spec_from_file_location("xlwings._xlwindows_uji", berkas)
    assert spek is not None
    assert spek.loader is not None
    modul = importlib.util.module_from_spec(spek)
    spek.loader.exec_module(modul)
    atexit.unregister(modul.cleanup)
    return modul
