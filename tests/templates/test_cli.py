"""`selaras template` as people run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import selaras
import selaras_templates
from installed import write_metadata
from nomenklatur.lists import HEAD, ROWS, write_csv
from selaras.files import write_new
from selaras.values.finding import Severity
from selaras_templates.setting import WORKBOOK_KINDS

from .books import check_workbook
from .calc import CalcBook

Run = Callable[..., subprocess.CompletedProcess[str]]
OPD = "2.17.3.30.0.00.01.0000"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `selaras` in the test's folder, with its commands registered."""
    roots = [Path(module.__file__ or "").parents[1] for module in (selaras, selaras_templates)]
    path = os.pathsep.join(map(str, [write_metadata(tmp_path / "paket"), *roots]))
    clean = {key: value for key, value in os.environ.items() if not key.startswith("SELARAS_")}

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "selaras", "template", *map(str, arguments)],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env={**clean, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            timeout=120,
            check=False,
        )

    return run


def test_list_names_every_kind_and_its_tables(run: Run) -> None:
    done = run("list")
    assert done.returncode == 0
    for name, kind in WORKBOOK_KINDS.items():
        assert name in done.stdout
        assert kind.title.id in done.stdout
        assert ", ".join(kind.tables) in done.stdout


def test_one_is_made_for_a_year_and_an_agency(run: Run, tmp_path: Path) -> None:
    done = run("rkpd-review", "--year", 2026, "--opd", OPD, "--government", "kota", "-o", "b.xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "b.xlsx dibuat" in done.stdout
    made = tmp_path / "b.xlsx"
    report = check_workbook(tmp_path, made.read_bytes())
    assert {table.year for table in report.tables} == {2026}
    from openpyxl import load_workbook

    settings = load_workbook(made)["Pengaturan"]
    told = {row[0].value: row[1].value for row in settings["A5:B11"]}
    assert told["Kode perangkat daerah"] == OPD
    assert told["Jenis pemerintah daerah"] == "kota"
    assert told["Tahun rencana"] == 2026


def test_what_is_there_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_text("punya orang")
    done = run("renja", "--year", 2026, "-o", "b.xlsx")
    assert done.returncode == 2
    assert "sudah ada dan tidak ditimpa" in done.stderr
    assert (tmp_path / "b.xlsx").read_text() == "punya orang"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.xlsx", "paket"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["renja", "-o", "x.xlsx"], "belum diberikan: --year"),
        (["renja", "--year", "2026"], "belum diberikan: -o"),
        (["renja", "--year", "26", "-o", "x.xlsx"], "--year"),
        (["renja", "--year", "2026", "--rows", "0", "-o", "x.xlsx"], "--rows"),
        (["renja", "--year", "2026", "-o", "x.xls"], "berakhiran .xlsx"),
        (["renja", "--year", "2026", "-o", "tidak/ada/x.xlsx"], "foldernya tidak ada"),
        (["renja", "--year", "2026", "--opd", "2.17", "-o", "x.xlsx"], "bukan kode perangkat"),
        (["rencana", "--year", "2026", "-o", "x.xlsx"], "rkpd-review"),
        (["renja", "--year", "2026", "--nomenclature", "a", "-o", "x.xlsx"], "memerlukan --opd"),
        (
            ["renja", "--year", "2026", "--opd", OPD, "--nomenclature", "a.csv", "-o", "x.xlsx"],
            "a.csv",
        ),
    ],
)
def test_mistakes_are_told_in_one_sentence(
    arguments: list[str], said: str, run: Run, tmp_path: Path
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["paket"]


def test_in_english(run: Run) -> None:
    assert "missing: --year" in run("renja", "-o", "x.xlsx", "--lang", "en").stderr
    assert "Quarterly evaluation" in run("list", "--lang", "en").stdout


def test_a_file_appears_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="disk full"):
        write_new(tmp_path / "b.xlsx", b"isi")
    assert list(tmp_path.iterdir()) == []


def test_a_name_taken_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "tidak-ada")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "b.xlsx", b"isi")


# Official names


def test_official_names_appear_beside_their_codes(
    run: Run, tmp_path: Path, opener: Callable[[bytes], CalcBook]
) -> None:
    others = [["1.01.02", "program", "PROGRAM PENGELOLAAN PENDIDIKAN", "", "", ""]]
    write_csv(tmp_path / "daftar.csv", [HEAD, *ROWS, *others])
    done = run(
        *("sipd", "--year", 2026, "--opd", OPD, "--government", "kabupaten"),
        *("--nomenclature", "daftar.csv", "--rows", 20, "-o", "b.xlsx"),
    )
    assert (done.returncode, done.stderr) == (0, "")
    data = (tmp_path / "b.xlsx").read_bytes()
    report = check_workbook(tmp_path, data)
    # Nothing is wrong but that nothing is filled in.
    assert [f.code for f in report.findings if f.severity is Severity.ERROR] == ["LBR009"]
    book = opener(data)
    assert book.find_errors() == []
    hidden = book["Nomenklatur"]
    assert not hidden.sheet.IsVisible
    codes = [code for code in hidden.read_column("A", 3, 30) if code]
    assert codes == [
        *("2", "2.17", "2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"),
        *("2.17.03", "2.17.03.2.01", "2.17.03.2.01.0003"),
    ]
    sheet = book["SIPD-17"]
    rule = sheet.find_cell("B10").Validation
    assert (rule.Type.value, rule.getFormula1()) == ("LIST", "nomenklatur_kode")
    assert rule.ErrorAlertStyle.value == "WARNING"
    sheet.type_into("B10", "2.17.01.2.01.0001")
    assert sheet.read_value("C10") == "Penyusunan Dokumen"
    assert sheet.read_value("D10") == "Jumlah Dokumen"
    unit = book["SIPD-17"].read_column("W", 10, 10)
    assert unit == ["Dokumen"]
    sheet.type_into("B11", "2.17.09")
    assert sheet.read_value("C11") == ""


def test_a_list_without_the_agencys_codes_is_refused(run: Run, tmp_path: Path) -> None:
    rows = [["1.01.02", "program", "PROGRAM PENGELOLAAN PENDIDIKAN", "", "", ""]]
    write_csv(tmp_path / "daftar.csv", [HEAD, *rows])
    done = run(
        *("sipd", "--year", 2026, "--opd", OPD),
        *("--nomenclature", "daftar.csv", "-o", "b.xlsx"),
    )
    assert done.returncode == 2
    assert "tidak memuat kode" in done.stderr
