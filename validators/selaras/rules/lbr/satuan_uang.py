"""LBR004: head or caption name another unit than the amounts are in, or a column mixes units.

Which unit they are in is decided in `recognise.satuan_uang`.
"""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.book import Position
from selaras.model.row import Row
from selaras.model.table import SatuanTertulis, Table, TableColumn
from selaras.model.work import Work
from selaras.rule.registry import Silent, Speaks, book_rule
from selaras.rule.regulations import TATA_CARA
from selaras.values.finding import Finding, Severity
from selaras.values.rupiah import tulis_rupiah
from selaras.values.text import Teks

#: What messages call a unit.
_NAMA = {
    1: Teks("rupiah penuh", "whole rupiah"),
    10**3: Teks("ribuan rupiah", "thousands"),
    10**6: Teks("jutaan rupiah", "millions"),
    10**9: Teks("miliaran rupiah", "billions"),
}


@book_rule(
    "LBR004",
    "satuan-uang",
    Severity.ERROR,
    needs=("uang",),
    basis=TATA_CARA,
    english="""The amounts of a column are in the unit that its head, or a caption, names.

    Why: a head that says “(Rp. 000)” over whole rupiah makes every amount a thousand times too
    large for whoever adds it up elsewhere; amounts in both units in one column break all sums.

    Fix: take “(Rp. 000)” out of the head, or bring all amounts to thousands; where nothing names
    the unit, name it.
    """,
)
def satuan_uang(work: Work) -> Iterator[Finding]:
    """Nilai dalam kolom memakai satuan yang disebut judul kolom atau keterangan tabelnya.

    Mengapa: judul kolom “(Rp. 000)” di atas nilai rupiah penuh membuat setiap pagu seribu kali
    terlalu besar bagi siapa pun yang menjumlahkannya di tempat lain; dua satuan dalam satu kolom
    merusak semua penjumlahan.

    Perbaikan: hapus “(Rp. 000)” dari judul kolom, atau ubah semua nilai menjadi ribuan; bila
    satuannya tidak disebut, sebutkan.
    """
    for table in work.tables:
        told: set[Position] = set()
        for column in table.kolom_uang:
            said = column.satuan_tertulis
            if said is not None and said.skala != column.skala:
                # One caption speaks for several columns.
                finding = _keliru(table, column, said) if said.position not in told else None
                told.add(said.position)
            elif said is None and column.skala > 1:
                finding = _tak_disebut(table, column)
            else:
                finding = _campur(table, column)
            if finding is not None:
                yield finding


def _keliru(table: Table, column: TableColumn, said: SatuanTertulis) -> Finding:
    """Return the finding that head or caption name another unit than the amounts are in."""
    at_head = said.position == column.head
    named, true = _NAMA[said.skala], _NAMA[column.skala]
    where = Teks("Judul kolom", "The head of") if at_head else Teks("Keterangan", "The caption")
    who = Teks(f"{where.id} {column.label.id}", f"{where.en} {column.label.en}")
    if not at_head:
        who = Teks("Keterangan di atas tabel", "The caption of the table")
    return table.temuan(
        said.position,
        Teks(
            f"{who.id} menyebut {named.id}, tetapi nilainya {true.id}.",
            f"{who.en} says {named.en}, but the amounts are {true.en}.",
        ),
        column=column.key,
        advice=Teks(
            f"Hapus sebutan {named.id} dari sel itu, atau ubah semua nilai menjadi {named.id}.",
            f"Take the {named.en} out of that cell, or bring all amounts to {named.en}.",
        ),
        row_key="kepala",
    )


def _tak_disebut(table: Table, column: TableColumn) -> Finding:
    """Return the finding that amounts are in thousands and nothing says so."""
    true = _NAMA[column.skala]
    return table.temuan(
        column.head,
        Teks(
            f"Nilai {column.label.id} tertulis dalam {true.id} (tabel lain memuat seribu kalinya), "
            "tetapi judul kolomnya tidak menyebutkan itu.",
            f"The amounts of {column.label.en} are in {true.en} (another table has a thousand "
            "times as much), but the head does not say so.",
        ),
        column=column.key,
        advice=Teks(
            f"Tulis “(dalam {true.id})” di judul kolom, atau ubah semua nilai ke rupiah penuh.",
            f"Write “(in {true.en})” in the head, or bring all amounts to whole rupiah.",
        ),
        row_key="kepala",
    )


def _campur(table: Table, column: TableColumn) -> Finding | None:
    """Return the finding on a column in which a sum holds only if its unit changes on the way."""
    amounts = table.amounts[column.key]
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
        related=(place, *(part.place(column.key) for part in jumlah.rows)),
        row_key="kepala",
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|K|300"),
    Speaks("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|K|300000", "C1 actual=pagu"),
)
