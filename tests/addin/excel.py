"""What Excel does with the functions in cells, as far as it can be done without Windows.

xlwings' own `call_udf` and `generate_vba_wrapper` run for real: what they import of pywin32 are
empty modules here. A cell's value is what COM hands over: texts, floats, dates, None for blank, and
whole numbers for error values.
"""

from __future__ import annotations

import datetime
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

MODULE = "selaras_addin.udfs"
#: #N/A, #REF! and #DIV/0! as COM hands them over.
NA, REF, DIV0 = -2146826246, -2146826265, -2146826281
#: An argument that the formula leaves out.
MISSING = -2147352572


class ComRange:
    """A range as COM hands it over, told from other values by what it can do."""

    def __init__(self, value: Any) -> None:
        self.Value = value


class Excel:
    """Calls functions as Excel would, through xlwings."""

    def __init__(self, udfs: ModuleType) -> None:
        self._udfs = udfs

    def call(self, name: str, *arguments: Any) -> list[list[Any]]:
        """Return what a function gives back to Excel: rows of cells."""
        result = self.call_raw(name, *arguments)
        assert isinstance(result, list)
        assert all(isinstance(row, list) for row in result)
        assert all(type(cell) in (str, float) for row in result for cell in row)
        return result

    def call_raw(self, name: str, *arguments: Any) -> Any:
        """Return what a function gives back, unlooked at."""
        return self._udfs.call_udf(MODULE, name, arguments, this_workbook=None, caller=None)

    def call_cell(self, name: str, *arguments: Any) -> str | float:
        """Return the only cell that a function gives back."""
        ((only,),) = self.call(name, *arguments)
        return only

    def call_column(self, name: str, *arguments: Any) -> list[Any]:
        """Return the cells of a column, from columns given as lists."""
        given = [tuple((v,) for v in a) if isinstance(a, list) else a for a in arguments]
        result = self.call(name, *given)
        assert all(len(row) == 1 for row in result)
        return [row[0] for row in result]

    def write_vba(self) -> str:
        """Return the VBA that xlwings would write for the functions."""
        written = io.StringIO()
        module = sys.modules[MODULE]
        self._udfs.generate_vba_wrapper(
            MODULE, module, written, SimpleNamespace(Name="Selaras.xlam")
        )
        return written.getvalue()


class _Engine:
    """As much of xlwings' engine for Windows as a conversion asks for."""

    name = "excel"
    type = "desktop"
    apps = ()


class _Range:
    """xlwings' range over COM."""

    max_cells_per_read = None

    def __init__(self, xl: Any) -> None:
        self.xl = xl
        self.address = "$A$1"

    @property
    def raw_value(self) -> Any:
        return self.xl.Value

    @property
    def sheet(self) -> Any:
        return SimpleNamespace(book=SimpleNamespace(app=SimpleNamespace(pid=1, engine=_Engine())))


def _build_stubs() -> dict[str, ModuleType]:
    names = ("pythoncom", "pywintypes", "win32com", "win32com.client")
    modules = {name: ModuleType(name) for name in names}
    modules["pythoncom"].CoInitialize = lambda: None
    modules["pywintypes"].TimeType = datetime.datetime
    modules["pywintypes"].com_error = type("com_error", (Exception,), {})
    modules["win32com"].client = modules["win32com.client"]
    modules["win32com.client"].Dispatch = lambda xl: xl
    # These two ask for the whole of pywin32 when they are imported.
    windows, server = ModuleType("xlwings._xlwindows"), ModuleType("xlwings.com_server")
    windows.Range = _Range
    windows.is_range_instance = lambda value: isinstance(value, ComRange)
    windows.BOOK_CALLER = None
    server.loop = None
    return modules | {windows.__name__: windows, server.__name__: server}


@contextmanager
def open_excel() -> Iterator[Excel]:
    """Give an Excel to call functions in; the decorators take effect as on Windows meanwhile."""
    import xlwings

    with pytest.MonkeyPatch.context() as patch:
        stubs = _build_stubs()
        for name, module in stubs.items():
            patch.setitem(sys.modules, name, module)
        for name in ("xlwings.udfs", MODULE):
            patch.delitem(sys.modules, name, raising=False)
        patch.setattr(xlwings, "_xlwindows", stubs["xlwings._xlwindows"], raising=False)
        patch.setattr(xlwings, "engines", {"excel": _Engine()})
        udfs = import_module("xlwings.udfs")
        patch.setattr(xlwings, "func", udfs.xlfunc)
        patch.setattr(xlwings, "arg", udfs.xlarg)
        patch.setattr(xlwings, "ret", udfs.xlret)
        import_module(MODULE)
        yield Excel(udfs)
        # The next to import it finds the decorators of its own system.
        del sys.modules[MODULE]
