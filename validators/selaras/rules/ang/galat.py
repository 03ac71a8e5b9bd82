"""ANG002: error values, and formulas that refer to nothing."""

from __future__ import annotations

from selaras.rule import Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Table
from selaras.values.text import cut_short


@table_rule(
    "ANG002",
    "galat",
    Severity.ERROR,
    basis="practice",
    english="""No cell of a table shows an error value, and no formula refers to #REF!.

    Why: an error value makes every sum above it an error, or hides behind IFERROR as a zero that
    nobody typed. #REF! means that the cell referred to was deleted.

    Fix: open the cell, find what the formula should refer to and write it again.
    """,
)
def check_error_values(table: Table) -> Findings:
    """Tidak ada sel tabel yang berisi nilai galat, dan tidak ada rumus yang merujuk #REF!.

    Mengapa: nilai galat menjalar ke setiap penjumlahan di atasnya, atau tersembunyi di balik
    IFERROR sebagai nol yang tidak pernah diketik siapa pun. #REF! berarti sel yang dirujuk sudah
    terhapus.

    Perbaikan: buka selnya, cari apa yang seharusnya dirujuk rumus itu, lalu tulis ulang.
    """
    area, sheet = table.area, table.sheet
    for position, error in sorted(sheet.errors.items()):
        if area.holds(*position):
            yield table.build_cell_finding(
                position,
                Text(f"Sel ini menampilkan galat {error}.", f"This cell shows the error {error}."),
                advice=_ADVICE,
            )
    for position, formula in sorted(sheet.formulas.items()):
        if "#REF!" in formula and position not in sheet.errors and area.holds(*position):
            shown = cut_short(formula, 60)
            yield table.build_cell_finding(
                position,
                Text(
                    f"Rumus sel ini merujuk sel yang sudah terhapus (#REF!): {shown}",
                    f"The formula of this cell refers to a deleted cell (#REF!): {shown}",
                ),
                advice=_ADVICE,
            )


_ADVICE = Text(
    "Tulis ulang rumusnya dengan rujukan yang benar, atau ketik nilainya.",
    "Write the formula again with the right reference, or type the value.",
)

EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|=1+2→3"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|#REF!\n2.17.02|Q|=IFERROR(#REF!,0)→0",
        "C2 actual=#REF!\nC3 actual=0",
    ),
)
