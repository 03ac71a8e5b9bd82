"""Layout "ulang": the head again on every page, and a name cut in two by a page break."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.plan import Block, SheetPlan
from renja_mojokerto.source import Row, Value

from .reshape import reform

_ROWS_A_PAGE = 40
_LOOK_AHEAD = 12
_LONG = 70


def _is_long(row: Row) -> bool:
    name = row.values.get("nama")
    coded = row.kind in ("program", "kegiatan", "sub_kegiatan")
    return coded and isinstance(name, str) and len(name) > _LONG


def _cut(row: Row) -> tuple[Row, Row]:
    name = str(row.values["nama"])
    at = name.rindex(" ", 0, len(name) // 2)
    first: Mapping[str, Value] = dict(row.values) | {"nama": name[:at]}
    return replace(row, values=first), replace(row, values={"nama": name[at + 1 :]})


def paginate(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], frozenset[int]]:
    """Return the rows as pages cut them, and the positions before which a head stands.

    The first long name at or soon after the end of a page is cut in two there.
    """
    out: list[Row] = []
    breaks: set[int] = set()
    page, cut = 0, False
    for position, row in enumerate(rows):
        if page >= _ROWS_A_PAGE:
            if not cut and _is_long(row):
                cut = True
                first, rest = _cut(row)
                breaks.add(len(out) + 1)
                out += [first, rest]
                page = 1
                continue
            if cut or not any(_is_long(r) for r in rows[position : position + _LOOK_AHEAD]):
                breaks.add(len(out))
                page = 0
        out.append(row)
        page += 1
    return tuple(out), frozenset(breaks)


def _build_block(block: Block) -> Block:
    rows, breaks = paginate(block.table.rows)
    return reform(replace(block, table=replace(block.table, rows=rows)), head_before=breaks)


def build_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with repeated heads."""
    return tuple(
        replace(plan, blocks=tuple(_build_block(block) for block in plan.blocks))
        for plan in build_official_sheets(document)
    )
