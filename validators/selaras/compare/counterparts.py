"""Indicators and rows that stand in two tables, brought together for comparing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from selaras.compare.match import CodeIndex, Indikator, cara, indikator, pair_codes, pasangkan
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.fold import lipat
from selaras.values.text import Teks


class Setara(NamedTuple):
    """The same indicator in two tables; each may have it on several rows."""

    kiri: Sequence[Indikator]
    kanan: Sequence[Indikator]
    pasti: bool
    cara: Teks


def setarakan(kiri: Sequence[Table], kanan: Sequence[Table]) -> Iterator[Setara]:
    """Yield the indicators that two kinds of tables share, in the order of the first.

    Where both have codes only those of the same code are held against each other.
    """
    if all(table.berkode for table in (*kiri, *kanan)):
        left, right = _menurut_kode(kiri), _menurut_kode(kanan)
        for code, other in pair_codes(left, right):
            yield from _setarakan(left[code], right[other])
    else:
        yield from _setarakan(list(_indikator(kiri)), list(_indikator(kanan)))


def _setarakan(kiri: Sequence[Indikator], kanan: Sequence[Indikator]) -> Iterator[Setara]:
    for pair in pasangkan(_sekata(kiri), _sekata(kanan), _teks, _teks):
        yield Setara(pair.kiri, pair.kanan, pair.pasti, cara(pair))


def _teks(same: Sequence[Indikator]) -> str:
    return same[0].teks


def _sekata(indicators: Sequence[Indikator]) -> list[list[Indikator]]:
    """Return the indicators in groups of the same words."""
    found: dict[str, list[Indikator]] = {}
    for one in indicators:
        found.setdefault(lipat(one.teks), []).append(one)
    return list(found.values())


def _indikator(tables: Sequence[Table]) -> Iterator[Indikator]:
    return chain.from_iterable(map(indikator, tables))


def _menurut_kode(tables: Sequence[Table]) -> CodeIndex[Indikator]:
    return CodeIndex((one.kode, one) for one in _indikator(tables))


def per_kode(tables: Sequence[Table]) -> CodeIndex[Row]:
    """Return the rows of the hierarchy of several tables by their code."""
    return CodeIndex((row.kode_tempat, row) for table in tables for row in table.pokok)
