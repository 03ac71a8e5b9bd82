"""ISI001: a required cell is blank on a row with an amount."""

from __future__ import annotations

from selaras.model.filling import is_asked
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import PLAN_TABLES, Level, Row, RowKind, Table
from selaras.values.text import capitalise

#: Columns that a row with an amount must fill in, and on which kinds of rows.
REQUIRED_COLUMNS: dict[str, tuple[RowKind, ...]] = {
    "nama": (RowKind.MAIN,),
    "lokasi": (RowKind.MAIN,),
    "sumber_dana": (RowKind.MAIN, RowKind.RINCIAN),
}

#: Urusan and bidang only add up their programs: they are done nowhere and paid from no one fund.
_ABOVE_PROGRAM = (Level.URUSAN, Level.BIDANG_URUSAN)


@table_rule(
    "ISI001",
    "sel-wajib",
    Severity.WARNING,
    needs=("uang",),
    only=PLAN_TABLES,
    basis="planning",
    english="""A row with an amount says what it is, where it is done and which fund pays for it.

    Why: name, location and fund source are required by the form; the reviewer sends back what lacks
    them. Rincian need a fund source where the other rincian of the table have one. What a table
    leaves blank in all rows of a level (SIPD names location and fund source of sub kegiatan only)
    is not asked for there.

    Fix: fill in the cell named in the finding.
    """,
)
def check_required_cells(table: Table) -> Findings:
    """Baris yang memuat pagu menyebut nama, lokasi, dan sumber dananya.

    Mengapa: nama, lokasi, dan sumber dana wajib diisi menurut bentuk tabelnya; penelaah
    mengembalikan yang kosong. Rincian perlu sumber dana bila rincian lain di tabel itu
    mencantumkannya. Tingkat yang di tabel itu memang tidak pernah diisi (cetakan SIPD mengisi
    lokasi dan sumber dana pada sub kegiatan saja) tidak ditagih.

    Perbaikan: isi sel yang disebut dalam temuan.
    """
    amounts = [table.amounts[column.key] for column in table.money_columns]
    for key, kinds in REQUIRED_COLUMNS.items():
        if key not in table.columns:
            continue
        texts = [row.name for row in table.rows] if key == "nama" else table.text[key]
        if "" not in texts:
            continue
        for kind in kinds:
            rows = [
                row for row in table.rows_of_kind(kind) if any(each[row.index] for each in amounts)
            ]
            if kind is RowKind.RINCIAN and not any(texts[row.index] for row in rows):
                continue
            blank = [row for row in rows if not texts[row.index]]
            if key != "nama" and kind is RowKind.MAIN:
                asked = {
                    level: level not in _ABOVE_PROGRAM and is_asked(table, key, level)
                    for level in {row.level for row in blank}
                }
                blank = [row for row in blank if asked[row.level]]
            for row in blank:
                yield _build_finding(row, key)


def _build_finding(row: Row, key: str) -> Finding:
    label = row.table.columns[key].label
    who = row.label or f"baris {row.row}"
    return row.build_finding(
        key,
        Text(
            f"{capitalise(label.id)} kosong pada {who}, padahal barisnya memuat pagu.",
            f"The {label.en} is blank in {who}, though the row has an amount.",
        ),
        advice=Text(f"Isi {row.cell(key)}.", f"Fill in {row.cell(key)}."),
    )


EXAMPLES = (
    Silent("kode|nama|lokasi|pagu|sumber_dana\n2.17.01|P|Kab. A|30|APBD\n2.17.02|Q||0|"),
    Silent("kode|nama|lokasi|pagu|sumber_dana\n2|U||30|\n2.17|B||30|\n2.17.01|P|Kab. A|30|APBD"),
    # The form of SIPD: location and fund source of sub kegiatan only.
    Silent(
        "kode|nama|lokasi|pagu|sumber_dana\n2.17.01|P||30|\n2.17.01.2.01|K||30|\n"
        "2.17.01.2.01.0001|S|Kab. A|30|APBD",
        table="SIPD-17",
    ),
    Speaks(
        "kode|nama|lokasi|pagu|sumber_dana\n2.17.01|P||30|APBD\n2.17.02|Q|Kab. A|5|-",
        "C2\nE3 actual=-",
    ),
)
