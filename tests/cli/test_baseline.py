"""`selaras check --baseline`: what an earlier report has does not count, and is still listed."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from plans import Run, write_plan

SCHEMA = json.loads(files("selaras.report").joinpath("report.schema.json").read_text("utf-8"))
ONLY = ("--select", "JML")


def report(run: Run, *arguments: object, code: int) -> dict[str, Any]:
    done = run("check", *arguments, *ONLY, "--format", "json")
    assert done.returncode == code, (done.stdout, done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(found)] == []
    return found


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The first submission of two agencies, one of them with a program that is over."""
    for agency, program in (("dinas-a", 301_000_000), ("dinas-b", 300_000_000)):
        (tmp_path / "v1" / agency).mkdir(parents=True)
        write_plan(tmp_path / "v1" / agency / "renja.xlsx", program)
    return tmp_path / "v1"


def again(tmp_path: Path, a: int, b: int) -> Path:
    """The second submission, in a folder of its own."""
    for agency, program in (("dinas-a", a), ("dinas-b", b)):
        (tmp_path / "v2" / agency).mkdir(parents=True)
        write_plan(tmp_path / "v2" / agency / "renja.xlsx", program)
    return tmp_path / "v2"


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_was_there_is_known_and_the_rest_counts(run: Run, tmp_path: Path, form: str) -> None:
    before = f"acuan.{form}"
    assert run("check", "v1", *ONLY, "--output", f"{form}={before}").returncode == 1
    # Amount and difference are others now, and still it is the same finding of the same row.
    again(tmp_path, 305_000_000, 300_000_000)
    found = report(run, "v2", "--baseline", before, code=0)
    a, b = found["workbooks"]
    assert a["findings"] == []
    assert [(f["code"], f["cell"], f["actual"]) for f in a["known"]] == [
        ("JML002", "F4", 305_000_000),
        ("JML002", "J4", 320_250_000),
    ]
    assert b["findings"] == b["known"] == []
    assert "menurut v1/dinas-a/renja.xlsx di laporan acuan" in a["notes"][0]
    assert found["summary"] == {
        "workbooks": 2, "error": 0, "warning": 0, "info": 0, "waived": 0, "known": 2,
        "verdicts": {
            "lolos": 2, "perbaiki": 0, "kosong": 0, "tidak diperiksa": 0,
            "tidak terbaca": 0,
        },
    }  # fmt: skip
    lines = run("check", "v2", *ONLY, "--baseline", before, "--format", "jsonl").stdout
    assert [json.loads(line)["known"] for line in lines.splitlines()] == [True, True]


@pytest.mark.usefixtures("first")
def test_one_agencys_findings_are_not_anothers(run: Run, tmp_path: Path) -> None:
    run("check", "v1", *ONLY, "--output", "json=acuan.json")
    # The very finding that dinas-a had, now in dinas-b too.
    again(tmp_path, 301_000_000, 301_000_000)
    a, b = report(run, "v2", "--baseline", "acuan.json", code=1)["workbooks"]
    assert (len(a["findings"]), len(a["known"])) == (0, 2)
    assert (len(b["findings"]), len(b["known"])) == (2, 0)
    alone = report(run, "v2/dinas-b/renja.xlsx", "--baseline", "acuan.json", code=1)
    assert len(alone["workbooks"][0]["findings"]) == 2


def test_new_version_with_a_new_name(run: Run, bad: Path, tmp_path: Path) -> None:
    run("check", bad, *ONLY, "--output", "json=acuan.json")
    write_plan(tmp_path / "salah rev 2.xlsx", 301_000_000)
    (book,) = report(run, "salah rev 2.xlsx", "--baseline", "acuan.json", code=0)["workbooks"]
    assert len(book["known"]) == 2
    assert any("salah.xlsx" in note for note in book["notes"])


def test_workbook_that_the_baseline_lacks_is_new_and_that_is_said(
    run: Run, good: Path, bad: Path
) -> None:
    run("check", good, *ONLY, "--output", "json=acuan.json")
    found = report(run, good, bad, "--baseline", "acuan.json", code=1)
    assert found["workbooks"][0]["notes"] == []
    assert len(found["workbooks"][1]["findings"]) == 2
    assert any("dihitung sebagai baru" in note for note in found["workbooks"][1]["notes"])


def test_text_lists_them_apart(run: Run, bad: Path) -> None:
    run("check", bad, *ONLY, "--output", "json=acuan.json")
    said = run("check", bad, *ONLY, "--baseline", "acuan.json").stdout
    assert "salah.xlsx: tidak ada temuan; 2 sudah diketahui\n" in said
    assert (
        "Sudah diketahui dari laporan acuan: 2 temuan, tidak dihitung\n"
        "  [JML002 · kesalahan]  T-C.33!F4, J4\n"
    ) in said
    english = run("check", bad, *ONLY, "--baseline", "acuan.json", "--lang", "en").stdout
    assert "Known from the baseline report: 2 findings, not counted" in english


def test_a_waiver_goes_before_the_baseline_and_is_used(run: Run, bad: Path, tmp_path: Path) -> None:
    (tmp_path / "w.toml").write_text(
        '[[pengecualian]]\naturan = "JML002"\nkode = "2.17.02"\nalasan = "x"\npemilik = "y"\n'
        "berlaku_sampai = 2026-12-31\n"
    )
    run("check", bad, *ONLY, "--output", "json=acuan.json")
    both = ("--baseline", "acuan.json", "--waivers", "w.toml")
    found = report(run, bad, *both, "--today", "2026-06-30", code=0)
    assert found["summary"]["waived"] == 2
    assert found["findings"] == []
    # What was waived in a baseline counts again when the waiver is over.
    run("check", bad, *ONLY, "--waivers", "w.toml", "--today", "2026-06-30", "--output",
        "json=kedua.json")  # fmt: skip
    report(run, bad, "--baseline", "kedua.json", "--today", "2027-01-01", code=1)


def test_a_baseline_of_a_baseline_knows_the_same(run: Run, bad: Path) -> None:
    run("check", bad, *ONLY, "--output", "json=satu.json")
    run("check", bad, *ONLY, "--baseline", "satu.json", "--output", "json=dua.json")
    assert report(run, bad, "--baseline", "dua.json", code=0)["summary"]["known"] == 2


def test_an_unread_workbook_stays_unread(run: Run, bad: Path) -> None:
    bad.write_bytes(b"")
    run("check", bad, "--output", "json=acuan.json")
    (book,) = report(run, bad, "--baseline", "acuan.json", code=3)["workbooks"]
    assert [finding["code"] for finding in book["findings"]] == ["SYS002"]


@pytest.mark.parametrize("content", [None, "bukan laporan", '{"a": 1}', "[" * 100_000])
def test_bad_file_is_2_with_one_sentence(
    run: Run, bad: Path, tmp_path: Path, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "acuan.json").write_text(content)
    done = run("check", bad, "--baseline", "acuan.json")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("selaras: acuan.json: ")


def test_workbook_is_no_baseline_and_no_baseline_is_overwritten(
    run: Run, bad: Path, tmp_path: Path
) -> None:
    assert "bukan laporan" in run("check", bad, "--baseline", bad).stderr
    run("check", bad, "--output", "json=acuan.json")
    before = (tmp_path / "acuan.json").read_bytes()
    done = run("check", bad, "--baseline", "acuan.json", "--output", "json=acuan.json")
    assert done.returncode == 2
    assert (tmp_path / "acuan.json").read_bytes() == before


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_same_bytes_with_one_or_more_workers(run: Run, tmp_path: Path, form: str) -> None:
    run("check", "v1", "--output", "json=acuan.json")
    again(tmp_path, 302_000_000, 303_000_000)
    outputs = {
        run("check", "v2", "--baseline", "acuan.json", "--format", form, "--jobs", n).stdout
        for n in (1, 2)
    }
    assert len(outputs) == 1
    assert "JML002" in outputs.pop()
