"""JML004: the total row is the sum of the top level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.dasar import TATA_CARA
from selaras.finding import Finding, Severity
from selaras.model.table import Jenis, Jumlah, Row, Table, TableColumn, jumlahkan
from selaras.penjumlahan import beda, sama
from selaras.rule import Silent, Speaks, table_rule
from selaras.teks import Teks


@table_rule(
    "JML004",
    "total",
    Severity.ERROR,
    needs=("total", "uang"),
    basis=TATA_CARA,
    english="""The total row is the sum of the rows of the highest level.

    Why: the total is the figure that is compared with the ceiling of the agency and quoted in the
    text. Rincian, kegiatan and sub kegiatan do not count again: they are within their program.

    Fix: put the sum given in the finding in the total row, or mend the program that is wrong. A sum
    formula must take the program rows and nothing else.
    """,
)
def total(table: Table) -> Iterator[Finding]:
    """Baris jumlah sama dengan jumlah baris tingkat teratas.

    Mengapa: jumlah inilah yang dibandingkan dengan pagu perangkat daerah dan dikutip dalam narasi.
    Rincian, kegiatan, dan sub kegiatan tidak dihitung lagi karena sudah termasuk dalam programnya.

    Perbaikan: isikan jumlah yang disebut dalam temuan di baris jumlah, atau betulkan program yang
    keliru. Rumus penjumlahan harus mengambil baris program saja.
    """
    totals = list(table.jenis(Jenis.TOTAL))
    top = table.puncak()
    for column in table.kolom_uang:
        written: list[Row] = []
        for row in totals:
            finding = _periksa(row, column, top, written, akhir=row is totals[-1])
            if finding is not None:
                yield finding
            written.append(row)


def _periksa(
    row: Row, column: TableColumn, top: Sequence[Row], before: Sequence[Row], *, akhir: bool
) -> Finding | None:
    """Return the finding on one total; a table may have subtotals and a grand total below them."""
    key = column.key
    if row.tak_diketahui(key) or row.jumlah(key) is None:
        return None
    above = [other for other in top if other.row < row.row]
    since = [other for other in above if not before or other.row > before[-1].row]
    readings = [jumlahkan(top, key), jumlahkan(above, key), jumlahkan(since, key)]
    if before:
        readings.append(jumlahkan(before, key))
    known = [reading for reading in readings if reading is not None]
    if not known or any(sama(row, column, reading) for reading in known):
        return None
    main = readings[0] if akhir else readings[2]
    if main is None:
        return None
    return _temuan(row, column, main)


def _temuan(row: Row, column: TableColumn, main: Jumlah) -> Finding:
    count = len(main.baris)
    return beda(
        row,
        column,
        main,
        Teks("Jumlah", "The total of"),
        Teks(f"jumlah {count} baris teratas tabel ini", f"the {count} top rows add up to"),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|100\n2.17.02|Q|200\n|TOTAL|300"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|100\n2.17.01.2.01|A|100\n2.17.02|Q|200\n|Jumlah|400",
        "C5 expected=300 actual=400",
    ),
)
