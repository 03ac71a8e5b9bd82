"""Sebelumnya, Berikutnya: from finding to finding, as the sheets stand, then by row and column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from selaras.values.text import Bahasa, Teks
from selaras_addin.commands.job import Kerja
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.marks import store
from selaras_addin.live.marks.store import Tersimpan
from selaras_addin.ribbon import LABEL

if TYPE_CHECKING:
    import xlwings as xw

Letak = tuple[int, int, int]

_BELUM = Teks(
    f"Belum ada temuan yang ditandai di buku kerja ini. Tekan {LABEL['periksa_buku'].id} dahulu.",
    f"No findings are marked in this workbook. Press {LABEL['periksa_buku'].en} first.",
)


_TAK_ADA = Teks(
    "Pemeriksaan terakhir tidak menemukan apa pun yang dapat ditunjuk selnya.",
    "The last check found nothing that has a cell to go to.",
)


def tanpa_temuan(book: xw.Book) -> Teks:
    """Return why there is no finding to go to: none was looked for, or none is to be seen."""
    if not store.ada(book):
        return _BELUM
    hidden = ", ".join(dict.fromkeys(kept.sheet for kept in store.ambil(book)))
    if not hidden:
        return _TAK_ADA
    return Teks(
        f"Semua temuan ada di lembar yang tersembunyi: {hidden}. Tampilkan dulu lembarnya.",
        f"All findings are on hidden sheets: {hidden}. Show them first.",
    )


class _Titik(NamedTuple):
    """A cell with findings and where it stands among the sheets."""

    letak: Letak
    findings: tuple[Tersimpan, ...]


def temuan_berikutnya(kerja: Kerja) -> None:
    """Select the next cell with a finding; after the last comes the first."""
    _pergi(kerja, maju=True)


def temuan_sebelumnya(kerja: Kerja) -> None:
    """Select the cell with a finding before this one; before the first comes the last."""
    _pergi(kerja, maju=False)


def _pergi(kerja: Kerja, *, maju: bool) -> None:
    points = _titik(kerja)
    if not points:
        raise Pesan(tanpa_temuan(kerja.book))
    places = [point.letak for point in points]
    here = _di_sini(kerja)
    index = bisect_right(places, here) if maju else bisect_left(places, here) - 1
    wrapped = not 0 <= index < len(points)
    index %= len(points)
    found = points[index].findings
    sheet = kerja.book.sheets[found[0].sheet]
    kerja.ke(sheet, found[0].cell)
    told = _kalimat(found, index + 1, len(points), wrapped, maju, kerja.bahasa)
    if grid.baris_tersembunyi(sheet.range(found[0].cell)):
        hidden = Teks("(barisnya tersembunyi) ", "(its row is hidden) ")
        told = hidden.dalam(kerja.bahasa) + told
    kerja.tampil.say_result(told)


def _titik(kerja: Kerja) -> list[_Titik]:
    """Return the cells that can be gone to; hidden sheets cannot come to the front."""
    order = {
        sheet.name: number
        for number, sheet in enumerate(kerja.book.sheets)
        if grid.keadaan(sheet) == 0
    }
    cells: dict[Letak, list[Tersimpan]] = {}
    for kept in store.ambil(kerja.book):
        if kept.sheet in order:
            place = (order[kept.sheet], kept.row, kept.column)
            cells.setdefault(place, []).append(kept)
    return [_Titik(place, tuple(cells[place])) for place in sorted(cells)]


def _di_sini(kerja: Kerja) -> Letak:
    active = kerja.book.sheets.active.name
    # A chart in front is no sheet with cells: then from the beginning.
    number = next((i for i, one in enumerate(kerja.book.sheets) if one.name == active), 0)
    selection = kerja.seleksi
    return (number, selection.row, selection.column) if selection else (number, 0, 0)


def _kalimat(
    found: tuple[Tersimpan, ...], number: int, of: int, wrapped: bool, maju: bool, bahasa: Bahasa
) -> str:
    first = found[0]
    around = (
        Teks("kembali ke temuan pertama. ", "back at the first finding. ")
        if maju
        else Teks("kembali ke temuan terakhir. ", "back at the last finding. ")
    )
    more = f" (+{len(found) - 1})" if len(found) > 1 else ""
    where = Teks(
        f"temuan {number} dari {of}, {first.sheet}!{first.cell}, ",
        f"finding {number} of {of}, {first.sheet}!{first.cell}, ",
    )
    told = f"{where.dalam(bahasa)}{first.code}{more}: {first.message}"
    return (around.dalam(bahasa) if wrapped else "") + told
