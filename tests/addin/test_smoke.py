"""The plan of the smoke test in Excel, carried out in LibreOffice.

What stands for Excel's object model here is `_fakta`; what the script does with the plan is in
`test_rilis`. So the plan asks nothing that the commands do not do, and a button that did nothing
does not pass.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw

from release.plan import smoke_plan
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.messages import JUDUL
from selaras_addin.ribbon import BUTTONS
from selaras_addin.xlam.build import own_modules

from .calc_engine import CalcEngine
from .clicks import Pita, klik
from .conftest import CONTOH

RENCANA: dict[str, Any] = json.loads(smoke_plan(b""))


class Asap:
    """The smoke test's copy of the example, and what the script would do with it."""

    def __init__(self, mesin: CalcEngine, pita: Pita, folder: Path, data: Path) -> None:
        self.app, self._pita, self._data = mesin.app, pita, data
        self.folder = folder
        self._copy = Path(shutil.copy(CONTOH, folder / RENCANA["copy"]))
        self.buku = xw.Book(impl=mesin.app.books.open(str(self._copy)))

    def siapkan(self, tombol: dict[str, Any]) -> None:
        """Do what the plan says is to be done before the press."""
        self.buku.activate()
        self.buku.set_mock_caller()
        self.app.messages.clear()
        for isian in tombol["write"]:
            lembar, sel, nilai = isian["sheet"], isian["cell"], isian["value"]
            if lembar not in [sheet.name for sheet in self.buku.sheets]:
                self.buku.sheets.add(lembar, after=self.buku.sheets[-1])
            if isinstance(nilai, str):
                self.buku.sheets[lembar][sel].number_format = "@"
            self.buku.sheets[lembar][sel].value = nilai
        for pilihan in tombol["select"]:
            self.buku.sheets[pilihan["sheet"]].activate()
            self.buku.sheets[pilihan["sheet"]][pilihan["cell"]].select()

    def tekan(self, tombol: dict[str, Any]) -> None:
        """Press, and answer as the script does: with Yes where that can be said, else with OK."""
        self.app.jawaban[:] = ["yes"] * len(tombol["dialogs"])
        klik(self._pita, self.app, tombol["id"], self._data)
        self.app.jawaban.clear()

    def find_faults(self, tombol: dict[str, Any]) -> list[str]:
        """Return what of the boxes and of the workbook is not as the plan says."""
        kotak = [teks for teks, judul in self.app.messages if judul == JUDUL]
        pola = tombol["dialogs"]
        cela = [f"{len(kotak)} boxes: {kotak}"] if len(kotak) != len(pola) else []
        for teks, boleh in zip(kotak, pola, strict=False):
            if not any(fnmatchcase(teks, satu) for satu in boleh):
                cela.append(f"box: {teks}")
        for akibat in tombol["effects"]:
            ditemukan = self._fakta(**{k: v for k, v in akibat.items() if k != "pattern"})
            if not fnmatchcase(ditemukan, akibat["pattern"]):
                cela.append(f"{akibat}: {ditemukan}")
        return cela

    def _fakta(self, fact: str, sheet: str, cell: str, file: str) -> str:
        depan = xw.Book(impl=self.app.books.active)
        if fact == "front":
            sel = self.app.selection.address.replace("$", "")
            return f"{depan.sheets.active.name}!{sel}"
        if fact == "book":
            return depan.name
        if fact == "file":
            return str((self.folder / file).is_file())
        terlihat = {s.name for s in self.buku.sheets if grid.keadaan(s) == 0}
        if fact == "sheet":
            return str(sheet in terlihat)
        if sheet not in terlihat:
            return f"no sheet {sheet}"
        satu = self.buku.sheets[sheet][cell]
        if fact == "note":
            return satu.note.text if satu.note else ""
        assert fact == "cell"
        return _teks(satu.value)


def _teks(nilai: object) -> str:
    """Return a value as PowerShell writes it: whole numbers without a decimal point."""
    if isinstance(nilai, float) and nilai.is_integer():
        return str(int(nilai))
    return "" if nilai is None else str(nilai)


@pytest.fixture
def asap(
    mesin: CalcEngine, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Asap]:
    monkeypatch.setattr("webbrowser.open", lambda _alamat: True)
    pita_folder, folder = tmp_path / "pita", tmp_path / "buku"
    for satu in (pita_folder, folder):
        satu.mkdir()
    pita = Pita(mesin.kantor, pita_folder, own_modules("id"))
    asap = Asap(mesin, pita, folder, data)
    yield asap
    for buku in list(mesin.app.books):
        buku.close()
    pita.tutup()
    del xw.Book._mock_caller


def test_the_plan_holds_for_what_the_buttons_do_and_not_for_buttons_that_do_nothing(
    asap: Asap,
) -> None:
    assert [tombol["id"] for tombol in RENCANA["buttons"]] == [button.id for button in BUTTONS]
    for tombol in RENCANA["buttons"]:
        asap.siapkan(tombol)
        assert asap.find_faults(tombol) != [], f"{tombol['id']} would pass without doing anything"
        asap.tekan(tombol)
        assert asap.find_faults(tombol) == [], tombol["id"]


def test_a_box_that_the_plan_does_not_have_is_a_fault(asap: Asap) -> None:
    tombol = next(tombol for tombol in RENCANA["buttons"] if tombol["id"] == "periksa_buku")
    asap.siapkan(tombol)
    asap.tekan(tombol)
    asap.app.messages.append(("Perintah Selaras tidak dapat dijalankan:", JUDUL))
    (cela,) = asap.find_faults(tombol)
    assert cela.startswith("1 boxes")
