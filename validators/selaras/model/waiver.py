"""Waivers as values: which findings they are for, and findings parted by them.

A waiver names a finding by its fingerprint, or a rule with a code or a table, and says why, who
answers for it and until when. What it covers is set apart, never dropped.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from selaras.values.finding import Finding
from selaras.values.kode_reading import read_kode


class Waiver(NamedTuple):
    """One waiver of `selaras-pengecualian.toml`; what is blank narrows nothing."""

    reason: str
    owner: str
    #: The last day on which it counts.
    last_day: datetime.date
    #: Fingerprint of the finding.
    fingerprint: str = ""
    #: Code of a rule; with it the code of a row, however written, and the name of a table.
    rule_code: str = ""
    kode: str = ""
    table: str = ""
    #: Name of the workbook, with as many of its folders as tell it apart.
    file: str = ""

    @property
    def label(self) -> str:
        """How messages name what the waiver is for."""
        parts = (self.fingerprint, self.rule_code, self.kode, self.table, self.file)
        return " ".join(part for part in parts if part)

    def is_for(self, finding: Finding) -> bool:
        """Tell whether the waiver is for this finding; findings of the run itself have none."""
        return (
            finding.code[:3] != "SYS"
            and self.fingerprint in ("", finding.fingerprint)
            and self.rule_code in ("", finding.code)
            and self.table in ("", finding.table)
            and (not self.kode or _is_same_kode(self.kode, finding.kode))
        )

    def is_for_file(self, path: str) -> bool:
        """Tell whether the waiver is for findings of the workbook at this path."""
        own = fold_path(self.file)
        return not self.file or fold_path(path)[-len(own) :] == own


class WaivedFinding(NamedTuple):
    """A finding that was set apart, and the waiver that answers for it."""

    finding: Finding
    waiver: Waiver


class PartedFindings(NamedTuple):
    """Findings that count, those that a waiver covers, and those that were known before."""

    findings: tuple[Finding, ...]
    waived: tuple[WaivedFinding, ...]
    known: tuple[Finding, ...]
    #: Every waiver that is for one of the findings, alone or beside another.
    used: frozenset[Waiver]


def part_findings(
    findings: Sequence[Finding], waivers: Iterable[Waiver], known_before: frozenset[str]
) -> PartedFindings:
    """Part the findings of one workbook by waivers in force and by the fingerprints known before.

    A waiver comes first: it says more. Findings of the run itself (SYS) always count: an unread
    file stays unread.
    """
    # Most findings have no waiver with their name on it.
    by_name: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        by_name.setdefault(waiver.fingerprint or waiver.rule_code, []).append(waiver)
    kept: list[Finding] = []
    waived: list[WaivedFinding] = []
    known: list[Finding] = []
    used: set[Waiver] = set()
    for finding in findings:
        named = (*by_name.get(finding.fingerprint, ()), *by_name.get(finding.code, ()))
        matching = [waiver for waiver in named if waiver.is_for(finding)]
        used.update(matching)
        if matching:
            waived.append(WaivedFinding(finding, matching[0]))
        elif finding.fingerprint in known_before and finding.code[:3] != "SYS":
            known.append(finding)
        else:
            kept.append(finding)
    return PartedFindings(tuple(kept), tuple(waived), tuple(known), frozenset(used))


def fold_path(path: str) -> tuple[str, ...]:
    """Return the parts of a path as they are compared, whatever the system and letter case."""
    # Imported here: only waivers and baselines compare paths.
    from unicodedata import normalize

    plain = normalize("NFC", path).casefold().replace("\\", "/")
    return tuple(part for part in plain.split("/") if part not in ("", "."))


def _is_same_kode(one: str, other: str | None) -> bool:
    """Compare codes by their numbers, as everywhere."""
    first, second = read_kode(one), read_kode(other)
    return first is not None and second is not None and first.kode == second.kode is not None
