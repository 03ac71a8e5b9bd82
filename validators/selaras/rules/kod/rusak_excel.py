"""KOD010: a code that Excel turned into a number or a date."""

from __future__ import annotations

from selaras.model.book import Position
from selaras.reckon.broken_kodes import find_broken_kodes
from selaras.rule import Finding, Findings, Fix, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table
from selaras.values.a1 import address


@table_rule(
    "KOD010",
    "rusak-excel",
    Severity.ERROR,
    reads="codes",
    needs=("kode",),
    basis="practice",
    english="""A code is stored as text, not as a number or a date.

    Why: Excel takes 2.10 for the number 2.1 and 1.02 for the first of February. The code is then
    another one, and nobody sees it happen.

    Fix: format the code column as text first, then type the code again.
    """,
)
def check_broken_by_excel(table: Table) -> Findings:
    """Kode disimpan sebagai teks, bukan sebagai angka atau tanggal.

    Mengapa: Excel membaca 2.10 sebagai angka 2,1 dan 1.02 sebagai 1 Februari. Kodenya lalu menjadi
    kode lain tanpa terlihat.

    Perbaikan: jadikan format kolom kode Teks lebih dahulu, lalu ketik ulang kodenya.
    """
    for found in find_broken_kodes(table):
        what = Text("tanggal", "a date") if found.is_date else Text("angka", "a number")
        yield _build_finding(found.row, found.position, what)


def _build_finding(row: Row, position: Position, what: Text) -> Finding:
    assert row.reading is not None
    guess = str(row.kode) if row.kode else None
    told = Text(
        f"; mungkin maksudnya {guess}" if guess else "", f"; probably {guess}" if guess else ""
    )
    cell = address(*position)
    single = position == row.kode_position() and row.reading.style.cell_count == 1
    return row.build_finding(
        "kode",
        Text(
            f"Kode di {cell} tersimpan sebagai {what.id} ({row.reading.text}){told.id}.",
            f"The code in {cell} is stored as {what.en} ({row.reading.text}){told.en}.",
        ),
        position=position,
        advice=Text(
            "Ubah format sel menjadi Teks, lalu ketik ulang kodenya.",
            "Format the cell as text, then type the code again.",
        ),
        expected=guess,
        fix=Fix(kind="text", cell=cell, value=guess) if guess and single else None,
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17|B|3\n2.17.02|Q|3"),
    Speaks("kode|nama|pagu\n#2.1|B|3\n2.17.02|Q|3", "A2 expected=2.10 actual=2.1"),
)
