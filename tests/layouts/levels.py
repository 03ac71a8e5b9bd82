"""Layouts "jenjang" and "nomor": names in a column per level; codes under "No", and list letters.

In "jenjang" the names stand under "Uraian: Program | Kegiatan | Sub Kegiatan". In "nomor" the
column of the codes is headed "No", and a cell of its own before each rincian numbers it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from openpyxl import Workbook

from renja_mojokerto.codes import join_two_digits
from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.heads import Column, Group, Head
from renja_mojokerto.placement import Key, Placement
from renja_mojokerto.plan import Block, SheetPlan
from renja_mojokerto.source import Row

from .reshape import join_code_cells, map_columns, reform

_LEVELS = {"program": "Program", "kegiatan": "Kegiatan", "sub_kegiatan": "Sub Kegiatan"}
_PREFIX = "nama_"
_MARKS = ("a.", "b.", "c)", "4)", "-", "6", "g", "h.", "9.")


def _is_coded(block: Block) -> bool:
    return any("kode" in row.values and row.kind in _LEVELS for row in block.table.rows)


def _split_names_by_level(head: Head) -> Head:
    names = tuple(Column(_PREFIX + key, label, width=24) for key, label in _LEVELS.items())
    return tuple(
        Group("Uraian", names) if isinstance(node, Column) and node.key == "nama" else node
        for node in head
    )


def _place_at_its_level(row: Row) -> Row:
    if "nama" not in row.values:
        return row
    level = row.kind if row.kind in _LEVELS else "sub_kegiatan"
    values = dict(row.values)
    values[_PREFIX + level] = values.pop("nama")
    return replace(row, values=values)


def _build_block(block: Block) -> Block:
    if not _is_coded(block):
        return block
    rows = tuple(map(_place_at_its_level, block.table.rows))
    table = replace(block.table, rows=rows)
    return reform(
        replace(block, table=table, head=_split_names_by_level(block.head)), numbered=False
    )


def build_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with the names of each level in a column of its own."""
    return tuple(
        replace(plan, blocks=tuple(_build_block(block) for block in plan.blocks))
        for plan in build_official_sheets(document)
    )


def settle(_book: Workbook, placement: Placement, _document: Document) -> None:
    """Tell where the names went."""
    for key in list(placement):
        if key.column.startswith(_PREFIX):
            placement.add(Key(key.table, key.row, "nama"), placement[key])
            placement.drop(key)


def _letter_rows(rows: tuple[Row, ...]) -> Iterator[Row]:
    count = 0
    for row in rows:
        count = count + 1 if row.kind == "rincian" else 0
        named = count and row.values.get("nama")
        mark = {"huruf": _MARKS[(count - 1) % len(_MARKS)]} if named else {}
        yield replace(row, values={**row.values, **mark})


def _number_rows(block: Block) -> Block:
    if not _is_coded(block):
        return block
    head = map_columns(
        join_code_cells(block.head),
        lambda column: replace(column, label="No") if column.key == "kode" else column,
    )
    head = tuple(
        node
        for column in head
        for node in (
            (Column("huruf", "", width=4), column)
            if isinstance(column, Column) and column.key == "nama"
            else (column,)
        )
    )
    table = replace(block.table, rows=tuple(_letter_rows(block.table.rows)))
    return reform(replace(block, table=table, head=head), code=join_two_digits)


def settle_numbered(_book: Workbook, placement: Placement, _document: Document) -> None:
    """Forget the heads of the list letters, which are blank."""
    for key in [key for key in placement.heads if key[1] == "huruf"]:
        del placement.heads[key]


def build_numbered_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with codes under "No" and list letters beside the rincian."""
    return tuple(
        replace(plan, blocks=tuple(_number_rows(block) for block in plan.blocks))
        for plan in build_official_sheets(document)
    )
