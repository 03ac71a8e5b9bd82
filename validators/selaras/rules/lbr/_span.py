"""Years of one table that contradict each other: heads that count on, its title, a forward year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from selaras.reckon.heads import NamedYear, find_head_year
from selaras.rule import Finding, Findings, Place, Severity, Text
from selaras.rule.seen import PLAN_TABLES, Table, TableColumn
from selaras.values.a1 import address
from selaras.values.fold import fold

#: Heads that count years on: fewer than these tell no period.
FEWEST = 3
_YEARLY = re.compile(r"(\w+?)_(\d+)")
_PERIOD = re.compile(
    r"(?<!\d)(20\d\d)\s*(?:-|–|—|s/d|s\.d\.?|sampai(?: dengan)?|/)\s*(20\d\d)(?!\d)"
)
_FORWARD = re.compile(r"(?:pra|per)kiraan\s+maju\D{0,40}?(20\d\d)(?!\d)", re.IGNORECASE)

#: A title line: its row, its column, and what it says.
TitleCell = tuple[int, int, str]

_Years = Sequence[tuple[TableColumn, NamedYear, int]]


def find_broken_spans(table: Table, plan: int | None) -> Findings:
    """Yield the findings on one table's yearly heads, its title's period and its forward year."""
    yearly = list(_list_yearly_heads(table))
    yield from _find_out_of_step(table, yearly)
    yield from _find_wrong_periods(table, yearly)
    if plan is not None and table.name in PLAN_TABLES:
        yield from _find_wrong_forward(table, plan)


def _list_yearly_heads(table: Table) -> Iterator[tuple[TableColumn, NamedYear, int]]:
    """Yield the columns of years one after the other, the year that each says, and its number."""
    for column in table.columns.values():
        numbered = _YEARLY.fullmatch(column.key)
        if numbered and (said := find_head_year(table, column)) is not None:
            yield column, said, int(numbered[2])


def _find_out_of_step(table: Table, yearly: _Years) -> Findings:
    """Yield the one head that says another year than the others, which count on, let expect."""
    of_kind: dict[str, list[tuple[TableColumn, NamedYear, int]]] = {}
    for column, said, number in yearly:
        of_kind.setdefault(column.key.rpartition("_")[0], []).append((column, said, number))
    spoken = set()
    for heads in of_kind.values():
        starts = Counter(said.year - number for _, said, number in heads)
        (start, agreeing), *others = starts.most_common(2)
        odd = [one for one in heads if one[1].year - one[2] != start]
        if len(heads) < FEWEST or len(odd) != 1 or (others and others[0][1] == agreeing):
            continue
        ((column, said, number),) = odd
        # A year that another head has already is a slip; else a year may have been left out.
        twice = sum(other.year == said.year for _, other, _ in heads) > 1
        if said.position in spoken or not twice:
            continue
        spoken.add(said.position)
        expected = start + number
        yield build_year_finding(
            table,
            column,
            said,
            expected,
            Text(
                f"yang sudah ada di kolom lain; menurut urutannya seharusnya {expected}",
                f"which another column has already; by their order it should be {expected}",
            ),
            "urutan",
        )


def build_year_finding(
    table: Table, column: TableColumn, said: NamedYear, expected: int, why: Text, key: str
) -> Finding:
    """Return the finding on a head that says a wrong year; `why` ends its sentence."""
    return table.build_finding(
        said.position,
        Text(
            f"Kepala kolom {column.label.id} menyebut tahun {said.year}, {why.id}.",
            f"The head of the column {column.label.en} says {said.year}, {why.en}.",
        ),
        column=column.key,
        advice=Text(
            f"Ganti {said.year} menjadi {expected} bila isi kolomnya memang untuk tahun itu.",
            f"Change {said.year} to {expected} if the column is really for that year.",
        ),
        expected=str(expected),
        row_key=key,
    )


def _find_wrong_periods(table: Table, yearly: _Years) -> Findings:
    """Yield the title line that names another period than the yearly heads."""
    years = sorted({said.year for _, said, _ in yearly})
    if len(years) < FEWEST or years[-1] - years[0] != len(years) - 1:
        return
    for title in table.title_cells:
        for first, last in (map(int, found) for found in _PERIOD.findall(title[2])):
            # A plan may count the year of its baseline, and a table may show a part of the years.
            if first <= years[-1] and years[0] <= last:
                continue
            span = f"{years[0]}-{years[-1]}"
            yield build_title_finding(
                table,
                title,
                Text(
                    f"Judul {table.name} menyebut periode {first}-{last}, sedangkan kepala "
                    f"kolomnya tahun {span}.",
                    f"The title of {table.name} names the period {first}-{last}, but its heads say "
                    f"{span}.",
                ),
                "periode",
            )


def _find_wrong_forward(table: Table, plan: int) -> Findings:
    """Yield the title line whose forward estimate is not of the year after the plan's."""
    for title in table.title_cells:
        found = _FORWARD.search(title[2])
        if found is None or int(found[1]) == plan + 1 or not is_naming_table(title, table):
            continue
        yield build_title_finding(
            table,
            title,
            Text(
                f"Judul {table.name} menyebut prakiraan maju tahun {found[1]}, padahal menurut "
                f"tahun rencana seharusnya {plan + 1}.",
                f"The title of {table.name} says a forward estimate for {found[1]}, but by the "
                f"plan year it should be {plan + 1}.",
            ),
            "prakiraan maju",
            expected=str(plan + 1),
        )


def is_naming_table(title: TitleCell, table: Table) -> bool:
    """Tell whether a title line is that of this very table, and not of what stands around it."""
    folded = f" {fold(title[2])} "
    return any(f" {fold(phrase)} " in folded for phrase in table.spec.titles)


def build_title_finding(
    table: Table, title: TitleCell, message: Text, key: str, expected: str | None = None
) -> Finding:
    """Return the doubt about a title line whose years are not those of its table."""
    row, column, text = title
    cell = address(row, column)
    return Finding(
        message=message,
        advice=Text(
            f"Betulkan tahun di {cell} atau di kepala tabel.",
            f"Mend the year in {cell} or in the heads.",
        ),
        sheet=table.sheet.name,
        cell=cell,
        table=table.name,
        expected=expected,
        actual=text,
        related=(Place(table.sheet.name, address(table.head_area.top, table.head_area.left)),),
        row_key=key,
        own_severity=Severity.WARNING,
    )
