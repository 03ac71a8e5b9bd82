"""LBR005: an amount that belongs to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.row import Jenis, Row
from selaras.model.table import Table
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import BUKU_KERJA
from selaras.values.finding import Finding, Severity
from selaras.values.rupiah import tulis_rupiah
from selaras.values.text import Teks


@table_rule(
    "LBR005",
    "baris-yatim",
    Severity.WARNING,
    needs=("uang",),
    basis=BUKU_KERJA,
    english="""A row with an amount has a code, or belongs to a rincian, an indicator or a total.

    Why: an amount without code is in no sum. Mostly the code was forgotten, or a helping
    calculation was left inside the table.

    Fix: give the row its code, put it under “Rincian :” of its sub kegiatan, or move the
    calculation out of the table.
    """,
)
def baris_yatim(table: Table) -> Iterator[Finding]:
    """Baris yang memuat pagu mempunyai kode, atau termasuk rincian, indikator, atau jumlah.

    Mengapa: pagu tanpa kode tidak masuk penjumlahan mana pun. Biasanya kodenya terlupa, atau ada
    hitungan bantu yang tertinggal di dalam tabel.

    Perbaikan: beri kode pada baris itu, letakkan di bawah “Rincian :” sub kegiatannya, atau
    pindahkan hitungan bantu ke luar tabel.
    """
    for row in table.rows_of_kind(Jenis.YATIM):
        keys = [column.key for column in table.kolom_uang]
        # 0 is no amount.
        if any(row.jumlah(key) or row.tak_diketahui(key) for key in keys):
            yield _temuan(table, row)


def _temuan(table: Table, row: Row) -> Finding:
    left, right = table.kepala.left, table.kepala.right
    filled = [column for column in range(left, right + 1) if table.is_filled(row.row, column)]
    first = filled[0] if filled else left
    amounts = [amount for c in table.kolom_uang if (amount := row.jumlah(c.key))]
    told = Teks(
        ", ".join(tulis_rupiah(a) for a in amounts) or "-",
        ", ".join(tulis_rupiah(a, "en") for a in amounts) or "-",
    )
    lacks = Teks("kode", "code") if table.berkode else Teks("nama", "name")
    name = f" “{row.sebutan}”" if row.nama else ""
    return row.temuan(
        table.key_di(first) or table.kolom_uang[0].key,
        Teks(
            f"Baris {row.row}{name} memuat pagu {told.id} tanpa {lacks.id}, "
            "sehingga tidak ikut dijumlahkan.",
            f"Row {row.row}{name} has the amount {told.en} but no {lacks.en}, so it is in no sum.",
        ),
        position=(row.row, first),
        advice=Teks(
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
