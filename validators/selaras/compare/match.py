"""What is the same in two tables: by code, then by name, then by likeness, one to one.

All that pairs rows, names and indicators of two tables does it here: rules, and the comparison
sheets and functions of the add-in. A match that is not beyond doubt is marked so (`is_certain`
is False): it may carry a warning, never an error. Where both sides have codes, these decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.finding import Place
from selaras.values.fold import fold, measure_likeness
from selaras.values.kode_reading import Kode, Level
from selaras.values.text import EMPTY, Text

#: Texts at least so alike can mean the same.
LEAST_LIKENESS = 0.9
#: So alike, and with no other candidate as near, they do beyond doubt.
CERTAIN = 0.96
CERTAIN_LEAD = 0.03
#: Indicators at least so alike may be one that was reworded.
REWORDED_LIKENESS = 0.6
#: How many pairs are compared by likeness at most; beyond that only equal texts match.
MOST_COMPARED = 60_000

#: Columns of indicator and target in the older SIPD form, by the level of the row.
_COLUMNS_19 = {3: "program", 4: "hasil", 5: "keluaran"}

#: What an indicator measures: a count and a share of the same thing are two indicators.
_MEASURED_KINDS = {
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

    text: str
    row: Row
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
        return self.main_row.placed_kode

    @property
    def place(self) -> Place:
        """Where the indicator stands."""
        return self.row.place(self.key)


class Pair(NamedTuple, Generic[T, U]):
    """Two things taken for the same, and how sure that is (1.0: the same words)."""

    left: T
    right: U
    score: float
    is_certain: bool


def find_indikator_columns(row: Row) -> tuple[str, str]:
    """Return the keys of the columns that hold the row's indicator and its target."""
    if row.table.name == "SIPD-19" and row.level is not None:
        side = _COLUMNS_19.get(row.level, "keluaran")
        return f"indikator_{side}", f"target_{side}"
    return "indikator", "target"


def find_indikator(table: Table) -> Iterator[Indikator]:
    """Yield the indicators of a table in the order of the sheet, further ones included."""
    for main_row in table.main_rows:
        key, _ = find_indikator_columns(main_row)
        if key not in table.columns:
            continue
        for carrying_row in (main_row, *main_row.indikator):
            text = " ".join(carrying_row.text(key).split())
            if text:
                yield Indikator(text, carrying_row, main_row, key)


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
            if len(kode.parts) > 2:
                found.setdefault(kode.parts[2:], []).append(kode)
        return found

    def __iter__(self) -> Iterator[Kode]:
        return iter(self._by_code)

    def __getitem__(self, kode: Kode) -> list[T]:
        return self._by_code[kode]

    def find_code(self, kode: Kode) -> Kode | None:
        """Return the code that stands here for a code: itself, or the one under X.XX or for it.

        None where there is none, or more than one of which nothing tells which is meant.
        """
        if kode in self._by_code:
            return kode
        twins = self._find_same_below(kode)
        return twins[0] if len(twins) == 1 else None

    def find_all(self, kode: Kode | None) -> Sequence[T]:
        """Return the things of a code; none where there is none."""
        found = self.find_code(kode) if kode is not None else None
        return self._by_code[found] if found is not None else ()

    def has(self, kode: Kode) -> bool:
        """Tell whether a code stands here, be it not clear as which."""
        return kode in self._by_code or bool(self._find_same_below(kode))

    def _find_same_below(self, kode: Kode) -> list[Kode]:
        below = self._without_bidang.get(kode.parts[2:], ())
        return [one for one in below if _is_twin(one, kode)]


def index_rows(rows: Iterable[Row]) -> CodeIndex[Row]:
    """Return rows by the codes by which they stand where they do."""
    return CodeIndex((row.placed_kode, row) for row in rows)


def pair_codes(left: CodeIndex[T], right: CodeIndex[U]) -> Iterator[tuple[Kode, Kode]]:
    """Yield each code of the left side with the one that it is on the right, where that is clear
    from both sides."""
    for code in left:
        other = right.find_code(code)
        if other is not None and left.find_code(other) == code:
            yield code, other


def is_same_code(one: Kode, other: Kode) -> bool:
    """Tell whether two codes are the same, X.XX.01 being the agency's own .01."""
    below = one.parts[2:]
    return one == other or (bool(below) and below == other.parts[2:] and _is_twin(one, other))


def _is_twin(one: Kode, other: Kode) -> bool:
    return _is_placeholder(one) != _is_placeholder(other)


def _is_placeholder(kode: Kode) -> bool:
    """Tell whether a code says X.XX where the bidang urusan goes."""
    return kode.parts[0] == 0


def find_measured(text: str) -> str:
    """Return what an indicator measures, by its first word: "jumlah", "persen" ... or ""."""
    first, _, _ = fold(text).partition(" ")
    return _MEASURED_KINDS.get(first, "")


def pair_texts(
    lefts: Sequence[T],
    rights: Sequence[U],
    left_text: Callable[[T], str],
    right_text: Callable[[U], str],
    lowest: float = LEAST_LIKENESS,
) -> list[Pair[T, U]]:
    """Return the pairs whose texts say the same, each thing used once, in the order of the left."""
    left = list(enumerate(map(left_text, lefts)))
    right = list(enumerate(map(right_text, rights)))
    pairs: dict[int, tuple[int, float, bool]] = {}
    waiting: dict[str, list[int]] = {}
    for j, text in right:
        if fold(text):
            waiting.setdefault(fold(text), []).append(j)
    often = Counter(fold(text) for _, text in left)
    once = {words for words, same in waiting.items() if len(same) == 1 and often[words] == 1}
    for i, text in left:
        same = waiting.get(fold(text))
        if same:
            # The same words twice over: order pairs them, and that is a guess.
            pairs[i] = (same.pop(0), 1.0, fold(text) in once)
    taken = {j for j, _, _ in pairs.values()}
    rest_left = [(i, text) for i, text in left if i not in pairs and fold(text)]
    rest_right = [(j, text) for j, text in right if j not in taken and fold(text)]
    if len(rest_left) * len(rest_right) <= MOST_COMPARED:
        for i, j, score, sure in _pair_by_likeness(rest_left, rest_right, lowest):
            pairs[i] = (j, score, sure)
    return [Pair(lefts[i], rights[j], score, sure) for i, (j, score, sure) in sorted(pairs.items())]


def _pair_by_likeness(
    left: Sequence[tuple[int, str]], right: Sequence[tuple[int, str]], lowest: float
) -> Iterator[tuple[int, int, float, bool]]:
    scores = [
        (score, i, j)
        for i, one in left
        for j, other in right
        if find_measured(one) == find_measured(other)
        and (score := measure_likeness(one, other)) >= lowest
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
        yield i, j, score, score >= CERTAIN and score - rival >= CERTAIN_LEAD


class Named(NamedTuple, Generic[T]):
    """A thing with what it is matched by: its code, where it has one, and its name."""

    content: T
    kode: Kode | None
    name: str


class Match(NamedTuple, Generic[T, U]):
    """Two things that are the same; beyond doubt by code, or by a name that none other bears."""

    left: T
    right: U
    score: float
    is_certain: bool
    #: Others have the same name: which of them it is, is a guess.
    has_twin: bool = False


def match_named(
    lefts: Sequence[Named[T]],
    rights: Sequence[Named[U]],
    lowest: float,
    *,
    by_kode: CodeIndex[U],
    repeated: bool,
) -> list[Match[T, U]]:
    """Pair by code, then by name, then by likeness of names.

    `by_kode` may hold more than `rights`: a code says of itself what is meant. `repeated` lets
    several on the left be the same one on the right. What both have other codes is never one.
    """
    found: list[Match[T, U]] = []
    rest: list[Named[T]] = []
    used: set[int] = set()
    for one in lefts:
        same = by_kode.find_all(one.kode)
        other = next((two for two in same if repeated or id(two) not in used), None)
        if other is None:
            rest.append(one)
        else:
            used.add(id(other))
            found.append(Match(one.content, other, 1.0, is_certain=True))
    free = [one for one in rights if id(one.content) not in used]
    twice = _find_twins(rest) | _find_twins(free)
    for match in pair_texts(rest, free, _find_name, _find_name, lowest):
        one, two = match.left, match.right
        if one.kode is None or two.kode is None:
            same_name, twin = match.score >= 1.0, fold(one.name) in twice
            sure, guess = same_name and not twin, same_name and twin
            found.append(Match(one.content, two.content, match.score, sure, guess))
    return found


def _find_name(one: Named[T]) -> str:
    return one.name


def _find_twins(things: Sequence[Named[T]]) -> set[str]:
    """Return the folded names that stand there more than once."""
    return {name for name, count in Counter(fold(one.name) for one in things).items() if count > 1}


def pair_named_rows(
    lefts: Iterable[Row], rights: Iterable[Row], lowest: float
) -> Iterator[Pair[Row, Row]]:
    """Yield the rows of one level and name that stand once on each side; the rest says nothing."""
    there = _find_named_once(rights)
    for level, rows in _find_named_once(lefts).items():
        yield from pair_texts(rows, there.get(level, []), _find_row_name, _find_row_name, lowest)


def _find_row_name(row: Row) -> str:
    return row.name


def _find_named_once(rows: Iterable[Row]) -> dict[Level | None, list[Row]]:
    by_level: dict[Level | None, dict[str, list[Row]]] = {}
    for row in rows:
        by_level.setdefault(row.level, {}).setdefault(fold(row.name), []).append(row)
    return {
        level: [same[0] for same in names.values() if len(same) == 1]
        for level, names in by_level.items()
    }


class AlignedIndikator(NamedTuple):
    """Indicators of the same program on two sides."""

    #: Pairs, and whether they are the same indicator (then their targets must agree).
    pairs: list[tuple[Row, Row, bool]]
    left: list[Row]
    right: list[Row]


def align_indikator(
    lefts: Sequence[Row], left_key: str, rights: Sequence[Row], right_key: str
) -> AlignedIndikator:
    """Pair the rows of indicators: the same words first, then the like, then what is left over."""
    found: list[tuple[Row, Row, bool]] = []
    if len(lefts) == len(rights) == 1:
        # Nearly every row: the one may be a rewording of the other, or another measure.
        one, two = lefts[0].text(left_key), rights[0].text(right_key)
        same = one == two or (
            find_measured(one) == find_measured(two)
            and measure_likeness(one, two) >= REWORDED_LIKENESS
        )
        return AlignedIndikator([(lefts[0], rights[0], same)], [], [])
    left, right = list(lefts), list(rights)
    for likeness in (LEAST_LIKENESS, REWORDED_LIKENESS):
        matches = pair_texts(
            left, right, lambda row: row.text(left_key), lambda row: row.text(right_key), likeness
        )
        found += [(match.left, match.right, likeness == LEAST_LIKENESS) for match in matches]
        used = {row for match in matches for row in (match.left, match.right)}
        left = [row for row in left if row not in used]
        right = [row for row in right if row not in used]
    found += [(one, two, False) for one, two in zip(left, right, strict=False)]
    both = min(len(left), len(right))
    return AlignedIndikator(found, left[both:], right[both:])


def say_match(pair: Pair[T, U]) -> Text:
    """Return how a match came about, for a message; blank where the words are the same."""
    if pair.score >= 1.0:
        return EMPTY
    percent = int(pair.score * 100)
    return Text(
        f" (dicocokkan menurut kemiripan {percent}%)", f" (matched by a likeness of {percent}%)"
    )


# Indicators, be each on several rows


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
        yield from _pair_equivalents(
            list(_find_all_indikator(first)), list(_find_all_indikator(second))
        )


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


def _find_all_indikator(tables: Sequence[Table]) -> Iterator[Indikator]:
    return chain.from_iterable(map(find_indikator, tables))


def _index_by_kode(tables: Sequence[Table]) -> CodeIndex[Indikator]:
    return CodeIndex((one.kode, one) for one in _find_all_indikator(tables))
