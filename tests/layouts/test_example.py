"""The committed example is what its builder builds, and always the same."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import openpyxl

from build_example import EXAMPLE, build
from renja_mojokerto.source import TABLES


def list_members(path: Path) -> dict[str, str]:
    """Return the parts of a workbook, freed of how the XML library and zlib write them."""
    with zipfile.ZipFile(path) as archive:
        return {name: canonicalize(archive.read(name).decode()) for name in archive.namelist()}


def test_committed_workbook_is_a_fresh_build(tmp_path: Path) -> None:
    fresh = tmp_path / EXAMPLE.name
    build(fresh)
    assert list_members(EXAMPLE) == list_members(fresh)


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    build(tmp_path / "1.xlsx")
    build(tmp_path / "2.xlsx")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


def test_one_sheet_a_table_in_the_documents_order() -> None:
    assert openpyxl.load_workbook(EXAMPLE, read_only=True).sheetnames == list(TABLES)


def test_cells_as_the_document_writes_them() -> None:
    book = openpyxl.load_workbook(EXAMPLE)
    plan, evaluation = book["T-C.33"], book["T-C.29"]
    assert [cell.value for cell in plan["A10:F10"][0]] == [2, 17, 1, 2, 1, 1]
    assert (plan["K8"].value, plan["O8"].value) == (4943313900, 6498624401)
    assert [cell.value for cell in evaluation["A13:F13"][0]] == ["2", "17", "01", "2", "01", "01"]
    numbers = [cell.value for cell in book["T-C.30"][7]]
    assert numbers == [*range(1, 11), 12, 13]
