"""Give amounts without a code a place where a sum says which one it is.

A row without code is part of the row whose sum is exact with it and not without.
"""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.row import Row, RowKind, add_up
from selaras.model.row_kinds import RowKinds
from selaras.model.table import Table
from selaras.recognise.mistyped import adds_up
from selaras.tables import Content
from selaras.values.kode_reading import Level


def place_orphans(table: Table) -> None:
    """Link rows without code by the sums that they complete; the tree is built already."""
    if RowKind.ORPHAN not in table.row_kinds.kinds:
        return
    orphans = [row for row in table.rows if row.kind is RowKind.ORPHAN and _has_amount(row)]
    if not orphans:
        return
    changed = _take_parts(orphans)
    rest = [row for row in orphans if row.kind is RowKind.ORPHAN]
    if table.has_kodes:
        changed = _place(table, rest) or changed
    if changed:
        table.row_kinds = RowKinds(table)


def _has_amount(row: Row) -> bool:
    return any(row.amount(column.key) for column in row.table.money_columns)


def _take_parts(orphans: Sequence[Row]) -> bool:
    """Make rows without a name the rincian of the row above whose amount they share out.

    A sub kegiatan may be split by places or sources below it. Where several are, so are those
    whose parts do not add up.
    """
    by_main: dict[Row, list[Row]] = {}
    for row in orphans:
        main = row.parent
        if main is not None and not main.children and not main.rincian and not _says_what(row):
            by_main.setdefault(main, []).append(row)
    groups = [(main, rows) for main, rows in by_main.items() if len(rows) > 1]
    exact = [(main, rows) for main, rows in groups if _shares_out(main, rows)]
    for main, rows in groups if 2 * len(exact) > len(groups) else exact:
        main.rincian = rows
        for row in rows:
            row.kind = RowKind.RINCIAN
    return bool(exact)


def _says_what(row: Row) -> bool:
    """Tell whether a row has a name or an indicator of its own."""
    keys = (c.key for c in row.table.columns.values() if c.spec.content is Content.INDIKATOR)
    return bool(row.name) or any(row.text(key) for key in keys)


def _shares_out(main: Row, rows: Sequence[Row]) -> bool:
    """Tell whether rows add up to a main row in each column that they fill, and in one."""
    keys = [c.key for c in main.table.money_columns if any(row.amount(c.key) for row in rows)]
    sums = [add_up(rows, key) for key in keys]
    return bool(keys) and all(
        one is not None and one.value == main.amount(key)
        for key, one in zip(keys, sums, strict=True)
    )


def _place(table: Table, orphans: Sequence[Row]) -> bool:
    placed = False
    by_main: dict[Row, list[Row]] = {}
    for row in orphans:
        above = row.parent
        while above is not None:
            by_main.setdefault(above, []).append(row)
            above = above.parent
    # The lowest first: what a kegiatan takes in is no part of its program's sum any more.
    families = sorted(by_main.items(), key=lambda one: -(one[0].level or 0))
    taken: set[Row] = set()
    for above, rows in families:
        free = [row for row in rows if row not in taken]
        chosen = next((group for group in _groups(free) if _completes(above, group)), None)
        if chosen:
            taken.update(chosen)
            _take_in(above, chosen)
            placed = True
    free = [row for row in orphans if row not in taken]
    totals = [row for row in table.rows if row.kind is RowKind.TOTAL]
    if free and totals:
        top = table.roots()
        for group in _groups(free):
            if adds_up(totals[-1], [*top, *group]) and not adds_up(totals[-1], top):
                for row in group:
                    row.kind, row.parent = RowKind.MAIN, None
                return True
    return placed


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows that may belong together: all of them, else each by itself."""
    return [list(rows), *([row] for row in rows)] if len(rows) > 1 else [list(rows)] if rows else []


def _completes(above: Row, group: Sequence[Row]) -> bool:
    """Tell whether a sum is exact with rows and not without them."""
    own = above.children or above.rincian
    return adds_up(above, [*own, *group]) and not (own and adds_up(above, own))


def _take_in(above: Row, group: Sequence[Row]) -> None:
    """Link rows to the one whose sum they complete.

    They stay orphans, to be told of, where they look like rows of the hierarchy that have lost
    their code: no other row stands there, or they have an indicator or a target of their own.
    """
    alone = not above.children and not above.rincian
    item = above.level is Level.SUB_KEGIATAN and not above.children
    for row in group:
        row.parent = above
        if not (alone or _aims(row)):
            row.kind = RowKind.RINCIAN if item else RowKind.MAIN
    if item:
        above.rincian = sorted([*above.rincian, *group], key=_by_row)
    else:
        above.children = sorted([*above.children, *group], key=_by_row)


def _aims(row: Row) -> bool:
    """Tell whether a row has an indicator, a target or a place of its own."""
    columns = row.table.columns.values()
    keys = (c.key for c in columns if c.spec.content in (Content.INDIKATOR, Content.TARGET))
    return any(row.text(key) for key in (*keys, "lokasi"))


def _by_row(row: Row) -> int:
    return row.row
