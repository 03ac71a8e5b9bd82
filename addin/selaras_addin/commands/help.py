"""The group Bantuan: settings of the workbook, the guide, and what is installed."""

from __future__ import annotations

import platform

import xlwings as xw

from selaras.nomenklatur.place import berkas, tersimpan
from selaras.nomenklatur.store import Simpanan
from selaras.values.text import Teks
from selaras.version import __version__
from selaras_addin import log
from selaras_addin.commands.job import Kerja
from selaras_addin.live.sheets import guide_sheet, settings_sheet
from selaras_addin.ribbon import LABEL


def pengaturan(kerja: Kerja) -> None:
    """Bring the workbook's settings to the front; make their sheet where there is none."""
    book = kerja.book
    sheet = settings_sheet.cari(book)
    if sheet is None:
        with kerja.tenang():
            sheet = settings_sheet.tulis(book, kerja.bahasa)
    kerja.ke(sheet, settings_sheet.PERTAMA)
    said = Teks(
        f"isi kotak kuning, lalu tekan {LABEL['periksa_buku'].id}",
        f"fill in the yellow boxes, then press {LABEL['periksa_buku'].en}",
    )
    kerja.tampil.say_result(said.dalam(kerja.bahasa))


def panduan(kerja: Kerja) -> None:
    """Put the guide on a sheet of this workbook; where none was open, VBA has added one."""
    with kerja.tenang():
        sheet = guide_sheet.tulis(kerja.book, kerja.bahasa)
    kerja.ke(sheet, "A1")


def tentang(kerja: Kerja) -> None:
    """Say which versions run, and where things are."""
    lists = Simpanan(berkas()).list_stored() if tersimpan() else []
    names = ", ".join(one.nama for one in lists)
    none = Teks("belum ada", "none yet").dalam(kerja.bahasa)
    place = log.tempat().parent
    said = Teks(
        f"Selaras {__version__}\n"
        f"Python {platform.python_version()}, xlwings {xw.__version__}\n"
        f"Nomenklatur: {names or none}\n"
        f"Pengaturan dan catatan galat: {place}\n\n"
        "Selaras memeriksa kode, subtotal, dan keselarasan antartabel Renja, RKPD, dan Renstra. "
        "Lisensi MIT; memakai xlwings (BSD). Tidak ada data yang dikirim ke mana pun.",
        f"Selaras {__version__}\n"
        f"Python {platform.python_version()}, xlwings {xw.__version__}\n"
        f"Nomenclature: {names or none}\n"
        f"Settings and error log: {place}\n\n"
        "Selaras checks codes, subtotals and agreement between the tables of Renja, RKPD and "
        "Renstra. MIT licence; uses xlwings (BSD). No data are sent anywhere.",
    )
    kerja.tampil.show_message(said.dalam(kerja.bahasa))
