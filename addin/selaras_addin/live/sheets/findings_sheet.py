"""The sheet "Temuan": what was checked, and a table of all findings with links to their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from selaras.recognise.own_sheets import JUDUL_TEMUAN
from selaras.report.palette import HURUF, ISI, KEPALA, TAUTAN
from selaras.report.result import WorkbookReport
from selaras.report.stories import arrange
from selaras.report.text_report import coverage, verdict
from selaras.report.words import SEVERITY, clean, shorten
from selaras.values.a1 import Area
from selaras.values.finding import Finding, Severity, Shown
from selaras.values.text import Bahasa, Teks, besar
from selaras_addin.live.excel import grid, hidden_sheets, worksheets
from selaras_addin.live.excel.areas import satukan
from selaras_addin.live.excel.hidden_sheets import tautan, teks

if TYPE_CHECKING:
    import xlwings as xw

NAMA = "Temuan"
#: What a list is called that is kept for what the user wrote in it.
NAMA_LAMA = "Temuan lama"
#: What stands under the title.
HASIL = Teks("Hasil", "Result")
NAMA_TABEL = "TemuanSelaras"
#: Rows of the table; a workbook with more findings has one mistake in every row.
TERBANYAK = 20_000


class Kolom(NamedTuple):
    """A column of the table: its head, and its width in characters."""

    head: Teks
    lebar: float


KOLOM = (
    Kolom(Teks("No.", "No."), 6),
    Kolom(Teks("Tingkat", "Level"), 12),
    Kolom(Teks("Aturan", "Rule"), 9),
    Kolom(Teks("Lembar", "Sheet"), 14),
    Kolom(Teks("Sel", "Cell"), 8),
    Kolom(Teks("Kode", "Code"), 18),
    Kolom(Teks("Temuan", "Finding"), 62),
    Kolom(Teks("Seharusnya", "Should be"), 19),
    Kolom(Teks("Tertulis", "Written"), 19),
    Kolom(Teks("Selisih", "Difference"), 19),
    Kolom(Teks("Usulan", "Suggestion"), 50),
)
_TINGKAT, _SEL, _SEHARUSNYA, _SELISIH = 2, 5, 8, 10
_LEBAR = len(KOLOM)
#: Text under the title is broken into lines of about so many characters.
_HURUF_SEBARIS = 210
#: A taller head is not frozen: it would leave no room for the table.
_BEKU_TERTINGGI = 10
#: More of a cell's own text is not shown; the cell is one click away.
_TERPANJANG = 60
#: The blank at the end, as wide as a bracket, keeps figures off the text beside them.
_UANG, _PECAHAN = "#,##0_)", "#,##0.00_)"


class Baris(NamedTuple):
    """A row of the table: a finding, and the number of the row that explains it."""

    finding: Finding
    cause_number: int | None


def susun(report: WorkbookReport) -> list[Baris]:
    """Return the findings in the order of the table: causes before what follows from them."""
    rows: list[Baris] = []
    for story in arrange(report):
        first = len(rows) + 1
        rows += (Baris(finding, None) for finding in story.findings)
        rows += (Baris(finding, first) for finding in story.consequences)
    return rows


def tulis(
    book: xw.Book, report: WorkbookReport, bahasa: Bahasa, tambahan: Sequence[Teks] = ()
) -> xw.Sheet:
    """Write the list of findings into a sheet of its own, in place of the one of the last check.

    An older list that the user gave another name stays, as does one in which something was written
    beside the table: that is called NAMA_LAMA then. `tambahan` are sentences for the head: what
    else must be said of this check. The sheet is in front afterwards.
    """
    old = next((sheet for sheet in _semua(book) if hidden_sheets.bernama(sheet, NAMA)), None)
    name = NAMA if old is None else old.name
    if old is not None and _ditulisi(old):
        old.name = hidden_sheets.nama_bebas(book, NAMA_LAMA)
    elif old is not None:
        hidden_sheets.buang(old)
    sheet = hidden_sheets.tambah(book, name)
    rows = susun(report)
    if len(rows) > TERBANYAK:
        more = len(rows) - TERBANYAK
        rows = rows[:TERBANYAK]
        sentence = Teks(f"{more} temuan lagi tidak didaftar", f"{more} more findings not listed")
        tambahan = (*tambahan, sentence)
    lines = list(_kepala(report, bahasa, tambahan))
    _tulis_kepala(sheet, lines)
    top = len(lines) + 3
    _tulis_tabel(sheet, top, rows, bahasa)
    if sum(_tinggi(text) for _, text in lines) <= _BEKU_TERTINGGI:
        worksheets.bekukan(sheet, top)
    worksheets.cetak_melebar(sheet)
    return sheet


def cari(book: xw.Book) -> xw.Sheet | None:
    """Return the list of the last check, else one that the user gave another name."""
    return next(iter(_semua(book)), None)


def _semua(book: xw.Book) -> list[xw.Sheet]:
    """Return all lists of findings, the one of the last check first; copies have a number."""
    lists = [sheet for sheet in book.sheets if _daftar(sheet)]
    return sorted(lists, key=lambda one: (not hidden_sheets.bernama(one, NAMA), one.name != NAMA))


def _daftar(sheet: xw.Sheet) -> bool:
    """Tell whether a sheet is a list that Selaras wrote, by its title and what stands under it."""
    if grid.judul(sheet) != JUDUL_TEMUAN:
        return False
    ((under,),) = grid.nilai(sheet.range("A2"))
    return under in HASIL


def _ditulisi(sheet: xw.Sheet) -> bool:
    """Tell whether something stands beside or below the table, which only the user can have put."""
    used = grid.terpakai(sheet)
    if used.right > _LEBAR:
        return True
    first = [one for (one,) in grid.nilai(grid.rentang(sheet, Area(1, 1, used.bottom, 1)))]
    head = next((row for row, one in enumerate(first, 1) if one in KOLOM[0].head), used.bottom)
    # Without findings there is one row that says so.
    last = max(
        (row for row, one in enumerate(first, 1) if isinstance(one, float)), default=head + 1
    )
    return used.bottom > last


def hapus(book: xw.Book) -> bool:
    """Delete the list of findings; tell whether there was one."""
    sheet = cari(book)
    if sheet is None:
        return False
    hidden_sheets.buang(sheet)
    return True


def aturan_di(sheet: xw.Sheet, row: int) -> tuple[str, str] | None:
    """Return the rule and the message in a row of the list; None outside its table."""
    number, _, code, _, _, _, message = sheet.range(f"A{row}:G{row}").value
    if isinstance(number, float) and isinstance(code, str) and isinstance(message, str):
        return code, message
    return None


def _kepala(
    report: WorkbookReport, bahasa: Bahasa, tambahan: Sequence[Teks]
) -> Iterator[tuple[str, str]]:
    """Yield the lines above the table: a title and what belongs to it."""
    yield HASIL.dalam(bahasa), verdict(report, bahasa)
    for title, entries in coverage(report, bahasa):
        if entries:
            yield title, "; ".join(" ".join(entry.split()) for entry in entries)
    for sentence in tambahan:
        yield Teks("Perhatian", "Note").dalam(bahasa), besar(sentence.dalam(bahasa))


def _tinggi(text: str) -> int:
    """Return how many lines a text under the title takes."""
    return -(-len(text) // _HURUF_SEBARIS)


def _tulis_kepala(sheet: xw.Sheet, lines: Sequence[tuple[str, str]]) -> None:
    """Write the title, and the lines under it from the second row on."""
    last = 1 + len(lines)
    grid.rentang(sheet, Area(2, 1, last, 3)).value = [
        [teks(title), None, teks(text)] for title, text in lines
    ]
    title = sheet.range("A1")
    title.value = JUDUL_TEMUAN
    title.font.bold = True
    title.font.size = 14
    grid.rentang(sheet, Area(2, 1, last, 1)).font.bold = True
    for row, (_, text) in enumerate(lines, 2):
        block = grid.rentang(sheet, Area(row, 3, row, _LEBAR))
        block.merge()
        if _tinggi(text) > 1:
            block.wrap_text = True
            # Excel does not fit a row to merged cells.
            block.row_height = min(15 * _tinggi(text), 405)
    grid.rentang(sheet, Area(2, 1, last, _LEBAR)).vertical_alignment = "top"


def _tulis_tabel(sheet: xw.Sheet, top: int, rows: Sequence[Baris], bahasa: Bahasa) -> None:
    head = grid.rentang(sheet, Area(top, 1, top, _LEBAR))
    body = Area(top + 1, 1, top + max(len(rows), 1), _LEBAR)
    head.value = [teks(column.head.dalam(bahasa)) for column in KOLOM]
    if rows:
        numbered = list(enumerate(rows, 1))
        grid.rentang(sheet, body).value = [_isi(n, row, bahasa) for n, row in numbered]
        _tautkan(sheet, body, rows)
    else:
        none = Teks("Tidak ada temuan.", "No findings.").dalam(bahasa)
        sheet.range((body.top, 7)).value = teks(none)
    _hias(sheet, head, body, rows)
    table = grid.rentang(sheet, body._replace(top=top))
    sheet.tables.add(source=table, name=_nama_tabel(sheet), table_style_name="TableStyleLight1")


def _nama_tabel(sheet: xw.Sheet) -> str:
    taken = {table.name for other in sheet.book.sheets for table in other.tables}
    name, number = NAMA_TABEL, 2
    while name in taken:
        name, number = f"{NAMA_TABEL}{number}", number + 1
    return name


def _isi(number: int, row: Baris, bahasa: Bahasa) -> list[int | float | str | None]:
    finding = row.finding
    message = clean(finding.message.dalam(bahasa))
    if row.cause_number is not None:
        because = Teks(f"Akibat no. {row.cause_number}: ", f"In consequence of no. {row.cause_number}: ")
        message = because.dalam(bahasa) + message
    return [
        number,
        teks(besar(SEVERITY[finding.severity].dalam(bahasa))),
        teks(finding.code),
        teks(finding.sheet or ""),
        # A cell that can be shown becomes a link afterwards.
        teks("" if _tempat(finding) else finding.cell or ""),
        teks(finding.kode or ""),
        teks(message),
        _nilai(finding.expected),
        _nilai(finding.actual),
        _nilai(finding.difference),
        teks(clean(finding.advice.dalam(bahasa))),
    ]


def _nilai(shown: Shown) -> int | float | str | None:
    if shown is None or isinstance(shown, int):
        return shown
    if isinstance(shown, Decimal):
        return float(shown) if shown.is_finite() else teks(str(shown))
    return teks(shorten(shown, _TERPANJANG))


def _tempat(finding: Finding) -> tuple[str, int, int] | None:
    place = finding.position
    return None if finding.sheet is None or place is None else (finding.sheet, *place)


def _tautkan(sheet: xw.Sheet, body: Area, rows: Sequence[Baris]) -> None:
    """Put the links into their column, in one step for each run of rows that have one."""
    links = [_tautan(row.finding) for row in rows]
    start = 0
    while start < len(links):
        end = start
        while end < len(links) and links[end] is not None:
            end += 1
        if end > start:
            block = Area(body.top + start, _SEL, body.top + end - 1, _SEL)
            grid.rentang(sheet, block).formula = [[link] for link in links[start:end]]
        start = end + 1


def _tautan(finding: Finding) -> str | None:
    place = _tempat(finding)
    return None if place is None else tautan(*place)


def _hias(sheet: xw.Sheet, head: xw.Range, body: Area, rows: Sequence[Baris]) -> None:
    """Widths, wrapped text, number formats and the colours of the levels."""
    for number, column in enumerate(KOLOM, 1):
        sheet.range((1, number)).column_width = column.lebar
    head.font.bold = True
    head.color = f"#{KEPALA}"
    head.font.color = "#FFFFFF"
    cells = grid.rentang(sheet, body)
    cells.vertical_alignment = "top"
    sides = ["edge_top", "edge_bottom", "edge_left", "edge_right", "inside_vertical"]
    # In a single row Excel knows no line between rows.
    sides += ["inside_horizontal"] if body.bottom > body.top else []
    cells.borders.set(sides, line_style="continuous", weight="thin", color="#D9D9D9")
    grid.rentang(sheet, body._replace(left=1, right=1)).horizontal_alignment = "center"
    figures = grid.rentang(sheet, body._replace(left=_SEHARUSNYA, right=_SELISIH))
    figures.number_format = _UANG
    for rng in grid.rentang_banyak(sheet, satukan(_berkoma(body, rows))):
        rng.number_format = _PECAHAN
    grid.rentang(sheet, body._replace(left=_SEL, right=_SEL)).font.color = f"#{TAUTAN}"
    for severity in Severity:
        places = [
            (body.top + number, _TINGKAT)
            for number, row in enumerate(rows)
            if row.finding.severity is severity
        ]
        for rng in grid.rentang_banyak(sheet, satukan(places)):
            rng.color = f"#{ISI[severity]}"
            rng.font.color = f"#{HURUF}"
    # Last: once texts are wrapped, each change of looks makes Excel measure every row anew.
    cells.wrap_text = True
    cells.rows.autofit()


def _berkoma(body: Area, rows: Sequence[Baris]) -> Iterator[tuple[int, int]]:
    """Yield the cells with figures that are no whole numbers."""
    for number, (finding, _) in enumerate(rows):
        shown = (finding.expected, finding.actual, finding.difference)
        for column, value in enumerate(shown, _SEHARUSNYA):
            if isinstance(value, Decimal) and value.is_finite() and value % 1:
                yield body.top + number, column
