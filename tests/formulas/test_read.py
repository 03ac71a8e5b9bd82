"""Which cells of a sheet a formula adds: subtotals, criteria, whole columns, and the bounds."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import pytest

from selaras.formulas import FormulaReader
from selaras.formulas.read import MOST_FORMULA_CELLS
from selaras.model.book import DenseGrid, Sheet, Value
from selaras.values.a1 import address

KODE = ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.01", "2.17.02", "2.17.02.2.01", "2.17.1"]


def build_sheet(
    rows: Sequence[Sequence[Value]],
    formulas: Mapping[tuple[int, int], str] | None = None,
    **more: object,
) -> Sheet:
    return Sheet("Ini", DenseGrid(rows), formulas=formulas, **more)  # type: ignore[arg-type]


def read_cells(sheet: Sheet, formula: str) -> str | None:
    """Return the cells that a formula adds, with "2*" where they count twice."""
    read = FormulaReader(sheet).read(formula)
    if read is None:
        return None
    return " ".join(
        ("" if times == 1 else f"{times}*") + address(*place)
        for place, times in sorted(read.cells.items())
    )


def build_column(*values: Value) -> list[list[Value]]:
    return [[value] for value in values]


def test_multiplicities_add_up_and_cancel() -> None:
    sheet = build_sheet(build_column(1.0, 2.0, 3.0))
    assert read_cells(sheet, "=SUM(A1:A3)+A2") == "A1 2*A2 A3"
    assert read_cells(sheet, "=SUM(A1:A3)-A2") == "A1 A3"
    assert read_cells(sheet, "=A1-A2") == "A1 -1*A2"


def test_own_sheet_by_name_and_other_sheets() -> None:
    read = FormulaReader(build_sheet(build_column(1.0))).read("=INI!A1+Lain!A1")
    assert read is not None
    assert read.cells == {(1, 1): 1}
    assert [term.sheet for term in read.elsewhere] == ["Lain"]


def test_whole_columns_end_where_the_sheet_does() -> None:
    assert read_cells(build_sheet(build_column(1.0, 2.0)), "=SUM(A:A)") == "A1 A2"
    assert read_cells(build_sheet(build_column(1.0), {(3, 1): "=A1"}), "=SUM(A:A)") == "A1 A2 A3"
    assert read_cells(build_sheet([]), "=SUM(A:B)") == ""
    assert read_cells(build_sheet(build_column(1.0)), "=SUM(C:C)") == ""


def test_a_subtotal_passes_over_subtotals() -> None:
    rows = build_column(1.0, 2.0, 3.0, 4.0)
    sheet = build_sheet(rows, {(1, 1): "=SUBTOTAL(9,A2:A4)", (3, 1): "=SUM(A4)"})
    assert read_cells(sheet, "=SUBTOTAL(9,A1:A4)") == "A2 A3 A4"
    assert read_cells(sheet, "=SUM(A1:A4)") == "A1 A2 A3 A4"


@pytest.mark.parametrize("formula", ["=1+SUBTOTAL(9,A2:A4)", "=AGGREGATE(9,5,A2:A4)"])
def test_an_unclear_subtotal_below_leaves_it_open(formula: str) -> None:
    assert (
        read_cells(build_sheet(build_column(1.0, 2.0), {(1, 1): formula}), "=SUBTOTAL(9,A1:A2)")
        is None
    )


def test_hidden_rows() -> None:
    hidden = build_sheet(build_column(1.0, 2.0, 3.0), hidden_rows=frozenset([2]))
    filtered = build_sheet(build_column(1.0, 2.0, 3.0), hidden_rows=frozenset([2]), filtered=True)
    assert read_cells(hidden, "=SUBTOTAL(9,A1:A3)") == "A1 A2 A3"
    assert read_cells(hidden, "=SUBTOTAL(109,A1:A3)") is None
    assert read_cells(filtered, "=SUBTOTAL(9,A1:A3)") is None
    assert read_cells(filtered, "=SUBTOTAL(109,A1:A1)") == "A1"
    assert read_cells(filtered, "=SUM(A1:A3)") == "A1 A2 A3"


# SUMIF

KODE_ROWS: list[list[Value]] = [[code, float(number)] for number, code in enumerate(KODE, 1)]
LEVEL_CELLS: list[list[Value]] = [
    ["Program", 1.0, 5.0],
    ["kegiatan ", 2.0, 5.0],
    ["KEGIATAN", 2.0, 5.0],
    ["", 3.0, 5.0],
]


@pytest.mark.parametrize(
    ("formula", "cells"),
    [
        ('=SUMIF(A1:A5,"2.17.01*",B1:B5)', "B1 B2 B3"),
        ('=SUMIF(A$1:A$5,A1&".?.??",B$1:B$5)', "B2"),
        ('=SUMIF(A1:A5,A2&".*",B1)', "B3"),
        ("=SUMIF(A1:A5,A4,B1:B5)", "B4"),
        ('=SUMIF(A:A,"2.17.02*",B:B)', "B4 B5"),
        ('=SUMIF(A1:A5,"=2.17.02",B1:B5)', "B4"),
        ("=SUMIF(B1:B5,3)", "B3"),
        ('=SUMIF(A1:A5,"tak ada",B1:B5)', ""),
        ('=SUMIFS(B1:B5,A1:A5,"2.17*",A1:A5,"*.01")', "B1 B2 B3 B5"),
        ('=SUMIF(A1:A5,"2.17.01*",B1:B5)-B1', "B2 B3"),
        # 2.17.01 and 2.17.1 are one time of day where hours are parted by dots.
        ('=SUMIF(A1:A6,"2.17.01",B1:B6)', None),
        ('=SUMIF(A1:A5,">1",B1:B5)', None),
        ('=SUMIF(A1:A5,"<>",B1:B5)', None),
        ('=SUMIF(A1:A5,"",B1:B5)', None),
        ("=SUMIF(A1:A5,A9,B1:B5)", None),
        ('=SUMIF(Lain!A1:A5,"2.17.01*",B1:B5)', None),
        ('=SUMIFS(B1:B5,A1:A4,"2.17*")', None),
    ],
)
def test_sumif_by_code(formula: str, cells: str | None) -> None:
    assert read_cells(build_sheet(KODE_ROWS), formula) == cells


@pytest.mark.parametrize(
    ("formula", "cells"),
    [
        ('=SUMIF(A1:A4,"kegiatan",C1:C4)', "C3"),
        ('=SUMIF(A1:A4,"kegiatan*",C1:C4)', "C2 C3"),
        ("=SUMIF(B1:B4,2,C1:C4)", "C2 C3"),
        ('=SUMIF(B1:B4,"2",C1:C4)', "C2 C3"),
        ("=SUMIF(B1:B4,B4,C1:C4)", "C4"),
        ('=SUMIFS(C1:C4,B1:B4,2,A1:A4,"kegiatan")', "C3"),
        ('=SUMIF(B1:B4,"*",C1:C4)', ""),
        ('=SUMIF(B1:B4,"2.0",C1:C4)', None),
    ],
)
def test_sumif_by_level(formula: str, cells: str | None) -> None:
    assert read_cells(build_sheet(LEVEL_CELLS), formula) == cells


def test_a_criterion_over_cells_not_calculated_is_open() -> None:
    sheet = build_sheet(LEVEL_CELLS, {(1, 1): "=D1"}, uncalculated=frozenset([(1, 1)]))
    assert read_cells(sheet, '=SUMIF(A1:A4,"kegiatan",C1:C4)') is None
    assert read_cells(sheet, "=SUMIF(B1:B4,A1,C1:C4)") is None


def test_wildcards_are_never_slow() -> None:
    sheet = build_sheet([["a" * 5000, 1.0]] * 20)
    start = time.process_time()
    FormulaReader(sheet).read(f'=SUMIF(A1:A20,"{"*a" * 20}b",B1:B20)')
    assert time.process_time() - start < 2


# Bounds


def test_a_formula_over_too_many_cells_is_not_read() -> None:
    rows = build_column(*[1.0] * (MOST_FORMULA_CELLS + 1))
    sheet = build_sheet(rows)
    assert read_cells(sheet, "=SUM(A:A)") is None
    assert read_cells(sheet, f"=SUM(A1:A{MOST_FORMULA_CELLS})") is not None
    assert read_cells(sheet, f"=SUM(A1:A{MOST_FORMULA_CELLS},A1:A2)") is None


def test_many_large_formulas_come_to_an_end() -> None:
    sheet = build_sheet(build_column(*[1.0] * MOST_FORMULA_CELLS))
    reader = FormulaReader(sheet)
    start = time.process_time()
    read = [reader.read(f"=SUM(A1:A{MOST_FORMULA_CELLS})") for _ in range(1000)]
    assert time.process_time() - start < 3
    assert read[0] is not None
    assert read[-1] is None


def test_many_formulas_are_read_fast() -> None:
    formulas = [f"=SUM(K{row}:K{row + 7})" for row in range(8, 15008)]
    formulas += [f"=K{row}+K{row + 5}+K{row + 12}" for row in range(8, 15008)]
    reader = FormulaReader(build_sheet(build_column(1.0)))
    start = time.process_time()
    for formula in formulas:
        reader.read(formula)
    assert time.process_time() - start < 1.5
