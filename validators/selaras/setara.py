"""Indicators and rows that stand in two tables, brought together for comparing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.lipat import lipat
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.padanan import Indikator, Kunci, cara, indikator, kunci, pasangkan
from selaras.tables import RENCANA
from selaras.teks import Teks


def tabel_renja(work: Work, names: Sequence[str] = RENCANA) -> list[Table]:
    """Return the tables of the first of these names that the workbook has."""
    for name in names:
        found = work.named(name)
        if found:
            return found
    return []


class Setara(NamedTuple):
    """The same indicator in two tables; each may have it on several rows."""

    kiri: Sequence[Indikator]
    kanan: Sequence[Indikator]
    pasti: bool
    cara: Teks


class _Sekata(NamedTuple):
    """Indicators in the same words."""

    teks: str
    isi: list[Indikator]


def setarakan(kiri: Sequence[Table], kanan: Sequence[Table]) -> Iterator[Setara]:
    """Yield the indicators that two kinds of tables share, in the order of the first.

    Where both have codes only those of the same code are held against each other.
    """
    berkode = all(table.berkode for table in (*kiri, *kanan))
    left, right = _menurut_kode(kiri, berkode), _menurut_kode(kanan, berkode)
    for code, words in left.items():
        for pair in pasangkan(words, right.get(code, []), _teks, _teks):
            yield Setara(pair.kiri.isi, pair.kanan.isi, pair.pasti, cara(pair))


def _teks(words: _Sekata) -> str:
    return words.teks


def _menurut_kode(tables: Sequence[Table], berkode: bool) -> dict[Kunci, list[_Sekata]]:
    by_words: dict[tuple[Kunci, str], _Sekata] = {}
    found: dict[Kunci, list[_Sekata]] = {}
    for table in tables:
        for one in indikator(table):
            code: Kunci = ()
            if berkode:
                if one.kode is None:
                    continue
                code = kunci(one.kode)
            key = (code, lipat(one.teks))
            words = by_words.get(key)
            if words is None:
                words = by_words[key] = _Sekata(one.teks, [])
                found.setdefault(code, []).append(words)
            words.isi.append(one)
    return found


def menurut_kode(tables: Sequence[Table]) -> dict[Kunci, list[Row]]:
    """Return the rows of the hierarchy of several tables by their code."""
    found: dict[Kunci, list[Row]] = {}
    for table in tables:
        for row in table.pokok:
            if row.kode_tempat is not None:
                found.setdefault(kunci(row.kode_tempat), []).append(row)
    return found
