"""Amounts that are split by fund source, in columns of their own or in the cell of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selaras.model.row import Money, Row, RowKind
from selaras.model.table import Table
from selaras.reckon.shown import read_format_decimals
from selaras.values.equality import are_equal
from selaras.values.finding import Place
from selaras.values.rupiah import read_money

_PAGU = re.compile(r"(?<![\d.,])(?:rp\.?\s*)?(\d{1,3}(?:[.,]\d{3})+(?:,\d{2})?)(?![\d.,]*\d)", re.I)


class Split(NamedTuple):
    """The parts of an amount: their sum, and where they stand."""

    amount: Money
    places: tuple[Place, ...]


def find_unequal_splits(table: Table) -> Iterator[tuple[Row, Money, Split]]:
    """Yield the rows whose amount is not the sum of its parts, with the amount and the parts."""
    texts = table.text["sumber_dana"]
    named = {text for text in set(texts) if len(_read_named_amounts(text)) >= 2}
    if not named and not table.split_columns:
        return
    for row in table.rows:
        if row.kind is RowKind.HEADING:
            continue
        written = row.amount("pagu")
        split = _read_split_columns(row) or (
            _read_split_cell(row) if texts[row.index] in named else None
        )
        if split is None or written is None:
            continue
        if not are_equal(written, split.amount, read_format_decimals(row, "pagu"), table.tolerance):
            yield row, written, split


def _read_split_columns(row: Row) -> Split | None:
    """Return the parts that stand in columns of one source each; None where not all can be read."""
    columns = row.table.split_columns
    if any(row.is_unknown(column.key) for column in columns):
        return None
    parts = {column.key: row.amount(column.key) for column in columns}
    known = {key: part for key, part in parts.items() if part is not None}
    if not known:
        return None
    return Split(sum(known.values()), tuple(row.place(key) for key in known))


def _read_split_cell(row: Row) -> Split | None:
    """Return the parts that the source cell names; None where the row has none of its own."""
    if row.kind not in (RowKind.MAIN, RowKind.RINCIAN) or row.parts:
        return None
    return Split(sum(_read_named_amounts(row.text("sumber_dana"))), (row.place("sumber_dana"),))


def _read_named_amounts(text: str) -> list[Money]:
    """Return the amounts that a source cell names."""
    read = [read_money(match[1]) for match in _PAGU.finditer(text)]
    return [part.amount for part in read if part is not None and part.amount is not None]
