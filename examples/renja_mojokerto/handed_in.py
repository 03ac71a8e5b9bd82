"""The workbook as the dinas would hand it in: one sheet a table, in the document's order."""

from __future__ import annotations

from . import facts, style
from .codes import split_numbers, split_text
from .document import PRINTED, Document
from .plan import Block, Form, SheetPlan

_A3 = frozenset({"T-C.29", "T-C.31", "T-C.33"})


def build_official_block(name: str, document: Document = PRINTED) -> Block:
    """Return a table as the document prints it."""
    form = Form(
        code=split_text if name == "T-C.29" else split_numbers,
        looks=style.UNCODED if name in ("Tabel 2.1", "Tabel 2.2") else style.CODED,
    )
    return Block(
        table=document.tables[name],
        head=document.heads[name],
        titles=document.titles[name],
        paragraphs=document.paragraphs.get(name, ()),
        signed=name in facts.SIGNED,
        form=form,
    )


def build_official_sheets(document: Document = PRINTED) -> tuple[SheetPlan, ...]:
    """Return the nine sheets of the document."""
    return tuple(
        SheetPlan(
            name,
            (build_official_block(name, document),),
            style.PAPER_A3 if name in _A3 else style.PAPER_F4,
        )
        for name in document.tables
    )
