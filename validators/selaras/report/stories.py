"""Findings as a person should meet them: causes with their consequences, groups as one block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.report.result import WorkbookReport
from selaras.values.finding import Finding, Severity


class Story(NamedTuple):
    """One block of a report: findings of one group, or one cause and what follows from it."""

    findings: tuple[Finding, ...]
    consequences: tuple[Finding, ...] = ()

    @property
    def severity(self) -> Severity:
        """Return the worst that it tells of."""
        return min((f.severity for f in (*self.findings, *self.consequences)), key=_rank)


def arrange(report: WorkbookReport) -> list[Story]:
    """Return the findings of a workbook as stories: the worst first, then as the sheets stand.

    A finding that others name as their cause leads a story of its own, with the others under it;
    the rest come in their groups. No finding is left out or told twice.
    """
    position = _Position(report)
    by_fingerprint: dict[str, Finding] = {}
    for finding in report.findings:
        by_fingerprint.setdefault(finding.fingerprint, finding)
    leaders: list[Finding] = []
    followers: dict[int, list[Finding]] = {}
    for finding in report.findings:
        root = _root(finding, by_fingerprint)
        if root is finding:
            leaders.append(finding)
        else:
            followers.setdefault(id(root), []).append(finding)
    stories: list[Story] = []
    groups: dict[tuple[str, str], list[Finding]] = {}
    for leader in leaders:
        consequences = followers.get(id(leader))
        if consequences:
            consequences.sort(key=lambda finding: (finding.severity.rank, position.of(finding)))
            stories.append(Story((leader,), tuple(consequences)))
        else:
            groups.setdefault((leader.code, leader.group), []).append(leader)
    for members in groups.values():
        members.sort(key=position.of)
        stories.append(Story(tuple(members)))
    stories.sort(key=lambda story: (story.severity.rank, position.of(story.findings[0])))
    return stories


def _rank(severity: Severity) -> int:
    return severity.rank


def _root(finding: Finding, by_fingerprint: dict[str, Finding]) -> Finding:
    """Follow the causes up to the one that has none; a circle has none at all."""
    seen = {id(finding)}
    root = finding
    while root.cause is not None:
        cause = by_fingerprint.get(root.cause)
        if cause is None:
            return root
        if id(cause) in seen:
            return finding
        seen.add(id(cause))
        root = cause
    return root


class _Position:
    """Where a finding stands: by sheet as the workbook has them, then row, then column."""

    def __init__(self, report: WorkbookReport) -> None:
        names = [
            *(table.sheet for table in report.tables),
            *(skipped.sheet for skipped in report.skipped_sheets),
            *(finding.sheet for finding in report.findings if finding.sheet is not None),
        ]
        self._sheets = {name: index for index, name in enumerate(dict.fromkeys(names))}

    def of(self, finding: Finding) -> tuple[int, int, int]:
        sheet = -1 if finding.sheet is None else self._sheets[finding.sheet]
        return (sheet, *(finding.position or (0, 0)))


def addresses(findings: Sequence[Finding], most: int) -> tuple[str, int]:
    """Return the cells of findings in few words, and how many more there are than `most`.

    Cells are grouped by sheet; the sheet is named only where it changes.
    """
    parts: list[str] = []
    sheet: str | None = findings[0].sheet if findings else None
    for finding in findings[:most]:
        cell = finding.cell or ""
        parts.append(cell if finding.sheet == sheet else f"{finding.sheet}!{cell}")
        sheet = finding.sheet
    return ", ".join(part for part in parts if part), max(0, len(findings) - most)
