"""The VBA of Selaras run by another project's interpreter, with Excel and xlwings stood in for.

It runs what the other checks only read, and the branch for Windows, which LibreOffice cannot tell
from the one for macOS.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import (
    MISSING,
    NOTHING,
    HostBridge,
    Interpreter,
    VBAObject,
    member,
    method,
    setter,
)
from pyopenvba.interpreter._runtime import UNRESOLVED

from selaras_addin.functions import CATEGORY, FUNCTIONS, UDF_MODULE, Function
from selaras_addin.ribbon import BUTTONS, Button
from selaras_addin.xlam.build import build_own_modules
from selaras_addin.xlam.customui import ON_LOAD
from selaras_addin.xlam.dispatch import write_python_call
from selaras_addin.xlam.modules import WORKBOOK_MODULE

from .excel import MISSING as LEFT_OUT
from .excel import ComRange, open_excel

#: By it Excel knows whose events `excelApp_...` answers.
EVENTS = "Private WithEvents excelApp"

XLWINGS = """
Public Function RunPython(PythonCommand As String)
    Excel.Note PythonCommand
End Function

Public Function XLPy() As Object
    Set XLPy = Excel
End Function
"""


class Cell(VBAObject):
    """The cell that calls a function."""

    vba_type_name = "Range"


class Cells(VBAObject):
    """A range that is handed to a function."""

    vba_type_name = "Range"

    def __init__(self, column: object) -> None:
        super().__init__()
        cells = column if isinstance(column, tuple) else (column,)
        values = [float(cell) if isinstance(cell, int) else cell for cell in cells]
        self.com = ComRange(values[0] if len(values) == 1 else tuple((one,) for one in values))


class Control(VBAObject):
    """A button of the ribbon, and the ribbon itself."""

    def __init__(self, identifier: str = "") -> None:
        super().__init__()
        self.identifier = identifier
        self.invalidated = 0

    @member
    def ID(self) -> object:
        return self.identifier

    @method
    def Invalidate(self) -> object:
        self.invalidated += 1
        return NOTHING


class Excel(VBAObject):
    """All objects of Excel and xlwings that the add-in's VBA speaks to, in one."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[object] = []
        #: Answers in place of Python.
        self.python: Callable[[str, list[Any]], object] | None = None
        #: Words of the error with which the next call answers.
        self.fails = ""
        self.caller = Cell()
        self.alerts: object = True
        #: Whether Excel's warnings were on while Python ran.
        self.alerts_meanwhile: object = None
        #: What Excel is to run as soon as it has nothing else to do.
        self.later: list[str] = []

    def _note_call(self, *call: object) -> object:
        self.calls.append(call)
        if self.fails:
            raise VBARuntimeError(1000, self.fails)
        return "hasil"

    @member
    def Name(self) -> object:
        return "Selaras.xlam"

    @member
    def Saved(self) -> object:
        return False

    @setter("Saved")
    def _set_saved(self, value: object) -> None:
        self._note_call("Saved", value)

    @setter("DisplayAlerts")
    def _set_display_alerts(self, value: object) -> None:
        self.alerts = value

    @member
    def Caller(self) -> object:
        return self.caller

    @method
    def Add(self) -> object:
        return self._note_call("Workbooks.Add")

    @method
    def OnTime(self, _when: object, procedure: object) -> object:
        self.later.append(str(procedure))
        return NOTHING

    @method
    def Note(self, command: object) -> object:
        self.alerts_meanwhile = self.alerts
        return self._note_call("RunPython", str(command))

    @method
    def CallUDF(
        self, module: object, name: object, given: Any, book: object, caller: object
    ) -> object:
        if self.python is not None:
            return self.python(str(name), list_array(given))
        return self._note_call(str(module), str(name), list_array(given), book, caller)

    @method
    def MacroOptions(
        self,
        Macro: object = MISSING,
        Description: object = MISSING,
        Category: object = MISSING,
        ArgumentDescriptions: Any = MISSING,
    ) -> object:
        return self._note_call(
            "MacroOptions", str(Macro), str(Description), str(Category),
            list_array(ArgumentDescriptions),
        )  # fmt: skip


def list_array(array: Any) -> list[object]:
    return [str(one) if isinstance(one, str) else one for one in array.items]


class Host(HostBridge):
    """Excel's global names."""

    def __init__(self) -> None:
        self.excel = Excel()
        self.book: object = self.excel

    def global_object(self, name: str) -> object:
        known = {
            "activeworkbook": self.book, "application": self.excel, "excel": self.excel,
            "thisworkbook": self.excel, "workbooks": self.excel,
        }  # fmt: skip
        return known.get(name.lower(), UNRESOLVED)


@pytest.fixture(scope="module")
def project() -> Interpreter:
    interpreter = Interpreter(Host())
    interpreter.add_module(XLWINGS, name="xlwings")
    for module in build_own_modules("id"):
        # This interpreter knows no attributes of procedures; they say nothing about what runs. Nor
        # does it know events: the tests call what Excel would call by name.
        lines = module.source.split("\n")
        code = "\n".join(line for line in lines if not line.startswith("Attribute SELARAS_"))
        code = code.replace(EVENTS, "Private excelApp")
        interpreter.add_module(code, name=module.name, kind=module.kind)
    return interpreter


@pytest.fixture
def vba(project: Interpreter) -> Interpreter:
    project.host = Host()
    project.dialogs.clear()
    project.bind_document(WORKBOOK_MODULE, project.host.excel)
    return project


def list_calls(vba: Interpreter) -> list[object]:
    return vba.host.excel.calls


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.id)
def test_the_callback_of_each_button_runs_its_python_and_nothing_else(
    vba: Interpreter, button: Button
) -> None:
    vba.run("Selaras_Klik", [Control(button.id)])
    assert list_calls(vba) == [("RunPython", write_python_call(button.id))]
    assert vba.dialogs == []


def test_excel_asks_nobody_to_wait_for_python(vba: Interpreter) -> None:
    """Its question after a minute makes the command fail; warnings are on again afterwards."""
    excel = vba.host.excel
    vba.run("Selaras_Klik", [Control("periksa_buku")])
    assert (excel.alerts_meanwhile, excel.alerts) == (False, True)
    excel.fails = "Python is gone"
    vba.run("Selaras_Klik", [Control("periksa_buku")])
    assert (excel.alerts_meanwhile, excel.alerts) == (False, True)


def test_a_control_that_is_no_button_runs_nothing(vba: Interpreter) -> None:
    vba.run("Selaras_Klik", [Control("periksa")])
    assert list_calls(vba) == []


def test_where_no_workbook_is_open_an_empty_one_comes_first(vba: Interpreter) -> None:
    vba.host.book = NOTHING
    vba.run("Selaras_Klik", [Control("panduan")])
    assert list_calls(vba) == [("Workbooks.Add",), ("RunPython", write_python_call("panduan"))]


def test_what_goes_wrong_before_python_is_said_with_what_to_do(vba: Interpreter) -> None:
    vba.host.excel.fails = "Could not load xlwings64.dll"
    vba.run("Selaras_Klik", [Control("tentang")])
    ((_kind, words, *_rest),) = vba.dialogs
    assert "Could not load xlwings64.dll" in words
    assert "selaras addin doctor" in words


def test_the_ribbon_is_asked_anew_once_it_is_there(vba: Interpreter) -> None:
    vba.run("Selaras_Segarkan")
    ribbon = Control()
    vba.run(ON_LOAD, [ribbon])
    vba.run("Selaras_Segarkan")
    assert ribbon.invalidated == 1


def raise_event(vba: Interpreter, name: str, *given: object) -> None:
    """Run what the add-in does when Excel tells of an event, then what it put off until later."""
    vba.run(name, given, module=WORKBOOK_MODULE)
    excel = vba.host.excel
    while excel.later:
        book, procedure = excel.later.pop(0).split("!")
        assert book == "'Selaras.xlam'"
        vba.run(procedure)


def test_once_it_is_open_the_add_in_listens_to_excel_and_describes_its_functions(
    vba: Interpreter,
) -> None:
    raise_event(vba, "Workbook_Open")
    assert [call[:2] for call in list_calls(vba)] == [
        *(("MacroOptions", f"'Selaras.xlam'!{function.name}") for function in FUNCTIONS),
        ("Saved", True),
    ]
    assert vba.module(WORKBOOK_MODULE).document.vba_get("excelApp") is vba.host.excel
    (source,) = (one.source for one in build_own_modules("id") if one.name == WORKBOOK_MODULE)
    assert f"\n{EVENTS} As Application\n" in source


@pytest.mark.parametrize("name", ["excelApp_WorkbookActivate", "excelApp_WorkbookDeactivate"])
def test_the_ribbon_is_asked_anew_when_another_workbook_comes_to_the_front(
    vba: Interpreter, name: str
) -> None:
    ribbon = Control()
    vba.run(ON_LOAD, [ribbon])
    raise_event(vba, name, vba.host.excel)
    assert ribbon.invalidated == 1


def test_while_a_workbook_is_being_closed_the_ribbon_is_not_asked_yet(vba: Interpreter) -> None:
    """It is still the active one then."""
    ribbon = Control()
    vba.run(ON_LOAD, [ribbon])
    vba.run("excelApp_WorkbookDeactivate", [vba.host.excel], module=WORKBOOK_MODULE)
    assert (ribbon.invalidated, len(vba.host.excel.later)) == (0, 1)


ENABLED = """
Public Function Jawab(control As Object) As Variant
    Dim hasil As Variant
    Selaras_Aktif control, hasil
    Jawab = hasil
End Function
"""


def test_buttons_can_be_pressed_where_a_workbook_is_open(vba: Interpreter) -> None:
    vba.add_module(ENABLED, name="Uji")
    assert vba.run("Jawab", [Control("periksa_buku")]) is True
    vba.host.book = NOTHING
    assert vba.run("Jawab", [Control("periksa_buku")]) is False


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_each_function_hands_its_arguments_in_order_to_python(
    vba: Interpreter, function: Function
) -> None:
    given = [f"isi {parameter.name}" for parameter in function.parameters]
    assert vba.run(function.name, given) == "hasil"
    excel = vba.host.excel
    assert list_calls(vba) == [(UDF_MODULE, function.name, given, excel, excel.caller)]


@pytest.mark.parametrize(
    "function",
    [one for one in FUNCTIONS if any(parameter.optional for parameter in one.parameters)],
    ids=lambda function: function.name,
)
def test_what_may_be_left_out_can_be(vba: Interpreter, function: Function) -> None:
    given = [f"isi {one.name}" for one in function.parameters if not one.optional]
    assert vba.run(function.name, given) == "hasil"
    ((_module, _name, handed, *_rest),) = list_calls(vba)
    assert handed[: len(given)] == given
    assert all(one is MISSING for one in handed[len(given) :])
    assert len(handed) == len(function.parameters)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_the_example_of_each_function_comes_out_of_vba_xlwings_and_python(
    vba: Interpreter, function: Function
) -> None:
    rows: list[list[object]] = []
    with open_excel() as xl:

        def python(name: str, given: list[Any]) -> object:
            rows[:] = xl.call(name, *(LEFT_OUT if one is MISSING else one.com for one in given))
            # This VBA has no arrays of what its host returns; it only passes them on.
            return "larik"

        vba.host.excel.python = python
        example = function.example
        assert vba.run(function.name, [Cells(one) for one in example.arguments]) == "larik"
    result = example.result if isinstance(example.result, tuple) else (example.result,)
    assert rows == [[cell] for cell in result]


def test_an_error_in_a_cell_is_words(vba: Interpreter) -> None:
    vba.host.excel.fails = "Python tidak ada"
    assert vba.run("SELARAS_KODE", ["2.17"]) == "Python tidak ada"


def test_excel_is_told_the_help_of_each_function_and_argument(vba: Interpreter) -> None:
    vba.run("Selaras_UraikanFungsi")
    assert list_calls(vba) == [
        *(
            (
                "MacroOptions",
                f"'Selaras.xlam'!{function.name}",
                function.help.id,
                CATEGORY,
                [parameter.help.id for parameter in function.parameters],
            )
            for function in FUNCTIONS
        ),
        # Otherwise Excel would ask whether to save the add-in.
        ("Saved", True),
    ]


def test_an_excel_that_refuses_descriptions_is_not_troubled(vba: Interpreter) -> None:
    vba.host.excel.fails = "Cannot edit a macro on a hidden workbook."
    vba.run("Selaras_UraikanFungsi")
    assert len(list_calls(vba)) == len(FUNCTIONS) + 1
    assert vba.dialogs == []
