"""One formula of the example document is changed: ANG003 speaks there if the sum is another one."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.document import open_corrected
from selaras.formulas import FormulaReader
from selaras.model.book import Book, DenseGrid, Position, Sheet, Value
from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.rules.ang.rentang_sum import check_sum_ranges
from selaras.values.a1 import address, column_letters

TABLES = ("T-C.33", "Tabel 4.1", "Tabel 2.1", "Tabel 2.2")


def _move_end(data: st.DataObject, formula: str, place: Position) -> str:
    """Move one end of a range."""
    found = re.fullmatch(r"=SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)", formula)
    if found is None:
        return _add_cell(data, formula, place)
    ends = [int(found[2]), int(found[3])]
    ends[data.draw(st.integers(0, 1))] += data.draw(st.integers(-3, 5))
    return f"=SUM({found[1]}{max(min(ends), 1)}:{found[1]}{max(ends)})"


def _add_cell(data: st.DataObject, formula: str, place: Position) -> str:
    """Add a cell of the same column, above or below."""
    row = max(place[0] + data.draw(st.integers(-30, 30)), 1)
    return f"{formula}+{column_letters(place[1])}{row}"


def _repeat_cell(data: st.DataObject, formula: str, _: Position) -> str:
    """Name a cell again."""
    return f"{formula}+{data.draw(st.sampled_from(re.findall(r'[A-Z]+[0-9]+', formula)))}"


def _drop_cell(data: st.DataObject, formula: str, place: Position) -> str:
    """Leave a cell out."""
    cells = formula[1:].split("+")
    if len(cells) < 2:
        return _move_end(data, formula, place)
    cells.pop(data.draw(st.integers(0, len(cells) - 1)))
    return "=" + "+".join(cells)


CHANGES: tuple[Callable[[st.DataObject, str, Position], str], ...] = (
    _move_end,
    _add_cell,
    _repeat_cell,
    _drop_cell,
)


def result(sheet: Sheet, formula: str) -> float:
    """Work out a sum from the values of the sheet."""
    read = FormulaReader(sheet).read(formula)
    assert read is not None
    values = ((sheet.value(*place), times) for place, times in read.cells.items())
    return sum(value * times for value, times in values if isinstance(value, float))


def change_formula(sheet: Sheet, place: Position, formula: str) -> Sheet:
    """Return the sheet with another formula, and its result, in one cell."""
    area = sheet.grid.area
    rows: list[list[Value]] = [
        [sheet.grid.value(row, column) for column in range(1, area.right + 1)]
        for row in range(1, area.bottom + 1)
    ]
    rows[place[0] - 1][place[1] - 1] = result(sheet, formula)
    return Sheet(
        sheet.name,
        DenseGrid([["" if value is None else value for value in row] for row in rows]),
        formulas={**sheet.formulas, place: formula},
        merges=sheet.merges,
        load_styles=lambda: sheet._styles or {},
    )


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_a_changed_formula_is_found_where_its_sum_is_another(data: st.DataObject) -> None:
    book = open_corrected("rumus").book
    sheet = book.sheet(data.draw(st.sampled_from(TABLES)))
    place = data.draw(st.sampled_from(sorted(sheet.formulas)))
    formula = data.draw(st.sampled_from(CHANGES))(data, sheet.formulas[place], place)
    changed = change_formula(sheet, place, formula)
    read = FormulaReader(sheet).read(formula)
    circular = read is not None and place in read.cells
    wrong = circular or changed.value(*place) != sheet.value(*place)
    work = recognise(Book("uji", "", (changed,)), Setting())
    cells = [finding.cell for table in work.tables for finding in check_sum_ranges(table)]
    assert cells == ([address(*place)] if wrong else []), (sheet.formulas[place], formula)
