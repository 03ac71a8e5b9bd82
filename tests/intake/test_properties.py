"""Whatever openpyxl writes is read back at the same cells; whatever is broken is refused."""

from __future__ import annotations

import os
import traceback
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.snapshot import map_by_address, map_cells, read_bytes, read_only_sheet
from selaras.intake.refusal import Refusal
from selaras.model.book import Book
from selaras.values.a1 import address

EXAMPLE = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"

_PLACES = st.tuples(
    st.one_of(st.integers(1, 60), st.integers(1, 1_048_576)),
    st.one_of(st.integers(1, 30), st.integers(1, 16_384)),
)
#: What a cell can hold; text that openpyxl takes for a formula or an error is tried apart.
_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=40
).filter(lambda text: text.strip(" \t\r\n") == text and text[0] not in "=#" and "_x" not in text)
_VALUES = st.one_of(
    st.integers(-(10**14), 10**14),
    # openpyxl writes 16 digits, of a double's 17.
    st.integers(-(10**14), 10**14).map(lambda cents: cents / 100),
    st.booleans(),
    _TEXT,
)
_FORMULAS = st.sampled_from(["=SUM(A1:A9)", '=IF(A1>0,"<&>","")', "='T-C.33'!$K$8*2"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(_PLACES, _VALUES, max_size=30),
    st.dictionaries(_PLACES, _FORMULAS, max_size=5),
)
def test_what_openpyxl_writes_is_read_back(
    values: dict[tuple[int, int], object], formulas: dict[tuple[int, int], str]
) -> None:
    workbook = openpyxl.Workbook()
    made = workbook.active
    assert made is not None
    for place, value in {**values, **formulas}.items():
        made.cell(*place).value = value  # type: ignore[assignment]
    buffer = BytesIO()
    workbook.save(buffer)
    sheet = read_only_sheet(buffer.getvalue())
    assert map_cells(sheet) == {
        address(*place): value for place, value in values.items() if place not in formulas
    }
    assert map_by_address(sheet.formulas) == {
        address(*place): formula for place, formula in formulas.items()
    }
    assert map_by_address(sheet.uncalculated) == {address(*place) for place in formulas}


def _outcome(data: bytes) -> str:
    """Read in a child, which a native parser may abort; return what came of it."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answer = "book" if isinstance(read_bytes(data), Book) else "?"
        except Refusal:
            answer = "refusal"
        except BaseException:
            answer = traceback.format_exc()
        os.write(writer, answer[-4_000:].encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    return answer if status == 0 else f"died of {status}"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="reads in a forked child")
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=3)), max_size=6),
    st.floats(0, 1),
    st.booleans(),
)
def test_any_bytes_give_a_book_or_a_refusal(
    changes: list[tuple[float, bytes]], cut: float, shortened: bool
) -> None:
    data = bytearray(EXAMPLE.read_bytes())
    for place, piece in changes:
        at = int(place * len(data))
        data[at : at + len(piece)] = piece
    if shortened:
        del data[int(cut * len(data)) :]
    assert _outcome(bytes(data)) in ("book", "refusal")
