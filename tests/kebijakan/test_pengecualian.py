"""Waivers and baselines set findings apart; what they do not match stays."""

from __future__ import annotations

import datetime

from selaras.finding import Finding, Severity
from selaras.pengecualian import Pengecualian, pisahkan
from selaras.teks import Teks

HARI_INI = datetime.date(2026, 11, 24)
NANTI = datetime.date(2027, 1, 1)


def finding(code: str, kode: str | None, fingerprint: str) -> Finding:
    return Finding(
        message=Teks("x", "x"),
        code=code,
        kode=kode,
        severity=Severity.ERROR,
        fingerprint=fingerprint,
    )


FINDINGS = (
    finding("JML002", "2.17.01", "a1"),
    finding("JML002", "2.17.02", "a2"),
    finding("KOD002", "2.17.01.2.01.0001", "a3"),
    finding("SYS002", None, "a4"),
)


def apart(*waivers: Pengecualian, baseline: frozenset[str] = frozenset()) -> list[str]:
    done = pisahkan(FINDINGS, waivers, baseline, HARI_INI)
    assert len(done.findings) + len(done.dikecualikan) == len(FINDINGS)
    return [one.finding.fingerprint for one in done.dikecualikan]


def test_by_fingerprint() -> None:
    assert apart(Pengecualian("disetujui", "Bappeda", NANTI, sidik="a2")) == ["a2"]


def test_by_rule_and_code_however_written() -> None:
    assert apart(Pengecualian("disetujui", "Bappeda", NANTI, aturan="JML002", kode="2.17.1")) == [
        "a1"
    ]
    assert apart(
        Pengecualian("disetujui", "Bappeda", NANTI, aturan="kod002", kode="2 17 1 2 1 1")
    ) == ["a3"]


def test_by_rule_alone() -> None:
    assert apart(Pengecualian("disetujui", "Bappeda", NANTI, aturan="JML002")) == ["a1", "a2"]


def test_last_day_still_counts_and_the_next_does_not() -> None:
    assert apart(Pengecualian("x", "y", HARI_INI, sidik="a1")) == ["a1"]
    gone = Pengecualian("x", "y", HARI_INI - datetime.timedelta(days=1), sidik="a1")
    done = pisahkan(FINDINGS, [gone], frozenset(), HARI_INI)
    assert done.findings == FINDINGS
    assert done.kedaluwarsa == (gone,)
    assert done.tak_terpakai == ()


def test_a_waiver_that_matches_nothing_is_named() -> None:
    dead = Pengecualian("x", "y", NANTI, sidik="zz")
    assert pisahkan(FINDINGS, [dead], frozenset(), HARI_INI).tak_terpakai == (dead,)


def test_an_unread_file_cannot_be_waived() -> None:
    assert apart(Pengecualian("x", "y", NANTI, aturan="SYS002"), baseline=frozenset({"a4"})) == []


def test_baseline_by_fingerprint() -> None:
    assert apart(baseline=frozenset({"a1", "a3"})) == ["a1", "a3"]
