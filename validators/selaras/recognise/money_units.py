"""The unit of the amounts: what head and caption say, and what the amounts and other tables show.

It is decided here, once; everything else reads `TableColumn.scale`. What is written is kept beside
it (`TableColumn.written_money_unit`), for a word that the amounts contradict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from selaras.model.book import Position
from selaras.model.row import Money
from selaras.model.table import Table, TableColumn, WrittenMoneyUnit
from selaras.recognise.captions import read_named_scale
from selaras.values.kode_reading import Kode
from selaras.values.lazy_regex import LazyPattern
from selaras.values.rupiah import strip_sign

_BILLION = LazyPattern(r"\b(?:miliar|milyar)(?:an)?\b", re.IGNORECASE)
_MILLION = LazyPattern(
    r"\bjuta(?:an)?\b|\(\s*(?:dalam\s+)?(?:rp\.?|x)[\s.]*000[.,\s]?000\b", re.IGNORECASE
)
_THOUSAND = LazyPattern(
    r"\bribu(?:an)?\b|\(\s*(?:dalam\s+)?(?:rp\.?|x)[\s.]*(?:0?00|1[.,]?000)\b", re.IGNORECASE
)
#: A middle sub kegiatan of 20 billion rupiah is not a middle one: the amounts are whole rupiah.
LARGEST_MIDDLE = 20_000_000
#: So many codes with the very same figures in two tables of different units are no chance.
FEWEST_AGREEING = 3
#: So many of the codes that two tables share must agree once the unit is put right.
AGREEING_SHARE = 0.8
#: Rows with an amount that are compared with another table.
COMPARED_ROWS = 60

SaidLines = Sequence[tuple[int, int, str]]


def assign_money_units(
    columns: Iterable[TableColumn], heads: dict[str, str], said: SaidLines
) -> None:
    """Give money columns the unit that their head names, else the caption nearest to the head.

    `heads` are the words over each column by its key, `said` the lines around the head.
    """
    caption = _read_caption(said)
    for column in columns:
        own = read_head_scale(heads.get(column.key, ""))
        if own > 1:
            column.written_money_unit = WrittenMoneyUnit(own, column.head)
        else:
            column.written_money_unit = caption
        column.scale = column.written_money_unit.scale if column.written_money_unit else 1


def read_head_scale(text: str) -> int:
    """Return how many rupiah one is under a head: 1.000 for "(Rp. 000)"; 1 where none is named."""
    for scale, pattern in ((10**9, _BILLION), (10**6, _MILLION), (10**3, _THOUSAND)):
        if pattern.search(text):
            return scale
    return 1


def _read_caption(said: SaidLines) -> WrittenMoneyUnit | None:
    for row, column, text in reversed(said):
        scale = read_named_scale(text)
        if scale is not None:
            return WrittenMoneyUnit(scale, (row, column)) if scale > 1 else None
    return None


def settle_money_units(tables: Sequence[Table]) -> None:
    """Put right the unit of columns whose amounts contradict what is written, or written nowhere.

    Amounts are whole rupiah where they are too large for the unit, or another table has the same
    figures in rupiah; they are in thousands where another table has a thousand times as much.
    """
    for table in tables:
        for columns in _group_by_money_unit(table):
            known = [column.written_money_unit for column in columns]
            if known[0] is not None and (
                _is_too_large(table, columns)
                or any(_has_same_figures(table, c, tables) for c in columns)
            ):
                for column in columns:
                    column.scale = 1
    for table in tables:
        for column in table.money_columns:
            if column.written_money_unit is None and _has_thousand_times(table, column, tables):
                column.scale = 1_000


def _group_by_money_unit(table: Table) -> list[list[TableColumn]]:
    """Return the money columns that one word gives a unit, together."""
    groups: dict[Position | None, list[TableColumn]] = {}
    for column in table.money_columns:
        if column.written_money_unit is not None:
            groups.setdefault(column.written_money_unit.position, []).append(column)
    return list(groups.values())


def _is_too_large(table: Table, columns: Sequence[TableColumn]) -> bool:
    leaves = [
        amount
        for column in columns
        for row in table.main_rows
        if not row.children and (amount := row.amount(column.key)) is not None and amount > 0
    ]
    middle = sorted(leaves)[len(leaves) // 2] if len(leaves) >= FEWEST_AGREEING else 0
    return middle >= LARGEST_MIDDLE


def _sample_amounts(table: Table, column: TableColumn) -> dict[Kode, Money]:
    """Return amounts by code: the first so many that are there."""
    found: dict[Kode, Money] = {}
    for row in table.row_kinds.kode_rows:
        amount = row.amount(column.key)
        if amount and row.kode is not None:
            found[row.kode] = amount
            if len(found) == COMPARED_ROWS:
                break
    return found


def _has_same_figures(table: Table, column: TableColumn, tables: Sequence[Table]) -> bool:
    """Tell whether another table has the same figures in whole rupiah for the same codes."""
    own = _sample_amounts(table, column)
    return any(
        _compare_at_scale(own, other, money, 1)[0]
        for other, money in _list_others(table, column, tables)
    )


def _has_thousand_times(table: Table, column: TableColumn, tables: Sequence[Table]) -> bool:
    """Tell whether another table has, in rupiah, a thousand times as much for the same codes."""
    others = list(_list_others(table, column, tables))
    own = _sample_amounts(table, column) if others else {}
    for other, money in others:
        agree, rate = _compare_at_scale(own, other, money, 1_000)
        if agree and rate >= AGREEING_SHARE:
            return True
    return False


def _list_others(
    table: Table, column: TableColumn, tables: Sequence[Table]
) -> Iterable[tuple[Table, TableColumn]]:
    """Yield the columns of other tables that hold rupiah of the same year."""
    for other in tables:
        if other is not table and other.year == table.year and other.has_kodes:
            for money in other.money_columns:
                if money.scale == 1 and money.spec.year == column.spec.year:
                    yield other, money


def _compare_at_scale(
    own: dict[Kode, Money], other: Table, money: TableColumn, scale: int
) -> tuple[bool, Decimal]:
    """Tell whether enough codes agree at a scale, and which share of the common ones does."""
    common = agree = 0
    for row in other.row_kinds.kode_rows:
        amount = row.amount(money.key)
        if amount and row.kode in own:
            common += 1
            # Thousands are rounded.
            agree += strip_sign(own[row.kode] * scale - amount) <= scale // 2
    return agree >= FEWEST_AGREEING, Decimal(agree) / max(common, 1)
