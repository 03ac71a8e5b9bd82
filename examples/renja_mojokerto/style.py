"""Fonts, fills, borders and page set-up of the written workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.worksheet import Worksheet

FONT = "Arial"
SIZE = 9.0
AMOUNT_FORMAT = "#,##0"

_THIN = Side(style="thin", color="FF595959")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)

PAPER_A3 = "8"
PAPER_F4 = "14"


@dataclass(frozen=True)
class Look:
    """How the cells of one kind of row look."""

    bold: bool = False
    italic: bool = False
    fill: str = ""
    size: float = SIZE

    @property
    def font(self) -> Font:
        """Return the font."""
        return _build_font(self.bold, self.italic, self.size)

    def paint(self, cell: Cell, horizontal: str, indent: int = 0) -> None:
        """Dress a bordered cell of a table."""
        cell.font = self.font
        cell.border = BOX
        cell.alignment = _build_alignment(horizontal, indent)
        if self.fill:
            cell.fill = _build_fill(self.fill)


@cache
def _build_font(bold: bool, italic: bool, size: float) -> Font:
    return Font(name=FONT, size=size, bold=bold, italic=italic)


@cache
def _build_fill(color: str) -> PatternFill:
    return PatternFill("solid", fgColor=color)


@cache
def _build_alignment(horizontal: str, indent: int) -> Alignment:
    wrap = horizontal != "right"
    return Alignment(horizontal=horizontal, vertical="center", indent=indent, wrap_text=wrap)


HEAD = Look(bold=True, fill="FFD9E2F3")
NUMBERS = Look(italic=True, fill="FFF2F2F2", size=8.0)
TITLE = Look(bold=True, size=11.0)
PARAGRAPH = Look(size=10.0)
SIGNATURE = Look(size=10.0)

CODED = {
    "urusan": Look(bold=True, fill="FFE7E6E6"),
    "bidang_urusan": Look(bold=True, fill="FFE7E6E6"),
    "program": Look(bold=True, fill="FFFFF2CC"),
    "kegiatan": Look(bold=True, italic=True),
    "total": Look(bold=True, fill="FFE7E6E6"),
}
"""Looks by kind of row where codes tell the level."""

UNCODED = CODED | {"program": Look(bold=True), "kegiatan": Look(italic=True)}
"""Looks by kind of row where only the number and the style tell the level."""

PLAIN = Look()


def set_default_font(book: Workbook) -> None:
    """Make Arial 10 the workbook's own font, by whose digits column widths are measured.

    openpyxl has no public way to say so.
    """
    font = _build_font(False, False, 10.0)
    book._fonts = IndexedList([font])
    book._named_styles["Normal"].font = font


def set_page(sheet: Worksheet, paper: str, head_rows: tuple[int, int] | None, footer: str) -> None:
    """Set the sheet up for printing: landscape, one page wide, heads on every page."""
    sheet.page_setup.paperSize = paper
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom = 0.6, 0.7
    margins.header = margins.footer = 0.3
    sheet.print_options.horizontalCentered = True
    if head_rows:
        sheet.print_title_rows = f"{head_rows[0]}:{head_rows[1]}"
    sheet.oddFooter.left.text = footer
    sheet.oddFooter.right.text = "Halaman &P dari &N"
    for part in (sheet.oddFooter.left, sheet.oddFooter.right):
        part.size = 8
        part.font = FONT
