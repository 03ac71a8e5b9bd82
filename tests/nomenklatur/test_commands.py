"""`selaras nomenclature`, and `selaras check` with and without a list."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from .conftest import Run
from .lists import HEAD, ROOT, ROWS, SHARED_NOMENKLATUR, write_csv

EXAMPLE = ROOT / "examples" / "renja-mojokerto-2024.xlsx"


def said(done: subprocess.CompletedProcess[str], code: int) -> str:
    assert done.returncode == code, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stdout if code < 2 else done.stderr


def test_add_list_use_show_search(run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "nomenklatur 2024.csv", [HEAD, *ROWS])
    out = said(run("nomenclature", "add", path), 0)
    assert "“nomenklatur 2024” dimuat: 8 nomenklatur (1 urusan, 1 bidang urusan, 2 program" in out
    assert "rencana tahun 2024" in out
    out = said(run("nomenclature", "add", path, "--name", "B", "--year", "2025-2026"), 0)
    assert "2025-2026" in out
    said(run("nomenclature", "use", "b"), 0)
    first, second, *_ = said(run("nomenclature", "list"), 0).splitlines()
    assert first.startswith("* B  ")
    assert second.startswith("  nomenklatur 2024  2024  ")
    out = said(run("nomenclature", "show", "2.17.01.2.01.01"), 0)
    assert "2.17.01.2.01.01  Penyusunan Dokumen  (X.XX.01.2.01.0001)" in out
    assert "indikator   Jumlah Dokumen" in out
    out = said(run("nomenclature", "search", "penguatan", "KELEMBAGAAN"), 0)
    assert out == "2.17.03.2.01.0003  Penguatan Kelembagaan\n"


def test_english(run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, *ROWS, ["2.17.04", "", "", "", "", ""]])
    out = said(run("nomenclature", "add", path, "--lang", "en"), 0)
    assert "was loaded: 8 entries" in out
    assert "1 rows left out: the name is blank" in out
    assert "unit" in said(run("nomenclature", "show", "2.17.03.2.01.03", "--lang", "en"), 0)


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("list",), 0, "Belum ada"),
        (("show", "2.17"), 0, "KOPERASI"),
        (("show", "2.17.03"), 2, "Belum ada"),
        (("show", "abc"), 2, "bukan kode"),
        (("use", "a"), 2, "Belum ada"),
        (("search", "a"), 2, "Belum ada"),
        (("add", "tiada.csv"), 2, "tidak ada"),
        (("add", EXAMPLE), 2, "rencana"),
        (("add", "tiada.csv", "--year", "x"), 2, "bukan tahun"),
        ((), 2, "TINDAKAN"),
        (("hapus",), 2, "bukan pilihan"),
    ],
)
def test_without_a_list(run: Run, arguments: tuple[object, ...], code: int, word: str) -> None:
    assert word in said(run("nomenclature", *arguments), code)


def test_what_is_not_there(run: Run, tmp_path: Path) -> None:
    said(run("nomenclature", "add", write_csv(tmp_path / "daftar.csv", [HEAD, *ROWS])), 0)
    assert "tidak ada di nomenklatur" in said(run("nomenclature", "show", "2.17.09"), 1)
    assert "Tidak ada nama" in said(run("nomenclature", "search", "zzz"), 1)
    assert "maksud Anda daftar?" in said(run("nomenclature", "use", "dattar"), 2)


def test_folder_that_cannot_be_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    path = write_csv(tmp_path / "a.csv", [HEAD, *ROWS])
    assert "folder data" in said(run("nomenclature", "add", path), 2)


def rules(run: Run, *arguments: object) -> dict[str, dict[str, object]]:
    selected = [f"--select={code}" for code in ("KOD005", "KOD006", "IND006")]
    done = run("check", EXAMPLE, "--format", "json", *selected, *arguments)
    (workbook,) = json.loads(done.stdout)["workbooks"]
    return {rule["code"]: rule for rule in workbook["rules"]}


def test_a_check_without_a_list_says_so(run: Run) -> None:
    for rule in rules(run).values():
        assert rule["status"] == "skipped"
        assert rule["reason"] == "nomenklatur belum dimuat"
    assert {rule["reason"] for rule in rules(run, "--lang", "en").values()} == {
        "no nomenclature is loaded"
    }


def test_a_check_with_the_list_of_another_year_says_so(run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "daftar 2030.csv", [HEAD, *ROWS])
    said(run("nomenclature", "add", path), 0)
    assert "tahun 2024" in str(rules(run)["KOD005"]["reason"])
    assert rules(run, "--nomenclature", "daftar 2030")["KOD005"]["status"] == "findings"
    said(run("nomenclature", "use", "daftar 2030"), 0)
    assert rules(run)["KOD005"]["status"] == "findings"


@pytest.mark.parametrize("place", ["option", "settings"])
def test_an_unknown_list_ends_the_run(run: Run, tmp_path: Path, place: str) -> None:
    def check(name: str) -> subprocess.CompletedProcess[str]:
        if place == "option":
            return run("check", EXAMPLE, "--nomenclature", name)
        (tmp_path / "selaras.toml").write_text(f'nomenklatur = "{name}"\n')
        return run("check", EXAMPLE)

    assert "nomenklatur “daftar 2030” belum dimuat" in said(check("daftar 2030"), 2)
    said(run("nomenclature", "add", write_csv(tmp_path / "daftar 2030.csv", [HEAD, *ROWS])), 0)
    done = check("dftar 2030")
    assert "maksud Anda daftar 2030?" in said(done, 2)
    assert done.stdout == ""
    assert "yang dimuat: daftar 2030" in said(check("xyz"), 2)
    assert check("Daftar 2030").returncode == 1


def test_a_damaged_store_ends_a_run_that_names_a_list(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nomenklatur.sqlite").write_bytes(b"rusak" * 1000)
    assert "tidak dapat dipakai" in said(run("check", EXAMPLE, "--nomenclature", "a"), 2)


def test_a_damaged_store_does_not_end_a_check(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nomenklatur.sqlite").write_bytes(b"rusak" * 1000)
    assert "tidak dapat dipakai" in str(rules(run)["KOD005"]["reason"])


def test_example_against_the_list_of_its_year(run: Run) -> None:
    path = SHARED_NOMENKLATUR / "nomenklatur_900_2023_kabkota.csv"
    if not path.exists():
        pytest.skip("the national lists are not here")
    said(run("nomenclature", "add", path), 0)
    selected = ("--select", "KOD005", "--select", "KOD006")
    done = run("check", EXAMPLE, "--format", "json", *selected)
    (workbook,) = json.loads(done.stdout)["workbooks"]
    found = [(f["code"], f["severity"], f["table"], f["kode"]) for f in workbook["findings"]]
    # Retired sub kegiatan in each of the three tables; typing mistakes; no error at all.
    assert sum(code == "KOD005" for code, *_ in found) == 15
    assert [rest for code, *rest in found if code == "KOD006"] == [
        ["warning", "T-C.29", "2.17.01"],
        ["warning", "T-C.33", "2.17.01.2.06.06"],
        ["warning", "T-C.33", "2.17.04.2.01"],
        ["warning", "Tabel 4.1", "2.17.01.2.06.05"],
        ["warning", "Tabel 4.1", "2.17.01.2.06.08"],
        ["warning", "Tabel 4.1", "2.17.04.2.01"],
    ]
