"""Read one sheet: its heads, those that repeat the one above, and where the rows lie."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from selaras.model.book import Sheet, Value
from selaras.model.table import Table
from selaras.recognise.before_revision import add_before_column
from selaras.recognise.build import make_table
from selaras.recognise.candidates import is_number_row
from selaras.recognise.evidence import Evidence, is_amount, look
from selaras.recognise.head_cell import show_head_text
from selaras.recognise.head_reader import HeadReader
from selaras.recognise.heads import HeadBlock, find_heads
from selaras.recognise.level_amounts import join_level_amounts
from selaras.recognise.level_columns import part_level_columns
from selaras.recognise.matching import HeadMatch
from selaras.recognise.page_furniture import find_furniture
from selaras.recognise.pages import is_carried_label, is_page_label, is_printed_again
from selaras.recognise.split_amounts import add_split_columns
from selaras.recognise.titles import find_titled_tables
from selaras.recognise.units import read_title_unit
from selaras.recognise.untaken import note_untaken
from selaras.recognise.words import read_phrase, read_words
from selaras.tables import TableSpec
from selaras.values.kode_reading import read_kode, read_leading_kode
from selaras.values.sumber_dana import SumberDana
from selaras.values.text import Text

#: Title lines are looked for in so many rows above a head.
MOST_TITLE_ROWS = 16
#: So many rows below a head are looked at for one that is known from above.
FIRST_ROWS = 40
#: Cells that a row of a total holds at most.
MOST_TOTAL_CELLS = 5
_TOTAL = re.compile(r"\W*(?:grand\s+)?(?:total|jumlah|t\s+o\s+t\s+a\s+l)\b", re.IGNORECASE)

#: Columns with which a row says what it is.
_NAMING_KEYS = ("nama", "indikator")

TitleLines = tuple[tuple[int, int, str], ...]


class SheetReading(NamedTuple):
    """What a sheet holds: tables with the rows to read and those to skip; or why there is none."""

    tables: list[tuple[Table, list[int], frozenset[int]]]
    reason: Text


class _Candidate:
    """A head that is a table, and what the rows below it have shown so far."""

    __slots__ = ("block", "has_total", "reading", "row_starts", "seen_to", "title_lines")

    def __init__(
        self, block: HeadBlock, reading: HeadMatch, title_lines: TitleLines, seen_to: int
    ) -> None:
        self.block = block
        self.reading = reading
        self.title_lines = title_lines
        #: The last row that was looked at, whether a total stood above it, how its rows begin.
        self.seen_to = seen_to
        self.has_total = False
        self.row_starts: set[tuple[Value, ...]] = set()


def read_sheet(
    sheet: Sheet, only: TableSpec | None, letters: Mapping[str, str], sumber: SumberDana
) -> SheetReading:
    """Return the tables of a sheet, without rows yet, and the rows that each may take."""
    filled = list(sheet.grid.rows())
    if not filled:
        return SheetReading([], Text("lembar kosong", "the sheet is empty"))
    candidates: list[_Candidate] = []
    repeated: set[int] = set()
    closest: tuple[HeadBlock, HeadMatch] | None = None
    blocks = find_heads(sheet)
    tops = [block.area.top for block in blocks]
    pages = find_furniture(sheet, filled, tops)
    repeated.update(pages.rows)

    def look_below(block: HeadBlock) -> Evidence:
        return look(sheet, block, _list_rows_below(filled, tops, block))

    reader = HeadReader(sheet.name, only, look_below)
    for block in blocks:
        title_lines = _find_title_lines(sheet, filled, block, candidates)
        title_lines = _keep_own_titles(sheet, title_lines, block, blocks)
        # A page repeats the head of the table above, whatever else the head resembles.
        above = _find_printed_again(sheet, filled, candidates, block, title_lines, pages.feet)
        if above is not None:
            repeated.update(_find_repeated_rows(block, title_lines, above))
            continue
        block = part_level_columns(sheet, block, _list_rows_below(filled, tops, block))
        readings, near = reader.read(block, [text for _, _, text in title_lines])
        if not readings:
            repeated.update(range(block.area.top, block.area.bottom + 1))
            if near is not None and (closest is None or near.head_score > closest[1].head_score):
                closest = (block, near)
        for part, reading in readings:
            own = _keep_own_titles(sheet, title_lines, part, [other for other, _ in readings])
            candidate = _Candidate(part, reading, own, part.area.bottom)
            _add_candidate(sheet, filled, candidates, candidate, repeated, pages.feet)
    if not candidates:
        return SheetReading([], _say_reason(blocks, closest))
    tables = [
        (*_build_table(sheet, filled, candidate, candidates, letters, sumber), frozenset(repeated))
        for candidate in candidates
    ]
    return SheetReading(tables, Text("", ""))


def _build_table(
    sheet: Sheet,
    filled: list[int],
    candidate: _Candidate,
    candidates: list[_Candidate],
    letters: Mapping[str, str],
    sumber: SumberDana,
) -> tuple[Table, list[int]]:
    """Return the table of a head, without rows yet, and the rows of the sheet that it may take."""
    area = candidate.block.area
    end = _find_last_row(candidate, candidates, filled[-1])
    rows = _list_rows_between(filled, area.bottom, end + 1)
    rows = _add_error_rows(sheet, rows, area.bottom, end)
    table = make_table(
        sheet, candidate.block, candidate.reading, rows, candidate.title_lines, letters
    )
    join_level_amounts(table, candidate.block, rows)
    add_split_columns(table, candidate.block, rows, sumber)
    add_before_column(table, candidate.block, rows)
    note_untaken(table, candidate.block)
    if table.spec.free_years or table.year is None:
        table.year = _find_title_year(candidate)
    return table, rows


def _add_candidate(
    sheet: Sheet,
    filled: list[int],
    candidates: list[_Candidate],
    candidate: _Candidate,
    repeated: set[int],
    feet: frozenset[int],
) -> None:
    """Take a head for one more table, or its rows for a head that is printed again."""
    block, reading, own = candidate.block, candidate.reading, candidate.title_lines
    before = _find_repeated(sheet, filled, candidates, block, reading, own, feet)
    if before is not None:
        repeated.update(_find_repeated_rows(block, own, before))
    else:
        candidates.append(candidate)


def _list_rows_below(filled: list[int], tops: Sequence[int], block: HeadBlock) -> list[int]:
    """Return the filled rows below a head, down to the next head."""
    below = bisect_right(tops, block.area.bottom)
    end = tops[below] if below < len(tops) else filled[-1] + 1
    return _list_rows_between(filled, block.area.bottom, end)


def _list_rows_between(filled: list[int], above: int, below: int) -> list[int]:
    """Return the filled rows between two rows."""
    return filled[bisect_right(filled, above) : bisect_left(filled, below)]


def _add_error_rows(sheet: Sheet, rows: list[int], top: int, end: int) -> list[int]:
    """Return the rows with those that hold nothing but errors or formulas without a result."""
    if not sheet.errors and not sheet.uncalculated:
        return rows
    more = {row for row, _ in (*sheet.errors, *sheet.uncalculated) if top < row <= end}
    return sorted(more.union(rows))


def _find_title_lines(
    sheet: Sheet, filled: list[int], block: HeadBlock, before: Sequence[_Candidate]
) -> TitleLines:
    """Return the lines of text above a head, nearest last: (row, column, text)."""
    top = block.area.top
    # The row right below a head is one of its table, though it may say nothing but "Nihil".
    bottoms = (c.block.area.bottom + 1 for c in before if c.block.area.bottom < top)
    floor = max(bottoms, default=0)
    lines: list[tuple[int, int, str]] = []
    for row in reversed(_list_rows_between(filled, max(floor, top - MOST_TITLE_ROWS - 1), top)):
        cells = list(sheet.grid.row(row))
        texts = [(column, value) for column, value in cells if isinstance(value, str)]
        if len(cells) > 3 or len(texts) < len(cells) or _TOTAL.match(texts[0][1]):
            break
        lines.extend((row, column, " ".join(text.split())) for column, text in reversed(texts))
    return tuple(reversed(lines))


def _keep_own_titles(
    sheet: Sheet, title_lines: TitleLines, block: HeadBlock, blocks: Sequence[HeadBlock]
) -> TitleLines:
    """Return the title lines of a head without those that stand over a head beside it alone."""
    own = block.area
    beside = [
        other.area
        for other in blocks
        if other.area.top <= own.bottom
        and other.area.bottom >= own.top
        and (other.area.right < own.left or other.area.left > own.right)
    ]

    def over(row: int, column: int) -> bool:
        wide = sheet.merge_at(row, column)
        right = column if wide is None else wide.right
        if own.left <= column <= own.right or column < own.left <= right:
            return True
        return not any(area.left <= column <= area.right for area in beside)

    return tuple(line for line in title_lines if not beside or over(line[0], line[1]))


def _find_repeated_rows(block: HeadBlock, title_lines: TitleLines, above: _Candidate) -> set[int]:
    """Return the rows of a head that repeats one above, with the title lines that it repeats."""
    known = {text for _, _, text in above.title_lines}
    rows = {row for row, _, text in title_lines if text in known}
    return rows.union(range(block.area.top, block.area.bottom + 1))


def _find_printed_again(
    sheet: Sheet,
    filled: list[int],
    candidates: Sequence[_Candidate],
    block: HeadBlock,
    title_lines: TitleLines,
    feet: frozenset[int],
) -> _Candidate | None:
    """Return the table above whose head a page prints again, whole or in part; None for others.

    Asked before the head is read anew. A title that names another table begins that table.
    """
    for candidate in reversed(candidates):
        if not is_printed_again(sheet, block, candidate.block):
            continue
        known = {text for _, _, text in candidate.title_lines}
        lines = [
            text for _, _, text in title_lines if text not in known and not is_page_label((text,))
        ]
        named, years = find_titled_tables(lines), _read_years(lines)
        if _is_other_unit(sheet, filled, candidate, block, _drop_feet(title_lines, feet)):
            return None
        if (named and candidate.reading.spec.name not in named) or not years <= _read_years(known):
            return None
        return candidate if _is_continued(sheet, filled, candidate, block) else None
    return None


def _drop_feet(title_lines: TitleLines, feet: frozenset[int]) -> TitleLines:
    """Return the lines above a head without those that stand at the foot of the pages."""
    return tuple(line for line in title_lines if line[0] not in feet)


def _is_other_unit(
    sheet: Sheet,
    filled: list[int],
    candidate: _Candidate,
    block: HeadBlock,
    title_lines: TitleLines,
) -> bool:
    """Tell whether title lines begin the table of another agency or sub unit than the one above.

    A page may be named after its agency, too: the rows go on where the code below the head is of a
    lower level than the table's first, and begin anew where it has been seen.
    """
    known = {text for _, _, text in candidate.title_lines}
    lines = [(row, text) for row, _, text in title_lines if text not in known]
    here = read_title_unit(lines)
    above = read_title_unit([(row, text) for row, _, text in candidate.title_lines])
    if here is None or (above is not None and here.is_same(above)):
        return False
    codes = _read_kode_starts(
        sheet, candidate, _list_rows_between(filled, candidate.block.area.bottom, block.area.top)
    )
    below = _list_rows_between(filled, block.area.bottom, filled[-1] + 1)[:FIRST_ROWS]
    first = next(iter(_read_kode_starts(sheet, candidate, below)), None)
    if codes and first is not None:
        if len(first) > min(map(len, codes)):
            return False
        if first in codes:
            return True
    if above is None and codes and first is not None:
        _look_at_rows(sheet, filled, candidate, block.area.top)
        return candidate.has_total
    return True


def _read_kode_starts(
    sheet: Sheet, candidate: _Candidate, rows: Iterable[int]
) -> list[tuple[int, ...]]:
    """Return the codes that rows begin with: in the cells of the code, else before the name."""
    columns = candidate.reading.columns
    code, name = columns.get("kode"), columns.get("nama")
    first = code or name
    if first is None:
        return []
    found = []
    for row in rows:
        if is_number_row(list(sheet.grid.row(row))):
            continue
        value = sheet.grid.value(row, first.column)
        read = read_kode(value) if code is not None else None
        if code is not None and name is not None and name.column > code.column + 1:
            cells = (sheet.grid.value(row, c) for c in range(code.column, name.column))
            parts = takewhile(lambda part: 0 < len(part) <= 4, map(show_head_text, cells))
            read = read_kode(".".join(parts)) or read
        if (
            read is None
            and isinstance(value, str)
            and (led := read_leading_kode(value)) is not None
        ):
            read = led[0]
        if read is not None and read.kode is not None:
            found.append(read.kode.parts)
    return found


def _read_years(lines: Iterable[str]) -> set[int]:
    """Return the years that some lines of text name."""
    return {year for line in lines for year in read_words(line).years}


def _is_continued(sheet: Sheet, filled: list[int], candidate: _Candidate, block: HeadBlock) -> bool:
    """Tell whether a table goes on below a head like its own.

    After a total another table may begin, with the same head: it does where its first row has been
    seen above. Where it has not, the total was one of a part.
    """
    _look_at_rows(sheet, filled, candidate, block.area.top)
    if candidate.has_total:
        below = _list_rows_between(filled, block.area.bottom, filled[-1] + 1)
        data = (row for row in below if not _is_between_pages(list(sheet.grid.row(row))))
        begins = (_read_start(sheet, candidate, row) for row in islice(data, FIRST_ROWS))
        if _is_begun_again(
            [values for values in begins if values is not None], candidate.row_starts
        ):
            return False
    candidate.seen_to = block.area.bottom
    return True


def _is_begun_again(rows: Sequence[tuple[Value, ...]], above: set[tuple[Value, ...]]) -> bool:
    """Tell whether the rows below a head begin as those of the table above began, or are none.

    A row with its code or number tells, as "Rincian:" may stand everywhere; where none has any,
    most of them tell.
    """
    first = next(filter(_has_mark, rows), None)
    if first is not None:
        return first in above
    return 2 * sum(1 for values in rows if values in above) >= len(rows)


def _has_mark(values: Sequence[Value]) -> bool:
    """Tell whether the beginning of a row has a code or a number, and not only a name."""
    filled = [value for value in values if value is not None]
    return len(filled) > 1 or read_leading_kode(str(filled[0])) is not None


def _is_between_pages(cells: Sequence[tuple[int, Value]]) -> bool:
    """Tell whether a row only leads from one page to the next."""
    values = [value for _, value in cells]
    texts = (value for value in values if isinstance(value, str))
    return is_page_label(values) or any(map(is_carried_label, texts))


def _find_repeated(
    sheet: Sheet,
    filled: list[int],
    candidates: Sequence[_Candidate],
    block: HeadBlock,
    reading: HeadMatch,
    title_lines: TitleLines,
    feet: frozenset[int],
) -> _Candidate | None:
    """Return the table above whose head this one repeats in other words; None if it is new."""
    for candidate in reversed(candidates):
        if candidate.reading.spec.name != reading.spec.name:
            continue
        same = {key: head.column for key, head in candidate.reading.columns.items()}
        if same != {key: head.column for key, head in reading.columns.items()}:
            return None
        if candidate.reading.year != reading.year:
            return None
        if _is_other_unit(sheet, filled, candidate, block, _drop_feet(title_lines, feet)):
            return None
        return candidate if _is_continued(sheet, filled, candidate, block) else None
    return None


def _look_at_rows(sheet: Sheet, filled: list[int], candidate: _Candidate, end: int) -> None:
    """Look at the rows of a table down to a row: whether one is a total, and how they begin."""
    for row in _list_rows_between(filled, candidate.seen_to, end):
        cells = list(sheet.grid.row(row))
        if len(cells) <= MOST_TOTAL_CELLS and _is_between_pages(cells):
            continue
        candidate.has_total = candidate.has_total or _is_total_row(cells)
        begins = _read_start(sheet, candidate, row)
        if begins is not None:
            candidate.row_starts.add(begins)
    candidate.seen_to = max(candidate.seen_to, end)


def _read_start(sheet: Sheet, candidate: _Candidate, row: int) -> tuple[Value, ...] | None:
    """Return what a row holds from the table's left edge to its name; None for a blank."""
    columns = candidate.reading.columns
    left = candidate.block.area.left
    name = min((head.column for key, head in columns.items() if key in _NAMING_KEYS), default=left)
    headed = (head.column for head in candidate.block.columns if head.column > name)
    # A list letter may stand in the column of the name, and the name beside it.
    values = tuple(sheet.grid.value(row, column) for column in range(left, next(headed, name + 1)))
    return values if any(value is not None for value in values) else None


def _is_total_row(cells: Sequence[tuple[int, Value]]) -> bool:
    """Tell whether a row is a total: few cells, an amount among them, and the word in front.

    "Jumlah laporan ..." without an amount is an indicator.
    """
    first = next((value for _, value in cells if isinstance(value, str)), None)
    if first is None or len(cells) > MOST_TOTAL_CELLS or _TOTAL.match(first) is None:
        return False
    return any(is_amount(value) for _, value in cells)


def _find_last_row(candidate: _Candidate, candidates: Sequence[_Candidate], last: int) -> int:
    """Return the last row that a table may take: up to the next table below it."""
    area = candidate.block.area
    end = last
    for other in candidates:
        below = other.block.area
        if below.top <= area.bottom or below.left > area.right or below.right < area.left:
            continue
        first = min([below.top, *(row for row, _, _ in other.title_lines if row > area.bottom)])
        end = min(end, first - 1)
    return end


def _find_title_year(candidate: _Candidate) -> int | None:
    """Return the one year that the title lines of the table name; None where they differ."""
    phrases = [read_phrase(phrase) for phrase in candidate.reading.spec.titles]
    lines = [read_words(text) for _, _, text in candidate.title_lines]
    named = [line for line in lines if any(phrase <= frozenset(line.words) for phrase in phrases)]
    for group in (named, lines):
        years = {year for line in group for year in line.years}
        if len(years) == 1:
            return years.pop()
    return None


def _say_reason(blocks: Sequence[HeadBlock], closest: tuple[HeadBlock, HeadMatch] | None) -> Text:
    if closest is None:
        if not blocks:
            return Text("tidak ada kepala tabel yang dikenal", "no head of a known table was found")
        row = blocks[0].area.top
        return Text(
            f"kepala di baris {row} tidak cocok dengan tabel mana pun yang dikenal",
            f"the head in row {row} fits no known table",
        )
    block, reading = closest
    missing = [
        column.label
        for column in reading.spec.columns
        if column.required and column.key not in reading.columns
    ]
    ids = ", ".join(label.id for label in missing[:4]) or "-"
    english = ", ".join(label.en for label in missing[:4]) or "-"
    return Text(
        f"kepala di baris {block.area.top} paling mirip {reading.spec.name}, "
        f"tetapi tidak cukup cocok (tidak ditemukan: {ids})",
        f"the head in row {block.area.top} is closest to {reading.spec.name}, "
        f"but not close enough (not found: {english})",
    )
