"""What the buttons of Buku Kerja and Bantuan must have done to the live workbook."""

from __future__ import annotations

import datetime
import platform
from pathlib import Path

import xlwings as xw

from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.version import __version__
from selaras_addin.functions import FUNCTIONS
from selaras_addin.live.excel.read import read_book
from selaras_addin.ribbon import BUTTONS

from .expectations import harapan
from .trial import Sidang, depan, semua_temuan


@harapan
def template_baru(sidang: Sidang) -> None:
    buku = sidang.open_example()
    tahun = datetime.date.today().year + 1
    sidang.klik("template_baru", "yes")
    path = Path(buku.fullname).with_name(f"Template Renja {tahun}.xlsx")
    baru = xw.Book(impl=sidang.mesin.app.books.active)
    try:
        assert baru.fullname == str(path)
        assert {"Pengaturan", "T-C.29", "T-C.31", "T-C.33"} <= {s.name for s in baru.sheets}
        tabel = check_book(read_book(baru), Setting()).tables
        assert "T-C.33" in {satu.table for satu in tabel}
    finally:
        baru.close()


@harapan
def laporan_html(sidang: Sidang) -> None:
    buku = sidang.open_example()
    # What is not saved yet is in the report.
    buku.sheets["T-C.33"]["O8"].value = 7_000_000_000
    sidang.klik("laporan_html")
    path = Path(buku.fullname).with_name("renja-mojokerto-2024 - laporan Selaras.html")
    assert sidang.peramban == [path.as_uri()]
    halaman = path.read_text(encoding="utf-8")
    assert "tertulis 7.000.000.000" in halaman
    assert "6.498.624.401" not in halaman


@harapan
def pengaturan(sidang: Sidang) -> None:
    buku = sidang.open_example()
    sidang.klik("pengaturan")
    assert depan(buku) == ("Pengaturan", "B4")
    lembar = buku.sheets["Pengaturan"]
    assert lembar["A4"].value == "Tahun rencana"
    # What is filled in counts: these codes are those of another bidang urusan.
    lembar["B8"].value = "1.02.0.00.0.00.01.0000"
    temuan = check_book(read_book(buku), Setting()).findings
    assert "KOD008" in {f.code for f in temuan} - {f.code for f in semua_temuan()}


@harapan
def panduan(sidang: Sidang) -> None:
    buku = sidang.open_example()
    sidang.klik("panduan")
    assert depan(buku) == ("Panduan Selaras", "A1")
    isi = {sel for baris in buku.sheets["Panduan Selaras"].used_range.value for sel in baris}
    assert {button.label.id for button in BUTTONS} <= isi
    assert {function.name for function in FUNCTIONS} <= isi


@harapan
def tentang(sidang: Sidang) -> None:
    sidang.open_example()
    sidang.klik("tentang")
    (kotak,) = sidang.messages
    assert kotak.startswith(f"Selaras {__version__}\nPython {platform.python_version()}, xlwings ")
    assert str(sidang.data) in kotak
