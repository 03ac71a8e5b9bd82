"""The VBA module that turns a button's id into its Python command."""

from __future__ import annotations

from selaras.values.text import Language, Text
from selaras_addin.ribbon import BUTTONS, TAB_LABEL
from selaras_addin.xlam.modules import Module
from selaras_addin.xlam.vba_text import quote_vba, write_module_text

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


def write_python_call(identifier: str) -> str:
    """Return the Python that a button runs."""
    return f"import selaras_addin.commands as c; c.run('{identifier}')"


def build_dispatch_module(language: Language) -> Module:
    """Return the module with one row for each button; its message is in that language."""
    rows = [
        line
        for button in BUTTONS
        for line in (
            f"    Case {quote_vba(button.id)}",
            f"        RunPython {quote_vba(write_python_call(button.id))}",
        )
    ]
    failed, advice, title = (
        quote_vba(text.say_in(language)) for text in (_FAILED, _ADVICE, TAB_LABEL)
    )
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
        f"    MsgBox {failed} & vbCrLf & Err.Description & vbCrLf & vbCrLf"
        f" & {advice}, vbExclamation, {title}",
        "End Sub",
    ]
    return Module(DISPATCH_NAME, "standard", write_module_text(DISPATCH_NAME, lines))
