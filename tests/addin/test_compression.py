"""Our compression of VBA text against the decompression of another project (oletools)."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oletools.olevba import decompress_stream

from selaras_addin.xlam.compression import compress

WORDS = st.sampled_from([b"Dim ", b"If x Then\r\n", b"End Sub\r\n", b"    ", b"a", b"\0", b"\xe9"])


def restore(data: bytes) -> bytes:
    return bytes(decompress_stream(bytearray(compress(data))))


@given(st.lists(WORDS, max_size=3000).map(b"".join))
def test_text_comes_back(data: bytes) -> None:
    assert restore(data) == data


@given(st.binary(max_size=3600))
def test_any_short_bytes_come_back(data: bytes) -> None:
    assert restore(data) == data


@pytest.mark.parametrize("length", [0, 1, 2, 3, 4, 4095, 4096, 4097, 8192, 12289])
def test_a_run_comes_back_around_the_border_of_a_chunk(length: int) -> None:
    assert restore(b"x" * length) == b"x" * length


def test_a_whole_chunk_without_repetition_is_stored_as_it_is() -> None:
    noise = random.Random(1).randbytes(4096)
    assert restore(noise + b"Sub x()") == noise + b"Sub x()"


def test_what_would_come_back_with_zeros_behind_it_is_refused() -> None:
    with pytest.raises(ValueError, match="no source text"):
        compress(random.Random(1).randbytes(4000))


def test_text_gets_smaller() -> None:
    text = b"".join(b"Public Function F%d(kode)\r\nEnd Function\r\n" % n for n in range(500))
    assert len(compress(text)) < len(text) / 4
