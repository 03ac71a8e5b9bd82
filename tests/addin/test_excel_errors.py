"""The numbers by which Excel hands over error values."""

from __future__ import annotations

import pytest

from selaras_addin.excel_errors import Galat, dari_com


@pytest.mark.parametrize(
    ("number", "galat"),
    [
        (-2146826281, Galat("#DIV/0!")),
        (-2146826265, Galat("#REF!")),
        # xlwings does not know these, and gives the numbers.
        (-2146826243, Galat("#SPILL!")),
        (-2146826238, Galat("#CALC!")),
        # Of an Excel that is newer than this list.
        (-2146826230, Galat("#VALUE!")),
        (-2146826401, None),
        (-2146826199, None),
        (2024, None),
    ],
)
def test_a_whole_number_is_an_error_value_or_none(number: int, galat: Galat | None) -> None:
    assert dari_com(number) == galat
