"""A nomenclature for one run, from a file: the same findings as when it is stored, nothing kept."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

import selaras
from selaras.batch import worker
from selaras.nomenklatur.one_off import is_file
from selaras.settings.errors import ConfigError

from .conftest import Run
from .lists import HEAD, ROOT, ROWS, SHARED_NOMENKLATUR, write_csv, write_xlsx

EXAMPLE = ROOT / "examples" / "renja-mojokerto-2024.xlsx"
ONLY = ("--select", "KOD005", "--select", "KOD006", "--select", "IND006", "--format", "json")
RULES = ["KOD005", "KOD006", "IND006"]


def nothing_stored(tmp_path: Path) -> bool:
    return not (tmp_path / "data").exists()


def stored_and_as_file(run: Run, tmp_path: Path, path: Path) -> tuple[str, str]:
    as_file = run("check", EXAMPLE, *ONLY, "--nomenclature", path)
    assert as_file.returncode in (0, 1), as_file.stderr
    assert nothing_stored(tmp_path)
    assert run("nomenclature", "add", path).returncode == 0
    stored = run("check", EXAMPLE, *ONLY, "--nomenclature", path.stem)
    return stored.stdout, as_file.stdout


@pytest.mark.parametrize("name", ["nomenklatur_900_2023_kabkota.csv", "nomenklatur_2027.csv"])
def test_national_lists_give_the_same_findings_stored_or_not(
    run: Run, tmp_path: Path, name: str
) -> None:
    path = SHARED_NOMENKLATUR / name
    if not path.exists():
        pytest.skip("the national lists are not here")
    stored, as_file = stored_and_as_file(run, tmp_path, path)
    assert as_file == stored
    assert len(json.loads(as_file)["workbooks"][0]["findings"]) > 15


def test_workbook_as_list(run: Run, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "daftar.xlsx", [HEAD, *ROWS])
    stored, as_file = stored_and_as_file(run, tmp_path, path)
    assert as_file == stored
    found = json.loads(as_file)["workbooks"][0]["findings"]
    # The list has 2.17.03 and X.XX.01 alone: program 2.17.04 is not in it, 2.17.03 is.
    codes = {finding["kode"] for finding in found if finding["code"] == "KOD005"}
    assert "2.17.04" in codes
    assert "2.17.03" not in codes
    assert any("nomenklatur “daftar”" in finding["message"] for finding in found)


def test_children_see_it_forked_or_fresh_many_or_one(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "daftar.csv", [HEAD, *ROWS])
    one = selaras.check(EXAMPLE, nomenklatur=path, pilih=RULES)
    assert one.findings
    copy = tmp_path / "kedua.xlsx"
    copy.write_bytes(EXAMPLE.read_bytes())
    many = selaras.check(EXAMPLE, copy, nomenklatur=path, pilih=RULES, jobs=2)
    for workbook in many.workbooks:
        assert workbook.findings == one.workbooks[0].findings
    inside = selaras.check(EXAMPLE, nomenklatur=path, pilih=RULES, isolate=False)
    assert inside.to_json() == one.to_json()
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not worker._can_fork()
        fresh = selaras.check(EXAMPLE, nomenklatur=path, pilih=RULES)
    finally:
        done.set()
        thread.join()
    assert fresh.to_json() == one.to_json()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("tiada.csv", None, "tiada.csv tidak dapat dibuka: berkasnya tidak ada"),
        ("catatan.txt", "hanya catatan", "Tidak ada nomenklatur di berkas ini"),
        ("rusak.xlsx", "PK\x03\x04 rusak", "."),
        ("kosong.csv", "", "."),
    ],
)
def test_bad_file_is_a_mistake_before_any_workbook(
    run: Run, tmp_path: Path, name: str, content: str | None, says: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    done = run("check", EXAMPLE, "--nomenclature", name)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "nomenklatur" in done.stderr
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_plan_is_no_list(run: Run) -> None:
    done = run("check", EXAMPLE, "--nomenclature", EXAMPLE)
    assert done.returncode == 2
    assert "tampaknya rencana" in done.stderr


def test_rows_that_could_not_be_used_are_told(run: Run, tmp_path: Path) -> None:
    write_csv(tmp_path / "daftar.csv", [HEAD, *ROWS, ["2.17.04", "", "", "", "", ""]])
    done = run("check", EXAMPLE, *ONLY, "--nomenclature", "daftar.csv")
    assert done.stderr == "selaras: daftar.csv: 1 baris dilewati karena namanya kosong\n"


def test_settings_file_may_name_it_beside_itself(run: Run, tmp_path: Path) -> None:
    (tmp_path / "atur").mkdir()
    write_csv(tmp_path / "atur" / "daftar.csv", [HEAD, *ROWS])
    (tmp_path / "atur" / "saya.toml").write_text('nomenklatur = "daftar.csv"\n')
    by_settings = run("check", EXAMPLE, *ONLY, "--config", "atur/saya.toml")
    by_option = run("check", EXAMPLE, *ONLY, "--nomenclature", "atur/daftar.csv")
    assert by_settings.stdout == by_option.stdout
    assert '"KOD005", "name"' in by_settings.stdout
    (tmp_path / "atur" / "daftar.csv").unlink()
    done = run("check", EXAMPLE, "--config", "atur/saya.toml")
    assert done.returncode == 2
    assert "atur/saya.toml: nomenklatur: atur/daftar.csv tidak dapat dibuka" in done.stderr


def test_from_python_a_bad_file_is_an_exception(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="tidak ada"):
        selaras.check(EXAMPLE, nomenklatur=tmp_path / "tiada.csv")


def test_what_is_a_file_and_what_a_name(tmp_path: Path) -> None:
    (tmp_path / "2024").touch()
    for name in ("daftar.csv", "DAFTAR.XLSX", "a/b.ods"):
        assert is_file(name)
    for name in ("2024", "Kepmendagri 050-5889/2021", "SIPD 2024.1"):
        assert not is_file(name, str(tmp_path))
    assert is_file(f"{tmp_path}/2024")
