"""Choose the reading of a head: which table it is, by its heads, titles and data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from selaras.recognise.align import SAME_SCORE, align_columns, by_data
from selaras.recognise.evidence import Evidence, SeenContent
from selaras.recognise.foreign import count_realised, foreign_heads, foreign_title, is_plan
from selaras.recognise.forward import mark_forward
from selaras.recognise.heads import ColumnHead
from selaras.recognise.score import (
    LOWEST_PAIR,
    HeadScores,
    is_addition,
    is_harmless,
    is_unread,
    score_heads,
)
from selaras.recognise.titles import TITLE_SCORE, read_title_lines, score_title
from selaras.recognise.words import RELATIVE_YEARS, read_words
from selaras.tables import SPECS, Content, TableSpec

#: A head below this is no table.
LEAST_SCORE = 0.62
#: So much of the required columns must be there; less where a title names the table.
LEAST_COVER = 0.5
LEAST_TITLED_COVER = 0.3
#: The same for a table whose heads many other tables have, where no title tells.
LOWEST_COMMON_SCORE = 0.92
#: What each column of amounts, codes or names that a reading leaves unread takes from its score.
UNREAD_COST = 0.15
#: A title line has spoken, not only the sheet's name.
_TITLED = 0.2
#: All that tells against a reading takes at most so much from it.
MOST_AGAINST = 0.6


class HeadMatch(NamedTuple):
    """A reading of a head: the table, its columns, the plan year that its heads speak of."""

    spec: TableSpec
    columns: Mapping[str, ColumnHead]
    year: int | None
    score: float
    #: Score from the heads alone, without the title.
    head_score: float
    #: Whether a title line or the sheet's name speaks for this table.
    is_titled: bool
    #: How much of the table's required columns was found.
    completeness: float = 1.0
    #: Whether its column of codes holds codes of programs.
    coded: bool = False


def match_heads(
    heads: Sequence[ColumnHead],
    titles: Iterable[str],
    sheet_name: str,
    evidence: Evidence,
    only: TableSpec | None = None,
) -> tuple[HeadMatch | None, HeadMatch | None]:
    """Return the best reading of a head; or None, and the closest one that is not good enough.

    `evidence` is what the data below the head say of its columns.
    """
    titles = list(titles)
    lines, name = read_title_lines(titles), frozenset(read_words(sheet_name).words)
    keyed = are_keys([head.text for head in heads])
    forward = mark_forward(heads, titles)
    against = evidence.against + foreign_heads(head.all_words for head in heads)
    words, named = [read_words(title).words for title in titles], read_words(sheet_name).words
    foreign = {plan: foreign_title(words, named, plan=plan) for plan in (False, True)}
    foreign[True] += count_realised(heads, evidence.contents)
    plain_scores = score_heads(heads)
    forward_scores = plain_scores if forward is heads else score_heads(forward)

    def read(spec: TableSpec) -> HeadMatch | None:
        own, scores = (
            (forward, forward_scores) if _has_forward_columns(spec) else (heads, plain_scores)
        )
        # Most tables are out of the question, in whatever order their columns stood.
        if only is None and not keyed and scores.compute_best(spec) < least:
            return None
        title = score_title(spec, lines, name)
        if keyed and spec.name == EXPORTED:
            title = max(title, TITLE_SCORE)
        doubt = min(MOST_AGAINST, against + (foreign[is_plan(spec)] if title < _TITLED else 0.0))
        forced, contents = only is not None, evidence.contents
        return _read_table(spec, own, scores, contents, title, doubt, forced=forced, keyed=keyed)

    if only is not None:
        return read(only), None
    least = LEAST_SCORE - SAME_SCORE
    best = _choose_fitting(reading for spec in SPECS if (reading := read(spec)) is not None)
    if best is not None:
        return best, None
    least = 0.0
    return None, _find_best(reading for spec in SPECS if (reading := read(spec)) is not None)


def _choose_fitting(readings: Iterable[HeadMatch]) -> HeadMatch | None:
    """Return the best reading of those that are good enough, or one that takes in more than it."""
    fit = list(filter(_is_good_enough, readings))
    best = _find_best(fit)
    if best is None:
        return None
    return _find_best(one for one in fit if _is_wider(one, best)) or best


_KEY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+")
#: The table that an export of one row a sub kegiatan is read as.
EXPORTED = "T-C.33"
#: So many keys of fields, and so large a share of the heads, are those of an export.
FEWEST_KEYS = 2
KEYED = 0.5


def is_key(text: str) -> bool:
    """Tell whether a head is the key of a field: "kode_sub_giat", "pagu_n_depan"."""
    return _KEY.fullmatch(text.strip()) is not None


def are_keys(texts: Sequence[str]) -> bool:
    """Tell whether heads are those of an export: the keys of a program's fields."""
    keys = sum(map(is_key, texts))
    return keys >= FEWEST_KEYS and keys >= KEYED * len(texts)


def _find_best(readings: Iterable[HeadMatch]) -> HeadMatch | None:
    """Return the first of the readings with the highest score."""
    return max(readings, key=_sort_key, default=None)


#: Heads of its own that a wider table has at least beside those of the narrower one.
MORE_HEADS = 3


def _is_wider(wider: HeadMatch, reading: HeadMatch) -> bool:
    """Tell whether a reading explains all that another does and more: no title outweighs that.

    The heads of SIPD's form hold those of T-C.33, which its title often names.
    """
    own = {head.column: head for head in wider.columns.values()}
    # "No" may stand beside any table, and only some have a column for it.
    taken = {h.column for h in reading.columns.values() if not is_harmless(h.leaf, h.upper)}
    more = [head for column, head in own.items() if column not in taken]
    telling = sum(1 for head in more if not is_harmless(head.leaf, head.upper))
    return taken <= own.keys() and telling >= MORE_HEADS and _is_complete(wider, reading)


def _is_good_enough(reading: HeadMatch) -> bool:
    """Tell whether a reading is good enough to be a table."""
    spec = reading.spec
    complete = all(key in reading.columns for key in spec.key_columns)
    if not reading.is_titled:
        complete = complete and all(_witnessed(reading, group) for group in spec.witnesses)
        complete = complete and _dated(reading)
    if spec.common and not reading.is_titled:
        complete = complete and reading.head_score >= LOWEST_COMMON_SCORE and _is_complete(reading)
    covered = reading.completeness >= (LEAST_TITLED_COVER if reading.is_titled else LEAST_COVER)
    return complete and covered and reading.head_score >= LEAST_SCORE


def _witnessed(reading: HeadMatch, group: Sequence[str]) -> bool:
    """Tell whether one of the columns was found; a column of codes must hold codes."""
    return any(key in reading.columns and (key != "kode" or reading.coded) for key in group)


def _dated(reading: HeadMatch) -> bool:
    """Tell whether most heads of columns that follow by years say which year, if there are any."""
    heads = [
        head
        for key, head in reading.columns.items()
        if (column := reading.spec.column(key)).ordinal is not None and column.year
    ]
    dated = sum(
        1
        for head in heads
        if head.years or head.ordinal is not None or head.all_words & RELATIVE_YEARS
    )
    return 2 * dated >= len(heads)


def _is_complete(reading: HeadMatch, beside: HeadMatch | None = None) -> bool:
    """Tell whether a reading has all required columns.

    Codes may stand before the names: where another reading has no column for them, none is missed.
    """
    return all(
        column.key in reading.columns
        or (
            column.content is Content.KODE
            and beside is not None
            and column.key not in beside.columns
        )
        for column in reading.spec.columns
        if column.required
    )


def _sort_key(reading: HeadMatch) -> tuple[float, int]:
    required = sum(1 for key in reading.columns if reading.spec.column(key).required)
    return round(reading.score, 4), required


def _has_forward_columns(spec: TableSpec) -> bool:
    """Tell whether the table has columns of the year after the plan year."""
    return any(column.needs_group and column.year == 1 for column in spec.columns)


def _list_required(spec: TableSpec, *, keyed: bool) -> list[int]:
    """Return which columns a table must have, by their place in its spec.

    An export has the columns that its program keeps: none is owed, and many are beside the point.
    """
    return [
        i
        for i, column in enumerate(spec.columns)
        if (column.key in spec.key_columns if keyed and spec.key_columns else column.required)
    ]


def _read_table(
    spec: TableSpec,
    heads: Sequence[ColumnHead],
    scores: HeadScores,
    contents: Sequence[SeenContent],
    title: float,
    against: float,
    *,
    forced: bool,
    keyed: bool,
) -> HeadMatch | None:
    for key in spec.key_columns:
        column = spec.column(key)
        if not forced and max(scores.score_column(column)) < LOWEST_PAIR:
            return None
    pairs = align_columns(spec, heads, scores, contents, None)
    year = _find_plan_year(spec, heads, pairs)
    if year is not None:
        pairs = align_columns(spec, heads, scores, contents, year)
        year = _find_plan_year(spec, heads, pairs)
    if not pairs:
        return None
    columns = {spec.columns[i].key: heads[j] for i, j in sorted(pairs.items())}
    values = {
        i: min(1.0, by_data(spec.columns[i], heads[j], contents[j], scores(spec.columns[i], j)))
        for i, j in pairs.items()
    }
    required = _list_required(spec, keyed=keyed)
    cover = sum(values.get(i, 0.0) for i in required) / len(required)
    taken = set(pairs.values())
    own = sum(
        1
        for j, h in enumerate(heads)
        if j in taken or not (is_harmless(h.leaf, h.upper) or (keyed and is_addition(h)))
    )
    told = sum(values.values()) / own
    from_heads = 0.5 * cover + 0.5 * told - against
    unread = sum(
        1 for j, head in enumerate(heads) if j not in taken and is_unread(head, contents[j])
    )
    score = from_heads + title - UNREAD_COST * unread
    coded = any(
        contents[j] is SeenContent.CODES
        for i, j in pairs.items()
        if spec.columns[i].content is Content.KODE
    )
    return HeadMatch(spec, columns, year, score, from_heads, title > 0, cover, coded)


def _find_plan_year(
    spec: TableSpec, heads: Sequence[ColumnHead], pairs: Mapping[int, int]
) -> int | None:
    """Return the plan year on which most of the heads' years agree; None when no head says one."""
    votes: Counter[int] = Counter()
    for i, j in pairs.items():
        offset = spec.columns[i].year
        if offset is not None and len(heads[j].years) == 1:
            votes[heads[j].years[0] - offset] += 1
    if not votes:
        return None
    year, _ = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return year
