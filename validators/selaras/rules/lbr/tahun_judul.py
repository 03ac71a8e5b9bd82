"""LBR003: the years in titles and heads contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from selaras.a1 import address
from selaras.dasar import TATA_CARA
from selaras.finding import Finding, Place, Severity
from selaras.kepala_tabel import Sebutan, tahun_kepala, tahun_teks
from selaras.lipat import lipat
from selaras.model.book import Position
from selaras.model.table import Table, TableColumn
from selaras.model.work import Work
from selaras.rule import Silent, Speaks, book_rule
from selaras.tables import RENCANA
from selaras.teks import Teks

#: Tables whose heads count their years from the plan year n.
BERTAHUN = (*RENCANA, "T-C.29")


@book_rule(
    "LBR003",
    "tahun-judul",
    Severity.ERROR,
    reads="heads",
    basis=TATA_CARA,
    english="""Titles and heads of all tables speak of the same plan year.

    Why: a head left from last year's workbook (“Rencana Tahun 2023” in the Renja 2024) makes every
    target below it one of the wrong year. n, n+1 and the years before have to fit together, within
    a table and between tables.

    Fix: set the year in the cell named in the finding right.
    """,
)
def tahun_judul(work: Work) -> Iterator[Finding]:
    """Judul dan kepala semua tabel menyebut tahun rencana yang sama.

    Mengapa: kepala yang tertinggal dari buku kerja tahun lalu (“Rencana Tahun 2023” dalam Renja
    2024) membuat setiap target di bawahnya menjadi target tahun yang keliru. n, n+1, dan tahun
    sebelumnya harus cocok, di dalam satu tabel dan antartabel.

    Perbaikan: betulkan tahun di sel yang disebut dalam temuan.
    """
    tables = [table for table in work.tables if table.name in BERTAHUN]
    votes = [(table, _suara(table)) for table in tables]
    plan = _disepakati([year for _, said in votes for year in _utama(said)], work.setting.tahun)
    if plan is None:
        return
    for table, said in votes:
        spoken: set[Position] = set()
        for column, heading in said:
            expected = plan + (column.spec.tahun or 0)
            if heading.tahun != expected and heading.position not in spoken:
                spoken.add(heading.position)
                yield _kepala(table, column, heading, expected)
        if table.name in RENCANA and not spoken:
            yield from _judul(table, plan)


def _suara(table: Table) -> list[tuple[TableColumn, Sebutan]]:
    return [
        (column, heading)
        for column in table.columns.values()
        if column.spec.tahun is not None and (heading := tahun_kepala(table, column)) is not None
    ]


def _utama(said: Sequence[tuple[TableColumn, Sebutan]]) -> list[int]:
    """Return the plan year that most heads of a table speak for; none where they are split."""
    years = Counter(
        heading.tahun - (column.spec.tahun or 0) for column, heading in said
    ).most_common(2)
    if not years or (len(years) == 2 and years[0][1] == years[1][1]):
        return []
    return [years[0][0]]


def _disepakati(votes: Sequence[int], told: int | None) -> int | None:
    """Return the plan year of the workbook; None where the tables do not decide it."""
    if told is not None:
        return told
    years = Counter(votes).most_common(2)
    if not years or (len(years) == 2 and years[0][1] == years[1][1]):
        return years[0][0] if len(years) == 1 else None
    return years[0][0]


def _kepala(table: Table, column: TableColumn, said: Sebutan, expected: int) -> Finding:
    return table.temuan(
        said.position,
        Teks(
            f"Kepala kolom {column.label.id} menyebut tahun {said.tahun}, "
            f"padahal menurut tahun rencana seharusnya {expected}.",
            f"The head of the column {column.label.en} says {said.tahun}, "
            f"but by the plan year it should be {expected}.",
        ),
        column=column.key,
        advice=Teks(
            f"Ganti {said.tahun} menjadi {expected} bila isi kolomnya memang untuk tahun itu.",
            f"Change {said.tahun} to {expected} if the column is really for that year.",
        ),
        expected=str(expected),
        row_key="kepala",
    )


def _judul(table: Table, plan: int) -> Iterator[Finding]:
    """Yield a finding for a title line of this very table that names other years only."""
    for row, column, text in table.judul:
        folded = f" {lipat(text)} "
        if not any(f" {lipat(phrase)} " in folded for phrase in table.spec.titles):
            continue
        years = tahun_teks(text)
        if years and plan not in years:
            cell = address(row, column)
            yield Finding(
                message=Teks(
                    f"Judul {table.name} menyebut tahun {years[0]}, "
                    f"sedangkan kepala tabelnya tahun {plan}.",
                    f"The title of {table.name} says {years[0]}, but its heads say {plan}.",
                ),
                advice=Teks(
                    f"Betulkan tahun di {cell} atau di kepala tabel.",
                    f"Mend the year in {cell} or in the heads.",
                ),
                sheet=table.sheet.name,
                cell=cell,
                table=table.name,
                expected=str(plan),
                actual=text,
                related=(Place(table.sheet.name, address(table.kepala.top, table.kepala.left)),),
                row_key="judul",
            )


EXAMPLES = (
    Silent("kode|nama|target@2024|pagu@2024|target_maju@2025|pagu_maju@2025\n2.17.01|P|1|3|1|3"),
    Speaks(
        "kode|nama|target@2024|pagu@2024|target_maju@2024|pagu_maju@2025\n2.17.01|P|1|3|1|3",
        "E1 expected=2025 actual=target_maju@2024",
    ),
)
