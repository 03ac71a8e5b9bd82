"""IND002: an indicator without target."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.dasar import TATA_CARA
from selaras.finding import Finding, Severity
from selaras.model.pengisian import mengisi
from selaras.model.table import Table
from selaras.rule import Silent, Speaks, table_rule
from selaras.tables import RENCANA
from selaras.target import BERINDIKATOR, baris_target, indikator_dari
from selaras.teks import Teks

#: Tables whose targets of the plan year must be there, with their target columns.
DIPERIKSA = dict.fromkeys(RENCANA, ("target",)) | {
    "T-C.31": ("rkpd_target", "target"),
    "SIPD-19": ("target_program", "target_keluaran", "target_hasil"),
}


@table_rule(
    "IND002",
    "target-kosong",
    Severity.WARNING,
    basis=TATA_CARA,
    english="""Every indicator of the plan year has a target.

    Why: an indicator without target cannot be evaluated at the end of the year. A program, kegiatan
    or sub kegiatan with neither indicator nor target is named here too.

    Fix: fill in the target with its unit, as in the Renstra.
    """,
)
def target_kosong(table: Table) -> Iterator[Finding]:
    """Setiap indikator tahun rencana mempunyai target.

    Mengapa: indikator tanpa target tidak dapat dievaluasi pada akhir tahun. Program, kegiatan, atau
    sub kegiatan yang tidak berindikator sekaligus tidak bertarget juga disebut di sini.

    Perbaikan: isi targetnya beserta satuannya, sesuai Renstra.
    """
    for key in DIPERIKSA.get(table.name, ()):
        if key not in table.columns:
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
            what = row.text(indikator)
            told = f"“{' '.join(what.split())[:70]}”" if what else row.sebutan
            yield row.temuan(
                key,
                Teks(f"Target {told} kosong.", f"The target of {told} is blank."),
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
)
