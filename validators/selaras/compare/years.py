"""What the rules that hold two cells against each other share: years of columns, equal values."""

from __future__ import annotations

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.reckon.shown import tampak, terukur
from selaras.recognise.words import kata
from selaras.values.equality import DESIMAL, are_equal, bulatkan, desimal
from selaras.values.target import Nilai, sama


def tahun_kolom(table: Table, key: str) -> int | None:
    """Return the year of a column: what its head says, else counted from the plan year.

    Where a table's years shift from document to document only the head can tell ("2023", "n-1").
    """
    column = table.columns.get(key)
    if column is None or column.tahun is not None or table.tahun is None:
        return column.tahun if column else None
    offset = None if table.spec.tahun_bebas else column.spec.tahun
    head = table.sheet.value(*column.head)
    if isinstance(head, str):
        words = kata(head)
        if len(words.relatif) == 1:
            offset = words.relatif[0]
        elif not words.relatif and "n" in words.kata:
            offset = 0
    return None if offset is None else table.tahun + offset


def kolom_tahun(table: Table, awalan: str) -> dict[int, str]:
    """Return the columns whose keys begin so and end in a number, by year; doubtful years left out.

    Two columns of one year contradict each other: neither is taken.
    """
    found: dict[int, str] = {}
    twice: set[int] = set()
    for key in table.columns:
        if not key.startswith(awalan) or not key[len(awalan) :].isdigit():
            continue
        year = tahun_kolom(table, key)
        if year is None:
            continue
        if year in found:
            twice.add(year)
        found[year] = key
    return {year: key for year, key in found.items() if year not in twice}


def senilai(row: Row, key: str, other: Row, other_key: str) -> bool | None:
    """Tell whether two cells say the same; None where one says nothing or it is in doubt."""
    one, two = row.target(key), other.target(other_key)
    if not one or not two or len(one) != len(two):
        return None
    said = [_senilai(a, b) for a, b in zip(one, two, strict=True)]
    if False in said:
        # Numbers that differ beyond the decimals that are shown look the same.
        shown = zip(tampak(row, key), tampak(other, other_key), strict=True)
        said = [_senilai(a, b) for a, b in shown]
    if False in said:
        return False
    return None if None in said else True


def _senilai(a: Nilai, b: Nilai) -> bool | None:
    if sama((a,), (b,)):
        return True
    if not (terukur(a) and terukur(b)) or a.angka is None or b.angka is None:
        return None
    if a.grade and b.grade and a.grade != b.grade:
        return False
    if are_equal(a.angka, b.angka, DESIMAL):
        return True  # how the unit is written is no matter of these rules
    if {a.satuan, b.satuan} == {"", "persen"}:
        # A share of one beside a percentage: 0,3 and 30%.
        return (
            are_equal(a.angka * 100, b.angka, DESIMAL)
            or are_equal(b.angka * 100, a.angka, DESIMAL)
            or _dekat(a, b)
        )
    return False


def _dekat(a: Nilai, b: Nilai) -> bool:
    bare, percent = (a, b) if not a.satuan else (b, a)
    if bare.angka is None or percent.angka is None or bare.angka > 1:
        return False
    return bulatkan(bare.angka * 100, desimal(percent.angka)) == percent.angka
