"""What is set apart in a run: findings that a waiver covers, findings that were known before.

It sees the report of one workbook after the other, in their order, and knows at the end which
waivers did nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from selaras.apart.waiver_file import BerkasPengecualian

if TYPE_CHECKING:
    from selaras.apart.baseline import Acuan
    from selaras.model.setting import Setting
    from selaras.model.waiver import Pengecualian
    from selaras.report.result import WorkbookReport
    from selaras.values.finding import Finding


class Kebijakan:
    """The waivers and the baseline of one run."""

    def __init__(
        self,
        workbooks: Sequence[str],
        *,
        pengecualian: str | None = None,
        acuan: str | None = None,
        hari_ini: datetime.date | None = None,
    ) -> None:
        """Read the files that are given, or found; on `hari_ini` (today) a waiver may be over.

        Raises ConfigError for a file that cannot be used.
        """
        self._file = BerkasPengecualian(pengecualian)
        today = hari_ini or datetime.date.today()
        self._waivers = _Pemakaian(self._file.daftar, today) if self._file.daftar else None
        self._baseline = _acuan(acuan, workbooks) if acuan is not None else None

    def terapkan(self, report: WorkbookReport) -> WorkbookReport:
        """Return the report with what a waiver or the baseline answers for set apart."""
        ignored = self._file.diabaikan(report.path)
        notes = [] if ignored is None else [ignored]
        if self._baseline is not None and (note := self._baseline.build_note(report.path)):
            notes.append(note)
        if notes:
            report = report._replace(notes=(*report.notes, *notes))
        if self._waivers is None and self._baseline is None:
            return report
        from selaras.model.waiver import pisahkan

        waivers = self._waivers.untuk(report.path) if self._waivers else ()
        known = self._baseline.find_known(report.path) if self._baseline else frozenset()
        parted = pisahkan(report.findings, waivers, known)
        if self._waivers:
            self._waivers.record(report, waivers, parted.terpakai)
        return report._replace(
            findings=parted.findings, waived=parted.dikecualikan, known=parted.diketahui
        )

    def find_unused_waivers(self, setting: Setting) -> tuple[Finding, ...]:
        """Return SYS004 for each waiver that has expired or covered nothing in the whole run."""
        if self._waivers is None:
            return ()
        from selaras.engine.finish import selesaikan
        from selaras.rules.sys.run import pengecualian_kedaluwarsa, pengecualian_tak_terpakai

        file = self._file.sebutan
        findings = [pengecualian_kedaluwarsa(n, w, file) for n, w in self._waivers.kedaluwarsa]
        findings += [pengecualian_tak_terpakai(n, w, file) for n, w in self._waivers.tak_terpakai()]
        return selesaikan(findings, None, setting)


#: How a rule ends that has looked at all there was.
_SELESAI = ("ok", "findings")


class _Pemakaian:
    """Which waivers are in force, and what became of each in the workbooks of the run."""

    def __init__(self, waivers: Sequence[Pengecualian], today: datetime.date) -> None:
        numbered = list(enumerate(waivers, 1))
        #: With the number that each has in the file.
        self.kedaluwarsa = [(n, w) for n, w in numbered if w.berlaku_sampai < today]
        self._valid = [(n, w) for n, w in numbered if w.berlaku_sampai >= today]
        self._used: set[Pengecualian] = set()
        #: Waivers whose rule has looked at a workbook of theirs, and those where one was not looked
        #: at to the end: of these nobody can say that there is nothing left to cover.
        self._tried: set[Pengecualian] = set()
        self._unsure: set[Pengecualian] = set()

    def untuk(self, path: str) -> list[Pengecualian]:
        """Return the waivers in force for a workbook."""
        return [waiver for _, waiver in self._valid if waiver.untuk_berkas(path)]

    def record(
        self,
        report: WorkbookReport,
        waivers: Sequence[Pengecualian],
        used: Set[Pengecualian],
    ) -> None:
        """Note which of the waivers for a workbook covered a finding, and which might have."""
        from selaras.rules import daftar

        self._used |= used
        states = {rule.code: rule.status for rule in report.rules}
        # What a waiver by fingerprint alone is for, any rule may find.
        each = [states.get(rule.code) for rule in daftar() if rule.scope != "run"]
        whole = all(state in (*_SELESAI, "skipped") for state in each)
        for waiver in waivers:
            state = states.get(waiver.aturan)
            if state in _SELESAI or (whole and not waiver.aturan):
                self._tried.add(waiver)
            elif state != "skipped":
                self._unsure.add(waiver)

    def tak_terpakai(self) -> list[tuple[int, Pengecualian]]:
        """Return the waivers that certainly cover nothing any more."""
        idle = self._tried - self._used - self._unsure
        return [(number, waiver) for number, waiver in self._valid if waiver in idle]


def _acuan(path: str, workbooks: Sequence[str]) -> Acuan:
    # Imported here: few runs have a baseline.
    from selaras.apart.baseline import Acuan

    return Acuan(path, workbooks)
