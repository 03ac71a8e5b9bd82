"""What every function in cells does with every shape and every odd cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from selaras_addin.functions import FUNCTIONS, Function

from .excel import DIV0, MISSING, NA, REF, ComRange, Excel, open_excel

BY_NAME = {function.name: function for function in FUNCTIONS}
EACH = pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
#: Functions that give a cell for each cell of their first argument, whatever stands around it.
PER_CELL = [f for f in FUNCTIONS if f.name not in ("SELARAS_PERIKSA_KODE", "SELARAS_SUBTOTAL",
            "SELARAS_SELISIH")]  # fmt: skip
EACH_PER_CELL = pytest.mark.parametrize("function", PER_CELL, ids=lambda function: function.name)


@pytest.fixture(scope="module")
def xl() -> Iterator[Excel]:
    with open_excel() as found:
        yield found


def convert_to_com(value: Any) -> Any:
    """Return an argument of an example as COM hands it over."""
    if isinstance(value, tuple):
        return tuple((convert_to_com(cell),) for cell in value)
    return float(value) if isinstance(value, int) else value


def list_good_cells(function: Function) -> list[Any]:
    """Return one good cell for each argument."""
    if function.name == "SELARAS_COCOK":
        return ["2.17.1", "2.17.01", 500.0]
    found = []
    for argument in function.example.arguments:
        value = convert_to_com(argument)
        found.append(value[0][0] if isinstance(value, tuple) else value)
    return found


def build_arguments(function: Function, values: list[Any], shape: Any) -> list[Any]:
    """Return the arguments of a call, each cell put into a shape, optional ones left out."""
    given = [shape(value) for value in values]
    return given + [MISSING] * (len(function.parameters) - len(given))


@EACH
def test_the_example_holds(xl: Excel, function: Function) -> None:
    given = [convert_to_com(argument) for argument in function.example.arguments]
    given += [MISSING] * (len(function.parameters) - len(given))
    expected = convert_to_com(function.example.result)
    if not isinstance(expected, tuple):
        expected = ((expected,),)
    assert xl.call(function.name, *given) == [list(row) for row in expected]


@EACH
def test_ranges_come_as_com_objects(xl: Excel, function: Function) -> None:
    given = [convert_to_com(argument) for argument in function.example.arguments]
    given += [MISSING] * (len(function.parameters) - len(given))
    ranges = [value if value == MISSING else ComRange(value) for value in given]
    assert xl.call(function.name, *ranges) == xl.call(function.name, *given)


@EACH
def test_one_cell(xl: Excel, function: Function) -> None:
    one = xl.call_cell(
        function.name, *build_arguments(function, list_good_cells(function), lambda cell: cell)
    )
    assert one == xl.call_cell(
        function.name, *build_arguments(function, list_good_cells(function), lambda c: ((c,),))
    )
    blank_where_right = function.name == "SELARAS_PERIKSA_KODE"
    assert (one == "") is blank_where_right


@EACH
@pytest.mark.parametrize("count", [2, 7])
def test_a_row_in_is_a_row_out(xl: Excel, function: Function, count: int) -> None:
    result = xl.call(
        function.name,
        *build_arguments(function, list_good_cells(function), lambda cell: ((cell,) * count,)),
    )
    assert len(result) == 1
    assert len(result[0]) == count


@EACH
@pytest.mark.parametrize("count", [2, 5_000])
def test_a_column_in_is_a_column_out(xl: Excel, function: Function, count: int) -> None:
    result = xl.call(
        function.name,
        *build_arguments(function, list_good_cells(function), lambda cell: ((cell,),) * count),
    )
    assert [len(row) for row in result] == [1] * count


@EACH_PER_CELL
def test_each_of_5000_rows_is_as_it_would_be_alone(xl: Excel, function: Function) -> None:
    alone = xl.call_cell(
        function.name, *build_arguments(function, list_good_cells(function), lambda cell: cell)
    )
    first = build_arguments(function, list_good_cells(function), lambda cell: ((cell,),) * 5_000)
    if function.name == "SELARAS_COCOK":
        first[1:] = build_arguments(function, list_good_cells(function), lambda cell: ((cell,),))[
            1:
        ]
    assert xl.call(function.name, *first) == [[alone]] * 5_000


@EACH
@pytest.mark.parametrize("blank", [None, "", "   ", "\xa0"])
def test_blanks_stay_blank(xl: Excel, function: Function, blank: str | None) -> None:
    given = build_arguments(function, list_good_cells(function), lambda _: ((blank,),) * 3)
    assert xl.call(function.name, *given) == [[""], [""], [""]]
    assert (
        xl.call_cell(
            function.name, *build_arguments(function, list_good_cells(function), lambda _: blank)
        )
        == ""
    )


@EACH
@pytest.mark.parametrize(("error", "name"), [(NA, "#N/A"), (REF, "#REF!"), (DIV0, "#DIV/0!")])
def test_error_values_are_said(xl: Excel, function: Function, error: int, name: str) -> None:
    good = list_good_cells(function)
    for place in range(len(good)):
        bad = [error if at == place else cell for at, cell in enumerate(good)]
        said = xl.call_cell(function.name, *build_arguments(function, bad, lambda cell: ((cell,),)))
        if function.name == "SELARAS_COCOK" and place == 1:
            # Among the codes of another table: whichever is asked for may be the one.
            assert said == "2.17.01 tidak ada di tabel lain (1 sel kodenya berisi galat)."
        else:
            assert isinstance(said, str)
            assert name in said


@pytest.mark.parametrize(
    "name", [function.name for function in FUNCTIONS if function.name != "SELARAS_COCOK"]
)
def test_an_error_in_one_row_leaves_the_others(xl: Excel, name: str) -> None:
    function = BY_NAME[name]
    good = list_good_cells(function)
    given = [((cell,), (REF if at == 0 else cell,), (None,)) for at, cell in enumerate(good)]
    given += [MISSING] * (len(function.parameters) - len(given))
    first, broken, blank = (row[0] for row in xl.call(function.name, *given))
    assert first == xl.call_cell(function.name, *build_arguments(function, good, lambda cell: cell))
    assert "#REF!" in str(broken)
    assert blank == ""


_SAME_COUNT = "Jumlah barisnya harus sama"


@pytest.mark.parametrize(
    ("name", "shapes", "said"),
    [
        ("SELARAS_SUBTOTAL", (3, 2), f"{_SAME_COUNT}: kolom_kode (3) dan kolom_pagu (2)."),
        ("SELARAS_SELISIH", (2, 3), f"{_SAME_COUNT}: kolom_kode (2) dan kolom_pagu (3)."),
        (
            "SELARAS_COCOK",
            (1, 3, 2),
            f"{_SAME_COUNT}: kolom_kode_lain (3) dan kolom_pagu_lain (2).",
        ),
        (
            "SELARAS_CAPAIAN",
            (3, 2),
            "realisasi (3 baris x 1 kolom) dan target (2 baris x 1 kolom) harus sama ukurannya.",
        ),
    ],
)  # fmt: skip
def test_columns_of_different_length_are_one_sentence(
    xl: Excel, name: str, shapes: tuple[int, ...], said: str
) -> None:
    values = list_good_cells(BY_NAME[name])
    given = [((cell,),) * rows for cell, rows in zip(values, shapes, strict=True)]
    assert xl.call(name, *given) == [[said]]


@pytest.mark.parametrize("name", ["SELARAS_PERIKSA_KODE", "SELARAS_SUBTOTAL", "SELARAS_SELISIH"])
def test_several_columns_of_whole_codes_are_one_sentence(xl: Excel, name: str) -> None:
    codes = (("2.17.01", "2.17.02"), ("2.17.01.2.01", "2.17.02.2.01"))
    given = [codes, ((1.0,), (2.0,))][: len(BY_NAME[name].parameters)]
    assert xl.call(name, *given) == [
        [
            "kolom_kode harus satu kolom, atau beberapa kolom yang bersama-sama memuat satu kode "
            "(2 | 17 | 01 ...), bukan 2 baris x 2 kolom."
        ]
    ]


@pytest.mark.parametrize("name", ["SELARAS_SUBTOTAL", "SELARAS_SELISIH"])
def test_several_money_columns_are_one_sentence(xl: Excel, name: str) -> None:
    assert xl.call(name, (("2.17.01",), ("2.17.02",)), ((1.0, 2.0), (3.0, 4.0))) == [
        ["kolom_pagu harus satu kolom atau satu baris, bukan 2 baris x 2 kolom."]
    ]


@pytest.mark.parametrize(
    "name", ["SELARAS_KODE", "SELARAS_TINGKAT", "SELARAS_INDUK", "SELARAS_NAMA"]
)
def test_a_block_of_whole_codes_is_read_cell_by_cell(xl: Excel, name: str) -> None:
    block = (("2.17", "3.30"), ("1.02", None))
    more = [MISSING] * (len(BY_NAME[name].parameters) - 1)
    expected = [[xl.call_cell(name, cell, *more) for cell in row] for row in block]
    assert xl.call(name, block, *more) == expected


@pytest.mark.parametrize("name", ["SELARAS_RUPIAH", "SELARAS_TERBILANG"])
def test_a_block_of_amounts_is_read_cell_by_cell(xl: Excel, name: str) -> None:
    block = (("1 juta", 2.0), (None, "3.000"))
    assert xl.call(name, block) == [[xl.call_cell(name, cell) for cell in row] for row in block]


def test_a_constant_without_rows_is_a_row(xl: Excel) -> None:
    assert xl.call("SELARAS_RUPIAH", ("1.000", "2.000")) == [[1000.0, 2000.0]]


def test_a_failure_of_our_own_is_said_and_kept_and_not_raised(
    xl: Excel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import selaras_addin.udfs as udfs

    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(udfs, "convert_rupiah", broken)
    monkeypatch.setenv("SELARAS_DATA", str(tmp_path))
    log = tmp_path / "selaras-excel.log"
    told = str(xl.call_cell("SELARAS_RUPIAH", 1.0))
    assert told.startswith(f"Selaras gagal menghitung. Rinciannya ada di {log}; ")
    kept = log.read_text(encoding="utf-8")
    assert "SELARAS_RUPIAH\nTraceback" in kept
    assert kept.endswith("ZeroDivisionError\n\n")


def test_sentences_fit_into_a_cell_of_an_array(xl: Excel) -> None:
    assert len(str(xl.call_cell("SELARAS_KODE", "kata " * 200))) <= 255
    assert len(str(xl.call_cell("SELARAS_RUPIAH", "kata " * 200))) <= 255


def test_english_where_it_is_asked_for(xl: Excel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_LANG", "en")
    assert xl.call_cell("SELARAS_RUPIAH", NA) == "The cell holds the error #N/A."
