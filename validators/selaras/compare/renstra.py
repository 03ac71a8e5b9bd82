"""The plan beside the Renstra: which targets, amounts and rows of the two are the same.

The rules RST and the comparison sheet take their pairs, and what differs in them, from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.compare.cells import (
    AmountMismatch,
    compare_amounts,
    find_first_tables,
    find_implied,
    find_main_plan,
    list_main_rows,
    read_in_rupiah,
)
from selaras.compare.match import CodeIndex, Equivalent, index_rows, pair_equivalents
from selaras.compare.years import find_column_year, find_year_columns, is_same_value
from selaras.model.row import Money, Row
from selaras.model.work import Work
from selaras.reckon.shown import read_shown_values
from selaras.values.fold import fold
from selaras.values.kode_reading import Kode, Level

#: Tables of the Renstra that state a year's target, in the order in which they are believed.
TARGET_TABLES = ("T-C.27", "T-C.30")
#: Tables that name the programs, kegiatan and sub kegiatan of the Renstra by code; one stands in
#: for the other.
KODE_TABLES = ("T-C.27", "T-C.29")


# Targets


class RenstraTarget(NamedTuple):
    """The target of an indicator of the plan, and the Renstra's target of that year."""

    row: Row
    key: str
    other: Row
    other_key: str
    year: int
    pair: Equivalent
    #: Whether they agree; None where that is in doubt, or whether they are one indicator is.
    is_same: bool | None


def pair_renstra_targets(work: Work) -> list[RenstraTarget]:
    """Return the targets of the plan that the Renstra states too, each with one of the Renstra's.

    Where one of several tables agrees, that is the one meant.
    """
    plans = find_main_plan(work)
    found: dict[Row, RenstraTarget] = {}
    for name in TARGET_TABLES:
        for pair in pair_equivalents(plans, work.named(name)):
            for one in _find_targets(pair):
                before = found.get(one.row)
                if before is None or _rank_match(one) > _rank_match(before):
                    found[one.row] = one
    return list(found.values())


def _rank_match(one: RenstraTarget) -> int:
    return (None, False, True).index(one.is_same)


def _find_targets(pair: Equivalent) -> Iterator[RenstraTarget]:
    certain = pair.is_certain and len(pair.left) == len(pair.right) == 1
    other = pair.right[0].row
    years = find_year_columns(other.table, "target_")
    for one in pair.left:
        year = _find_plan_year(one.row, one.key_target)
        if year is None or year not in years:
            continue
        same = is_same_value(one.row, one.key_target, other, years[year])
        if same is False and year - 1 in years:
            between = years[year - 1], years[year]
            same = _is_counted_on(one.row, one.key_target, other, between)
        said = same if certain else None
        yield RenstraTarget(one.row, one.key_target, other, years[year], year, pair, said)


def _find_plan_year(row: Row, key: str) -> int | None:
    """Return the year of a row's target; None where the heads of its table contradict each other.

    With n+1 beside it two years off, one of the two heads is wrong (LBR003), and which it is no
    target tells.
    """
    year, forward = (find_column_year(row.table, one) for one in (key, "target_maju"))
    return None if None not in (year, forward) and forward != (year or 0) + 1 else year


def _is_counted_on(row: Row, key: str, other: Row, years: tuple[str, str]) -> bool:
    """Tell whether the Renstra counts on from year to year, and the Renja what one year adds."""
    cells = read_shown_values(row, key), *(read_shown_values(other, year) for year in years)
    if any(len(cell) != 1 for cell in cells):
        return False
    (own,), (earlier,), (later,) = cells
    if own.number is None or earlier.number is None or later.number is None:
        return False
    return later.is_cumulative is not False and own.number == later.number - earlier.number


# Amounts


class PaguRenstra(NamedTuple):
    """An amount of the plan and the Renstra's of that year, in rupiah."""

    row: Row
    key: str
    other: Row
    other_key: str
    renja: Money
    renstra: Money
    #: None where they are equal within the tolerance.
    mismatch: AmountMismatch | None


def pair_pagu(row: Row, key: str, renstra: CodeIndex[Row]) -> PaguRenstra | None:
    """Return both amounts of a row; None unless both are known, the Renstra's once and above 0."""
    year, amount = find_column_year(row.table, key), read_in_rupiah(row, key)
    if year is None or amount is None:
        return None
    found: list[PaguRenstra] = []
    for other in renstra.find_all(row.placed_kode):
        other_key = find_year_columns(other.table, "pagu_").get(year)
        planned = read_in_rupiah(other, other_key) if other_key is not None else None
        if other_key is not None and planned is not None and planned > 0:
            gap = compare_amounts(row, key, other, other_key)
            found.append(PaguRenstra(row, key, other, other_key, amount, planned, gap))
    return found[0] if len({pair.renstra for pair in found}) == 1 else None


# Rows


class OneSided(NamedTuple):
    """What only the plan has, and what only the Renstra has, by code and name."""

    plan: list[Row]
    renstra: list[Row]
    #: What only the Renstra has by code, where the plan's rows of that level have no names: it may
    #: be there under another code.
    doubtful: list[Row]


def find_one_sided(work: Work) -> OneSided | None:
    """Return the rows that one side lacks, with all that is below them.

    Of the Renstra only what has a target or an amount for the plan year. None where a table has no
    codes, or one of the two is not there: then nobody knows.
    """
    plans, renstra = find_main_plan(work), find_first_tables(work, KODE_TABLES)
    if not plans or not renstra or not all(table.has_kodes for table in (*plans, *renstra)):
        return None
    planned = [*list_main_rows(plans), *find_implied(plans, renstra)]
    upper = [row for table in plans for row in table.upper]
    year = find_column_year(plans[0], "pagu") or plans[0].year
    unnamed = {row.level for row in upper if not row.name}
    lacking = [
        row
        for row in _find_missing(list_main_rows(renstra), [*list_main_rows(plans), *upper])
        if _is_planned(row, year)
    ]
    return OneSided(
        list(_find_missing(planned, list_main_rows(renstra))),
        [row for row in lacking if row.level not in unnamed],
        [row for row in lacking if row.level in unnamed],
    )


def find_topmost(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows that stand below none of the others, by their codes."""
    codes = {row.placed_kode for row in rows}
    for row in rows:
        code = row.placed_kode
        if code is None or codes.isdisjoint(code.list_ancestors()):
            yield row


def _find_missing(own: Sequence[Row], other: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows whose code and name are not among the others, the first of each code.

    A level that these do not have at all is not missed, nor is a row of which they have what stands
    below.
    """
    levels = {row.level for row in other} - _ABOVE_PROGRAM
    names = {(row.level, fold(row.name)) for row in other}
    there = CodeIndex(
        (code, row) for row in other for code in _list_with_ancestors(row.placed_kode)
    )
    coded = index_rows(own)
    for code in coded:
        row, *_ = coded[code]
        name = fold(row.name)
        if row.level not in levels or there.has(code):
            continue
        if not name or (row.level, name) not in names:
            yield row


_ABOVE_PROGRAM = {None, Level.URUSAN, Level.BIDANG_URUSAN}


def _list_with_ancestors(code: Kode | None) -> Iterator[Kode]:
    if code is not None:
        yield code
        yield from code.list_ancestors()


def _is_planned(row: Row, year: int | None) -> bool:
    """Tell whether the Renstra has anything for a row in the plan year."""
    table = row.table
    rows = (row, *row.indikator)
    if table.name == "T-C.29":
        # Without a target at the end, or none for the current year, it was given up or is done.
        return any(one.target("target_akhir") and one.target("target_berjalan") for one in rows)
    if year is None:
        return False
    target, money = (
        find_year_columns(table, "target_").get(year),
        find_year_columns(table, "pagu_").get(year),
    )
    if money is not None and row.amount(money):
        return True
    return target is not None and any(one.target(target) for one in rows)
