"""IND002: an indicator without target."""

from __future__ import annotations

from selaras.model.filling import is_filled_in
from selaras.reckon.indicator_targets import (
    LEVELS_WITH_INDIKATOR,
    find_indikator_key,
    pair_target_rows,
)
from selaras.rule import EMPTY, Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import PLAN_TABLES, Row, Table
from selaras.tables.renstra import MOST_YEARS

#: Tables whose targets of the plan year must be there, with their target columns.
CHECKED_TARGETS = dict.fromkeys(PLAN_TABLES, ("target",)) | {
    "T-C.31": ("rkpd_target", "target"),
    "SIPD-19": ("target_program", "target_keluaran", "target_hasil"),
}
#: Tables whose targets are asked for in the years that have an amount, and no others.
PAGU_OF_TARGET = {
    "T-C.27": {f"target_{ordinal}": f"pagu_{ordinal}" for ordinal in MOST_YEARS},
    "E.81": {"target": "pagu"},
}


@table_rule(
    "IND002",
    "target-kosong",
    Severity.WARNING,
    needs=("target",),
    basis="planning",
    english="""Every indicator of the plan year has a target.

    Why: an indicator without target cannot be evaluated at the end of the year. A program, kegiatan
    or sub kegiatan with neither indicator nor target is named here too. T-C.27 and E.81 are asked
    for a target in the years for which they have an amount.

    Fix: fill in the target with its unit, as in the Renstra.
    """,
)
def check_blank_targets(table: Table) -> Findings:
    """Setiap indikator tahun rencana mempunyai target.

    Mengapa: indikator tanpa target tidak dapat dievaluasi pada akhir tahun. Program, kegiatan, atau
    sub kegiatan yang tidak berindikator sekaligus tidak bertarget juga disebut di sini. Di T-C.27
    dan E.81 target ditagih pada tahun yang memuat pagu.

    Perbaikan: isi targetnya beserta satuannya, sesuai Renstra.
    """
    amounts = PAGU_OF_TARGET.get(table.name, {})
    for key in (*CHECKED_TARGETS.get(table.name, ()), *amounts):
        if key not in table.columns:
            continue
        if key in amounts:
            if amounts[key] in table.columns:
                yield from _find_without_target(table, key, amounts[key])
            continue
        indikator = find_indikator_key(key)
        # Of the three pairs of the older SIPD form a row fills in those of its level.
        is_paired = table.name == "SIPD-19"
        texts, targets = table.text[indikator], table.text[key]
        if "" not in targets:
            continue
        rows = [
            (row, main)
            for row, main in pair_target_rows(table)
            if texts[row.index]
            or (
                not is_paired
                and row is main
                and main.level in LEVELS_WITH_INDIKATOR
                and main.kode is not None
            )
        ]
        filled = {
            level for level in {main.level for _, main in rows} if is_filled_in(table, key, level)
        }
        for row, main in rows:
            if targets[row.index] or main.level not in filled:
                continue
            yield _build_finding(row, key, indikator)


def _find_without_target(table: Table, key: str, pagu: str) -> Findings:
    """Yield the indicators without target in a year for which their row has an amount."""
    texts, targets, amounts = table.text["indikator"], table.text[key], table.amounts[pagu]
    if "" not in targets:
        return
    blank = [
        (row, main)
        for row, main in pair_target_rows(table)
        if not targets[row.index] and texts[row.index] and amounts[main.index]
    ]
    asked = {
        level for level in {main.level for _, main in blank} if is_filled_in(table, key, level)
    }
    for row, main in blank:
        place = row.position(key)
        # An error or a formula without result stands there: that is told by its own rule.
        unknown = place in table.sheet.errors or place in table.sheet.uncalculated
        if main.level in asked and not unknown:
            yield _build_finding(row, key, "indikator")


def _build_finding(row: Row, key: str, indikator: str) -> Finding:
    what = row.text(indikator)
    told = f"“{' '.join(what.split())[:70]}”" if what else row.label
    year = row.table.columns[key].year if row.table.name in PAGU_OF_TARGET else None
    said = Text(f" tahun {year}", f" for {year}") if year else EMPTY
    return row.build_finding(
        key,
        Text(f"Target {told}{said.id} kosong.", f"The target of {told}{said.en} is blank."),
        advice=Text(
            f"Isi {row.cell(key)} dengan target dan satuannya.",
            f"Fill in {row.cell(key)} with the target and its unit.",
        ),
    )


EXAMPLES = (
    Silent("kode|nama|indikator|target|pagu\n2.17.01|P|Nilai SAKIP|80|3\n||Nilai lain|70|"),
    Speaks(
        "kode|nama|indikator|target|pagu\n2.17.01|P|Nilai SAKIP|80|3\n||Nilai lain|-|",
        "D3 actual=-",
    ),
    Speaks(
        "kode|nama|indikator_keluaran|target_keluaran|pagu\n2.17.01.2.01|K|||3\n"
        "2.17.01.2.01.0001|S|Jumlah dokumen|5 dokumen|3\n2.17.01.2.01.0002|T|Jumlah unit||3",
        "D4",
        table="SIPD-19",
    ),
    Speaks("kode|nama|indikator|target|pagu\n2.17.01|P|A|80|3\n2.17.02|Q|||3", "D3"),
    # A year without amount needs no target.
    Speaks(
        "kode|nama|indikator|target_1|pagu_1|target_2|pagu_2\n2.17.01|P|Nilai|80|3|81|4\n"
        "2.17.02|Q|Jumlah izin||3||\n2.17.03|R|Jumlah usaha|5|3|6|4",
        "D3",
        table="T-C.27",
    ),
    Speaks(
        "no|nama|indikator|target|pagu|realisasi|uang\n1|P|Nilai|80|3|80|3\n"
        "2|Q|Jumlah izin||3|5|3\n3|R|Jumlah usaha|5|3|5|3",
        "D3",
        table="E.81",
    ),
)
