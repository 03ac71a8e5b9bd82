"""The amounts before a revision, in a plan that shows both: "Pagu: Sebelum | Setelah Perubahan"."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.table import Table
from selaras.recognise.heads import ColumnHead, HeadBlock
from selaras.recognise.split_amounts import add_column, has_amounts
from selaras.recognise.words import read_phrase, split_words
from selaras.tables import PLAN_TABLES
from selaras.tables.shared import BEFORE_WORDS, FORWARD_WORDS, PAGU_HEADS, make_pagu_before

_MONEY_WORDS = frozenset().union(*(read_phrase(phrase) for phrase in PAGU_HEADS))
#: Amounts that are no ceilings: they may be negative, or belong to another year.
_NOT_PAGU = split_words(
    "selisih bertambah berkurang tambah kurang realisasi sisa capaian persen persentase target "
    "volume sumber"
)


def add_before_column(table: Table, block: HeadBlock, data: Sequence[int]) -> None:
    """Give a revised plan its column of the amounts before; they add up like those after."""
    if table.name not in PLAN_TABLES or "pagu" not in table.columns:
        return
    taken = {number for column in table.columns.values() for number in column.columns}
    found = [
        head
        for head in block.columns
        if head.column not in taken
        and _is_before(head)
        and has_amounts(table.sheet, head.column, data)
    ]
    if len(found) == 1:
        add_column(table, make_pagu_before(), found[0])


def _is_before(head: ColumnHead) -> bool:
    words = head.all_words
    return (
        any(read_phrase(phrase) <= words for phrase in BEFORE_WORDS)
        and not words.isdisjoint(_MONEY_WORDS)
        and words.isdisjoint(_NOT_PAGU)
        and not any(read_phrase(phrase) <= words for phrase in FORWARD_WORDS)
    )
