"""How well the words of a head fit a column of a table, and what a head beside the table's is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from selaras.recognise.candidates import is_sumber_head
from selaras.recognise.evidence import SeenContent
from selaras.recognise.heads import ColumnHead
from selaras.recognise.words import (
    LEVEL_WORDS,
    MONEY_WORDS,
    NAMING_WORDS,
    NEUTRAL_WORDS,
    is_level_head,
    read_phrase,
    split_words,
)
from selaras.tables import ADDED_COLUMNS, ColumnSpec, Content, TableSpec
from selaras.tables.shared import BEFORE_WORDS

#: A pair below this is no match.
LOWEST_PAIR = 0.45
#: "Jumlah" alone is an amount where amounts stand below it.
BARE_TOTAL = 0.5
#: Words of a head over nothing but money.
MONEY_HEAD_WORDS = MONEY_WORDS | {"rp"}


@cache
def _read_added_heads() -> frozenset[frozenset[str]]:
    """Return the words of the columns that people add to any table ("Satuan")."""
    return frozenset(read_phrase(phrase) for phrase in ADDED_COLUMNS)


def is_harmless(leaf: frozenset[str], upper: frozenset[str]) -> bool:
    """Tell whether a head tells nothing against a table: an added column, a level of names."""
    return leaf in _read_added_heads() or is_level_head(leaf, upper)


#: The words of a head: its own, and those above it.
_LeafUpper = tuple[frozenset[str], frozenset[str]]


def _list_leaf_upper(heads: Sequence[ColumnHead]) -> tuple[_LeafUpper, ...]:
    return tuple((head.leaf, head.upper) for head in heads)


def score_heads(heads: Sequence[ColumnHead]) -> HeadScores:
    """Return the scores for some heads."""
    return _score_heads(_list_leaf_upper(heads))


@lru_cache(maxsize=64)
def _score_heads(heads: tuple[_LeafUpper, ...]) -> HeadScores:
    """Return the scores for heads of these words; sheets of one workbook often share them."""
    return HeadScores(heads)


class HeadScores:
    """How well a spec's column fits a head; columns of many specs share their wording."""

    def __init__(self, heads: Sequence[_LeafUpper]) -> None:
        self._heads = heads
        #: Pairs that were found, by table, plan year, and what else the heads say.
        self.alignments: dict[tuple[str, int | None, tuple[object, ...]], dict[int, int]] = {}
        self._own = sum(1 for leaf, upper in heads if not is_harmless(leaf, upper))
        self._known: dict[tuple[int, int, int, Content, bool], list[float]] = {}

    def score_column(self, column: ColumnSpec) -> list[float]:
        """Return how well the column fits each of the heads."""
        key = (
            id(column.heads),
            id(column.groups),
            id(column.against),
            column.content,
            column.needs_group,
        )
        scores = self._known.get(key)
        if scores is None:
            scores = self._known[key] = [score_pair(column, *words) for words in self._heads]
        return scores

    def compute_best(self, spec: TableSpec) -> float:
        """Return what a reading of the heads as this table can score at most, without title."""
        if any(max(self.score_column(spec.column(key))) < LOWEST_PAIR for key in spec.key_columns):
            return -1.0
        tops = [min(1.0, max(0.0, *self.score_column(column))) for column in spec.columns]
        required = [top for top, column in zip(tops, spec.columns, strict=True) if column.required]
        cover = sum(required) / len(required)
        return 0.5 * cover + 0.5 * min(1.0, sum(tops) / max(1, self._own))

    def __call__(self, column: ColumnSpec, index: int) -> float:
        return self.score_column(column)[index]


class _Phrases(NamedTuple):
    """The wordings of a column as sets of words."""

    heads: tuple[frozenset[str], ...]
    groups: tuple[frozenset[str], ...]
    against: tuple[frozenset[str], ...]
    #: Every word of the heads: a head that shares none of them is no match.
    words: frozenset[str]
    #: Whether one wording says nothing but that it is an amount.
    is_general: bool


@cache
def _read_phrases(
    heads: tuple[str, ...], groups: tuple[str, ...], against: tuple[str, ...]
) -> _Phrases:
    words = tuple(read_phrase(phrase) for phrase in heads)
    is_general = any(phrase <= MONEY_WORDS for phrase in words)
    return _Phrases(
        words,
        tuple(read_phrase(group) for group in groups),
        tuple(read_phrase(word) for word in against),
        frozenset().union(*words, *([MONEY_WORDS, NEUTRAL_WORDS] if is_general else [])),
        is_general,
    )


def score_pair(column: ColumnSpec, leaf: frozenset[str], upper: frozenset[str]) -> float:
    """Return how well a head's words fit a column: about 1 for the wording itself, 0 for none.

    `leaf` are the head's own words, `upper` those above it.
    """
    all_words = leaf | upper
    phrases = _read_phrases(column.heads, column.groups, column.against)
    if phrases.words.isdisjoint(all_words):
        return 0.0
    if leaf in _read_added_heads() and phrases.words.isdisjoint(leaf):
        return 0.0
    if _names_a_level(leaf, upper) and column.content is not Content.NAME:
        return 0.0
    if "kode" in leaf and leaf & NAMING_WORDS and leaf & LEVEL_WORDS:
        # "Kode dan Nama Program": names that begin with their code.
        if column.content is Content.KODE:
            return 0.0
        if column.content is Content.NAME:
            leaf -= {"kode"}
            all_words = leaf | upper
    grouped = [group for group in phrases.groups if group <= all_words]
    best = _score_likeness(phrases.heads, leaf, upper)
    telling = leaf - NEUTRAL_WORDS
    if telling and telling != leaf:
        best = max(best, _score_likeness(phrases.heads, telling, upper))
    if column.content is Content.MONEY and phrases.is_general:
        best = max(best, _as_amount(leaf, telling))
    # "Pagu prakiraan maju" is the group "prakiraan maju" and the head "pagu" in one cell.
    for group in grouped:
        if group & leaf and leaf - group:
            best = max(best, _score_likeness(phrases.heads, leaf - group, upper | group))
    if column.groups:
        best += 0.25 if grouped else -0.6 if column.needs_group else -0.1
    if any(word <= all_words for word in phrases.against):
        best -= 0.6
    if column.content in (Content.TARGET, Content.INDIKATOR) and leaf <= MONEY_HEAD_WORDS:
        best -= 0.6
    if _promises(leaf, upper) and _is_realised(column):
        best -= 0.6
    return best


def _names_a_level(leaf: frozenset[str], upper: frozenset[str]) -> bool:
    """Tell whether a head says no more than a level: it stands over the names of that level.

    So does "Nama Sub Kegiatan", whatever the group above it says.
    """
    if leaf | upper <= LEVEL_WORDS or is_level_head(leaf, upper):
        return True
    named = bool(leaf & NAMING_WORDS and leaf & LEVEL_WORDS)
    return named and leaf <= NAMING_WORDS | LEVEL_WORDS


def _is_realised(column: ColumnSpec) -> bool:
    """Tell whether a column holds what came of a plan: by its own head, or the one above it."""
    return any(
        heads and heads[0].startswith("Realisasi") for heads in (column.heads, column.groups)
    )


def _promises(leaf: frozenset[str], upper: frozenset[str]) -> bool:
    """Tell whether a head stands over what is aimed at, not over what came of it."""
    words = leaf | upper
    return bool(words & _AIMS) and "realisasi" not in words and "capaian" not in leaf


_AIMS = split_words("target aksi")


def _as_amount(leaf: frozenset[str], telling: frozenset[str]) -> float:
    """Return how well a head fits an amount: "Jumlah Biaya (Rp)", whatever the table calls it.

    `telling` are those of its own words that are no unit and the like.
    """
    if telling:
        return 1.0 if telling - _PLAN_WORD <= MONEY_WORDS and telling - _PLAN_WORD else 0.0
    if not leaf:
        return 0.0
    return 1.0 if "rp" in leaf else BARE_TOTAL


_PLAN_WORD = frozenset(("rencana",))


def _score_likeness(
    phrases: Sequence[frozenset[str]], leaf: frozenset[str], upper: frozenset[str]
) -> float:
    """Return how well the best of some wordings fits a head's own words, and those above it."""
    all_words = leaf | upper
    best = 0.0
    for words in phrases:
        size = len(words)
        common = len(words & leaf)
        if common:
            best = max(best, 2 * common / (size + len(leaf)))
            if common == size:
                best = max(best, 0.5 + 0.06 * min(common, 6))
        if upper:
            whole = len(words & all_words)
            # What it shares with the group alone says nothing: "Lokasi" under "Rencana" is no
            # "Rencana Anggaran".
            if common:
                best = max(best, 0.92 * 2 * whole / (size + len(all_words)))
            if whole == size:
                best = max(best, (0.5 if common else 0.4) + 0.06 * min(whole, 6))
    return best


def is_unread(head: ColumnHead, content: SeenContent) -> bool:
    """Tell whether a head that no column was found for stands over what must not be left aside."""
    return content in UNREAD_CONTENTS and not is_addition(head)


def is_addition(head: ColumnHead) -> bool:
    """Tell whether a head is that of a column beside the table's own, known for what it is.

    Such are columns that people add to any table, those that check others, parts of an amount by
    fund source, amounts before a revision, and quantities.
    """
    words = head.all_words
    return (
        is_harmless(head.leaf, head.upper)
        or head.leaf - NEUTRAL_WORDS in _read_added_heads()
        or not words.isdisjoint(_CHECKING | _IDENTIFYING)
        or (not words.isdisjoint(_QUANTITY) and words.isdisjoint(MONEY_HEAD_WORDS))
        or is_sumber_head(head.text.rpartition(" | ")[2])
        or any(read_phrase(phrase) <= words for phrase in BEFORE_WORDS)
        or ("n-1" in words and not words.isdisjoint(MONEY_WORDS))
    )


#: Words over a column that only checks another.
_CHECKING = split_words("seharusnya selisih periksa cek kontrol bertambah berkurang rumus")
#: Words over what a program knows its rows by.
_IDENTIFYING = split_words("id uuid")
#: Words over numbers that are no money.
_QUANTITY = split_words("target volume kinerja capaian penduduk luas")
#: What a column may hold that no reading may leave aside.
UNREAD_CONTENTS = frozenset((SeenContent.AMOUNTS, SeenContent.CODES, SeenContent.NAMES))
