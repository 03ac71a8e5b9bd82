"""What stands below and around a table: signature block, printed page, what stays in sight."""

from __future__ import annotations

from selaras_templates.layout.sentences import fill_pattern

from .canvas import Canvas
from .style import PAPER_CODES

_SIGNATURE = (
    "{kota}, ............................ {n-1}",
    "Kepala {opd}",
    "{pemda}",
    "",
    "",
    "",
    "..................................................",
    "NIP. ..........................................",
)
SIGNATURE_WIDTH = 46
#: Columns to the left stay in sight where they are not wider than this.
FROZEN_WIDTH = 72


def write_signature(canvas: Canvas) -> int:
    """Write the signature block and return its last row."""
    layout = canvas.layout
    last = len(layout.columns) - 1
    left = last
    while left > 0 and sum(canvas.layout.widths[left : last + 1]) < SIGNATURE_WIDTH:
        left -= 1
    look = canvas.formats.format(font_size=10, align="center")
    row = layout.end_row + 2
    for line in _SIGNATURE:
        if line:
            if left < last:
                canvas.sheet.merge_range(row - 1, left, row - 1, last, "", look)
            canvas.write(row, left, fill_pattern(line, canvas.setting), look)
        row += 1
    return row - 1


def set_up_page(canvas: Canvas, last_row: int) -> None:
    """Set the page up, with the head on each, and keep head and names in sight."""
    layout, sheet = canvas.layout, canvas.sheet
    sheet.set_landscape()
    sheet.set_paper(PAPER_CODES[layout.spec.paper])
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    sheet.repeat_rows(layout.number_row - layout.head_height - 1, layout.number_row - 1)
    sheet.print_area(0, 0, last_row - 1, len(layout.columns) - 1)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N", {"margin": 0.3})
    sheet.set_zoom(90)
    frozen = 0
    for place, column in enumerate(layout.columns):
        if column.key in ("nama", "rkpd_nama", "indikator"):
            frozen = place + 1
            break
    if sum(canvas.layout.widths[:frozen]) > FROZEN_WIDTH:
        frozen = 0
    sheet.freeze_panes(layout.number_row, frozen)
