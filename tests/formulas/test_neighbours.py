"""ANG006 over raw sheets: the odd formula is named, irregular but right sheets stay silent."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engine.run import check_book
from selaras.formulas.neighbours import Deviation, deviations
from selaras.intake import read_book
from selaras.model.book import Book, DenseGrid, Sheet, Value
from selaras.model.setting import Setting
from selaras.values.a1 import address, column_letters, position
from selaras.values.finding import Finding, Severity

FOREIGN_FOLDER = Path(__file__).parents[3] / "shared" / "data" / "asing"

FIRST, LAST = 4, 30
#: Slips in the copies of =A+B*C, and what else is then wrong.
SLIPS = {
    "column": "=A{row}+B{row}*D{row}",
    "row": "=A{row}+B{row}*C{below}",
    "constant": "=A{row}+B{row}*C{row}+5",
    "divisor": "=(A{row}+B{row}*C{row})/1331",
    "term": "=A{row}",
    "sign": "=A{row}-B{row}*C{row}",
}


def sheet(
    values: Mapping[str, Value], formulas: Mapping[str, str], hidden: tuple[int, ...] = ()
) -> Sheet:
    """Return a sheet of cells by address."""
    places = {position(cell): value for cell, value in values.items()}
    height = max(row for row, _ in places) + 1
    width = max(column for _, column in places) + 1
    rows: list[list[Value]] = [[None] * width for _ in range(height)]
    for (row, column), value in places.items():
        rows[row - 1][column - 1] = value
    written = {position(cell): formula for cell, formula in formulas.items()}
    return Sheet("Lembar", DenseGrid(rows), formulas=written, hidden_rows=frozenset(hidden))


def found(one: Sheet) -> dict[str, Deviation]:
    return {address(*each.place): each for each in deviations(one)}


def copies(height: int = LAST) -> tuple[dict[str, Value], dict[str, str]]:
    """Return rows of A+B*C in column E."""
    values: dict[str, Value] = {}
    formulas: dict[str, str] = {}
    for row in range(FIRST, height + 1):
        a, b, c = float(row * 7 % 11 + 1), float(row % 5 + 2), float(row % 3 + 2)
        values |= {f"A{row}": a, f"B{row}": b, f"C{row}": c, f"D{row}": 90.0, f"E{row}": a + b * c}
        formulas[f"E{row}"] = f"=A{row}+B{row}*C{row}"
    return values, formulas


@settings(deadline=None)
@given(row=st.integers(FIRST + 1, LAST - 1), slip=st.sampled_from(sorted(SLIPS)))
def test_a_slip_among_copies_is_named_with_what_should_stand_there(row: int, slip: str) -> None:
    values, formulas = copies()
    formulas[f"E{row}"] = SLIPS[slip].format(row=row, below=row + 1)
    values[f"E{row}"] = 7777.0
    (one,) = found(sheet(values, formulas)).items()
    assert one[0] == f"E{row}"
    assert one[1].expected == f"=A{row}+B{row}*C{row}"
    assert not one[1].typed
    assert (row, 5) not in one[1].followers
    assert len(one[1].followers) >= 3


@settings(deadline=None)
@given(row=st.integers(FIRST + 1, LAST - 1))
def test_a_number_typed_among_copies_is_named(row: int) -> None:
    values, formulas = copies()
    del formulas[f"E{row}"]
    values[f"E{row}"] = 12.0
    one = found(sheet(values, formulas))
    assert [(cell, each.typed, each.expected) for cell, each in one.items()] == [
        (f"E{row}", True, f"=A{row}+B{row}*C{row}")
    ]


def blocks(
    columns: int = 6, sizes: tuple[int, ...] = (3, 1, 4, 2, 5)
) -> tuple[dict[str, Value], dict[str, str], list[tuple[int, int]]]:
    """Return sums over blocks of differing length in several columns, a grand total above."""
    values: dict[str, Value] = {}
    formulas: dict[str, str] = {}
    heads: list[tuple[int, int]] = []
    row = 3
    for size in sizes:
        heads.append((row, size))
        row += size + 1
    for number in range(1, columns + 1):
        letters = column_letters(number)
        total = 0.0
        for head, size in heads:
            for below in range(head + 1, head + size + 1):
                values[f"{letters}{below}"] = float(below * number)
            block = sum(range(head + 1, head + size + 1)) * float(number)
            values[f"{letters}{head}"] = block
            formulas[f"{letters}{head}"] = f"=SUM({letters}{head + 1}:{letters}{head + size})"
            total += block
        values[f"{letters}2"] = total
        formulas[f"{letters}2"] = "=" + "+".join(f"{letters}{head}" for head, _ in heads)
    return values, formulas, heads


@settings(deadline=None)
@given(
    column=st.integers(1, 6),
    block=st.sampled_from([0, 2, 3, 4]),
    slip=st.sampled_from(["short", "next", "constant", "divisor", "typed"]),
)
def test_a_slip_in_a_sum_is_told_by_the_sums_beside_it(column: int, block: int, slip: str) -> None:
    values, formulas, heads = blocks()
    head, size = heads[block]
    letters = column_letters(column)
    cell, right = f"{letters}{head}", f"=SUM({letters}{head + 1}:{letters}{head + size})"
    values[cell] = 12345.0
    if slip == "typed":
        del formulas[cell]
    else:
        formulas[cell] = {
            "short": f"=SUM({letters}{head + 1}:{letters}{head + size - 1})",
            "next": f"=SUM({letters}{head}:{letters}{head + size})",
            "constant": right + "+5",
            "divisor": right + "/1331",
        }[slip]
    one = found(sheet(values, formulas))
    assert [(found_at, each.expected) for found_at, each in one.items()] == [(cell, right)]
    assert one[cell].along


def test_sums_that_are_all_alike_are_right_whatever_their_length() -> None:
    values, formulas, _ = blocks()
    assert not found(sheet(values, formulas))


@pytest.mark.parametrize(
    ("change", "hidden"),
    [
        pytest.param({"B4": "=SUM(B5:B6)"}, (4,), id="no sum"),
        pytest.param({"B3": "=SUM(B4:B5)"}, (6,), id="hidden row left out"),
        pytest.param({"B3": "=B4+B5+B6"}, (), id="the same cells by name"),
        pytest.param({"B3": "=SUM(B$4:B$6)"}, (), id="fixed"),
        pytest.param({"B3": "=IFERROR(SUM(B4:B6),0)"}, (), id="errors hidden"),
        pytest.param({"B3": "=SUM(Lain!B4:B6)"}, (), id="another sheet"),
    ],
)
def test_a_sum_with_the_same_cells_or_without_hidden_rows_is_right(
    change: dict[str, str], hidden: tuple[int, ...]
) -> None:
    values, formulas, _ = blocks()
    assert not found(sheet(values, formulas | change, hidden))


def test_as_many_that_disagree_are_no_slip() -> None:
    values, formulas, heads = blocks(columns=4)
    head, size = heads[2]
    for letters in "CD":
        formulas[f"{letters}{head}"] = f"=SUM({letters}{head + 1}:{letters}{head + size - 1})"
        values[f"{letters}{head}"] = 5.0
    assert not found(sheet(values, formulas))


def test_rows_of_another_kind_reckon_otherwise() -> None:
    # Every fourth row sums those below it, and has a share of its own.
    values: dict[str, Value] = {}
    formulas: dict[str, str] = {}
    for row in range(1, 41):
        parent = row % 4 == 1
        values |= {f"A{row}": 3.0 if parent else 1.0, f"B{row}": 2.0, f"C{row}": 6.0}
        if parent:
            formulas[f"A{row}"] = f"=SUM(A{row + 1}:A{row + 3})"
        formulas[f"C{row}"] = f"=A{row}/B{row}" if parent else f"=A{row}*B{row}"
    assert not found(sheet(values, formulas))


def test_rates_first_rows_and_column_numbers_are_no_slips() -> None:
    values, formulas = copies()
    for row in range(FIRST, LAST + 1):
        formulas[f"E{row}"] = f"=A{row}*1.1"
    formulas["E10"] = "=A10*1.05"
    del formulas["E15"]
    formulas[f"E{FIRST}"] = f"=B{FIRST}"
    assert not found(sheet(values, formulas))
    values, formulas = copies()
    del formulas["E12"]
    values |= {"A12": 1.0, "B12": 2.0, "C12": 3.0, "D12": 4.0, "E12": 5.0}
    assert not found(sheet(values, formulas))


def test_a_sum_that_counts_twice_is_told_where_few_agree() -> None:
    # The top sums the three heads; the first head sums the second's row too.
    values, formulas, heads = blocks(columns=7, sizes=(2, 1, 1))
    other = heads[1][0]
    for letters in "CDE":
        formulas[f"{letters}3"] = f"=SUM({letters}4+{letters}5+{letters}{other})"
        values[f"{letters}3"] = 99.0
    for letters in "ABFG":
        formulas[f"{letters}3"] = f"=SUM({letters}4+{letters}5)"
    assert {cell: each.expected for cell, each in found(sheet(values, formulas)).items()} == {
        f"{letters}3": f"=SUM({letters}4+{letters}5)" for letters in "CDE"
    }


def test_a_hundred_thousand_formulas_are_read_in_linear_time() -> None:
    seconds = []
    for height in (5_000, 20_000):
        rows: list[list[Value]] = [[1.0, 2.0, 3.0, 6.0, 6.0, 6.0, 6.0, 6.0]] * height
        formulas = {
            (row, column): f"=A{row}+B{row}+C{row}"
            for row in range(1, height + 1)
            for column in range(4, 9)
        }
        one = Sheet("Lembar", DenseGrid(rows), formulas=formulas)
        started = time.process_time()
        assert not list(deviations(one))
        seconds.append(time.process_time() - started)
    assert seconds[1] < 12 * max(seconds[0], 0.02)


def test_a_sheet_that_is_not_recognised_is_looked_at() -> None:
    values, formulas = copies()
    formulas["E9"] = "=A9+B9*D9"
    (one,) = check(Book("uji.xlsx", "", (sheet(values, formulas),)))
    assert (one.cell, one.table, one.severity) == ("E9", None, Severity.WARNING)
    assert (one.expected, one.actual) == ("=A9+B9*C9", "=A9+B9*D9")
    assert [place.cell for place in one.related][:2] == ["E8", "E10"]


def check(book: Book) -> list[Finding]:
    return list(check_book(book, Setting(selected=("ANG006",))).findings)


@pytest.mark.skipif(not FOREIGN_FOLDER.is_dir(), reason="the shared workbooks are not here")
@pytest.mark.parametrize(
    ("name", "errors", "warnings"),
    [
        (
            "evaluasi-rkpd-deliserdang-2025.xlsx",
            {"R12", "U12", "X12", "AA12", "AE64"},
            # AB51 is typed; the others refer to a wrong row, divide, or leave a quarter out.
            {"AB51", "Y16", "Y47", "Y92", "AH46", "AH100"},
        ),
        ("renstra-pupr-pasangkayu.xlsx", {"H85"}, {"G44", "G85"}),
        ("rka-morowali-2018.xlsx", set(), set()),
    ],
)
def test_real_workbooks(name: str, errors: set[str], warnings: set[str]) -> None:
    told = check(read_book(FOREIGN_FOLDER / name))
    by_severity = {
        severity: {one.cell for one in told if one.severity is severity} for severity in Severity
    }
    assert by_severity[Severity.ERROR] == errors
    assert by_severity[Severity.WARNING] == warnings
