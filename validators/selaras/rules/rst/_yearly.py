"""One year's value of an indicator in T-C.29 held against T-C.30 (RST005 and RST006)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from selaras.compare.counterparts import Equivalent, pair_equivalents
from selaras.compare.years import find_column_year, find_year_columns, is_same_value
from selaras.reckon.shown import name_indikator, show_actual, show_cell
from selaras.rule import Finding, Findings, Text
from selaras.rule.seen import Row, Work
from selaras.values.text import capitalise


class Banding(NamedTuple):
    """What is compared: columns of T-C.29, how those of T-C.30 begin, and what messages say."""

    keys: tuple[str, ...]
    prefix: str
    label: Text


class _Opposed(NamedTuple):
    """A cell of T-C.29, and the one of T-C.30 for the same indicator and year."""

    row: Row
    key: str
    year: int
    lain: Row
    lain_key: str
    is_same: bool


def compare_yearly(work: Work, banding: Banding) -> Findings:
    """Yield a finding on each cell of T-C.29 that says otherwise than T-C.30 for the same year.

    Where an indicator stands on several rows in the same words, one that agrees is the one meant.
    """
    for pair in pair_equivalents(work.named("T-C.29"), work.named("T-C.30")):
        for key in banding.keys:
            opposed = list(_find_opposed(pair, key, banding.prefix))
            if any(one.is_same for one in opposed):
                continue
            for one in {one.row: one for one in reversed(opposed)}.values():
                yield _build_finding(one, pair, banding.label)


def _find_opposed(pair: Equivalent, key: str, prefix: str) -> Iterator[_Opposed]:
    for left in pair.left:
        year = find_column_year(left.row.table, key)
        if year is None:
            continue
        for right in pair.right:
            other = find_year_columns(right.row.table, prefix).get(year)
            if other is not None:
                same = is_same_value(left.row, key, right.row, other)
                if same is not None:
                    yield _Opposed(left.row, key, year, right.row, other, same)


def _build_finding(one: _Opposed, pair: Equivalent, label: Text) -> Finding:
    place = one.lain.place(one.lain_key)
    says, other = show_cell(one.row, one.key), show_cell(one.lain, one.lain_key)
    name = name_indikator(one.row)
    return one.row.build_finding(
        one.key,
        Text(
            f"{capitalise(label.id)} {one.year} {name} tertulis {says.id}, "
            f"sedangkan di T-C.30 {other.id} ({place.sheet}!{place.cell}){pair.way.id}.",
            f"The {label.en} {one.year} of {name} says {says.en}, "
            f"but {other.en} in T-C.30 ({place.sheet}!{place.cell}){pair.way.en}.",
        ),
        advice=Text(
            "Samakan kedua tabel dengan dokumen sumbernya (Renstra, laporan kinerja).",
            "Let both tables agree with their source (the Renstra, the performance report).",
        ),
        expected=other.id,
        actual=show_actual(one.row, one.key),
        related=(place,),
    )
