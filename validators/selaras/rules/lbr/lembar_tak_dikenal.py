"""LBR006: a sheet with amounts on which no table was recognised."""

from __future__ import annotations

from selaras.model.amounts import holds_amounts
from selaras.model.row import read_shown
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Work


@book_rule(
    "LBR006",
    "lembar-tak-dikenal",
    Severity.INFO,
    basis="practice",
    english="""Every sheet that holds amounts has a table that Selaras knows.

    Why: what was not recognised was not checked; this says so, lest silence pass for approval.

    Fix: if the sheet is one of the official tables, word its head as the regulation does or name
    the table in selaras.toml (tabel). Working sheets may stay as they are.
    """,
)
def check_unknown_sheets(work: Work) -> Findings:
    """Setiap lembar yang memuat pagu berisi tabel yang dikenal Selaras.

    Mengapa: yang tidak dikenali tidak diperiksa; hal itu disebut agar diam tidak disangka benar.

    Perbaikan: bila lembar itu salah satu tabel resmi, tulis kepalanya seperti di peraturan atau
    sebutkan tabelnya di selaras.toml (tabel). Lembar kerja bantu boleh dibiarkan.
    """
    reasons = {skipped.sheet: skipped.reason for skipped in work.skipped}
    for sheet in work.book.sheets:
        reason = reasons.get(sheet.name)
        if reason is None or work.setting.tables.get(sheet.name) == "-":
            continue
        if not holds_amounts(sheet):
            continue
        yield Finding(
            message=Text(
                f"Lembar “{sheet.name}” memuat pagu, tetapi tidak diperiksa: {reason.id}.",
                f"The sheet “{sheet.name}” holds amounts but was not checked: {reason.en}.",
            ),
            advice=Text(
                "Bila ini tabel resmi, perjelas kepalanya atau sebutkan di selaras.toml.",
                "If it is an official table, make its head clearer or name it in selaras.toml.",
            ),
            sheet=sheet.name,
            cell="A1",
            actual=read_shown(sheet, 1, 1),
            row_key=sheet.name,
        )


EXAMPLES = (
    Silent("== -\nCatatan|Isi\nRapat|12\nKunjungan|3"),
    Speaks(
        "== -\nBelanja|Harga\nKursi|12500000\nMeja|7500000\nLemari|4000000", "A1 actual=Belanja"
    ),
)
