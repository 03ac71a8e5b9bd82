"""Layout "tumpuk": several tables one under the other on one sheet."""

from __future__ import annotations

from dataclasses import replace

from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_block
from renja_mojokerto.heads import SPLIT_CODE, Column
from renja_mojokerto.plan import Block, SheetPlan
from renja_mojokerto.style import PAPER_A3

from .reshape import map_columns


def _widen_for_split_code(block: Block) -> Block:
    """Widen the indicator over the cells that the code takes in the table above."""

    def widen(column: Column) -> Column:
        if column.key != "indikator":
            return column
        return replace(column, widths=(*SPLIT_CODE[1:], column.width))

    return replace(block, head=map_columns(block.head, widen))


def build_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with stacked tables."""
    return (
        SheetPlan(
            "Alokasi",
            (
                build_official_block("Tabel 2.1", document),
                build_official_block("Tabel 2.2", document),
            ),
        ),
        SheetPlan(
            "Evaluasi",
            (
                build_official_block("T-C.29", document),
                _widen_for_split_code(build_official_block("T-C.30", document)),
            ),
            PAPER_A3,
        ),
        SheetPlan(
            "Review",
            (build_official_block("T-C.31", document), build_official_block("T-C.32", document)),
            PAPER_A3,
        ),
        SheetPlan("IKU", (build_official_block("Tabel 3.1", document),)),
        SheetPlan(
            "Renja 2024",
            (build_official_block("T-C.33", document), build_official_block("Tabel 4.1", document)),
            PAPER_A3,
            gap=5,
        ),
    )
