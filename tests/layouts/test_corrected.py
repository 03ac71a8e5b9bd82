"""The corrected copy is what its builder builds, and a correction that does not fit is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_corrected import CORRECTED, build, build_listing
from renja_mojokerto.corrected import list_changes, load_corrected
from renja_mojokerto.correction import At, Put, Reword, apply
from renja_mojokerto.document import PRINTED

from .test_example import list_members


def test_committed_copy_is_a_fresh_build(tmp_path: Path) -> None:
    fresh = tmp_path / CORRECTED.name
    build(fresh)
    assert list_members(CORRECTED) == list_members(fresh)
    assert CORRECTED.with_suffix(".md").read_text(encoding="utf-8") == build_listing()


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    build(tmp_path / "1.xlsx")
    build(tmp_path / "2.xlsx")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


def test_every_change_is_told_with_its_reason() -> None:
    """The rows that differ from the printed document are those of the changes, no more."""
    told = {(change.table, change.column) for change in list_changes()}
    assert all(change.why for change in list_changes())
    for name, table in load_corrected().tables.items():
        printed = {id(row.values) for row in PRINTED.tables[name].rows}
        changed = [row for row in table.rows if id(row.values) not in printed]
        assert bool(changed) == any(table == name for table, _ in told)
    assert len(load_corrected().tables["T-C.29"].rows) == len(PRINTED.tables["T-C.29"].rows) + 3


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        (Put(("T-C.33",), At("2.17.09"), {"target": "1"}, "x"), "0 rows"),
        (Put(("T-C.33",), At(text="Rincian"), {"target": "1"}, "x"), "rows"),
        (Put(("T-C.33",), At("2.17.01"), {"sumber_dana": "APBD"}, "x"), "already"),
        (Reword("Tabel 2.2", "dua milyar", "tiga milyar", "x"), "changes nothing"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(correction: Put | Reword, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        apply(PRINTED, [correction])
