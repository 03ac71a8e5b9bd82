"""What is the same in two tables: by code, then by name, then by likeness, one to one.

All that pairs rows, names and indicators of two tables does it here: rules, and the comparison
sheets and functions of the add-in. A match that is not beyond doubt is marked so (`pasti` is
False): it may carry a warning, never an error. Where both sides have codes, these decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.finding import Place
from selaras.values.fold import lipat, mirip
from selaras.values.kode_reading import Kode, Tingkat
from selaras.values.text import KOSONG, Teks

#: Texts at least so alike can mean the same.
TERENDAH = 0.9
#: So alike, and with no other candidate as near, they do beyond doubt.
PASTI = 0.96
SELISIH_PASTI = 0.03
#: Indicators at least so alike may be one that was reworded.
SEBAGIAN = 0.6
#: How many pairs are compared by likeness at most; beyond that only equal texts match.
TERBANYAK = 60_000

#: Columns of indicator and target in the older SIPD form, by the level of the row.
_KOLOM_19 = {3: "program", 4: "hasil", 5: "keluaran"}

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
    main_row: Row
    #: Key of the column that it stands in: "indikator", or that of its level.
    key: str = "indikator"

    @property
    def key_target(self) -> str:
        """Key of the column that its target stands in."""
        return self.key.replace("indikator", "target")

    @property
    def kode(self) -> Kode | None:
        """The code of the row of the hierarchy, as its place tells."""
        return self.main_row.kode_tempat

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


def kolom_indikator(row: Row) -> tuple[str, str]:
    """Return the keys of the columns that hold the row's indicator and its target."""
    if row.table.name == "SIPD-19" and row.tingkat is not None:
        side = _KOLOM_19.get(row.tingkat, "keluaran")
        return f"indikator_{side}", f"target_{side}"
    return "indikator", "target"


def indikator(table: Table) -> Iterator[Indikator]:
    """Yield the indicators of a table in the order of the sheet, further ones included."""
    for pokok in table.pokok:
        key, _ = kolom_indikator(pokok)
        if key not in table.columns:
            continue
        for baris in (pokok, *pokok.indikator):
            text = " ".join(baris.text(key).split())
            if text:
                yield Indikator(text, baris, pokok, key)


class CodeIndex(Generic[T]):
    """Things by their code, where X.XX.01 is the .01 of the agency's own bidang urusan."""

    def __init__(self, items: Iterable[tuple[Kode | None, T]]) -> None:
        self._by_code: dict[Kode, list[T]] = {}
        for kode, item in items:
            if kode is not None:
                self._by_code.setdefault(kode, []).append(item)

    @cached_property
    def _without_bidang(self) -> dict[tuple[int, ...], list[Kode]]:
        found: dict[tuple[int, ...], list[Kode]] = {}
        for kode in self._by_code:
            if len(kode.bagian) > 2:
                found.setdefault(kode.bagian[2:], []).append(kode)
        return found

    def __iter__(self) -> Iterator[Kode]:
        return iter(self._by_code)

    def __getitem__(self, kode: Kode) -> list[T]:
        return self._by_code[kode]

    def code(self, kode: Kode) -> Kode | None:
        """Return the code that stands here for a code: itself, or the one under X.XX or for it.

        None where there is none, or more than one of which nothing tells which is meant.
        """
        if kode in self._by_code:
            return kode
        twins = self._twins(kode)
        return twins[0] if len(twins) == 1 else None

    def all(self, kode: Kode | None) -> Sequence[T]:
        """Return the things of a code; none where there is none."""
        found = self.code(kode) if kode is not None else None
        return self._by_code[found] if found is not None else ()

    def has(self, kode: Kode) -> bool:
        """Tell whether a code stands here, be it not clear as which."""
        return kode in self._by_code or bool(self._twins(kode))

    def _twins(self, kode: Kode) -> list[Kode]:
        below = self._without_bidang.get(kode.bagian[2:], ())
        return [one for one in below if _is_twin(one, kode)]


def pair_codes(left: CodeIndex[T], right: CodeIndex[U]) -> Iterator[tuple[Kode, Kode]]:
    """Yield each code of the left side with the one that it is on the right, where that is clear
    from both sides."""
    for code in left:
        other = right.code(code)
        if other is not None and left.code(other) == code:
            yield code, other


def is_same_code(one: Kode, other: Kode) -> bool:
    """Tell whether two codes are the same, X.XX.01 being the agency's own .01."""
    below = one.bagian[2:]
    return one == other or (bool(below) and below == other.bagian[2:] and _is_twin(one, other))


def _is_twin(one: Kode, other: Kode) -> bool:
    return _is_placeholder(one) != _is_placeholder(other)


def _is_placeholder(kode: Kode) -> bool:
    """Tell whether a code says X.XX where the bidang urusan goes."""
    return kode.bagian[0] == 0


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


class Bernama(NamedTuple, Generic[T]):
    """A thing with what it is matched by: its code, where it has one, and its name."""

    isi: T
    kode: Kode | None
    nama: str


class Cocok(NamedTuple, Generic[T, U]):
    """Two things that are the same; beyond doubt by code, or by a name that none other bears."""

    kiri: T
    kanan: U
    skor: float
    pasti: bool
    #: Others have the same name: which of them it is, is a guess.
    kembar: bool = False


def cocokkan(
    kiri: Sequence[Bernama[T]],
    kanan: Sequence[Bernama[U]],
    terendah: float,
    *,
    menurut_kode: CodeIndex[U],
    berulang: bool,
) -> list[Cocok[T, U]]:
    """Pair by code, then by name, then by likeness of names.

    `menurut_kode` may hold more than `kanan`: a code says of itself what is meant. `berulang` lets
    several on the left be the same one on the right. What both have other codes is never one.
    """
    found: list[Cocok[T, U]] = []
    rest: list[Bernama[T]] = []
    used: set[int] = set()
    for one in kiri:
        same = menurut_kode.all(one.kode)
        other = next((two for two in same if berulang or id(two) not in used), None)
        if other is None:
            rest.append(one)
        else:
            used.add(id(other))
            found.append(Cocok(one.isi, other, 1.0, pasti=True))
    free = [one for one in kanan if id(one.isi) not in used]
    twice = _kembar(rest) | _kembar(free)
    for match in pasangkan(rest, free, _nama, _nama, terendah):
        one, two = match.kiri, match.kanan
        if one.kode is None or two.kode is None:
            same_name, twin = match.skor >= 1.0, lipat(one.nama) in twice
            sure, guess = same_name and not twin, same_name and twin
            found.append(Cocok(one.isi, two.isi, match.skor, sure, guess))
    return found


def _nama(one: Bernama[T]) -> str:
    return one.nama


def _kembar(things: Sequence[Bernama[T]]) -> set[str]:
    """Return the folded names that stand there more than once."""
    return {name for name, count in Counter(lipat(one.nama) for one in things).items() if count > 1}


def pasangkan_bernama(
    kiri: Iterable[Row], kanan: Iterable[Row], terendah: float
) -> Iterator[Pasangan[Row, Row]]:
    """Yield the rows of one level and name that stand once on each side; the rest says nothing."""
    there = _sekali_bernama(kanan)
    for level, rows in _sekali_bernama(kiri).items():
        yield from pasangkan(rows, there.get(level, []), _nama_baris, _nama_baris, terendah)


def _nama_baris(row: Row) -> str:
    return row.nama


def _sekali_bernama(rows: Iterable[Row]) -> dict[Tingkat | None, list[Row]]:
    by_level: dict[Tingkat | None, dict[str, list[Row]]] = {}
    for row in rows:
        by_level.setdefault(row.tingkat, {}).setdefault(lipat(row.nama), []).append(row)
    return {
        level: [same[0] for same in names.values() if len(same) == 1]
        for level, names in by_level.items()
    }


class Sejajar(NamedTuple):
    """Indicators of the same program on two sides."""

    #: Pairs, and whether they are the same indicator (then their targets must agree).
    pasang: list[tuple[Row, Row, bool]]
    kiri: list[Row]
    kanan: list[Row]


def sejajarkan(kiri: Sequence[Row], key_kiri: str, kanan: Sequence[Row], key_kanan: str) -> Sejajar:
    """Pair the rows of indicators: the same words first, then the like, then what is left over."""
    found: list[tuple[Row, Row, bool]] = []
    if len(kiri) == len(kanan) == 1:
        # Nearly every row: the one may be a rewording of the other, or another measure.
        one, two = kiri[0].text(key_kiri), kanan[0].text(key_kanan)
        same = one == two or (ukuran(one) == ukuran(two) and mirip(one, two) >= SEBAGIAN)
        return Sejajar([(kiri[0], kanan[0], same)], [], [])
    left, right = list(kiri), list(kanan)
    for likeness in (TERENDAH, SEBAGIAN):
        matches = pasangkan(
            left, right, lambda row: row.text(key_kiri), lambda row: row.text(key_kanan), likeness
        )
        found += [(match.kiri, match.kanan, likeness == TERENDAH) for match in matches]
        used = {id(row) for match in matches for row in match[:2]}
        left = [row for row in left if id(row) not in used]
        right = [row for row in right if id(row) not in used]
    found += [(one, two, False) for one, two in zip(left, right, strict=False)]
    both = min(len(left), len(right))
    return Sejajar(found, left[both:], right[both:])


def cara(pasangan: Pasangan[T, U]) -> Teks:
    """Return how a match came about, for a message; blank where the words are the same."""
    if pasangan.skor >= 1.0:
        return KOSONG
    percent = int(pasangan.skor * 100)
    return Teks(
        f" (dicocokkan menurut kemiripan {percent}%)", f" (matched by a likeness of {percent}%)"
    )
