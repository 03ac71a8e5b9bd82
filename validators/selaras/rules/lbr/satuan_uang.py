"""LBR004: head or caption name another unit than the amounts are in, or a column mixes units.

Which unit they are in is decided in `recognise.money_units`.
"""

from __future__ import annotations

from selaras.model.book import Position
from selaras.model.table import WrittenMoneyUnit
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Table, TableColumn, Work, write_rupiah

#: What messages call a unit.
_UNIT_WORDS = {
    1: Text("rupiah penuh", "whole rupiah"),
    10**3: Text("ribuan rupiah", "thousands"),
    10**6: Text("jutaan rupiah", "millions"),
    10**9: Text("miliaran rupiah", "billions"),
}


@book_rule(
    "LBR004",
    "satuan-uang",
    Severity.ERROR,
    needs=("uang",),
    basis="planning",
    english="""The amounts of a column are in the unit that its head, or a caption, names.

    Why: a head that says “(Rp. 000)” over whole rupiah makes every amount a thousand times too
    large for whoever adds it up elsewhere; amounts in both units in one column break all sums.

    Fix: take “(Rp. 000)” out of the head, or bring all amounts to thousands; where nothing names
    the unit, name it.
    """,
)
def check_money_unit(work: Work) -> Findings:
    """Nilai dalam kolom memakai satuan yang disebut judul kolom atau keterangan tabelnya.

    Mengapa: judul kolom “(Rp. 000)” di atas nilai rupiah penuh membuat setiap pagu seribu kali
    terlalu besar bagi siapa pun yang menjumlahkannya di tempat lain; dua satuan dalam satu kolom
    merusak semua penjumlahan.

    Perbaikan: hapus “(Rp. 000)” dari judul kolom, atau ubah semua nilai menjadi ribuan; bila
    satuannya tidak disebut, sebutkan.
    """
    for table in work.tables:
        told: set[Position] = set()
        for column in table.money_columns:
            said = column.written_money_unit
            if said is not None and said.scale != column.scale:
                # One caption speaks for several columns.
                finding = (
                    _build_mistaken_finding(table, column, said)
                    if said.position not in told
                    else None
                )
                told.add(said.position)
            elif said is None and column.scale > 1:
                finding = _build_unnamed_finding(table, column)
            else:
                finding = _find_mixed(table, column)
            if finding is not None:
                yield finding


def _build_mistaken_finding(table: Table, column: TableColumn, said: WrittenMoneyUnit) -> Finding:
    """Return the finding that head or caption name another unit than the amounts are in."""
    at_head = said.position == column.head
    named, true = _UNIT_WORDS[said.scale], _UNIT_WORDS[column.scale]
    where = Text("Judul kolom", "The head of") if at_head else Text("Keterangan", "The caption")
    who = Text(f"{where.id} {column.label.id}", f"{where.en} {column.label.en}")
    if not at_head:
        who = Text("Keterangan di atas tabel", "The caption of the table")
    return table.build_finding(
        said.position,
        Text(
            f"{who.id} menyebut {named.id}, tetapi nilainya {true.id}.",
            f"{who.en} says {named.en}, but the amounts are {true.en}.",
        ),
        column=column.key,
        advice=Text(
            f"Hapus sebutan {named.id} dari sel itu, atau ubah semua nilai menjadi {named.id}.",
            f"Take the {named.en} out of that cell, or bring all amounts to {named.en}.",
        ),
        row_key="kepala",
    )


def _build_unnamed_finding(table: Table, column: TableColumn) -> Finding:
    """Return the finding that amounts are in thousands and nothing says so."""
    true = _UNIT_WORDS[column.scale]
    return table.build_finding(
        column.head,
        Text(
            f"Nilai {column.label.id} tertulis dalam {true.id} (tabel lain memuat seribu kalinya), "
            "tetapi judul kolomnya tidak menyebutkan itu.",
            f"The amounts of {column.label.en} are in {true.en} (another table has a thousand "
            "times as much), but the head does not say so.",
        ),
        column=column.key,
        advice=Text(
            f"Tulis “(dalam {true.id})” di judul kolom, atau ubah semua nilai ke rupiah penuh.",
            f"Write “(in {true.en})” in the head, or bring all amounts to whole rupiah.",
        ),
        row_key="kepala",
    )


def _find_mixed(table: Table, column: TableColumn) -> Finding | None:
    """Return the finding on a column in which a sum holds only if its unit changes on the way."""
    amounts = table.amounts[column.key]
    for place in sorted(table.not_just_sums[column.key]):
        row, written = table.rows[place], amounts[place]
        if not written:
            continue
        sum_ = row.sum_children(column.key)
        if sum_ is None or not sum_.value:
            continue
        if written == sum_.value * 1000 or written * 1000 == sum_.value:
            return _build_mixed_finding(table, column, row)
    return None


def _build_mixed_finding(table: Table, column: TableColumn, row: Row) -> Finding:
    written, sum_ = row.amount(column.key), row.sum_children(column.key)
    assert written is not None
    assert sum_ is not None
    place = row.place(column.key)
    return table.build_finding(
        column.head,
        Text(
            f"Kolom {column.label.id} mencampur rupiah penuh dan ribuan: {place.cell} tertulis "
            f"{write_rupiah(written)}, di bawahnya {write_rupiah(sum_.value)}.",
            f"The column {column.label.en} mixes whole rupiah and thousands: {place.cell} says "
            f"{write_rupiah(written, 'en')}, below it stands {write_rupiah(sum_.value, 'en')}.",
        ),
        column=column.key,
        advice=Text(
            "Tulis semua nilai kolom ini dalam satuan yang sama.",
            "Write all amounts of this column in the same unit.",
        ),
        related=(place, *(part.place(column.key) for part in sum_.rows)),
        row_key="kepala",
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|K|300"),
    Speaks("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|K|300000", "C1 actual=pagu"),
)
