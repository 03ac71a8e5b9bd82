"""Texts that run on in the rows below, as where a table came from a PDF: one line a row.

Such a row holds the next line of the name, of the indicator or of both, and nothing else. A further
indicator without its target looks the same: only where many rows do, and next to none has a target,
they are lines.
"""

from __future__ import annotations

from selaras.model.row import Jenis, Row
from selaras.model.table import Table
from selaras.tables import Isi

#: So many rows are no chance.
MANY = 5
#: Of the rows with an indicator and no code, so many may have a target or an amount.
OTHERS = 0.1

_TEXTS = (Isi.NAMA, Isi.INDIKATOR)


def join_wrapped(table: Table) -> None:
    """Let the lines that go on with the texts of a row belong to it, before rows are linked."""
    further = [row for row in table.rows if row.jenis is Jenis.INDIKATOR]
    lines = [row for row in further if _is_line(row)]
    if len(lines) < MANY or len(further) - len(lines) > OTHERS * len(further):
        return
    own: dict[int, tuple[Row, list[Row]]] = {}
    for row in table.rows:
        main = row.induk
        if main is not None and row.jenis in (Jenis.INDIKATOR, Jenis.LANJUTAN) and _is_line(row):
            own.setdefault(id(main), (main, []))[1].append(row)
    for main, rows in own.values():
        taken = set(map(id, rows))
        main.indikator = [row for row in main.indikator if id(row) not in taken]
        kept = (row for row in main.lanjutan if id(row) not in taken)
        main.lanjutan = sorted([*kept, *rows], key=lambda row: row.row)
        main.wrapped = rows
        main.nama = " ".join(name for name in (main.nama, *(row.nama for row in rows)) if name)
        for row in rows:
            row.jenis = Jenis.LANJUTAN
    table.baca_ulang()


def _is_line(row: Row) -> bool:
    """Tell whether a row fills in name or indicator and nothing else that the table knows."""
    filled = [
        column.spec.isi
        for column in row.table.columns.values()
        for number in column.columns
        if row.table.is_filled(row.row, number)
    ]
    return bool(filled) and all(isi in _TEXTS for isi in filled)
