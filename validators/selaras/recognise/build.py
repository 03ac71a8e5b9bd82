"""Turn a matched head into a table: its columns, where split ones lie, units and years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from selaras.model.book import Sheet, Value
from selaras.model.table import Table, TableColumn
from selaras.recognise.heads import ColumnHead, HeadBlock
from selaras.recognise.matching import HeadMatch
from selaras.recognise.measures import assign_measures
from selaras.recognise.money_units import assign_money_units
from selaras.recognise.traits import is_blank_value, is_item_number
from selaras.recognise.words import is_level_head
from selaras.tables import Content, TableSpec
from selaras.values.a1 import Area, column_number
from selaras.values.kode_reading import read_leading_kode

_KODE_PART = re.compile(r"[0-9Xx]{1,4}(?:[.\-][0-9Xx]{0,4}){0,6}")
_ENGLISH_AMOUNT = re.compile(r"\D*\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?\D*|\D*\d{1,3},\d{3}\.\d{1,2}\D*")
_INDONESIAN_AMOUNT = re.compile(r"\D*\d{1,3}(?:\.\d{3})+(?:,\d+)?\D*")
_KODE = frozenset(("kode", "rekening"))
#: Data rows that are looked at to see whether a column without head holds parts of codes.
CELL_SAMPLE = 80
#: Names in a column without head: so many, and so many of them with nothing to their left.
FEWEST_NAMES = 2
FREE_SHARE = 0.9


def make_table(
    sheet: Sheet,
    block: HeadBlock,
    reading: HeadMatch,
    data: Sequence[int],
    titles: tuple[tuple[int, int, str], ...],
    letters: Mapping[str, str],
) -> Table:
    """Return the table of a matched head, without rows yet."""
    columns: dict[str, TableColumn] = {}
    headed = {head.column for head in block.columns}
    for key, head in reading.columns.items():
        spec = reading.spec.column(key)
        numbers = _find_columns(head, headed, sheet, data)
        if spec.content is Content.KODE:
            numbers = _find_kode_columns(sheet, block, head, data)
        elif spec.content is Content.NAME:
            numbers = _add_indented_columns(sheet, block, headed, numbers, data)
            numbers = _add_level_columns(block, reading, head, numbers)
        elif spec.content is Content.MONEY:
            numbers = _find_money_column(sheet, head, headed, data)
        offset = spec.year
        year = head.years[0] if len(head.years) == 1 else None
        if year is None and offset is not None and reading.year is not None:
            year = reading.year + offset
        column = TableColumn(spec, numbers, head.position, year)
        if spec.content is Content.MONEY:
            column.english_style = is_english_style(sheet, data, column.first)
        columns[key] = column
    _take_no_as_kode(sheet, reading, columns, data)
    assign_measures(sheet, block, list(columns.values()), data)
    money = [column for column in columns.values() if column.spec.content is Content.MONEY]
    texts = {key: head.text for key, head in reading.columns.items()}
    assign_money_units(money, texts, (*titles, *block.captions))
    columns |= _place_by_hand(reading.spec, block, letters)
    order = {column_spec.key: index for index, column_spec in enumerate(reading.spec.columns)}
    columns = dict(sorted(columns.items(), key=lambda item: order[item[0]]))
    left = min(min(block.area.left, *column.columns) for column in columns.values())
    right = max(max(block.area.right, *column.columns) for column in columns.values())
    area = Area(block.area.top, left, block.area.bottom, right)
    table = Table(
        reading.spec, sheet, area, columns, reading.year, title=titles, score=reading.score
    )
    table.levels = block.levels
    return table


def _place_by_hand(
    spec: TableSpec, block: HeadBlock, letters: Mapping[str, str]
) -> dict[str, TableColumn]:
    """Return the columns that the user has given the letters of."""
    placed = {}
    for key, text in letters.items():
        first, _, last = text.partition(":")
        numbers = tuple(range(column_number(first), column_number(last or first) + 1))
        placed[key] = TableColumn(spec.column(key), numbers, (block.area.bottom, numbers[0]))
    return placed


def _take_no_as_kode(
    sheet: Sheet, reading: HeadMatch, columns: dict[str, TableColumn], data: Sequence[int]
) -> None:
    """Take the column "No" for that of the codes where codes stand in it and nowhere else."""
    spec = next(
        (
            column_spec
            for column_spec in reading.spec.columns
            if column_spec.content is Content.KODE
        ),
        None,
    )
    number = columns.get("no")
    if spec is None or spec.key in columns or number is None:
        return
    values = [sheet.grid.value(row, number.first) for row in data[:CELL_SAMPLE]]
    filled = [value for value in values if value is not None]
    # A code before a name: numbering (1, 1.1, 1.1.1) is none.
    codes = sum(
        isinstance(v, str) and read_leading_kode(f"{v.strip()} Nama") is not None for v in filled
    )
    if codes >= 2 and codes >= len(filled) // 2:
        del columns["no"]
        columns[spec.key] = TableColumn(spec, number.columns, number.head, number.year)


def _find_columns(
    head: ColumnHead, headed: set[int], sheet: Sheet, data: Sequence[int]
) -> tuple[int, ...]:
    """Return the sheet columns of a head: one, or more where data lie under its wide merge."""
    extra = [column for column in head.covered if column != head.column and column not in headed]
    used = [
        column
        for column in extra
        if any(sheet.grid.value(row, column) is not None for row in data[:CELL_SAMPLE])
    ]
    return (head.column, *used)


def _add_indented_columns(
    sheet: Sheet, block: HeadBlock, headed: set[int], own: tuple[int, ...], data: Sequence[int]
) -> tuple[int, ...]:
    """Return the columns of names with those to their right that have no head.

    Lower levels may stand further right, behind a list letter or nothing.
    """
    rows = data[:CELL_SAMPLE]
    columns = list(own)
    for column in range(own[-1] + 1, block.area.right + 1):
        if column in headed:
            break
        named = [row for row in rows if _is_name(sheet.grid.value(row, column))]
        free = sum(
            all(_is_blank_or_number(sheet.grid.value(row, left)) for left in columns)
            for row in named
        )
        if len(named) < FEWEST_NAMES or free < FREE_SHARE * len(named):
            break
        columns.append(column)
    return tuple(columns)


def _is_name(value: Value) -> bool:
    return isinstance(value, str) and sum(map(str.isalpha, value)) >= 3


def _is_blank_or_number(value: Value) -> bool:
    return is_blank_value(value) or is_item_number(value)


def _add_level_columns(
    block: HeadBlock, reading: HeadMatch, head: ColumnHead, own: tuple[int, ...]
) -> tuple[int, ...]:
    """Return the columns of names with those beside that name other levels, from left to right.

    "Program", "Kegiatan" and "Sub Kegiatan" may each have a column, and urusan and bidang too.
    """
    if not is_level_head(head.leaf, head.upper):
        return own
    taken = {other.column for other in reading.columns.values()}

    def beside(heads: Iterable[ColumnHead]) -> list[int]:
        named = takewhile(
            lambda one: is_level_head(one.leaf, one.upper) and one.column not in taken, heads
        )
        return [column for one in named for column in one.covered]

    left = beside(other for other in reversed(block.columns) if other.column < head.column)
    right = beside(other for other in block.columns if other.column > head.column)
    return (*sorted(left), *own, *right)


def _find_money_column(
    sheet: Sheet, head: ColumnHead, headed: set[int], data: Sequence[int]
) -> tuple[int, ...]:
    """Return the one column under a money head that holds its amounts.

    Under a wide head, or left of a column without head, may stand nothing but "Rp".
    """
    choice = [column for column in head.covered if column == head.column or column not in headed]
    if len(choice) == 1:
        right = head.column + 1
        if right in headed or not _has_only_rp(sheet, data, head.column):
            return (head.column,)
        choice.append(right)
    rows = data[:CELL_SAMPLE]
    count = {
        column: sum(1 for row in rows if _has_figure(sheet.grid.value(row, column)))
        for column in choice
    }
    return (max(choice, key=lambda column: (count[column], -column)),)


def _has_figure(value: Value) -> bool:
    if isinstance(value, str):
        return any(character.isdigit() for character in value)
    return value is not None and not isinstance(value, bool)


def _has_only_rp(sheet: Sheet, data: Sequence[int], column: int) -> bool:
    texts = [sheet.grid.value(row, column) for row in data[:CELL_SAMPLE]]
    filled = [text for text in texts if text is not None]
    return bool(filled) and all(
        isinstance(text, str) and text.strip(" .:").casefold() in ("rp", "idr") for text in filled
    )


def _find_kode_columns(
    sheet: Sheet, block: HeadBlock, head: ColumnHead, data: Sequence[int]
) -> tuple[int, ...]:
    """Return the columns over which the code is split.

    They are those under a wide "Kode", those with heads of their own under a group "Kode", and
    those without a head to its right that hold parts of codes.
    """
    heads = {other.column: other for other in block.columns}
    columns = list(head.covered)
    before = [other for other in block.columns if other.column < head.column]
    while before and not head.leaf & _KODE and before[-1].upper & _KODE:
        columns = [*before.pop().covered, *columns]
    column = columns[-1] + 1
    while column <= block.area.right:
        other = heads.get(column)
        if other is not None:
            if not other.upper & _KODE:
                break
            columns.extend(other.covered)
            column = other.covered[-1] + 1
            continue
        holds = _has_kode_parts(sheet, data, column)
        if holds is False:
            break
        if holds:
            columns.append(column)
        column += 1
    used = [
        number
        for number in columns
        if number == columns[0] or any(sheet.grid.value(row, number) is not None for row in data)
    ]
    return tuple(used)


def _has_kode_parts(sheet: Sheet, data: Sequence[int], column: int) -> bool | None:
    """Tell whether a column without head holds parts of codes; None for a blank column."""
    values = [sheet.grid.value(row, column) for row in data[:CELL_SAMPLE]]
    filled = [value for value in values if value is not None]
    if not filled:
        return None
    return sum(map(_is_kode_part, filled)) >= 0.7 * len(filled)


def _is_kode_part(value: Value) -> bool:
    if isinstance(value, str):
        return _KODE_PART.fullmatch(value.strip()) is not None
    return isinstance(value, float | int) and 0 < value < 10_000


def is_english_style(sheet: Sheet, data: Sequence[int], column: int) -> bool | None:
    """Return whether a money column writes the comma for thousands; None if no text tells."""
    english = indonesian = 0
    for row in data:
        value = sheet.grid.value(row, column)
        if isinstance(value, str):
            if _ENGLISH_AMOUNT.fullmatch(value):
                english += 1
            elif _INDONESIAN_AMOUNT.fullmatch(value):
                indonesian += 1
    if english == indonesian:
        return None
    return english > indonesian
