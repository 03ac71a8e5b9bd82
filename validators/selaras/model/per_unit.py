"""A workbook apart for each agency or sub unit in it, and for each plan that one has several of.

Nothing is compared across them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selaras.model.row import Row
from selaras.model.table import Table

if TYPE_CHECKING:
    from selaras.model.unit import Unit
    from selaras.model.work import Work


def split_work(work: Work) -> list[Work]:
    """Return the workbook as it is for each unit and plan; itself where it has one of them.

    Tables without unit make up one of their own: whose they are is not known. Those that are of no
    certain plan go with each of them.
    """
    units: dict[Unit | None, list[Table]] = {}
    for table in work.tables:
        own = dict.fromkeys(row.unit for row in table.rows)
        if len(own) < 2:
            units.setdefault(next(iter(own), None), []).append(table)
            continue
        for unit in own:
            if unit is not None:
                units.setdefault(unit, []).append(_take_part(table, unit))
    parts = [part for tables in units.values() for part in _per_edition(tables)]
    if len(parts) < 2:
        return [work]
    return [work._replace(tables=tuple(tables)) for tables in parts]


def _per_edition(tables: Sequence[Table]) -> list[list[Table]]:
    numbers = {table.edition.number for table in tables} - {None}
    if not numbers:
        return [list(tables)]
    return [
        [table for table in tables if table.edition.number in (number, None)]
        for number in sorted(numbers, key=str)
    ]


def split_comparable(work: Work) -> list[Work]:
    """Return the workbook apart for each unit and plan, with the tables that are filled in.

    That is what the rules compare, for whoever shows the same comparison.
    """
    return split_work(work._replace(tables=work.filled))


def part_name(work: Work) -> str:
    """Return how a part of a workbook is called, by its unit and its stage; "" for none."""
    unit = next((row.unit for table in work.tables for row in table.rows), None)
    stages = sorted({stage for table in work.tables for stage in table.edition.stages})
    names = [(unit.name or unit.kode) if unit else "", *stages]
    return ", ".join(filter(None, names)).title()


def _take_part(table: Table, unit: Unit) -> Table:
    """Return a table with the rows of one unit only; they are copies, linked among themselves."""
    part = Table(
        table.spec,
        table.sheet,
        table.head_area,
        table.columns,
        table.year,
        title=table.title_cells,
        score=table.score,
    )
    part.tolerance, part.levels, part.edition = table.tolerance, table.levels, table.edition
    part.old_codes = table.old_codes
    copies: dict[Row, Row] = {}
    for row in table.rows:
        if row.unit == unit:
            copy = copies[row] = Row(part, row.row, row.kind)
            copy.reading, copy.kode, copy.level = row.reading, row.kode, row.level
            copy.likely = row.likely
            copy.name, copy.unit, copy.index = row.name, row.unit, len(part.rows)
            part.rows.append(copy)

    def linked(rows: Sequence[Row]) -> Sequence[Row]:
        return [copies[row] for row in rows if row in copies]

    for row in table.rows:
        if (own := copies.get(row)) is not None:
            own.parent = copies.get(row.parent) if row.parent is not None else None
            own.children, own.rincian = linked(row.children), linked(row.rincian)
            own.indikator, own.continuations = linked(row.indikator), linked(row.continuations)
            own.wrapped = linked(row.wrapped)
            own.parts, own.parts_doubtful = linked(row.parts), row.parts_doubtful
    part.bottom = part.rows[-1].row if part.rows else table.head_area.bottom
    return part
