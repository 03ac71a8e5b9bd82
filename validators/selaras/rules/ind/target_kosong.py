"""IND002: an indicator without target."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.filling import mengisi
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.reckon.indicator_targets import BERINDIKATOR, baris_target, indikator_dari
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import TATA_CARA
from selaras.tables import RENCANA
from selaras.tables.renstra import TAHUN_TERBANYAK
from selaras.values.finding import Finding, Severity
from selaras.values.text import KOSONG, Teks

#: Tables whose targets of the plan year must be there, with their target columns.
DIPERIKSA = dict.fromkeys(RENCANA, ("target",)) | {
    "T-C.31": ("rkpd_target", "target"),
    "SIPD-19": ("target_program", "target_keluaran", "target_hasil"),
}
#: Tables whose targets are asked for in the years that have an amount, and no others.
BERPAGU = {
    "T-C.27": {f"target_{urut}": f"pagu_{urut}" for urut in TAHUN_TERBANYAK},
    "E.81": {"target": "pagu"},
}


@table_rule(
    "IND002",
    "target-kosong",
    Severity.WARNING,
    needs=("target",),
    basis=TATA_CARA,
    english="""Every indicator of the plan year has a target.

    Why: an indicator without target cannot be evaluated at the end of the year. A program, kegiatan
    or sub kegiatan with neither indicator nor target is named here too. T-C.27 and E.81 are asked
    for a target in the years for which they have an amount.

    Fix: fill in the target with its unit, as in the Renstra.
    """,
)
def target_kosong(table: Table) -> Iterator[Finding]:
    """Setiap indikator tahun rencana mempunyai target.

    Mengapa: indikator tanpa target tidak dapat dievaluasi pada akhir tahun. Program, kegiatan, atau
    sub kegiatan yang tidak berindikator sekaligus tidak bertarget juga disebut di sini. Di T-C.27
    dan E.81 target ditagih pada tahun yang memuat pagu.

    Perbaikan: isi targetnya beserta satuannya, sesuai Renstra.
    """
    amounts = BERPAGU.get(table.name, {})
    for key in (*DIPERIKSA.get(table.name, ()), *amounts):
        if key not in table.columns:
            continue
        if key in amounts:
            if amounts[key] in table.columns:
                yield from _tanpa_target(table, key, amounts[key])
            continue
        indikator = indikator_dari(key)
        # Of the three pairs of the older SIPD form a row fills in those of its level.
        berpasangan = table.name == "SIPD-19"
        texts, targets = table.teks[indikator], table.teks[key]
        if "" not in targets:
            continue
        rows = [
            (row, pokok)
            for row, pokok in baris_target(table)
            if texts[row.urut]
            or (
                not berpasangan
                and row is pokok
                and pokok.tingkat in BERINDIKATOR
                and pokok.kode is not None
            )
        ]
        filled = {
            level for level in {pokok.tingkat for _, pokok in rows} if mengisi(table, key, level)
        }
        for row, pokok in rows:
            if targets[row.urut] or pokok.tingkat not in filled:
                continue
            yield _temuan(row, key, indikator)


def _tanpa_target(table: Table, key: str, pagu: str) -> Iterator[Finding]:
    """Yield the indicators without target in a year for which their row has an amount."""
    texts, targets, amounts = table.teks["indikator"], table.teks[key], table.amounts[pagu]
    if "" not in targets:
        return
    blank = [
        (row, pokok)
        for row, pokok in baris_target(table)
        if not targets[row.urut] and texts[row.urut] and amounts[pokok.urut]
    ]
    asked = {level for level in {pokok.tingkat for _, pokok in blank} if mengisi(table, key, level)}
    for row, pokok in blank:
        place = row.posisi(key)
        # An error or a formula without result stands there: that is told by its own rule.
        unknown = place in table.sheet.errors or place in table.sheet.uncalculated
        if pokok.tingkat in asked and not unknown:
            yield _temuan(row, key, "indikator")


def _temuan(row: Row, key: str, indikator: str) -> Finding:
    what = row.text(indikator)
    told = f"“{' '.join(what.split())[:70]}”" if what else row.sebutan
    year = row.table.columns[key].tahun if row.table.name in BERPAGU else None
    said = Teks(f" tahun {year}", f" for {year}") if year else KOSONG
    return row.temuan(
        key,
        Teks(f"Target {told}{said.id} kosong.", f"The target of {told}{said.en} is blank."),
        advice=Teks(
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
