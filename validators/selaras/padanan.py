"""Rows that mean the same in two tables: matched by folding first, then by likeness, one to one.

A match that is not beyond doubt is marked so (`pasti` is False): it may carry a warning, never an
error. Where both tables have codes, only rows of the same code are held against each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from selaras.finding import Place
from selaras.kode import Kode
from selaras.lipat import lipat, mirip
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.teks import KOSONG, Teks

#: Texts at least so alike can mean the same.
TERENDAH = 0.9
#: So alike, and with no other candidate as near, they do beyond doubt.
PASTI = 0.96
SELISIH_PASTI = 0.03
#: How many pairs are compared by likeness at most; beyond that only equal texts match.
TERBANYAK = 60_000

#: What an indicator measures: a count and a share of the same thing are two indicators.
_UKURAN = {
    "jumlah": "jumlah",
    "banyaknya": "jumlah",
    "terlaksananya": "jumlah",
    "persentase": "persen",
    "presentase": "persen",
    "prosentase": "persen",
    "persen": "persen",
    "tingkat": "tingkat",
    "nilai": "nilai",
    "indeks": "nilai",
    "skor": "nilai",
    "predikat": "nilai",
    "rasio": "rasio",
    "cakupan": "persen",
}

T = TypeVar("T")
U = TypeVar("U")


class Indikator(NamedTuple):
    """An indicator: its text, the row it stands on, the row of the hierarchy it is of."""

    teks: str
    baris: Row
    pokok: Row
    #: Key of the column that it stands in: "indikator" or "rkpd_indikator".
    key: str = "indikator"

    @property
    def kode(self) -> Kode | None:
        """The code of the row of the hierarchy."""
        return self.pokok.kode

    @property
    def place(self) -> Place:
        """Where the indicator stands."""
        return self.baris.place(self.key)


class Pasangan(NamedTuple, Generic[T, U]):
    """Two things taken for the same, and how sure that is (1.0: the same words)."""

    kiri: T
    kanan: U
    skor: float
    pasti: bool


def indikator(table: Table, key: str = "indikator") -> Iterator[Indikator]:
    """Yield the indicators of a table in the order of the sheet, further ones included."""
    if key not in table.columns:
        return
    for pokok in table.pokok:
        for baris in (pokok, *pokok.indikator):
            text = " ".join(baris.text(key).split())
            if text:
                yield Indikator(text, baris, pokok, key)


def ukuran(text: str) -> str:
    """Return what an indicator measures, by its first word: "jumlah", "persen" ... or ""."""
    first, _, _ = lipat(text).partition(" ")
    return _UKURAN.get(first, "")


def pasangkan(
    kiri: Sequence[T],
    kanan: Sequence[U],
    teks_kiri: Callable[[T], str],
    teks_kanan: Callable[[U], str],
    terendah: float = TERENDAH,
) -> list[Pasangan[T, U]]:
    """Return the pairs whose texts say the same, each thing used once, in the order of `kiri`."""
    left = list(enumerate(map(teks_kiri, kiri)))
    right = list(enumerate(map(teks_kanan, kanan)))
    pairs: dict[int, tuple[int, float, bool]] = {}
    waiting: dict[str, list[int]] = {}
    for j, text in right:
        if lipat(text):
            waiting.setdefault(lipat(text), []).append(j)
    often = Counter(lipat(text) for _, text in left)
    once = {words for words, same in waiting.items() if len(same) == 1 and often[words] == 1}
    for i, text in left:
        same = waiting.get(lipat(text))
        if same:
            # The same words twice over: order pairs them, and that is a guess.
            pairs[i] = (same.pop(0), 1.0, lipat(text) in once)
    taken = {j for j, _, _ in pairs.values()}
    rest_left = [(i, text) for i, text in left if i not in pairs and lipat(text)]
    rest_right = [(j, text) for j, text in right if j not in taken and lipat(text)]
    if len(rest_left) * len(rest_right) <= TERBANYAK:
        for i, j, score, sure in _menurut_kemiripan(rest_left, rest_right, terendah):
            pairs[i] = (j, score, sure)
    return [
        Pasangan(kiri[i], kanan[j], score, sure) for i, (j, score, sure) in sorted(pairs.items())
    ]


def _menurut_kemiripan(
    left: Sequence[tuple[int, str]], right: Sequence[tuple[int, str]], lowest: float
) -> Iterator[tuple[int, int, float, bool]]:
    scores = [
        (score, i, j)
        for i, one in left
        for j, other in right
        if ukuran(one) == ukuran(other) and (score := mirip(one, other)) >= lowest
    ]
    scores.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    used_left: set[int] = set()
    used_right: set[int] = set()
    for score, i, j in scores:
        if i in used_left or j in used_right:
            continue
        used_left.add(i)
        used_right.add(j)
        rival = max(
            (other for other, a, b in scores if (a == i) != (b == j)),
            default=0.0,
        )
        yield i, j, score, score >= PASTI and score - rival >= SELISIH_PASTI


def cara(pasangan: Pasangan[T, U]) -> Teks:
    """Return how a match came about, for a message; blank where the words are the same."""
    if pasangan.skor >= 1.0:
        return KOSONG
    percent = int(pasangan.skor * 100)
    return Teks(
        f" (dicocokkan menurut kemiripan {percent}%)", f" (matched by a likeness of {percent}%)"
    )
