"""The VBA module that turns a button's id into its Python command."""

from __future__ import annotations

from selaras.values.text import Language, Text
from selaras_addin.ribbon import BUTTONS, TAB_LABEL
from selaras_addin.xlam.modules import Module
from selaras_addin.xlam.vba_text import module_text, string

DISPATCH_NAME = "SelarasPerintah"
PROCEDURE = "Selaras_Jalankan"

_FAILED = Text(
    "Perintah Selaras tidak dapat dijalankan:",
    "The command of Selaras cannot be run:",
)
_ADVICE = Text(
    "Tutup Excel, lalu jalankan di Command Prompt: selaras addin doctor",
    "Close Excel, then run in a Command Prompt: selaras addin doctor",
)


def python_call(identifier: str) -> str:
    """Return the Python that a button runs."""
    return f"import selaras_addin.commands as c; c.run('{identifier}')"


def dispatch_module(language: Language) -> Module:
    """Return the module with one row for each button; its message is in that language."""
    rows = [
        line
        for button in BUTTONS
        for line in (
            f"    Case {string(button.id)}",
            f"        RunPython {string(python_call(button.id))}",
        )
    ]
    lines = [
        "' Generated from the table of the ribbon.",
        "",
        f"Public Sub {PROCEDURE}(ByVal perintah As String)",
        "    On Error GoTo gagal",
        "    ' xlwings cannot do without a workbook in front.",
        "    If ActiveWorkbook Is Nothing Then Workbooks.Add",
        "    ' While Python takes long, Excel would ask the user to wait, and let the command",
        "    ' fail. Python's own messages are no warnings of Excel.",
        "    Application.DisplayAlerts = False",
        "    Select Case perintah",
        *rows,
        "    End Select",
        "    Application.DisplayAlerts = True",
        "    Exit Sub",
        "gagal:",
        "    Application.DisplayAlerts = True",
        f"    MsgBox {string(_FAILED.say_in(language))} & vbCrLf & Err.Description & vbCrLf & vbCrLf"
        f" & {string(_ADVICE.say_in(language))}, vbExclamation, {string(TAB_LABEL.say_in(language))}",
        "End Sub",
    ]
    return Module(DISPATCH_NAME, "standard", module_text(DISPATCH_NAME, lines))
