"""The VBA module with the functions in cells: each hands its arguments to xlwings.

What a wrapper does is what xlwings' own generator writes; that one needs Excel, this one does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.values.text import Language, Text
from selaras_addin.functions import CATEGORY, FUNCTIONS, MODULE, Function, Parameter
from selaras_addin.xlam.modules import Module
from selaras_addin.xlam.vba_text import module_text, string

WRAPPERS_NAME = "SelarasFungsi"

#: The category "user defined", until Selaras_UraikanFungsi gives the functions one of their own.
_USER_DEFINED = " \\n14"

NEEDS_WINDOWS = Text(
    "Fungsi SELARAS hanya tersedia di Excel untuk Windows. Di macOS, pakai tombol di tab Selaras.",
    "The SELARAS functions need Excel for Windows. On macOS, use the buttons of the tab Selaras.",
)


def wrapper_module(language: Language, functions: Sequence[Function] = FUNCTIONS) -> Module:
    """Return the module with one wrapper for each function, and with their help."""
    lines = ["' Generated from the table of the functions.", ""]
    for function in functions:
        lines += [*_wrapper(function, language), ""]
    lines += _descriptions(functions, language)
    return Module(WRAPPERS_NAME, "standard", module_text(WRAPPERS_NAME, lines))


def _wrapper(function: Function, language: Language) -> Iterator[str]:
    name = function.name
    arguments = ", ".join(parameter.name for parameter in function.parameters)
    yield f"Public Function {name}({', '.join(map(_declared, function.parameters))}) As Variant"
    yield f"Attribute {name}.VB_Description = {string(function.help.say_in(language))}"
    yield f"Attribute {name}.VB_ProcData.VB_Invoke_Func = {string(_USER_DEFINED)}"
    yield "#If Mac Then"
    yield f"    {name} = {string(NEEDS_WINDOWS.say_in(language))}"
    yield "#Else"
    yield "    If TypeOf Application.Caller Is Range Then On Error GoTo failed"
    yield (
        f"    {name} = XLPy.CallUDF({string(MODULE)}, {string(name)}, "
        f"Array({arguments}), ActiveWorkbook, Application.Caller)"
    )
    yield "    Exit Function"
    yield "failed:"
    yield f"    {name} = Err.Description"
    yield "#End If"
    yield "End Function"


def _declared(parameter: Parameter) -> str:
    return f"Optional {parameter.name}" if parameter.optional else parameter.name


def _descriptions(functions: Sequence[Function], language: Language) -> Iterator[str]:
    """Yield the procedure that gives Excel the help on arguments, which no attribute holds."""
    yield "Public Sub Selaras_UraikanFungsi()"
    yield "    ' Help only: where Excel refuses, the functions work all the same."
    yield "    On Error Resume Next"
    for function in functions:
        words = [string(parameter.help.say_in(language)) for parameter in function.parameters]
        yield f"    Uraikan {string(function.name)}, {string(function.help.say_in(language))}, _"
        yield "        Array( _"
        for word in words[:-1]:
            yield f"            {word}, _"
        yield f"            {words[-1]})"
    yield "    ThisWorkbook.Saved = True"
    yield "End Sub"
    yield ""
    yield "Private Sub Uraikan(ByVal nama As String, ByVal uraian As String, argumen As Variant)"
    yield '    Application.MacroOptions Macro:="\'" & ThisWorkbook.Name & "\'!" & nama, _'
    yield f"        Description:=uraian, Category:={string(CATEGORY)}, _"
    yield "        ArgumentDescriptions:=argumen"
    yield "End Sub"
