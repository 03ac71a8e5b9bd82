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
from selaras_templates.build import bangun
from selaras_templates.setting import MACAM, Setelan

from .books import TAHUN, kosong

TERSIMPAN = Path(__file__).resolve().parents[2] / "workbook_templates"


def test_built_twice_it_is_the_same_bytes() -> None:
    assert bangun("renja", Setelan(TAHUN)) == kosong("renja")


@pytest.mark.parametrize("macam", MACAM)
def test_the_committed_workbooks_are_what_the_builder_makes(macam: str) -> None:
    built = zipfile.ZipFile(BytesIO(kosong(macam)))
    kept = zipfile.ZipFile(TERSIMPAN / f"{macam}.xlsx")
    assert built.namelist() == kept.namelist()
    for name in built.namelist():
        assert built.read(name) == kept.read(name), name


@pytest.mark.parametrize("macam", MACAM)
def test_every_formula_has_its_result(macam: str) -> None:
    sheets = read_book("buku.xlsx", kosong(macam)).sheets
    assert sum(len(sheet.formulas) for sheet in sheets) > 100
    assert [sheet.name for sheet in sheets if sheet.uncalculated or sheet.errors] == []


#: What Excel 2016 and LibreOffice 7 both have; NUMBERVALUE is written as of Excel 2013.
FUNGSI = {
    *("AND", "COUNT", "COUNTA", "COUNTIF", "FIND", "IF", "IFERROR", "INDEX", "ISNA", "ISNUMBER"),
    *("LEFT", "LEN", "MATCH", "MID", "N", "NOT", "OFFSET", "OR", "ROUND", "ROW", "ROWS"),
    *("SUBSTITUTE", "SUM", "SUMIF", "SUMPRODUCT", "TEXT", "_xlfn.NUMBERVALUE"),
}
_RUMUS = re.compile(
    r"<(f|formula|formula1|definedName|calculatedColumnFormula)\b[^>]*>(.*?)</\1>", re.DOTALL
)


def test_only_functions_that_both_programs_have() -> None:
    package = zipfile.ZipFile(BytesIO(kosong("lengkap")))
    used: set[str] = set()
    for name in package.namelist():
        if name.endswith(".xml"):
            for _, formula in _RUMUS.findall(package.read(name).decode()):
                plain = re.sub(r"&quot;.*?&quot;|\".*?\"|'.*?'", "", formula)
                used.update(re.findall(r"([A-Za-z_][A-Za-z_.]*)\(", plain))
    assert used == FUNGSI


UBAH = """
import sys
from selaras import tables
spec = tables.BY_NAME["T-C.33"]
columns = tuple(
    k._replace(heads=("Wilayah Garapan",)) if k.key == "lokasi" else k for k in spec.columns
)
if sys.argv[2] == "ubah":
    tables.BY_NAME["T-C.33"] = spec._replace(columns=columns)
    tables.SPECS = tuple(tables.BY_NAME[s.name] for s in tables.SPECS)
from selaras_templates.build import bangun
from selaras_templates.setting import Setelan
from selaras import check
if sys.argv[2] == "ubah":
    open(sys.argv[1], "wb").write(bangun("rkpd-review", Setelan(2027)))
(workbook,) = check(sys.argv[1]).workbooks
(table,) = [t for t in workbook.tables if t.table == "T-C.33"]
print(table.columns.get("lokasi"))
"""


def _jalankan(path: Path, *, ubah: bool) -> str:
    done = subprocess.run(
        [sys.executable, "-c", UBAH, str(path), "ubah" if ubah else "tetap"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_head_reworded_in_the_spec_changes_both_template_and_recognition(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "ubah.xlsx"
    assert _jalankan(path, ubah=True) == "D"
    assert load_workbook(path)["T-C.33"]["D6"].value == "Wilayah Garapan"
    # With the wording as it is, the same workbook has no such column.
    assert _jalankan(path, ubah=False) == "None"
