"""Periksa Buku Kerja, Periksa Lembar Ini: check what is open, mark it and list what was found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.nomenklatur.place import folder
from selaras.recognise.own_sheets import buatan_selaras
from selaras.report.result import WorkbookReport
from selaras.report.text_report import verdict
from selaras.settings.files import Overrides, Settings
from selaras.values.text import Teks
from selaras_addin.commands.job import Kerja
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.excel.read import read_book
from selaras_addin.live.marks import on_cells, store
from selaras_addin.live.sheets import findings_sheet

if TYPE_CHECKING:
    import xlwings as xw

    from selaras.model.book import Book


_MEMBACA = Teks("membaca buku kerja ...", "reading the workbook ...")


def periksa_buku(kerja: Kerja) -> None:
    """Check all sheets; mark and list all findings, and bring the list to the front."""
    report, notes = laporan(kerja)
    hasil = tandai(kerja, report, notes)
    kerja.ke(hasil, "A1")
    kerja.tampil.say_result(verdict(report, kerja.bahasa))
    if not report.tables:
        raise Pesan(
            Teks(
                "Tidak ada tabel Renja, RKPD, atau Renstra yang dikenali di buku kerja ini, jadi "
                "tidak ada yang dapat diperiksa. Alasannya, per lembar, ada di lembar Temuan.",
                "No table of a Renja, RKPD or Renstra was recognised in this workbook, so there "
                "was nothing to check. The sheet Temuan says why, sheet by sheet.",
            )
        )


def periksa_lembar(kerja: Kerja) -> None:
    """Check the workbook, but mark and list only the findings of the sheet in front."""
    sheet = kerja.lembar
    if buatan_selaras(grid.judul(sheet)):
        raise Pesan(
            Teks(
                "Lembar ini buatan Selaras. Buka dulu lembar yang akan diperiksa.",
                "This sheet was made by Selaras. Go to the sheet to be checked first.",
            )
        )
    whole, notes = laporan(kerja)
    report, only = hanya_lembar(whole, sheet.name)
    tandai(kerja, report, (only, *notes), sheet.name)
    first = next((f.cell for f in report.findings if f.cell), None)
    kerja.ke(sheet, first)
    found = verdict(report, kerja.bahasa)
    kerja.tampil.say_result(found)
    kerja.tampil.show_message(_kalimat_lembar(sheet.name, whole, report, found).dalam(kerja.bahasa))


def _kalimat_lembar(name: str, whole: WorkbookReport, report: WorkbookReport, found: str) -> Teks:
    if name not in {table.sheet for table in report.tables}:
        why = next((s.reason for s in whole.skipped_sheets if s.sheet == name), Teks("", ""))
        return Teks(
            f"Di lembar {name} tidak ada tabel yang dikenali: {why.id}.",
            f"No table was recognised on the sheet {name}: {why.en}.",
        )
    if not report.findings:
        return Teks(f"Lembar {name}: tidak ada temuan.", f"Sheet {name}: no findings.")
    return Teks(
        f"Lembar {name}: {found}. Selnya sudah ditandai, daftarnya di lembar Temuan.",
        f"Sheet {name}: {found}. Its cells are marked; the list is on the sheet Temuan.",
    )


def laporan(kerja: Kerja) -> tuple[WorkbookReport, tuple[Teks, ...]]:
    """Return the report on the workbook as it stands now, and what to say of its settings.

    Raises ConfigError for settings that cannot be used, Refusal for too large a workbook.
    """
    report, _, notes = laporan_dan_buku(kerja)
    return report, notes


def laporan_dan_buku(kerja: Kerja) -> tuple[WorkbookReport, Book, tuple[Teks, ...]]:
    """Return the report, the workbook as it was read, and what to say of its settings."""
    book, setting, notes = baca(kerja)
    checking = Teks("memeriksa ...", "checking ...")
    kerja.tampil.kemajuan(checking.dalam(kerja.bahasa))
    return check_book(book, setting), book, notes


def baca(kerja: Kerja, kabar: Teks = _MEMBACA) -> tuple[Book, Setting, tuple[Teks, ...]]:
    """Return the workbook as it stands now, its settings, and what to say of these."""
    kerja.tampil.kemajuan(kabar.dalam(kerja.bahasa))
    book = read_book(kerja.book)
    return book, *pengaturan(book.path)


def pengaturan(path: str) -> tuple[Setting, tuple[Teks, ...]]:
    """Return the settings for a workbook, and what must be said about them.

    The checker's own are in the user's data folder. What lies beside the workbook may describe it
    but silences nothing, as on the command line. Raises ConfigError.
    """
    settings = Settings(Overrides(), folder=folder())
    settings.require_list()
    return settings.load(path) if Path(path).is_absolute() else (settings.own(), ())


def hanya_lembar(report: WorkbookReport, name: str) -> tuple[WorkbookReport, Teks]:
    """Return the report with the findings of one sheet, and the sentence that says so.

    The rules still saw the other sheets.
    """
    here = tuple(finding for finding in report.findings if finding.sheet == name)
    others = len(report.findings) - len(here)
    only = Teks(
        f"hanya temuan di lembar {name}; temuan di tempat lain: {others}",
        f"only the findings of the sheet {name}; findings elsewhere: {others}",
    )
    return report._replace(findings=here), only


def periksa_lagi(kerja: Kerja, *, marked: bool, listed: bool) -> None:
    """Check again as the last time, the workbook or one sheet, and renew marks and list."""
    report, notes = laporan(kerja)
    name = store.read_checked_sheet(kerja.book)
    if name is not None:
        report, only = hanya_lembar(report, name)
        notes = (only, *notes)
    if marked and listed:
        tandai(kerja, report, notes, name)
        return
    with kerja.tenang():
        if marked:
            on_cells.tandai(kerja.book, report.findings, kerja.bahasa, name)
        else:
            findings_sheet.tulis(kerja.book, report, kerja.bahasa, notes)


def tandai(
    kerja: Kerja, report: WorkbookReport, notes: tuple[Teks, ...], name: str | None = None
) -> xw.Sheet:
    """Put marks on the cells and write the list; return its sheet.

    `name` is the sheet that alone was asked for.
    """
    marking = Teks("menandai sel dan menulis daftar ...", "marking cells and writing the list ...")
    kerja.tampil.kemajuan(marking.dalam(kerja.bahasa))
    with kerja.tenang():
        hasil = on_cells.tandai(kerja.book, report.findings, kerja.bahasa, name)
        return findings_sheet.tulis(kerja.book, report, kerja.bahasa, (*notes, *hasil.kekurangan()))
