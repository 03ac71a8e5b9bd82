"""ANG001: an amount that is stored as text."""

from __future__ import annotations

from selaras.reckon.sums import find_unusual_money
from selaras.rule import Finding, Findings, Fix, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Money, Row, Table, TableColumn, write_rupiah
from selaras.values.rupiah import MoneyReading


@table_rule(
    "ANG001",
    "teks",
    Severity.WARNING,
    needs=("uang",),
    basis="practice",
    english="""An amount is stored as a number, not as text.

    Why: Excel leaves texts out of sums without a word: “4.943.313.900” typed as text counts as
    nothing in SUM. Selaras reads such texts all the same and checks them, but the sums of the
    workbook itself will be wrong.

    Fix: replace the text by the number given in the finding and let the number format write dots.
    """,
)
def check_text_amounts(table: Table) -> Findings:
    """Pagu disimpan sebagai angka, bukan sebagai teks.

    Mengapa: Excel melewatkan teks dalam penjumlahan tanpa pemberitahuan: “4.943.313.900” yang
    tersimpan sebagai teks dihitung kosong oleh SUM. Selaras tetap membaca dan memeriksanya, tetapi
    penjumlahan di buku kerja itu sendiri akan keliru.

    Perbaikan: ganti teks itu dengan angka yang disebut dalam temuan; biarkan format angka yang
    menuliskan titiknya.
    """
    for column in table.money_columns:
        for row, reading in find_unusual_money(table, column):
            if reading.is_text and reading.amount is not None:
                yield _build_finding(row, column, reading, reading.amount)


def _build_finding(row: Row, column: TableColumn, reading: MoneyReading, amount: Money) -> Finding:
    cell, shown = row.cell(column.key), row.text(column.key)
    style = Text("", "")
    styles = ("indonesia", "inggris")
    if (
        column.english_style is not None
        and reading.style in styles
        and reading.style != styles[column.english_style]
    ):
        style = Text(
            " dengan cara tulis yang lain dari kolom ini", ", written otherwise than its column"
        )
    return row.build_finding(
        column.key,
        Text(
            f"{cell} berisi teks “{shown}”, bukan angka{style.id}; Excel tidak menjumlahkannya.",
            f"{cell} holds the text “{shown}”, not a number{style.en}; Excel does not add it up.",
        ),
        advice=Text(
            f"Ketik {write_rupiah(amount)} sebagai angka.",
            f"Type {write_rupiah(amount, 'en')} as a number.",
        ),
        expected=amount,
        fix=Fix(kind="value", cell=cell, value=amount, safe=True),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.02|Q|-"),
    # An amount that continues its row is told once.
    Speaks(
        "kode|nama|indikator|pagu\n2.17.01.2.01.01|S||\n||I|1.500.000\n2.17.01.2.01.02|T||5",
        "D3 expected=1500000 actual=1.500.000",
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|Rp 4.943.313.900,-\n2.17.02|Q|5",
        "C2 expected=4943313900 actual=Rp 4.943.313.900,-",
    ),
)
