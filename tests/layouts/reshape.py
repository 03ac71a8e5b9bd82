"""Small changes to heads and blocks from which the layouts are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from renja_mojokerto.heads import SPLIT_CODE, Column, Group, Head
from renja_mojokerto.plan import Block

SPACER = Column("", "", width=2.5)
EXTRA = 100_000
"""The first index of rows that a layout adds to those of the document."""


def map_columns(head: Head, change: Callable[[Column], Column]) -> Head:
    """Return the head with a change made to every column."""
    return tuple(
        change(node)
        if isinstance(node, Column)
        else Group(node.label, tuple(map_columns(node.columns, change)))
        for node in head
    )


def reword(head: Head, columns: Mapping[str, str], groups: Mapping[str, str]) -> Head:
    """Return the head in other words: of columns by key, of groups by their old words."""
    return tuple(
        replace(node, label=columns.get(node.key, node.label))
        if isinstance(node, Column)
        else Group(groups.get(node.label, node.label), reword(node.columns, columns, groups))
        for node in head
    )


def put_spacers(head: Head, before: frozenset[str]) -> Head:
    """Return the head with a blank column before these outermost columns."""
    nodes: list[Column | Group] = []
    for node in head:
        if isinstance(node, Column) and node.key in before:
            nodes.append(SPACER)
        nodes.append(node)
    return tuple(nodes)


def join_code_cells(head: Head) -> Head:
    """Return the head with the code in one cell."""
    return map_columns(
        head,
        lambda column: (
            replace(column, widths=(), width=18, align="left") if column.key == "kode" else column
        ),
    )


def split_code_cells(head: Head) -> Head:
    """Return the head with the code in six cells."""
    return map_columns(
        head,
        lambda column: replace(column, widths=SPLIT_CODE) if column.key == "kode" else column,
    )


def reform(block: Block, **changes: object) -> Block:
    """Return the block with parts of its form changed."""
    return replace(block, form=replace(block.form, **changes))
