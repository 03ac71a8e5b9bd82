"""What amounts should be: against the engine's own findings, and case by case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from selaras import check
from selaras.report.result import WorkbookReport
from selaras.tables import BY_NAME, Content

from .excel import DIV0, NA, Excel, open_excel

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "renja-mojokerto-2024.xlsx"
SUMS = ("JML001", "JML002", "JML003", "JML004")


@pytest.fixture(scope="module")
def xl() -> Iterator[Excel]:
    with open_excel() as found:
        yield found


def convert_to_com(value: Any) -> Any:
    return float(value) if isinstance(value, int) else value


@cache
def report() -> WorkbookReport:
    (found,) = check(EXAMPLE).workbooks
    return found


def list_money_columns() -> list[tuple[str, str]]:
    """Return the money columns of the example's tables with codes."""
    return [
        (table.table, key)
        for table in report().tables
        for key in table.columns
        if "kode" in table.columns and BY_NAME[table.table].column(key).content is Content.MONEY
    ]


@pytest.mark.parametrize(("name", "key"), list_money_columns())
def test_agrees_with_the_engine_on_the_example(xl: Excel, name: str, key: str) -> None:
    table = next(one for one in report().tables if one.table == name)
    sheet = openpyxl.load_workbook(EXAMPLE, data_only=True)[table.sheet]
    bottom = int(table.range.rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))

    def read_cells(letters: str) -> tuple[tuple[Any, ...], ...]:
        first, _, last = letters.partition(":")
        area = sheet[f"{first}1:{last or first}{bottom}"]
        return tuple(tuple(convert_to_com(cell.value) for cell in row) for row in area)

    given = (read_cells(table.columns["kode"]), read_cells(table.columns[key]))
    should = [row[0] for row in xl.call("SELARAS_SUBTOTAL", *given)]
    off = [row[0] for row in xl.call("SELARAS_SELISIH", *given)]
    found = {
        int(finding.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")): finding
        for finding in report().findings
        if (finding.code in SUMS and finding.sheet == table.sheet and finding.column == key)
        and finding.cell
    }
    compared = 0
    for row, (expected, difference, (written,)) in enumerate(
        zip(should, off, given[1], strict=True), 1
    ):
        if row in found:
            assert expected == found[row].expected
            assert difference == found[row].difference
        elif difference != "":
            assert expected == written
            assert difference == 0
            compared += 1
        else:
            assert expected in ("", written)
    assert compared >= 30
    if (name, key) == ("T-C.33", "pagu_maju"):
        assert [(row, finding.expected) for row, finding in found.items()] == [(8, 12_076_248_802)]


PROGRAM = ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001", "2.17.01.2.01.0002", "2.17.01.2.02"]


@pytest.mark.parametrize(
    ("codes", "amounts", "should", "off"),
    [
        # Children by number, wherever they stand.
        (
            ["2.17.01.2.02", "2.17.01.2.01.0001", "2.17.01", "2.17.01.2.01"],
            [5.0, 7.0, 100.0, 8.0],
            [5.0, 7.0, 13.0, 7.0],
            [0.0, 0.0, 87.0, 1.0],
        ),
        # Blank parents get their sum and no difference that nobody asked for.
        (["2", "2.17", "2.17.01"], [None, None, 5.0], [5.0, 5.0, 5.0], ["", "", 0.0]),
        (["2.17", "2.17.01"], [0.0, 5.0], [5.0, 5.0], ["", 0.0]),
        # Rincian and blank rows have no code and take no part.
        (
            ["2.17.01", "2.17.01.2.01", None, None, "Rincian :", None],
            [9.0, 9.0, 4.0, 5.0, None, None],
            [9.0, 9.0, "", "", "", ""],
            [0.0, 0.0, "", "", "", ""],
        ),
        # A total is that of the highest level, not of what is in it.
        (
            ["2.17.01", "2.17.01.2.01", "2.17.02", "TOTAL PAGU"],
            [3.0, 3.0, 4.0, 10.0],
            [3.0, 3.0, 4.0, 7.0],
            [0.0, 0.0, 0.0, 3.0],
        ),
        (["2.17.01", "2.17.02", "Jumlah"], [3.0, 4.0, None], [3.0, 4.0, 7.0], [0.0, 0.0, ""]),
        # A level that is missing is bridged.
        (["2.17.01", "2.17.01.2.01.0001"], [3.0, 4.0], [4.0, 4.0], [-1.0, 0.0]),
        # Texts are read; English thousands where the column writes them so.
        (PROGRAM[:2], ["Rp 1.500.000", "1,5 juta"], [1.5e6, 1.5e6], [0.0, 0.0]),
        (PROGRAM[:2], ["1,500,000", "1,500,000"], [1.5e6, 1.5e6], [0.0, 0.0]),
        # Repeated at the top of a new page.
        (
            ["2.17.01", "2.17.01.2.01", "2.17.01", "2.17.01.2.02"],
            [9.0, 4.0, None, 5.0],
            [9.0, 4.0, "", 5.0],
            [0.0, 0.0, "", 0.0],
        ),
        # X.XX for the bidang, as in the nomenclature.
        (["2.17.01", "2.17.01.2.01", "X.XX.01.2.02"], [9.0, 4.0, 5.0], [9.0, 4.0, 5.0], [0.0] * 3),
    ],
)
def test_what_amounts_should_be(
    xl: Excel, codes: list[Any], amounts: list[Any], should: list[Any], off: list[Any]
) -> None:
    assert xl.call_column("SELARAS_SUBTOTAL", codes, amounts) == should
    assert xl.call_column("SELARAS_SELISIH", codes, amounts) == off
    assert xl.call("SELARAS_SELISIH", (tuple(codes),), (tuple(amounts),)) == [off]


def test_a_sum_is_not_said_where_an_amount_cannot_be_read(xl: Excel) -> None:
    codes = ["2.17.01", "2.17.01.2.01", "2.17.01.2.02", "2.17.02", "2.17.02.2.01"]
    amounts = [9.0, "4OO juta?", 5.0, 7.0, 6.0]
    unread = "“4OO juta?” tidak terbaca sebagai angka."
    unknown = "Tidak diketahui: pagu 2.17.01.2.01 di bawahnya tidak terbaca."
    assert xl.call_column("SELARAS_SUBTOTAL", codes, amounts) == [unknown, unread, 5.0, 6.0, 6.0]
    assert xl.call_column("SELARAS_SELISIH", codes, amounts) == [unknown, unread, 0.0, 1.0, 0.0]


def test_an_error_value_among_the_amounts(xl: Excel) -> None:
    codes = ["2.17.01", "2.17.01.2.01", "2.17.01.2.02"]
    error = "Sel ini berisi galat #DIV/0!."
    unknown = "Tidak diketahui: pagu 2.17.01.2.01 di bawahnya tidak terbaca."
    assert xl.call_column("SELARAS_SUBTOTAL", codes, [9.0, DIV0, 5.0]) == [unknown, error, 5.0]
    # The sum is known where only the row above it is not.
    assert xl.call_column("SELARAS_SUBTOTAL", codes, [DIV0, 4.0, 5.0]) == [9.0, 4.0, 5.0]
    assert xl.call_column("SELARAS_SELISIH", codes, [DIV0, 4.0, 5.0]) == [error, 0.0, 0.0]


def test_a_code_that_cannot_be_read_is_said(xl: Excel) -> None:
    said = (
        "Kode “2.17.01.2” berhenti di angka kewenangan; nomor kegiatan sesudahnya (misalnya 2.01) "
        "belum ditulis."
    )
    for name in ("SELARAS_SUBTOTAL", "SELARAS_SELISIH"):
        assert xl.call_column(name, ["2.17.01", "2.17.01.2"], [5.0, 5.0])[1] == said


def test_amounts_without_any_below_them_where_the_others_have_some(xl: Excel) -> None:
    codes = [f"2.17.01.2.0{n}{sub}" for n in range(1, 6) for sub in ("", ".0001")]
    amounts = [float(n) if n < 5 or not sub else None for n in range(1, 6) for sub in (0, 1)]
    said = (
        "Pagu kegiatan 2.17.01.2.05 tertulis 5, sedangkan sub kegiatan di bawahnya tidak berpagu."
    )
    assert xl.call_column("SELARAS_SUBTOTAL", codes, amounts)[-2:] == [said, ""]


def test_currency_cells_come_as_decimals(xl: Excel) -> None:
    from decimal import Decimal

    codes, amounts = PROGRAM[:2], [Decimal("1500000"), Decimal("1500000")]
    assert xl.call_column("SELARAS_SELISIH", codes, amounts) == [0.0, 0.0]


def test_5000_rows_add_up(xl: Excel) -> None:
    codes: list[Any] = []
    amounts: list[Any] = []
    for program in range(1, 51):
        first = len(codes)
        codes.append(f"2.17.{program:02d}")
        amounts.append(0.0)
        for sub in range(1, 100):
            codes.append(f"2.17.{program:02d}.2.01.{sub:04d}")
            amounts.append(float(sub))
            amounts[first] += sub
    amounts[0] += 1
    assert len(codes) == 5_000
    off = xl.call_column("SELARAS_SELISIH", codes, amounts)
    assert off[0] == 1.0
    assert set(off[1:]) == {0.0}
    assert xl.call_column("SELARAS_SUBTOTAL", codes, amounts)[0] == 4950.0


@pytest.mark.parametrize(
    "code", [NA, "2.17.01.2.01.00A1", "2.17.01.2"], ids=["error", "letter", "four parts"]
)
def test_a_sum_that_lacks_an_unreadable_code_is_not_said(xl: Excel, code: Any) -> None:
    codes = ["2.17.01", "2.17.01.2.01", code, "2.17.01.2.01.0002", "TOTAL"]
    amounts = [300.0, 300.0, 100.0, 200.0, 300.0]
    unknown = "Tidak diketahui: kode di baris ke-3 tidak terbaca."
    for name in ("SELARAS_SUBTOTAL", "SELARAS_SELISIH"):
        found = xl.call_column(name, codes, amounts)
        assert found[1] == unknown
        assert found[3] == (200.0 if name == "SELARAS_SUBTOTAL" else 0.0)
        # The program agrees with its kegiatan as it is written, and so does the total.
        assert found[0] == found[4] == (300.0 if name == "SELARAS_SUBTOTAL" else 0.0)
    # What agrees without it does not need it.
    assert xl.call_column("SELARAS_SELISIH", codes, [300.0, 300.0, None, 300.0, 300.0])[1] == 0.0


def test_the_numbers_of_columns_are_no_codes(xl: Excel) -> None:
    codes = [
        "Kode", "1", "2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001", "Kode", 1.0,
        "2.17.01.2.01.0002", "2.17.02", "2.17.02.2.01", "TOTAL",
    ]  # fmt: skip
    amounts = ["Pagu", "6", 300.0, 300.0, 100.0, "Pagu", 6.0, 200.0, 50.0, 50.0, 999.0]
    assert xl.call_column("SELARAS_SUBTOTAL", codes, amounts)[-1] == 350.0
    assert xl.call_column("SELARAS_SELISIH", codes, amounts)[-1] == 649.0
    assert xl.call_column("SELARAS_PERIKSA_KODE", codes) == [""] * 11
    for printed in ("(1)", "[1]", "( 1 )"):
        assert xl.call_column("SELARAS_PERIKSA_KODE", ["Kode", printed, "2.17.01"]) == ["", "", ""]
    # An urusan has its bidang or another urusan below it.
    urusan = ["Kode", "1", "2", "3", "TOTAL"]
    assert xl.call_column("SELARAS_SUBTOTAL", urusan, ["Pagu", 5.0, 6.0, 7.0, 1.0])[-1] == 18.0
    assert xl.call_column("SELARAS_SUBTOTAL", ["Kode", "1", "1.01"], ["Pagu", 5.0, 7.0])[1] == 7.0
    # Without a head it is the urusan that it says.
    assert xl.call_column("SELARAS_SUBTOTAL", ["1", "1.01"], [5.0, 7.0]) == [7.0, 7.0]


def test_an_amount_in_the_rows_below_its_code(xl: Excel) -> None:
    codes = [
        "2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001", None, None, "2.17.01.2.01.0002", None,
        "2.17.02", None,
    ]  # fmt: skip
    amounts = [300.0, 310.0, None, 60.0, 40.0, 200.0, 200.0, None, 999.0]
    # Parts below a code with an amount of its own are part of it; below the last a total may stand.
    assert xl.call_column("SELARAS_SUBTOTAL", codes, amounts) == [
        310.0, 300.0, 100.0, "", "", 200.0, "", "", "",
    ]  # fmt: skip
    assert xl.call_column("SELARAS_SELISIH", codes, amounts)[:2] == [-10.0, 10.0]


def test_thousands_written_the_other_way_are_read_as_by_the_other_functions(xl: Excel) -> None:
    codes, amounts = ["2.17.01", "2.17.01.2.01", "2.17.01.2.02"], ["3.000", "1.500", "1,500"]
    assert xl.call_column("SELARAS_SUBTOTAL", codes, amounts) == [3000.0, 1500.0, 1500.0]
    assert xl.call_column("SELARAS_COCOK", codes, codes, amounts) == [3000.0, 1500.0, 1500.0]
    assert xl.call_column("SELARAS_RUPIAH", amounts) == [3000.0, 1500.0, 1500.0]
