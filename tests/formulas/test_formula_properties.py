"""What holds for any formula: its cells add up to its value, moving moves them, nothing raises."""

from __future__ import annotations

import fnmatch
import re
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.formulas import FormulaReader, FormulaReading
from selaras.formulas.criteria import Criterion
from selaras.formulas.parse import read_form
from selaras.formulas.plain import read_plain_form
from selaras.intake.shared_formula import SharedFormula
from selaras.model.book import DenseGrid, Sheet
from selaras.values.a1 import address

ROWS, COLUMNS = 9, 4
run_settings = settings(max_examples=150, deadline=None, derandomize=True, database=None)


class Expression(NamedTuple):
    """A formula as text, and its value worked out beside it."""

    text: str
    value: int


def compute_value(sheet: int, row: int, column: int) -> int:
    """Return what a cell holds: all cells of both sheets differ."""
    return (1 << (row * COLUMNS + column)) + sheet


def build_sheet(name: str, number: int) -> Sheet:
    rows = [
        [float(compute_value(number, row, column)) for column in range(1, COLUMNS + 1)]
        for row in range(1, ROWS + 1)
    ]
    return Sheet(name, DenseGrid(rows))


SHEETS = ("Ini", "Lain's")
THIS_SHEET, OTHER_SHEET = build_sheet("Ini", 0), build_sheet("Lain's", 1)
prefixes = st.sampled_from([("", 0), ("Ini!", 0), ("'ini'!", 0), ("'Lain''s'!", 1)])
positions = st.tuples(st.integers(1, ROWS), st.integers(1, COLUMNS))


@st.composite
def cell_addresses(draw: st.DrawFn, place: tuple[int, int]) -> str:
    letters = address(1, place[1])[:-1]
    dollars = draw(st.tuples(st.sampled_from(["", "$"]), st.sampled_from(["", "$"])))
    return f"{dollars[0]}{letters}{dollars[1]}{place[0]}"


@st.composite
def cell_formulas(draw: st.DrawFn) -> Expression:
    prefix, sheet = draw(prefixes)
    place = draw(positions)
    return Expression(prefix + draw(cell_addresses(place)), compute_value(sheet, *place))


@st.composite
def draw_range(draw: st.DrawFn) -> Expression:
    prefix, sheet = draw(prefixes)
    one, other = draw(positions), draw(positions)
    rows = range(min(one[0], other[0]), max(one[0], other[0]) + 1)
    columns = range(min(one[1], other[1]), max(one[1], other[1]) + 1)
    total = sum(compute_value(sheet, row, column) for row in rows for column in columns)
    return Expression(f"{prefix}{draw(cell_addresses(one))}:{draw(cell_addresses(other))}", total)


def draw_expressions() -> st.SearchStrategy[Expression]:
    constants = st.integers(0, 10**6).map(lambda number: Expression(str(number), number))
    return st.recursive(
        st.one_of(cell_formulas(), cell_formulas(), constants), _build_larger, max_leaves=12
    )


def _build_larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    pair = st.tuples(inner, inner)
    arguments = st.lists(st.one_of(inner, draw_range()), min_size=1, max_size=4)
    wrapped = st.sampled_from(
        (
            *("({})", "+{}", " {} ", "ROUND({},0)", "IFERROR({},0)", 'IFERROR({},"")', "N({})"),
            *("IF(ISERROR({0}),0,{0})", "(({}))*1", "{}*100%", "SUM({})"),
        )
    )
    return st.one_of(
        pair.map(lambda p: Expression(f"{p[0].text}+{p[1].text}", p[0].value + p[1].value)),
        pair.map(lambda p: Expression(f"{p[0].text}-({p[1].text})", p[0].value - p[1].value)),
        inner.map(lambda one: Expression(f"-({one.text})", -one.value)),
        arguments.map(
            lambda parts: Expression(
                f"SUM({','.join(p.text for p in parts)})", sum(p.value for p in parts)
            )
        ),
        st.tuples(wrapped, inner).map(
            lambda both: Expression(both[0].format(f"({both[1].text})"), both[1].value)
        ),
    )


def add_cells(read: FormulaReading) -> int:
    """Add up the cells that a formula was read as."""
    total = sum(times * compute_value(0, *place) for place, times in read.cells.items())
    for term in read.elsewhere:
        assert term.sheet == "Lain's"
        area = term.area
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                total += term.times * compute_value(1, row, column)
    return total + int(read.constant)


@run_settings
@given(draw_expressions())
def test_the_cells_add_up_to_the_value(one: Expression) -> None:
    read = FormulaReader(THIS_SHEET).read(f"={one.text}")
    assert read is not None
    assert not read.factors
    assert add_cells(read) == one.value


@run_settings
@given(draw_expressions(), st.integers(0, 5000), st.integers(0, 500))
def test_a_moved_formula_adds_the_moved_cells(one: Expression, down: int, right: int) -> None:
    formula = one.text.replace("$", "")
    moved = SharedFormula(formula, 1, 1).at(1 + down, 1 + right)
    before, after = read_form(f"={formula}"), read_form(f"={moved}")
    assert before is not None
    assert after is not None
    assert after.constant == before.constant
    for old, new in zip(before.terms, after.terms, strict=True):
        top, left, bottom, right_edge = old.area
        assert new.area == (top + down, left + right, bottom + down, right_edge + right)
        assert new._replace(area=old.area) == old


PLAIN_FORMULAS = st.one_of(
    st.tuples(positions, positions).map(
        lambda p: f"=SUM({address(*min(p))}:{address(max(p)[0], max(p[0][1], p[1][1]))})"
    ),
    st.lists(positions, min_size=1, max_size=9).map(
        lambda places: "=" + "+".join(address(*place) for place in places)
    ),
)


@run_settings
@given(PLAIN_FORMULAS)
def test_the_fast_way_reads_what_the_long_way_reads(formula: str) -> None:
    quick = read_plain_form(formula)
    assert quick is None or quick == read_form(formula + " ")


FORMULA_PIECES = st.sampled_from(
    (
        *"=+-*/(),:;!$%&<>{}[]'\"#@^~. 0179AKZ",
        *("SUM(", "SUBTOTAL(9,", "SUMIF(", "IF(", "IFERROR(", "ROUND(", "K8", "K8:K15", "$K:$K"),
        *("'T-C.33'!", "#REF!", "XFD1048576", "1E9", '"a*"'),
    )
)


@run_settings
@given(st.one_of(st.text(), st.lists(FORMULA_PIECES, max_size=25).map("".join)))
def test_no_text_raises(text: str) -> None:
    for formula in (text, "=" + text):
        FormulaReader(THIS_SHEET).read(formula)


@run_settings
@given(st.text("ab*?", min_size=1, max_size=9), st.text("ab", max_size=9))
def test_wildcards_mean_what_they_mean_elsewhere(pattern: str, text: str) -> None:
    expected = re.fullmatch(fnmatch.translate(pattern), text) is not None
    assert Criterion(pattern).is_match(text) == expected
