"""A batch loses nothing to one bad file, and says of each what became of it."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

import selaras
from selaras.batch import failure, worker
from selaras.batch.outcome import Outcome
from selaras.batch.run import Task, check_many, worker_count
from selaras.model.setting import Limits, Setting
from selaras.report.result import WorkbookReport
from selaras.rules import registry
from selaras.values.finding import Severity
from selaras.values.text import Text

EXAMPLE = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"
SETTING = Setting(limits=Limits(seconds=60, megabytes=1024))


def test_reports_come_in_order_and_agree_for_any_number_of_workers(tmp_path: Path) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 no more")
    paths = [str(EXAMPLE), str(tmp_path / "rusak.xlsx"), str(EXAMPLE), str(tmp_path / "hilang")]
    tasks = [Task(path, SETTING) for path in paths]

    def told(reports: list[WorkbookReport]) -> list[object]:
        return [(report.path, report.status, report.findings, report.tables) for report in reports]

    alone = told(list(check_many(tasks)))
    assert [path for path, *_ in alone] == paths  # type: ignore[misc]
    assert [status for _, status, *_ in alone] == [  # type: ignore[misc]
        "checked", "unreadable", "checked", "unreadable",
    ]  # fmt: skip
    assert told(list(check_many(tasks, jobs=2))) == alone
    assert told(list(check_many(tasks, isolate=False))) == alone


def test_time_limit_is_named(tmp_path: Path) -> None:
    queue = tmp_path / "antre.xlsx"
    setting = Setting(limits=Limits(seconds=0.001))
    queue.write_bytes(EXAMPLE.read_bytes())
    (report,) = check_many([Task(str(queue), setting)])
    assert report.status == "timeout"
    (finding,) = report.findings
    assert finding.code == "SYS003"
    assert "0.001" in finding.message.id


@pytest.mark.parametrize(
    ("outcome", "status", "code", "says"),
    [
        (Outcome("timeout"), "timeout", "SYS003", "60 detik"),
        (Outcome("memory"), "timeout", "SYS003", "1024 MB"),
        (Outcome("crash", detail="SIGABRT"), "unreadable", "SYS002", "SIGABRT"),
        (Outcome("garbage", detail="exit 0"), "unreadable", "SYS002", "pembaca"),
        (Outcome("error", detail="KeyError"), "unreadable", "SYS002", "galat di dalam Selaras"),
        (Outcome("error", detail="PanicException"), "unreadable", "SYS002", "pembaca"),
    ],
)
def test_every_failure_has_words(outcome: Outcome, status: str, code: str, says: str) -> None:
    report = failure.failed("x.xlsx", outcome, SETTING)
    (finding,) = report.findings
    assert (report.path, report.status, finding.code) == ("x.xlsx", status, code)
    assert finding.severity is Severity.ERROR
    assert says in finding.message.id
    assert finding.message.en
    assert finding.advice.id
    assert finding.advice.en
    assert finding.fingerprint


def test_names_are_those_of_the_registry() -> None:
    assert {code: registry()[code].name for code in failure.NAMES} == failure.NAMES


def test_notes_and_problems_reach_the_report() -> None:
    note = Text("catatan", "note")
    tasks = [
        Task(str(EXAMPLE), SETTING, notes=(note,)),
        Task(str(EXAMPLE), SETTING, problem=Text("salah", "wrong")),
    ]
    first, second = check_many(tasks, jobs=2)
    assert first.notes[-1] == note
    assert second.status == "unreadable"
    assert second.findings[0].message == Text("salah", "wrong")


def test_worker_count() -> None:
    assert worker_count(3, 10) == 3
    assert worker_count(3, 2) == 2
    assert worker_count(None, 10_000) == len(os.sched_getaffinity(0))
    assert worker_count(1, 0) == 1


class TestPythonInterface:
    """`from selaras import check`."""

    def test_check_gives_a_report(self) -> None:
        report = selaras.check(EXAMPLE, pilih=["JML"], tingkat={"JML": Severity.WARNING})
        assert isinstance(report, selaras.Report)
        assert {found.code for found in report.findings} >= {"JML002", "JML008"}
        assert report.count(Severity.ERROR) == 0
        assert {table.table for table in report.tables} >= {"T-C.33", "T-C.29"}

    def test_beside_other_threads_the_child_is_a_fresh_process(self) -> None:
        alone = selaras.check(EXAMPLE)
        done = threading.Event()
        thread = threading.Thread(target=done.wait)
        thread.start()
        try:
            assert not worker._can_fork()
            assert selaras.check(EXAMPLE).to_json() == alone.to_json()
        finally:
            done.set()
            thread.join()

    def test_unread_file_is_reported(self, tmp_path: Path) -> None:
        (tmp_path / "x.xlsx").touch()
        (workbook,) = selaras.check(tmp_path).workbooks
        assert workbook.status == "unreadable"

    def test_mistakes_are_exceptions(self, tmp_path: Path) -> None:
        from selaras.batch.paths import NothingFoundError
        from selaras.settings.errors import ConfigError

        with pytest.raises(NothingFoundError):
            selaras.check(tmp_path / "tidak-ada.xlsx")
        with pytest.raises(ConfigError):
            selaras.check(EXAMPLE, pilih=["XYZ"])
        with pytest.raises(ConfigError):
            selaras.check(EXAMPLE, config=tmp_path / "tidak-ada.toml")

    def test_names_of_the_package(self) -> None:
        assert set(selaras.__all__) <= set(dir(selaras))
        with pytest.raises(AttributeError):
            _ = selaras.tidak_ada
