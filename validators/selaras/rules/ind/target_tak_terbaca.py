"""IND007: a target in which nothing can be read, or over 100 % where that cannot be."""

from __future__ import annotations

import re
from decimal import Decimal

from selaras.reckon.indicator_targets import (
    find_distinct,
    find_indikator_key,
    list_yearly_targets,
    pair_target_rows,
)
from selaras.reckon.shown import show_cell
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table, TableColumn
from selaras.values.target import Target

_SHARE_WORDS = re.compile(
    r"\W*(?:persentase|presentase|prosentase|persen|%|cakupan|proporsi)\b", re.I
)
#: Shares that may well pass 100 %: growth, attainment of something else, ratios.
_GROWTH_WORDS = re.compile(
    r"pertumbuhan|peningkatan|kenaikan|laju|capaian|realisasi|rasio|penurunan|perbandingan|"
    r"perubahan|tingkat|selisih|deviasi|okupansi|hunian|kontribusi",
    re.I,
)


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
    columns = [(column, table.targets[column.key]) for column in list_yearly_targets(table)]
    columns = [
        (column, each) for column, each in columns if not all(map(_is_clear, find_distinct(each)))
    ]
    for row, _ in pair_target_rows(table) if columns else ():
        for column, targets in columns:
            target = targets[row.index]
            if not target or _is_clear(target):
                continue
            if all(value.kind == "teks" for value in target):
                yield _build_unreadable_finding(row, column)
            elif any(
                value.kind == "persen" and value.number is not None and value.number > Decimal(100)
                for value in target
            ) and _is_share(row, column):
                yield _build_over_finding(row, column)


def _is_clear(target: Target | None) -> bool:
    """Tell whether a target is plainly a number or a grade, as nearly all are, or there is none."""
    return not target or (len(target) == 1 and target[0].kind in ("jumlah", "grade"))


def _is_share(row: Row, column: TableColumn) -> bool:
    """Tell whether the indicator is a share of a whole."""
    text = row.text(find_indikator_key(column.key))
    return _SHARE_WORDS.match(text) is not None and _GROWTH_WORDS.search(text) is None


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
