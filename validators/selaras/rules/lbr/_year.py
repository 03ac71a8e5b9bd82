"""What speaks for the plan year: heads, titles and sheet names, and where each of them stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.model.book import Position
from selaras.reckon.heads import NamedYear, list_years
from selaras.rule import Text
from selaras.rule.seen import PLAN_TABLES, Table, TableColumn, Work
from selaras.values.fold import fold

#: Tables whose title names the plan year, though their heads name none.
TITLED = ("T-C.31", "T-C.32")
#: Lines above a table that name the year of something else.
_REGULATION = frozenset(
    ("peraturan", "keputusan", "instruksi", "nomor", "undang", "permendagri", "perbup", "perda")
)

Votes = Sequence[tuple[Table, Sequence[tuple[TableColumn, NamedYear]]]]


class Claim(NamedTuple):
    """A plan year that something in the workbook speaks for; a sheet name has no position."""

    year: int
    table: Table
    position: Position | None
    who: Text
    is_title: bool = False


def claim_years(work: Work, votes: Votes) -> list[Claim]:
    """Return all that speaks for a plan year, in the order of the tables."""
    heads = dict(votes)
    found: list[Claim] = []
    sheets: set[str] = set()
    for table in work.tables:
        found += _claim_by_heads(table, heads.get(table, ()))
        if table.name in PLAN_TABLES or table.name in TITLED:
            found += _claim_by_title(table)
        if table.name in PLAN_TABLES and table.sheet.name not in sheets:
            sheets.add(table.sheet.name)
            found += _claim_by_sheet(table)
    return found


def _claim_by_heads(table: Table, said: Sequence[tuple[TableColumn, NamedYear]]) -> Iterator[Claim]:
    """Yield the year of most heads; of a table that is split evenly, each of its years."""
    places: dict[int, tuple[TableColumn, NamedYear]] = {}
    count: Counter[int] = Counter()
    for column, heading in said:
        year = heading.year - (column.spec.year or 0)
        count[year] += 1
        places.setdefault(year, (column, heading))
    for year, (column, heading) in places.items():
        if count[year] == max(count.values()):
            who = Text(
                f"kepala kolom {column.label.id} {table.name} (“{heading.year}”)",
                f"the head of the column {column.label.en} of {table.name} (“{heading.year}”)",
            )
            yield Claim(year, table, heading.position, who)


def _claim_by_title(table: Table) -> Iterator[Claim]:
    """Yield the year of the title: of the lines that name the table, else of those around it."""
    phrases = [f" {fold(phrase)} " for phrase in table.spec.titles]
    lines = [
        (any(phrase in f" {fold(text)} " for phrase in phrases), (row, column), year)
        for row, column, text in table.title_cells
        if (year := _read_plan_year(text)) is not None
    ]
    named = [line for line in lines if line[0]] or lines
    if len({year for _, _, year in named}) == 1:
        _, position, year = named[0]
        who = Text(f"judul {table.name}", f"the title of {table.name}")
        yield Claim(year, table, position, who, is_title=True)


def _claim_by_sheet(table: Table) -> Iterator[Claim]:
    year = _read_plan_year(table.sheet.name)
    if year is not None:
        name = table.sheet.name
        yield Claim(year, table, None, Text(f"nama lembar “{name}”", f"the sheet name “{name}”"))


def _read_plan_year(text: str) -> int | None:
    """Return the plan year of a line: its one year, or the first of that and the next."""
    if not _REGULATION.isdisjoint(fold(text).split()):
        return None
    years = list(dict.fromkeys(list_years(text)))
    if len(years) == 1 or (len(years) == 2 and years[1] == years[0] + 1):
        return years[0]
    return None
