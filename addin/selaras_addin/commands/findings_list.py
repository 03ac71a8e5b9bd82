"""Daftar Temuan: the list of the last check."""

from __future__ import annotations

from selaras_addin.commands.check import periksa_buku
from selaras_addin.commands.job import Press
from selaras_addin.live.excel import grid
from selaras_addin.live.sheets import findings_sheet


def daftar_temuan(press: Press) -> None:
    """Bring the list of findings to the front; without one, check the workbook first."""
    sheet = findings_sheet.find_list(press.book)
    if sheet is None:
        periksa_buku(press)
        return
    if grid.read_state(sheet) != 0:
        sheet.visible = True
    press.go_to(sheet)
