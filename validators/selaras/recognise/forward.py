"""Tell the year after the plan year by the years of the heads, where no "prakiraan maju" says it.

People write "Target 2026 | Pagu 2026 | Target 2027 | Pagu 2027", or leave the second "Target"
outside the group over the money beside it. Such heads get the words that the group would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selaras.recognise.heads import Kepala
from selaras.recognise.words import himpunan, kata

_MAJU = himpunan("maju")
_LAMPAU = himpunan("sebelum")
_SUDAH = himpunan("maju prakiraan rencana n+1 berikutnya")
#: All that the head of an amount may say; and what may not stand over it.
_UANG = himpunan("rp pagu anggaran dana indikatif kebutuhan jumlah plafon")
_BUKAN = himpunan("realisasi renstra akhir triwulan sebelum setelah perubahan rasio pertumbuhan")
#: The head of a target says one of these, and none of those.
_TARGET = himpunan("target volume")
_BUKAN_TARGET = _BUKAN | himpunan("indikator tolok ukur")


def tandai_maju(heads: Sequence[Kepala], titles: Iterable[str]) -> Sequence[Kepala]:
    """Return the heads, those of the year after the plan year with the word "maju" above them.

    The same heads where nothing tells one year from the other. Where the titles name the later of
    two years alone, that one is the plan's and the earlier one lies behind it.
    """
    named = {year for title in titles for year in kata(title).years}
    money = [j for j, head in enumerate(heads) if _uang(head)]
    if len(money) == 3:
        heads = _tanpa_tahun_lalu(heads, money, named)
        money = [j for j in money if _uang(heads[j])]
    if len(money) != 2:
        return heads
    plan, later = money
    if _sudah(heads[later]):
        return heads if _sudah(heads[plan]) else _dengan_target(heads, plan, later)
    first = heads[plan].years or tuple(named if len(named) == 1 else ())
    years = first + heads[later].years
    if len(years) != 2 or years[1] != years[0] + 1 or _sudah(heads[plan]):
        return heads
    if years[1] in named and years[0] not in named:
        return _lampaui(heads, years[0])
    marked = [
        _beri(head, _MAJU) if j == later or (head.years == years[1:] and _target(head)) else head
        for j, head in enumerate(heads)
    ]
    return _dengan_target(marked, plan, later)


def _tanpa_tahun_lalu(
    heads: Sequence[Kepala], money: Sequence[int], named: set[int]
) -> Sequence[Kepala]:
    """Mark last year's columns, where those of the year that the titles name stand between."""
    years = [year for j in money for year in heads[j].years]
    following = len(years) == 3 and years == list(range(years[0], years[0] + 3))
    if following and years[1] in named and years[0] not in named:
        return _lampaui(heads, years[0])
    return heads


def _lampaui(heads: Sequence[Kepala], year: int) -> list[Kepala]:
    """Mark the heads of one year as those of a year gone by."""
    return [_beri(head, _LAMPAU) if head.years == (year,) else head for head in heads]


def _dengan_target(heads: Sequence[Kepala], plan: int, later: int) -> Sequence[Kepala]:
    """Mark the target that stands with the later amount, where only its place tells."""
    if any(_target(head) and _sudah(head) for head in heads):
        return heads
    targets = [j for j, head in enumerate(heads) if _target(head) and not head.years]
    if len(targets) != 2 or not plan < targets[1] or not targets[0] < later:
        return heads
    return [_beri(head, _MAJU) if j == targets[1] else head for j, head in enumerate(heads)]


def _uang(head: Kepala) -> bool:
    words = head.leaf - _SUDAH
    return bool(words) and words <= _UANG and head.semua.isdisjoint(_BUKAN)


def _target(head: Kepala) -> bool:
    return not head.leaf.isdisjoint(_TARGET) and head.semua.isdisjoint(_BUKAN_TARGET)


def _sudah(head: Kepala) -> bool:
    return not head.semua.isdisjoint(("maju", "n+1", "berikutnya"))


def _beri(head: Kepala, words: frozenset[str]) -> Kepala:
    return head._replace(upper=head.upper | words)
