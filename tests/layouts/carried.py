"""Layout "halaman": printed pages with carried sums, page labels, and heads repeated in part.

A page ends with "Jumlah dipindahkan" and the next begins with "Jumlah pindahan", both the sum of
the lowest rows so far. Between them stand the label of the page and, in turn, the whole head
without its title, the row of column numbers alone, and the lowest row of the head alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.heads import Column, Head, list_leaves
from renja_mojokerto.plan import Block, SheetPlan
from renja_mojokerto.source import AMOUNTS, Row, Value

from .reshape import EXTRA, reform

_ROWS_A_PAGE = 26
_LABELS = ("Halaman {page} dari 9", "Lanjutan Tabel {table}", "- {page} -")
_ENDS = ("Jumlah dipindahkan", "Jumlah s.d. halaman ini", "Dipindahkan ke halaman {next}")
_BEGINS = ("Jumlah pindahan", "Pindahan dari halaman {page}", "Saldo Pindahan")
_LEAST_HEADS = 4


def _list_lowest(head: Head) -> dict[str, Value]:
    """Return the words of the columns under groups, which make the lowest row of the head."""
    return {
        column.key: column.label
        for node in head
        if not isinstance(node, Column)
        for column in list_leaves(node.columns)
    }


class _Pages:
    """Cuts the rows of one table into pages."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.columns = list(list_leaves(block.head))
        self.amounts = [column.key for column in self.columns if column.key in AMOUNTS]
        self.name = next(c.key for c in self.columns if c.key in ("nama", "rkpd_nama", "indikator"))
        self.out: list[Row] = []
        self.heads: set[int] = set()
        self.page = 0

    def add(self, kind: str, values: dict[str, Value]) -> None:
        self.out.append(Row(EXTRA + len(self.out), kind, values))

    def turn(self, sums: dict[str, int]) -> None:
        """Put the end of a page and the beginning of the next."""
        say = {"page": self.page + 1, "next": self.page + 2, "table": self.block.table.name}
        turn = self.page % 3
        self.page += 1
        if self.amounts:
            self.add("pindahan", {self.name: _ENDS[turn].format(**say), **sums})
        self.add("halaman", {self.name: _LABELS[turn].format(**say)})
        self.put_head(turn)
        if self.amounts:
            self.add("pindahan", {self.name: _BEGINS[turn].format(**say), **sums})

    def put_head(self, turn: int) -> None:
        numbers = {c.key: c.number for c in self.columns if c.number is not None}
        lowest = _list_lowest(self.block.head)
        if turn == 1 and len(numbers) >= _LEAST_HEADS:
            self.add("kepala", dict(numbers))
        elif turn == 2 and len(lowest) >= _LEAST_HEADS:
            self.add("kepala", lowest)
        else:
            self.heads.add(len(self.out))

    def cut(self) -> Block:
        sums = dict.fromkeys(self.amounts, 0)
        length = 0
        for row in self.block.table.rows:
            if length >= _ROWS_A_PAGE and row.kind in ("program", "kegiatan", "sub_kegiatan"):
                self.turn(sums)
                length = 0
            self.out.append(row)
            length += 1
            if row.kind == "sub_kegiatan":
                sums = {key: sum(_list_known(sums[key], row.values.get(key))) for key in sums}
        table = replace(self.block.table, rows=tuple(self.out))
        return reform(replace(self.block, table=table), head_before=frozenset(self.heads))


def _list_known(*amounts: Value) -> Iterator[int]:
    return (amount for amount in amounts if isinstance(amount, int))


def build_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets as pages."""
    return tuple(
        replace(plan, blocks=tuple(_Pages(block).cut() for block in plan.blocks))
        for plan in build_official_sheets(document)
    )
