"""Selaras reads every template as what it is, and passes none that nobody has filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.tables import BY_NAME
from selaras.values.finding import Severity
from selaras_templates.setting import WORKBOOK_KINDS

from .books import YEAR, check_workbook, read_empty

OWN_PERIOD_TABLES = ("T-C.23", "T-C.24", "T-C.25", "T-C.26", "T-C.27")


@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_every_table_is_recognised_with_all_its_printed_columns(kind: str, tmp_path: Path) -> None:
    report = check_workbook(tmp_path, read_empty(kind))
    assert [table.table for table in report.tables] == list(WORKBOOK_KINDS[kind].tables)
    for table in report.tables:
        assert table.sheet == table.table
        printed = {column.key for column in BY_NAME[table.table].columns if column.printed_number}
        assert set(table.columns) == printed
        if table.table not in OWN_PERIOD_TABLES:
            past = {"Tabel 2.1": 2, "Tabel 2.2": 1}.get(table.table, 0)
            assert table.year == YEAR - past
    assert {skipped.sheet for skipped in report.skipped_sheets} == {"Petunjuk", "Pengaturan"}


@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_an_empty_template_is_called_empty_and_nothing_else(kind: str, tmp_path: Path) -> None:
    report = check_workbook(tmp_path, read_empty(kind))
    assert report.verdict == "kosong"
    empty = [(f.table, f.severity, f.cell) for f in report.findings if f.code == "LBR009"]
    assert empty == [(table.table, Severity.ERROR, "A5") for table in report.tables]
    # A template of a part of the Renja may lack other tables; nothing else is to be said.
    assert {f.code for f in report.findings} <= {"LBR001", "LBR009"}
    assert {f.severity for f in report.findings if f.code == "LBR001"} <= {Severity.WARNING}
    # The total alone is a row.
    assert all(table.rows <= 1 for table in report.tables)
