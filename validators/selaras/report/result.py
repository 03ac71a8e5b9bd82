"""The result of a run: per workbook what was recognised, found, checked and left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from selaras.values.finding import Finding, Severity
from selaras.values.text import EMPTY, Language, Text

if TYPE_CHECKING:
    import pandas

    from selaras.model.waiver import WaivedFinding

Status = Literal["checked", "unreadable", "timeout"]
#: What a workbook is told in a word, by rising gravity: passed, to be corrected, nobody has filled
#: it in, nothing in it could be checked, could not be read (or not to its end).
Verdict = Literal["lolos", "perbaiki", "kosong", "tidak diperiksa", "tidak terbaca"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
RuleState = Literal["ok", "findings", "skipped", "error", "timeout"]


class TableInfo(NamedTuple):
    """A recognised table: where it lies and which of its columns stand where."""

    table: str
    sheet: str
    range: str
    year: int | None
    rows: int
    #: Column key to letters: {"kode": "A:F", "pagu": "K"}.
    columns: Mapping[str, str]
    #: Whether the head is there and the data rows are not.
    is_empty: bool = False
    #: Whether it is no table that Selaras knows, but a list of codes: nothing else was checked.
    codes_only: bool = False


class RuleStatus(NamedTuple):
    """How one rule ended in one workbook."""

    code: str
    status: RuleState
    reason: Text = EMPTY
    #: How many findings it had, those that were set apart included.
    found: int = 0
    #: Time that the rule took; differs from run to run and stands in no report.
    seconds: float = 0.0


class SkippedSheet(NamedTuple):
    """A sheet on which no table was recognised, and why."""

    sheet: str
    reason: Text


class WorkbookReport(NamedTuple):
    """All that is known of one workbook after the run."""

    path: str
    sha256: str | None
    status: Status
    tables: tuple[TableInfo, ...] = ()
    findings: tuple[Finding, ...] = ()
    rules: tuple[RuleStatus, ...] = ()
    skipped_sheets: tuple[SkippedSheet, ...] = ()
    #: What was not looked into: macros, external links, caps reached.
    notes: tuple[Text, ...] = ()
    #: Findings that a waiver covers: they do not count, and are no part of `findings`.
    waived: tuple[WaivedFinding, ...] = ()
    #: Findings that an earlier report has already; nor do these.
    known: tuple[Finding, ...] = ()

    @property
    def known_tables(self) -> list[TableInfo]:
        """The tables that Selaras knows; lists of codes are none."""
        return [table for table in self.tables if not table.codes_only]

    @property
    def verdict(self) -> Verdict:
        """The workbook in a word. What was set apart does not count.

        A document that lacks a required table has not passed, however good the others are.
        """
        if self.status != "checked":
            return "tidak terbaca"
        tables = self.known_tables
        if not tables:
            return "tidak diperiksa"
        if all(table.is_empty for table in tables):
            return "kosong"
        wrong = any(f.severity is Severity.ERROR or f.code == "LBR001" for f in self.findings)
        return "perbaiki" if wrong else "lolos"

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)


class Report(NamedTuple):
    """The result of a run over one workbook or many."""

    workbooks: tuple[WorkbookReport, ...]
    #: Findings of the run itself, which belong to no workbook: waivers that do nothing (SYS004).
    run: tuple[Finding, ...] = ()

    @property
    def findings(self) -> list[Finding]:
        """Return the findings of all workbooks, in order, then those of the run itself."""
        each = [finding for workbook in self.workbooks for finding in workbook.findings]
        return [*each, *self.run]

    @property
    def waived(self) -> list[WaivedFinding]:
        """Return the findings of all workbooks that a waiver covers, each with its waiver."""
        return [waived for workbook in self.workbooks for waived in workbook.waived]

    @property
    def known(self) -> list[Finding]:
        """Return the findings of all workbooks that the baseline report has already."""
        return [finding for workbook in self.workbooks for finding in workbook.known]

    @property
    def tables(self) -> list[TableInfo]:
        """Return the recognised tables of all workbooks, in order."""
        return [table for workbook in self.workbooks for table in workbook.tables]

    def count_verdicts(self) -> dict[Verdict, int]:
        """Return how many workbooks were given each verdict, by rising gravity."""
        given = [workbook.verdict for workbook in self.workbooks]
        return {verdict: given.count(verdict) for verdict in VERDICTS}

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity, without those that were set apart."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    def to_dict(self, language: Language = "id") -> dict[str, Any]:
        """Return the report as the JSON contract lays it down (plain dicts and lists)."""
        from selaras.report.json_report import as_dict

        return as_dict(self, language)

    def to_json(self, language: Language = "id") -> str:
        """Return the report as JSON text, the same bytes for the same input."""
        from selaras.report.json_report import as_json

        return as_json(self, language)

    def to_frame(self, language: Language = "id") -> pandas.DataFrame:
        """Return one line per finding as a pandas DataFrame (needs the extra `frame`)."""
        from selaras.report.frame import as_frame

        return as_frame(self, language)


def merge(reports: Iterable[Report]) -> Report:
    """Return one report over the workbooks of several, in the order given."""
    both = tuple(reports)
    return Report(
        tuple(workbook for report in both for workbook in report.workbooks),
        tuple(finding for report in both for finding in report.run),
    )
