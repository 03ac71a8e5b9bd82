"""IND007: a target in which nothing can be read, or over 100 % where that cannot be."""

from __future__ import annotations

from selaras.reckon.shown import show_cell
from selaras.reckon.unclear_targets import find_unclear_targets
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table, TableColumn


@table_rule(
    "IND007",
    "target-tak-terbaca",
    Severity.WARNING,
    needs=("target",),
    basis="planning",
    english="""A target says a number, a percentage or a grade, and a share stays within 100 %.

    Why: a target in words (“sesuai kebutuhan”) cannot be measured. More than 100 % of a whole is a
    slip of the pen, save for growth and attainment.

    Fix: write the target as a number with its unit.
    """,
)
def check_unreadable_targets(table: Table) -> Findings:
    """Target menyebut angka, persentase, atau predikat; bagian dari keseluruhan paling banyak 100%.

    Mengapa: target berupa kata-kata (“sesuai kebutuhan”) tidak dapat diukur. Lebih dari 100 % dari
    suatu keseluruhan adalah salah ketik, kecuali untuk pertumbuhan dan capaian.

    Perbaikan: tulis target sebagai angka beserta satuannya.
    """
    for found in find_unclear_targets(table):
        build = _build_over_finding if found.is_over else _build_unreadable_finding
        yield build(found.row, found.column)


def _build_unreadable_finding(row: Row, column: TableColumn) -> Finding:
    shown = " ".join(row.text(column.key).split())[:60]
    return row.build_finding(
        column.key,
        Text(
            f"Target “{shown}” tidak memuat angka, persentase, atau predikat yang dapat diukur.",
            f"The target “{shown}” holds no number, percentage or grade to measure.",
        ),
        advice=Text(
            f"Tulis {row.cell(column.key)} sebagai angka dan satuan, misalnya 12 dokumen.",
            f"Write {row.cell(column.key)} as a number and a unit, such as 12 dokumen.",
        ),
    )


def _build_over_finding(row: Row, column: TableColumn) -> Finding:
    shown = show_cell(row, column.key)
    return row.build_finding(
        column.key,
        Text(
            f"Target {shown.id} melebihi 100%, padahal indikatornya bagian dari suatu keseluruhan.",
            f"The target {shown.en} is over 100%, but its indicator is a share of a whole.",
        ),
        advice=Text(
            "Periksa koma desimalnya (9,5% tertulis 950%?) lalu betulkan targetnya.",
            "Look at the decimal comma (950% for 9,5%?) and mend the target.",
        ),
    )


EXAMPLES = (
    Silent(
        "kode|nama|indikator|target|pagu\n2.17.01|P|Persentase koperasi aktif|95,5%|3\n"
        "2.17.02|Q|Persentase pertumbuhan usaha|120%|3\n2.17.03|R|Opini BPK|WTP|3"
    ),
    Speaks(
        "kode|nama|indikator|target|pagu\n2.17.01|P|Persentase koperasi aktif|955%|3\n"
        "2.17.02|Q|Jumlah dokumen|sesuai kebutuhan|3",
        "D2 actual=955%\nD3 actual=sesuai kebutuhan",
    ),
)
