"""Layout "ribuan": amounts in thousands of rupiah, as captions beside the heads say.

Each table has its caption where another office puts it: merged across the table, at the right
edge, as the end of a title, and between the head and the row of column numbers. Tabel 2.2 stays in
rupiah: what is wrong there is less than a thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.heads import list_leaves
from renja_mojokerto.plan import Block, SheetPlan
from renja_mojokerto.source import AMOUNTS, Row, Value

from .reshape import EXTRA, reform

IN_THOUSANDS = frozenset(("Tabel 2.1", "T-C.31", "T-C.33", "Tabel 4.1"))


def divide_by_thousand(amount: int) -> float:
    """Return an amount in thousands."""
    return float(Decimal(amount) / 1000)


def _say_in_merge(block: Block) -> Block:
    return replace(block, titles=(*block.titles, "(dalam ribuan rupiah)"))


def _say_in_title(block: Block) -> Block:
    *titles, last = block.titles
    return replace(block, titles=(*titles, f"{last} (dalam ribu rupiah)"))


def _add_rows(block: Block, *rows: Mapping[str, Value]) -> Block:
    """Put rows of words below the head."""
    added = tuple(Row(EXTRA + place, "kepala", row) for place, row in enumerate(rows))
    return replace(block, table=replace(block.table, rows=(*added, *block.table.rows)))


def _say_between(block: Block) -> Block:
    """Put the caption between the head and its numbers."""
    columns = list(list_leaves(block.head))
    money = [column.key for column in columns if column.key in AMOUNTS]
    numbers = {column.key: column.number for column in columns}
    changed = _add_rows(block, {money[-1]: "(dalam ribuan rupiah)"}, numbers)
    return reform(changed, numbered=False)


def _say_at_the_right(block: Block) -> Block:
    return replace(block, caption="(Rp. 000)")


_CAPTIONS: Mapping[str, Callable[[Block], Block]] = {
    "Tabel 2.1": _say_in_title,
    "T-C.31": _say_between,
    "T-C.33": _say_at_the_right,
    "Tabel 4.1": _say_in_merge,
}


def _build_block(block: Block) -> Block:
    caption = _CAPTIONS.get(block.table.name)
    if caption is None:
        return block
    return reform(caption(block), amounts=dict.fromkeys(AMOUNTS, divide_by_thousand))


def build_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets in thousands."""
    return tuple(
        replace(plan, blocks=tuple(_build_block(block) for block in plan.blocks))
        for plan in build_official_sheets(document)
    )
