"""RST011: a target keeps the direction of its series and does not fall below what was reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from selaras.compare.match import find_measured
from selaras.compare.years import find_year_columns
from selaras.reckon.shown import (
    is_measurable,
    list_carrying_rows,
    name_indikator,
    read_shown_values,
    show_cell,
)
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table
from selaras.values.target import TargetValue

#: So many steps the same way, and at most one the other way, show a direction.
SAME_STEPS = 3
#: So many steps, and none the other way, are enough to hold a target against what was reached.
ACHIEVEMENT_STEPS = 2


@table_rule(
    "RST011",
    "arah",
    Severity.INFO,
    only=("T-C.23", "T-C.25", "T-C.27", "T-C.30", "Tabel 3.1"),
    needs=("dua-target",),
    basis="planning",
    english="""Targets of percentages and indexes keep their direction and pass what was reached.

    Why: a target that falls back in a rising series is mostly a slip of the pen. One that is below
    what was reached already asks for nothing. Only series with a clear direction are looked at;
    things counted may go up and down from year to year.

    Fix: check the target, or explain why it falls back.
    """,
)
def check_direction(table: Table) -> Findings:
    """Target persentase dan indeks searah dari tahun ke tahun dan melampaui yang sudah tercapai.

    Mengapa: target yang mundur di tengah deret yang naik biasanya salah ketik. Target di bawah
    capaian yang sudah diraih tidak menuntut apa-apa lagi. Yang dilihat hanya deret yang arahnya
    jelas; yang dihitung satuannya boleh naik turun dari tahun ke tahun.

    Perbaikan: periksa kembali target itu, atau jelaskan mengapa mundur.
    """
    targets, reached = _list_columns(table, "target_"), _list_columns(table, "realisasi_")
    for row in list_carrying_rows(table):
        series = _read_series(row, targets)
        if series is None:
            continue
        backward = _find_setback([point.number for point in series])
        if backward is not None:
            yield _build_against_finding(row, series, backward)
        else:
            yield from _find_exceeded(row, series, _read_series(row, reached) or [])


class _YearPoint(NamedTuple):
    """The number of one year, its column and the unit."""

    year: int
    key: str
    number: Decimal
    measure: str


def _list_columns(table: Table, prefix: str) -> Mapping[int, str]:
    """Return columns by their year or, where no head says one, by their place in the Renstra."""
    by_year = find_year_columns(table, prefix)
    if by_year or table.name == "T-C.30":
        return dict(sorted(by_year.items()))
    numbers = (key[len(prefix) :] for key in table.columns if key.startswith(prefix))
    return {int(n): prefix + n for n in sorted(numbers) if n.isdigit()}


def _read_series(row: Row, columns: Mapping[int, str]) -> list[_YearPoint] | None:
    """Return the numbers of a row over the years; None where they do not make a series."""
    found: list[_YearPoint] = []
    for year, key in columns.items():
        values = read_shown_values(row, key)
        if not values:
            continue
        (value, *others) = values
        if others or value.number is None or not _has_direction(row, value):
            return None
        found.append(_YearPoint(year, key, value.number, value.measure))
    return found if len({point.measure for point in found}) == 1 else None


def _has_direction(row: Row, value: TargetValue) -> bool:
    """Tell whether a value is of a state or a rate, which people mean to move one way."""
    if not is_measurable(value) or value.comparator:
        return False
    if value.is_cumulative is None:
        return find_measured(row.text("indikator")) in ("persen", "nilai", "rasio")
    return not value.is_cumulative


def _find_setback(numbers: Sequence[Decimal]) -> int | None:
    """Return the index of the one number that moves against all others; None if there is none."""
    steps = [two - one for one, two in pairwise(numbers)]
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if min(up, down) != 1 or max(up, down) < SAME_STEPS:
        return None
    sign = 1 if up > down else -1
    at = next(index for index, step in enumerate(steps) if step * sign < 0) + 1
    for index in (at, at - 1):
        rest = [number * sign for place, number in enumerate(numbers) if place != index]
        if all(one <= two for one, two in pairwise(rest)):
            return index
    return None


def _find_direction(numbers: Sequence[Decimal]) -> int:
    """Return 1 for a series that rises, -1 for one that falls, 0 where that is not clear."""
    steps = [two - one for one, two in pairwise(numbers)]
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if max(up, down) < ACHIEVEMENT_STEPS or min(up, down):
        return 0
    return 1 if up else -1


def _build_against_finding(row: Row, series: Sequence[_YearPoint], index: int) -> Finding:
    point, says = series[index], show_cell(row, series[index].key)
    others = [series[place] for place in (index - 1, index + 1) if 0 <= place < len(series)]
    near = [show_cell(row, other.key) for other in others]
    name = name_indikator(row)
    return row.build_finding(
        point.key,
        Text(
            f"Target {name} {says.id} melawan arah target tahun lainnya "
            f"(sebelum/sesudahnya {', '.join(text.id for text in near)}).",
            f"The target {says.en} of {name} moves against those of the other years "
            f"(before/after: {', '.join(text.en for text in near)}).",
        ),
        advice=Text(
            "Periksa apakah target ini salah ketik atau tertukar tahunnya.",
            "See whether this target is mistyped or stands in the wrong year.",
        ),
        related=tuple(row.place(other.key) for other in others),
    )


def _find_exceeded(
    row: Row, series: Sequence[_YearPoint], reached: Sequence[_YearPoint]
) -> Findings:
    sign = _find_direction([point.number for point in series])
    if not sign or not reached:
        return
    only = Text("hanya", "only") if sign > 0 else Text("masih", "still")
    for point in series:
        before = [r for r in reached if r.year < point.year and r.measure == point.measure]
        best = max(before, key=lambda r: r.number * sign, default=None)
        if best is None or point.number * sign >= best.number * sign:
            continue
        says, was, name = show_cell(row, point.key), show_cell(row, best.key), name_indikator(row)
        headed = best.year > FIRST_YEAR
        when, year = (f" {best.year}", f" {point.year}") if headed else ("", "")
        yield row.build_finding(
            point.key,
            Text(
                f"Target{year} {name} {only.id} {says.id}, padahal realisasi{when} sudah {was.id}.",
                f"The target{year} of {name} is {only.en} {says.en}, "
                f"but the achievement{when} was {was.en} already.",
            ),
            advice=Text(
                "Pertimbangkan target yang melampaui capaian, atau jelaskan mengapa lebih rendah.",
                "Consider a target beyond what was reached, or explain why it is lower.",
            ),
            related=(row.place(best.key),),
        )


#: Below it a "year" is a place in the Renstra.
FIRST_YEAR = 1900

_HEAD = "indikator|target_1@2022|target_2@2023|target_3@2024|target_4@2025|target_5@2026\n"
_30 = (
    "no|indikator|target_1@2021|target_2@2022|target_3@2023|target_4@2024|realisasi_1@2021"
    "|realisasi_2@2022\n"
)

EXAMPLES = (
    Silent(
        _HEAD + "Persentase|10%|20%|30%|40%|50%\nJumlah UM|9 UM|8 UM|10 UM|11 UM|12 UM",
        table="Tabel 3.1",
    ),
    # No clear direction; a series that falls all the way; reached less than the target.
    Silent(
        _HEAD + "Persentase|10%|20%|10%|40%|30%\nPersentase miskin|9%|8%|7%|6%|5%",
        table="Tabel 3.1",
    ),
    Silent(
        _30 + "1|Persentase NIK|-|70%|75%|80%|-|39,67%\n2|Pertumbuhan|-|5%|5%|5%|-|7,21%",
        table="T-C.30",
    ),
    Speaks(_HEAD + "Persentase NIK|10%|20%|3%|40%|50%", "D2 actual=3%", table="Tabel 3.1"),
    Speaks(_HEAD + "Persentase NIK|10%|20%|90%|40%|50%", "D2 actual=90%", table="Tabel 3.1"),
    Speaks(_30 + "1|Nilai RB|-|64 (B)|66 (B)|68 (B)|-|67 (B)", "E2 actual=66 (B)", table="T-C.30"),
)
