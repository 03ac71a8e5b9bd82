"""Settings files as the command line meets them."""

from __future__ import annotations

import json
from pathlib import Path

from plans import Run, write_plan


def test_wrong_file_of_ones_own_ends_the_run(run: Run, bad: Path, tmp_path: Path) -> None:
    (tmp_path / "selaras.toml").write_text("tahunn = 2024\n")
    done = run("check", bad)
    assert done.returncode == 2
    assert "maksud Anda tahun?" in done.stderr
    assert done.stdout == ""


def test_wrong_file_beside_a_submission_costs_the_others_nothing(
    run: Run, bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "kiriman").mkdir()
    write_plan(tmp_path / "kiriman" / "renja.xlsx", 301_000_000)
    (tmp_path / "kiriman" / "selaras.toml").write_text("tahunn = 2024\n")
    done = run("check", "kiriman", bad, "--format", "json", "--select", "JML")
    assert done.returncode == 2
    assert "maksud Anda tahun?" in done.stderr
    beside, other = json.loads(done.stdout)["workbooks"]
    assert beside["status"] == "unreadable"
    assert "tahunn" in beside["findings"][0]["message"]
    assert other["status"] == "checked"
    assert {found["code"] for found in other["findings"]} == {"JML002"}


def test_submission_cannot_silence_its_errors(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kiriman").mkdir()
    write_plan(tmp_path / "kiriman" / "renja.xlsx", 301_000_000)
    (tmp_path / "kiriman" / "selaras.toml").write_text("aturan.abaikan = ['JML']\n")
    done = run("check", "kiriman", "--format", "json")
    assert done.returncode == 1
    (workbook,) = json.loads(done.stdout)["workbooks"]
    assert any(found["code"] == "JML002" for found in workbook["findings"])
    assert any("aturan.abaikan" in note for note in workbook["notes"])
    assert "aturan.abaikan" in " ".join(run("check", "kiriman").stdout.split())


def test_ones_own_file_may_silence(run: Run, tmp_path: Path) -> None:
    write_plan(tmp_path / "renja.xlsx", 301_000_000)
    (tmp_path / "selaras.toml").write_text("aturan.pilih = ['JML']\naturan.abaikan = ['JML002']\n")
    assert run("check", "renja.xlsx").returncode == 0
    assert run("check", "renja.xlsx", "--config", "selaras.toml").returncode == 0
