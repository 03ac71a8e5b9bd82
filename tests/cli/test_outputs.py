"""Reports in files and on the screen: whole or not at all, never over an input, in one language."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest
from plans import Run, write_plan


def test_several_reports_in_one_run(run: Run, bad: Path, tmp_path: Path) -> None:
    done = run(
        "check", bad, "--output", "json=a.json", "--output", "jsonl=b.jsonl", "--output",
        "text=c.txt",
    )  # fmt: skip
    assert done.returncode == 1
    report = json.loads((tmp_path / "a.json").read_text("utf-8"))
    lines = [json.loads(line) for line in (tmp_path / "b.jsonl").read_text("utf-8").splitlines()]
    assert [line["code"] for line in lines] == [
        finding["code"] for finding in report["workbooks"][0]["findings"]
    ]
    assert (tmp_path / "c.txt").read_text("utf-8") == done.stdout
    assert {path.name for path in tmp_path.iterdir()} == {bad.name, "a.json", "b.jsonl", "c.txt"}


def test_report_replaces_an_older_one(run: Run, bad: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("older")
    run("check", bad, "--output", "json=a.json")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["schema"] == "selaras.report/1"


def test_older_report_survives_a_run_that_fails(run: Run, bad: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("older")
    done = run("check", bad, "--output", "json=a.json", "--output", "json=tidak/ada.json")
    assert done.returncode == 2
    assert "tidak/ada.json" in done.stderr
    assert (tmp_path / "a.json").read_text() == "older"
    assert {path.name for path in tmp_path.iterdir()} == {bad.name, "a.json"}


@pytest.mark.parametrize("name", ["salah.xlsx", "./salah.xlsx", "kait.xlsx", "lambang.xlsx"])
def test_input_is_never_overwritten(run: Run, bad: Path, tmp_path: Path, name: str) -> None:
    os.link(bad, tmp_path / "kait.xlsx")
    (tmp_path / "lambang.xlsx").symlink_to(bad)
    before = hashlib.sha256(bad.read_bytes()).hexdigest()
    done = run("check", bad, "--output", f"json={name}")
    assert done.returncode == 2
    assert name in done.stderr
    assert hashlib.sha256(bad.read_bytes()).hexdigest() == before


def test_one_file_cannot_take_two_reports(run: Run, bad: Path) -> None:
    assert run("check", bad, "--output", "json=a", "--output", "text=./a").returncode == 2


def test_inputs_keep_bytes_and_times(run: Run, bad: Path) -> None:
    before = (bad.read_bytes(), bad.stat().st_mtime_ns)
    run("check", bad, "--output", "json=a.json")
    assert (bad.read_bytes(), bad.stat().st_mtime_ns) == before


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html"])
def test_same_bytes_with_one_or_more_workers(run: Run, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "kiriman"
    folder.mkdir()
    for number in range(7):
        write_plan(folder / f"{number}.xlsx", 300_000_000 + number % 3)
    (folder / "3.xlsx").write_bytes(b"")
    outputs = {run("check", "kiriman", "--format", form, "--jobs", n).stdout for n in (1, 2, 5)}
    assert len(outputs) == 1
    assert outputs.pop()


def test_same_bytes_in_the_process_itself(run: Run, bad: Path) -> None:
    isolated = run("check", bad, "--format", "json")
    assert run("check", bad, "--format", "json", "--in-process").stdout == isolated.stdout


def test_list_on_standard_input(run: Run, good: Path, bad: Path) -> None:
    done = run("check", "-", "--format", "json", stdin=f"{bad}\n\n{good}\n")
    assert [book["path"] for book in json.loads(done.stdout)["workbooks"]] == [str(bad), str(good)]


def test_english_is_one_option_or_variable_away(run: Run, bad: Path) -> None:
    by_option = run("check", bad, "--lang", "en")
    assert "should be" in by_option.stdout
    assert run("check", bad, SELARAS_LANG="en").stdout == by_option.stdout
    assert "seharusnya" in run("check", bad, "--lang=id", SELARAS_LANG="en").stdout
    help_text = run("check", "--help", "--lang", "en").stdout
    assert "options:" in help_text
    assert "usage:" in help_text


def test_indonesian_help_has_no_english_words(run: Run) -> None:
    for arguments in (("--help",), ("check", "--help"), ("rules", "--help"), ("explain", "-h")):
        done = run(*arguments)
        assert done.returncode == 0
        for word in ("usage", "options", "positional", "optional", "show this", "exit"):
            assert word not in done.stdout, (arguments, word)


def test_quiet_says_findings_and_nothing_else(run: Run, good: Path, bad: Path) -> None:
    only = ("--select", "JML")
    assert run("check", "--quiet", *only, good).stdout == ""
    said = run("check", "--quiet", *only, bad).stdout
    assert "JML002" in said
    assert "explain" not in said


def test_progress_as_json(run: Run, good: Path, bad: Path) -> None:
    done = run("check", good, bad, "--progress", "json", "--select", "JML")
    events: list[dict[str, Any]] = [json.loads(line) for line in done.stderr.splitlines()]
    assert [event["event"] for event in events] == ["start", "workbook", "workbook", "end"]
    assert events[2]["path"] == str(bad)
    assert events[2]["error"] > 0


def test_nothing_on_stderr_unless_asked(run: Run, good: Path, bad: Path) -> None:
    assert run("check", good, bad).stderr == ""


def test_statistics_name_each_rule(run: Run, bad: Path) -> None:
    done = run("check", bad, "--statistics", "--select", "JML")
    lines = done.stderr.splitlines()
    assert any(line.startswith("JML002") for line in lines)
    assert "milidetik" in lines[0]


def test_hostile_names_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    evil = "\x1b]0;ha\x07\x1b[2Jx\u202e"
    write_plan(tmp_path / f"{evil}.xlsx", 301_000_000, sheet="aman\u202e\u200b")
    for form in ("text", "json", "jsonl", "html"):
        said = run("check", ".", "--format", form).stdout
        assert said
        for sign in said:
            assert sign == "\n" or sign.isprintable(), (form, sign)


def test_file_name_that_is_not_unicode(run: Run, bad: Path, tmp_path: Path) -> None:
    bad.rename(tmp_path / os.fsdecode(b"\xff.xlsx"))
    report = json.loads(run("check", ".", "--format", "json").stdout)
    assert report["workbooks"][0]["path"] == "./\udcff.xlsx"
    assert run("check", ".").returncode == 1


def test_html_is_one_file_in_the_language_asked_for(run: Run, bad: Path, tmp_path: Path) -> None:
    done = run("check", bad, "--output", "html=a.html", "--format", "html", "--lang", "en")
    assert done.returncode == 1
    text = (tmp_path / "a.html").read_text("utf-8")
    assert text == done.stdout
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert text.endswith("</html>\n")
    assert "JML002" in text
    assert {path.name for path in tmp_path.iterdir()} == {bad.name, "a.html"}


def test_html_is_the_same_for_any_number_of_workers(run: Run, tmp_path: Path) -> None:
    for number in range(6):
        write_plan(tmp_path / f"opd-{number}.xlsx", 300_000_000 + number % 2)
    one, two = (
        run("check", "opd-*.xlsx", "--format", "html", "--jobs", jobs).stdout for jobs in "13"
    )
    assert one == two
    assert one.count('<section id="buku-') == 6
