"""Whatever a plan is laid out like: recognised, no error, and a mistake told at its cell."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from .compose import Composition, find_faults
from .mistakes import MISTAKES
from .transforms import TRANSFORMS, WHOLE_THOUSANDS

#: So many compositions in one run of the tests; set higher for a deep run.
COUNT = int(os.environ.get("SELARAS_COMPOSITIONS", "60"))

#: Compositions that once failed.
FAILED = (
    Composition(3609759734, ("leave_numbers_out", "move_columns", "add_sections"), "spoil_program"),
    Composition(1, ("put_codes_before_names",), None, example=True),
    Composition(1620718618, ("end_codes_with_dot", "move_columns", "use_sipd_form")),
    Composition(
        3780346578,
        (
            "write_amounts_with_commas",
            "sum_below",
            "split_units",
            "put_codes_before_names",
            "use_sipd_form",
        ),
        "spoil_kegiatan",
    ),
    Composition(528666669, ("put_indicators_below", "carry_sums"), "spoil_forward"),
    Composition(2125930624, ("repeat_heads", "sum_only_below", "stack_tables"), None, example=True),
    Composition(
        3953054847, ("move_columns", "sum_only_below", "carry_sums", "put_codes_before_names")
    ),
    Composition(1368487822, ("letter_rows", "unmerge_heads"), "differ_from_review"),
    Composition(
        647459203, ("put_indicators_below", "repeat_heads", "letter_rows"), None, example=True
    ),
    Composition(
        3712293068,
        ("add_blank_rows", "write_amounts_in_rupiah", "reword_total", "dot_codes", "move_columns"),
        "differ_between_tables",
    ),
    Composition(2431800192, ("abbreviate_heads", "move_columns"), "spoil_program"),
    Composition(2171708611, ("put_recap_beside", "dot_codes", "sum_only_below", "shout_heads")),
    Composition(
        1088735086, ("use_sipd_form", "split_units", "write_amounts_in_rupiah"), None, True
    ),
    Composition(3021980059, ("put_codes_before_names", "letter_rows"), "repeat_code"),
    Composition(
        1312963668, ("split_by_place", "rename_sheets", "stack_tables"), None, example=True
    ),
    Composition(
        508664436,
        (
            "move_columns",
            "letter_rows",
            "repeat_for_indicators",
            "split_codes_as_text",
            "add_budget_sheet",
        ),
        "differ_from_review",
    ),
)


def _is_fitting(composition: Composition) -> bool:
    return not (composition.example and WHOLE_THOUSANDS.intersection(composition.transforms))


_COMPOSITIONS = st.builds(
    Composition,
    st.integers(0, 2**32 - 1),
    st.lists(
        st.sampled_from(sorted(TRANSFORMS)),
        min_size=3,
        max_size=6,
        unique_by=lambda name: TRANSFORMS[name].slot,
    ).map(tuple),
    st.sampled_from((None, *sorted(MISTAKES))),
    st.sampled_from((False, False, False, True)),
).filter(_is_fitting)


#: Making a failing composition smaller takes minutes, and tells little: `python -m composition`.
PHASES = (Phase.explicit, Phase.generate)


@settings(max_examples=COUNT, derandomize=COUNT <= 60, phases=PHASES)
@given(composition=_COMPOSITIONS)
def test_any_layout_is_read_alike(
    composition: Composition, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "composition.xlsx"
    assert find_faults(composition, path) == []


@pytest.mark.parametrize("composition", FAILED)
def test_layout_that_once_failed(composition: Composition, tmp_path: Path) -> None:
    assert find_faults(composition, tmp_path / "composition.xlsx") == []


@pytest.mark.parametrize("mistake", sorted(MISTAKES))
def test_every_mistake_is_told_in_the_plain_layout(mistake: str, tmp_path: Path) -> None:
    assert find_faults(Composition(1, (), mistake), tmp_path / "composition.xlsx") == []


@pytest.mark.parametrize("name", sorted(TRANSFORMS))
def test_every_change_of_layout_holds_alone(name: str, tmp_path: Path) -> None:
    assert find_faults(Composition(2, (name,)), tmp_path / "composition.xlsx") == []
