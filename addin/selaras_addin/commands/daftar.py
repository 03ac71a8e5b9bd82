"""Daftar Temuan: the list of the last check."""

from __future__ import annotations

from selaras_addin.commands.kerja import Kerja
from selaras_addin.commands.periksa import periksa_buku
from selaras_addin.live import excel, temuan


def daftar_temuan(kerja: Kerja) -> None:
    """Bring the list of findings to the front; without one, check the workbook first."""
    sheet = temuan.cari(kerja.book)
    if sheet is None:
        periksa_buku(kerja)
        return
    if excel.keadaan(sheet) != 0:
        sheet.visible = True
    kerja.ke(sheet)
