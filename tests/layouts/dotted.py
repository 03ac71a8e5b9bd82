"""Layouts "titik-2" and "titik-4": dotted, padded codes in one cell."""

from __future__ import annotations

from dataclasses import replace

from renja_mojokerto.codes import CodeForm, dotted_four, dotted_two
from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import official_sheets
from renja_mojokerto.plan import Block, SheetPlan

from .reshape import reform, with_one_code_cell


def _block(block: Block, code: CodeForm) -> Block:
    return reform(replace(block, head=with_one_code_cell(block.head)), code=code)


def _sheets(document: Document, code: CodeForm) -> tuple[SheetPlan, ...]:
    return tuple(
        replace(plan, blocks=tuple(_block(block, code) for block in plan.blocks))
        for plan in official_sheets(document)
    )


def sheets_two(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with two-digit sub kegiatan."""
    return _sheets(document, dotted_two)


def sheets_four(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with four-digit sub kegiatan."""
    return _sheets(document, dotted_four)
