"""JML005: the rincian add up to their sub kegiatan."""

from __future__ import annotations

from selaras.model.row import Sum
from selaras.reckon.rincian_sums import find_wrong_rincian
from selaras.reckon.sum_words import build_sum_finding, name_subject
from selaras.reckon.sums import check_sums_below
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Level, Row, Table, TableColumn


@table_rule(
    "JML005",
    "rincian",
    Severity.ERROR,
    needs=("uang", "rincian"),
    basis="finance",
    english="""The rincian below a sub kegiatan add up to the amount of the sub kegiatan.

    Why: the rincian say what the money of the sub kegiatan buys and from which fund it comes. They
    are part of it and not counted again above it.

    Fix: compare the rincian named in the finding with the amount of the sub kegiatan and mend the
    one that is wrong. A second fund source of an item stands in a row of its own below it.
    """,
)
def check_rincian_sums(table: Table) -> Findings:
    """Jumlah rincian di bawah sub kegiatan sama dengan pagu sub kegiatan itu.

    Mengapa: rincian menjelaskan apa yang dibiayai pagu sub kegiatan dan dari dana apa. Rincian
    adalah bagian dari sub kegiatan dan tidak dihitung lagi di atasnya.

    Perbaikan: cocokkan rincian yang disebut dalam temuan dengan pagu sub kegiatannya, lalu
    betulkan yang keliru. Sumber dana kedua suatu rincian ditulis pada baris sendiri di bawahnya.
    """
    yield from check_sums_below(table, Level.SUB_KEGIATAN)
    for row, column, sum_ in find_wrong_rincian(table):
        yield _build_finding(row, column, sum_)


def _build_finding(row: Row, column: TableColumn, sum_: Sum) -> Finding:
    count = len(sum_.rows)
    return build_sum_finding(
        row,
        column,
        sum_,
        name_subject(row, column),
        Text(f"jumlah {count} rinciannya", f"its {count} rincian add up to")
        if count > 1
        else Text("satu-satunya rinciannya", "its only rincian has"),
    )


EXAMPLES = (
    Silent(
        "kode|nama|pagu|sumber_dana\n2.17.01.2.01.01|S|30|APBD\n|Rincian :||\n"
        "|Kursi|10|NEM\n||20|DID"
    ),
    # Items listed below the heading that they belong to.
    Silent(
        "kode|nama|pagu\n2.17.01.2.01.01|S|50\n|Rincian :|\n"
        "|Honor|30\n|Honor ketua|10\n|Honor anggota|20\n|Kertas|20"
    ),
    # Only the plan year is broken down in full.
    Silent(
        "kode|nama|pagu|pagu_maju\n2.17.01.2.01.01|S|30|50\n|Rincian :||\n|Kursi|10|20\n|Meja|20|"
    ),
    Speaks(
        "kode|nama|pagu|sumber_dana\n2.17.01.2.01.01|S|30|APBD\n|Rincian :||\n"
        "|Kursi|10|NEM\n||25|DID",
        "C2 expected=35 actual=30",
    ),
)
