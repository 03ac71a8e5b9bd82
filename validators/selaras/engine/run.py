"""Run all rules over one workbook: read, recognise, check, finish.

The same engine serves a file and a live workbook; only who makes the Book differs. A rule that
crashes or takes too long is named in a SYS finding, and the others go on.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from selaras.engine.finish import finish_findings, is_selected
from selaras.engine.needs import has, tell_lacking, tell_not_common
from selaras.engine.time_limit import TimeExceeded, limit_time
from selaras.model.per_unit import split_work
from selaras.model.required_tables import ASKING, tell_part
from selaras.model.work import COPY_TABLE
from selaras.report.result import RuleState, RuleStatus, SkippedSheet, TableInfo, WorkbookReport
from selaras.rule.registry import RuleCard
from selaras.rules import list_cards
from selaras.rules.sys import (
    build_failed_rule_finding,
    build_timeout_finding,
    build_unreadable_file_finding,
)
from selaras.tables.code_list import CODE_LIST
from selaras.values.finding import Finding
from selaras.values.text import EMPTY, Text

if TYPE_CHECKING:
    from selaras.model.book import Book
    from selaras.model.setting import Setting
    from selaras.model.table import Table
    from selaras.model.work import Work


def check_file(path: str, setting: Setting) -> WorkbookReport:
    """Return the report on one file; a file that cannot be read is reported, not raised."""
    from selaras.intake import read_book
    from selaras.intake.refusal import Refusal

    try:
        book = read_book(path)
    except Refusal as refusal:
        finding = build_unreadable_file_finding(refusal.message, refusal.advice, str(refusal.kind))
        return WorkbookReport(
            path, refusal.sha256, "unreadable", findings=finish_findings([finding], None, setting)
        )
    return check_book(book, setting)


def check_book(book: Book, setting: Setting) -> WorkbookReport:
    """Return the report on a workbook that was read, from a file or from Excel."""
    with pause_collector():
        return _run_checks(book, setting)


@contextmanager
def pause_collector() -> Iterator[None]:
    """Rest the garbage collector: rows refer to each other by the hundred thousand and all live
    to the end, and walking them again and again takes a third of the whole time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def recognise_book(book: Book, setting: Setting) -> tuple[Work, tuple[Text, ...]]:
    """Return the tables of a workbook, read under what it says of itself, and what to say of that.

    No nomenclature is opened.
    """
    from selaras.recognise import recognise
    from selaras.recognise.settings_sheet import add_sheet_settings

    setting, said = add_sheet_settings(book, setting)
    return recognise(book, setting), said


def _run_checks(book: Book, setting: Setting) -> WorkbookReport:
    work, said = recognise_book(book, setting)
    work, setting = _add_nomenklatur(work), work.setting
    findings: list[Finding] = []
    states: list[tuple[RuleCard, RuleState, Text, float]] = []
    for rule in list_cards():
        if rule.scope == "run" or not is_selected(rule, setting):
            continue
        started = time.perf_counter()
        state, reason, found = _run_rule(rule, work, setting)
        findings += found
        states.append((rule, state, reason, time.perf_counter() - started))
    finished = finish_findings(findings, work, setting)
    counts: dict[str, int] = {}
    for finding in finished:
        counts[finding.code] = counts.get(finding.code, 0) + 1
    rules = [
        RuleStatus(rule.code, state, reason, counts.get(rule.code, 0), seconds)
        for rule, state, reason, seconds in states
    ]
    return WorkbookReport(
        book.path,
        book.sha256,
        "checked",
        tuple(_describe_table(table) for table in (*work.tables, *work.lists)),
        finished,
        tuple(rules),
        tuple(SkippedSheet(skipped.sheet, skipped.reason) for skipped in work.skipped),
        (*book.notes, *said, *_say_is_part(work, rules)),
    )


def _say_is_part(work: Work, rules: Iterable[RuleStatus]) -> Iterator[Text]:
    """Yield that the workbook is a part of its document, where the run asks for what is missing."""
    if any(rule.code == ASKING for rule in rules) and (said := tell_part(work)) is not None:
        yield said


def _add_nomenklatur(work: Work) -> Work:
    from selaras.nomenklatur import choose_list

    found = choose_list(work.setting.nomenklatur, work.year)
    if isinstance(found, Text):
        return work._replace(no_nomenklatur_reason=found)
    return work._replace(nomenklatur=found)


def _describe_table(table: Table) -> TableInfo:
    columns = {key: column.letters for key, column in table.columns.items()}
    return TableInfo(
        table.name,
        table.sheet.name,
        str(table.area),
        table.year,
        len(table.rows),
        columns,
        table.is_empty,
        table.spec is CODE_LIST,
    )


def _run_rule(
    rule: RuleCard, work: Work, setting: Setting
) -> tuple[RuleState, Text, list[Finding]]:
    """Load and run one rule; return how it ended, why it was skipped, and what it found."""
    found: list[Finding] = []
    empty = frozenset(table.name for table in work.tables if table.is_empty)
    work = _show(work, rule)
    reason = _tell_why_skipped(rule, work, empty - {table.name for table in work.tables})
    if reason is not None:
        return "skipped", reason, []
    seconds = setting.limits.rule_seconds
    try:
        with limit_time(seconds):
            found.extend(_sign_findings(rule, _collect_findings(rule, work)))
    except TimeExceeded:
        return "timeout", EMPTY, [*found, build_timeout_finding(rule, seconds)]
    except Exception as error:  # a crashing rule must lose nothing of the others
        return "error", EMPTY, [*found, build_failed_rule_finding(rule, error)]
    return ("findings" if found else "ok"), EMPTY, found


def _show(work: Work, rule: RuleCard) -> Work:
    """Return the workbook as a rule sees it: nothing is compared with a table nobody has filled."""
    if rule.reads == "heads":
        return work
    lists = work.lists if rule.reads == "codes" else ()
    return work._replace(tables=(*work.filled, *lists))


def _collect_findings(rule: RuleCard, work: Work) -> Iterator[Finding]:
    """Yield what a rule finds; one without anything to look at is not even imported."""
    if rule.scope == "book":
        book_check = rule.load().book_check
        assert book_check is not None
        # What compares tables compares those of one agency or sub unit.
        told: set[Finding] = set()
        for part in split_work(work) if rule.needs_tables else (work,):
            if _tell_missing_table(rule, part, frozenset()) is None:
                # Tables that go with several plans are compared among themselves with each.
                for finding in book_check(part):
                    if finding not in told:
                        told.add(finding)
                        yield finding
        return
    tables = [
        table
        for table in work.tables
        if (not rule.only or table.name in rule.only) and has(table, rule)
    ]
    if tables:
        table_check = rule.load().table_check
        assert table_check is not None
        for table in tables:
            yield from table_check(table)


def _sign_findings(rule: RuleCard, findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        severity = finding.own_severity or rule.severity
        yield finding._replace(code=rule.code, name=rule.name, severity=severity)


def _tell_why_skipped(rule: RuleCard, work: Work, empty: frozenset[str]) -> Text | None:
    """Return why a rule has nothing to look at; None when it can run.

    `work` holds what the rule sees; `empty` are tables that it would see if they were filled in.
    """
    if "nomenklatur" in rule.needs and work.nomenklatur is None:
        return work.no_nomenklatur_reason
    if not work.tables and empty:
        return _NOTHING_FILLED
    if rule.scope == "book":
        return _tell_missing_table(rule, work, empty) or _tell_missing_content(rule, work)
    if not work.tables:
        return _NO_TABLE
    if rule.only and not work.named(*rule.only):
        return _say_lacking(rule.only, empty)
    return tell_lacking(work.named(*rule.only) if rule.only else work.tables, rule)


_NO_TABLE = Text("tidak ada tabel yang dikenali", "no table was recognised")
_NOTHING_FILLED = Text("semua tabel belum diisi", "no table is filled in")


def _tell_missing_content(rule: RuleCard, work: Work) -> Text | None:
    """Return what the tables that a rule over the workbook compares lack; None for nothing."""
    if not rule.columns and set(rule.needs) <= {"nomenklatur"}:
        return None
    compared = {name for names in rule.needs_tables for name in names}
    tables = [table for table in work.tables if not compared or table.name in compared]
    return tell_lacking(tables, rule) or tell_not_common(work, rule)


def _tell_missing_table(rule: RuleCard, work: Work, empty: frozenset[str]) -> Text | None:
    """Return which table a rule over the workbook misses; None when it has all that it compares.

    A table counts for one group only: what compares two plans needs two.
    """
    left = [COPY_TABLE if table.edition.is_copy else table.name for table in work.tables]
    for names in rule.needs_tables:
        found = next((name for name in names if name in left), None)
        if found is None:
            return _say_lacking(names, empty)
        left.remove(found)
    return None


def _say_lacking(names: Sequence[str], empty: frozenset[str]) -> Text:
    """Return that none of these tables is there, or which of them is there but empty."""
    names = [name for name in names if name != COPY_TABLE]
    unfilled = next((name for name in names if name in empty), None)
    if unfilled is not None:
        return Text(f"{unfilled} belum diisi", f"{unfilled} is not filled in")
    *others, last = (name.removeprefix("Tabel ") for name in names)
    these = ", ".join(others)
    return Text(
        "tidak ada tabel " + (f"{these} atau {last}" if these else last),
        "there is no table " + (f"{these} or {last}" if these else last),
    )
