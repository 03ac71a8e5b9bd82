"""Files that lie among the workbooks and are not checked are named, in every format."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from plans import Run, write_plan

import selaras


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two workbooks and what else was sent."""
    folder = tmp_path / "kiriman"
    folder.mkdir()
    write_plan(folder / "baik.xlsx", 300_000_000)
    with zipfile.ZipFile(folder / "lain.zip", "w") as packed:
        packed.write(folder / "baik.xlsx", "OPD/baik.xlsx")
        packed.writestr("OPD/surat.docx", b"x")
    (folder / "renja.pdf").touch()
    (folder / "selaras.toml").write_text("tahun = 2024\n")
    return folder


_SAID = "2 berkas lain tidak diperiksa: kiriman/lain.zip!/OPD/surat.docx, kiriman/renja.pdf."


def test_every_format_names_them(run: Run, folder: Path, tmp_path: Path) -> None:
    assert folder.parent == tmp_path
    outputs = [f"--output={form}=hasil.{form}" for form in ("json", "jsonl", "html", "text")]
    done = run("check", "kiriman", *outputs)
    assert done.returncode == 0
    assert " ".join(done.stdout.split()).count(_SAID) == 1
    for form in ("json", "jsonl", "html", "text"):
        written = " ".join((tmp_path / f"hasil.{form}").read_text("utf-8").split())
        assert _SAID in written, form
    found = json.loads((tmp_path / "hasil.json").read_text("utf-8"))
    (said,) = found["findings"]
    assert (said["code"], said["severity"], said["message"]) == ("SYS005", "info", _SAID)
    assert len(found["workbooks"]) == 2
    english = run("check", "kiriman", "--lang", "en").stdout
    assert "2 other files were not checked: kiriman/lain.zip!/OPD/surat.docx" in english


def test_what_the_run_writes_or_reads_is_none_of_them(run: Run, folder: Path) -> None:
    (folder / "renja.pdf").rename(folder / "acuan.json")
    report = run("check", ".", "--format", "json", cwd=folder).stdout
    (folder / "acuan.json").write_text(report, "utf-8")
    (folder / "lain.zip").unlink()
    done = run("check", ".", "--baseline", "acuan.json", "--output", "html=lapor.html", cwd=folder)
    again = run("check", ".", "--baseline", "acuan.json", "--output", "html=lapor.html", cwd=folder)
    assert "SYS005" not in done.stdout + again.stdout


def test_many_are_counted_and_the_rule_can_be_left_out(folder: Path) -> None:
    for number in range(30):
        (folder / f"gambar-{number:02}.png").touch()
    (said,) = selaras.check(folder).run
    assert said.message.id.startswith("32 berkas lain tidak diperiksa: ")
    assert said.message.id.endswith(", dan 12 lainnya.")
    assert selaras.check(folder, abaikan=("SYS005",)).run == ()
    assert selaras.check(folder / "baik.xlsx").run == ()
