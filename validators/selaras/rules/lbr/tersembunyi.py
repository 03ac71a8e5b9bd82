"""LBR007: hidden rows, columns or sheets that hold amounts."""

from __future__ import annotations

from selaras.model.amounts import holds_amounts
from selaras.model.book import Position, Sheet
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Table, Work
from selaras.values.a1 import address


@book_rule(
    "LBR007",
    "tersembunyi",
    Severity.INFO,
    basis="practice",
    english="""Rows, columns and sheets with amounts are visible.

    Why: what is hidden, or filtered out, is added up all the same, and who reads the printed table
    cannot follow the sums. Selaras checks hidden cells like all others.

    Fix: show the rows, columns or sheet, or delete what is no longer needed.
    """,
)
def check_hidden(work: Work) -> Findings:
    """Baris, kolom, dan lembar yang memuat pagu terlihat semua.

    Mengapa: yang disembunyikan atau tersaring tetap ikut dijumlahkan, sehingga pembaca tabel cetak
    tidak dapat mengikuti penjumlahannya. Selaras memeriksa sel tersembunyi seperti yang lain.

    Perbaikan: tampilkan baris, kolom, atau lembarnya, atau hapus yang tidak diperlukan lagi.
    """
    for sheet in work.book.sheets:
        tables = [table for table in work.tables if table.sheet is sheet and _has_money(table)]
        if sheet.state != "visible":
            # A hidden sheet that no table was found on holds amounts that nobody sees either.
            if tables or holds_amounts(sheet):
                yield _build_sheet_finding(sheet)
            continue
        for table in tables:
            finding = _find_hidden_rows(table) or _find_hidden_columns(table)
            if finding is not None:
                yield finding


def _has_money(table: Table) -> bool:
    return any(row.amount(c.key) is not None for c in table.money_columns for row in table.rows)


def _build_sheet_finding(sheet: Sheet) -> Finding:
    return Finding(
        message=Text(
            f"Lembar “{sheet.name}” tersembunyi, padahal memuat pagu.",
            f"The sheet “{sheet.name}” is hidden, though it holds amounts.",
        ),
        advice=Text("Tampilkan lembar itu (Unhide).", "Show the sheet (Unhide)."),
        sheet=sheet.name,
        cell="A1",
        row_key=f"lembar/{sheet.name}",
    )


def _find_hidden_rows(table: Table) -> Finding | None:
    hidden = table.sheet.hidden_rows
    if not hidden:
        return None
    rows = [
        row
        for row in table.rows
        if row.row in hidden and any(row.amount(c.key) is not None for c in table.money_columns)
    ]
    if not rows:
        return None
    first = rows[0]
    filtered = table.sheet.filtered
    column = next(
        c
        for c in range(table.head_area.left, table.head_area.right + 1)
        if table.is_filled(first.row, c)
    )
    how = Text("tersaring" if filtered else "tersembunyi", "filtered out" if filtered else "hidden")
    return _build_finding(
        table,
        (first.row, column),
        Text(
            f"{len(rows)} baris yang memuat pagu {how.id}, mulai baris {first.row}.",
            f"{len(rows)} rows with amounts are {how.en}, from row {first.row} on.",
        ),
        "baris",
    )


def _find_hidden_columns(table: Table) -> Finding | None:
    for column in table.money_columns:
        if column.first in table.sheet.hidden_columns:
            row = next((r for r in table.rows if r.amount(column.key) is not None), None)
            if row is not None:
                return _build_finding(
                    table,
                    row.position(column.key),
                    Text(
                        f"Kolom {column.letters} ({column.label.id}) tersembunyi.",
                        f"Column {column.letters} ({column.label.en}) is hidden.",
                    ),
                    f"kolom/{column.key}",
                )
    return None


def _build_finding(table: Table, position: Position, message: Text, key: str) -> Finding:
    return table.build_finding(
        position,
        message,
        advice=Text(
            f"Tampilkan kembali agar {address(*position)} terlihat.",
            f"Show it again so that {address(*position)} can be seen.",
        ),
        row_key=key,
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300"),
    Speaks("kode|nama|pagu\n2.17.01|P|300\n2.17.02|Q|200\n-- sembunyi 3", "A3 actual=2.17.02"),
)
