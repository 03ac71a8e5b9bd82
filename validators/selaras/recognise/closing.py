"""The total at the end of several tables of one kind on a sheet: it may be that of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.row import RowKind
from selaras.model.table import Table


def note_closing(tables: Sequence[Table]) -> None:
    """Tell the last of some tables on a sheet which others its last total may take in.

    It does where the last one has a total more than each of the others has.
    """
    kinds: dict[str, list[Table]] = {}
    for table in tables:
        kinds.setdefault(table.name, []).append(table)
    for same in kinds.values():
        *others, last = sorted(same, key=lambda table: table.head_area.top)
        totals = list(last.rows_of_kind(RowKind.TOTAL))
        if others and len(totals) > max(
            len(list(other.rows_of_kind(RowKind.TOTAL))) for other in others
        ):
            last.closes = tuple(others)
            totals[-1].unit = None  # it is no unit's own
