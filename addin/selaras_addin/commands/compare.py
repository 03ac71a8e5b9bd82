"""The group Selaraskan: Renja beside RKPD, Renja beside Renstra, on a sheet of their own."""

from __future__ import annotations

from collections.abc import Callable

from selaras.engine.run import recognise_book
from selaras.model.work import Work
from selaras.values.text import Language, Text
from selaras_addin.commands.check import read_open_book
from selaras_addin.commands.job import Press
from selaras_addin.comparison import renja_renstra, renja_rkpd
from selaras_addin.comparison.content import Comparison
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.sheets import comparison_sheet


def bandingkan_renja_rkpd(press: Press) -> None:
    """Set both halves of T-C.31 beside the plan."""
    _compare(press, renja_rkpd.compare_rkpd)


def bandingkan_renja_renstra(press: Press) -> None:
    """Set the plan beside the sheets of the Renstra."""
    _compare(press, renja_renstra.compare_renstra)


def _compare(press: Press, compare: Callable[[Work, Language], Comparison | Text]) -> None:
    reading = Text("membaca dan mencocokkan tabel ...", "reading and matching tables ...")
    book, setting, _ = read_open_book(press, reading)
    work, _ = recognise_book(book, setting)
    found = compare(work, press.language)
    if isinstance(found, Text):
        raise UserMessage(found)
    with press.hold_still():
        sheet = comparison_sheet.write_comparison(press.book, found, press.language)
    press.go_to(sheet, "A1")
    done = Text(
        f"{len(found.rows)} baris dibandingkan, {found.difference_count} sel berbeda",
        f"{len(found.rows)} rows compared, {found.difference_count} cells differ",
    )
    press.display.say_result(done.say_in(press.language))
