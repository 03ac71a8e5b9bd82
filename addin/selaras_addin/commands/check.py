"""Periksa Buku Kerja, Periksa Lembar Ini: check what is open, mark it and list what was found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.nomenklatur.place import folder
from selaras.recognise.own_sheets import is_made_by_selaras
from selaras.report.result import WorkbookReport
from selaras.report.text_report import verdict
from selaras.settings.files import Overrides, Settings
from selaras.values.text import Text
from selaras_addin.commands.job import Press
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.excel.read import read_live_book
from selaras_addin.live.marks import on_cells, store
from selaras_addin.live.sheets import findings_sheet

if TYPE_CHECKING:
    import xlwings as xw

    from selaras.model.book import Book

_READING = Text("membaca buku kerja ...", "reading the workbook ...")


def periksa_buku(press: Press) -> None:
    """Check all sheets; mark and list all findings, and bring the list to the front."""
    report, notes = build_report(press)
    result = mark_and_list(press, report, notes)
    press.go_to(result, "A1")
    press.display.say_result(verdict(report, press.language))
    if not report.tables:
        raise UserMessage(
            Text(
                "Tidak ada tabel Renja, RKPD, atau Renstra yang dikenali di buku kerja ini, jadi "
                "tidak ada yang dapat diperiksa. Alasannya, per lembar, ada di lembar Temuan.",
                "No table of a Renja, RKPD or Renstra was recognised in this workbook, so there "
                "was nothing to check. The sheet Temuan says why, sheet by sheet.",
            )
        )


def periksa_lembar(press: Press) -> None:
    """Check the workbook, but mark and list only the findings of the sheet in front."""
    sheet = press.sheet
    if is_made_by_selaras(grid.read_title(sheet)):
        raise UserMessage(
            Text(
                "Lembar ini buatan Selaras. Buka dulu lembar yang akan diperiksa.",
                "This sheet was made by Selaras. Go to the sheet to be checked first.",
            )
        )
    whole, notes = build_report(press)
    report, only = narrow_to_sheet(whole, sheet.name)
    mark_and_list(press, report, (only, *notes), sheet.name)
    first = next((f.cell for f in report.findings if f.cell), None)
    press.go_to(sheet, first)
    found = verdict(report, press.language)
    press.display.say_result(found)
    press.display.show_message(_say_sheet(sheet.name, whole, report, found).say_in(press.language))


def _say_sheet(name: str, whole: WorkbookReport, report: WorkbookReport, found: str) -> Text:
    if name not in {table.sheet for table in report.tables}:
        why = next((s.reason for s in whole.skipped_sheets if s.sheet == name), Text("", ""))
        return Text(
            f"Di lembar {name} tidak ada tabel yang dikenali: {why.id}.",
            f"No table was recognised on the sheet {name}: {why.en}.",
        )
    if not report.findings:
        return Text(f"Lembar {name}: tidak ada temuan.", f"Sheet {name}: no findings.")
    return Text(
        f"Lembar {name}: {found}. Selnya sudah ditandai, daftarnya di lembar Temuan.",
        f"Sheet {name}: {found}. Its cells are marked; the list is on the sheet Temuan.",
    )


def build_report(press: Press) -> tuple[WorkbookReport, tuple[Text, ...]]:
    """Return the report on the workbook as it stands now, and what to say of its settings.

    Raises ConfigError for settings that cannot be used, Refusal for too large a workbook.
    """
    report, _, notes = build_report_and_book(press)
    return report, notes


def build_report_and_book(press: Press) -> tuple[WorkbookReport, Book, tuple[Text, ...]]:
    """Return the report, the workbook as it was read, and what to say of its settings."""
    book, setting, notes = read_open_book(press)
    checking = Text("memeriksa ...", "checking ...")
    press.display.say_progress(checking.say_in(press.language))
    return check_book(book, setting), book, notes


def read_open_book(press: Press, notice: Text = _READING) -> tuple[Book, Setting, tuple[Text, ...]]:
    """Return the workbook as it stands now, its settings, and what to say of these."""
    press.display.say_progress(notice.say_in(press.language))
    book = read_live_book(press.book)
    return book, *load_settings(book.path)


def load_settings(path: str) -> tuple[Setting, tuple[Text, ...]]:
    """Return the settings for a workbook, and what must be said about them.

    The checker's own are in the user's data folder. What lies beside the workbook may describe it
    but silences nothing, as on the command line. Raises ConfigError.
    """
    settings = Settings(Overrides(), folder=folder())
    settings.require_list()
    return settings.load(path) if Path(path).is_absolute() else (settings.own(), ())


def narrow_to_sheet(report: WorkbookReport, name: str) -> tuple[WorkbookReport, Text]:
    """Return the report with the findings of one sheet, and the sentence that says so.

    The rules still saw the other sheets.
    """
    here = tuple(finding for finding in report.findings if finding.sheet == name)
    others = len(report.findings) - len(here)
    only = Text(
        f"hanya temuan di lembar {name}; temuan di tempat lain: {others}",
        f"only the findings of the sheet {name}; findings elsewhere: {others}",
    )
    return report._replace(findings=here), only


def check_again(press: Press, *, marked: bool, listed: bool) -> None:
    """Check again as the last time, the workbook or one sheet, and renew marks and list."""
    report, notes = build_report(press)
    name = store.read_checked_sheet(press.book)
    if name is not None:
        report, only = narrow_to_sheet(report, name)
        notes = (only, *notes)
    if marked and listed:
        mark_and_list(press, report, notes, name)
        return
    with press.hold_still():
        if marked:
            on_cells.mark_cells(press.book, report.findings, press.language, name)
        else:
            findings_sheet.write_findings(press.book, report, press.language, notes)


def mark_and_list(
    press: Press, report: WorkbookReport, notes: tuple[Text, ...], name: str | None = None
) -> xw.Sheet:
    """Put marks on the cells and write the list; return its sheet.

    `name` is the sheet that alone was asked for.
    """
    marking = Text("menandai sel dan menulis daftar ...", "marking cells and writing the list ...")
    press.display.say_progress(marking.say_in(press.language))
    with press.hold_still():
        result = on_cells.mark_cells(press.book, report.findings, press.language, name)
        return findings_sheet.write_findings(
            press.book, report, press.language, (*notes, *result.tell_unmarked())
        )
