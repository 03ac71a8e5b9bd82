"""LBR002: a column that the table needs is missing."""

from __future__ import annotations

from selaras.model.book import Position
from selaras.recognise.matching import are_keys
from selaras.rule import Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Table
from selaras.tables import ColumnSpec, Content


@table_rule(
    "LBR002",
    "kolom-wajib",
    Severity.WARNING,
    reads="heads",
    basis="planning",
    english="""A table has every column that the regulation gives it.

    Why: what a missing column should say cannot be checked, and the reviewer will ask for it. The
    finding stands at the head of the column before it.

    Fix: add the column with its head. If it is there, word its head as the regulation does, or name
    its letter in selaras.toml (kolom).
    """,
)
def check_required_columns(table: Table) -> Findings:
    """Tabel memuat semua kolom yang ditetapkan peraturan.

    Mengapa: isi kolom yang tidak ada tidak dapat diperiksa, dan penelaah akan menanyakannya.
    Temuan ditunjukkan pada kepala kolom sebelumnya.

    Perbaikan: tambahkan kolomnya beserta kepalanya. Bila sudah ada, tulis kepalanya seperti di
    peraturan, atau sebutkan hurufnya di selaras.toml (kolom).
    """
    area = table.head_area
    heads = (cell for row in range(area.top, area.bottom + 1) for cell in table.sheet.grid.row(row))
    if are_keys([str(value) for column, value in heads if area.left <= column <= area.right]):
        return  # an export has the columns that its program keeps
    for column_spec in table.spec.columns:
        if not column_spec.required or column_spec.key in table.columns:
            continue
        if column_spec.content is Content.SUMBER and table.split_columns:
            continue  # the heads of the amounts name the sources
        number = f" ({column_spec.printed_number})" if column_spec.printed_number else ""
        yield table.build_finding(
            _find_head_before(table, column_spec),
            Text(
                f"Kolom{number} “{column_spec.label.id}” tidak ditemukan di {table.name}.",
                f"The column{number} “{column_spec.label.en}” was not found in {table.name}.",
            ),
            column=column_spec.key,
            advice=Text(
                "Tambahkan kolom itu; bila sudah ada, perjelas kepalanya.",
                "Add the column; if it is there, make its head clearer.",
            ),
            row_key="kepala",
        )


def _find_head_before(table: Table, missing: ColumnSpec) -> Position:
    """Return the head of the nearest column before the missing one, else the first head."""
    found: Position | None = None
    for column_spec in table.spec.columns:
        if column_spec.key == missing.key:
            break
        if column_spec.key in table.columns:
            found = table.columns[column_spec.key].head
    if found is None:
        found = min(column.head for column in table.columns.values())
    return found


EXAMPLES = (
    Silent("no|nama|target|apbd\n1|P|2|300", table="Tabel 2.2"),
    Speaks("no|nama|apbd\n1|P|300", "B1 actual=nama", table="Tabel 2.2"),
)
