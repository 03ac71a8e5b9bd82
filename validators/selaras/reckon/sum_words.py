"""How the sum rules speak: what a row is called, and the sentence that a sum does not hold."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.row import Row, RowKind, Sum
from selaras.model.table import TableColumn
from selaras.reckon.difference_words import say_amount_difference, write_amount
from selaras.values.finding import Finding, Fix, Place
from selaras.values.text import Text, capitalise

#: Related cells that a message spells out; the finding carries all of them.
MOST_NAMED = 6


def name_row(row: Row) -> Text:
    """Return what messages call a row: level and code, else its name in quotes."""
    level = row.level.label if row.level else ""
    if row.kode is not None:
        return Text(f"{level} {row.kode}", f"{level} {row.kode}")
    name = row.label
    if not name:
        return Text(f"baris {row.row}", f"row {row.row}")
    if row.kind is RowKind.RINCIAN:
        level = "rincian"
    if level and not name.casefold().startswith(level):
        return Text(f"{level} “{name}”", f"{level} “{name}”")
    return Text(f"“{name}”", f"“{name}”")


def name_subject(row: Row, column: TableColumn) -> Text:
    who, label = name_row(row), column.label
    return Text(f"{capitalise(label.id)} {who.id}", f"The {label.en} of {who.en}")


def _name_level(rows: Sequence[Row]) -> str:
    """Return the level of the rows, where it is one: the same word in both languages."""
    levels = {row.level for row in rows}
    level = levels.pop() if len(levels) == 1 else None
    return level.label if level else ""


#: English plurals; the other levels are Indonesian words, which have none.
_PLURALS = {"program": "programs"}


def say_children_sum(sum_: Sum) -> Text:
    level = _name_level(sum_.rows)
    name = Text(level or "baris", _PLURALS.get(level, level) or "rows")
    count = len(sum_.rows)
    if count == 1:
        return Text(
            f"satu-satunya {name.id} berpagu di bawahnya",
            f"the only {level or 'row'} below it with an amount has",
        )
    return Text(
        f"jumlah {count} {name.id} di bawahnya", f"the {count} {name.en} below it add up to"
    )


def say_top_sum(sum_: Sum) -> Text:
    """Return how a message speaks of the rows that make up a table's total."""
    level, count = _name_level(sum_.rows), len(sum_.rows)
    if count == 1:
        return Text(f"satu-satunya {level or 'baris'}", f"the only {level or 'row'} has")
    return Text(
        f"jumlah {count} {level or 'baris teratas'}",
        f"the {count} {_PLURALS.get(level, level) or 'top rows'} add up to",
    )


def build_childless_finding(row: Row, column: TableColumn, children: Sequence[Row]) -> Finding:
    """Return the finding that a row has an amount and none of the rows below it has one."""
    key, who = column.key, name_subject(row, column)
    written = write_amount(row.amount(key) or 0)
    level, count = _name_level(children), len(children)
    if count > 1:
        below = Text(
            f"{count} {level or 'baris'} di bawahnya",
            f"{count} {_PLURALS.get(level, level) or 'rows'} below it have",
        )
    else:
        below = Text(f"{level or 'baris'} di bawahnya", f"{level or 'row'} below it has")
    cell, places = row.cell(key), tuple(one.place(key) for one in children)
    cells = name_cells([place.cell for place in places])
    return row.build_finding(
        key,
        Text(
            f"{who.id} tertulis {written.id}, sedangkan {below.id} tidak berpagu.",
            f"{who.en} is {written.en}, but the {below.en} no amount.",
        ),
        advice=Text(
            f"Isi {cells.id}, atau periksa {cell}.", f"Fill in {cells.en}, or look at {cell}."
        ),
        related=places,
    )


def build_sum_finding(row: Row, column: TableColumn, sum_: Sum, who: Text, of: Text) -> Finding:
    """Return the finding that a written amount is not the recomputed one.

    `who` is the subject of the sentence, `of` what the sum is made of, up to the amount.
    """
    key, cell = column.key, row.cell(column.key)
    written, total = row.amount(key), sum_.value
    sums = write_amount(total)
    if written is None:
        message = Text(
            f"{who.id} kosong, sedangkan {of.id} {sums.id}.",
            f"{who.en} is blank, but {of.en} {sums.en}.",
        )
    else:
        message = say_amount_difference(who + Text(" tertulis", " is"), written, of, total)
    places = tuple(place for part in sum_.rows for place in list_sum_cells(part, key))
    cells = name_cells([place.cell for place in places])
    many = len(places) > 1
    return row.build_finding(
        key,
        message,
        advice=Text(
            f"Periksa {cells.id}. Bila {'semuanya ' if many else ''}benar, "
            f"isi {cell} dengan {sums.id}; "
            f"bila {'ada yang ' if many else ''}keliru, betulkan yang itu.",
            f"Look at {cells.en}. If {'they are' if many else 'it is'} right, "
            f"put {sums.en} in {cell}; "
            f"if {'one' if many else 'it'} is wrong, mend that one.",
        ),
        expected=total,
        actual=written,
        difference=(written or 0) - total,
        related=places,
        fix=Fix(kind="value", cell=cell, value=total),
    )


def list_sum_cells(row: Row, key: str) -> tuple[Place, ...]:
    """Return the cells of an amount: of its parts, or of the rows below whose sum it is."""
    rows = row.children if row.is_implied else (row,)
    return tuple(part.place(key) for one in rows for part in (one, *one.parts))


def name_pagu(row: Row) -> Text:
    """Return how a message names the amount of a row in a table, up to the table's name."""
    if not row.is_implied:
        return Text("pagunya", "its ceiling in")
    level, count = _name_level(row.children), len(row.children)
    if count == 1:
        return Text(
            f"pagu satu-satunya {level or 'baris'}", f"the ceiling of its only {level or 'row'} in"
        )
    return Text(
        f"jumlah pagu {count} {level or 'baris'}",
        f"the sum of its {count} {_PLURALS.get(level, level) or 'rows'} in",
    )


def say_written(row: Row) -> Text:
    """Return the verb of an amount: it is written, or the sum of the rows of one code."""
    count = len(row.parts) + 1
    if count == 1:
        return Text("tertulis", "is")
    return Text(f"dalam {count} baris berjumlah", f"in {count} rows adds up to")


def advise_same_amount(own: Sequence[Place], others: Sequence[Place], agreed: Text) -> Text:
    """Return the advice to let a cell, or the sum of several, hold the same amount as others."""
    here = name_cells([place.cell for place in own])
    there = name_cells([f"{place.sheet}!{place.cell}" for place in others])
    if len(own) == len(others) == 1:
        return Text(
            f"Samakan {here.id} dengan {there.id}, menurut angka {agreed.id}.",
            f"Let {here.en} and {there.en} both hold the amount {agreed.en}.",
        )
    ours, theirs = _say_sum_of_cells(own, here), _say_sum_of_cells(others, there)
    return Text(
        f"Samakan {ours.id} dengan {theirs.id}, menurut angka {agreed.id}.",
        f"Let {ours.en} and {theirs.en} be the amount {agreed.en}.",
    )


def _say_sum_of_cells(places: Sequence[Place], named: Text) -> Text:
    return named if len(places) == 1 else Text("jumlah ", "the sum of ") + named


def name_cells(cells: Sequence[str]) -> Text:
    """Return cells as a message lists them: the first few, and how many more there are."""
    more = len(cells) - MOST_NAMED
    if more <= 0:
        return Text(", ".join(cells), ", ".join(cells))
    first = ", ".join(cells[:MOST_NAMED])
    return Text(f"{first}, dan {more} sel lain", f"{first}, and {more} more")
