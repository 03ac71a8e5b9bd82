"""TBL004: a code that stands in one plan table only."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.compare.cells import compact, find_implied, list_main_rows
from selaras.compare.match import CodeIndex, index_rows
from selaras.compare.plan_tables import PAIRED_PLANS, PlanComparison, find_comparisons
from selaras.rule import EMPTY, Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Level, Row, Table, Work
from selaras.values.text import capitalise


@book_rule(
    "TBL004",
    "hanya-satu",
    Severity.ERROR,
    basis="planning",
    needs_tables=PAIRED_PLANS,
    english="""Each code of one plan table stands in the others too.

    Why: what one table lacks is not planned there: its money is missing from the total, or was
    never agreed. A level that a table leaves out altogether (no sub kegiatan at all) does not
    count.

    Fix: add the row, or drop it from the other table. Where the same name stands there under
    another code, give both the right code.
    """,
)
def check_only_one(work: Work) -> Findings:
    """Setiap kode di satu tabel rencana ada juga di tabel rencana yang lain.

    Mengapa: yang tidak ada di satu tabel berarti tidak direncanakan di sana: dananya hilang dari
    total, atau tidak pernah disepakati. Tingkat yang seluruhnya tidak dimuat suatu tabel (tanpa sub
    kegiatan sama sekali) tidak dihitung.

    Perbaikan: tambahkan barisnya, atau hapus dari tabel yang lain. Bila nama yang sama ada di sana
    dengan kode lain, pakai kode yang benar di keduanya.
    """
    for comparison in find_comparisons(work):
        for finding in _check(comparison):
            yield finding._replace(own_severity=comparison.severity)


def _check(comparison: PlanComparison) -> Findings:
    first, second = comparison.baseline, comparison.second
    levels = _find_levels(first) & _find_levels(second)
    missing = _drop_present(
        [*comparison.only_baseline, *_find_implied_alone(first, second)], second, levels
    )
    extra = _drop_present(
        [*comparison.only_second, *_find_implied_alone(second, first)], first, levels
    )
    renamed = _find_changed_kode(missing, extra)
    if comparison.is_extract:
        missing = []
    told = {row for pair in renamed for row in pair}
    # A row whose place alone is doubtful, below a code that was mistyped, has its code in both.
    before = {other: one for one, other in renamed if one.kode != other.kode}
    for row, below in _find_topmost([other for _, other in renamed if other in before]):
        yield _build_changed_kode_finding(row, before[row], comparison.name, below)
    for row, below in _find_topmost(_list_untold(missing, told, second)):
        yield _build_finding(row, comparison.name, comparison.second_name, below)
    for row, below in _find_topmost(_list_untold(extra, told, first)):
        yield _build_finding(row, comparison.second_name, comparison.name, below)


def _list_untold(rows: Sequence[Row], told: set[Row], other: Sequence[Table]) -> list[Row]:
    """Return the rows that are not told yet, as far as they are missing.

    Of a program without a row of its own all that is below it must be missing: one code that was
    mistyped there is no missing kegiatan.
    """
    left = {row: row for row in rows if row not in told}
    levels = {row.level for row in list_main_rows(other)}

    def is_missing(row: Row) -> bool:
        below = row.children if row.level not in levels and not row.is_implied else ()
        return row in left and all(map(is_missing, below))

    return [row for row in left.values() if is_missing(row)]


def _find_implied_alone(tables: Sequence[Table], others: Sequence[Table]) -> list[Row]:
    """Return the programs and kegiatan without rows of their own that other tables lack."""
    there = index_rows(list_main_rows(others))
    return [
        row
        for row in find_implied(tables, others)
        if row.placed_kode is not None and there.find_code(row.placed_kode) is None
    ]


def _find_levels(tables: Sequence[Table]) -> set[Level | None]:
    """Return the levels that tables have: as rows, or as what stands above rows by their codes."""
    upper = [row for table in tables for row in table.upper if row.kode is not None]
    return {row.level for row in (*list_main_rows(tables), *upper)} - {
        None,
        Level.URUSAN,
        Level.BIDANG_URUSAN,
    }


def _drop_present(
    rows: Sequence[Row], other: Sequence[Table], levels: set[Level | None]
) -> list[Row]:
    """Return the rows that count, without those whose name stands there beside a broken code.

    What stands above rows of the other table, by their codes, is there too.
    """
    broken = {compact(row.name) for row in list_main_rows(other) if row.kode is None}
    upper = CodeIndex((row.kode, row) for table in other for row in table.upper)
    return [
        row
        for row in rows
        if row.level in levels
        and compact(row.name) not in broken
        and (row.kode is None or upper.find_code(row.kode) is None)
    ]


def _find_changed_kode(missing: Sequence[Row], extra: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Return the rows that both tables have, once each, by level and name, under another code."""
    here, there = _group_by_name(missing), _group_by_name(extra)
    return [
        (rows[0], there[key][0])
        for key, rows in here.items()
        if key[1] and len(rows) == 1 and len(there.get(key, ())) == 1
    ]


def _group_by_name(rows: Sequence[Row]) -> dict[tuple[Level | None, str], list[Row]]:
    found: dict[tuple[Level | None, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row.level, compact(row.name)), []).append(row)
    return found


def _find_topmost(rows: Sequence[Row]) -> list[tuple[Row, int]]:
    """Return the rows that none of the others stands above, each with how many it stands above."""
    inside = set(rows)
    count: dict[Row, int] = {}
    for row in rows:
        top = row
        while top.parent is not None and top.parent in inside:
            top = top.parent
        count[top] = count.get(top, -1) + 1
    return [(row, count[row]) for row in rows if row in count]


def _say_also(below: int) -> Text:
    if not below:
        return EMPTY
    return Text(
        f" Begitu pula {below} baris di bawahnya.",
        f" The same goes for {below} {'row' if below == 1 else 'rows'} below it.",
    )


def _build_finding(row: Row, table: Text, other: Text, below: int) -> Finding:
    level = row.level.label if row.level else "kode"
    return row.build_finding(
        "kode",
        Text(
            f"{capitalise(level)} {row.kode} “{row.name}” ada di {table.id}, tetapi tidak ada di "
            f"{other.id}.",
            f"The {level} {row.kode} “{row.name}” is in {table.en}, but not in {other.en}.",
        )
        + _say_also(below),
        advice=Text(
            f"Tambahkan di {other.id}, atau hapus dari {table.id} bila tidak jadi direncanakan.",
            f"Add it in {other.en}, or drop it from {table.en} if it is not planned after all.",
        ),
        actual=str(row.kode),
    )


def _build_changed_kode_finding(row: Row, before: Row, table: Text, below: int) -> Finding:
    place = before.place_kode()
    return row.build_finding(
        "kode",
        Text(
            f"“{row.name}” berkode {row.kode} di sini, tetapi {before.kode} di {table.id}.",
            f"“{row.name}” has the code {row.kode} here, but {before.kode} in {table.en}.",
        )
        + _say_also(below),
        advice=Text(
            f"Pakai kode yang benar di {row.cell_kode()} dan di {place.sheet}!{place.cell}.",
            f"Use the right code in {row.cell_kode()} and in {place.sheet}!{place.cell}.",
        ),
        expected=str(before.kode),
        actual=str(row.kode),
        related=(place,),
    )


_TC33 = (
    "== T-C.33\nkode|nama|pagu\n2.17.06|Program A|3\n2.17.06.2.01|Kegiatan B|3\n"
    "2.17.06.2.01.01|Sub C|3\n"
)
_T41 = "== Tabel 4.1\nkode|nama|pagu\n"
EXAMPLES = (
    # Tabel 4.1 stops at the kegiatan, and heads the table with the bidang urusan.
    Silent(_TC33 + _T41 + "2.17|Koperasi|3\n2.17.06|Program A|3\n2.17.06.2.01|Kegiatan B|3"),
    Silent(
        "== T-C.33\nkode|nama|pagu\nX.XX.01|Program Penunjang|3\n"
        "== SIPD-17\nkode|nama|pagu\n2.17.01|Program Penunjang|3"
    ),
    # One mistyped digit is told once; what is missing with all that is below it, too.
    Speaks(
        _TC33 + _T41 + "2.17.06|Program A|3\n2.17.06.2.01|Kegiatan B|3\n2.17.06.2.01.07|Sub C|3",
        "Lembar2!A4 expected=2.17.06.2.01.01 actual=2.17.06.2.01.07",
    ),
    Speaks(
        _TC33 + "2.17.08|Program Z|3\n2.17.08.2.01|Kegiatan Z|3\n" + _T41 + "2.17.06|Program A|3\n"
        "2.17.06.2.01|Kegiatan B|3\n2.17.06.2.01.01|Sub C|3\n2.17.07|Program D|3",
        "A5 actual=2.17.08\nLembar2!A5 actual=2.17.07",
    ),
)
