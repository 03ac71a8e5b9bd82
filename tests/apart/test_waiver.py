"""Waivers and known fingerprints set findings apart; what they do not match stays."""

from __future__ import annotations

import datetime

import pytest

from selaras.model.waiver import PartedFindings, Waiver, part_findings
from selaras.values.finding import Finding, Severity
from selaras.values.text import Text

LATER_DATE = datetime.date(2027, 1, 1)


def finding(code: str, kode: str | None, fingerprint: str, table: str = "T-C.33") -> Finding:
    return Finding(
        message=Text("x", "x"),
        code=code,
        kode=kode,
        table=table,
        severity=Severity.ERROR,
        fingerprint=fingerprint,
    )


FINDINGS = (
    finding("JML002", "2.17.01", "a1"),
    finding("JML002", "2.17.02", "a2"),
    finding("KOD002", "2.17.01.2.01.0001", "a3"),
    finding("SYS002", None, "a4"),
    finding("JML002", "2.17.01", "a5", "Tabel 4.1"),
)


def waiver(**what: str) -> Waiver:
    return Waiver("disetujui", "Bappeda", LATER_DATE, **what)


def part(*waivers: Waiver, known: frozenset[str] = frozenset()) -> PartedFindings:
    done = part_findings(FINDINGS, waivers, known)
    apart = [one.finding for one in done.waived]
    assert {*done.findings, *apart, *done.known} == set(FINDINGS)
    assert len(done.findings) + len(apart) + len(done.known) == len(FINDINGS)
    return done


def waived(*waivers: Waiver) -> list[str]:
    return [one.finding.fingerprint for one in part(*waivers).waived]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ({"fingerprint": "a2"}, ["a2"]),
        ({"fingerprint": "zz"}, []),
        ({"rule_code": "JML002"}, ["a1", "a2", "a5"]),
        ({"rule_code": "JML002", "kode": "2.17.1"}, ["a1", "a5"]),
        ({"rule_code": "KOD002", "kode": "2 17 1 2 1 1"}, ["a3"]),
        ({"rule_code": "JML002", "table": "Tabel 4.1"}, ["a5"]),
        ({"rule_code": "JML002", "kode": "2.17.01", "table": "T-C.33"}, ["a1"]),
        ({"rule_code": "JML002", "kode": "2.17.03"}, []),
        ({"fingerprint": "a1", "rule_code": "JML002"}, ["a1"]),
        ({"fingerprint": "a1", "rule_code": "KOD002"}, []),
    ],
)
def test_what_a_waiver_is_for(what: dict[str, str], expected: list[str]) -> None:
    assert waived(waiver(**what)) == expected


def test_the_run_itself_cannot_be_waived() -> None:
    done = part(waiver(rule_code="SYS002"), waiver(fingerprint="a4"), known=frozenset({"a4"}))
    assert done.findings == FINDINGS


def test_every_waiver_that_matches_is_used_and_the_first_answers() -> None:
    one, two, three = waiver(rule_code="JML002"), waiver(fingerprint="a1"), waiver(fingerprint="zz")
    done = part(one, two, three)
    assert done.used == {one, two}
    assert {w.finding.fingerprint: w.waiver for w in done.waived} == {
        "a1": two,
        "a2": one,
        "a5": one,
    }


def test_known_findings_are_apart_from_waived_ones() -> None:
    done = part(waiver(fingerprint="a1"), known=frozenset({"a1", "a3"}))
    assert [one.finding.fingerprint for one in done.waived] == ["a1"]
    assert [one.fingerprint for one in done.known] == ["a3"]


@pytest.mark.parametrize(
    ("file", "path", "same"),
    [
        ("", "apa/saja.xlsx", True),
        ("renja.xlsx", "kiriman/dinas-a/renja.xlsx", True),
        ("Dinas-A/RENJA.xlsx", "kiriman/dinas-a/renja.xlsx", True),
        ("dinas-b/renja.xlsx", "kiriman/dinas-a/renja.xlsx", False),
        ("enja.xlsx", "renja.xlsx", False),
        ("dinas-a\\renja.xlsx", "dinas-a/renja.xlsx", True),
        ("a/b/renja.xlsx", "renja.xlsx", False),
    ],
)
def test_waiver_of_one_workbook(file: str, path: str, same: bool) -> None:
    assert waiver(rule_code="JML002", file=file).is_for_file(path) is same
