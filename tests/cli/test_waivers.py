"""`selaras check` with waivers: set apart, never hidden; dead ones speak; none by submission."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from plans import Run, write_plan

SCHEMA = json.loads(files("selaras.report").joinpath("report.schema.json").read_text("utf-8"))
NAME = "selaras-pengecualian.toml"
#: A day on which WAIVER counts, for reports that stay the same.
TODAY = ("--today", "2026-06-30")
ONLY = ("--select", "JML", *TODAY)


def waiver(what: str, until: str = "2026-12-31") -> str:
    return (
        f'[[pengecualian]]\n{what}\nalasan = "disepakati dalam rapat"\npemilik = "Bappeda"\n'
        f"berlaku_sampai = {until}\n"
    )


WAIVER = waiver('aturan = "JML002"\nkode = "2.17.02"')
UNUSED = waiver('aturan = "JML001"\nkode = "2.17.02.2.09"')


@pytest.fixture
def submissions(tmp_path: Path) -> Path:
    """A folder with two submissions: one in order, one with a program that is over (JML002)."""
    folder = tmp_path / "kiriman"
    folder.mkdir()
    write_plan(folder / "baik.xlsx", 300_000_000)
    write_plan(folder / "salah.xlsx", 301_000_000)
    return folder


def report(run: Run, *arguments: object, code: int) -> dict[str, Any]:
    done = run("check", *arguments, "--format", "json")
    assert done.returncode == code, (done.stdout, done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    errors = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(found)]
    assert errors == []
    return found


def codes(findings: list[dict[str, Any]]) -> list[str]:
    return [finding["code"] for finding in findings]


class TestWaysIn:
    def test_without_a_waiver_it_fails(self, run: Run, submissions: Path) -> None:
        found = report(run, submissions, *ONLY, code=1)
        assert codes(found["workbooks"][1]["findings"]) == ["JML002", "JML002"]

    @pytest.mark.parametrize("how", ["option", "found", "found above"])
    def test_waived_is_apart_and_not_counted(
        self, run: Run, submissions: Path, tmp_path: Path, how: str
    ) -> None:
        name = NAME if how.startswith("found") else "saya.toml"
        (tmp_path / name).write_text(WAIVER)
        options = ("--waivers", name) if how == "option" else ()
        folder = tmp_path / "kerja" if how == "found above" else tmp_path
        folder.mkdir(exist_ok=True)
        done = run("check", submissions, *ONLY, *options, "--format", "json", cwd=folder)
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        good, bad = found["workbooks"]
        assert bad["findings"] == []
        assert [(f["code"], f["cell"], f["actual"], f["waiver"]) for f in bad["waived"]] == [
            (
                "JML002",
                cell,
                amount,
                {"reason": "disepakati dalam rapat", "owner": "Bappeda", "until": "2026-12-31"},
            )
            for cell, amount in (("F4", 301_000_000), ("J4", 316_050_000))
        ]
        assert good["waived"] == good["notes"] == bad["notes"] == []
        assert found["findings"] == []
        assert found["summary"] == {
            "workbooks": 2, "error": 0, "warning": 0, "info": 0, "waived": 2, "known": 0,
            "verdicts": {
                "lolos": 2, "perbaiki": 0, "kosong": 0, "tidak diperiksa": 0,
                "tidak terbaca": 0,
            },
        }  # fmt: skip

    def test_by_fingerprint(self, run: Run, submissions: Path, tmp_path: Path) -> None:
        bad = report(run, submissions, *ONLY, code=1)["workbooks"][1]
        (tmp_path / NAME).write_text(waiver(f'sidik = "{bad["findings"][0]["fingerprint"]}"'))
        found = report(run, submissions, *ONLY, code=1)["workbooks"][1]
        assert [f["cell"] for f in found["waived"]] == ["F4"]
        assert [f["cell"] for f in found["findings"]] == ["J4"]

    def test_for_one_workbook_alone(self, run: Run, submissions: Path, tmp_path: Path) -> None:
        write_plan(submissions / "baik.xlsx", 301_000_000)
        (tmp_path / NAME).write_text(
            waiver('aturan = "JML002"\nkode = "2.17.02"\nberkas = "salah.xlsx"')
        )
        first, second = report(run, submissions, *ONLY, code=1)["workbooks"]
        assert (len(first["findings"]), len(first["waived"])) == (2, 0)
        assert (len(second["findings"]), len(second["waived"])) == (0, 2)

    def test_lines_are_marked(self, run: Run, submissions: Path, tmp_path: Path) -> None:
        (tmp_path / NAME).write_text(waiver('aturan = "JML002"\ntabel = "T-C.33"') + UNUSED)
        done = run("check", submissions, *ONLY, "--format", "jsonl")
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        schema = {"$defs": SCHEMA["$defs"], "$ref": "#/$defs/line"}
        for line in lines:
            Draft202012Validator(schema).validate(line)
        assert [(line["code"], bool(line["waiver"]), line["path"]) for line in lines] == [
            ("JML002", True, f"{submissions}/salah.xlsx"),
            ("JML002", True, f"{submissions}/salah.xlsx"),
            ("SYS004", False, None),
        ]

    def test_text_has_a_section_of_its_own(
        self, run: Run, submissions: Path, tmp_path: Path
    ) -> None:
        (tmp_path / NAME).write_text(WAIVER + UNUSED)
        said = run("check", submissions, *ONLY).stdout
        assert "salah.xlsx: tidak ada temuan; 2 dikecualikan" in said
        assert (
            "Dikecualikan: 2 temuan, tidak dihitung\n"
            "  Bappeda, sampai 31 Desember 2026: disepakati dalam rapat\n"
            "    [JML002 · kesalahan]  T-C.33!F4, J4\n"
        ) in said
        assert (
            "seluruh pemeriksaan  [SYS004 · peringatan]\n"
            "    Pengecualian ke-2 di selaras-pengecualian.toml (JML001 2.17.02.2.09; Bappeda) "
            "tidak mengenai\n    satu temuan pun.\n"
        ) in said
        assert "2 buku kerja: 1 peringatan; 2 dikecualikan\n" in said


class TestTrust:
    def test_submission_brings_no_waivers(self, run: Run, submissions: Path) -> None:
        (submissions / NAME).write_text(WAIVER)
        bad = report(run, submissions, *ONLY, code=1)["workbooks"][1]
        assert codes(bad["findings"]) == ["JML002", "JML002"]
        assert bad["waived"] == []
        assert any(NAME in note and "--waivers" in note for note in bad["notes"])
        assert NAME in run("check", submissions, *ONLY).stdout

    def test_nor_beside_a_file_of_ones_own(
        self, run: Run, submissions: Path, tmp_path: Path
    ) -> None:
        (submissions / NAME).write_text(WAIVER)
        (tmp_path / NAME).write_text(UNUSED)
        bad = report(run, submissions, *ONLY, code=1)["workbooks"][1]
        assert bad["waived"] == []
        assert any(NAME in note for note in bad["notes"])

    def test_broken_file_beside_a_submission_stops_nothing(
        self, run: Run, submissions: Path
    ) -> None:
        (submissions / NAME).write_text("bukan [TOML")
        report(run, submissions, *ONLY, code=1)

    def test_where_the_command_runs_it_counts(self, run: Run, submissions: Path) -> None:
        (submissions / NAME).write_text(WAIVER)
        assert run("check", ".", *ONLY, cwd=submissions).returncode == 0


class TestDeadWaivers:
    @pytest.mark.parametrize(
        ("day", "code"), [("2026-12-30", 0), ("2026-12-31", 0), ("2027-01-01", 1)]
    )
    def test_the_last_day_is_the_last(
        self, run: Run, submissions: Path, tmp_path: Path, day: str, code: int
    ) -> None:
        (tmp_path / NAME).write_text(WAIVER)
        found = report(run, submissions, "--select", "JML", "--today", day, code=code)
        bad = found["workbooks"][1]
        if code == 0:
            assert (len(bad["findings"]), len(bad["waived"]), found["findings"]) == (0, 2, [])
            return
        assert (len(bad["findings"]), len(bad["waived"])) == (2, 0)
        (dead,) = found["findings"]
        assert (dead["code"], dead["severity"]) == ("SYS004", "warning")
        assert "31 Desember 2026" in dead["message"]
        assert "ke-1 di selaras-pengecualian.toml (JML002 2.17.02; Bappeda)" in dead["message"]
        assert found["summary"]["warning"] == 1

    def test_unused_over_the_whole_run_only(
        self, run: Run, submissions: Path, tmp_path: Path
    ) -> None:
        (tmp_path / NAME).write_text(WAIVER + UNUSED)
        # The waiver for salah.xlsx matches nothing in baik.xlsx, and is used all the same.
        (dead,) = report(run, submissions, *ONLY, code=0)["findings"]
        assert "tidak mengenai satu temuan pun" in dead["message"]
        assert "JML001 2.17.02.2.09" in dead["message"]
        alone = report(run, submissions / "baik.xlsx", *ONLY, code=0)["findings"]
        assert sorted("2.17.02;" in finding["message"] for finding in alone) == [False, True]

    def test_it_counts_for_fail_on(self, run: Run, submissions: Path, tmp_path: Path) -> None:
        (tmp_path / NAME).write_text(WAIVER + UNUSED)
        assert run("check", submissions, *ONLY).returncode == 0
        assert run("check", submissions, *ONLY, "--fail-on", "warning").returncode == 1
        error = ("--severity", "SYS004=error")
        assert run("check", submissions, *ONLY, *error).returncode == 1

    @pytest.mark.parametrize(
        "what",
        ['aturan = "KOD003"', 'sidik = "0123456789abcdef"', 'aturan = "JML001"\nberkas = "x.xlsx"'],
    )
    def test_nothing_is_said_of_what_was_not_looked_at(
        self, run: Run, submissions: Path, tmp_path: Path, what: str
    ) -> None:
        (tmp_path / NAME).write_text(WAIVER + waiver(what))
        assert report(run, submissions, *ONLY, code=0)["findings"] == []

    def test_nothing_is_said_where_a_workbook_was_not_read(
        self, run: Run, submissions: Path, tmp_path: Path
    ) -> None:
        (tmp_path / NAME).write_text(UNUSED)
        (submissions / "rusak.xlsx").write_bytes(b"")
        assert report(run, submissions, *ONLY, code=3)["findings"] == []

    def test_unused_fingerprint_in_a_whole_run(
        self, run: Run, submissions: Path, tmp_path: Path
    ) -> None:
        (tmp_path / NAME).write_text(waiver('sidik = "0123456789abcdef"'))
        (dead,) = report(run, submissions, *TODAY, code=1)["findings"]
        assert "0123456789abcdef" in dead["message"]

    def test_an_unread_workbook_stays_unread(
        self, run: Run, submissions: Path, tmp_path: Path
    ) -> None:
        (submissions / "rusak.xlsx").write_bytes(b"")
        found = report(run, submissions, *ONLY, code=3)["workbooks"][1]
        fingerprint = found["findings"][0]["fingerprint"]
        (tmp_path / NAME).write_text(waiver(f'sidik = "{fingerprint}"'))
        again = report(run, submissions, *ONLY, code=3)["workbooks"][1]
        assert codes(again["findings"]) == ["SYS002"]


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_same_bytes_with_one_or_more_workers(
    run: Run, submissions: Path, tmp_path: Path, form: str
) -> None:
    for number in range(5):
        write_plan(submissions / f"{number}.xlsx", 300_000_000 + number % 3)
    (tmp_path / NAME).write_text(WAIVER + UNUSED + waiver('aturan = "JML002"', "2025-01-01"))
    outputs = {
        run("check", "kiriman", *TODAY, "--format", form, "--jobs", n).stdout for n in (1, 2, 4)
    }
    (said,) = outputs
    assert said.count("SYS004") >= 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (WAIVER + "alasann = 'x'\n", "pengecualian[1].alasann (maksud Anda alasan?)"),
        ("[[pengecualian]]\naturan = 'JML002'\n", "pengecualian[1] memerlukan alasan"),
    ],
)
def test_mistake_in_it_ends_the_run(
    run: Run, submissions: Path, tmp_path: Path, text: str, says: str
) -> None:
    (tmp_path / "w.toml").write_text(text)
    done = run("check", submissions, "--waivers", "w.toml")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("selaras: w.toml: ")
    assert says in done.stderr


def test_mistake_in_the_file_that_is_found_ends_the_run_too(
    run: Run, submissions: Path, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_text(WAIVER + "alasann = 'x'\n")
    done = run("check", submissions)
    assert done.returncode == 2
    assert f"{NAME}: kunci tidak dikenal: pengecualian[1].alasann" in done.stderr


def test_missing_file_and_overwriting_it(run: Run, submissions: Path, tmp_path: Path) -> None:
    assert run("check", submissions, "--waivers", "tiada.toml").returncode == 2
    (tmp_path / "w.toml").write_text(WAIVER)
    done = run("check", submissions, "--waivers", "w.toml", "--output", "json=w.toml")
    assert done.returncode == 2
    assert (tmp_path / "w.toml").read_text() == WAIVER


def test_hostile_text_in_it_steers_no_terminal(run: Run, submissions: Path, tmp_path: Path) -> None:
    evil = '"\\u001b]0;ha\\u0007\\u202ex"'
    (tmp_path / NAME).write_text(
        WAIVER.replace('"Bappeda"', evil).replace('"disepakati dalam rapat"', evil)
        + UNUSED.replace('"Bappeda"', evil)
    )
    for form in ("text", "json", "jsonl"):
        said = run("check", submissions, *TODAY, "--format", form).stdout
        assert "SYS004" in said
        for sign in said:
            assert sign == "\n" or sign.isprintable(), (form, sign)
