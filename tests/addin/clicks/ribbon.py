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

from addin.calc_engine import Kantor
from selaras_addin.commands.runner import BELUM_ADA
from selaras_addin.log import NAMA as LOG
from selaras_addin.xlam.build import build
from selaras_addin.xlam.customui import NAMESPACE
from selaras_addin.xlam.modules import Module
from selaras_addin.xlam.project import NAME as PROYEK

PEREKAM = Module(
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
_HIDUP = "hidup"
#: com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN
_JALANKAN_MAKRO = 4


class Putus(Exception):
    """A click does not arrive; the message says where the way from ribbon to command breaks."""


class Pita:
    """The ribbon of an add-in that is loaded in LibreOffice."""

    def __init__(self, kantor: Kantor, folder: Path, modules: Sequence[Module]) -> None:
        """Build the add-in of these modules into the folder and load it.

        Raises Putus when a module does not compile: VBA then runs nothing, and says nothing.
        """
        data = build("id", [*map(_berperiksa, modules), PEREKAM])
        path = folder / "Selaras.xlam"
        path.write_bytes(data)
        self._kantor = kantor
        self._tombol = _tombol(data)
        self._standar = [module.name for module in modules if module.kind == "standard"]
        sifat = kantor.build_properties(
            Hidden=True,
            MacroExecutionMode=_JALANKAN_MAKRO,
            FilterName="Calc MS Excel 2007 VBA XML",
        )
        self._doc = kantor.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, sifat)
        try:
            self._pastikan_hidup()
        except Putus:
            self.tutup()
            raise

    def tutup(self) -> None:
        """Unload the add-in."""
        self._doc.close(True)

    def tekan(self, id: str) -> str:
        """Press a button; return the Python that its VBA hands to xlwings."""
        self._panggil_pita(self._atribut(id)["onAction"], self._kendali(id))
        ditemukan = str(self._panggil("xlwings", "Uji_Tercatat")[0]).splitlines()
        if len(ditemukan) != 1:
            raise Putus(f"{id}: VBA ran {len(ditemukan)} lines of Python, not one")
        return ditemukan[0]

    def read_enabled(self, id: str) -> object:
        """Return what the button's `getEnabled` answers; None for one that has none."""
        prosedur = self._atribut(id).get("getEnabled")
        if prosedur is None:
            return None
        keluar = self._panggil_pita(prosedur, self._kendali(id), None)
        return keluar[-1]

    def ada(self, modul: str, prosedur: str) -> bool:
        """Tell whether a module has such a procedure."""
        return self._naskah(modul, prosedur) is not None

    def panggil(self, modul: str, prosedur: str, *isi: Any) -> object:
        """Call a function of a module; return its value, None where VBA gave up on it."""
        return self._panggil(modul, prosedur, *isi)[0]

    def _atribut(self, id: str) -> dict[str, str]:
        if id not in self._tombol:
            raise Putus(f"{id}: no such button in customUI14.xml")
        return self._tombol[id]

    def _kendali(self, id: str) -> Any:
        """Return what stands for Office's control: an object with an ID."""
        kendali = self._kantor.layanan.createInstance("com.sun.star.beans.PropertyBag")
        kendali.addProperty("ID", 0, "")
        kendali.setPropertyValue("ID", id)
        return kendali

    def _panggil_pita(self, prosedur: str, *isi: Any) -> tuple[Any, ...]:
        """Call what the ribbon names, in whatever module it is; return its arguments afterwards."""
        for modul in self._standar:
            if self.ada(modul, prosedur):
                return self._panggil(modul, prosedur, *isi)[1]
        raise Putus(f"the ribbon names {prosedur}, which no module has")

    def _panggil(self, modul: str, prosedur: str, *isi: Any) -> tuple[object, tuple[Any, ...]]:
        naskah = self._naskah(modul, prosedur)
        if naskah is None:
            raise Putus(f"{modul} has no {prosedur}")
        try:
            nilai, _nomor, keluar = naskah.invoke(isi, (), ())
        except Exception as galat:
            # UNO's exceptions cannot be raised through a generator.
            raise Putus(f"{modul}.{prosedur}: {galat}") from None
        return nilai, keluar

    def _naskah(self, modul: str, prosedur: str) -> Any:
        alamat = f"vnd.sun.star.script:{PROYEK}.{modul}.{prosedur}?language=Basic&location=document"
        try:
            return self._doc.getScriptProvider().getScript(alamat)
        except Exception as galat:
            if "could not be found" not in str(galat):
                raise
            return None

    def _pastikan_hidup(self) -> None:
        """A module that does not compile answers with nothing, and all others with blanks."""
        jawaban = {modul: self._panggil(modul, f"Uji_{modul}")[0] for modul in self._standar}
        if set(jawaban.values()) == {_HIDUP}:
            return
        rusak = [modul for modul, jawab in jawaban.items() if jawab is None]
        raise Putus(f"VBA does not compile: {', '.join(rusak) or 'a class or document module'}")


def klik(pita: Pita, app: Any, id: str, data: Path) -> None:
    """Press a button and run what it asks for, as xlwings would, on the workbook in front.

    `app` is the live application, `data` the user's data folder. Raises Putus when no command ran
    to its end.
    """
    dijalankan = pita.tekan(id)
    log = data / LOG
    sebelum = log.stat().st_size if log.exists() else 0
    try:
        exec(dijalankan, {})
    except Exception as galat:
        raise Putus(f"{id}: {dijalankan!r} fails: {galat!r}") from galat
    if log.exists() and log.stat().st_size != sebelum:
        raise Putus(f"{id}: the command fails: {log.read_text('utf-8')[-2000:]}")
    if BELUM_ADA.id in (teks for teks, _judul in app.messages):
        raise Putus(f"{id}: no such command")


def _berperiksa(module: Module) -> Module:
    if module.kind != "standard":
        return module
    name = f"Uji_{module.name}"
    tambahan = f'\nPublic Function {name}() As String\n    {name} = "{_HIDUP}"\nEnd Function\n'
    return Module(module.name, module.kind, module.source + tambahan)


def _tombol(data: bytes) -> dict[str, dict[str, str]]:
    """Return the attributes of each button in the add-in's ribbon, by its id."""
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        akar = ElementTree.fromstring(arsip.read("customUI/customUI14.xml"))
    tombol = akar.iter(f"{{{NAMESPACE}}}button")
    return {satu.attrib["id"]: dict(satu.attrib) for satu in tombol}
