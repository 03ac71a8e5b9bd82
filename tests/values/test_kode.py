"""Codes are read by their numbers, in every form that workbooks write them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.values.kode_reading import (
    Kode,
    KodeFault,
    KodeReading,
    KodeStyle,
    Level,
    is_known_bidang,
    read_kode,
    read_kode_opd,
    read_leading_kode,
    read_split_kode,
)

H, L = KodeFault.LETTERS, KodeFault.WIDTH
PARTS = [
    st.integers(1, 9),
    st.integers(1, 99),
    st.integers(1, 99),
    st.integers(1, 9),
    st.integers(1, 99),
]


@st.composite
def codes(draw: st.DrawFn) -> Kode:
    """Any code without placeholders."""
    length = draw(st.sampled_from([1, 2, 3, 5, 6]))
    width = draw(st.sampled_from([2, 4]))
    parts = [draw(part) for part in PARTS[:length]]
    if length == 6:
        parts.append(draw(st.integers(1, 9999 if width == 4 else 99)))
    return Kode(tuple(parts), width if length == 6 else 2)


def outcome(read: KodeReading | None) -> tuple[str | None, KodeFault | None] | None:
    if read is None:
        return None
    return (None if read.kode is None else str(read.kode)), read.fault


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2", "2"),
        ("2.17", "2.17"),
        ("2.17.01", "2.17.01"),
        ("2.17.01.2.01", "2.17.01.2.01"),
        ("2.17.01.2.01.01", "2.17.01.2.01.01"),
        ("2.17.01.2.01.0001", "2.17.01.2.01.0001"),
        ("2.17.1.2.1.10", "2.17.01.2.01.10"),
        ("2 17 1 2 1 1", "2.17.01.2.01.01"),
        ("2-17-01", "2.17.01"),
        ("2–17–01", "2.17.01"),
        ("2. 17. 01", "2.17.01"),
        ("2  17  01", "2.17.01"),
        ("X.XX.01.2.01.0001", "X.XX.01.2.01.0001"),
        ("x.xx.", "X.XX"),
        ("x.xx.01", "X.XX.01"),
        ("1.3.02", "1.03.02"),
        ("2.17.01.", "2.17.01"),
        ("2.17..", "2.17"),
        ("\u00a02.17\u00a0", "2.17"),
        ("2.\u200b17.01\ufeff", "2.17.01"),
        ("２．１７", "2.17"),
        ("'2.17.01", "2.17.01"),
        ("2.99.01", "2.99.01"),
        (2, "2"),
        (2.0, "2"),
        (2.17, "2.17"),
        (1.02, "1.02"),
    ],
)
def test_written_forms(value: object, code: str) -> None:
    assert outcome(read_kode(value)) == (code, None)


@pytest.mark.parametrize(
    ("value", "code", "wrong"),
    [
        ("1.01.01.02.01.0001", "1.01.01.2.01.0001", KodeFault.PADDED_KEWENANGAN),
        ("2.17.01.2", None, KodeFault.FOUR_PARTS),
        ("1.2.3.4.5.6.7", None, KodeFault.TOO_MANY_PARTS),
        ("2.17.3.30.0.00.01.0000", None, KodeFault.TOO_MANY_PARTS),
        ("2.l7.01", "2.17.01", H),
        ("2.17.O1", "2.17.01", H),
        ("2.17.Ol.2.0I.0001", "2.17.01.2.01.0001", H),
        ("l.03.02", "1.03.02", H),
        ("I.1.2", None, H),
        ("2.17.0A.2.01", None, H),
        ("2.17.a", None, H),
        ("2.17.X1", None, H),
        ("1X.02", None, H),
        ("X.17", None, H),
        ("XX.17", None, H),
        ("2.17.XX.2.01", None, H),
        ("2,17,01", "2.17.01", H),
        ("2:17:01", "2.17.01", H),
        ("(2.17.01)", "2.17.01", H),
        ("2.17.01*)", "2.17.01", H),
        ("29/12/2024", None, H),
        ("2.017.01", "2.17.01", L),
        ("02.17.01", "2.17.01", L),
        ("2.17.123.2.01", None, L),
        ("2.17.01.22.01", None, L),
        ("2.17.01.2.01.001", "2.17.01.2.01.01", L),
        ("2.17.01.2.01.00001", "2.17.01.2.01.01", L),
        ("2.17.01.2.01.12345", None, L),
        ("4.943.313.900", None, L),
        ("1.500", None, L),
        ("2.017", None, L),
        ("12 500", None, L),
        ("2024", None, L),
        (2024, None, L),
        (17.5, None, L),
        (2.171, None, L),
        (-5, None, L),
        ("2.00.01", None, KodeFault.ZERO),
        ("2.17.01.2.00.01", None, KodeFault.ZERO),
        ("0.00.01", None, KodeFault.ZERO),
        ("2.17.00.0.00", "2.17", KodeFault.ZERO),
        (0, None, KodeFault.ZERO),
        (0.5, None, KodeFault.ZERO),
        ("2..17.01", "2.17.01", KodeFault.GAP_BETWEEN),
        (2.1, "2.10", KodeFault.EXCEL_NUMBER),
        (2.2, "2.20", KodeFault.EXCEL_NUMBER),
        (3.3, "3.30", KodeFault.EXCEL_NUMBER),
        (1.2, "1.02", KodeFault.EXCEL_NUMBER),
        (5.1, "5.01", KodeFault.EXCEL_NUMBER),
        (2.9, "2.09", KodeFault.EXCEL_NUMBER),
        (1.9, "1.90", KodeFault.EXCEL_NUMBER),
        (datetime.datetime(2024, 2, 1), "1.02", KodeFault.DATE),
        (datetime.date(2024, 2, 17), "2.17", KodeFault.DATE),
        (datetime.date(2017, 2, 1), "2.17", KodeFault.DATE),
        (datetime.date(1932, 3, 1), "3.32", KodeFault.DATE),
        (datetime.date(2001, 2, 17), "2.17.01", KodeFault.DATE),
        (datetime.date(2003, 2, 1), "1.02.03", KodeFault.DATE),
        (datetime.date(2007, 2, 1), None, KodeFault.DATE),
        (datetime.date(2024, 1, 17), None, KodeFault.DATE),
    ],
)
def test_damaged_forms(value: object, code: str | None, wrong: KodeFault) -> None:
    assert outcome(read_kode(value)) == (code, wrong)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        " \u00a0",
        "-",
        ".",
        "Rincian :",
        "TOTAL",
        "12 dokumen",
        "1 UM",
        "98,57%",
        "84,03(A)",
        "1,5",
        "5 l",
        "I.1",
        "O",
        "II",
        "a.1.2",
        "197001011995031001",
        "19700101 199503 1 001",
        "5.1.02.01.01.0024",
        "2.17.01 Program Penunjang",
        "१.०२",
        4_943_313_900.0,
        True,
        float("nan"),
        float("inf"),
        datetime.time(2, 17),
        object(),
    ],
)
def test_what_is_no_code(value: object) -> None:
    assert read_kode(value) is None


@pytest.mark.parametrize(
    ("value", "style"),
    [
        ("2", KodeStyle("", None, None, False, 1)),
        ("2.17", KodeStyle(".", None, None, False, 1)),
        ("2.17.01.2.01.01", KodeStyle(".", True, 2, False, 1)),
        ("2.17.01.2.01.0100", KodeStyle(".", True, 4, False, 1)),
        ("2.17.11.2.11.11", KodeStyle(".", None, 2, False, 1)),
        ("2.17.1.2.1.10", KodeStyle(".", False, 2, False, 1)),
        ("2.17.1.2.01.1", KodeStyle(".", False, 1, False, 1)),
        ("2 17 01", KodeStyle(" ", True, None, False, 1)),
        ("2-17.01", KodeStyle(".-", True, None, False, 1)),
        ("2.17.01.", KodeStyle(".", True, None, True, 1)),
        (2.17, KodeStyle("", None, None, False, 1)),
    ],
)
def test_style(value: object, style: KodeStyle) -> None:
    read = read_kode(value)
    assert read is not None
    assert read.style == style


def test_what_was_written_is_kept() -> None:
    assert [
        read_kode(value).text for value in (" 2-17", 2.1, 2.0, datetime.datetime(2024, 2, 1))
    ] == [  # type: ignore[union-attr]
        " 2-17",
        "2.1",
        "2",
        "2024-02-01",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2.17.01\n2.17.02",
        "2.17.01.\r\n2.17.02.",
        "2.17.01;2.17.02",
        "2.17.01; 2.17.02",
        "2.17.01, 2.17.02",
        "2.17.01/2.17.02",
        "2.17.01 - 2.17.03",
        "2.17.01-2.17.03",
        "2.17.01 dan 2.17.02",
        "2.17.01 2.17.02",
        "2.17.O1\n2.17.O2",
        "2\n2.17",
        "2.17\n2.17.01",
        "2.17.01.2.01.0001\n2.17.01.2.01.0002",
        "X.XX.01\nX.XX.02",
    ],
)
def test_several_codes_in_one_cell_make_no_code(text: str) -> None:
    assert outcome(read_kode(text)) == (None, KodeFault.SEVERAL)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2.17.01.\n2.01", "2.17.01.2.01"),
        ("2.17.01\n2.01", "2.17.01.2.01"),
        ("2.17.01.2.01.\n0001", "2.17.01.2.01.0001"),
        ("2.17.01\n.2.01.0001", "2.17.01.2.01.0001"),
        ("2.07.01 2.07.0001", "2.07.01.2.07.0001"),
        ("2 2 1", "2.02.01"),
        ("1 1.02", "1.01.02"),
        ("2-17-01-2-17-01", "2.17.01.2.17.01"),
    ],
)
def test_a_code_broken_in_two_is_one(text: str, code: str) -> None:
    read = read_kode(text)
    assert read is not None
    assert str(read.kode) == code
    assert read.fault is None


@pytest.mark.parametrize(
    ("cells", "code", "wrong", "count"),
    [
        (("2", "17", "01", "2", "01", "0001"), "2.17.01.2.01.0001", None, 6),
        ((2.0, 17.0, 1.0, 2.0, 1.0, 1.0), "2.17.01.2.01.01", None, 6),
        ((2, 17, 1, None, "", " "), "2.17.01", None, 3),
        ((2, "", "", ""), "2", None, 1),
        (("2", "17", "01", "2.01", "01", None), "2.17.01.2.01.01", None, 5),
        ((2, 17, 1, 2.01, 1), "2.17.01.2.01.01", None, 5),
        (("2.17", "01", "2.01", "0001"), "2.17.01.2.01.0001", None, 4),
        (("2", "2.17", "2.17.01", ""), "2.17.01", None, 3),
        ((2, 2.17, "2.17.01"), "2.17.01", None, 3),
        ((2, 2.1), "2.10", KodeFault.EXCEL_NUMBER, 2),
        (("X", "XX", "01"), "X.XX.01", None, 3),
        (("2", "17", "O1"), "2.17.01", H, 3),
        (("I", "1"), None, H, 2),
        ((2, 17, 1, 2.1), "2.17.01.2.10", KodeFault.EXCEL_NUMBER, 4),
        (("2", "17", "01", datetime.date(2024, 1, 2), 1), "2.17.01.2.01.01", KodeFault.DATE, 5),
        (
            ("1", "01", "01", "02", "01", "0001"),
            "1.01.01.2.01.0001",
            KodeFault.PADDED_KEWENANGAN,
            6,
        ),
        (("2", "17", "01", "2"), None, KodeFault.FOUR_PARTS, 4),
        ((1, 2, 3, 4, 5, 6, 7), None, KodeFault.TOO_MANY_PARTS, 7),
        (("2", "", "01"), None, KodeFault.GAP_BETWEEN, 2),
        (("2..17", "01"), "2.17.01", KodeFault.GAP_BETWEEN, 2),
        (("", "17"), None, KodeFault.GAP_BETWEEN, 1),
        ((2, 117), None, L, 2),
        ((2, 0, 1), None, KodeFault.ZERO, 3),
        ((-2, 17), None, L, 2),
    ],
)
def test_split_cells(
    cells: Sequence[object], code: str | None, wrong: KodeFault | None, count: int
) -> None:
    read = read_split_kode(cells)
    assert read is not None
    assert outcome(read) == (code, wrong)
    assert read.style.cell_count == count


@pytest.mark.parametrize(
    "cells", [("", None, " "), ("1", "12 dokumen"), (1, True), (2, float("nan")), ()]
)
def test_split_cells_that_hold_no_code(cells: Sequence[object]) -> None:
    assert read_split_kode(cells) is None


def test_zeros_in_front_of_number_cells_are_unknown() -> None:
    read = read_split_kode((2, 17, 1.0, 2, 1, 1))
    assert read is not None
    assert (read.style.is_padded, read.style.digit_sub) == (None, None)
    assert (read.text, read_split_kode(("2", "17", "1")).style.is_padded) == (
        "2 17 1 2 1 1",
        False,
    )  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("2.17.01.2.01.0001 Penyusunan Dokumen", "2.17.01.2.01.0001", "Penyusunan Dokumen"),
        ("2 17 1 2 1 1 Penyusunan", "2.17.01.2.01.01", "Penyusunan"),
        ("2 17 01 Program", "2.17.01", "Program"),
        ("2.17 URUSAN PEMERINTAHAN", "2.17", "URUSAN PEMERINTAHAN"),
        ("2.17.1 Program", "2.17.01", "Program"),
        ("1.3.02 Program", "1.03.02", "Program"),
        ("2.17.01\nProgram  Penunjang", "2.17.01", "Program  Penunjang"),
        ("2.17.01\u00a0– Program", "2.17.01", "Program"),
        ("2.17.01: Program", "2.17.01", "Program"),
        ("2.17.01. Program", "2.17.01", "Program"),
        ("2.17.01 (Program)", "2.17.01", "(Program)"),
        ("X.XX.01 PROGRAM PENUNJANG", "X.XX.01", "PROGRAM PENUNJANG"),
        ("2.17.01.2 Nama", None, "Nama"),
    ],
)
def test_code_before_a_name(text: str, code: str | None, name: str) -> None:
    found = read_leading_kode(text)
    assert found is not None
    assert (outcome(found[0])[0], found[1]) == (code, name)  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 dokumen",
        "1. Program Penunjang",
        "3 Kegiatan",
        "2.17.300,00",
        "2.17.01",
        "2.17.01A",
        "1.1.2 Latar belakang",
        "2.1.3.1 Judul",
        "1.25 juta",
        "1.05 Milyar",
        "1.02 UM",
        "1.5 kg",
        "2-17 Orang",
        "1 20 30 orang",
        "1.200 UM",
        "4.943.313.900 rupiah",
        "1.02.2024 Rapat",
        "2.17.3.30.0.00.01.0000 Dinas Koperasi",
        "29 orang / bulan",
    ],
)
def test_texts_that_begin_with_another_number(text: str) -> None:
    assert read_leading_kode(text) is None


@pytest.mark.parametrize(
    ("text", "bidang", "number", "unit"),
    [
        ("2.17.3.30.0.00.01.0000", ("2.17", "3.30"), 1, 0),
        ("1.01.0.00.0.00.01.0012", ("1.01",), 1, 12),
        ("4.01.5.01.5.02.12.0000.", ("4.01", "5.01", "5.02"), 12, 0),
        ("2-17-3-30-0-0-1-0", ("2.17", "3.30"), 1, 0),
    ],
)
def test_code_of_an_opd(text: str, bidang: tuple[str, ...], number: int, unit: int) -> None:
    read = read_kode_opd(text)
    assert read is not None
    assert (tuple(map(str, read.bidang)), read.number, read.unit) == (bidang, number, unit)
    assert read_kode_opd(str(read)) == read


@pytest.mark.parametrize("value", [None, 2.17, "", "2.17.01", "0.00.3.30.0.00.01.0000", "Dinas"])
def test_what_is_no_code_of_an_opd(value: object) -> None:
    assert read_kode_opd(value) is None


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2.17", True),
        ("2.17.01", True),
        ("2.06", False),
        ("1.07.01", False),
        ("9", True),
        ("X.XX.01", True),
        ("2.XX.01", True),
    ],
)
def test_known_bidang(text: str, known: bool) -> None:
    read = read_kode(text)
    assert read is not None
    assert read.kode is not None
    assert is_known_bidang(read.kode) is known


@given(
    codes(),
    st.sampled_from([".", "-", " ", "–", ". ", " . ", "\u00a0", "\u200b."]),
    st.booleans(),
    st.sampled_from(["", ".", " ", "\u00a0"]),
)
def test_any_form_has_the_same_numbers(kode: Kode, separator: str, padded: bool, end: str) -> None:
    parts = kode.write_canonical().split(".")
    if not padded:
        parts = [part if len(part) == 4 else str(int(part)) for part in parts]
    read = read_kode(separator.join(parts) + end)
    assert read is not None
    assert (read.kode, read.fault) == (kode, None)


@given(codes(), st.sampled_from(["text", "int", "float", "spoken", "prefix"]), st.integers(0, 2))
def test_any_split_has_the_same_numbers(kode: Kode, form: str, blanks: int) -> None:
    parts: list[object] = list(kode.write_canonical().split("."))
    if form in ("int", "float"):
        parts = [int(str(part)) if form == "int" else float(str(part)) for part in parts]
    elif form == "spoken" and len(parts) > 3:
        parts[3:5] = [f"{parts[3]}.{parts[4]}"]
    elif form == "prefix":
        parts = [above.write_canonical() for above in reversed([kode, *kode.list_ancestors()])]
    read = read_split_kode([*parts, *[None] * blanks])
    assert read is not None
    assert (read.kode, read.fault) == (kode, None)


@given(codes())
def test_canonical_text_reads_to_itself(kode: Kode) -> None:
    read = read_kode(str(kode))
    assert read is not None
    assert read.kode == kode
    assert str(read.kode) == str(kode)
    assert kode.write_canonical(4).startswith(kode.write_canonical(2)[:12])


@given(codes())
def test_the_quick_way_and_the_long_way_agree(kode: Kode) -> None:
    # A blank at the end keeps a text from being recognised as regular at first sight.
    quick, long = read_kode(str(kode)), read_kode(str(kode) + " ")
    assert quick is not None
    assert long is not None
    assert quick._replace(text=long.text) == long


@given(st.integers(1, 9), st.integers(1, 99))
def test_a_number_is_the_bidang_or_said_to_be_damaged(urusan: int, bidang: int) -> None:
    read = read_kode(float(f"{urusan}.{bidang:02d}"))
    assert read is not None
    assert read.kode is not None
    assert read.kode == Kode((urusan, bidang)) or read.fault is KodeFault.EXCEL_NUMBER
    assert (read.fault is KodeFault.EXCEL_NUMBER) == (bidang % 10 == 0)


@given(codes())
def test_laws_of_levels(kode: Kode) -> None:
    above = list(kode.list_ancestors())
    assert [code.level for code in above] == list(range(kode.level - 1, 0, -1))
    assert kode.parent == (above[0] if above else None)
    assert all(kode.is_below(code) and code < kode and not code.is_below(kode) for code in above)
    assert not kode.is_below(kode)
    assert kode.bidang == next((c for c in (kode, *above) if c.level is Level.BIDANG_URUSAN), None)


@given(codes(), codes())
def test_equality_order_and_hash_regard_numbers_only(a: Kode, b: Kode) -> None:
    assert (a < b) == (a.parts < b.parts)
    assert (a == b) == (a.parts == b.parts)
    twin = Kode(a.parts, 6 - a.sub_width)
    assert twin == a
    assert hash(twin) == hash(a)


def test_the_number_of_parts_makes_the_level() -> None:
    with pytest.raises(ValueError, match="parts"):
        Kode((2, 17, 1, 2))
    assert [level.label for level in Level] == [
        "urusan",
        "bidang urusan",
        "program",
        "kegiatan",
        "sub kegiatan",
    ]


ANY_CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.text(),
    st.text(alphabet="0123456789XxOIl.- ,/:*()\u00a0–", max_size=16),
)


@given(ANY_CELL)
def test_any_cell_is_read_without_an_exception(value: object) -> None:
    read = read_kode(value)
    assert read is None or read.kode is not None or read.fault is not None
    assert read is None or read.kode is None or read_kode(str(read.kode)) is not None
    if isinstance(value, str):
        read_leading_kode(value)
        read_leading_kode(value + " Program")
        read_kode_opd(value)


@given(st.lists(ANY_CELL, max_size=7))
def test_any_cells_are_read_without_an_exception(values: list[object]) -> None:
    read = read_split_kode(values)
    assert read is None or read.kode is not None or read.fault is not None
