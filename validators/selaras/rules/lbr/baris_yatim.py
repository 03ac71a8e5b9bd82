"""LBR005: an amount that belongs to nothing."""

from __future__ import annotations

from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, RowKind, Table, write_rupiah


@table_rule(
    "LBR005",
    "baris-yatim",
    Severity.WARNING,
    needs=("uang",),
    basis="practice",
    english="""A row with an amount has a code, or belongs to a rincian, an indicator or a total.

    Why: an amount without code is in no sum. Mostly the code was forgotten, or a helping
    calculation was left inside the table.

    Fix: give the row its code, put it under “Rincian :” of its sub kegiatan, or move the
    calculation out of the table.
    """,
)
def check_orphan_rows(table: Table) -> Findings:
    """Baris yang memuat pagu mempunyai kode, atau termasuk rincian, indikator, atau jumlah.

    Mengapa: pagu tanpa kode tidak masuk penjumlahan mana pun. Biasanya kodenya terlupa, atau ada
    hitungan bantu yang tertinggal di dalam tabel.

    Perbaikan: beri kode pada baris itu, letakkan di bawah “Rincian :” sub kegiatannya, atau
    pindahkan hitungan bantu ke luar tabel.
    """
    for row in table.rows_of_kind(RowKind.ORPHAN):
        keys = [column.key for column in table.money_columns]
        # 0 is no amount.
        if any(row.amount(key) or row.is_unknown(key) for key in keys):
            yield _build_finding(table, row)


def _build_finding(table: Table, row: Row) -> Finding:
    left, right = table.head_area.left, table.head_area.right
    filled = [column for column in range(left, right + 1) if table.is_filled(row.row, column)]
    first = filled[0] if filled else left
    amounts = [amount for c in table.money_columns if (amount := row.amount(c.key))]
    told = Text(
        ", ".join(write_rupiah(a) for a in amounts) or "-",
        ", ".join(write_rupiah(a, "en") for a in amounts) or "-",
    )
    lacks = Text("kode", "code") if table.has_kodes else Text("nama", "name")
    name = f" “{row.label}”" if row.name else ""
    return row.build_finding(
        table.key_at(first) or table.money_columns[0].key,
        Text(
            f"Baris {row.row}{name} memuat pagu {told.id} tanpa {lacks.id}, "
            "sehingga tidak ikut dijumlahkan.",
            f"Row {row.row}{name} has the amount {told.en} but no {lacks.en}, so it is in no sum.",
        ),
        position=(row.row, first),
        advice=Text(
            f"Isi {lacks.id}nya, letakkan sebagai rincian, atau pindahkan ke luar tabel.",
            f"Fill in its {lacks.en}, make it a rincian, or move it out of the table.",
        ),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01.2.01.01|S|30\n|Rincian :|\n|Kursi|30"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|30\n|Rapat koordinasi|30\n2.17.02|Q|30",
        "B3 actual=Rapat koordinasi",
    ),
)
