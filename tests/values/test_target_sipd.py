"""Targets as SIPD writes them: one number for so many of another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from selaras.values.target import is_same_target, read_target


@pytest.mark.parametrize("text", ["105/14 Orang/bulan", "105 / 14 Orang / Bulan"])
def test_a_number_for_so_many_of_another_has_a_number(text: str) -> None:
    read = read_target(text)
    assert read is not None
    (value,) = read
    assert (value.number, value.kind, value.measure) == (
        Decimal(105),
        "jumlah",
        "orang bulan per 14",
    )
    assert is_same_target(read, read_target("105/14 orang/bulan"))
    assert not is_same_target(read, read_target("105/12 orang/bulan"))


def test_two_numbers_without_two_units_stay_unread() -> None:
    read = read_target("10/12 dokumen")
    assert read is not None
    assert read[0].kind == "teks"
