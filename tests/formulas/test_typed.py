"""ANG004 on real workbook files: numbers typed over formulas, and numbers glued to them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from layouts import read
from layouts.formulas import group_children
from selaras.engine.run import check_book
from selaras.model.setting import Setting

from .books import Cell, build_plan_rows, build_row, check_sheets


def find_typed(rows: Sequence[Sequence[Cell]]) -> list[tuple[str | None, object, object]]:
    """Return cell, what stands there and the proposed formula of each ANG004."""
    return [(f.cell, f.actual, f.expected) for f in check_sheets(rows, "ANG004")]


def program(*amounts: Cell) -> list[Sequence[Cell]]:
    """Return programs with one kegiatan of 100 each: the first is in F3, its kegiatan in F4."""
    rows: list[Sequence[Cell]] = []
    for number, amount in enumerate(amounts, 1):
        rows.append(build_row(f"2.17.0{number}", amount))
        rows.append(build_row(f"2.17.0{number}.2.01", 100))
    return build_plan_rows(rows)


def build_formulas(count: int) -> list[Cell]:
    return [(f"=F{4 + 2 * number}", 100) for number in range(count)]


def test_a_number_among_formulas() -> None:
    assert find_typed(program(*build_formulas(3), 90)) == [("F9", 90, "=F10")]
    assert find_typed(program(*build_formulas(3), 100)) == [("F9", 100, "=F10")]


def test_two_numbers_among_many_formulas() -> None:
    found = find_typed(program(*build_formulas(5), 90, 80))
    assert [cell for cell, _, _ in found] == ["F13", "F15"]


def test_a_formula_of_constants_is_typed() -> None:
    assert find_typed(program(*build_formulas(3), ("=40+50", 90))) == [("F9", 90, "=F10")]


@pytest.mark.parametrize(
    "amounts",
    [
        (*build_formulas(2), 90),  # too few to tell
        (*build_formulas(2), 90, 90, 90),
        (*build_formulas(3), None),
        build_formulas(4),
        (100, 100, 100, 100),
    ],
)
def test_silent_where_formulas_are_not_the_custom(amounts: Sequence[Cell]) -> None:
    assert find_typed(program(*amounts)) == []


def test_rows_with_nothing_below_them_are_typed_by_right() -> None:
    rows = [*program(*build_formulas(3)), build_row("2.17.04", 90), build_row("2.17.05", 80)]
    assert find_typed(rows) == []


def test_children_without_amounts_leave_nothing_to_add() -> None:
    rows = [*program(*build_formulas(3)), build_row("2.17.04", 90), build_row("2.17.04.2.01", None)]
    assert find_typed(rows) == []


# Glued numbers


def find_glued(
    formula: str, result: int, *, total: bool = False
) -> list[tuple[str | None, object]]:
    """Return cell and proposal for a formula over F4 and F5, in F3 or in the total F6."""
    rows = build_plan_rows(
        [
            build_row("2.17.01", 300 if total else (formula, result)),
            build_row("2.17.01.2.01", 100),
            build_row("2.17.01.2.02", 200),
            *([build_row("", (formula, result), "TOTAL")] if total else []),
        ]
    )
    return [(cell, expected) for cell, _, expected in find_typed(rows)]


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("=SUM(F4:F5)+500000", 500300),
        ("=F4+F5-50", 250),
        ("=SUM(F4:F5,1)", 301),
        ("=F4+200", 300),
        ("=SUM(F4:F5)/13", 23),
        ("=SUM(F4:F5)*1.1", 330),
        ("=1.1*(F4+F5)", 330),
        ("=ROUND(SUM(F4:F5)*110%,0)", 330),
        ("=F4*2+F5", 400),
    ],
)
def test_a_glued_number(formula: str, result: int) -> None:
    assert find_glued(formula, result) == [("F3", "=SUM(F4:F5)")]


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("=SUM(F4:F5)", 300),
        ("=SUM(F4:F5)+0", 300),
        ("=SUM(F4:F5)*1", 300),
        ("=ROUND(SUM(F4:F5)/1000,0)*1000", 0),
        ("=ROUND(F4+F5,-3)", 0),
        ("='RKA'!F3*1.1", 330),
        ("=SUM(H4:H5)*1.1", 330),
        ("=F4*F5", 20000),
        ("=F9+500", 500),
        ("=300+5", 305),
    ],
)
def test_nothing_is_glued(formula: str, result: int) -> None:
    assert find_glued(formula, result) == []


def test_a_total_of_all_levels_divided_by_their_number() -> None:
    assert find_glued("=SUM(F3:F5)/2", 300, total=True) == []
    assert find_glued("=SUM(F3:F5)/3", 200, total=True) == [("F6", "=F3")]


def test_the_message_says_what_is_glued() -> None:
    rows = build_plan_rows(
        [build_row("2.17.01", ("=F4*1.1+5", 115)), build_row("2.17.01.2.01", 100)]
    )
    (finding,) = check_sheets(rows, "ANG004")
    assert "(*1.1 +5)" in finding.message.id
    assert finding.fix is not None
    assert not finding.fix.safe


# The example document


def test_the_document_with_formulas() -> None:
    """The only typed amounts are those that are not the sum of what is below them."""
    from rules.document import MONEY_COLUMNS, open_written

    written = open_written("rumus")
    expected = set()
    for table, keys in MONEY_COLUMNS.items():
        for row, below in group_children(read(table).rows):
            for key in keys:
                amounts = [child.values[key] for child in below]
                known = [amount for amount in amounts if isinstance(amount, int)]
                if known and len(known) == len(amounts) and sum(known) != row.values[key]:
                    expected.add(tuple(written.placement[table, row.index, key]))
    report = check_book(written.book, Setting(selected=("ANG003", "ANG004")))
    assert {(f.sheet, f.cell) for f in report.findings if f.code == "ANG004"} == expected
    assert len(expected) == 3
    assert [f for f in report.findings if f.code == "ANG003"] == []
