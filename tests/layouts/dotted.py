"""Layouts "titik-2" and "titik-4": dotted, padded codes in one cell."""

from __future__ import annotations

from dataclasses import replace

from renja_mojokerto.codes import CodeForm, join_four_digits, join_two_digits
from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.plan import Block, SheetPlan

from .reshape import join_code_cells, reform


def _build_block(block: Block, code: CodeForm) -> Block:
    return reform(replace(block, head=join_code_cells(block.head)), code=code)


def _build_sheets(document: Document, code: CodeForm) -> tuple[SheetPlan, ...]:
    return tuple(
        replace(plan, blocks=tuple(_build_block(block, code) for block in plan.blocks))
        for plan in build_official_sheets(document)
    )


def build_sheets_two(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with two-digit sub kegiatan."""
    return _build_sheets(document, join_two_digits)


def build_sheets_four(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with four-digit sub kegiatan."""
    return _build_sheets(document, join_four_digits)
