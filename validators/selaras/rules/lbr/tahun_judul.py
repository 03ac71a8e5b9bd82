"""LBR003: the years in titles and heads contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from selaras.model.book import Position
from selaras.reckon.heads import NamedYear, find_head_year, list_years
from selaras.rule import Findings, Place, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, Table, TableColumn, Work
from selaras.rules.lbr._span import (
    build_title_finding,
    build_year_finding,
    find_broken_spans,
    is_naming_table,
)
from selaras.rules.lbr._year import Claim, claim_years
from selaras.values.a1 import address
from selaras.values.text import capitalise

#: Tables whose heads count their years from the plan year n.
YEAR_HEADED = (*PLAN_TABLES, "T-C.29")


@book_rule(
    "LBR003",
    "tahun-judul",
    Severity.ERROR,
    reads="heads",
    basis="planning",
    english="""Titles and heads of all tables speak of the same plan year.

    Why: a head left from last year's workbook (“Rencana Tahun 2023” in the Renja 2024) makes every
    target below it one of the wrong year. n, n+1 and the years before have to fit together, within
    a table and between tables. Heads of all tables, titles and sheet names are the witnesses; where
    they do not tell which year is right, one warning names both. Heads that count the years on
    skip and repeat none, and a title names their period and the year after the plan's.

    Fix: set the year in the cell named in the finding right.
    """,
)
def check_title_years(work: Work) -> Findings:
    """Judul dan kepala semua tabel menyebut tahun rencana yang sama.

    Mengapa: kepala yang tertinggal dari buku kerja tahun lalu (“Rencana Tahun 2023” dalam Renja
    2024) membuat setiap target di bawahnya menjadi target tahun yang keliru. n, n+1, dan tahun
    sebelumnya harus cocok, di dalam satu tabel dan antartabel. Saksinya kepala semua tabel, judul,
    dan nama lembar; bila semuanya tidak memastikan tahun yang benar, satu peringatan menyebut
    keduanya. Kepala yang mengurutkan tahun tidak mengulang satu tahun pun, dan judul menyebut
    periode yang sama serta tahun sesudah tahun rencana.

    Perbaikan: betulkan tahun di sel yang disebut dalam temuan.
    """
    tables = [table for table in work.tables if table.name in YEAR_HEADED]
    votes = [(table, _find_votes(table)) for table in tables]
    heads = [year for _, said in votes for year in _find_main_years(said)]
    claims = claim_years(work, votes)
    plan, sure = work.setting.year, True
    if plan is None:
        by_heads, by_all = _find_majority(heads), _find_majority([claim.year for claim in claims])
        sure = by_heads is not None and by_all in (None, by_heads)
        plan = by_heads if sure else by_all
    for table in work.tables:
        yield from find_broken_spans(table, plan)
    if plan is None:
        yield from _find_unsettled(claims)
        return
    for finding in _find_other_years(votes, plan):
        yield finding if sure else finding._replace(own_severity=Severity.WARNING)


def _find_other_years(
    votes: Sequence[tuple[Table, Sequence[tuple[TableColumn, NamedYear]]]], plan: int
) -> Findings:
    """Yield the findings on heads and titles that name another year than the plan's."""
    for table, said in votes:
        spoken: set[Position] = set()
        for column, heading in said:
            expected = plan + (column.spec.year or 0)
            if heading.year != expected and heading.position not in spoken:
                spoken.add(heading.position)
                why = Text(
                    f"padahal menurut tahun rencana seharusnya {expected}",
                    f"but by the plan year it should be {expected}",
                )
                yield build_year_finding(table, column, heading, expected, why, "kepala")
        if table.name in PLAN_TABLES and not spoken:
            yield from _find_title_years(table, plan, has_years=bool(said))


def _find_unsettled(claims: Sequence[Claim]) -> Findings:
    """Yield the one finding where nothing tells which of two years is the plan's: both are said."""
    placed = [claim for claim in claims if claim.position]
    others = [claim for claim in placed if claim.year != placed[0].year]
    if not others:
        return
    # A title is mended more easily than heads, and is more often the one left over.
    doubted = next((claim for claim in others if claim.is_title), others[0])
    rivals = [claim for claim in placed if claim.year != doubted.year]
    against = next((claim for claim in rivals if claim.is_title == doubted.is_title), rivals[0])
    table, position = doubted.table, doubted.position or (1, 1)
    yield table.build_finding(
        position,
        Text(
            f"{capitalise(doubted.who.id)} menunjuk tahun rencana {doubted.year}, sedangkan "
            f"{against.who.id} menunjuk {against.year}; mana yang benar tidak dapat dipastikan.",
            f"{capitalise(doubted.who.en)} speaks of the plan year {doubted.year}, but "
            f"{against.who.en} of {against.year}; which one is right cannot be told.",
        ),
        advice=Text(
            "Betulkan yang keliru. Bila keduanya benar, periksa tiap tahun dalam buku kerja "
            "sendiri, atau tetapkan tahun rencana di pengaturan (tahun).",
            "Mend the one that is wrong. If both are right, check each year in a workbook of its "
            "own, or set the plan year in the settings (tahun).",
        ),
        related=(Place(against.table.sheet.name, address(*(against.position or (1, 1)))),),
        row_key="judul",
    )._replace(own_severity=Severity.WARNING)


def _find_votes(table: Table) -> list[tuple[TableColumn, NamedYear]]:
    return [
        (column, heading)
        for column in table.columns.values()
        if column.spec.year is not None and (heading := find_head_year(table, column)) is not None
    ]


def _find_main_years(said: Sequence[tuple[TableColumn, NamedYear]]) -> list[int]:
    """Return the plan year that most heads of a table speak for; none where they are split."""
    year = _find_majority([heading.year - (column.spec.year or 0) for column, heading in said])
    return [] if year is None else [year]


def _find_majority(votes: Sequence[int]) -> int | None:
    """Return the year that most votes name; None where none is ahead."""
    years = Counter(votes).most_common(2)
    if not years or (len(years) == 2 and years[0][1] == years[1][1]):
        return None
    return years[0][0]


def _find_title_years(table: Table, plan: int, *, has_years: bool) -> Findings:
    """Yield a finding for a title line of this very table that names other years only.

    Without years in its own heads only other tables speak against the title: that is a doubt.
    """
    against = Text(f"kepala tabelnya tahun {plan}", f"its heads say {plan}")
    if not has_years:
        against = Text(f"buku kerja ini untuk tahun {plan}", f"this workbook is for {plan}")
    for title in table.title_cells:
        years = list_years(title[2])
        if not years or plan in years or not is_naming_table(title, table):
            continue
        message = Text(
            f"Judul {table.name} menyebut tahun {years[0]}, sedangkan {against.id}.",
            f"The title of {table.name} says {years[0]}, but {against.en}.",
        )
        found = build_title_finding(table, title, message, "judul", str(plan))
        yield found._replace(own_severity=None) if has_years else found


EXAMPLES = (
    Silent("kode|nama|target@2024|pagu@2024|target_maju@2025|pagu_maju@2025\n2.17.01|P|1|3|1|3"),
    Speaks(
        "kode|nama|target@2024|pagu@2024|target_maju@2024|pagu_maju@2025\n2.17.01|P|1|3|1|3",
        "E1 expected=2025 actual=target_maju@2024",
    ),
    # Two tables of two years, and nothing that tells which is the plan's.
    Speaks(
        "kode|nama|target@2024|pagu@2024\n2.17.01|P|1|3\n"
        "== Tabel 4.1\nkode|nama|target@2023|pagu@2023\n2.17.01|P|1|3",
        "Lembar2!C1 actual=target@2023",
    ),
)
