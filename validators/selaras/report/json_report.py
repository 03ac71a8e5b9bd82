"""Report -> JSON: the machine-readable contract, described by report.schema.json beside this file.

The same report gives the same bytes: fixed order of keys, no times, no absolute paths of its own.
Findings stand one a line, which keeps large reports readable and comparable.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from selaras.report.result import VERDICTS, Report, TableInfo, Verdict, WorkbookReport
from selaras.values.finding import Finding, Severity, Shown
from selaras.values.text import Language
from selaras.version import __version__

if TYPE_CHECKING:
    from selaras.model.waiver import Waiver

REPORT_SCHEMA = "selaras.report/1"

#: Valid in JSON, but they can steer a terminal, an editor or a log: always sent as escapes.
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
#: A Decimal with an exponent beyond this stays text: written out it would fill pages.
_LONGEST = 40


def as_dict(report: Report, language: Language = "id") -> dict[str, Any]:
    """Return the report as plain dicts and lists in the order of the contract."""
    return {
        "schema": REPORT_SCHEMA,
        "selaras": __version__,
        "workbooks": [_workbook(workbook, language) for workbook in report.workbooks],
        "findings": [finding_dict(finding, language) for finding in report.run],
        "summary": {"workbooks": len(report.workbooks)}
        | {severity.value: report.count(severity) for severity in Severity}
        | {"waived": len(report.waived), "known": len(report.known)}
        | {"verdicts": report.count_verdicts()},
    }


def as_json(report: Report, language: Language = "id") -> str:
    """Return the report as JSON text with a newline at its end."""
    writer = JsonWriter(language)
    parts = [writer.start()]
    parts += [writer.workbook(workbook) for workbook in report.workbooks]
    parts.append(writer.finish(report.run))
    return "".join(parts)


class JsonWriter:
    """Writes the report piece by piece, so that a run over many workbooks need not be kept."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._summary: dict[str, int] = {"workbooks": 0}
        self._summary |= dict.fromkeys((*(s.value for s in Severity), "waived", "known"), 0)
        self._verdicts: dict[Verdict, int] = dict.fromkeys(VERDICTS, 0)

    def start(self) -> str:
        """Return what comes before the first workbook."""
        schema, version = dumps(REPORT_SCHEMA), dumps(__version__)
        return f'{{\n"schema": {schema},\n"selaras": {version},\n"workbooks": ['

    def workbook(self, workbook: WorkbookReport) -> str:
        """Return the part of one workbook."""
        comma = "," if self._summary["workbooks"] else ""
        self._summary["workbooks"] += 1
        self._verdicts[workbook.verdict] += 1
        self._count(workbook.findings)
        self._summary["waived"] += len(workbook.waived)
        self._summary["known"] += len(workbook.known)
        members = ",\n".join(
            f" {dumps(key)}: {_lines(value)}"
            for key, value in _workbook(workbook, self._language).items()
        )
        return f"{comma}\n{{\n{members}}}"

    def finish(self, findings: Sequence[Finding]) -> str:
        """Return what comes after the last workbook: findings of the run itself, the numbers."""
        self._count(findings)
        own = [finding_dict(finding, self._language) for finding in findings]
        summary = dumps(self._summary | {"verdicts": self._verdicts})
        return f'\n],\n"findings": {_lines(own)},\n"summary": {summary}\n}}\n'

    def _count(self, findings: Sequence[Finding]) -> None:
        for finding in findings:
            self._summary[finding.severity.value] += 1


class JsonLinesWriter:
    """Writes one finding a line; a workbook without findings has no line.

    What was set apart has lines too, each with its waiver or marked as known.
    """

    def __init__(self, language: Language) -> None:
        self._language = language

    def start(self) -> str:
        """Return nothing: the lines need no head."""
        return ""

    def workbook(self, workbook: WorkbookReport) -> str:
        """Return the lines of one workbook, each with its path."""
        lines = [self._line(workbook, finding) for finding in workbook.findings]
        lines += [
            self._line(workbook, finding, waiver=waiver) for finding, waiver in workbook.waived
        ]
        lines += [self._line(workbook, finding, known=True) for finding in workbook.known]
        return "".join(lines)

    def finish(self, findings: Sequence[Finding]) -> str:
        """Return the lines of findings of the run itself, which have no path."""
        return "".join(self._line(None, finding) for finding in findings)

    def _line(
        self,
        workbook: WorkbookReport | None,
        finding: Finding,
        *,
        waiver: Waiver | None = None,
        known: bool = False,
    ) -> str:
        line = {"path": workbook and workbook.path} | finding_dict(finding, self._language)
        line |= {"waiver": waiver and waiver_dict(waiver), "known": known}
        return dumps(line | {"verdict": workbook and workbook.verdict}) + "\n"


def dumps(value: object) -> str:
    """Return compact JSON on one line, with nothing in it that a terminal would obey."""
    return _UNSEEN.sub(_escape, json.dumps(value, ensure_ascii=False))


def finding_dict(finding: Finding, language: Language) -> dict[str, Any]:
    """Return one finding as a plain dict."""
    fix = finding.fix
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "kode": finding.kode,
        "table": finding.table,
        "column": finding.column,
        "message": finding.message.say_in(language),
        "advice": finding.advice.say_in(language),
        "expected": show_plain(finding.expected),
        "actual": show_plain(finding.actual),
        "difference": show_plain(finding.difference),
        "related": [{"sheet": place.sheet, "cell": place.cell} for place in finding.related],
        "group": finding.group,
        "cause": finding.cause,
        "fix": None
        if fix is None
        else {"kind": fix.kind, "safe": fix.safe, "cell": fix.cell, "value": show_plain(fix.value)},
        "fingerprint": finding.fingerprint,
    }


def waiver_dict(waiver: Waiver) -> dict[str, str]:
    """Return who answers for a finding that was set apart, why, and the last day of that."""
    return {
        "reason": waiver.reason,
        "owner": waiver.owner,
        "until": waiver.last_day.isoformat(),
    }


def show_plain(value: Shown) -> int | str | None:
    """Return whole numbers as integers and other decimals as text that loses nothing."""
    if not isinstance(value, Decimal):
        return value
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        return str(value)
    if value == value.to_integral_value():
        return int(value)
    return format(value, "f")


def _workbook(workbook: WorkbookReport, language: Language) -> dict[str, Any]:
    return {
        "path": workbook.path,
        "sha256": workbook.sha256,
        "status": workbook.status,
        "verdict": workbook.verdict,
        "tables": [_table(table) for table in workbook.tables],
        "findings": [finding_dict(finding, language) for finding in workbook.findings],
        "rules": [
            {
                "code": rule.code,
                "status": rule.status,
                "reason": rule.reason.say_in(language),
                "count": rule.found,
            }
            for rule in workbook.rules
        ],
        "skipped_sheets": [
            {"sheet": skipped.sheet, "reason": skipped.reason.say_in(language)}
            for skipped in workbook.skipped_sheets
        ],
        "notes": [note.say_in(language) for note in workbook.notes],
        "waived": [
            finding_dict(finding, language) | {"waiver": waiver_dict(waiver)}
            for finding, waiver in workbook.waived
        ],
        "known": [finding_dict(finding, language) for finding in workbook.known],
    }


def _table(table: TableInfo) -> dict[str, Any]:
    return {
        "table": table.table,
        "sheet": table.sheet,
        "range": table.range,
        "year": table.year,
        "rows": table.rows,
        "columns": dict(table.columns),
        "empty": table.is_empty,
        "codes_only": table.codes_only,
    }


def _lines(value: object) -> str:
    """Return a list with an element a line, anything else on the same line."""
    if not isinstance(value, list) or not value:
        return dumps(value)
    return "[\n" + ",\n".join(f"  {dumps(element)}" for element in value) + "\n ]"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
