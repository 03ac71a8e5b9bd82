"""ISI001: a required cell is blank on a row with an amount."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.filling import meminta
from selaras.model.row import Jenis, Row
from selaras.model.table import Table
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import TATA_CARA
from selaras.tables import RENCANA
from selaras.values.finding import Finding, Severity
from selaras.values.kode_reading import Tingkat
from selaras.values.text import Teks, besar

#: Columns that a row with an amount must fill in, and on which kinds of rows.
WAJIB: dict[str, tuple[Jenis, ...]] = {
    "nama": (Jenis.POKOK,),
    "lokasi": (Jenis.POKOK,),
    "sumber_dana": (Jenis.POKOK, Jenis.RINCIAN),
}

#: Urusan and bidang only add up their programs: they are done nowhere and paid from no one fund.
_DI_ATAS_PROGRAM = (Tingkat.URUSAN, Tingkat.BIDANG_URUSAN)


@table_rule(
    "ISI001",
    "sel-wajib",
    Severity.WARNING,
    needs=("uang",),
    only=RENCANA,
    basis=TATA_CARA,
    english="""A row with an amount says what it is, where it is done and which fund pays for it.

    Why: name, location and fund source are required by the form; the reviewer sends back what lacks
    them. Rincian need a fund source where the other rincian of the table have one. What a table
    leaves blank in all rows of a level (SIPD names location and fund source of sub kegiatan only)
    is not asked for there.

    Fix: fill in the cell named in the finding.
    """,
)
def sel_wajib(table: Table) -> Iterator[Finding]:
    """Baris yang memuat pagu menyebut nama, lokasi, dan sumber dananya.

    Mengapa: nama, lokasi, dan sumber dana wajib diisi menurut bentuk tabelnya; penelaah
    mengembalikan yang kosong. Rincian perlu sumber dana bila rincian lain di tabel itu
    mencantumkannya. Tingkat yang di tabel itu memang tidak pernah diisi (cetakan SIPD mengisi
    lokasi dan sumber dana pada sub kegiatan saja) tidak ditagih.

    Perbaikan: isi sel yang disebut dalam temuan.
    """
    amounts = [table.amounts[column.key] for column in table.kolom_uang]
    for key, kinds in WAJIB.items():
        if key not in table.columns:
            continue
        texts = [row.nama for row in table.rows] if key == "nama" else table.teks[key]
        if "" not in texts:
            continue
        for kind in kinds:
            rows = [row for row in table.rows_of_kind(kind) if any(each[row.urut] for each in amounts)]
            if kind is Jenis.RINCIAN and not any(texts[row.urut] for row in rows):
                continue
            blank = [row for row in rows if not texts[row.urut]]
            if key != "nama" and kind is Jenis.POKOK:
                asked = {
                    level: level not in _DI_ATAS_PROGRAM and meminta(table, key, level)
                    for level in {row.tingkat for row in blank}
                }
                blank = [row for row in blank if asked[row.tingkat]]
            for row in blank:
                yield _temuan(row, key)


def _temuan(row: Row, key: str) -> Finding:
    label = row.table.columns[key].label
    who = row.sebutan or f"baris {row.row}"
    return row.temuan(
        key,
        Teks(
            f"{besar(label.id)} kosong pada {who}, padahal barisnya memuat pagu.",
            f"The {label.en} is blank in {who}, though the row has an amount.",
        ),
        advice=Teks(f"Isi {row.cell(key)}.", f"Fill in {row.cell(key)}."),
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
