"""Cells that a row with an amount must fill in, and the rows that leave them blank."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.filling import is_asked
from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.values.kode_reading import Level

#: Columns that a row with an amount must fill in, and on which kinds of rows.
REQUIRED_COLUMNS: dict[str, tuple[RowKind, ...]] = {
    "nama": (RowKind.MAIN,),
    "lokasi": (RowKind.MAIN,),
    "sumber_dana": (RowKind.MAIN, RowKind.RINCIAN),
}
#: Urusan and bidang only add up their programs: they are done nowhere and paid from no one fund.
_ABOVE_PROGRAM = (Level.URUSAN, Level.BIDANG_URUSAN)


def find_blank_required(table: Table) -> Iterator[tuple[Row, str]]:
    """Yield the rows with an amount that leave a required column blank, and its key."""
    amounts = [table.amounts[column.key] for column in table.money_columns]
    for key, kinds in REQUIRED_COLUMNS.items():
        if key not in table.columns:
            continue
        texts = [row.name for row in table.rows] if key == "nama" else table.text[key]
        if "" not in texts:
            continue
        for kind in kinds:
            rows = [
                row for row in table.rows_of_kind(kind) if any(each[row.index] for each in amounts)
            ]
            if kind is RowKind.RINCIAN and not any(texts[row.index] for row in rows):
                continue
            blank = [row for row in rows if not texts[row.index]]
            if key != "nama" and kind is RowKind.MAIN:
                asked = {
                    level: level not in _ABOVE_PROGRAM and is_asked(table, key, level)
                    for level in {row.level for row in blank}
                }
                blank = [row for row in blank if asked[row.level]]
            for row in blank:
                yield row, key
