"""Amounts of each level in a column of their own: "Pagu Program | Pagu Kegiatan | Pagu Sub".

They are one column of the table that lies in several of the sheet: each row fills the one of its
level.
"""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.book import Sheet
from selaras.model.table import Table
from selaras.recognise.heads import ColumnHead, HeadBlock
from selaras.recognise.split_amounts import has_amounts
from selaras.recognise.traits import is_blank_value
from selaras.recognise.words import MONEY_WORDS, NEUTRAL_WORDS, split_words
from selaras.tables import Content
from selaras.values.kode_reading import Level

#: Fewer rows tell nothing.
FEWEST_APART = 3
#: Such a share of the rows fills one of the columns only; a total may fill all.
APART_SHARE = 0.9

_LEVELS = {
    split_words("program"): Level.PROGRAM,
    split_words("kegiatan"): Level.KEGIATAN,
    split_words("sub kegiatan"): Level.SUB_KEGIATAN,
    split_words("sub"): Level.SUB_KEGIATAN,
}


def join_level_amounts(table: Table, block: HeadBlock, data: Sequence[int]) -> None:
    """Make one column of those that hold the amounts of one level each."""
    taken = {number: key for key, column in table.columns.items() for number in (*column.columns,)}
    for key, column in table.columns.items():
        if column.spec.content is not Content.MONEY or len(column.columns) > 1:
            continue
        own = next((head for head in block.columns if head.column == column.first), None)
        if own is None or _level(own) is None:
            continue
        by_level = {
            level: head.column
            for head in block.columns
            if head.upper == own.upper
            and taken.get(head.column, key) == key
            and (level := _level(head)) is not None
            and has_amounts(table.sheet, head.column, data)
        }
        numbers = sorted(by_level.values())
        if len(numbers) > 1 and _are_apart(table.sheet, numbers, data):
            column.columns = tuple(numbers)
            column.by_level = by_level
            taken.update(dict.fromkeys(numbers, key))


def _level(head: ColumnHead) -> Level | None:
    """Return the level whose amounts a head says to stand below it."""
    return _LEVELS.get(head.leaf - MONEY_WORDS - NEUTRAL_WORDS - {"rp"})


def _are_apart(sheet: Sheet, columns: Sequence[int], data: Sequence[int]) -> bool:
    """Tell whether rows fill one of these columns each, and not always the same."""
    filled = [[n for n in columns if not is_blank_value(sheet.grid.value(row, n))] for row in data]
    alone = [tuple(one) for one in filled if len(one) == 1]
    told = sum(map(bool, filled))
    return len(alone) >= max(FEWEST_APART, APART_SHARE * told) and len(set(alone)) > 1
