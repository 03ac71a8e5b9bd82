"""The example in every format: the same findings at the same cells as in the .xlsx."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from libreoffice import find_soffice
from selaras import check
from selaras.intake import read_book
from selaras.values.finding import Finding

_EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "renja-mojokerto-2024.xlsx"

#: Separator, encoding (76: UTF-8, 1: Windows-1252, 65535: UTF-16) and language of a text that
#: LibreOffice writes, every sheet in a file of its own.
_TEXT = "csv:Text - txt - csv (StarCalc):{},34,{},1,,{},false,true,false,false,false,-1"
_ENGLISH, _INDONESIAN = 1033, 1057

Key = tuple[str, str, str | None, str, str]


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with amounts as people format them, an error value, and a hidden row."""
    path = tmp_path_factory.mktemp("asal") / "renja.xlsx"
    workbook = openpyxl.load_workbook(_EXAMPLE)
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int) and cell.value > 9_999:
                    cell.number_format = "#,##0.00"
    workbook["T-C.33"]["K12"] = "=1/0"
    workbook["T-C.33"].row_dimensions[12].hidden = True
    workbook.save(path)
    # LibreOffice works out the formulas, as Excel would have before it saved.
    _convert(path, "xlsx", path.parent / "hitung")
    return path.parent / "hitung" / "renja.xlsx"


def _convert(path: Path, form: str, folder: Path) -> None:
    profile = path.parent / "profil"
    subprocess.run(
        [
            find_soffice(), f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--convert-to", form, "--outdir", str(folder), str(path),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def _key(finding: Finding) -> Key:
    shown = str(finding.expected), str(finding.actual)
    return finding.code, finding.severity.value, finding.cell, *shown


def _keys(path: Path, keep: Callable[[Finding], bool]) -> dict[str, set[Key]]:
    found: dict[str, set[Key]] = {}
    for finding in filter(keep, check(path).findings):
        found.setdefault(finding.sheet or "", set()).add(_key(finding))
    return found


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_the_same_findings_in_every_workbook(spoiled: Path, tmp_path: Path, form: str) -> None:
    _convert(spoiled, form, tmp_path)
    expected = _keys(spoiled, lambda _: True)
    assert ("ANG002", "error", "K12", "None", "#DIV/0!") in expected["T-C.33"]
    assert _keys(tmp_path / f"renja.{form}", lambda _: True) == expected
    sheet = read_book(tmp_path / f"renja.{form}").sheet("T-C.33")
    assert sheet.hidden_rows == {12}
    assert sheet.formulas == read_book(spoiled).sheet("T-C.33").formulas


def _of_one_sheet(finding: Finding) -> bool:
    """Tell whether a text can show it too: no other table, no formula, no hidden row is needed."""
    return (
        finding.code[:3] in ("KOD", "JML", "ISI", "IND", "ANG")
        and len({place.sheet for place in finding.related} | {finding.sheet}) == 1
    )


@pytest.mark.parametrize(
    ("separator", "encoding", "language"),
    [(",", 76, _ENGLISH), (";", 1, _INDONESIAN), ("\t", 65535, _INDONESIAN), (";", 76, _ENGLISH)],
)
def test_the_same_findings_in_text(
    spoiled: Path, tmp_path: Path, separator: str, encoding: int, language: int
) -> None:
    _convert(spoiled, _TEXT.format(ord(separator), encoding, language), tmp_path)
    expected = _keys(spoiled, _of_one_sheet)
    assert sum(map(len, expected.values())) > 20
    for sheet, keys in expected.items():
        found = _keys(tmp_path / f"renja-{sheet}.csv", _of_one_sheet)
        assert found.get(f"renja-{sheet}", set()) == keys, sheet
