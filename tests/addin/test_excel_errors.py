"""The numbers by which Excel hands over error values."""

from __future__ import annotations

import pytest

from selaras_addin.excel_errors import CellError, decode_com


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (-2146826281, CellError("#DIV/0!")),
        (-2146826265, CellError("#REF!")),
        # xlwings does not know these, and gives the numbers.
        (-2146826243, CellError("#SPILL!")),
        (-2146826238, CellError("#CALC!")),
        # Of an Excel that is newer than this list.
        (-2146826230, CellError("#VALUE!")),
        (-2146826401, None),
        (-2146826199, None),
        (2024, None),
    ],
)
def test_a_whole_number_is_an_error_value_or_none(number: int, error: CellError | None) -> None:
    assert decode_com(number) == error
