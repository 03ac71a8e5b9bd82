"""Put a comparison on a sheet: groups over heads, differences coloured, codes that lead back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from selaras.recognise.own_sheets import JUDUL_BANDINGAN
from selaras.report.palette import HURUF, ISI, KEPALA, TAUTAN
from selaras.values.a1 import Area, position
from selaras.values.finding import Severity
from selaras.values.kode_reading import Tingkat
from selaras.values.text import Bahasa, Teks
from selaras_addin.comparison.content import Banding, Baris, Jenis, Sel
from selaras_addin.live.excel import grid, hidden_sheets, worksheets
from selaras_addin.live.excel.areas import satukan

if TYPE_CHECKING:
    import xlwings as xw

_LEBAR: dict[Jenis, float] = {"kode": 17, "teks": 34, "target": 15, "uang": 17, "catatan": 34}
_UANG = "#,##0_ ;-#,##0_ ;0_ "
_GELAP, _TERANG, _GARIS = f"#{KEPALA}", "#D9E1F2", "#BFBFBF"
_PERHATIAN = Severity.WARNING


def tulis(book: xw.Book, banding: Banding, bahasa: Bahasa) -> xw.Sheet:
    """Write the comparison into a sheet of its own, in place of an older one; it is in front."""
    old = _lama(book, banding.sheet_name)
    sheet = hidden_sheets.tambah(book, hidden_sheets.ganti(book, old, banding.sheet_name))
    lines = [f"{JUDUL_BANDINGAN}: {banding.judul.dalam(bahasa)}", *_keterangan(banding, bahasa)]
    grid.rentang(sheet, Area(1, 1, len(lines), 1)).value = [
        [hidden_sheets.teks(line)] for line in lines
    ]
    head = len(lines) + 2
    _kepala(sheet, head, banding, bahasa)
    first = head + 2
    if banding.rows:
        _isi(sheet, first, banding)
        _hias(sheet, first, banding)
    title = sheet.range("A1")
    title.font.bold = True
    title.font.size = 14
    worksheets.bekukan(sheet, head + 1)
    return sheet


def _lama(book: xw.Book, name: str) -> xw.Sheet | None:
    """Return the sheet of an older comparison of the same kind."""
    named = (sheet for sheet in book.sheets if sheet.name.startswith(name))
    return worksheets.berjudul(named, lambda title: title.startswith(JUDUL_BANDINGAN))


def _keterangan(banding: Banding, bahasa: Bahasa) -> Iterator[str]:
    count = banding.difference_count
    if count:
        said = Teks(f"{count} sel berbeda, diberi warna.", f"{count} cells differ, coloured.")
    else:
        said = Teks("Tidak ada yang berbeda.", "Nothing differs.")
    yield said.dalam(bahasa)
    for line in banding.remarks:
        yield line.dalam(bahasa)


def _kepala(sheet: xw.Sheet, top: int, banding: Banding, bahasa: Bahasa) -> None:
    """Write the two rows of heads: groups above, merged over their columns."""
    columns = banding.kolom
    width = len(columns)
    groups = [column.grup.dalam(bahasa) for column in columns]
    block = grid.rentang(sheet, Area(top, 1, top + 1, width))
    block.value = [
        [
            hidden_sheets.teks(group if not index or group != groups[index - 1] else "")
            for index, group in enumerate(groups)
        ],
        [hidden_sheets.teks(column.judul.dalam(bahasa)) for column in columns],
    ]
    for first, last in _rentetan(groups):
        group = grid.rentang(sheet, Area(top, first + 1, top, last + 1))
        group.merge()
        group.horizontal_alignment = "center"
    block.color = _GELAP
    block.font.color = "#FFFFFF"
    block.font.bold = True
    block.wrap_text = True
    block.vertical_alignment = "center"
    block.borders.set("all", line_style="continuous", weight="thin", color="#FFFFFF")
    for number, column in enumerate(columns, 1):
        sheet.range((1, number)).column_width = _LEBAR[column.jenis]


def _rentetan(groups: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of columns that share a group."""
    start = 0
    for index, group in enumerate(groups):
        if index + 1 < len(groups) and groups[index + 1] == group:
            continue
        if group and index > start:
            yield start, index
        start = index + 1


def _isi(sheet: xw.Sheet, first: int, banding: Banding) -> None:
    width = len(banding.kolom)
    last = first + len(banding.rows) - 1
    block = grid.rentang(sheet, Area(first, 1, last, width))
    block.value = [[_nilai(cell) for cell in row.sel] for row in banding.rows]
    links = [[_tautan(row) or ""] for row in banding.rows]
    grid.rentang(sheet, Area(first, 1, last, 1)).formula = links


def _nilai(cell: Sel) -> str | float | None:
    value = cell.nilai
    if isinstance(value, int | Decimal):
        return float(value)
    return hidden_sheets.teks(value) if value else None


def _tautan(row: Baris) -> str | None:
    """Return the code as a link to the row that it was taken from; the bare code without one."""
    code = row.sel[0].nilai
    place = row.sel[0].asal or row.sel[1].asal
    if not isinstance(code, str):
        return None
    if place is None:
        return hidden_sheets.teks(code)
    return hidden_sheets.tautan(place.sheet, *position(place.cell), code)


def _hias(sheet: xw.Sheet, first: int, banding: Banding) -> None:
    last, width = first + len(banding.rows) - 1, len(banding.kolom)
    body = Area(first, 1, last, width)
    cells = grid.rentang(sheet, body)
    cells.wrap_text = True
    cells.vertical_alignment = "top"
    cells.borders.set("all", line_style="continuous", weight="thin", color=_GARIS)
    for number, column in enumerate(banding.kolom, 1):
        if column.jenis == "uang":
            money = grid.rentang(sheet, body._replace(left=number, right=number))
            money.number_format = _UANG
            money.horizontal_alignment = "right"
    codes = grid.rentang(sheet, body._replace(right=1))
    codes.font.color = f"#{TAUTAN}"
    codes.horizontal_alignment = "left"
    _tebalkan(sheet, first, banding)
    places = [
        (first + index, column)
        for index, row in enumerate(banding.rows)
        for column, cell in enumerate(row.sel, 1)
        if cell.differs
    ]
    for rng in grid.rentang_banyak(sheet, satukan(places)):
        rng.color = f"#{ISI[_PERHATIAN]}"
        rng.font.color = f"#{HURUF}"
    cells.rows.autofit()


def _tebalkan(sheet: xw.Sheet, first: int, banding: Banding) -> None:
    """Show the levels: totals, and programs among their kegiatan, bold on a light ground."""
    width = len(banding.kolom)
    levels = {row.tingkat for row in banding.rows if not (row.total or row.is_heading)}
    heavy = [
        index
        for index, row in enumerate(banding.rows)
        if row.total or row.is_heading or (row.tingkat is Tingkat.PROGRAM and len(levels) > 1)
    ]
    places = [(first + index, column) for index in heavy for column in range(1, width + 1)]
    for rng in grid.rentang_banyak(sheet, satukan(places)):
        rng.font.bold = True
        rng.color = _TERANG
