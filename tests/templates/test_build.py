"""The built workbooks: the same bytes each time, and heads that follow the specs."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from selaras.intake import read_book
from selaras_templates.build import build_workbook
from selaras_templates.setting import WORKBOOK_KINDS, TemplateSetting

from .books import YEAR, read_empty

COMMITTED_FOLDER = Path(__file__).resolve().parents[2] / "workbook_templates"


def test_built_twice_it_is_the_same_bytes() -> None:
    assert build_workbook("renja", TemplateSetting(YEAR)) == read_empty("renja")


@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_the_committed_workbooks_are_what_the_builder_makes(kind: str) -> None:
    built = zipfile.ZipFile(BytesIO(read_empty(kind)))
    kept = zipfile.ZipFile(COMMITTED_FOLDER / f"{kind}.xlsx")
    assert built.namelist() == kept.namelist()
    for name in built.namelist():
        assert built.read(name) == kept.read(name), name


@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_every_formula_has_its_result(kind: str) -> None:
    sheets = read_book("buku.xlsx", read_empty(kind)).sheets
    assert sum(len(sheet.formulas) for sheet in sheets) > 100
    assert [sheet.name for sheet in sheets if sheet.uncalculated or sheet.errors] == []


#: What Excel 2016 and LibreOffice 7 both have; NUMBERVALUE is written as of Excel 2013.
FUNCTIONS = {
    *("AND", "COUNT", "COUNTA", "COUNTIF", "FIND", "IF", "IFERROR", "INDEX", "ISNA", "ISNUMBER"),
    *("LEFT", "LEN", "MATCH", "MID", "N", "NOT", "OFFSET", "OR", "ROUND", "ROW", "ROWS"),
    *("SUBSTITUTE", "SUM", "SUMIF", "SUMPRODUCT", "TEXT", "_xlfn.NUMBERVALUE"),
}
_FORMULA = re.compile(
    r"<(f|formula|formula1|definedName|calculatedColumnFormula)\b[^>]*>(.*?)</\1>", re.DOTALL
)


def test_only_functions_that_both_programs_have() -> None:
    package = zipfile.ZipFile(BytesIO(read_empty("lengkap")))
    used: set[str] = set()
    for name in package.namelist():
        if name.endswith(".xml"):
            for _, formula in _FORMULA.findall(package.read(name).decode()):
                plain = re.sub(r"&quot;.*?&quot;|\".*?\"|'.*?'", "", formula)
                used.update(re.findall(r"([A-Za-z_][A-Za-z_.]*)\(", plain))
    assert used == FUNCTIONS


REWORD_SCRIPT = """
import sys
from selaras import tables
spec = tables.BY_NAME["T-C.33"]
columns = tuple(
    k._replace(heads=("Wilayah Garapan",)) if k.key == "lokasi" else k for k in spec.columns
)
if sys.argv[2] == "ubah":
    tables.BY_NAME["T-C.33"] = spec._replace(columns=columns)
    tables.SPECS = tuple(tables.BY_NAME[s.name] for s in tables.SPECS)
from selaras_templates.build import build_workbook
from selaras_templates.setting import TemplateSetting
from selaras import check
if sys.argv[2] == "ubah":
    open(sys.argv[1], "wb").write(build_workbook("rkpd-review", TemplateSetting(2027)))
(workbook,) = check(sys.argv[1]).workbooks
(table,) = [t for t in workbook.tables if t.table == "T-C.33"]
print(table.columns.get("lokasi"))
"""


def _run_build(path: Path, *, reworded: bool) -> str:
    done = subprocess.run(
        [sys.executable, "-c", REWORD_SCRIPT, str(path), "ubah" if reworded else "tetap"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_head_reworded_in_the_spec_changes_both_template_and_recognition(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "ubah.xlsx"
    assert _run_build(path, reworded=True) == "D"
    assert load_workbook(path)["T-C.33"]["D6"].value == "Wilayah Garapan"
    # With the wording as it is, the same workbook has no such column.
    assert _run_build(path, reworded=False) == "None"
