"""Which targets add up over the years: the one place that says so, for rules and templates.

Documents and people reached each year add up. A percentage, an index or a grade is a state: the
last year's counts. What is paid or done by the month may be either: twelve months each year are 36
in three years, or 12 in each.
"""

from __future__ import annotations

#: Units of a state or a rate.
STATES = (
    *("persen", "indeks", "index", "nilai", "poin", "point", "skor", "rasio", "level", "tingkat"),
    *("peringkat", "predikat", "kategori", "derajat", "per"),
)
#: Units, or the ends of units, of what goes on through a year: "bulan", "orang/bulan".
TIMES = ("bulan", "bln", "tahun", "thn", "triwulan", "semester", "minggu", "hari")
#: Words that an indicator of a state begins with, where its targets are bare numbers.
_MEASURES = frozenset(
    ("persentase", "presentase", "prosentase", "persen", "indeks", "index", "skor", "predikat")
)
_STATES, _TIMES = frozenset(STATES), frozenset(TIMES)


def is_cumulative(unit: str) -> bool | None:
    """Tell whether amounts in a folded unit add up over the years; None where they may or not."""
    first, *others = unit.split(" ")
    if not first or "rupiah" in (first, unit):
        return None  # an investment adds up, an income a head does not, and both are in rupiah
    if first in _STATES:
        return False
    return None if (others or [first])[-1] in _TIMES else True


def is_state(indicator: str) -> bool:
    """Tell whether a folded indicator measures a state by its first word, whatever its unit."""
    return indicator.partition(" ")[0] in _MEASURES
