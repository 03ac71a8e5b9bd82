"""Which columns a table fills in at which level: what it leaves blank by design is not asked for.

SIPD's forms name location, fund source and forward target of sub kegiatan only, other forms where
the region wants them. The form asks at the lowest level of a table; above, the table shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selaras.model.table import Table
    from selaras.values.kode_reading import Level

#: A level at which fewer than one row in so many is filled in was left blank by design.
FILLED_ONE_IN = 4


def is_filled_in(table: Table, key: str, level: Level | None) -> bool:
    """Tell whether the rows of a level are filled in in a column, further indicators included."""
    texts = table.text[key]
    rows = table.row_kinds.by_level.get(level, ())
    filled = sum(
        1
        for row in rows
        if texts[row.index] or (row.indikator and any(texts[one.index] for one in row.indikator))
    )
    return filled > 0 and filled * FILLED_ONE_IN >= len(rows)


def is_asked(table: Table, key: str, level: Level | None) -> bool:
    """Tell whether a column is to be filled in at a level: by the form, or as the table does."""
    levels = [level for level in table.row_kinds.by_level if level is not None]
    lowest = max(levels, default=None)
    return level == lowest or is_filled_in(table, key, level)
