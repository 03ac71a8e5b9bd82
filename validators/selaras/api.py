"""For programs: check workbooks and get their report as objects."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence

from selaras.apart.run import SetApart
from selaras.batch.others import tell_others
from selaras.batch.paths import find_workbooks
from selaras.batch.run import Task, check_many, warm_up, worker_count
from selaras.model.setting import Limits
from selaras.report.result import Report
from selaras.settings.files import Overrides, Settings
from selaras.settings.selectors import by_code, check_selectors
from selaras.values.finding import Severity

_LIMITS = Limits()


def check(
    *paths: str | os.PathLike[str],
    tahun: int | None = None,
    nomenklatur: str | os.PathLike[str] | None = None,
    pilih: Sequence[str] = (),
    abaikan: Sequence[str] = (),
    tingkat: Mapping[str, Severity] | None = None,
    config: str | os.PathLike[str] | None = None,
    pengecualian: str | os.PathLike[str] | None = None,
    acuan: str | os.PathLike[str] | None = None,
    hari_ini: datetime.date | None = None,
    jobs: int | None = 1,
    seconds: float = _LIMITS.seconds,
    megabytes: int = _LIMITS.megabytes,
    isolate: bool = True,
) -> Report:
    """Return the report of workbooks, folders and patterns, as `selaras check` would write it.

    `tahun` is the plan year; `nomenklatur` the name of a stored list, or a file that holds one;
    `pilih`, `abaikan` and `tingkat` choose rules and change their severity; `config` names a
    settings file (otherwise selaras.toml is looked for as usual); `jobs` is the number of workbooks
    at a time (None: one per processor); `seconds` and `megabytes` limit each workbook. Without
    `isolate` a hostile file can end this process.

    `pengecualian` names a file of waivers (otherwise selaras-pengecualian.toml is looked for as
    usual), `acuan` an earlier JSON or JSONL report. What they cover stands in `waived` and `known`
    of the report and not in `findings`. `hari_ini` is the day by which waivers end (None: today).

    A workbook that cannot be read is reported, with status "unreadable", and is no exception.
    Raises NothingFoundError for a path that leads nowhere and ConfigError for wrong settings.
    """
    check_selectors("pilih", pilih)
    check_selectors("abaikan", abaikan)
    overrides = Overrides(
        year=tahun,
        nomenklatur=_path(nomenklatur),
        selected=tuple(pilih),
        ignored=tuple(abaikan),
        severities=by_code("tingkat", tingkat or {}),
        limits=Limits(seconds=seconds, megabytes=megabytes),
    )
    settings = Settings(overrides, _path(config))
    settings.require_list()
    workbooks, others = find_workbooks([os.fspath(path) for path in paths])
    policy = SetApart(
        workbooks, waivers=_path(pengecualian), baseline=_path(acuan), given_day=hari_ini
    )
    tasks = [Task(path, *settings.load(path)) for path in workbooks]
    count = worker_count(jobs, len(workbooks))
    if count > 1:
        warm_up()
    reports = map(policy.apply, check_many(tasks, jobs=count, isolate=isolate))
    checked = tuple(reports)
    own = settings.own()
    return Report(checked, (*policy.find_unused_waivers(own), *tell_others(others, own)))


def _path(path: str | os.PathLike[str] | None) -> str | None:
    return None if path is None else os.fspath(path)
