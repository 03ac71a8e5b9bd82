"""The VBA module with the functions in cells: each hands its arguments to xlwings.

What a wrapper does is what xlwings' own generator writes; that one needs Excel, this one does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.values.text import Language, Text
from selaras_addin.functions import CATEGORY, FUNCTIONS, UDF_MODULE, Function, Parameter
from selaras_addin.xlam.modules import Module
from selaras_addin.xlam.vba_text import quote_vba, write_module_text

WRAPPERS_NAME = "SelarasFungsi"

#: The category "user defined", until Selaras_UraikanFungsi gives the functions one of their own.
_USER_DEFINED = " \\n14"

NEEDS_WINDOWS = Text(
    "Fungsi SELARAS hanya tersedia di Excel untuk Windows. Di macOS, pakai tombol di tab Selaras.",
    "The SELARAS functions need Excel for Windows. On macOS, use the buttons of the tab Selaras.",
)


def build_wrapper_module(language: Language, functions: Sequence[Function] = FUNCTIONS) -> Module:
    """Return the module with one wrapper for each function, and with their help."""
    lines = ["' Generated from the table of the functions.", ""]
    for function in functions:
        lines += [*_write_wrapper(function, language), ""]
    lines += _write_descriptions(functions, language)
    return Module(WRAPPERS_NAME, "standard", write_module_text(WRAPPERS_NAME, lines))


def _write_wrapper(function: Function, language: Language) -> Iterator[str]:
    name = function.name
    arguments = ", ".join(parameter.name for parameter in function.parameters)
    yield f"Public Function {name}({', '.join(map(_declare, function.parameters))}) As Variant"
    yield f"Attribute {name}.VB_Description = {quote_vba(function.help.say_in(language))}"
    yield f"Attribute {name}.VB_ProcData.VB_Invoke_Func = {quote_vba(_USER_DEFINED)}"
    yield "#If Mac Then"
    yield f"    {name} = {quote_vba(NEEDS_WINDOWS.say_in(language))}"
    yield "#Else"
    yield "    If TypeOf Application.Caller Is Range Then On Error GoTo failed"
    yield (
        f"    {name} = XLPy.CallUDF({quote_vba(UDF_MODULE)}, {quote_vba(name)}, "
        f"Array({arguments}), ActiveWorkbook, Application.Caller)"
    )
    yield "    Exit Function"
    yield "failed:"
    yield f"    {name} = Err.Description"
    yield "#End If"
    yield "End Function"


def _declare(parameter: Parameter) -> str:
    return f"Optional {parameter.name}" if parameter.optional else parameter.name


def _write_descriptions(functions: Sequence[Function], language: Language) -> Iterator[str]:
    """Yield the procedure that gives Excel the help on arguments, which no attribute holds."""
    yield "Public Sub Selaras_UraikanFungsi()"
    yield "    ' Help only: where Excel refuses, the functions work all the same."
    yield "    On Error Resume Next"
    for function in functions:
        words = [quote_vba(parameter.help.say_in(language)) for parameter in function.parameters]
        name, told = quote_vba(function.name), quote_vba(function.help.say_in(language))
        yield f"    Uraikan {name}, {told}, _"
        yield "        Array( _"
        for word in words[:-1]:
            yield f"            {word}, _"
        yield f"            {words[-1]})"
    yield "    ThisWorkbook.Saved = True"
    yield "End Sub"
    yield ""
    yield "Private Sub Uraikan(ByVal nama As String, ByVal uraian As String, argumen As Variant)"
    yield '    Application.MacroOptions Macro:="\'" & ThisWorkbook.Name & "\'!" & nama, _'
    yield f"        Description:=uraian, Category:={quote_vba(CATEGORY)}, _"
    yield "        ArgumentDescriptions:=argumen"
    yield "End Sub"
