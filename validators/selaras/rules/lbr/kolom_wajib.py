"""LBR002: a column that the table needs is missing."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.book import Position
from selaras.model.table import Table
from selaras.recognise.matching import are_keys
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import TATA_CARA
from selaras.tables import Isi, Kolom
from selaras.values.finding import Finding, Severity
from selaras.values.text import Teks


@table_rule(
    "LBR002",
    "kolom-wajib",
    Severity.WARNING,
    reads="heads",
    basis=TATA_CARA,
    english="""A table has every column that the regulation gives it.

    Why: what a missing column should say cannot be checked, and the reviewer will ask for it. The
    finding stands at the head of the column before it.

    Fix: add the column with its head. If it is there, word its head as the regulation does, or name
    its letter in selaras.toml (kolom).
    """,
)
def kolom_wajib(table: Table) -> Iterator[Finding]:
    """Tabel memuat semua kolom yang ditetapkan peraturan.

    Mengapa: isi kolom yang tidak ada tidak dapat diperiksa, dan penelaah akan menanyakannya.
    Temuan ditunjukkan pada kepala kolom sebelumnya.

    Perbaikan: tambahkan kolomnya beserta kepalanya. Bila sudah ada, tulis kepalanya seperti di
    peraturan, atau sebutkan hurufnya di selaras.toml (kolom).
    """
    area = table.kepala
    heads = (cell for row in range(area.top, area.bottom + 1) for cell in table.sheet.grid.row(row))
    if are_keys([str(value) for column, value in heads if area.left <= column <= area.right]):
        return  # an export has the columns that its program keeps
    for kolom in table.spec.columns:
        if not kolom.wajib or kolom.key in table.columns:
            continue
        if kolom.isi is Isi.SUMBER and table.kolom_pecahan:
            continue  # the heads of the amounts name the sources
        number = f" ({kolom.cetak})" if kolom.cetak else ""
        yield table.temuan(
            _kepala_sebelum(table, kolom),
            Teks(
                f"Kolom{number} “{kolom.label.id}” tidak ditemukan di {table.name}.",
                f"The column{number} “{kolom.label.en}” was not found in {table.name}.",
            ),
            column=kolom.key,
            advice=Teks(
                "Tambahkan kolom itu; bila sudah ada, perjelas kepalanya.",
                "Add the column; if it is there, make its head clearer.",
            ),
            row_key="kepala",
        )


def _kepala_sebelum(table: Table, missing: Kolom) -> Position:
    """Return the head of the nearest column before the missing one, else the first head."""
    found: Position | None = None
    for kolom in table.spec.columns:
        if kolom.key == missing.key:
            break
        if kolom.key in table.columns:
            found = table.columns[kolom.key].head
    if found is None:
        found = min(column.head for column in table.columns.values())
    return found


EXAMPLES = (
    Silent("no|nama|target|apbd\n1|P|2|300", table="Tabel 2.2"),
    Speaks("no|nama|apbd\n1|P|300", "B1 actual=nama", table="Tabel 2.2"),
)
