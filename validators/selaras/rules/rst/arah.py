"""RST011: a target keeps the direction of its series and does not fall below what was reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from selaras.compare.match import ukuran
from selaras.compare.years import kolom_tahun
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.reckon.shown import baris_indikator, sebut, tampak, tertulis, terukur
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import TATA_CARA
from selaras.values.finding import Finding, Severity
from selaras.values.target import Nilai
from selaras.values.text import Teks

#: So many steps the same way, and at most one the other way, show a direction.
LANGKAH = 3
#: So many steps, and none the other way, are enough to hold a target against what was reached.
LANGKAH_CAPAIAN = 2


@table_rule(
    "RST011",
    "arah",
    Severity.INFO,
    only=("T-C.23", "T-C.25", "T-C.27", "T-C.30", "Tabel 3.1"),
    needs=("dua-target",),
    basis=TATA_CARA,
    english="""Targets of percentages and indexes keep their direction and pass what was reached.

    Why: a target that falls back in a rising series is mostly a slip of the pen. One that is below
    what was reached already asks for nothing. Only series with a clear direction are looked at;
    things counted may go up and down from year to year.

    Fix: check the target, or explain why it falls back.
    """,
)
def arah(table: Table) -> Iterator[Finding]:
    """Target persentase dan indeks searah dari tahun ke tahun dan melampaui yang sudah tercapai.

    Mengapa: target yang mundur di tengah deret yang naik biasanya salah ketik. Target di bawah
    capaian yang sudah diraih tidak menuntut apa-apa lagi. Yang dilihat hanya deret yang arahnya
    jelas; yang dihitung satuannya boleh naik turun dari tahun ke tahun.

    Perbaikan: periksa kembali target itu, atau jelaskan mengapa mundur.
    """
    targets, reached = _kolom(table, "target_"), _kolom(table, "realisasi_")
    for row in baris_indikator(table):
        series = _deret(row, targets)
        if series is None:
            continue
        backward = _mundur([point.angka for point in series])
        if backward is not None:
            yield _melawan(row, series, backward)
        else:
            yield from _terlampaui(row, series, _deret(row, reached) or [])


class _Titik(NamedTuple):
    """The number of one year, its column and the unit."""

    tahun: int
    key: str
    angka: Decimal
    satuan: str


def _kolom(table: Table, awalan: str) -> Mapping[int, str]:
    """Return columns by their year or, where no head says one, by their place in the Renstra."""
    by_year = kolom_tahun(table, awalan)
    if by_year or table.name == "T-C.30":
        return dict(sorted(by_year.items()))
    numbers = (key[len(awalan) :] for key in table.columns if key.startswith(awalan))
    return {int(n): awalan + n for n in sorted(numbers) if n.isdigit()}


def _deret(row: Row, columns: Mapping[int, str]) -> list[_Titik] | None:
    """Return the numbers of a row over the years; None where they do not make a series."""
    found: list[_Titik] = []
    for year, key in columns.items():
        values = tampak(row, key)
        if not values:
            continue
        (value, *others) = values
        if others or value.angka is None or not _berarah(row, value):
            return None
        found.append(_Titik(year, key, value.angka, value.satuan))
    return found if len({point.satuan for point in found}) == 1 else None


def _berarah(row: Row, value: Nilai) -> bool:
    """Tell whether a value is of a state or a rate, which people mean to move one way."""
    if not terukur(value) or value.banding:
        return False
    if value.kumulatif is None:
        return ukuran(row.text("indikator")) in ("persen", "nilai", "rasio")
    return not value.kumulatif


def _mundur(numbers: Sequence[Decimal]) -> int | None:
    """Return the index of the one number that moves against all others; None if there is none."""
    steps = [two - one for one, two in pairwise(numbers)]
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if min(up, down) != 1 or max(up, down) < LANGKAH:
        return None
    sign = 1 if up > down else -1
    at = next(index for index, step in enumerate(steps) if step * sign < 0) + 1
    for index in (at, at - 1):
        rest = [number * sign for place, number in enumerate(numbers) if place != index]
        if all(one <= two for one, two in pairwise(rest)):
            return index
    return None


def _arah(numbers: Sequence[Decimal]) -> int:
    """Return 1 for a series that rises, -1 for one that falls, 0 where that is not clear."""
    steps = [two - one for one, two in pairwise(numbers)]
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if max(up, down) < LANGKAH_CAPAIAN or min(up, down):
        return 0
    return 1 if up else -1


def _melawan(row: Row, series: Sequence[_Titik], index: int) -> Finding:
    point, says = series[index], tertulis(row, series[index].key)
    others = [series[place] for place in (index - 1, index + 1) if 0 <= place < len(series)]
    near = [tertulis(row, other.key) for other in others]
    name = sebut(row)
    return row.temuan(
        point.key,
        Teks(
            f"Target {name} {says.id} melawan arah target tahun lainnya "
            f"(sebelum/sesudahnya {', '.join(text.id for text in near)}).",
            f"The target {says.en} of {name} moves against those of the other years "
            f"(before/after: {', '.join(text.en for text in near)}).",
        ),
        advice=Teks(
            "Periksa apakah target ini salah ketik atau tertukar tahunnya.",
            "See whether this target is mistyped or stands in the wrong year.",
        ),
        related=tuple(row.place(other.key) for other in others),
    )


def _terlampaui(row: Row, series: Sequence[_Titik], reached: Sequence[_Titik]) -> Iterator[Finding]:
    sign = _arah([point.angka for point in series])
    if not sign or not reached:
        return
    only = Teks("hanya", "only") if sign > 0 else Teks("masih", "still")
    for point in series:
        before = [r for r in reached if r.tahun < point.tahun and r.satuan == point.satuan]
        best = max(before, key=lambda r: r.angka * sign, default=None)
        if best is None or point.angka * sign >= best.angka * sign:
            continue
        says, was, name = tertulis(row, point.key), tertulis(row, best.key), sebut(row)
        headed = best.tahun > TAHUN_PERTAMA
        when, year = (f" {best.tahun}", f" {point.tahun}") if headed else ("", "")
        yield row.temuan(
            point.key,
            Teks(
                f"Target{year} {name} {only.id} {says.id}, padahal realisasi{when} sudah {was.id}.",
                f"The target{year} of {name} is {only.en} {says.en}, "
                f"but the achievement{when} was {was.en} already.",
            ),
            advice=Teks(
                "Pertimbangkan target yang melampaui capaian, atau jelaskan mengapa lebih rendah.",
                "Consider a target beyond what was reached, or explain why it is lower.",
            ),
            related=(row.place(best.key),),
        )


#: Below it a "year" is a place in the Renstra.
TAHUN_PERTAMA = 1900

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
