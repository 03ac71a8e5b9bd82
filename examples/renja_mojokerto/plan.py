"""What a workbook is to look like: its sheets, the tables on them, and how each is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from . import style
from .codes import CodeForm, split_numbers
from .heads import Head
from .source import Table

AmountForm = Callable[[int], str | int | float]


@dataclass(frozen=True)
class Form:
    """How a table is written: its codes, its amounts, its dress."""

    code: CodeForm = split_numbers
    amounts: Mapping[str, AmountForm] = field(default_factory=dict)
    looks: Mapping[str, style.Look] = field(default_factory=lambda: style.CODED)
    merged: bool = True
    numbered: bool = True
    dressed: bool = True
    head_before: frozenset[int] = frozenset()
    """Positions among the rows before which the head is printed again."""


@dataclass(frozen=True)
class Block:
    """One table with the words around it."""

    table: Table
    head: Head
    titles: tuple[str, ...]
    paragraphs: tuple[str, ...] = ()
    signed: bool = False
    form: Form = Form()
    caption: str = ""
    """Words at the right edge, in the row above the head."""


@dataclass(frozen=True)
class SheetPlan:
    """A sheet of the workbook: blocks one under the other."""

    name: str
    blocks: tuple[Block, ...]
    paper: str = style.PAPER_F4
    first_column: int = 1
    gap: int = 3
