"""RST007: the projections of T-C.30 are the targets of the same years."""

from __future__ import annotations

from selaras.compare.years import find_year_columns, is_same_value
from selaras.reckon.difference_words import build_difference_finding
from selaras.reckon.shown import list_carrying_rows, show_cell
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table


@table_rule(
    "RST007",
    "proyeksi",
    Severity.WARNING,
    only=("T-C.30",),
    basis="planning",
    english="""The projection of a year in T-C.30 is the Renstra target of that year.

    Why: a projection below the target announces that the Renstra will be missed, one above it that
    the target is too low. Either must be explained in the notes, and mostly it is a figure of
    another year in the wrong column.

    Fix: take over the target of the year, or explain the difference in the notes.
    """,
)
def check_projection(table: Table) -> Findings:
    """Proyeksi suatu tahun di T-C.30 sama dengan target Renstra tahun itu.

    Mengapa: proyeksi di bawah target berarti target Renstra diperkirakan tidak tercapai; di atasnya
    berarti targetnya terlalu rendah. Keduanya harus dijelaskan dalam catatan, dan sering kali hanya
    angka tahun lain yang salah kolom.

    Perbaikan: samakan dengan target tahun itu, atau jelaskan perbedaannya di kolom catatan.
    """
    targets = find_year_columns(table, "target_")
    for year, key in find_year_columns(table, "proyeksi_").items():
        target = targets.get(year)
        if target is not None:
            for row in list_carrying_rows(table):
                if is_same_value(row, key, row, target) is False:
                    yield _build_finding(row, key, target, year)


def _build_finding(row: Row, key: str, target: str, year: int) -> Finding:
    wanted = show_cell(row, target)
    return build_difference_finding(
        row,
        key,
        wanted.id,
        label=Text("proyeksi", "projection for"),
        year=year,
        because=Text(
            f"target Renstra tahun itu adalah {wanted.id}",
            f"the Renstra target of {year} is {wanted.en}",
        ),
        advice=Text(
            "Samakan proyeksi dengan target, atau jelaskan perbedaannya di kolom catatan.",
            "Take over the target, or explain the difference in the notes.",
        ),
        related=(row.place(target),),
    )


_HEAD = "no|indikator|target_3@2023|target_4@2024|proyeksi_1@2024\n"

EXAMPLES = (
    Silent(_HEAD + "1|Persentase koperasi sehat|30%|35%|35 %", table="T-C.30"),
    Silent(_HEAD + "1|Persentase koperasi sehat|30%|35%|-", table="T-C.30"),
    Speaks(
        _HEAD + "1|Persentase koperasi sehat|30%|35%|30%",
        "E2 expected=35% actual=30%",
        table="T-C.30",
    ),
)
