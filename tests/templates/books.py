"""Templates built once for all tests, and what Selaras reads in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from selaras import check
from selaras.report.result import WorkbookReport
from selaras_templates.build import bangun
from selaras_templates.setting import Setelan

TAHUN = 2027


@cache
def kosong(macam: str) -> bytes:
    """Return the empty template of a kind."""
    return bangun(macam, Setelan(TAHUN))


def periksa(folder: Path, isi: bytes, nama: str = "buku.xlsx") -> WorkbookReport:
    """Return what `selaras check` reports of a workbook."""
    path = folder / nama
    path.write_bytes(isi)
    (workbook,) = check(path).workbooks
    return workbook
