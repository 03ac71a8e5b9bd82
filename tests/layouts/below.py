"""Layout "jumlah-bawah": the amounts of programs and kegiatan in sums below what they sum.

In the plan tables the upper rows have no amount but in the sum below; in Tabel 2.1 and 2.2 both
say it, where it is the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from openpyxl import Workbook

from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.placement import Key, Placement
from renja_mojokerto.plan import Block, SheetPlan
from renja_mojokerto.source import AMOUNTS, Row, Value

from .formulas import group_children
from .reshape import EXTRA

_LEVELS = ("program", "kegiatan")
_BOTH = frozenset(("Tabel 2.1", "Tabel 2.2"))
_LABELS: Mapping[str, tuple[str, ...]] = {
    "program": ("Jumlah {name}", "JUMLAH {name}"),
    "kegiatan": ("Jumlah Kegiatan {name}", "Sub Jumlah {name}", "Total {name}"),
}


def _write_sum(row: Row, turn: int) -> Row:
    """Return the row that sums another, below it."""
    labels = _LABELS[row.kind]
    label = labels[turn % len(labels)].format(name=row.values["nama"])
    amounts = {key: value for key, value in row.values.items() if key in AMOUNTS}
    return Row(EXTRA + row.index, "jumlah", {"nama": label, **amounts})


def _is_sum_right(row: Row, below: list[Row]) -> bool:
    keys = AMOUNTS & row.values.keys()
    return all(
        row.values[key] == sum(_list_known(one.values[key] for one in below)) for key in keys
    )


def _list_known(amounts: Iterator[Value]) -> Iterator[int]:
    return (amount for amount in amounts if isinstance(amount, int))


def _move_sums_below(block: Block) -> Iterator[Row]:
    rows = block.table.rows
    both = block.table.name in _BOTH
    holds = {row.index for row, below in group_children(rows) if _is_sum_right(row, below)}
    open_rows: list[Row] = []

    def close(down_to: int) -> Iterator[Row]:
        while len(open_rows) > down_to:
            upper = open_rows.pop()
            if not both or upper.index in holds:
                yield _write_sum(upper, upper.index)

    for row in rows:
        if row.kind in _LEVELS:
            yield from close(_LEVELS.index(row.kind))
            open_rows.append(row)
            blank = {key: value for key, value in row.values.items() if key not in AMOUNTS}
            yield row if both else replace(row, values=blank)
            continue
        if row.kind == "total":
            yield from close(0)
        yield row


def _build_block(block: Block) -> Block:
    if not any(row.kind in _LEVELS and AMOUNTS & row.values.keys() for row in block.table.rows):
        return block
    if not any(row.kind == "sub_kegiatan" for row in block.table.rows):
        return block
    return replace(block, table=replace(block.table, rows=tuple(_move_sums_below(block))))


def settle(_book: Workbook, placement: Placement, _document: Document) -> None:
    """Tell where the amounts of the upper rows went: into the sums below them."""
    for key in list(placement):
        own = Key(key.table, key.row - EXTRA, key.column)
        if key.row >= EXTRA and key.column in AMOUNTS and own not in placement:
            placement.add(own, placement[key])
            placement.drop(key)


def build_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with sums below."""
    return tuple(
        replace(plan, blocks=tuple(_build_block(block) for block in plan.blocks))
        for plan in build_official_sheets(document)
    )
