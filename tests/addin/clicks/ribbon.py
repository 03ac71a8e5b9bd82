"""Selaras.xlam in LibreOffice: a click on the ribbon goes through the VBA that Excel would run.

xlwings' own module, whose declarations of a DLL LibreOffice cannot compile, is replaced by a
recorder of the Python that it would have run. Selaras' modules are those of the add-in, each with
one more function at its end that tells whether the module runs at all.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from addin.calc_engine import Office
from selaras_addin.commands.runner import NOT_AVAILABLE
from selaras_addin.log import LOG_NAME as LOG
from selaras_addin.xlam.build import build_addin
from selaras_addin.xlam.customui import NAMESPACE
from selaras_addin.xlam.modules import Module
from selaras_addin.xlam.project import ADDIN_PROJECT_NAME as PROJECT_NAME

RECORDER = Module(
    "xlwings",
    "standard",
    """Attribute VB_Name = "xlwings"
Option Explicit
Private tercatat As String

Public Function RunPython(ByVal PythonCommand As String)
    tercatat = tercatat & PythonCommand & vbLf
End Function

Public Function XLPy() As Object
    Set XLPy = Nothing
End Function

Public Function Uji_Tercatat() As String
    Uji_Tercatat = tercatat
    tercatat = ""
End Function
""",
)
_ALIVE = "hidup"
#: com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN
_RUN_MACROS = 4


class ClickLost(Exception):
    """A click does not arrive; the message says where the way from ribbon to command breaks."""


class Ribbon:
    """The ribbon of an add-in that is loaded in LibreOffice."""

    def __init__(self, office: Office, folder: Path, modules: Sequence[Module]) -> None:
        """Build the add-in of these modules into the folder and load it.

        Raises ClickLost when a module does not compile: VBA then runs nothing, and says nothing.
        """
        data = build_addin("id", [*map(_add_probe, modules), RECORDER])
        path = folder / "Selaras.xlam"
        path.write_bytes(data)
        self._office = office
        self._buttons = _read_buttons(data)
        self._standard_modules = [module.name for module in modules if module.kind == "standard"]
        properties = office.build_properties(
            Hidden=True,
            MacroExecutionMode=_RUN_MACROS,
            FilterName="Calc MS Excel 2007 VBA XML",
        )
        self._doc = office.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, properties)
        try:
            self._ensure_alive()
        except ClickLost:
            self.close()
            raise

    def close(self) -> None:
        """Unload the add-in."""
        self._doc.close(True)

    def press(self, id: str) -> str:
        """Press a button; return the Python that its VBA hands to xlwings."""
        self._call_ribbon(self._find_attributes(id)["onAction"], self._build_control(id))
        found = str(self._call("xlwings", "Uji_Tercatat")[0]).splitlines()
        if len(found) != 1:
            raise ClickLost(f"{id}: VBA ran {len(found)} lines of Python, not one")
        return found[0]

    def read_enabled(self, id: str) -> object:
        """Return what the button's `getEnabled` answers; None for one that has none."""
        procedure = self._find_attributes(id).get("getEnabled")
        if procedure is None:
            return None
        outputs = self._call_ribbon(procedure, self._build_control(id), None)
        return outputs[-1]

    def is_present(self, module: str, procedure: str) -> bool:
        """Tell whether a module has such a procedure."""
        return self._find_script(module, procedure) is not None

    def call(self, module: str, procedure: str, *arguments: Any) -> object:
        """Call a function of a module; return its value, None where VBA gave up on it."""
        return self._call(module, procedure, *arguments)[0]

    def _find_attributes(self, id: str) -> dict[str, str]:
        if id not in self._buttons:
            raise ClickLost(f"{id}: no such button in customUI14.xml")
        return self._buttons[id]

    def _build_control(self, id: str) -> Any:
        """Return what stands for Office's control: an object with an ID."""
        control = self._office.services.createInstance("com.sun.star.beans.PropertyBag")
        control.addProperty("ID", 0, "")
        control.setPropertyValue("ID", id)
        return control

    def _call_ribbon(self, procedure: str, *arguments: Any) -> tuple[Any, ...]:
        """Call what the ribbon names, in whatever module it is; return its arguments afterwards."""
        for module in self._standard_modules:
            if self.is_present(module, procedure):
                return self._call(module, procedure, *arguments)[1]
        raise ClickLost(f"the ribbon names {procedure}, which no module has")

    def _call(self, module: str, procedure: str, *arguments: Any) -> tuple[object, tuple[Any, ...]]:
        script = self._find_script(module, procedure)
        if script is None:
            raise ClickLost(f"{module} has no {procedure}")
        try:
            value, _number, outputs = script.invoke(arguments, (), ())
        except Exception as error:
            # UNO's exceptions cannot be raised through a generator.
            raise ClickLost(f"{module}.{procedure}: {error}") from None
        return value, outputs

    def _find_script(self, module: str, procedure: str) -> Any:
        place = f"{PROJECT_NAME}.{module}.{procedure}"
        script_address = f"vnd.sun.star.script:{place}?language=Basic&location=document"
        try:
            return self._doc.getScriptProvider().getScript(script_address)
        except Exception as error:
            if "could not be found" not in str(error):
                raise
            return None

    def _ensure_alive(self) -> None:
        """A module that does not compile answers with nothing, and all others with blanks."""
        answers = {
            module: self._call(module, f"Uji_{module}")[0] for module in self._standard_modules
        }
        if set(answers.values()) == {_ALIVE}:
            return
        broken = [module for module, answer in answers.items() if answer is None]
        raise ClickLost(
            f"VBA does not compile: {', '.join(broken) or 'a class or document module'}"
        )


def click(ribbon: Ribbon, app: Any, id: str, data: Path) -> None:
    """Press a button and run what it asks for, as xlwings would, on the workbook in front.

    `app` is the live application, `data` the user's data folder. Raises ClickLost when no command
    ran to its end.
    """
    statement = ribbon.press(id)
    log = data / LOG
    before = log.stat().st_size if log.exists() else 0
    try:
        exec(statement, {})
    except Exception as error:
        raise ClickLost(f"{id}: {statement!r} fails: {error!r}") from error
    if log.exists() and log.stat().st_size != before:
        raise ClickLost(f"{id}: the command fails: {log.read_text('utf-8')[-2000:]}")
    if NOT_AVAILABLE.id in (text for text, _title in app.messages):
        raise ClickLost(f"{id}: no such command")


def _add_probe(module: Module) -> Module:
    if module.kind != "standard":
        return module
    name = f"Uji_{module.name}"
    additions = f'\nPublic Function {name}() As String\n    {name} = "{_ALIVE}"\nEnd Function\n'
    return Module(module.name, module.kind, module.source + additions)


def _read_buttons(data: bytes) -> dict[str, dict[str, str]]:
    """Return the attributes of each button in the add-in's ribbon, by its id."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("customUI/customUI14.xml"))
    buttons = root.iter(f"{{{NAMESPACE}}}button")
    return {one.attrib["id"]: dict(one.attrib) for one in buttons}
