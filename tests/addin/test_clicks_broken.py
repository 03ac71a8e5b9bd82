"""Proof that `test_klik` notices what breaks: add-ins with one thing wrong, and why they fail."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import xlwings as xw

from selaras_addin import commands
from selaras_addin.xlam import customui
from selaras_addin.xlam.build import own_modules
from selaras_addin.xlam.dispatch import NAME as PERINTAH
from selaras_addin.xlam.dispatch import python_call
from selaras_addin.xlam.modules import WORKBOOK_MODULE, Module
from selaras_addin.xlam.wrappers import NAME as FUNGSI

from .calc_engine import CalcEngine
from .clicks import Pita, Putus, klik
from .conftest import CONTOH

TOMBOL = "daftar_temuan"
BARIS = f'    Case "{TOMBOL}"\n        RunPython "{python_call(TOMBOL)}"\n'


def rusak(nama: str, lama: str, baru: str) -> list[Module]:
    """Return the add-in's modules, with this text of one of them in place of that."""
    modules = own_modules("id")
    (satu,) = (module for module in modules if module.name == nama)
    assert satu.source.count(lama) == 1
    buruk = replace(satu, source=satu.source.replace(lama, baru))
    return [buruk if module is satu else module for module in modules]


@pytest.fixture
def dimuat(mesin: CalcEngine, tmp_path: Path) -> Callable[[list[Module]], object]:
    @contextmanager
    def satu(modules: list[Module]) -> Iterator[Pita]:
        pita = Pita(mesin.kantor, tmp_path, modules)
        try:
            yield pita
        finally:
            pita.tutup()

    return satu


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("SELARAS_DATA", str(folder))
    return folder


def test_a_row_of_the_dispatch_that_is_missing(dimuat: Callable[..., object]) -> None:
    with dimuat(rusak(PERINTAH, BARIS, "")) as pita:
        with pytest.raises(Putus, match=f"^{TOMBOL}: VBA ran 0 lines of Python, not one$"):
            pita.tekan(TOMBOL)
        # Its neighbours still work.
        assert pita.tekan("jelaskan") == python_call("jelaskan")


def test_a_row_of_the_dispatch_with_a_mistake_in_it(dimuat: Callable[..., object]) -> None:
    salah = BARIS.replace("RunPython", "RunPithon")
    with (
        dimuat(rusak(PERINTAH, BARIS, salah)) as pita,
        pytest.raises(Putus, match="VBA ran 0 lines of Python"),
    ):
        pita.tekan(TOMBOL)


@pytest.mark.parametrize(
    ("modul", "lama", "baru", "disebut"),
    [
        (PERINTAH, "    End Select\n", "", PERINTAH),
        (FUNGSI, "Public Sub Selaras_UraikanFungsi()", "Public Sub (", FUNGSI),
        ("SelarasPita", "Private pita As Object", "Private pita As", "SelarasPita"),
        (WORKBOOK_MODULE, "Private Sub Workbook_Open()", "Private Sub (", "a class or document"),
    ],
)
def test_a_module_that_does_not_compile_and_silences_all(
    dimuat: Callable[..., object], modul: str, lama: str, baru: str, disebut: str
) -> None:
    with (
        pytest.raises(Putus, match=f"^VBA does not compile: {disebut}"),
        dimuat(rusak(modul, lama, baru)),
    ):
        pass


def test_a_callback_that_the_ribbon_names_and_nobody_has(
    dimuat: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customui, "ON_ACTION", "Selaras_Tekan")
    with (
        dimuat(own_modules("id")) as pita,
        pytest.raises(Putus, match="names Selaras_Tekan, which no module has"),
    ):
        pita.tekan(TOMBOL)


@pytest.mark.parametrize(
    ("tujuan", "sebab"),
    [
        (None, f"^{TOMBOL}: no such command$"),
        ("selaras_addin.commands.findings_list:daftar", "has no attribute 'daftar'"),
        ("selaras_addin.commands.dafter:daftar_temuan", "No module named"),
    ],
)
def test_a_command_that_does_not_resolve(
    dimuat: Callable[..., object],
    mesin: CalcEngine,
    buka: Callable[[Path], xw.Book],
    tmp_path: Path,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    tujuan: str | None,
    sebab: str,
) -> None:
    daftar = {id: satu for id, satu in commands.COMMANDS.items() if id != TOMBOL}
    monkeypatch.setattr(
        commands, "COMMANDS", daftar if tujuan is None else daftar | {TOMBOL: tujuan}
    )
    buka(Path(shutil.copy(CONTOH, tmp_path)))
    with dimuat(own_modules("id")) as pita, pytest.raises(Putus, match=sebab):
        klik(pita, mesin.app, TOMBOL, data)


def test_python_that_does_not_run(
    dimuat: Callable[..., object],
    mesin: CalcEngine,
    buka: Callable[[Path], xw.Book],
    tmp_path: Path,
    data: Path,
) -> None:
    salah = BARIS.replace("selaras_addin.commands", "selaras_addin.command")
    buka(Path(shutil.copy(CONTOH, tmp_path)))
    with (
        dimuat(rusak(PERINTAH, BARIS, salah)) as pita,
        pytest.raises(Putus, match=r"No module named 'selaras_addin\.command'"),
    ):
        klik(pita, mesin.app, TOMBOL, data)
