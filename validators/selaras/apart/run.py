"""What is set apart in a run: findings that a waiver covers, findings that were known before.

It sees the report of one workbook after the other, in their order, and knows at the end which
waivers did nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from selaras.apart.waiver_file import WaiverFile

if TYPE_CHECKING:
    from selaras.apart.baseline import Baseline
    from selaras.model.setting import Setting
    from selaras.model.waiver import Waiver
    from selaras.report.result import WorkbookReport
    from selaras.values.finding import Finding


class SetApart:
    """The waivers and the baseline of one run."""

    def __init__(
        self,
        workbooks: Sequence[str],
        *,
        waivers: str | None = None,
        baseline: str | None = None,
        given_day: datetime.date | None = None,
    ) -> None:
        """Read the files that are given, or found; by `given_day` (else today) waivers end.

        Raises ConfigError for a file that cannot be used.
        """
        self._file = WaiverFile(waivers)
        today = given_day or datetime.date.today()
        self._waivers = _WaiverUse(self._file.waivers, today) if self._file.waivers else None
        self._baseline = _read_baseline(baseline, workbooks) if baseline is not None else None

    def apply(self, report: WorkbookReport) -> WorkbookReport:
        """Return the report with what a waiver or the baseline answers for set apart."""
        ignored = self._file.tell_ignored(report.path)
        notes = [] if ignored is None else [ignored]
        if self._baseline is not None and (note := self._baseline.build_note(report.path)):
            notes.append(note)
        if notes:
            report = report._replace(notes=(*report.notes, *notes))
        if self._waivers is None and self._baseline is None:
            return report
        from selaras.model.waiver import part_findings

        waivers = self._waivers.find_waivers(report.path) if self._waivers else ()
        known = self._baseline.find_known(report.path) if self._baseline else frozenset()
        parted = part_findings(report.findings, waivers, known)
        if self._waivers:
            self._waivers.record(report, waivers, parted.used)
        return report._replace(findings=parted.findings, waived=parted.waived, known=parted.known)

    def find_unused_waivers(self, setting: Setting) -> tuple[Finding, ...]:
        """Return SYS004 for each waiver that has expired or covered nothing in the whole run."""
        if self._waivers is None:
            return ()
        from selaras.engine.finish import finish_findings
        from selaras.rules.sys.run import build_expired_waiver_finding, build_unused_waiver_finding

        file = self._file.label
        findings = [build_expired_waiver_finding(n, w, file) for n, w in self._waivers.expired]
        findings += [
            build_unused_waiver_finding(n, w, file) for n, w in self._waivers.list_unused()
        ]
        return finish_findings(findings, None, setting)


#: How a rule ends that has looked at all there was.
_DONE_STATES = ("ok", "findings")


class _WaiverUse:
    """Which waivers are in force, and what became of each in the workbooks of the run."""

    def __init__(self, waivers: Sequence[Waiver], today: datetime.date) -> None:
        numbered = list(enumerate(waivers, 1))
        #: With the number that each has in the file.
        self.expired = [(n, w) for n, w in numbered if w.last_day < today]
        self._valid = [(n, w) for n, w in numbered if w.last_day >= today]
        self._used: set[Waiver] = set()
        #: Waivers whose rule has looked at a workbook of theirs, and those where one was not looked
        #: at to the end: of these nobody can say that there is nothing left to cover.
        self._tried: set[Waiver] = set()
        self._unsure: set[Waiver] = set()

    def find_waivers(self, path: str) -> list[Waiver]:
        """Return the waivers in force for a workbook."""
        return [waiver for _, waiver in self._valid if waiver.is_for_file(path)]

    def record(
        self,
        report: WorkbookReport,
        waivers: Sequence[Waiver],
        used: Set[Waiver],
    ) -> None:
        """Note which of the waivers for a workbook covered a finding, and which might have."""
        from selaras.rules import list_cards

        self._used |= used
        states = {rule.code: rule.status for rule in report.rules}
        # What a waiver by fingerprint alone is for, any rule may find.
        each = [states.get(rule.code) for rule in list_cards() if rule.scope != "run"]
        whole = all(state in (*_DONE_STATES, "skipped") for state in each)
        for waiver in waivers:
            state = states.get(waiver.rule_code)
            if state in _DONE_STATES or (whole and not waiver.rule_code):
                self._tried.add(waiver)
            elif state != "skipped":
                self._unsure.add(waiver)

    def list_unused(self) -> list[tuple[int, Waiver]]:
        """Return the waivers that certainly cover nothing any more."""
        idle = self._tried - self._used - self._unsure
        return [(number, waiver) for number, waiver in self._valid if waiver in idle]


def _read_baseline(path: str, workbooks: Sequence[str]) -> Baseline:
    # Imported here: few runs have a baseline.
    from selaras.apart.baseline import Baseline

    return Baseline(path, workbooks)
