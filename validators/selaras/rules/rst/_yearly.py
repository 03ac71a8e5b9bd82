"""One year's value of an indicator in T-C.29 held against T-C.30 (RST005 and RST006)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from selaras.compare.counterparts import Setara, setarakan
from selaras.compare.years import kolom_tahun, senilai, tahun_kolom
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.reckon.shown import aktual, sebut, tertulis
from selaras.values.finding import Finding
from selaras.values.text import Teks, besar


class Banding(NamedTuple):
    """What is compared: columns of T-C.29, how those of T-C.30 begin, and what messages say."""

    keys: tuple[str, ...]
    awalan: str
    sebutan: Teks


class _Lawan(NamedTuple):
    """A cell of T-C.29, and the one of T-C.30 for the same indicator and year."""

    baris: Row
    key: str
    tahun: int
    lain: Row
    lain_key: str
    sama: bool


def bandingkan(work: Work, banding: Banding) -> Iterator[Finding]:
    """Yield a finding on each cell of T-C.29 that says otherwise than T-C.30 for the same year.

    Where an indicator stands on several rows in the same words, one that agrees is the one meant.
    """
    for pair in setarakan(work.named("T-C.29"), work.named("T-C.30")):
        for key in banding.keys:
            opposed = list(_lawan(pair, key, banding.awalan))
            if any(one.sama for one in opposed):
                continue
            for one in {id(one.baris): one for one in reversed(opposed)}.values():
                yield _temuan(one, pair, banding.sebutan)


def _lawan(pair: Setara, key: str, awalan: str) -> Iterator[_Lawan]:
    for left in pair.kiri:
        year = tahun_kolom(left.baris.table, key)
        if year is None:
            continue
        for right in pair.kanan:
            other = kolom_tahun(right.baris.table, awalan).get(year)
            if other is not None:
                same = senilai(left.baris, key, right.baris, other)
                if same is not None:
                    yield _Lawan(left.baris, key, year, right.baris, other, same)


def _temuan(one: _Lawan, pair: Setara, sebutan: Teks) -> Finding:
    place = one.lain.place(one.lain_key)
    says, other = tertulis(one.baris, one.key), tertulis(one.lain, one.lain_key)
    name = sebut(one.baris)
    return one.baris.temuan(
        one.key,
        Teks(
            f"{besar(sebutan.id)} {one.tahun} {name} tertulis {says.id}, "
            f"sedangkan di T-C.30 {other.id} ({place.sheet}!{place.cell}){pair.cara.id}.",
            f"The {sebutan.en} {one.tahun} of {name} says {says.en}, "
            f"but {other.en} in T-C.30 ({place.sheet}!{place.cell}){pair.cara.en}.",
        ),
        advice=Teks(
            "Samakan kedua tabel dengan dokumen sumbernya (Renstra, laporan kinerja).",
            "Let both tables agree with their source (the Renstra, the performance report).",
        ),
        expected=other.id,
        actual=aktual(one.baris, one.key),
        related=(place,),
    )
