"""Targets are read by what they mean; numbers are Decimal, never float."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.values.target import add_measure, is_same_target, read_target

Brief = tuple[str | None, str, str | None]


def brief(text: object, number_format: str = "General") -> list[Brief] | None:
    """Return number, unit and grade of each value."""
    read = read_target(text, number_format)
    if read is None:
        return None
    return [(None if n.number is None else f"{n.number:f}", n.measure, n.grade) for n in read]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("98,57%", [("98.57", "persen", None)]),
        ("98,57 %", [("98.57", "persen", None)]),
        ("5\u00a0%", [("5", "persen", None)]),
        ("2.5 %", [("2.5", "persen", None)]),
        ("98.571 %", [("98.571", "persen", None)]),
        ("100 persen", [("100", "persen", None)]),
        ("-5 %", [("-5", "persen", None)]),
        ("98,57", [("98.57", "", None)]),
        ("100", [("100", "", None)]),
        ("3.543", [("3543", "", None)]),
        ("98,571", [("98.571", "", None)]),
        ("1.234,56", [("1234.56", "", None)]),
        ("84,8 (A)", [("84.8", "", "A")]),
        ("84,03(A)", [("84.03", "", "A")]),
        ("64 (B)", [("64", "", "B")]),
        ("72 (BB)", [("72", "", "BB")]),
        ("84,8\n(A)", [("84.8", "", "A")]),
        ("84,8 (Sangat Baik)", [("84.8", "", "SANGAT BAIK")]),
        ("A (84,8)", [("84.8", "", "A")]),
        ("A", [(None, "", "A")]),
        ("Nilai A", [(None, "", "A")]),
        ("WTP", [(None, "", "WTP")]),
        ("Opini WTP", [(None, "", "WTP")]),
        ("Baik", [(None, "", "BAIK")]),
        ("sangat  baik", [(None, "", "SANGAT BAIK")]),
        ("29 orang / bulan", [("29", "orang bulan", None)]),
        ("29 orang/bulan", [("29", "orang bulan", None)]),
        ("29 org/bln", [("29", "orang bulan", None)]),
        ("29 orang /\nbulan", [("29", "orang bulan", None)]),
        ("12\ndokumen", [("12", "dokumen", None)]),
        ("3.543 UM", [("3543", "um", None)]),
        ("1.200 UM", [("1200", "um", None)]),
        ("1,200 UM", [("1200", "um", None)]),
        ("1.234.567 UM", [("1234567", "um", None)]),
        ("12 e-KTP", [("12", "e ktp", None)]),
        ("2,125 km", [("2.125", "km", None)]),
        ("320 KSP/USP", [("320", "ksp usp", None)]),
        ("618 koperasi", [("618", "koperasi", None)]),
        ("5 (lima) dokumen", [("5", "dokumen", None)]),
        ("sebanyak 5 dokumen", [("5", "dokumen", None)]),
        ("Level 3", [("3", "level", None)]),
        ("Indeks 3,251", [("3.251", "indeks", None)]),
        ("Rp 5.000.000", [("5000000", "rupiah", None)]),
        ("Rp 500.000", [("500000", "rupiah", None)]),
        ("Rp. 500.000,-", [("500000", "rupiah", None)]),
        ("Rp500,000", [("500000", "rupiah", None)]),
        ("500.000 rupiah", [("500000", "rupiah", None)]),
        ("500.000 rupiah/orang", [("500000", "rupiah orang", None)]),
        ("IDR 500.000", [("500000", "rupiah", None)]),
        ("Rp 1,5 miliar", [("1500000000", "rupiah", None)]),
        ("750 juta rupiah", [("750000000", "rupiah", None)]),
        ("Rp 750 jt ; Rp 2 M", [(x, "rupiah", None) for x in ("750000000", "2000000000")]),
        ("1 paket ; 1 paket", [("1", "paket", None)] * 2),
        ("0,4 % ; 0,2 % ; 0,3 %", [(x, "persen", None) for x in ("0.4", "0.2", "0.3")]),
        ("10 % ; 3,5%", [("10", "persen", None), ("3.5", "persen", None)]),
        ("30 %, 0%", [("30", "persen", None), ("0", "persen", None)]),
        ("80 % ; 2 % ; 15 % ;", [(x, "persen", None) for x in ("80", "2", "15")]),
        (
            "1 dokumen, 2 laporan dan 3 unit",
            [("1", "dokumen", None), ("2", "laporan", None), ("3", "unit", None)],
        ),
        ("29 orang / 12 bulan", [("29", "orang", None), ("12", "bulan", None)]),
        ("5 orang\n3 unit", [("5", "orang", None), ("3", "unit", None)]),
        ("- 5 orang\n- 6 unit", [("5", "orang", None), ("6", "unit", None)]),
        ("1. 5 orang\n2. 6 unit", [("5", "orang", None), ("6", "unit", None)]),
        ("80 % ; - ; 15 %", [("80", "persen", None), (None, "", None), ("15", "persen", None)]),
    ],
)
def test_written_forms(text: str, values: list[Brief]) -> None:
    assert brief(text) == values


@pytest.mark.parametrize("value", [None, "", " ", "\u00a0", "-", "–", "- ", "Nihil", ";", "- ; -"])
def test_cells_that_say_there_is_none(value: object) -> None:
    assert read_target(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "25.00.000",
        "1/2 orang",
        "Rp 1-2 juta",
        "Rp 1,5 juta per bulan",
        "10 20 orang",
        "84, 8 (A)",
        "sesuai kebutuhan",
        "Terlaksananya kegiatan",
        "#REF!",
        "#DIV/0!",
        " #N/A ",
        "1e3",
        "1,5E+06",
        "१२ orang",
        True,
        float("nan"),
        datetime.datetime(2024, 12, 10),
    ],
)
def test_what_cannot_be_read_is_text(value: object) -> None:
    read = read_target(value)
    assert read is not None
    assert [(n.kind, n.number, n.grade) for n in read] == [("teks", None, None)]


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("10-20 orang", "", 10, 20),
        ("10 – 20 orang", "", 10, 20),
        ("10 s/d 20 orang", "", 10, 20),
        ("10 s.d. 20 orang", "", 10, 20),
        ("10 sampai dengan 20 orang", "", 10, 20),
        ("50%-60%", "", 50, 60),
        ("≥ 85 %", "≥", 85, None),
        (">= 85 %", "≥", 85, None),
        ("< 5 %", "<", 5, None),
        ("minimal 85 %", "≥", 85, None),
        ("maks. 3 orang", "≤", 3, None),
        ("±5 %", "±", 5, None),
    ],
)
def test_ranges_and_bounds(text: str, bound: str, low: int, high: int | None) -> None:
    read = read_target(text)
    assert read is not None
    assert [(n.comparator, n.number, n.up_to) for n in read] == [(bound, low, high)]
    assert read[0].measure in ("orang", "persen")


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (0.9857, "0.00%", ("98.57", "persen", None)),
        (0.07, "0%", ("7", "persen", None)),
        (1, "0%", ("100", "persen", None)),
        (0.9857, "General", ("0.9857", "", None)),
        (0.1 + 0.2, "General", ("0.3", "", None)),
        (27.0, '0 "orang"', ("27", "orang", None)),
        (98.0, '0"%"', ("98", "persen", None)),
        (98.0, r"0\%", ("98", "", None)),
        (500_000.0, '"Rp" #,##0', ("500000", "rupiah", None)),
        (Decimal("1.50"), "General", ("1.50", "", None)),
    ],
)
def test_numbers_are_read_as_they_are_shown(
    value: object, number_format: str, expected: Brief
) -> None:
    assert brief(value, number_format) == [expected]


@pytest.mark.parametrize(
    ("value", "unit", "number", "read"),
    [
        ("1,250", "orang", "1250", "orang"),
        ("1,250", "km", "1.250", "km"),
        ("500.000", "Rp", "500000", "rupiah"),
        ("750", "juta rupiah", "750", "juta rupiah"),
        (500.125, "Rp", "500.125", "rupiah"),  # a number cell: no group of thousands
    ],
)
def test_a_unit_in_a_cell_of_its_own(value: object, unit: str, number: str, read: str) -> None:
    values = read_target(value)
    assert values is not None
    (found,) = add_measure(values, unit, is_text=isinstance(value, str))
    assert (f"{found.number:f}", found.measure) == (number, read)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("29 orang / bulan", "29 orang/bulan", True),
        ("30 %", "30,0%", True),
        ("98,57", "98,57 %", True),
        ("84,8", "84,8 (A)", True),
        ("A", "84,8 (A)", True),
        ("WTP", "Opini WTP", True),
        ("5 dok", "5 Dokumen", True),
        ("Sesuai kebutuhan", "sesuai kebutuhan.", True),
        ("-", "", True),
        ("-", "0", False),
        ("84,8 (A)", "84,8 (BB)", False),
        ("84,8 (A)", "84,8 %", False),
        ("27 orang", "29 orang", False),
        ("27 orang", "27 orang/bulan", False),
        ("10-20", "10", False),
        ("≥ 85 %", "85 %", False),
        ("1 paket", "1 paket ; 1 paket", False),
        ("A", "84,8", False),
        ("A", "sesuai kebutuhan", False),
    ],
)
def test_same_meaning(a: str, b: str, same: bool) -> None:
    assert is_same_target(read_target(a), read_target(b)) is same
    assert is_same_target(read_target(b), read_target(a)) is same


@pytest.mark.parametrize(
    ("text", "adds_up"),
    [
        ("24 dokumen", True),
        ("29 orang/bulan", None),
        ("12 bulan", None),
        ("3.543 UM", True),
        ("98,57 %", False),
        ("84,8 (A)", False),
        ("WTP", False),
        ("Indeks 3,2", False),
        ("75 poin", False),
        ("3,5 per 1000 kelahiran", False),
        ("Rp 5.000.000", None),
        ("98,57", None),
        ("sesuai kebutuhan", None),
    ],
)
def test_what_adds_up_over_the_years(text: str, adds_up: bool | None) -> None:
    read = read_target(text)
    assert read is not None
    assert read[0].is_cumulative is adds_up


@given(
    st.lists(st.decimals(0, 999, places=2), min_size=1, max_size=4),
    st.sampled_from(["%", " %", " persen"]),
)
def test_percentages_reread_exactly(numbers: list[Decimal], unit: str) -> None:
    read = read_target(" ; ".join(f"{number}{unit}".replace(".", ",") for number in numbers))
    assert read is not None
    assert [n.number for n in read] == numbers
    assert {n.kind for n in read} == {"persen"}


@given(st.integers(0, 10**9), st.sampled_from(["orang", "UM", "KSP / USP", "unit"]))
def test_counts_reread_exactly(number: int, unit: str) -> None:
    grouped = read_target(f"{number:,} {unit}".replace(",", "."))
    english = read_target(f"{number:,} {unit}")
    plain = read_target(f"{number}{unit}")
    assert grouped is not None
    assert grouped[0].number == number
    assert is_same_target(grouped, english)
    assert is_same_target(grouped, plain)


@given(st.integers(0, 10_000).map(lambda hundredths: hundredths / 10_000))
def test_a_percent_cell_is_what_it_shows(value: float) -> None:
    assert is_same_target(read_target(value, "0.00%"), read_target(f"{value * 100:.2f} %"))


ANY_CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.datetimes(),
    st.text(),
    st.text(alphabet="0123456789.,;-–%/()ABorang \n≥<&", max_size=24),
)


@given(ANY_CELL, st.sampled_from(["General", "0.00%", '0 "orang"', '"', "\\"]))
def test_any_cell_is_read_without_an_exception_or_a_float(
    value: object, number_format: str
) -> None:
    read = read_target(value, number_format)
    assert is_same_target(read, read)
    for n in read or ():
        assert type(n.number) in (Decimal, type(None))
        assert type(n.up_to) in (Decimal, type(None))
        assert (n.kind == "teks") == (n.number is None and n.grade is None)
