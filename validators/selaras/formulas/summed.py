"""The columns whose upper rows are sums of the rows below them, as their formulas show."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.formulas.coverage import is_exact
from selaras.formulas.read import FormulaReader
from selaras.formulas.sum_tree import SumTree, has_amount
from selaras.model.row import Row
from selaras.model.table import TableColumn

#: Targets are sums where so many formulas add just the rows below, and such a share of them.
FEWEST_SUMS = 3
SUMMED_SHARE = 0.75


def summed_columns(
    tree: SumTree, reader: FormulaReader, parents: Sequence[tuple[Row, Sequence[Row]]]
) -> list[TableColumn]:
    """Return the money columns, and those of targets that the form sums by formula.

    A target is as a rule no sum of the targets below it; where the formulas of nearly all upper
    rows make it one, the others are held against that.
    """
    table = tree.table
    found = list(table.money_columns)
    if not table.has_kodes:
        return found
    targets = (column for column in table.columns.values() if is_target(column))
    found += [column for column in targets if _is_summed(tree, reader, parents, column)]
    return found


def is_target(column: TableColumn) -> bool:
    """Tell whether a column holds targets."""
    return column.spec.content == "target"


def of_like_unit(rows: Sequence[Row], others: Sequence[Row], key: str) -> list[Row]:
    """Return the rows whose target is in the unit of one of the others: only those add up."""
    units = {_unit(row, key) for row in others}
    return [row for row in rows if _unit(row, key) in units]


def _unit(row: Row, key: str) -> str:
    said = row.target(key)
    return said[0].measure if said else ""


def _is_summed(
    tree: SumTree,
    reader: FormulaReader,
    parents: Sequence[tuple[Row, Sequence[Row]]],
    column: TableColumn,
) -> bool:
    formulas = tree.table.sheet.formulas
    filled = {row for row, place in formulas if place == column.first}
    read = right = 0
    for row, below in parents if len(filled) >= FEWEST_SUMS else ():
        formula = formulas.get(row.position(column.key))
        reading = reader.read(formula) if formula is not None else None
        if reading is None or not reading.cells:
            continue
        read += 1
        filled_below = [child for child in below if has_amount(child, column.key)]
        counted = {place for place in reading.cells if place in formulas or _holds(tree, place)}
        whole = counted == {child.position(column.key) for child in filled_below}
        right += (
            not reading.factors
            and not reading.constant
            and (whole or is_exact(below, column.key, reading))
        )
    return right >= FEWEST_SUMS and right >= SUMMED_SHARE * read


def _holds(tree: SumTree, place: tuple[int, int]) -> bool:
    return tree.table.sheet.value(*place) is not None
