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

_EMPTY_MODULES = (
    *("pythoncom", "pywintypes", "win32api", "win32con", "win32gui", "win32process"),
    *("win32timezone", "win32com", "win32com.client", "xlwings._win32patch"),
)


class ComError(Exception):
    """What pywin32 raises where Excel refuses."""

    hresult = -2147352567


class Com:
    """An object of Excel's: it has the members that it is given, and no others."""

    def __init__(self, **values: Any) -> None:
        vars(self).update(values)

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in vars(self):
            raise AttributeError(name)
        vars(self)[name] = value


def load_module(patch: pytest.MonkeyPatch) -> ModuleType:
    """Return the backend; what it needs of Windows is hollow until the patch ends."""
    hollow_modules = {name: MagicMock(name=name) for name in _EMPTY_MODULES}
    hollow_modules["pywintypes"].TimeType = datetime.datetime
    hollow_modules["pywintypes"].com_error = ComError
    hollow_modules["pythoncom"].ole_error = ComError
    hollow_modules["pythoncom"].__file__ = ""
    hollow_modules["win32com"].client = hollow_modules["win32com.client"]
    for name in ("CDispatch", "CoClassBaseClass", "DispatchBaseClass"):
        setattr(hollow_modules["win32com.client"], name, type(name, (), {}))
    hollow_modules["xlwings._win32patch"].CoClassBaseClass = hollow_modules[
        "win32com.client"
    ].CoClassBaseClass
    for name, module in hollow_modules.items():
        patch.setitem(sys.modules, name, module)
    for name in ("oledll", "windll", "PyDLL"):
        patch.setattr(ctypes, name, MagicMock(name=name), raising=False)
    module_path = Path(xlwings.__file__).with_name("_xlwindows.py")
    spec = importlib.util.spec_from_file_location("xlwings._xlwindows_uji", module_path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    atexit.unregister(module.cleanup)
    return module
