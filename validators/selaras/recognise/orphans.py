"""Give amounts without a code a place where a sum says which one it is.

A row without code is part of the row whose sum is exact with it and not without.
"""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.row import Jenis, Row, jumlahkan
from selaras.model.row_kinds import Susunan
from selaras.model.table import Table
from selaras.recognise.mistyped import adds_up
from selaras.tables import Isi
from selaras.values.kode_reading import Tingkat


def place_orphans(table: Table) -> None:
    """Link rows without code by the sums that they complete; the tree is built already."""
    if Jenis.YATIM not in table.susunan.kinds:
        return
    orphans = [row for row in table.rows if row.jenis is Jenis.YATIM and _has_amount(row)]
    if not orphans:
        return
    changed = _take_parts(orphans)
    rest = [row for row in orphans if row.jenis is Jenis.YATIM]
    if table.berkode:
        changed = _place(table, rest) or changed
    if changed:
        table.susunan = Susunan(table)


def _has_amount(row: Row) -> bool:
    return any(row.jumlah(column.key) for column in row.table.kolom_uang)


def _take_parts(orphans: Sequence[Row]) -> bool:
    """Make rows without a name the rincian of the row above whose amount they share out.

    A sub kegiatan may be split by places or sources below it. Where several are, so are those
    whose parts do not add up.
    """
    by_main: dict[int, tuple[Row, list[Row]]] = {}
    for row in orphans:
        main = row.induk
        if main is not None and not main.anak and not main.rincian and not _says_what(row):
            by_main.setdefault(id(main), (main, []))[1].append(row)
    groups = [(main, rows) for main, rows in by_main.values() if len(rows) > 1]
    exact = [(main, rows) for main, rows in groups if _shares_out(main, rows)]
    for main, rows in groups if 2 * len(exact) > len(groups) else exact:
        main.rincian = rows
        for row in rows:
            row.jenis = Jenis.RINCIAN
    return bool(exact)


def _says_what(row: Row) -> bool:
    """Tell whether a row has a name or an indicator of its own."""
    keys = (c.key for c in row.table.columns.values() if c.spec.isi is Isi.INDIKATOR)
    return bool(row.nama) or any(row.text(key) for key in keys)


def _shares_out(main: Row, rows: Sequence[Row]) -> bool:
    """Tell whether rows add up to a main row in each column that they fill, and in one."""
    keys = [c.key for c in main.table.kolom_uang if any(row.jumlah(c.key) for row in rows)]
    sums = [jumlahkan(rows, key) for key in keys]
    return bool(keys) and all(
        one is not None and one.nilai == main.jumlah(key)
        for key, one in zip(keys, sums, strict=True)
    )


def _place(table: Table, orphans: Sequence[Row]) -> bool:
    placed = False
    by_main: dict[int, tuple[Row, list[Row]]] = {}
    for row in orphans:
        above = row.induk
        while above is not None:
            by_main.setdefault(id(above), (above, []))[1].append(row)
            above = above.induk
    # The lowest first: what a kegiatan takes in is no part of its program's sum any more.
    families = sorted(by_main.values(), key=lambda one: -(one[0].tingkat or 0))
    taken: set[int] = set()
    for above, rows in families:
        free = [row for row in rows if id(row) not in taken]
        chosen = next((group for group in _groups(free) if _completes(above, group)), None)
        if chosen:
            taken.update(map(id, chosen))
            _take_in(above, chosen)
            placed = True
    free = [row for row in orphans if id(row) not in taken]
    totals = [row for row in table.rows if row.jenis is Jenis.TOTAL]
    if free and totals:
        top = table.puncak()
        for group in _groups(free):
            if adds_up(totals[-1], [*top, *group]) and not adds_up(totals[-1], top):
                for row in group:
                    row.jenis, row.induk = Jenis.POKOK, None
                return True
    return placed


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows that may belong together: all of them, else each by itself."""
    return [list(rows), *([row] for row in rows)] if len(rows) > 1 else [list(rows)] if rows else []


def _completes(above: Row, group: Sequence[Row]) -> bool:
    """Tell whether a sum is exact with rows and not without them."""
    own = above.anak or above.rincian
    return adds_up(above, [*own, *group]) and not (own and adds_up(above, own))


def _take_in(above: Row, group: Sequence[Row]) -> None:
    """Link rows to the one whose sum they complete.

    They stay orphans, to be told of, where they look like rows of the hierarchy that have lost
    their code: no other row stands there, or they have an indicator or a target of their own.
    """
    alone = not above.anak and not above.rincian
    item = above.tingkat is Tingkat.SUB_KEGIATAN and not above.anak
    for row in group:
        row.induk = above
        if not (alone or _aims(row)):
            row.jenis = Jenis.RINCIAN if item else Jenis.POKOK
    if item:
        above.rincian = sorted([*above.rincian, *group], key=_by_row)
    else:
        above.anak = sorted([*above.anak, *group], key=_by_row)


def _aims(row: Row) -> bool:
    """Tell whether a row has an indicator, a target or a place of its own."""
    columns = row.table.columns.values()
    keys = (c.key for c in columns if c.spec.isi in (Isi.INDIKATOR, Isi.TARGET))
    return any(row.text(key) for key in (*keys, "lokasi"))


def _by_row(row: Row) -> int:
    return row.row
