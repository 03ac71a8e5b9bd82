"""A difference is worded once, in both languages: what a cell says, and what it should say.

There are two sentences. `build_difference_finding` tells of a cell that is shown as it stands, and
`say_amount_difference` of an amount, by how much it is off:

    Target 2024 “Koperasi sehat” tertulis 30%, padahal target Renstra tahun itu 35%.
    Pagu program 2.17.06 tertulis 310, sedangkan di T-C.33 300 (lebih 10).

A rule gives what is its own: the clause that says what was expected and why (`because`, or `other`
up to the amount), and where they are not those of the column and its row, the words that name the
cell (`label`, `year`, `name`, or `told` up to the amount).
"""

from __future__ import annotations

from selaras.model.row import Money, Row
from selaras.reckon.shown import name_indikator, show_actual, show_cell
from selaras.values.finding import Finding, Place, Shown
from selaras.values.rupiah import strip_sign, write_rupiah
from selaras.values.text import EMPTY, Text, capitalise

#: Begins what stands against what a cell says: it is wrong, or only said otherwise elsewhere.
BUT = "padahal"
WHILE = "sedangkan"


def write_amount(amount: Money) -> Text:
    """Return an amount as messages write it in either language."""
    return Text(write_rupiah(amount), write_rupiah(amount, "en"))


def build_difference_finding(
    row: Row,
    key: str,
    expected: Shown,
    *,
    because: Text,
    advice: Text,
    related: tuple[Place, ...],
    label: Text | None = None,
    year: int | None = None,
    name: str | None = None,
    says: Text | None = None,
    joint: str = BUT,
    actual: Shown = None,
    difference: Money | None = None,
) -> Finding:
    """Return the finding that a cell does not say what it should: `because` tells what, and why."""
    label, says = label or row.table.columns[key].label, says or show_cell(row, key)
    when, name = f" {year}" if year else "", name or name_indikator(row)
    if actual is None and isinstance(expected, str):
        actual = show_actual(row, key)
    return row.build_finding(
        key,
        Text(
            f"{capitalise(label.id)}{when} {name} tertulis {says.id}, {joint} {because.id}.",
            f"The {label.en}{when} of {name} says {says.en}, but {because.en}.",
        ),
        advice=advice,
        expected=expected,
        actual=actual,
        difference=difference,
        related=related,
    )


def say_amount_difference(
    told: Text, own: Money, other: Text, baseline: Money, tail: Text = EMPTY
) -> Text:
    """Return the sentence that an amount is another than it should be, and by how much.

    `told` ends with the verb of the one amount, `other` says where the other comes from; `tail`
    follows in front of the full stop.
    """
    mine, theirs, gap = map(write_amount, (own, baseline, strip_sign(own - baseline)))
    more = own > baseline
    return Text(
        f"{told.id} {mine.id}, sedangkan {other.id} {theirs.id} "
        f"({'lebih' if more else 'kurang'} {gap.id}){tail.id}.",
        f"{told.en} {mine.en}, but {other.en} {theirs.en} "
        f"({gap.en} too {'much' if more else 'little'}){tail.en}.",
    )
