"""Which columns a table fills in at which level: what it leaves blank by design is not asked for.

SIPD's forms name location, fund source and forward target of sub kegiatan only, other forms where
the region wants them. The form asks at the lowest level of a table; above, the table shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selaras.model.table import Table
    from selaras.values.kode_reading import Tingkat

#: A level at which fewer than one row in so many is filled in was left blank by design.
SEBAGIAN = 4


def mengisi(table: Table, key: str, tingkat: Tingkat | None) -> bool:
    """Tell whether the rows of a level are filled in in a column, further indicators included."""
    texts = table.teks[key]
    rows = table.susunan.by_level.get(tingkat, ())
    filled = sum(
        1
        for row in rows
        if texts[row.urut] or (row.indikator and any(texts[one.urut] for one in row.indikator))
    )
    return filled > 0 and filled * SEBAGIAN >= len(rows)


def meminta(table: Table, key: str, tingkat: Tingkat | None) -> bool:
    """Tell whether a column is to be filled in at a level: by the form, or as the table does."""
    levels = [level for level in table.susunan.by_level if level is not None]
    lowest = max(levels, default=None)
    return tingkat == lowest or mengisi(table, key, tingkat)
