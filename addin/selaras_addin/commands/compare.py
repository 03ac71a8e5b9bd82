"""The group Selaraskan: Renja beside RKPD, Renja beside Renstra, on a sheet of their own."""

from __future__ import annotations

from collections.abc import Callable

from selaras.engine.run import kenali
from selaras.model.work import Work
from selaras.values.text import Bahasa, Teks
from selaras_addin.commands.check import baca
from selaras_addin.commands.job import Kerja
from selaras_addin.comparison import renja_renstra, renja_rkpd
from selaras_addin.comparison.content import Banding
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.sheets import comparison_sheet


def bandingkan_renja_rkpd(kerja: Kerja) -> None:
    """Set both halves of T-C.31 beside the plan."""
    _bandingkan(kerja, renja_rkpd.bandingkan)


def bandingkan_renja_renstra(kerja: Kerja) -> None:
    """Set the plan beside the sheets of the Renstra."""
    _bandingkan(kerja, renja_renstra.bandingkan)


def _bandingkan(kerja: Kerja, banding: Callable[[Work, Bahasa], Banding | Teks]) -> None:
    reading = Teks("membaca dan mencocokkan tabel ...", "reading and matching tables ...")
    book, setting, _ = baca(kerja, reading)
    work, _ = kenali(book, setting)
    found = banding(work, kerja.bahasa)
    if isinstance(found, Teks):
        raise Pesan(found)
    with kerja.tenang():
        sheet = comparison_sheet.tulis(kerja.book, found, kerja.bahasa)
    kerja.ke(sheet, "A1")
    done = Teks(
        f"{len(found.rows)} baris dibandingkan, {found.difference_count} sel berbeda",
        f"{len(found.rows)} rows compared, {found.difference_count} cells differ",
    )
    kerja.tampil.say_result(done.dalam(kerja.bahasa))
