"""Check many workbooks, each in a child of its own, and yield their reports in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from selaras.batch.pool import Assignment, ordered
from selaras.model.setting import Setting
from selaras.report.result import WorkbookReport
from selaras.values.text import EMPTY, Text


class Task(NamedTuple):
    """One workbook to check, with its settings and what must be said of them."""

    path: str
    setting: Setting
    notes: tuple[Text, ...] = ()
    #: Why the workbook must not be checked at all.
    problem: Text | None = None


def check_many(
    tasks: Iterable[Task],
    *,
    jobs: int = 1,
    isolate: bool = True,
    meanwhile: Callable[[], object] | None = None,
    debug: Callable[[str], object] | None = None,
) -> Iterator[WorkbookReport]:
    """Yield the report of each task, in the order of the tasks, however many children work.

    Without isolation a workbook can take the whole process with it: only for trusted ones.
    `meanwhile` is called once while the first children work; `debug` is told what a child died of.
    """
    if not isolate:
        if meanwhile is not None:
            meanwhile()
        for task in tasks:
            yield _noted(_check(task), task)
        return
    pending: list[Task] = []
    for outcome in ordered(_work(tasks, pending), jobs=jobs, meanwhile=meanwhile):
        task = pending.pop(0)
        if outcome.kind == "result" and isinstance(outcome.value, WorkbookReport):
            yield _noted(outcome.value, task)
            continue
        if debug is not None and outcome.detail:
            debug(f"{task.path}: {outcome.kind}: {outcome.detail}")
        from selaras.batch import failure

        yield _noted(failure.failed(task.path, outcome, task.setting), task)


def warm_up() -> None:
    """Load all that checking a workbook needs, once for all children that are forked later.

    Not worth while for a single workbook: its child loads the engine while the parent prepares
    the report.
    """
    import gc

    import selaras.engine.run
    import selaras.intake.package
    import selaras.intake.xlsx
    import selaras.recognise  # noqa: F401
    from selaras.rules import registry

    registry()
    # What lasts for ever need not be looked at again: a child that did would copy its pages.
    gc.freeze()


def _work(tasks: Iterable[Task], pending: list[Task]) -> Iterator[Assignment]:
    for task in tasks:
        pending.append(task)
        yield _check, (task,), task.setting.limits


def _check(task: Task) -> WorkbookReport:
    if task.problem is not None:
        from selaras.batch import failure

        return failure.report(
            task.path, "unreadable", "SYS002", "pengaturan", task.problem, EMPTY, task.setting
        )
    from selaras.engine.run import check_file

    return check_file(task.path, task.setting)


def _noted(report: WorkbookReport, task: Task) -> WorkbookReport:
    return report._replace(notes=(*report.notes, *task.notes)) if task.notes else report


def worker_count(jobs: int | None, workbooks: int) -> int:
    """Return how many children to use: as many as asked for, or one per processor (None)."""
    import os

    if jobs is None:
        available = getattr(os, "sched_getaffinity", None)
        jobs = len(available(0)) if available else os.cpu_count() or 1
    return max(1, min(jobs, workbooks))
