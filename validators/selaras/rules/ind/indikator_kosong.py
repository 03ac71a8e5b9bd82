"""IND001: a program, kegiatan or sub kegiatan without indicator."""

from __future__ import annotations

from selaras.model.filling import is_filled_in
from selaras.reckon.indicator_targets import LEVELS_WITH_INDIKATOR
from selaras.rule import Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Table


@table_rule(
    "IND001",
    "indikator-kosong",
    Severity.WARNING,
    needs=("kode",),
    columns=("indikator",),
    basis="planning",
    english="""Every program, kegiatan and sub kegiatan has an indicator.

    Why: without an indicator nobody can say what the money is to achieve. Levels for which a table
    gives no indicator at all are not asked for one.

    Fix: fill in the indicator as in the Renstra or the nomenclature.
    """,
)
def check_blank_indikator(table: Table) -> Findings:
    """Setiap program, kegiatan, dan sub kegiatan mempunyai indikator.

    Mengapa: tanpa indikator tidak ada yang dapat mengatakan apa yang hendak dicapai dengan dananya.
    Tingkat yang di tabel itu memang tidak pernah diberi indikator tidak ditagih.

    Perbaikan: isi indikatornya sesuai Renstra atau nomenklatur.
    """
    if "indikator" not in table.columns:
        return
    texts = table.text["indikator"]
    if "" not in texts:
        return
    for level in LEVELS_WITH_INDIKATOR:
        if not is_filled_in(table, "indikator", level):
            continue
        for row in table.rows_at(level):
            if texts[row.index] or any(texts[one.index] for one in row.indikator):
                continue
            cell = row.cell("indikator")
            yield row.build_finding(
                "indikator",
                Text(
                    f"Indikator {level.label} {row.label} kosong.",
                    f"The indicator of {level.label} {row.label} is blank.",
                ),
                advice=Text(
                    f"Isi {cell} dengan indikator menurut Renstra atau nomenklatur.",
                    f"Fill in {cell} with the indicator of the Renstra or the nomenclature.",
                ),
            )


EXAMPLES = (
    Silent("kode|nama|indikator|target|pagu\n2.17.01|P|Nilai SAKIP|80|3\n2.17.01.2.01|K||1|3"),
    Speaks("kode|nama|indikator|target|pagu\n2.17.01|P|Nilai SAKIP|80|3\n2.17.02|Q||1|3", "C3"),
)
