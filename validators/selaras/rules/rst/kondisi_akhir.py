"""RST010: the end of T-C.27 is the sum of its years, or the last of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from selaras.reckon.difference_words import build_difference_finding, write_amount
from selaras.reckon.series import (
    Series,
    build_money_series,
    build_series,
    compute_tolerance,
    correct_series,
)
from selaras.reckon.shown import (
    list_carrying_rows,
    read_format_decimals,
    show_cell,
)
from selaras.rule import Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, RowKind, Table
from selaras.tables.renstra import MOST_YEARS
from selaras.values.equality import are_equal


@table_rule(
    "RST010",
    "kondisi-akhir",
    Severity.ERROR,
    only=("T-C.27",),
    basis="planning",
    english="""The final amount of T-C.27 is the sum of its years; the final target sum or last.

    Why: the final condition is what the Renstra promises and what column 4 of T-C.29 is measured
    against. Amounts add up over its years. Things counted add up, or their last year stands
    for all; percentages, indexes and grades are those of the last year.

    Fix: add up the amounts of the years; put in the sum or the last year's target.
    """,
)
def check_final_condition(table: Table) -> Findings:
    """Pagu akhir T-C.27 sama dengan jumlah tahunnya; target akhir jumlah atau tahun terakhir.

    Mengapa: kondisi akhir adalah janji Renstra dan menjadi pembanding di kolom 4 T-C.29. Pagu
    dijumlahkan selama tahun-tahunnya. Target yang dihitung satuannya dijumlahkan atau memakai tahun
    terakhir; persentase, indeks, dan predikat memakai tahun terakhir.

    Perbaikan: jumlahkan pagu semua tahun; isikan jumlah target atau target tahun terakhir.
    """
    if years := _list_year_keys(table, "pagu"):
        totals = table.rows_of_kind(RowKind.TOTAL)
        for row in (*table.main_rows, *totals):
            yield from _check_money(row, years)
    if years := _list_year_keys(table, "target"):
        for row in list_carrying_rows(table):
            yield from _check_target(row, years)


def _list_year_keys(table: Table, kind: str) -> tuple[str, ...]:
    """Return the keys of the columns of all years; none where one of them may be missing."""
    columns = table.columns
    end = columns.get(f"{kind}_akhir")
    found = tuple(key for y in MOST_YEARS if (key := f"{kind}_{y}") in columns)
    if end is None or len(found) < 2 or found[-1] != f"{kind}_{len(found)}":
        return ()
    known = {number for column in columns.values() for number in column.columns}
    between = set(range(columns[found[0]].first, end.first)) - known
    cells = (table.sheet.value(row.row, number) for row in table.rows for number in between)
    # A column among them that was not recognised may be a year of its own.
    return () if any(any(map(str.isdigit, str(value))) for value in cells) else found


def _check_money(row: Row, years: Sequence[str]) -> Findings:
    series = build_money_series(row, years, "pagu_akhir")
    if series is None:
        return
    if any(row.amount(key) is None and _has_amounts_below(row, key) for key in years):
        return
    allowed = compute_tolerance(row, "pagu_akhir", len(years))
    total = series.total
    if are_equal(series.result, total, read_format_decimals(row, "pagu_akhir"), allowed):
        return
    right = write_amount(total)
    yield build_difference_finding(
        row,
        "pagu_akhir",
        total,
        label=Text("pagu kondisi akhir", "final amount"),
        name=row.label,
        says=write_amount(series.result),
        because=Text(
            f"pagu {len(years)} tahunnya berjumlah {right.id}",
            f"the {len(years)} years add up to {right.en}",
        ),
        advice=Text(
            f"Isikan {right.id}, atau betulkan pagu tahun yang keliru.",
            f"Put in {right.en}, or mend the amount of the year that is wrong.",
        ),
        actual=series.result,
        difference=series.result - total,
        related=tuple(row.place(key) for key in years),
    )


def _has_amounts_below(row: Row, key: str) -> bool:
    """Tell whether a blank year has amounts, known or not, in the rows below."""
    return row.amount_or_sum(key) is not None or row.is_unknowable(key)


def _check_target(row: Row, years: Sequence[str]) -> Findings:
    series = list(build_series(row, years, "target_akhir"))
    baseline = row.target("data_awal") or ()
    start = baseline[0].number if len(baseline) == 1 and len(series) == 1 else None
    expected = correct_series(series, [None if s is None else _find_end(s, start) for s in series])
    if expected is None:
        return
    last = show_cell(row, years[-1])
    both = Text(
        f" (tahun terakhir {last.id})" if last.id != expected else "",
        f" (the last year: {last.en})" if last.id != expected else "",
    )
    yield build_difference_finding(
        row,
        "target_akhir",
        expected,
        label=Text("target kondisi akhir", "final target"),
        because=Text(
            f"dari target tiap tahunnya seharusnya {expected}",
            f"from the targets of its years it should be {expected}",
        )
        + both,
        advice=Text(
            "Isikan jumlah atau target tahun terakhir, atau betulkan target tahun yang keliru.",
            "Put in the sum or the last year's target, or mend the target of the wrong year.",
        ),
        related=tuple(row.place(key) for key in years if row.target(key)),
    )


def _find_end(one: Series, start: Decimal | None) -> Decimal | None:
    """Return the final target; None where what is written can be right."""
    if one.result is None or one.values[-1] is None or one.result.comparator:
        return None
    allowed = [one.last_number, one.total]
    if start is not None and one.is_cumulative is not False:
        allowed.append(start + one.total)
    if any(map(one.says, allowed)):
        return None
    return one.total if one.is_cumulative else one.last_number


_HEAD = (
    "kode|nama|indikator|data_awal|target_1|pagu_1|target_2|pagu_2|target_3|pagu_3|target_4|pagu_4"
    "|target_5|pagu_5|target_akhir|pagu_akhir\n"
)
_COUNT_ROW = "2.17.01|P|Jumlah UM|5 UM|1 UM|10|2 UM|20|3 UM|30|4 UM|40|5 UM|50|"
_GRADE_ROW = "2.17.01|P|Nilai|60 (B)|64 (B)|10|66 (B)|20|68 (B)|30|70 (BB)|40|72 (BB)|50|"

EXAMPLES = (
    # The sum, the last year, the sum on top of what was there before.
    Silent(_HEAD + _COUNT_ROW + "15 UM|150", table="T-C.27"),
    Silent(_HEAD + _COUNT_ROW + "5 UM|150", table="T-C.27"),
    Silent(_HEAD + _COUNT_ROW + "20 UM|150", table="T-C.27"),
    Silent(_HEAD + _GRADE_ROW + "72 (BB)|150", table="T-C.27"),
    # No target in the last year: the end cannot be told.
    Silent(_HEAD + "2.17.01|P|A|-|1 unit||2 unit||-||-||-||9 unit|", table="T-C.27"),
    Speaks(
        _HEAD + _COUNT_ROW + "14 UM|160",
        "O2 expected=15 UM actual=14 UM\nP2 expected=150 actual=160",
        table="T-C.27",
    ),
    # A Renstra of three years; one of six.
    Silent("kode|nama|pagu_1|pagu_2|pagu_3|pagu_akhir\n2.17.01|P|10|20|30|60", table="T-C.27"),
    Speaks(
        "kode|nama|pagu_1|pagu_2|pagu_3|pagu_4|pagu_5|pagu_6|pagu_akhir\n"
        "2.17.01|P|10|20|30|40|50|60|150",
        "I2 expected=210 actual=150",
        table="T-C.27",
    ),
    Speaks(
        _HEAD + _GRADE_ROW + "70 (BB)|150", "O2 expected=72 (BB) actual=70 (BB)", table="T-C.27"
    ),
)
