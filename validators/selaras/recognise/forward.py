"""Tell the year after the plan year by the years of the heads, where no "prakiraan maju" says it.

People write "Target 2026 | Pagu 2026 | Target 2027 | Pagu 2027", or leave the second "Target"
outside the group over the money beside it. Such heads get the words that the group would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selaras.recognise.heads import ColumnHead
from selaras.recognise.words import read_words, split_words

_FORWARD = split_words("maju")
_PAST = split_words("sebelum")
_PLANNING_WORDS = split_words("maju prakiraan rencana n+1 berikutnya")
#: All that the head of an amount may say; and what may not stand over it.
_MONEY_WORDS = split_words("rp pagu anggaran dana indikatif kebutuhan jumlah plafon")
_NOT_MONEY = split_words(
    "realisasi renstra akhir triwulan sebelum setelah perubahan rasio pertumbuhan"
)
#: The head of a target says one of these, and none of those.
_TARGET = split_words("target volume")
_NOT_TARGET = _NOT_MONEY | split_words("indikator tolok ukur")


def mark_forward(heads: Sequence[ColumnHead], titles: Iterable[str]) -> Sequence[ColumnHead]:
    """Return the heads, those of the year after the plan year with the word "maju" above them.

    The same heads where nothing tells one year from the other. Where the titles name the later of
    two years alone, that one is the plan's and the earlier one lies behind it.
    """
    named = {year for title in titles for year in read_words(title).years}
    money = [j for j, head in enumerate(heads) if _is_money(head)]
    if len(money) == 3:
        heads = _mark_previous_year(heads, money, named)
        money = [j for j in money if _is_money(heads[j])]
    if len(money) != 2:
        return heads
    plan, later = money
    if _is_forward(heads[later]):
        return heads if _is_forward(heads[plan]) else _mark_target(heads, plan, later)
    first = heads[plan].years or tuple(named if len(named) == 1 else ())
    years = first + heads[later].years
    if len(years) != 2 or years[1] != years[0] + 1 or _is_forward(heads[plan]):
        return heads
    if years[1] in named and years[0] not in named:
        return _mark_past(heads, years[0])
    marked = [
        _add_words(head, _FORWARD)
        if j == later or (head.years == years[1:] and _is_target(head))
        else head
        for j, head in enumerate(heads)
    ]
    return _mark_target(marked, plan, later)


def _mark_previous_year(
    heads: Sequence[ColumnHead], money: Sequence[int], named: set[int]
) -> Sequence[ColumnHead]:
    """Mark last year's columns, where those of the year that the titles name stand between."""
    years = [year for j in money for year in heads[j].years]
    following = len(years) == 3 and years == list(range(years[0], years[0] + 3))
    if following and years[1] in named and years[0] not in named:
        return _mark_past(heads, years[0])
    return heads


def _mark_past(heads: Sequence[ColumnHead], year: int) -> list[ColumnHead]:
    """Mark the heads of one year as those of a year gone by."""
    return [_add_words(head, _PAST) if head.years == (year,) else head for head in heads]


def _mark_target(heads: Sequence[ColumnHead], plan: int, later: int) -> Sequence[ColumnHead]:
    """Mark the target that stands with the later amount, where only its place tells."""
    if any(_is_target(head) and _is_forward(head) for head in heads):
        return heads
    targets = [j for j, head in enumerate(heads) if _is_target(head) and not head.years]
    if len(targets) != 2 or not plan < targets[1] or not targets[0] < later:
        return heads
    return [_add_words(head, _FORWARD) if j == targets[1] else head for j, head in enumerate(heads)]


def _is_money(head: ColumnHead) -> bool:
    words = head.leaf - _PLANNING_WORDS
    return bool(words) and words <= _MONEY_WORDS and head.all_words.isdisjoint(_NOT_MONEY)


def _is_target(head: ColumnHead) -> bool:
    return not head.leaf.isdisjoint(_TARGET) and head.all_words.isdisjoint(_NOT_TARGET)


def _is_forward(head: ColumnHead) -> bool:
    return not head.all_words.isdisjoint(("maju", "n+1", "berikutnya"))


def _add_words(head: ColumnHead, words: frozenset[str]) -> ColumnHead:
    return head._replace(upper=head.upper | words)
