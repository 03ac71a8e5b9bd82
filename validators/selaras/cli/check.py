"""`selaras check`: which workbooks, with which settings, reported how and where."""

from __future__ import annotations

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from selaras.apart.run import SetApart
from selaras.batch.others import tell_others
from selaras.batch.paths import Found, NothingFoundError, file_of, find_workbooks
from selaras.batch.run import Task, check_many, warm_up, worker_count
from selaras.cli import codes
from selaras.cli.check_options import add_arguments
from selaras.cli.output import AtomicFile, Output, Screen, Writer, guard, split_output
from selaras.cli.parser import UsageError
from selaras.cli.progress import Progress, Statistics
from selaras.model.setting import LEVELS, Limits
from selaras.report.result import WorkbookReport
from selaras.settings.errors import ConfigError
from selaras.settings.files import Overrides, Settings
from selaras.values.finding import Finding, Severity
from selaras.values.text import Language, Text

__all__ = ["add_arguments", "execute"]


def execute(options: Namespace, language: Language) -> int:
    """Check the workbooks and return the exit code."""
    signal.signal(signal.SIGTERM, _interrupt)
    files = [split_output(option) for option in options.output]
    try:
        settings = Settings(_overrides(options), options.config)
        settings.require_list()
        workbooks, others = find_workbooks(_paths(options.paths))
        policy = SetApart(
            workbooks,
            waivers=options.waivers,
            baseline=options.baseline,
            given_day=options.today,
        )
    except ConfigError as error:
        raise _usage(error) from error
    except NothingFoundError as error:
        raise UsageError(error.message) from error
    given = (options.config, options.waivers, options.baseline, options.nomenclature)
    read = [path for path in given if path is not None and os.path.isfile(path)]
    guard([path for _, path in files], [*map(file_of, workbooks), *read])
    named = {os.path.realpath(path) for path in (*read, *(path for _, path in files))}
    others = [path for path in others if os.path.realpath(path) not in named]
    _tell_of_list(settings.own().nomenklatur, language)
    screen = Screen(raw=options.format != "text")
    outputs = [Output(partial(_screen_writer, options, language), screen)]
    try:
        for form, path in files:
            outputs.append(Output(partial(_writer, form, language), AtomicFile(path)))
        return _run(options, language, settings, policy, Found(workbooks, others), outputs)
    except BaseException:
        for output in outputs:
            output.abort()
        raise


def _run(
    options: Namespace,
    language: Language,
    settings: Settings,
    policy: SetApart,
    found: Found,
    outputs: list[Output],
) -> int:
    workbooks = found.workbooks
    tally = _Tally(options.fail_on, allow_unchecked=options.allow_unchecked)
    progress = Progress(options.progress, len(workbooks), language)
    statistics = Statistics() if options.statistics else None
    tasks = _Tasks(settings, workbooks)

    def prepare() -> None:
        for output in outputs:
            output.start()
        progress.start()

    if len(workbooks) > 1:
        warm_up()
    reports = check_many(
        tasks,
        jobs=worker_count(options.jobs, len(workbooks)),
        isolate=not options.in_process,
        meanwhile=prepare,
        debug=_say if os.environ.get("SELARAS_DEBUG") else None,
    )
    for report in map(policy.apply, reports):
        progress.clear()
        for output in outputs:
            output.workbook(report)
        tally.workbook(report)
        progress.done(report)
        if statistics:
            statistics.add(report)
    progress.finish()
    own = (*policy.find_unused_waivers(settings.own()), *tell_others(found.others, settings.own()))
    tally.findings(own)
    for output in outputs:
        output.finish(own)
    if statistics:
        statistics.write(language)
    if tasks.wrong:
        for error in tasks.wrong:
            _say(f"{error.where}: {error.message.say_in(language)}")
        return codes.USAGE
    return tally.code


class _Tasks:
    """The workbooks with their settings, each looked up when its turn comes."""

    def __init__(self, settings: Settings, workbooks: Iterable[str]) -> None:
        self._settings = settings
        self._workbooks = workbooks
        #: What was wrong in files beside workbooks, each told once.
        self.wrong: list[ConfigError] = []

    def __iter__(self) -> Iterator[Task]:
        for workbook in self._workbooks:
            try:
                setting, notes = self._settings.load(workbook)
            except ConfigError as error:
                if all(error.where != known.where for known in self.wrong):
                    self.wrong.append(error)
                setting = self._settings.own()
                yield Task(workbook, setting, problem=_beside(error))
            else:
                yield Task(workbook, setting, notes)


class _Tally:
    """Finds the exit code while the reports go by."""

    def __init__(self, fail_on: str, *, allow_unchecked: bool) -> None:
        self._limit = -1 if fail_on == "never" else Severity(fail_on).rank
        self._unread = (
            {"tidak terbaca"} if allow_unchecked else {"tidak diperiksa", "tidak terbaca"}
        )
        self.code = codes.CLEAN

    def workbook(self, report: WorkbookReport) -> None:
        if report.verdict in self._unread:
            self.code = codes.UNREAD
        # A document that lacks a required table has not passed, whatever level that is told at.
        if report.verdict == "perbaiki" and self._limit >= Severity.ERROR.rank:
            self._found()
        self.findings(report.findings)

    def findings(self, findings: Sequence[Finding]) -> None:
        if any(finding.severity.rank <= self._limit for finding in findings):
            self._found()

    def _found(self) -> None:
        if self.code == codes.CLEAN:
            self.code = codes.FOUND


def _overrides(options: Namespace) -> Overrides:
    levels = {}
    for option in options.severity:
        rule, _, level = option.partition("=")
        if level not in LEVELS:
            raise UsageError(
                Text(
                    f"--severity memerlukan ATURAN=error|warning|info: {option}",
                    f"--severity needs RULE=error|warning|info: {option}",
                )
            )
        levels[rule] = LEVELS[level]
    if options.select or options.ignore or levels:
        # Imported here: it needs all rules, and few runs name any.
        from selaras.settings.selectors import by_code, check_selectors

        check_selectors("--select", options.select)
        check_selectors("--ignore", options.ignore)
        levels = by_code("--severity", levels)
    return Overrides(
        year=options.year,
        nomenklatur=options.nomenclature,
        selected=tuple(options.select),
        ignored=tuple(options.ignore),
        severities=levels,
        limits=Limits(seconds=options.timeout, megabytes=options.memory),
    )


def _tell_of_list(name: str | None, language: Language) -> None:
    """Say which rows of a nomenclature that is a file could not be used."""
    if name is None:
        return
    from selaras.nomenklatur.one_off import is_file, load_contents

    if is_file(name):
        from selaras.nomenklatur.load.problems import PROBLEM_WORDS

        for problem in load_contents(name).problems:
            _say(f"{name}: {problem.row_count} {PROBLEM_WORDS[problem.kind].say_in(language)}")


def _paths(arguments: Iterable[str]) -> Iterator[str]:
    for argument in arguments:
        if argument == "-":
            yield from filter(None, (line.rstrip("\r\n") for line in sys.stdin))
        else:
            yield argument


def _writer(form: str, language: Language) -> Writer:
    if form == "text":
        from selaras.report.text_summary import TextWriter

        return TextWriter(language)
    if form == "html":
        from selaras.engine.explain import explain_code, prepare_explanations
        from selaras.report.html_report import HtmlWriter

        prepare_explanations()  # while the first workbook is being checked
        return HtmlWriter(language, explain_code)
    from selaras.report.json_report import JsonLinesWriter, JsonWriter

    return JsonWriter(language) if form == "json" else JsonLinesWriter(language)


def _screen_writer(options: Namespace, language: Language) -> Writer:
    if options.format != "text":
        return _writer(options.format, language)
    if sys.stdout.isatty():
        from selaras.report.terminal import TerminalWriter

        return TerminalWriter(language, quiet=options.quiet)
    from selaras.report.text_summary import TextWriter

    return TextWriter(language, quiet=options.quiet)


def _beside(error: ConfigError) -> Text:
    return Text(
        f"Tidak diperiksa, karena pengaturan di sampingnya salah: {error.message.id}.",
        f"Not checked, because the settings beside it are wrong: {error.message.en}.",
    )


def _usage(error: ConfigError) -> UsageError:
    return UsageError(Text(f"{error.where}: ", f"{error.where}: ") + error.message)


def _say(message: str) -> None:
    sys.stderr.write(f"selaras: {message}\n")


def _interrupt(_number: int, _frame: object) -> None:
    """Let a polite request to end clean up as an interrupt from the keyboard does."""
    raise KeyboardInterrupt
