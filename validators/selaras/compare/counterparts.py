"""Indicators and rows that stand in two tables, brought together for comparing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from selaras.compare.match import CodeIndex, Indikator, indikator, pair_codes, pair_texts, say_match
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.fold import fold
from selaras.values.text import Text


class Equivalent(NamedTuple):
    """The same indicator in two tables; each may have it on several rows."""

    left: Sequence[Indikator]
    right: Sequence[Indikator]
    is_certain: bool
    way: Text


def pair_equivalents(first: Sequence[Table], second: Sequence[Table]) -> Iterator[Equivalent]:
    """Yield the indicators that two kinds of tables share, in the order of the first.

    Where both have codes only those of the same code are held against each other.
    """
    if all(table.has_kodes for table in (*first, *second)):
        left, right = _index_by_kode(first), _index_by_kode(second)
        for code, other in pair_codes(left, right):
            yield from _pair_equivalents(left[code], right[other])
    else:
        yield from _pair_equivalents(list(_indikator(first)), list(_indikator(second)))


def _pair_equivalents(
    first: Sequence[Indikator], second: Sequence[Indikator]
) -> Iterator[Equivalent]:
    for pair in pair_texts(_group_by_words(first), _group_by_words(second), _read_text, _read_text):
        yield Equivalent(pair.left, pair.right, pair.is_certain, say_match(pair))


def _read_text(same: Sequence[Indikator]) -> str:
    return same[0].text


def _group_by_words(indicators: Sequence[Indikator]) -> list[list[Indikator]]:
    """Return the indicators in groups of the same words."""
    found: dict[str, list[Indikator]] = {}
    for one in indicators:
        found.setdefault(fold(one.text), []).append(one)
    return list(found.values())


def _indikator(tables: Sequence[Table]) -> Iterator[Indikator]:
    return chain.from_iterable(map(indikator, tables))


def _index_by_kode(tables: Sequence[Table]) -> CodeIndex[Indikator]:
    return CodeIndex((one.kode, one) for one in _indikator(tables))


def per_kode(tables: Sequence[Table]) -> CodeIndex[Row]:
    """Return the rows of the hierarchy of several tables by their code."""
    return CodeIndex((row.placed_kode, row) for table in tables for row in table.main_rows)
