"""The columns inside a table's area that no column of its spec took."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.table import Table, UntakenColumn
from selaras.recognise.candidates import is_sumber_head
from selaras.recognise.heads import ColumnHead, HeadBlock
from selaras.recognise.score import is_addition


def note_untaken(table: Table, block: HeadBlock) -> None:
    """Tell the table which columns of its area are none of its own, nor known additions."""
    taken = {number for column in table.columns.values() for number in column.columns}
    taken.update(
        column.measure_column
        for column in table.columns.values()
        if column.measure_column is not None
    )
    heads = {head.column: head for head in block.columns}
    known = {number for head in block.columns if is_addition(head) for number in head.covered}
    known -= {number for head in _other_parts(table, block) for number in head.covered}
    known.update(number for head in block.aside for number in head.covered)
    table.untaken = tuple(
        UntakenColumn(columns, head.position, head.text)
        if (head := heads.get(columns.start))
        else UntakenColumn(columns, (block.area.bottom, columns.start), "")
        for columns in _runs(block, taken | known, set(heads))
    )


def _other_parts(table: Table, block: HeadBlock) -> list[ColumnHead]:
    """Return the heads of fund sources where the amount was read below one of them.

    They are no parts of it then, but amounts that nothing reads.
    """
    parts = [head for head in block.columns if is_sumber_head(head.text.rpartition(" | ")[2])]
    pagu = table.columns.get("pagu")
    return parts if pagu and pagu.first in {head.column for head in parts} else []


def _runs(block: HeadBlock, taken: set[int], headed: set[int]) -> Iterator[range]:
    """Yield the free columns of a head, each with those to its right that have no head."""
    column, right = block.area.left, block.area.right
    while column <= right:
        end = column + 1
        if column not in taken:
            while end <= right and end not in taken and end not in headed:
                end += 1
            yield range(column, end)
        column = end
