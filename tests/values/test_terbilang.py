"""Numbers in words: what is written is read again as the same number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.values.terbilang import TOO_LARGE, read_terbilang, write_terbilang


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1_000, "seribu"),
        (1_100, "seribu seratus"),
        (2_000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_000_000_000, "satu miliar"),
        (10**12, "satu triliun"),
        (4_943_313_900, "empat miliar sembilan ratus empat puluh tiga juta tiga ratus tiga belas "
         "ribu sembilan ratus"),
        (-5, "minus lima"),
    ],
)  # fmt: skip
def test_exact_words(number: int, words: str) -> None:
    assert write_terbilang(number) == words


@settings(deadline=None)
@given(st.integers(0, TOO_LARGE - 1))
def test_words_are_read_again_as_the_number(number: int) -> None:
    assert read_terbilang(write_terbilang(number)) == number


@settings(deadline=None)
@given(st.integers(TOO_LARGE, 10**20), st.sampled_from((1, -1)))
def test_what_has_no_usual_words_is_refused(size: int, sign: int) -> None:
    number = sign * size
    with pytest.raises(ValueError, match="too large"):
        write_terbilang(number)
