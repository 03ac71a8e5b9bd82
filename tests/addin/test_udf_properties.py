"""What holds for any cells: one by one or all at once, the same; and never an exception."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras_addin.functions import FUNCTIONS, Function

from .excel import MISSING, NA, REF, Excel, open_excel


@pytest.fixture(scope="module")
def xl() -> Iterator[Excel]:
    with open_excel() as found:
        yield found


_PARTS = st.one_of(
    st.integers(0, 99).map(str), st.sampled_from(["01", "2.01", "0001", "X", "XX", "O1", "00"])
)
CODES = st.one_of(
    st.sampled_from(
        ["2", "2.17", "2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001", "X.XX.01", "2.17.01.2"]
    ),
    st.lists(_PARTS, min_size=1, max_size=7).map(".".join),
    st.floats(0, 9, width=16).map(float),
)
AMOUNTS = st.one_of(
    st.floats(-1e12, 1e12).map(lambda number: round(number, 2)),
    st.integers(0, 10**13).map(float),
    st.decimals(0, 10**9, places=2),
    st.sampled_from(["Rp 1.500.000", "1,500,000", "1,5 juta", "-", "nihil", "25.OOO", "2 ribu"]),
)
TARGETS = st.one_of(
    st.floats(0, 200).map(lambda number: round(number, 2)),
    st.sampled_from(
        ["25,48%", "24 dokumen", "6 dokumen", "A", "≤ 5", "1 paket ; 2 unit", "84,8 (A)"]
    ),
)
ODD = st.one_of(
    st.none(),
    st.sampled_from(["", "  ", NA, REF, True, "TOTAL", "Rincian :", "kata"]),
    st.text(max_size=12),
    st.datetimes(datetime.datetime(1901, 1, 1), datetime.datetime(2100, 1, 1)),
)
CELLS = st.one_of(CODES, AMOUNTS, TARGETS, ODD)
#: Those that look at each cell by itself, with the cells that they are meant for.
PER_CELL = {
    "SELARAS_KODE": CODES,
    "SELARAS_TINGKAT": CODES,
    "SELARAS_INDUK": CODES,
    "SELARAS_NAMA": CODES,
    "SELARAS_RUPIAH": AMOUNTS,
    "SELARAS_TERBILANG": AMOUNTS,
}
QUIET = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize(("name", "cells"), PER_CELL.items(), ids=list(PER_CELL))
def test_a_cell_alone_is_as_in_its_column(xl: Excel, name: str, cells: Any) -> None:
    more = [MISSING] if name == "SELARAS_NAMA" else []

    @QUIET
    @given(st.lists(cells | ODD, min_size=1, max_size=8))
    def holds(column: list[Any]) -> None:
        alone = [xl.call_cell(name, cell, *more) for cell in column]
        assert xl.call_column(name, column, *more) == alone

    holds()


def test_rates_alone_are_as_in_their_columns(xl: Excel) -> None:
    @QUIET
    @given(st.lists(st.tuples(TARGETS | ODD, TARGETS | ODD), min_size=1, max_size=8))
    def holds(pairs: list[tuple[Any, Any]]) -> None:
        reached, wanted = ([pair[place] for pair in pairs] for place in (0, 1))
        alone = [xl.call_cell("SELARAS_CAPAIAN", *pair) for pair in pairs]
        assert xl.call_column("SELARAS_CAPAIAN", reached, wanted) == alone

    holds()


def test_a_code_looked_up_alone_is_as_in_its_column(xl: Excel) -> None:
    @QUIET
    @given(
        st.lists(CODES | ODD, min_size=1, max_size=6),
        st.lists(st.tuples(CODES | ODD, AMOUNTS | ODD), min_size=1, max_size=6),
    )
    def holds(codes: list[Any], other: list[tuple[Any, Any]]) -> None:
        columns = [tuple((pair[place],) for pair in other) for place in (0, 1)]
        alone = [xl.call_cell("SELARAS_COCOK", code, *columns) for code in codes]
        assert xl.call_column("SELARAS_COCOK", codes, *columns) == alone

    holds()


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_no_cells_of_any_shape_make_a_function_fail(xl: Excel, function: Function) -> None:
    count = len(function.parameters)
    shape = st.tuples(st.integers(1, 5), st.integers(1, 5))

    @QUIET
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        arguments = []
        same = data.draw(shape)
        for _ in range(count):
            tall, wide = same if data.draw(st.booleans()) else data.draw(shape)
            row = st.tuples(*[CELLS] * wide)
            arguments.append(data.draw(st.tuples(*[row] * tall)))
        result = xl.call(function.name, *arguments)
        assert "Mohon laporkan" not in str(result)
        assert len({len(row) for row in result}) == 1

    holds()


def test_written_minus_should_be_is_the_difference(xl: Excel) -> None:
    @QUIET
    @given(st.lists(st.tuples(CODES, AMOUNTS), min_size=1, max_size=12))
    def holds(rows: list[tuple[Any, Any]]) -> None:
        codes, amounts = ([row[place] for row in rows] for place in (0, 1))
        should = xl.call_column("SELARAS_SUBTOTAL", codes, amounts)
        off = xl.call_column("SELARAS_SELISIH", codes, amounts)
        written = xl.call_column("SELARAS_RUPIAH", amounts)
        for expected, difference, amount in zip(should, off, written, strict=True):
            if isinstance(difference, float) and isinstance(amount, float):
                assert expected == pytest.approx(amount - difference, abs=0.01)

    holds()


def test_decimals_of_currency_cells_are_read(xl: Excel) -> None:
    assert xl.call_cell("SELARAS_RUPIAH", Decimal("12.50")) == 12.5


def test_codes_in_a_currency_format_are_codes_all_the_same(xl: Excel) -> None:
    plain = [(2.17,), (2.16,), ("2.17.01",)]
    money = [(Decimal("2.17"),), (Decimal("2.16"),), ("2.17.01",)]
    for name in ("SELARAS_PERIKSA_KODE", "SELARAS_KODE", "SELARAS_TINGKAT", "SELARAS_INDUK"):
        assert xl.call(name, tuple(money)) == xl.call(name, tuple(plain))
