"""Mistakes typed into real files, saved and checked as a user would."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest

from layouts import Place, write
from selaras import check
from selaras.values.finding import Finding, Severity

from .document import find_cell, find_kode_row, find_wrong_sums
from .running import TESTED_RULES

#: Rule, code of the row, column, what is typed, what the rule expects.
MISTAKES = [
    pytest.param("JML001", "2.17.01.2.01", "pagu", 90_000_001, 90_000_000, id="kegiatan"),
    pytest.param("JML007", "2.17.01.2.01.01", "pagu", "7.5OO.000", None, id="huruf"),
    pytest.param("ANG001", "2.17.01.2.01.01", "pagu", "7.500.000", 7_500_000, id="teks"),
    pytest.param("ANG005", "2.17.01.2.01.01", "pagu", "=7500000", None, id="rumus"),
    pytest.param("ANG002", "2.17.01.2.01.01", "target", "#REF!", None, id="galat"),
]


def check_layout(
    layout: str, folder: Path, code: str, key: str, value: object
) -> tuple[list[Finding], Place]:
    path, placement = write(layout, folder)
    table = "SIPD-17" if layout.startswith("sipd") else "T-C.33"
    place = placement[table, find_kode_row("T-C.33", code).index, key]
    book = openpyxl.load_workbook(path)
    book[place.sheet][place.address] = value
    book.save(path)
    (workbook,) = check(path).workbooks
    assert workbook.status == "checked"
    return [f for f in workbook.findings if f.code in TESTED_RULES], place


@pytest.mark.parametrize("layout", ["asli", "titik-4", "sipd"])
@pytest.mark.parametrize(("rule", "code", "key", "value", "expected"), MISTAKES)
def test_typed_into_a_file(
    layout: str,
    rule: str,
    code: str,
    key: str,
    value: object,
    expected: int | None,
    tmp_path: Path,
) -> None:
    findings, place = check_layout(layout, tmp_path, code, key, value)
    hits = [f for f in findings if f.code == rule and find_cell(f) == place]
    assert [f.expected for f in hits] == [expected]
    known = 4 + len(find_wrong_sums()) + (rule == "JML001")
    errors = [f for f in findings if f.severity is Severity.ERROR and f not in hits]
    assert len(errors) == known, [(f.code, *find_cell(f)) for f in errors]


def test_code_that_became_a_date(tmp_path: Path) -> None:
    value = datetime.datetime(2003, 2, 17)
    findings, place = check_layout("titik-4", tmp_path, "2.17.03", "kode", value)
    hits = [f for f in findings if find_cell(f) == place]
    assert [(f.code, f.expected, f.actual) for f in hits] == [("KOD010", "2.17.03", "2003-02-17")]
