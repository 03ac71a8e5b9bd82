"""On real workbooks all that is true is said, what was missed is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from .verdicts import judge, read_verdicts

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "asing"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real workbooks are not here")

WORKBOOKS = (
    "evaluasi-rkpd-deliserdang-2025.xlsx",
    "renstra-pupr-pasangkayu.xlsx",
    "rka-morowali-2018.xlsx",
    "sipd-cetak-dinsos-bengkuluutara-2026.xlsx",
    "sipd17-dinkes-bengkuluutara-2026.xlsx",
)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_findings_agree_with_the_verdicts(name: str) -> None:
    judged = judge(FOLDER / name, read_verdicts(FOLDER)[name])
    assert judged.absent == []
    assert judged.untrue == []


def test_every_workbook_with_verdicts_is_tested() -> None:
    assert set(read_verdicts(FOLDER)) == set(WORKBOOKS)
