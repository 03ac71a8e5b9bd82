"""TBL003: the same code has another indicator or target in another table."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.compare.cells import list_indikator_rows
from selaras.compare.indicators import ComparedSide, DifferingCells
from selaras.compare.match import find_indikator_columns
from selaras.compare.plan_tables import PAIRED_PLANS, find_comparisons
from selaras.rule import Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Table, Work
from selaras.values.fold import measure_likeness


@book_rule(
    "TBL003",
    "target-beda",
    Severity.WARNING,
    needs=("setingkat",),
    basis="planning",
    needs_tables=PAIRED_PLANS,
    english="""A code has the same indicators and targets in every plan table.

    Why: one plan promises one result. Whoever measures it later takes the target from whichever
    table is at hand.

    Fix: put the indicator and target that were decided in both tables. Indicators that are nearly
    the same differ in spelling: that is only worth a look.
    """,
)
def check_target_differences(work: Work) -> Findings:
    """Indikator dan target suatu kode sama di semua tabel rencana.

    Mengapa: satu rencana menjanjikan satu hasil. Yang mengukur kelak mengambil target dari tabel
    mana pun yang ada di tangannya.

    Perbaikan: isikan indikator dan target yang diputuskan di kedua tabel. Indikator yang hampir
    sama hanya beda ejaan: cukup dilihat lagi.
    """
    likeness = work.setting.thresholds.likeness / 100

    def is_spelling(one: str, other: str) -> bool:
        return measure_likeness(one, other) >= likeness

    for comparison in find_comparisons(work):
        several = any(row.indikator for table in comparison.second for row in table.main_rows)
        cells = DifferingCells(is_spelling)
        for same in comparison.pairs:
            theirs = _build_side(same.baseline, same.baseline_rows)
            sheets = _group_by_table(same.second_rows)
            for rows in sheets:
                # A table that gives each row one indicator leaves the others out on purpose, and
                # one of several copies of a table need not hold what the others do.
                missing = several and len(sheets) == 1
                cells.compare(_build_side(rows[0], rows), theirs, extra=True, missing=missing)
        yield from cells.build_findings()


def _group_by_table(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows apart by the table that they stand in: a workbook may hold copies of one."""
    tables: dict[Table, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.table, []).append(row)
    return list(tables.values())


def _build_side(row: Row, rows: Sequence[Row]) -> ComparedSide:
    key, target = find_indikator_columns(row)
    lines = [line for one in rows for line in list_indikator_rows(one, key)]
    name = row.table.name
    return ComparedSide(row, lines, key, (target, "target_maju"), Text(name, name))


_TC33 = "== T-C.33\nkode|nama|indikator|target|pagu\n2.17.06|Program A|Koperasi sehat|35%|3\n"
_FURTHER = "||Jumlah koperasi|120 UM|\n"
_T41 = "== Tabel 4.1\nkode|nama|indikator|target|pagu\n"
EXAMPLES = (
    # The further indicator first, its unit in full.
    Silent(
        _TC33 + _FURTHER + _T41 + "2.17.6|Program A|Jumlah Koperasi|120 usaha mikro|3\n"
        "||Koperasi Sehat|35 %|"
    ),
    # Tabel 4.1 gives each code one indicator.
    Silent(_TC33 + _FURTHER + _T41 + "2.17.6|Program A|Koperasi sehat|35%|3"),
    Speaks(
        _TC33 + _T41 + "2.17.6|Program A|Koperasi sehat|53%|3",
        "Lembar2!D2 expected=35% actual=53%",
    ),
    Speaks(
        _TC33 + _T41 + "2.17.6|Program A|Koperasi sejat|35%|3",
        "Lembar2!C2 actual=Koperasi sejat",
    ),
)
