"""Columns that split the amount of a plan by fund source: "Sumber Dana: APBD | DAK | DID"."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.book import Sheet
from selaras.model.table import Table, TableColumn
from selaras.recognise.heads import ColumnHead, HeadBlock
from selaras.recognise.words import read_phrase, split_words
from selaras.tables import PLAN_TABLES, ColumnSpec
from selaras.tables.shared import FORWARD_WORDS, make_split_pagu
from selaras.values.fold import fold
from selaras.values.sumber_dana import SumberDana, read_head_source

_SUM_WORDS = split_words("jumlah total")
#: Fewer columns split nothing.
FEWEST_COLUMNS = 2
#: Rows that are looked at to see whether a column holds amounts.
AMOUNT_SAMPLE = 80


def add_split_columns(
    table: Table, block: HeadBlock, data: Sequence[int], sumber: SumberDana
) -> None:
    """Give a plan table its columns of one fund source each, where it has at least two.

    A column among them that was taken for the fund source itself is none; where the amount was
    looked for among them, the column "Jumlah" of the same group is the amount, or else their sum.
    """
    if table.name not in PLAN_TABLES or "pagu" not in table.columns:
        return
    taken = {
        number
        for key, column in table.columns.items()
        if key not in ("pagu", "sumber_dana")
        for number in column.columns
    }
    found: dict[int, tuple[ColumnHead, str]] = {}
    for head in block.columns:
        name = _read_sumber(head, sumber)
        if name and head.column not in taken and has_amounts(table.sheet, head.column, data):
            found[head.column] = (head, name)
    if len(found) < FEWEST_COLUMNS:
        return
    summed = not _has_own_pagu(table, block, found)
    if summed and not _add_up(table, block, found, data):
        return
    source = table.columns.get("sumber_dana")
    if source is not None and source.first in found:
        del table.columns["sumber_dana"]
    for head, name in found.values():
        spec = make_split_pagu(name)
        if spec.key not in table.columns:
            add_column(table, spec, head)
    if summed:
        pagu = table.columns["pagu"]
        parts = table.split_columns
        pagu.parts = tuple(column.key for column in parts)
        pagu.columns = tuple(column.first for column in parts)


def add_column(table: Table, spec: ColumnSpec, head: ColumnHead) -> None:
    """Give a plan table a further column of amounts, in the year and the unit of its amount."""
    pagu = table.columns["pagu"]
    made = TableColumn(spec, (head.column,), head.position, pagu.year)
    made.scale, made.written_money_unit, made.english_style = (
        pagu.scale,
        pagu.written_money_unit,
        pagu.english_style,
    )
    table.columns[spec.key] = made


def _read_sumber(head: ColumnHead, sumber: SumberDana) -> str | None:
    """Return the fund source that a head names and nothing else; None for other heads."""
    if any(read_phrase(phrase) <= head.all_words for phrase in FORWARD_WORDS):
        return None
    return read_head_source(head.text.rpartition(" | ")[2], sumber)


def has_amounts(sheet: Sheet, column: int, data: Sequence[int]) -> bool:
    """Tell whether a column holds amounts, and no words."""
    values = [sheet.grid.value(row, column) for row in data[:AMOUNT_SAMPLE]]
    filled = [value for value in values if value is not None]
    amounts = [
        value
        for value in filled
        if (isinstance(value, float | int) and not isinstance(value, bool))
        or (isinstance(value, str) and not any(c.isalpha() for c in fold(value).replace("rp", "")))
    ]
    return bool(filled) and len(amounts) == len(filled)


def _has_own_pagu(table: Table, block: HeadBlock, found: dict[int, tuple[ColumnHead, str]]) -> bool:
    """Tell whether the amount has a column of its own; move it to the group's "Jumlah" if need be.

    "Pagu Indikatif: APBD | DAK | Jumlah" reads as three amounts: the last is the plan's.
    """
    pagu = table.columns["pagu"]
    if pagu.first not in found:
        return True
    group = found[pagu.first][0].upper
    for head in block.columns:
        if head.leaf and head.leaf <= _SUM_WORDS and head.upper == group:
            pagu.columns = (head.column,)
            pagu.head = head.position
            return True
    return False


def _add_up(
    table: Table, block: HeadBlock, found: dict[int, tuple[ColumnHead, str]], data: Sequence[int]
) -> bool:
    """Tell whether the amount is the sum of the columns of fund sources: they stand in one group,
    each for a source of its own, and no other column that nothing took holds amounts."""
    if len({head.upper for head, _ in found.values()}) > 1:
        return False
    if len({name for _, name in found.values()}) < len(found):
        return False
    taken = {number for column in table.columns.values() for number in column.columns}
    left = (head.column for head in block.columns if head.column not in taken | found.keys())
    return not any(has_amounts(table.sheet, column, data) for column in left)
