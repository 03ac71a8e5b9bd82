"""The sheet "Temuan": what was checked, and a table of all findings with links to their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from selaras.recognise.own_sheets import FINDINGS_TITLE
from selaras.report.palette import FILLS, HEAD_COLOUR, LINK_COLOUR, TEXT_COLOUR
from selaras.report.result import WorkbookReport
from selaras.report.stories import arrange
from selaras.report.text_report import coverage, verdict
from selaras.report.words import SEVERITY, clean, shorten
from selaras.values.a1 import Area
from selaras.values.finding import Finding, Severity, Shown
from selaras.values.text import Language, Text, capitalise
from selaras_addin.live.excel import grid, hidden_sheets, worksheets
from selaras_addin.live.excel.areas import join_cells
from selaras_addin.live.excel.hidden_sheets import build_link, quote_text

if TYPE_CHECKING:
    import xlwings as xw

LIST_NAME = "Temuan"
#: What a list is called that is kept for what the user wrote in it.
OLD_NAME = "Temuan lama"
#: What stands under the title.
RESULT = Text("Hasil", "Result")
TABLE_NAME = "TemuanSelaras"
#: Rows of the table; a workbook with more findings has one mistake in every row.
MOST_FINDINGS = 20_000


class ListColumn(NamedTuple):
    """A column of the table: its head, and its width in characters."""

    head: Text
    width: float


LIST_COLUMNS = (
    ListColumn(Text("No.", "No."), 6),
    ListColumn(Text("Tingkat", "Level"), 12),
    ListColumn(Text("Aturan", "Rule"), 9),
    ListColumn(Text("Lembar", "Sheet"), 14),
    ListColumn(Text("Sel", "Cell"), 8),
    ListColumn(Text("Kode", "Code"), 18),
    ListColumn(Text("Temuan", "Finding"), 62),
    ListColumn(Text("Seharusnya", "Should be"), 19),
    ListColumn(Text("Tertulis", "Written"), 19),
    ListColumn(Text("Selisih", "Difference"), 19),
    ListColumn(Text("Usulan", "Suggestion"), 50),
)
_SEVERITY, _CELL, _EXPECTED, _DIFFERENCE = 2, 5, 8, 10
_WIDTH = len(LIST_COLUMNS)
#: Text under the title is broken into lines of about so many characters.
_LETTERS_A_LINE = 210
#: A taller head is not frozen: it would leave no room for the table.
_TALLEST_FROZEN = 10
#: More of a cell's own text is not shown; the cell is one click away.
_LONGEST = 60
#: The blank at the end, as wide as a bracket, keeps figures off the text beside them.
_MONEY_FORMAT, _DECIMALS = "#,##0_)", "#,##0.00_)"


class FindingRow(NamedTuple):
    """A row of the table: a finding, and the number of the row that explains it."""

    finding: Finding
    cause_number: int | None


def sort_rows(report: WorkbookReport) -> list[FindingRow]:
    """Return the findings in the order of the table: causes before what follows from them."""
    rows: list[FindingRow] = []
    for story in arrange(report):
        first = len(rows) + 1
        rows += (FindingRow(finding, None) for finding in story.findings)
        rows += (FindingRow(finding, first) for finding in story.consequences)
    return rows


def write_findings(
    book: xw.Book, report: WorkbookReport, language: Language, additions: Sequence[Text] = ()
) -> xw.Sheet:
    """Write the list of findings into a sheet of its own, in place of the one of the last check.

    An older list that the user gave another name stays, as does one in which something was written
    beside the table: that is called OLD_NAME then. `additions` are sentences for the head: what
    else must be said of this check. The sheet is in front afterwards.
    """
    old = next(
        (sheet for sheet in _find_lists(book) if hidden_sheets.is_named(sheet, LIST_NAME)), None
    )
    name = LIST_NAME if old is None else old.name
    if old is not None and _has_additions(old):
        old.name = hidden_sheets.find_free_name(book, OLD_NAME)
    elif old is not None:
        hidden_sheets.drop_sheet(old)
    sheet = hidden_sheets.add_store(book, name)
    rows = sort_rows(report)
    if len(rows) > MOST_FINDINGS:
        more = len(rows) - MOST_FINDINGS
        rows = rows[:MOST_FINDINGS]
        sentence = Text(f"{more} temuan lagi tidak didaftar", f"{more} more findings not listed")
        additions = (*additions, sentence)
    lines = list(_build_lines(report, language, additions))
    _write_head(sheet, lines)
    top = len(lines) + 3
    _write_table(sheet, top, rows, language)
    if sum(_count_lines(text) for _, text in lines) <= _TALLEST_FROZEN:
        worksheets.freeze_rows(sheet, top)
    worksheets.set_landscape(sheet)
    return sheet


def find_list(book: xw.Book) -> xw.Sheet | None:
    """Return the list of the last check, else one that the user gave another name."""
    return next(iter(_find_lists(book)), None)


def _find_lists(book: xw.Book) -> list[xw.Sheet]:
    """Return all lists of findings, the one of the last check first; copies have a number."""
    lists = [sheet for sheet in book.sheets if _is_list(sheet)]
    return sorted(
        lists, key=lambda one: (not hidden_sheets.is_named(one, LIST_NAME), one.name != LIST_NAME)
    )


def _is_list(sheet: xw.Sheet) -> bool:
    """Tell whether a sheet is a list that Selaras wrote, by its title and what stands under it."""
    if grid.read_title(sheet) != FINDINGS_TITLE:
        return False
    ((under,),) = grid.read_block_values(sheet.range("A2"))
    return under in RESULT


def _has_additions(sheet: xw.Sheet) -> bool:
    """Tell whether something stands beside or below the table, which only the user can have put."""
    used = grid.find_used_area(sheet)
    if used.right > _WIDTH:
        return True
    first_cells = [
        one for (one,) in grid.read_block_values(grid.find_range(sheet, Area(1, 1, used.bottom, 1)))
    ]
    head = next(
        (row for row, one in enumerate(first_cells, 1) if one in LIST_COLUMNS[0].head), used.bottom
    )
    # Without findings there is one row that says so.
    last = max(
        (row for row, one in enumerate(first_cells, 1) if isinstance(one, float)), default=head + 1
    )
    return used.bottom > last


def delete_list(book: xw.Book) -> bool:
    """Delete the list of findings; tell whether there was one."""
    sheet = find_list(book)
    if sheet is None:
        return False
    hidden_sheets.drop_sheet(sheet)
    return True


def read_rule(sheet: xw.Sheet, row: int) -> tuple[str, str] | None:
    """Return the rule and the message in a row of the list; None outside its table."""
    number, _, code, _, _, _, message = sheet.range(f"A{row}:G{row}").value
    if isinstance(number, float) and isinstance(code, str) and isinstance(message, str):
        return code, message
    return None


def _build_lines(
    report: WorkbookReport, language: Language, additions: Sequence[Text]
) -> Iterator[tuple[str, str]]:
    """Yield the lines above the table: a title and what belongs to it."""
    yield RESULT.say_in(language), verdict(report, language)
    for title, entries in coverage(report, language):
        if entries:
            yield title, "; ".join(" ".join(entry.split()) for entry in entries)
    for sentence in additions:
        yield Text("Perhatian", "Note").say_in(language), capitalise(sentence.say_in(language))


def _count_lines(text: str) -> int:
    """Return how many lines a text under the title takes."""
    return -(-len(text) // _LETTERS_A_LINE)


def _write_head(sheet: xw.Sheet, lines: Sequence[tuple[str, str]]) -> None:
    """Write the title, and the lines under it from the second row on."""
    last = 1 + len(lines)
    grid.find_range(sheet, Area(2, 1, last, 3)).value = [
        [quote_text(title), None, quote_text(text)] for title, text in lines
    ]
    title = sheet.range("A1")
    title.value = FINDINGS_TITLE
    title.font.bold = True
    title.font.size = 14
    grid.find_range(sheet, Area(2, 1, last, 1)).font.bold = True
    for row, (_, text) in enumerate(lines, 2):
        block = grid.find_range(sheet, Area(row, 3, row, _WIDTH))
        block.merge()
        if _count_lines(text) > 1:
            block.wrap_text = True
            # Excel does not fit a row to merged cells.
            block.row_height = min(15 * _count_lines(text), 405)
    grid.find_range(sheet, Area(2, 1, last, _WIDTH)).vertical_alignment = "top"


def _write_table(sheet: xw.Sheet, top: int, rows: Sequence[FindingRow], language: Language) -> None:
    head = grid.find_range(sheet, Area(top, 1, top, _WIDTH))
    body = Area(top + 1, 1, top + max(len(rows), 1), _WIDTH)
    head.value = [quote_text(column.head.say_in(language)) for column in LIST_COLUMNS]
    if rows:
        numbered = list(enumerate(rows, 1))
        grid.find_range(sheet, body).value = [_build_cells(n, row, language) for n, row in numbered]
        _write_links(sheet, body, rows)
    else:
        none = Text("Tidak ada temuan.", "No findings.").say_in(language)
        sheet.range((body.top, 7)).value = quote_text(none)
    _decorate(sheet, head, body, rows)
    table = grid.find_range(sheet, body._replace(top=top))
    sheet.tables.add(
        source=table, name=_find_table_name(sheet), table_style_name="TableStyleLight1"
    )


def _find_table_name(sheet: xw.Sheet) -> str:
    taken = {table.name for other in sheet.book.sheets for table in other.tables}
    name, number = TABLE_NAME, 2
    while name in taken:
        name, number = f"{TABLE_NAME}{number}", number + 1
    return name


def _build_cells(
    number: int, row: FindingRow, language: Language
) -> list[int | float | str | None]:
    finding = row.finding
    message = clean(finding.message.say_in(language))
    if row.cause_number is not None:
        because = Text(
            f"Akibat no. {row.cause_number}: ", f"In consequence of no. {row.cause_number}: "
        )
        message = because.say_in(language) + message
    return [
        number,
        quote_text(capitalise(SEVERITY[finding.severity].say_in(language))),
        quote_text(finding.code),
        quote_text(finding.sheet or ""),
        # A cell that can be shown becomes a link afterwards.
        quote_text("" if _find_place(finding) else finding.cell or ""),
        quote_text(finding.kode or ""),
        quote_text(message),
        _show_value(finding.expected),
        _show_value(finding.actual),
        _show_value(finding.difference),
        quote_text(clean(finding.advice.say_in(language))),
    ]


def _show_value(shown: Shown) -> int | float | str | None:
    if shown is None or isinstance(shown, int):
        return shown
    if isinstance(shown, Decimal):
        return float(shown) if shown.is_finite() else quote_text(str(shown))
    return quote_text(shorten(shown, _LONGEST))


def _find_place(finding: Finding) -> tuple[str, int, int] | None:
    place = finding.position
    return None if finding.sheet is None or place is None else (finding.sheet, *place)


def _write_links(sheet: xw.Sheet, body: Area, rows: Sequence[FindingRow]) -> None:
    """Put the links into their column, in one step for each run of rows that have one."""
    links = [_build_link(row.finding) for row in rows]
    start = 0
    while start < len(links):
        end = start
        while end < len(links) and links[end] is not None:
            end += 1
        if end > start:
            block = Area(body.top + start, _CELL, body.top + end - 1, _CELL)
            grid.find_range(sheet, block).formula = [[link] for link in links[start:end]]
        start = end + 1


def _build_link(finding: Finding) -> str | None:
    place = _find_place(finding)
    return None if place is None else build_link(*place)


def _decorate(sheet: xw.Sheet, head: xw.Range, body: Area, rows: Sequence[FindingRow]) -> None:
    """Widths, wrapped text, number formats and the colours of the levels."""
    for number, column in enumerate(LIST_COLUMNS, 1):
        sheet.range((1, number)).column_width = column.width
    head.font.bold = True
    head.color = f"#{HEAD_COLOUR}"
    head.font.color = "#FFFFFF"
    cells = grid.find_range(sheet, body)
    cells.vertical_alignment = "top"
    sides = ["edge_top", "edge_bottom", "edge_left", "edge_right", "inside_vertical"]
    # In a single row Excel knows no line between rows.
    sides += ["inside_horizontal"] if body.bottom > body.top else []
    cells.borders.set(sides, line_style="continuous", weight="thin", color="#D9D9D9")
    grid.find_range(sheet, body._replace(left=1, right=1)).horizontal_alignment = "center"
    figures = grid.find_range(sheet, body._replace(left=_EXPECTED, right=_DIFFERENCE))
    figures.number_format = _MONEY_FORMAT
    for cell_range in grid.build_ranges(sheet, join_cells(_find_fractions(body, rows))):
        cell_range.number_format = _DECIMALS
    grid.find_range(sheet, body._replace(left=_CELL, right=_CELL)).font.color = f"#{LINK_COLOUR}"
    for severity in Severity:
        places = [
            (body.top + number, _SEVERITY)
            for number, row in enumerate(rows)
            if row.finding.severity is severity
        ]
        for cell_range in grid.build_ranges(sheet, join_cells(places)):
            cell_range.color = f"#{FILLS[severity]}"
            cell_range.font.color = f"#{TEXT_COLOUR}"
    # Last: once texts are wrapped, each change of looks makes Excel measure every row anew.
    cells.wrap_text = True
    cells.rows.autofit()


def _find_fractions(body: Area, rows: Sequence[FindingRow]) -> Iterator[tuple[int, int]]:
    """Yield the cells with figures that are no whole numbers."""
    for number, (finding, _) in enumerate(rows):
        shown = (finding.expected, finding.actual, finding.difference)
        for column, value in enumerate(shown, _EXPECTED):
            if isinstance(value, Decimal) and value.is_finite() and value % 1:
                yield body.top + number, column
