"""JML005: the rincian add up to their sub kegiatan."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.dasar import KEUANGAN
from selaras.finding import Finding, Severity
from selaras.model.table import Table
from selaras.penjumlahan import beda, sama
from selaras.rule import Silent, Speaks, table_rule
from selaras.teks import Teks


@table_rule(
    "JML005",
    "rincian",
    Severity.ERROR,
    needs=("rincian", "uang"),
    basis=KEUANGAN,
    english="""The rincian below a sub kegiatan add up to the amount of the sub kegiatan.

    Why: the rincian say what the money of the sub kegiatan buys and from which fund it comes. They
    are part of it and not counted again above it.

    Fix: compare the rincian named in the finding with the amount of the sub kegiatan and mend the
    one that is wrong. A second fund source of an item stands in a row of its own below it.
    """,
)
def rincian(table: Table) -> Iterator[Finding]:
    """Jumlah rincian di bawah sub kegiatan sama dengan pagu sub kegiatan itu.

    Mengapa: rincian menjelaskan apa yang dibiayai pagu sub kegiatan dan dari dana apa. Rincian
    adalah bagian dari sub kegiatan dan tidak dihitung lagi di atasnya.

    Perbaikan: cocokkan rincian yang disebut dalam temuan dengan pagu sub kegiatannya, lalu
    betulkan yang keliru. Sumber dana kedua suatu rincian ditulis pada baris sendiri di bawahnya.
    """
    for row in table.pokok:
        if not row.rincian:
            continue
        for column in table.kolom_uang:
            jumlah = row.jumlah_rincian(column.key)
            if jumlah is None or row.tak_diketahui(column.key) or sama(row, column, jumlah):
                continue
            count = len(jumlah.baris)
            yield beda(
                row,
                column,
                jumlah,
                None,
                Teks(f"jumlah {count} rinciannya", f"its {count} rincian add up to"),
            )


EXAMPLES = (
    Silent(
        "kode|nama|pagu|sumber_dana\n2.17.01.2.01.01|S|30|APBD\n|Rincian :||\n|Kursi|10|NEM\n||20|DID"
    ),
    Speaks(
        "kode|nama|pagu|sumber_dana\n2.17.01.2.01.01|S|30|APBD\n|Rincian :||\n|Kursi|10|NEM\n||25|DID",
        "C2 expected=35 actual=30",
    ),
)
