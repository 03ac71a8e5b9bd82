"""ANG005: a formula that was never calculated."""

from __future__ import annotations

from selaras.rule import Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Table
from selaras.values.text import cut_short


@table_rule(
    "ANG005",
    "belum-dihitung",
    Severity.ERROR,
    needs=("rumus",),
    basis="practice",
    english="""A formula has a stored result.

    Why: a workbook written by a program and never opened in Excel has formulas without results.
    What they amount to is unknown, which is not zero; sums above them cannot be checked.

    Fix: open the workbook in Excel, let it calculate (F9), save it, and check it again.
    """,
)
def check_uncomputed(table: Table) -> Findings:
    """Rumus mempunyai hasil yang tersimpan.

    Mengapa: buku kerja yang ditulis program dan belum pernah dibuka di Excel berisi rumus tanpa
    hasil. Nilainya tidak diketahui, dan itu bukan nol; penjumlahan di atasnya tidak dapat
    diperiksa.

    Perbaikan: buka buku kerja di Excel, biarkan dihitung (F9), simpan, lalu periksa lagi.
    """
    area, sheet = table.area, table.sheet
    for position in sorted(sheet.uncalculated):
        if not area.holds(*position):
            continue
        formula = sheet.formulas.get(position, "=")
        if position in sheet.errors or "#REF!" in formula:
            continue  # ANG002's matter: working it out again does not help
        shown = cut_short(formula, 60)
        yield table.build_cell_finding(
            position,
            Text(
                f"Rumus {shown} belum pernah dihitung, jadi nilainya tidak diketahui.",
                f"The formula {shown} was never calculated, so its value is unknown.",
            ),
            advice=Text(
                "Buka di Excel, tekan F9, simpan, lalu periksa lagi.",
                "Open it in Excel, press F9, save, and check again.",
            ),
        )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|=1+2→3"),
    Speaks("kode|nama|pagu\n2.17.01|P|=1+2\n2.17.02|Q|3", "C2"),
)
