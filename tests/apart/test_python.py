"""Waivers and baselines from Python, on the example as it is."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import selaras
from selaras.settings.errors import ConfigError

EXAMPLE = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"
DAY = datetime.date(2026, 6, 30)


@pytest.fixture
def waivers(tmp_path: Path) -> Path:
    path = tmp_path / "w.toml"
    path.write_text(
        '[[pengecualian]]\naturan = "JML002"\nkode = "2.17.01"\ntabel = "T-C.33"\n'
        'alasan = "x"\npemilik = "y"\nberlaku_sampai = 2026-06-30\n'
    )
    return path


def test_waived_until_its_last_day(waivers: Path) -> None:
    whole = selaras.check(EXAMPLE)
    report = selaras.check(EXAMPLE, pengecualian=waivers, hari_ini=DAY)
    (waived,) = report.waived
    assert (waived.finding.cell, waived.finding.expected) == ("O8", 12_076_248_802)
    assert waived.waiver.last_day == DAY
    assert sorted([*report.findings, waived.finding]) == sorted(whole.findings)
    later = selaras.check(EXAMPLE, pengecualian=waivers, hari_ini=datetime.date(2026, 7, 1))
    assert later.waived == []
    assert later.workbooks[0].findings == whole.workbooks[0].findings
    assert [finding.code for finding in later.run] == ["SYS004"]


def test_everything_is_known_to_its_own_report(tmp_path: Path) -> None:
    whole = selaras.check(EXAMPLE)
    (tmp_path / "acuan.json").write_text(whole.to_json(), encoding="utf-8")
    report = selaras.check(EXAMPLE, acuan=tmp_path / "acuan.json")
    assert report.findings == []
    assert report.known == whole.findings
    # What a rule found stays what it found.
    assert [(rule.code, rule.found) for rule in report.workbooks[0].rules] == [
        (rule.code, rule.found) for rule in whole.workbooks[0].rules
    ]


def test_mistakes_are_exceptions(tmp_path: Path) -> None:
    for option in ("pengecualian", "acuan"):
        with pytest.raises(ConfigError, match="tidak dapat dibuka"):
            selaras.check(EXAMPLE, **{option: tmp_path / "tiada"})
