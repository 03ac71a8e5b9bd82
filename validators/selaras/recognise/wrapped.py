"""Texts that run on in the rows below, as where a table came from a PDF: one line a row.

Such a row holds the next line of the name, of the indicator or of both, and nothing else. A further
indicator without its target looks the same: only where many rows do, and next to none has a target,
they are lines.
"""

from __future__ import annotations

from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.tables import Content

#: So many rows are no chance.
MANY_WRAPPED = 5
#: Of the rows with an indicator and no code, so many may have a target or an amount.
OTHERS = 0.1

_TEXTS = (Content.NAME, Content.INDIKATOR)


def join_wrapped(table: Table) -> None:
    """Let the lines that go on with the texts of a row belong to it, before rows are linked."""
    further = [row for row in table.rows if row.kind is RowKind.INDIKATOR]
    lines = [row for row in further if _is_line(row)]
    if len(lines) < MANY_WRAPPED or len(further) - len(lines) > OTHERS * len(further):
        return
    own: dict[Row, list[Row]] = {}
    for row in table.rows:
        main = row.parent
        if (
            main is not None
            and row.kind in (RowKind.INDIKATOR, RowKind.CONTINUATION)
            and _is_line(row)
        ):
            own.setdefault(main, []).append(row)
    for main, rows in own.items():
        taken = set(rows)
        main.indikator = [row for row in main.indikator if row not in taken]
        kept = (row for row in main.continuations if row not in taken)
        main.continuations = sorted([*kept, *rows], key=lambda row: row.row)
        main.wrapped = rows
        main.name = " ".join(name for name in (main.name, *(row.name for row in rows)) if name)
        for row in rows:
            row.kind = RowKind.CONTINUATION
    table.forget_readings()


def _is_line(row: Row) -> bool:
    """Tell whether a row fills in name or indicator and nothing else that the table knows."""
    filled = [
        column.spec.content
        for column in row.table.columns.values()
        for number in column.columns
        if row.table.is_filled(row.row, number)
    ]
    return bool(filled) and all(content in _TEXTS for content in filled)
