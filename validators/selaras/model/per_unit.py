"""A workbook apart for each agency or sub unit in it: nothing is compared across them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selaras.model.row import Row
from selaras.model.table import Table

if TYPE_CHECKING:
    from selaras.model.unit import Unit
    from selaras.model.work import Work


def belah(work: Work) -> list[Work]:
    """Return the workbook as it is for each unit; itself where it tells no units apart.

    Tables without unit make up one of their own: whose they are is not known.
    """
    units: dict[Unit | None, list[Table]] = {}
    for table in work.tables:
        own = dict.fromkeys(row.unit for row in table.rows)
        if len(own) < 2:
            units.setdefault(next(iter(own), None), []).append(table)
            continue
        for unit in own:
            if unit is not None:
                units.setdefault(unit, []).append(_bagian(table, unit))
    if len(units) < 2:
        return [work]
    return [work._replace(tables=tuple(tables)) for tables in units.values()]


def _bagian(table: Table, unit: Unit) -> Table:
    """Return a table with the rows of one unit only; they are copies, linked among themselves."""
    part = Table(
        table.spec,
        table.sheet,
        table.kepala,
        table.columns,
        table.tahun,
        judul=table.judul,
        skor=table.skor,
    )
    part.toleransi, part.levels = table.toleransi, table.levels
    part.old_codes = table.old_codes
    copies: dict[int, Row] = {}
    for row in table.rows:
        if row.unit == unit:
            copy = copies[id(row)] = Row(part, row.row, row.jenis)
            copy.baca, copy.kode, copy.tingkat = row.baca, row.kode, row.tingkat
            copy.likely = row.likely
            copy.nama, copy.unit, copy.urut = row.nama, row.unit, len(part.rows)
            part.rows.append(copy)

    def linked(rows: Sequence[Row]) -> Sequence[Row]:
        return [copies[id(row)] for row in rows if id(row) in copies]

    for row in table.rows:
        if (own := copies.get(id(row))) is not None:
            own.induk = copies.get(id(row.induk))
            own.anak, own.rincian = linked(row.anak), linked(row.rincian)
            own.indikator, own.lanjutan = linked(row.indikator), linked(row.lanjutan)
            own.bagian, own.bagian_ragu = linked(row.bagian), row.bagian_ragu
    part.bawah = part.rows[-1].row if part.rows else table.kepala.bottom
    return part
