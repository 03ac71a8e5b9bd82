"""One mistake put into a plan before it is laid out, and where which rule must tell it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from typing import NamedTuple

from layouts import Document, Key, Row, Table
from renja_mojokerto.source import Value

from .plans import sum_up

T31, T33, T41 = "T-C.31", "T-C.33", "Tabel 4.1"


class Spoiled(NamedTuple):
    """A plan with one mistake: the rule that must speak, at the cell of this value."""

    document: Document
    rule: str
    key: Key


Mistake = Callable[[Document, Random], Spoiled]


def spoil_kegiatan(document: Document, random: Random) -> Spoiled:
    """A kegiatan's amount is not the sum of its sub kegiatan."""
    return _spoil_amount(document, random, "kegiatan", "JML001")


def spoil_program(document: Document, random: Random) -> Spoiled:
    """A program's amount is not the sum of its kegiatan."""
    return _spoil_amount(document, random, "program", "JML002")


def spoil_total(document: Document, random: Random) -> Spoiled:
    """The total is not the sum of the programs."""
    return _spoil_amount(document, random, "total", "JML004")


def spoil_forward(document: Document, random: Random) -> Spoiled:
    """A kegiatan's amount of the next year is not the sum of its sub kegiatan."""
    return _spoil_amount(document, random, "kegiatan", "JML001", "pagu_maju")


def repeat_code(document: Document, random: Random) -> Spoiled:
    """A sub kegiatan has the code of the one above it."""
    table = random.choice((T33, T41))
    rows = document.tables[table].rows
    pairs = [
        (above, row)
        for above, row in itertools.pairwise(rows)
        if above.kind == row.kind == "sub_kegiatan"
    ]
    if not pairs:
        return spoil_program(document, random)
    above, row = random.choice(pairs)
    changed = _put(document, table, row, {"kode": above.values["kode"]})
    return Spoiled(changed, "KOD003", Key(table, row.index, "kode"))


def lose_parent(document: Document, random: Random) -> Spoiled:
    """A sub kegiatan's code names a kegiatan that is not there."""
    table = random.choice((T33, T41))
    row = random.choice(_list_of_kind(document.tables[table], "sub_kegiatan"))
    parts = str(row.values["kode"]).split(".")
    parts[4] = "57"
    changed = _put(document, table, row, {"kode": ".".join(parts)})
    return Spoiled(changed, "KOD002", Key(table, row.index, "kode"))


def differ_between_tables(document: Document, random: Random) -> Spoiled:
    """A sub kegiatan's amount in Tabel 4.1 is not that of T-C.33, and all sums hold."""
    row = random.choice(_list_of_kind(document.tables[T41], "sub_kegiatan"))
    changed = _put(document, T41, row, {"pagu": _change_amount(row.values["pagu"], random)})
    changed = _replace_table(changed, sum_up(changed.tables[T41]))
    return Spoiled(changed, "TBL001", Key(T41, row.index, "pagu"))


def differ_from_review(document: Document, random: Random) -> Spoiled:
    """A program's need in T-C.31 is not its amount in T-C.33."""
    table = document.tables[T31]
    row = random.choice(table.rows[:-1])
    need = _change_amount(row.values["kebutuhan_dana"], random)
    values = {"kebutuhan_dana": need}
    changed = _put(document, T31, row, values)
    new = changed.tables[T31].rows
    needs = [one.values["kebutuhan_dana"] for one in new[:-1]]
    total = sum(amount for amount in needs if isinstance(amount, int))
    changed = _put(changed, T31, new[-1], {"kebutuhan_dana": total})
    return Spoiled(changed, "RKP004", Key(T31, row.index, "kebutuhan_dana"))


def garble_amount(document: Document, random: Random) -> Spoiled:
    """A sub kegiatan's amount is typed with the letter O."""
    table = random.choice((T33, T41))
    row = random.choice(_list_of_kind(document.tables[table], "sub_kegiatan"))
    changed = _put(document, table, row, {"pagu": "25.OOO.OOO"})
    return Spoiled(changed, "JML007", Key(table, row.index, "pagu"))


MISTAKES: Mapping[str, Mistake] = {
    mistake.__name__: mistake
    for mistake in (
        spoil_kegiatan,
        spoil_program,
        spoil_total,
        spoil_forward,
        repeat_code,
        lose_parent,
        differ_between_tables,
        differ_from_review,
        garble_amount,
    )
}


def _spoil_amount(
    document: Document, random: Random, kind: str, rule: str, column: str = "pagu"
) -> Spoiled:
    table = T33 if column == "pagu_maju" else random.choice((T33, T41))
    row = random.choice(_list_of_kind(document.tables[table], kind))
    changed = _put(document, table, row, {column: _change_amount(row.values[column], random)})
    return Spoiled(changed, rule, Key(table, row.index, column))


def _list_of_kind(table: Table, kind: str) -> list[Row]:
    return [row for row in table.rows if row.kind == kind]


def _change_amount(amount: Value, random: Random) -> int:
    assert isinstance(amount, int)
    return amount + random.choice((-1, 1)) * random.randint(1, 4) * 1_000_000


def _put(document: Document, table: str, row: Row, values: Mapping[str, Value]) -> Document:
    rows = tuple(
        replace(one, values={**one.values, **values}) if one.index == row.index else one
        for one in document.tables[table].rows
    )
    return _replace_table(document, Table(table, rows))


def _replace_table(document: Document, table: Table) -> Document:
    return replace(document, tables={**document.tables, table.name: table})
