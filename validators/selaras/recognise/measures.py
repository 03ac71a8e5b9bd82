"""Find the column that holds the unit of a target: "Target" | "Satuan", or under one wide head."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.book import Sheet
from selaras.model.table import TableColumn
from selaras.recognise.heads import ColumnHead, HeadBlock
from selaras.recognise.words import split_words
from selaras.tables import Content

_MEASURE_WORDS = split_words("satuan target kinerja ukuran")
#: Data rows that are looked at to see whether a second cell under "Target" holds units.
MEASURE_SAMPLE = 80


def assign_measures(
    sheet: Sheet, block: HeadBlock, columns: Sequence[TableColumn], data: Sequence[int]
) -> None:
    """Tell each target column where its unit stands, if in a column of its own.

    One column of units is that of all targets. Of several, a target has the one to its right
    before the next target, else the last one to its left.
    """
    targets = sorted(
        (column for column in columns if column.spec.content is Content.TARGET),
        key=lambda column: column.first,
    )
    taken = {number for column in columns for number in column.columns}
    units = [h.column for h in block.columns if _is_measure_head(h) and h.column not in taken]
    for target, after in zip(targets, (*(t.first for t in targets[1:]), 2**20), strict=False):
        right = [unit for unit in units if target.first < unit < after]
        left = [unit for unit in units if unit < target.first]
        if len(units) == 1:
            target.measure_column = units[0]
        elif right or left:
            target.measure_column = right[0] if right else left[-1]
        elif len(target.columns) == 2 and _has_measures(sheet, target.columns[1], data):
            target.measure_column = target.columns[1]


def _is_measure_head(head: ColumnHead) -> bool:
    return "satuan" in head.leaf and head.leaf <= _MEASURE_WORDS


def _has_measures(sheet: Sheet, column: int, data: Sequence[int]) -> bool:
    """Tell whether the cells of a column hold words without numbers."""
    values = [sheet.grid.value(row, column) for row in data[:MEASURE_SAMPLE]]
    filled = [value for value in values if value is not None and value != ""]
    return bool(filled) and all(
        isinstance(value, str) and not any(map(str.isdigit, value[:1])) for value in filled
    )
