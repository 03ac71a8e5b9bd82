"""ISI001: a required cell is blank on a row with an amount."""

from __future__ import annotations

from selaras.reckon.required_cells import find_blank_required
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import PLAN_TABLES, Row, Table
from selaras.values.text import capitalise


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
    for row, key in find_blank_required(table):
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
