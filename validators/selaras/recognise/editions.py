"""Which tables are of one plan, where a workbook holds several plans of one agency.

A draft beside the final plan, or the plans of several offices that nothing names, are the same kind
of table again, with the same codes. They are told apart by the stage and the year that titles,
heads and sheet names say, by a sheet that is hidden, and by what the rows hold: where most of the
amounts that two tables have in common differ, they do not tell one plan twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selaras.model.edition import Edition
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.unit import Unit
from selaras.recognise.foreign import foreign_title, is_plan
from selaras.recognise.stage import rank_stages, read_stages
from selaras.recognise.words import read_words
from selaras.tables import BY_NAME, PLAN_TABLES
from selaras.values.equality import are_equal
from selaras.values.fold import fold
from selaras.values.rupiah import convert_to_rupiah

#: Two tables lay out the same programs where so many rows of the smaller one stand in the other.
OVERLAP = 0.5
#: So many of its rows make a table the whole of another, and not a part of it.
WHOLE_SHARE = 0.7
#: Amounts of at least so many rupiah hardly agree by chance.
LEAST_AMOUNT = 100_000
#: Tables that are held against the plan of one stage only.
BESIDE_ONE = ("T-C.31",)


def part_editions(tables: Sequence[Table]) -> None:
    """Tell the plans of a workbook apart: give each table its edition."""
    for table in tables:
        if table.name in PLAN_TABLES:
            table.edition = Edition(_find_stages(table), is_other=_names_other(table))
    units: dict[Unit | None, list[Table]] = {}
    for table in tables:
        own = {row.unit for row in table.rows}
        if len(own) < 2:
            units.setdefault(next(iter(own), None), []).append(table)
    for own_tables in units.values():
        _part(own_tables)


def _find_stages(table: Table) -> frozenset[str]:
    texts = (table.sheet.name, *(text for _, _, text in table.title_cells))
    return frozenset().union(*map(read_stages, texts))


def _names_other(table: Table) -> bool:
    titles = [read_words(text).words for _, _, text in table.title_cells]
    name = read_words(table.sheet.name).words
    return foreign_title(titles, name, plan=is_plan(table.spec)) > 0


def _part(tables: Sequence[Table]) -> None:
    """Tell apart the plans of one agency."""
    kinds = {name: _group([t for t in tables if t.name == name]) for name in PLAN_TABLES}
    several = [name for name in PLAN_TABLES if len(kinds[name]) > 1]
    for groups in kinds.values():
        for group in groups:
            _mark_copies(group, funding=bool(kinds["Tabel 4.1"]))
    if not several:
        return
    editions = [[*group] for group in kinds[several[0]]]
    for name in PLAN_TABLES:
        taken: set[int] = set()
        for group in kinds[name] if name != several[0] else ():
            free = [edition for number, edition in enumerate(editions) if number not in taken]
            best = _find_nearest(group, free)
            if best is None:
                best = []
                editions.append(best)
            if name in several:
                taken.add(next(n for n, edition in enumerate(editions) if edition is best))
            best.extend(group)
    editions.sort(key=lambda edition: -_count_for(edition))
    for table in tables:
        if table.name in BESIDE_ONE and (best := _find_nearest([table], editions)) is not None:
            best.append(table)
    for number, edition in enumerate(editions):
        for table in edition:
            table.edition = table.edition._replace(number=number)


def _count_for(edition: Sequence[Table]) -> int:
    """Return how much a plan counts among several: a hidden sheet least, a revision most."""
    first = edition[0]
    return rank_stages(first.edition.stages) if first.sheet.state == "visible" else -1


def _group(tables: Sequence[Table]) -> list[list[Table]]:
    """Return the tables of one kind by the plan that they are of.

    A plan may lie on several sheets, one a bidang: tables that share no rows do not part.
    """
    groups: list[list[Table]] = []
    for table in tables:
        fitting = [
            group
            for group in groups
            if all(_are_one(table, other) for other in group if _overlap(table, other))
        ]
        same = (group for group in fitting if group[0].edition.stages == table.edition.stages)
        chosen = next(same, fitting[0] if fitting else None)
        if chosen is None:
            groups.append([table])
        else:
            chosen.append(table)
    return groups


def _are_one(one: Table, other: Table) -> bool:
    """Tell whether two tables with the same programs tell one plan twice."""
    if one.edition.stages != other.edition.stages:
        return False
    if one.year and other.year and one.year != other.year:
        return False
    if (one.sheet.state == "visible") is not (other.sheet.state == "visible"):
        return False
    equal, differing = _compare(one, other)
    if equal + differing <= 2 and equal < differing:
        return bool(
            {text for _, _, text in one.title_cells} & {text for _, _, text in other.title_cells}
        )
    return equal >= differing


def _compare(one: Table, other: Table) -> tuple[int, int]:
    """Return how many of the lowest rows of two tables have the same amount, and how many another.

    The sums above follow: one changed amount would count for each of them.
    """
    less, more = sorted((one, other), key=lambda table: len(_lowest(table)))
    lowest, there = _lowest(less), _index(more)
    equal = differing = 0
    for key, row in _index(less).items():
        twin = there.get(key) if key in lowest else None
        a, b = _pagu(row), _pagu(twin) if twin is not None else None
        if a and b:
            same = are_equal(a, b, allowed=max(one.tolerance, other.tolerance, 1))
            equal, differing = equal + same, differing + (not same)
    return equal, differing


def _pagu(row: Row) -> int | None:
    column = row.table.columns.get("pagu")
    amount = row.amount("pagu") if column is not None else None
    if column is None or amount is None:
        return None
    return int(convert_to_rupiah(amount, column.scale))


def _keyed(table: Table) -> Iterable[tuple[object, Row]]:
    for row in table.main_rows:
        yield (row.kode.parts if row.kode is not None else fold(row.name)), row


def _index(table: Table) -> dict[object, Row]:
    return dict(reversed(list(_keyed(table))))


def _overlap(one: Table, other: Table) -> bool:
    """Tell whether two tables lay out the same programs.

    The lowest rows tell: a page on a sheet of its own repeats the rows above those that go on.
    """
    less, more = sorted((one, other), key=lambda table: len(_lowest(table)))
    lowest = _lowest(less)
    return bool(lowest) and len(lowest & set(_index(more))) >= OVERLAP * len(lowest)


def _lowest(table: Table) -> set[object]:
    return {key for key, row in _keyed(table) if not row.children}


def _find_nearest(tables: Sequence[Table], editions: Sequence[list[Table]]) -> list[Table] | None:
    """Return the plan that tables agree with most, by their year, their stage and their amounts."""
    if not editions:
        return None
    amounts = _amounts(tables)
    first = tables[0]

    def weigh(edition: Sequence[Table]) -> tuple[bool, bool, int, int]:
        main = edition[0]
        same_year = not (first.year and main.year) or first.year == main.year
        stages = first.edition.stages
        same_stage = first.name in PLAN_TABLES and bool(stages) and stages == main.edition.stages
        return same_year, same_stage, len(amounts & _amounts(edition)), _count_for(edition)

    return max(editions, key=weigh)


def _amounts(tables: Sequence[Table]) -> set[int]:
    found: set[int] = set()
    for table in tables:
        for column in table.money_columns:
            for row in table.main_rows:
                amount = row.amount(column.key)
                if amount is not None and (whole := int(convert_to_rupiah(amount, column.scale))):
                    found.add(whole)
    return {amount for amount in found if amount >= LEAST_AMOUNT}


def _mark_copies(group: Sequence[Table], *, funding: bool) -> None:
    """Mark the tables of one plan and kind that tell what another of them tells.

    The one with most levels is the plan. A second T-C.33 with the levels of the first is Tabel 4.1
    where nothing says which it is (`funding`: that table is there): a region may print the forward
    estimate in both, and only their order tells them apart.
    """
    plans: list[Table] = []
    for table in sorted(group, key=lambda one: -len(_levels(one))):
        told = next((plan for plan in plans if _overlap(table, plan)), None)
        if told is None:
            plans.append(table)
        elif funding or not _is_untold(table) or not _is_whole(table, told):
            table.edition = table.edition._replace(is_copy=True)
        else:
            table.spec = BY_NAME["Tabel 4.1"]


def _is_whole(table: Table, plan: Table) -> bool:
    """Tell whether a table tells of the plan all that it holds, not its programs or a part only."""
    there = set(_index(plan))
    return _levels(table) == _levels(plan) and len(there & set(_index(table))) >= WHOLE_SHARE * len(
        there
    )


def _is_untold(table: Table) -> bool:
    """Tell whether a table is T-C.33 by its heads only, and not by what names it."""
    said = (table.sheet.name, *(text for _, _, text in table.title_cells))
    return table.name == "T-C.33" and not any("t c 33" in fold(text) for text in said)


def _levels(table: Table) -> set[object]:
    return {row.level for row in table.main_rows}
