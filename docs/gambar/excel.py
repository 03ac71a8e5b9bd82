"""Draws the pictures of docs/excel.md beside this file: the example after the ribbon's buttons.

LibreOffice stands in for Excel, as in the tests. Needs LibreOffice, python3-uno and pdftoppm.
Run: .venv/bin/python docs/gambar/excel.py
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import xlwings as xw

from selaras_addin.commands import run

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXAMPLE = ROOT / "examples" / "renja-mojokerto-2024.xlsx"
sys.path.insert(0, str(ROOT / "tests"))

from addin.calc_engine import CalcEngine, Office  # noqa: E402


class Picture(NamedTuple):
    """What a picture shows: cells of a sheet, with one note open if one is named."""

    name: str
    sheet: str
    area: str
    dpi: int
    note: str = ""


PICTURES = (
    Picture("excel-tanda.png", "T-C.33", "G5:T16", 72, "O8"),
    Picture("excel-temuan.png", "Temuan", "A1:K16", 64),
    Picture("excel-banding.png", "Banding Renja-RKPD", "A1:N14", 60),
)

#: 1/100 mm
MARGIN = 250
HEADINGS_WIDTH, HEADINGS_HEIGHT = 1200, 600
NOTE_WIDTH, NOTE_HEIGHT = 7700, 3700
#: Amounts are to be seen as a planner's Excel shows them.
INDONESIAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>id-ID</value></prop></item></oor:items>
"""


def main() -> None:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        marked = folder / "marked.xlsx"
        with _office(folder / "first") as office:
            _press(CalcEngine(office), Path(shutil.copy(EXAMPLE, folder)), marked)
        profile = folder / "second" / "profil" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(INDONESIAN, encoding="utf-8")
        with _office(folder / "second") as office:
            # Calc draws conditional formats that came by its API only once they were saved.
            doc = office.desktop.loadComponentFromURL(
                marked.as_uri(), "_blank", 0, office.build_properties(Hidden=True)
            )
            for picture in PICTURES:
                _draw(office, doc, picture, folder / "sheet.pdf")


@contextmanager
def _office(folder: Path) -> Iterator[Office]:
    folder.mkdir(exist_ok=True)
    office = Office(folder)
    try:
        yield office
    finally:
        office.close()


def _press(engine: CalcEngine, example: Path, saved: Path) -> None:
    """Press the buttons that the pictures show, and save what they made of the workbook."""
    active = xw.Engine(impl=engine)
    xw.engines.add(active)
    active.activate()
    book = xw.Book(impl=engine.app.books.open(str(example)))
    book.set_mock_caller()
    run("periksa_buku")
    run("bandingkan_renja_rkpd")
    book.save(str(saved))
    book.close()


def _draw(office: Office, doc: Any, picture: Picture, pdf: Path) -> None:
    """Write a picture by printing its cells, and nothing else, on a page of their size."""
    for other in doc.Sheets:
        other.setPrintAreas(())
    sheet = doc.Sheets.getByName(picture.sheet)
    cells = sheet.getCellRangeByName(picture.area)
    sheet.setPrintAreas((cells.RangeAddress,))
    if picture.note:
        _open_note(office, sheet.getCellRangeByName(picture.note).getCellByPosition(0, 0))
    _show_as_in_indonesia(office, doc, sheet)
    style = doc.createInstance("com.sun.star.style.PageStyle")
    doc.StyleFamilies.getByName("PageStyles").insertByName(picture.name, style)
    style.Width = cells.Size.Width + HEADINGS_WIDTH + 2 * MARGIN
    style.Height = cells.Size.Height + HEADINGS_HEIGHT + 2 * MARGIN
    for side in ("LeftMargin", "RightMargin", "TopMargin", "BottomMargin"):
        setattr(style, side, MARGIN)
    style.HeaderIsOn = style.FooterIsOn = False
    style.PrintHeaders = True
    style.PageScale = 100
    sheet.PageStyle = picture.name
    doc.storeToURL(pdf.as_uri(), office.build_properties(FilterName="calc_pdf_Export"))
    command = ["pdftoppm", "-png", "-r", str(picture.dpi), "-singlefile", str(pdf)]
    subprocess.run([*command, str((HERE / picture.name).with_suffix(""))], check=True)


def _open_note(office: Office, cell: Any) -> None:
    """Show the note of a cell beside it; its box is as wide as Excel makes it."""
    note = cell.Annotation
    note.IsVisible = True
    box = note.AnnotationShape
    box.setSize(office.build_struct("com.sun.star.awt.Size", Width=NOTE_WIDTH, Height=NOTE_HEIGHT))
    box.CharHeight = 9
    left = cell.Position.X + cell.Size.Width + 500
    box.setPosition(office.build_struct("com.sun.star.awt.Point", X=left, Y=cell.Position.Y))


def _show_as_in_indonesia(office: Office, doc: Any, sheet: Any) -> None:
    """Group figures with points where the test engine set an English format."""
    place = office.build_struct("com.sun.star.lang.Locale", Language="id", Country="ID")
    formats = doc.NumberFormats
    for cells in sheet.getUniqueCellFormatRanges():
        text = formats.getByKey(cells.NumberFormat).FormatString
        if text.startswith("#,##0"):
            local = text.translate(str.maketrans(",.", ".,"))
            key = formats.queryKey(local, place, False)
            cells.NumberFormat = formats.addNew(local, place) if key == -1 else key


if __name__ == "__main__":
    main()
