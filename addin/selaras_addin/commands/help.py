"""The group Bantuan: settings of the workbook, the guide, and what is installed."""

from __future__ import annotations

import platform

import xlwings as xw

from selaras.nomenklatur.place import find_lists_file, has_lists
from selaras.nomenklatur.store import ListStore
from selaras.values.text import Text
from selaras.version import __version__
from selaras_addin import log
from selaras_addin.commands.job import Press
from selaras_addin.live.sheets import guide_sheet, settings_sheet
from selaras_addin.ribbon import LABEL


def pengaturan(press: Press) -> None:
    """Bring the workbook's settings to the front; make their sheet where there is none."""
    book = press.book
    sheet = settings_sheet.find_settings_sheet(book)
    if sheet is None:
        with press.hold_still():
            sheet = settings_sheet.add_settings_sheet(book, press.language)
    press.go_to(sheet, settings_sheet.FIRST_ENTRY)
    said = Text(
        f"isi kotak kuning, lalu tekan {LABEL['periksa_buku'].id}",
        f"fill in the yellow boxes, then press {LABEL['periksa_buku'].en}",
    )
    press.display.say_result(said.say_in(press.language))


def panduan(press: Press) -> None:
    """Put the guide on a sheet of this workbook; where none was open, VBA has added one."""
    with press.hold_still():
        sheet = guide_sheet.write_guide(press.book, press.language)
    press.go_to(sheet, "A1")


def tentang(press: Press) -> None:
    """Say which versions run, and where things are."""
    lists = ListStore(find_lists_file()).list_stored() if has_lists() else []
    names = ", ".join(one.name for one in lists)
    none = Text("belum ada", "none yet").say_in(press.language)
    place = log.find_log().parent
    said = Text(
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
    press.display.show_message(said.say_in(press.language))
