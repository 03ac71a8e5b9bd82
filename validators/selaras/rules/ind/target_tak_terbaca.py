"""IND007: a target in which nothing can be read, or over 100 % where that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from selaras.model.row import Row
from selaras.model.table import Table, TableColumn
from selaras.reckon.indicator_targets import baris_target, indikator_dari, ragam, target_bertahun
from selaras.reckon.shown import tertulis
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import TATA_CARA
from selaras.values.finding import Finding, Severity
from selaras.values.target import Sasaran
from selaras.values.text import Teks

_BAGIAN = re.compile(r"\W*(?:persentase|presentase|prosentase|persen|%|cakupan|proporsi)\b", re.I)
#: Shares that may well pass 100 %: growth, attainment of something else, ratios.
_TUMBUH = re.compile(
    r"pertumbuhan|peningkatan|kenaikan|laju|capaian|realisasi|rasio|penurunan|perbandingan|"
    r"perubahan|tingkat|selisih|deviasi|okupansi|hunian|kontribusi",
    re.I,
)


@table_rule(
    "IND007",
    "target-tak-terbaca",
    Severity.WARNING,
    needs=("target",),
    basis=TATA_CARA,
    english="""A target says a number, a percentage or a grade, and a share stays within 100 %.

    Why: a target in words (“sesuai kebutuhan”) cannot be measured. More than 100 % of a whole is a
    slip of the pen, save for growth and attainment.

    Fix: write the target as a number with its unit.
    """,
)
def target_tak_terbaca(table: Table) -> Iterator[Finding]:
    """Target menyebut angka, persentase, atau predikat; bagian dari keseluruhan paling banyak 100%.

    Mengapa: target berupa kata-kata (“sesuai kebutuhan”) tidak dapat diukur. Lebih dari 100 % dari
    suatu keseluruhan adalah salah ketik, kecuali untuk pertumbuhan dan capaian.

    Perbaikan: tulis target sebagai angka beserta satuannya.
    """
    columns = [(column, table.targets[column.key]) for column in target_bertahun(table)]
    columns = [(column, each) for column, each in columns if not all(map(_jelas, ragam(each)))]
    for row, _ in baris_target(table) if columns else ():
        for column, targets in columns:
            sasaran = targets[row.urut]
            if not sasaran or _jelas(sasaran):
                continue
            if all(nilai.jenis == "teks" for nilai in sasaran):
                yield _tak_terbaca(row, column)
            elif any(
                nilai.jenis == "persen" and nilai.angka is not None and nilai.angka > Decimal(100)
                for nilai in sasaran
            ) and _bagian(row, column):
                yield _lebih(row, column)


def _jelas(sasaran: Sasaran | None) -> bool:
    """Tell whether a target is plainly a number or a grade, as nearly all are, or there is none."""
    return not sasaran or (len(sasaran) == 1 and sasaran[0].jenis in ("jumlah", "grade"))


def _bagian(row: Row, column: TableColumn) -> bool:
    """Tell whether the indicator is a share of a whole."""
    text = row.text(indikator_dari(column.key))
    return _BAGIAN.match(text) is not None and _TUMBUH.search(text) is None


def _tak_terbaca(row: Row, column: TableColumn) -> Finding:
    shown = " ".join(row.text(column.key).split())[:60]
    return row.temuan(
        column.key,
        Teks(
            f"Target “{shown}” tidak memuat angka, persentase, atau predikat yang dapat diukur.",
            f"The target “{shown}” holds no number, percentage or grade to measure.",
        ),
        advice=Teks(
            f"Tulis {row.cell(column.key)} sebagai angka dan satuan, misalnya 12 dokumen.",
            f"Write {row.cell(column.key)} as a number and a unit, such as 12 dokumen.",
        ),
    )


def _lebih(row: Row, column: TableColumn) -> Finding:
    shown = tertulis(row, column.key)
    return row.temuan(
        column.key,
        Teks(
            f"Target {shown.id} melebihi 100%, padahal indikatornya bagian dari suatu keseluruhan.",
            f"The target {shown.en} is over 100%, but its indicator is a share of a whole.",
        ),
        advice=Teks(
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
