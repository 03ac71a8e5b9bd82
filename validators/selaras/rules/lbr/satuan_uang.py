"""LBR004: the head says thousands and the amounts are whole rupiah, or both are mixed."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.dasar import TATA_CARA
from selaras.finding import Finding, Place, Severity
from selaras.model.row import Row
from selaras.model.table import Table, TableColumn
from selaras.model.work import Work
from selaras.rule import Silent, Speaks, book_rule
from selaras.rupiah import tulis_rupiah
from selaras.teks import Teks

#: A middle sub kegiatan of 20 billion rupiah is not a middle one: the amounts are whole rupiah.
TENGAH_TERBESAR = 20_000_000
#: So many codes with the very same figures in two tables of different units are no chance.
SAMA_TERSEDIKIT = 3


@book_rule(
    "LBR004",
    "satuan-uang",
    Severity.ERROR,
    basis=TATA_CARA,
    english="""The amounts of a column are in the unit that its head names.

    Why: a head that says “(Rp. 000)” over whole rupiah makes every amount a thousand times too
    large for whoever adds it up elsewhere; amounts in both units in one column break all sums.

    Fix: take “(Rp. 000)” out of the head, or bring all amounts to thousands.
    """,
)
def satuan_uang(work: Work) -> Iterator[Finding]:
    """Nilai dalam kolom memakai satuan yang disebut kepalanya.

    Mengapa: kepala “(Rp. 000)” di atas nilai rupiah penuh membuat setiap pagu seribu kali terlalu
    besar bagi siapa pun yang menjumlahkannya di tempat lain; dua satuan dalam satu kolom merusak
    semua penjumlahan.

    Perbaikan: hapus “(Rp. 000)” dari kepala, atau ubah semua nilai menjadi ribuan.
    """
    for table in work.tables:
        for column in table.kolom_uang:
            finding = _rupiah_penuh(work, table, column) if column.skala > 1 else None
            finding = finding or _campur(table, column)
            if finding is not None:
                yield finding


def _rupiah_penuh(work: Work, table: Table, column: TableColumn) -> Finding | None:
    leaves = [
        amount
        for row in table.pokok
        if not row.anak and (amount := row.jumlah(column.key)) is not None and amount > 0
    ]
    same = _sama_persis(work, table, column)
    if same is None and not (
        len(leaves) >= SAMA_TERSEDIKIT and sorted(leaves)[len(leaves) // 2] >= TENGAH_TERBESAR
    ):
        return None
    return table.temuan(
        column.head,
        Teks(
            f"Kepala {column.label.id} menyebut ribuan rupiah, tetapi nilainya rupiah penuh.",
            f"The head of {column.label.en} says thousands, but the amounts are whole rupiah.",
        ),
        column=column.key,
        advice=Teks(
            "Hapus keterangan ribuan dari kepala, atau bagi semua nilai dengan 1.000.",
            "Take the thousands out of the head, or divide all amounts by 1,000.",
        ),
        related=(same,) if same else (),
        row_key="kepala",
    )


def _sama_persis(work: Work, table: Table, column: TableColumn) -> Place | None:
    """Return where another table has the same figures in whole rupiah for the same codes."""
    own = {
        row.kode: amount
        for row in table.pokok
        if row.kode is not None and (amount := row.jumlah(column.key))
    }
    for other in work.tables:
        if other is table:
            continue
        for money in other.kolom_uang:
            if money.skala > 1 or money.spec.tahun != column.spec.tahun:
                continue
            pairs = [
                row
                for row in other.pokok
                if row.kode in own and row.jumlah(money.key) == own[row.kode]
            ]
            if len(pairs) >= SAMA_TERSEDIKIT:
                return pairs[0].place(money.key)
    return None


def _campur(table: Table, column: TableColumn) -> Finding | None:
    """Return the finding on a column in which a sum holds only if its unit changes on the way."""
    amounts = table.jumlah[column.key]
    for place in sorted(table.tak_sejumlah[column.key]):
        row, written = table.rows[place], amounts[place]
        if not written:
            continue
        jumlah = row.jumlah_anak(column.key)
        if jumlah is None or not jumlah.nilai:
            continue
        if written == jumlah.nilai * 1000 or written * 1000 == jumlah.nilai:
            return _tercampur(table, column, row)
    return None


def _tercampur(table: Table, column: TableColumn, row: Row) -> Finding:
    written, jumlah = row.jumlah(column.key), row.jumlah_anak(column.key)
    assert written is not None
    assert jumlah is not None
    place = row.place(column.key)
    return table.temuan(
        column.head,
        Teks(
            f"Kolom {column.label.id} mencampur rupiah penuh dan ribuan: {place.cell} tertulis "
            f"{tulis_rupiah(written)}, di bawahnya {tulis_rupiah(jumlah.nilai)}.",
            f"The column {column.label.en} mixes whole rupiah and thousands: {place.cell} says "
            f"{tulis_rupiah(written, 'en')}, below it stands {tulis_rupiah(jumlah.nilai, 'en')}.",
        ),
        column=column.key,
        advice=Teks(
            "Tulis semua nilai kolom ini dalam satuan yang sama.",
            "Write all amounts of this column in the same unit.",
        ),
        related=(place, *(part.place(column.key) for part in jumlah.baris)),
        row_key="kepala",
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|K|300"),
    Speaks("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|K|300000", "C1 actual=pagu"),
)
