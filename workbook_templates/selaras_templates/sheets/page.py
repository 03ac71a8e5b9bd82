"""What stands below and around a table: signature block, printed page, what stays in sight."""

from __future__ import annotations

from selaras_templates.layout.sentences import kalimat

from .canvas import Kanvas
from .style import KERTAS

_TANDA_TANGAN = (
    "{kota}, ............................ {n-1}",
    "Kepala {opd}",
    "{pemda}",
    "",
    "",
    "",
    "..................................................",
    "NIP. ..........................................",
)
LEBAR_TANDA_TANGAN = 46
#: Columns to the left stay in sight where they are not wider than this.
LEBAR_BEKU = 72


def tanda_tangan(kanvas: Kanvas) -> int:
    """Write the signature block and return its last row."""
    tata = kanvas.tata
    last = len(tata.kolom) - 1
    left = last
    while left > 0 and sum(kanvas.tata.widths[left : last + 1]) < LEBAR_TANDA_TANGAN:
        left -= 1
    look = kanvas.gaya.format(font_size=10, align="center")
    row = tata.batas + 2
    for line in _TANDA_TANGAN:
        if line:
            if left < last:
                kanvas.sheet.merge_range(row - 1, left, row - 1, last, "", look)
            kanvas.tulis(row, left, kalimat(line, kanvas.setelan), look)
        row += 1
    return row - 1


def halaman(kanvas: Kanvas, last_row: int) -> None:
    """Set the page up, with the head on each, and keep head and names in sight."""
    tata, sheet = kanvas.tata, kanvas.sheet
    sheet.set_landscape()
    sheet.set_paper(KERTAS[tata.spec.kertas])
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    sheet.repeat_rows(tata.number_row - tata.tinggi_kepala - 1, tata.number_row - 1)
    sheet.print_area(0, 0, last_row - 1, len(tata.kolom) - 1)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N", {"margin": 0.3})
    sheet.set_zoom(90)
    frozen = 0
    for place, kolom in enumerate(tata.kolom):
        if kolom.key in ("nama", "rkpd_nama", "indikator"):
            frozen = place + 1
            break
    if sum(kanvas.tata.widths[:frozen]) > LEBAR_BEKU:
        frozen = 0
    sheet.freeze_panes(tata.number_row, frozen)
