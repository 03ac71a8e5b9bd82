"""Amounts are read exactly, in every locale, and never as a float."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.values.rupiah import MoneyFault, MoneyReading, read_money, write_rupiah

AMOUNTS = st.integers(0, 10**14)


@pytest.mark.parametrize(
    ("text", "amount", "style"),
    [
        ("4.943.313.900", 4_943_313_900, "indonesia"),
        ("5.987.567.637,-", 5_987_567_637, "indonesia"),
        ("5.987.567.637, -", 5_987_567_637, "indonesia"),
        ("1.000.-", 1000, "indonesia"),
        ("Rp 1.000,--", 1000, "indonesia"),
        ("Rp. 6.071.587.000", 6_071_587_000, "indonesia"),
        ("Rp6.071.587.000,00", 6_071_587_000, "indonesia"),
        ("Rp 1.500.000.", 1_500_000, "indonesia"),
        ("rp1.500", 1500, "indonesia"),
        ("IDR 1.500", 1500, "indonesia"),
        ("1.000 rupiah", 1000, "indonesia"),
        ("Rp 1.500.000,- rupiah", 1_500_000, "indonesia"),
        ("4. 943.313. 900", 4_943_313_900, "indonesia"),
        ("1.500", 1500, "indonesia"),
        ("１.５００", 1500, "indonesia"),
        ("'1.500", 1500, "indonesia"),
        ("14,636,266,008", 14_636_266_008, "inggris"),
        ("300,000,000.00", 300_000_000, "inggris"),
        ("1,500", 1500, "inggris"),
        ("1.5E+09", 1_500_000_000, "inggris"),
        ("1,5E+09", 1_500_000_000, "indonesia"),
        ("1E+09", 1_000_000_000, "polos"),
        ("4943313900", 4_943_313_900, "polos"),
        ("4 943 313 900", 4_943_313_900, "polos"),
        ("4\u00a0943\u202f313\u2009900", 4_943_313_900, "polos"),
        ("4'943'313", 4_943_313, "polos"),
        ("4’943’313", 4_943_313, "polos"),
        ("0", 0, "polos"),
        ("0,-", 0, "polos"),
        ("Rp 0", 0, "polos"),
        ("Rp. 000", 0, "polos"),
        ("2,5 milyar", 2_500_000_000, "satuan"),
        ("2.5 miliar", 2_500_000_000, "satuan"),
        ("Rp 2,5 M", 2_500_000_000, "satuan"),
        ("150 juta", 150_000_000, "satuan"),
        ("150 jt", 150_000_000, "satuan"),
        ("150 ribu rupiah", 150_000, "satuan"),
        ("1 triliun", 1_000_000_000_000, "satuan"),
        ("2.500 juta", 2_500_000_000, "satuan"),
        ("2,500 juta", 2_500_000, "satuan"),
    ],
)
def test_text_that_is_an_amount(text: str, amount: int, style: str) -> None:
    assert read_money(text) == MoneyReading(amount, True, style, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value",
    [None, "", " ", "\u00a0", "-", "–", "—", "--", "Rp", "Rp.", "Rp -", "Rp. –", "Nihil", "."],
)
def test_cells_that_say_there_is_none(value: object) -> None:
    assert read_money(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "25.OOO.OOO",
        "25.00.000",
        "1.0000.000",
        "12345.678",
        "1.000,000",
        "1.234.567,000",
        "1.000-",
        "sesuai kebutuhan",
        "5%",
        "#REF!",
        "1.000.000 ; 2.000.000",
        "Rp 6.177.343.000 (enam milyar)",
        "12rp5",
        "--5",
        "(-5)",
        "()",
        "1E+999999999",
        "9" * 5000,
        "1" + ".000" * 2000,
        "١٢٣",
        True,
        datetime.datetime(2024, 1, 1),
        object(),
    ],
)
def test_no_number_is_guessed(value: object) -> None:
    read = read_money(value)
    assert read is not None
    assert (read.amount, read.fault) == (None, MoneyFault.UNREADABLE)


@pytest.mark.parametrize(
    "text",
    [
        "(1.000)",
        "-1.000",
        "- 1.000",
        "Rp (1.000)",
        "-Rp 1.000",
        "Rp -1.000",
        "(Rp 1.000,-)",
        "−1.000",
    ],
)
def test_negative(text: str) -> None:
    read = read_money(text)
    assert read is not None
    assert (read.amount, read.fault) == (-1000, MoneyFault.NEGATIVE)


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        ("1500,50", "1500.50"),
        ("1500.5", "1500.5"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("0,500", "0.5"),
        ("333333.3333", "333333.3333"),
        (333333.3333, "333333.3333"),
        (99.99, "99.99"),
        (0.5, "0.5"),
        (Decimal("12.25"), "12.25"),
    ],
)
def test_fraction_of_a_rupiah(value: object, amount: str) -> None:
    read = read_money(value)
    assert read is not None
    assert (read.amount, read.fault) == (Decimal(amount), MoneyFault.WITH_CENTS)


@pytest.mark.parametrize(
    ("text", "english", "amount", "wrong"),
    [
        ("1,500", True, 1500, None),
        ("1,500", None, 1500, None),
        ("1,500", False, Decimal("1.5"), MoneyFault.WITH_CENTS),
        ("300,000", False, 300, MoneyFault.WITH_CENTS),
        ("300,000,000", False, 300_000_000, None),
        ("1.500", True, 1500, None),
        ("1.500,00", True, 1500, None),
        ("2,5 M", True, None, MoneyFault.UNREADABLE),
        ("2,500 juta", True, 2_500_000_000, None),
    ],
)
def test_the_locale_of_the_column_decides_only_what_is_open(
    text: str, english: bool | None, amount: int | Decimal | None, wrong: MoneyFault | None
) -> None:
    read = read_money(text, english)
    assert read is not None
    assert (read.amount, read.fault) == (amount, wrong)


@pytest.mark.parametrize(
    "value", [math.nan, math.inf, -math.inf, Decimal("NaN"), Decimal("-Infinity")]
)
def test_not_finite(value: object) -> None:
    assert read_money(value) == MoneyReading(None, False, "angka", MoneyFault.NOT_FINITE)


@given(
    AMOUNTS,
    st.sampled_from(["", "Rp", "Rp ", "Rp. ", "IDR "]),
    st.sampled_from(["", ",-", ",00", " rupiah"]),
)
def test_indonesian_amounts_reread_exactly(amount: int, before: str, after: str) -> None:
    read = read_money(f"{before}{write_rupiah(amount)}{after}", english_style=False)
    assert read is not None
    assert (read.amount, read.is_text, read.fault) == (amount, True, None)


@given(AMOUNTS, st.sampled_from(["", ".00"]), st.sampled_from([True, None]))
def test_english_amounts_reread_exactly(amount: int, after: str, english: bool | None) -> None:
    read = read_money(write_rupiah(amount, "en") + after, english)
    assert read is not None
    assert (read.amount, read.fault) == (amount, None)


@given(AMOUNTS, st.sampled_from([" ", "'", "\u00a0", ""]))
def test_plain_amounts_reread_exactly(amount: int, separator: str) -> None:
    read = read_money(f"{amount:,}".replace(",", separator))
    assert read is not None
    assert (read.amount, read.style) == (amount, "polos")


@given(st.decimals(0, 10**12, places=2))
def test_sen_reread_exactly(amount: Decimal) -> None:
    for language in ("id", "en"):
        read = read_money(write_rupiah(amount, language))
        assert read is not None
        assert read.amount == amount
        assert (read.fault is None) == (amount == int(amount))


@given(st.integers(-(10**12), 10**12), st.floats(-0.004, 0.004))
def test_the_noise_of_sums_is_not_sen(amount: int, noise: float) -> None:
    read = read_money(amount + noise)
    assert read is not None
    assert read.amount == amount
    assert type(read.amount) is int
    assert read.fault is (MoneyFault.NEGATIVE if amount < 0 else None)


@given(
    st.one_of(st.floats(), st.integers(), st.decimals(-(10**9), 10**9), st.text(), st.booleans())
)
def test_never_a_float_never_an_exception(value: object) -> None:
    for english in (None, True, False):
        read = read_money(value, english)
        assert read is None or type(read.amount) in (int, Decimal, type(None))
        assert read is None or (read.amount is not None) or read.fault is not None


@given(st.text(alphabet="0123456789.,-()' RpMjutaE%\u00a0\n", max_size=24))
def test_text_like_amounts_never_raises(text: str) -> None:
    read = read_money(text)
    assert read is None or type(read.amount) in (int, Decimal, type(None))


def test_writing() -> None:
    assert write_rupiah(12_076_248_802) == "12.076.248.802"
    assert write_rupiah(-5_577_624_401) == "-5.577.624.401"
    assert write_rupiah(Decimal("1234.5")) == "1.234,50"
    assert write_rupiah(Decimal("0.3333")) == "0,3333"
    assert write_rupiah(Decimal("1E+6")) == "1.000.000,00"
    assert write_rupiah(1234, "en") == "1,234"
