"""Which column of a table is which head: by words, years, printed numbers, data and order.

Columns are aligned in order (heads repeat their wording, so order tells a second "Target" from the
first); what is left over is matched by wording alone, for tables whose columns were moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from selaras.recognise.evidence import SeenContent, contradicts
from selaras.recognise.heads import ColumnHead
from selaras.recognise.score import LOWEST_PAIR, MONEY_HEAD_WORDS, HeadScores
from selaras.recognise.words import NEUTRAL_WORDS, read_words
from selaras.tables import ColumnSpec, Content, TableSpec

#: Out of order, only a clear wording counts.
CLEAR_PAIR = 0.7
#: Against the order, a head goes to another column where the sum of the scores grows by more.
CLEAR_GAIN = 0.25
#: What a head gains that says the same as another, after a revision.
REVISING = 0.15
#: Sums of scores that differ by less are the same.
SAME_SCORE = 1e-9
#: What amounts below it add to a head that says no more than a unit.
AMOUNTS_BELOW = 0.4
#: The same where its group speaks of targets and money, and it only of a year.
AMOUNTS_OF_EITHER = 0.6


def by_data(column: ColumnSpec, head: ColumnHead, content: SeenContent, value: float) -> float:
    """Return how well a column fits a head, once the data below it are seen."""
    if value <= 0 or contradicts(column.content, content):
        return 0.0
    if column.content is Content.TARGET and content is SeenContent.AMOUNTS and _means_money(head):
        return 0.0
    if column.content is Content.MONEY and content is SeenContent.AMOUNTS:
        if _means_either(head):
            return value + AMOUNTS_OF_EITHER
        return value + AMOUNTS_BELOW if head.leaf <= NEUTRAL_WORDS else value
    return value


def _means_money(head: ColumnHead) -> bool:
    """Tell whether a head says that amounts stand below it: "Anggaran | Realisasi (Rp)".

    "Kinerja" may be said beside them: "Target Kinerja dan Anggaran | K".
    """
    if head.all_words.isdisjoint(MONEY_HEAD_WORDS):
        return False
    return head.all_words.isdisjoint(_PERFORMANCE) or _means_either(head)


def _means_either(head: ColumnHead) -> bool:
    """Tell whether only the data say what a head means: "Kinerja dan Pendanaan | N+1"."""
    both = not (
        head.all_words.isdisjoint(MONEY_HEAD_WORDS) or head.all_words.isdisjoint(_PERFORMANCE)
    )
    return both and not read_words(head.text.rpartition(" | ")[2]).telling


_PERFORMANCE = frozenset(("kinerja", "k"))


def align_columns(
    spec: TableSpec,
    heads: Sequence[ColumnHead],
    scores: HeadScores,
    contents: Sequence[SeenContent],
    year: int | None,
) -> dict[int, int]:
    """Return spec column -> head, in order where that scores best, then what was moved."""
    marks = tuple(
        (head.years, head.ordinal, head.printed_number, content)
        for head, content in zip(heads, contents, strict=True)
    )
    known = scores.alignments.get((spec.name, year, marks))
    if known is None:
        shift = _printed_shift(spec, heads, scores)
        score = [
            _score_column(column, heads, scores, contents, year, shift) for column in spec.columns
        ]
        known = scores.alignments[spec.name, year, marks] = _pair_rows(score)
    return known


def _score_column(
    column: ColumnSpec,
    heads: Sequence[ColumnHead],
    scores: HeadScores,
    contents: Sequence[SeenContent],
    year: int | None,
    shift: int,
) -> list[float]:
    """Return how well a column fits each head by its words, years, order and printed number.

    The numbers are printed so many further than in the official table.
    """
    row = list(scores.score_column(column))
    printed = (
        str(int(column.printed_number) + shift)
        if column.printed_number.isdigit()
        else column.printed_number
    )
    revising = _revising(heads)
    for j, fit in enumerate(row):
        head = heads[j]
        value = by_data(column, head, contents[j], fit)
        if value > 0:
            value += _score_year(column, head, year) + _score_ordinal(column, head)
            if printed and _printed(head) == printed:
                value += 0.05
            if j in revising:
                value += REVISING
        row[j] = value
    return row


def _revising(heads: Sequence[ColumnHead]) -> frozenset[int]:
    """Return which heads say the same as another, and that it was revised: it counts from then on.

    One whose other says "sebelum" is told by that.
    """
    plain = {(head.leaf - _FIRST, head.upper - _FIRST) for head in heads if not _revised(head)}
    return frozenset(
        j
        for j, head in enumerate(heads)
        if _revised(head) and (head.leaf - _REVISED, head.upper - _REVISED) in plain
    )


def _revised(head: ColumnHead) -> bool:
    return not head.all_words.isdisjoint(_REVISED)


_REVISED = frozenset(("perubahan",))
_FIRST = frozenset(("murni", "induk"))


def _printed(head: ColumnHead) -> str:
    return head.printed_number.strip("() .")


def _printed_shift(spec: TableSpec, heads: Sequence[ColumnHead], scores: HeadScores) -> int:
    """Return by how much the printed numbers run ahead of the official ones.

    A column "No" put before the others is often counted, too. The columns that only one head fits
    tell it; those of years and the like fit many.
    """
    votes: Counter[int] = Counter()
    for column in spec.columns:
        fits = [
            head for head, fit in zip(heads, scores.score_column(column), strict=True) if fit >= 1
        ]
        if len(fits) == 1 and column.printed_number.isdigit() and _printed(fits[0]).isdigit():
            votes[int(_printed(fits[0])) - int(column.printed_number)] += 1
    return min(votes, key=lambda shift: (-votes[shift], abs(shift)), default=0)


def _pair_rows(score: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return row -> column of a table of scores: a best pairing in order, then what was moved."""
    rows, columns = len(score), len(score[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        line, below, row = best[i], best[i + 1], score[i]
        right = 0.0
        for j in range(columns - 1, -1, -1):
            if below[j] > right:
                right = below[j]
            pair = row[j]
            if pair >= LOWEST_PAIR and pair + below[j + 1] > right:
                right = pair + below[j + 1]
            line[j] = right
    pairs: dict[int, int] = {}
    i = j = 0
    while i < rows and j < columns:
        pair = score[i][j]
        if pair >= LOWEST_PAIR and best[i][j] <= pair + best[i + 1][j + 1] + SAME_SCORE:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] <= best[i][j + 1] + SAME_SCORE:
            j += 1
        else:
            i += 1
    taken = set(pairs.values())
    left = sorted(
        (
            (score[i][j], i, j)
            for i in range(rows)
            if i not in pairs
            for j in range(columns)
            if j not in taken and score[i][j] >= CLEAR_PAIR
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    for _, i, j in left:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    _exchange_heads(score, pairs)
    return pairs


#: Pairs of row and column of a table of scores.
_Pairs = tuple[tuple[int, int], ...]


def _exchange_heads(score: Sequence[Sequence[float]], pairs: dict[int, int]) -> None:
    """Give heads that the order gave away to the columns that they fit clearly better.

    A column that loses its head may take another's, and so on, where the sum of the scores grows.
    """
    owner = {j: i for i, j in pairs.items()}

    def follow(i: int, moved: tuple[int, ...]) -> tuple[float, _Pairs]:
        """Return what is gained most from a new head for a column, and who then has which."""
        best: tuple[float, _Pairs] = (0.0, ())
        for j, value in enumerate(score[i]):
            other = owner.get(j)
            if value < CLEAR_PAIR or other in moved:
                continue
            found: tuple[float, _Pairs]
            if other is None:
                found = (value, ((i, j),))
            elif value > score[other][j] + SAME_SCORE:
                gain, more = follow(other, (*moved, i))
                found = (value - score[other][j] + gain, ((i, j), *more))
            else:
                continue
            if found[0] > best[0] + SAME_SCORE:
                best = found
        return best

    changed = True
    while changed:
        changed = False
        for i in range(len(score)):
            if i in pairs:
                continue
            gain, moves = follow(i, (i,))
            if gain > CLEAR_GAIN:
                for column, _ in moves:
                    pairs.pop(column, None)
                lost = {owner[j] for _, j in moves if j in owner} - {column for column, _ in moves}
                for column in lost:
                    del pairs[column]
                pairs.update(moves)
                owner = {j: column for column, j in pairs.items()}
                changed = True


def _score_year(column: ColumnSpec, head: ColumnHead, year: int | None) -> float:
    if year is None or column.year is None or len(head.years) != 1:
        return 0.0
    return 0.3 if head.years[0] == year + column.year else -0.3


def _score_ordinal(column: ColumnSpec, head: ColumnHead) -> float:
    if column.ordinal is None or head.ordinal is None:
        return 0.0
    return 0.3 if head.ordinal == column.ordinal else -0.3
