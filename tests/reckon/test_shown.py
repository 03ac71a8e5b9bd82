"""How a message writes another number into what a cell of targets says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from selaras.reckon.shown import replace_number
from selaras.values.target import read_target


@pytest.mark.parametrize(
    ("text", "number", "written"),
    [
        ("Rp 1,5 juta", "4500000", "Rp 4.500.000"),
        ("5 dokumen", "15", "15 dokumen"),
    ],
)
def test_another_number_is_written_in_the_same_way(text: str, number: str, written: str) -> None:
    (value,) = read_target(text) or ()
    assert replace_number(value, Decimal(number)) == written
