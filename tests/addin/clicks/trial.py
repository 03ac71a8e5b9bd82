"""A planner at work on the example, who does everything through the ribbon's VBA."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import xlwings as xw

from addin.calc_engine import CalcEngine
from addin.conftest import CONTOH
from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.values.a1 import address
from selaras.values.finding import Finding
from selaras_addin.live.sheets import findings_sheet

from .ribbon import Pita, klik


@cache
def semua_temuan() -> tuple[Finding, ...]:
    """Return what the headless check finds in the example file."""
    return tuple(check_file(str(CONTOH), Setting()).findings)


@dataclass
class Sidang:
    """One button's turn. `contoh` opens a copy of the example; it is in front then."""

    pita: Pita
    mesin: CalcEngine
    data: Path
    open_example: Callable[[], xw.Book]
    terperiksa: Terperiksa
    #: The addresses that the browser was asked to show.
    peramban: list[str]
    ditekan: list[str] = field(default_factory=list)

    def klik(self, id: str, *jawaban: str) -> None:
        """Press a button and give these answers to what it asks."""
        self.ditekan.append(id)
        self.mesin.app.messages.clear()
        self.mesin.app.jawaban[:] = jawaban
        klik(self.pita, self.mesin.app, id, self.data)
        assert self.mesin.app.jawaban == [], f"{id} did not ask for {self.mesin.app.jawaban}"

    @property
    def messages(self) -> list[str]:
        """The messages and questions that the last button showed."""
        return [teks for teks, _judul in self.mesin.app.messages]

    @property
    def status(self) -> str:
        """What the last button left in the status bar."""
        return str(self.mesin.app.status_bar)

    def diperiksa(self) -> xw.Book:
        """Return the shared example, checked and marked; it is in front."""
        buku = self.terperiksa.buku
        buku.activate()
        buku.set_mock_caller()
        if findings_sheet.cari(buku) is None:
            self.klik("periksa_buku")
            self.ditekan.clear()
        return buku


@dataclass
class Terperiksa:
    """A copy of the example for the buttons that need a checked workbook.

    Its user has a fill and a note of their own in a cell that will be marked.
    """

    buku: xw.Book
    #: The document as it was before Selaras touched it.
    sebelum: str

    @classmethod
    def siapkan(cls, buku: xw.Book) -> Terperiksa:
        """Put the user's own fill and note on it."""
        sel = buku.sheets["T-C.33"]["O8"]
        sel.color = (255, 242, 204)
        sel.add_note("Tanya Bappeda")
        return cls(buku, dokumen(buku))


def dokumen(buku: xw.Book) -> str:
    """Return all that Calc keeps of a workbook's cells, as text: contents, looks, notes, sheets."""
    doc = buku.impl.doc
    path = Path(buku.fullname).with_suffix(".fods")
    sifat = buku.app.impl.engine.kantor.build_properties(FilterName="OpenDocument Spreadsheet Flat XML")
    doc.storeToURL(path.as_uri(), sifat)
    teks = path.read_text("utf-8")
    mulai = teks.index("<office:automatic-styles")
    # Calc adds an empty list of forms to a sheet as soon as somebody asks for its drawings.
    return re.sub(r"\s*<office:forms [^>]*/>", "", teks[mulai:])


def pilih(buku: xw.Book, lembar: str, sel: str) -> None:
    """Bring a sheet to the front and select a cell of it."""
    buku.sheets[lembar].activate()
    buku.sheets[lembar][sel].select()


def depan(buku: xw.Book) -> tuple[str, str]:
    """Return the sheet in front and the cell selected there."""
    return buku.sheets.active.name, buku.app.selection.address.replace("$", "")


def warna_tanda(lembar: xw.Sheet) -> dict[str, tuple[int, int, int]]:
    """Return the cells that Selaras coloured, each with the colour that is seen."""
    warna = {}
    # The newest rule is seen: so it must come last here.
    for aturan in reversed(list(lembar.cells.conditional_formats)):
        isi = aturan.fill_color
        for area in aturan.impl._uno.Range.RangeAddresses:
            for baris in range(area.StartRow, area.EndRow + 1):
                for kolom in range(area.StartColumn, area.EndColumn + 1):
                    warna[address(baris + 1, kolom + 1)] = isi
    return warna
