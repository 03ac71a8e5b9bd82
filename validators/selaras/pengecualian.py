"""Waivers and baselines: findings that somebody has answered for are listed apart, never hidden.

A waiver names a finding by its fingerprint, or a rule and a code, and says why, who answers for it
and until when. One that has expired no longer counts, and one that matches nothing is reported.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from selaras.finding import Finding
from selaras.kode import baca_kode
from selaras.teks import Teks


class Pengecualian(NamedTuple):
    """One waiver of `selaras-pengecualian.toml`."""

    alasan: str
    pemilik: str
    berlaku_sampai: datetime.date
    #: Fingerprint of the finding; or a rule, alone or with the code of the row.
    sidik: str = ""
    aturan: str = ""
    kode: str = ""

    @property
    def sebutan(self) -> str:
        """How messages name the waiver."""
        return self.sidik or " ".join(part for part in (self.aturan, self.kode) if part)

    def mengenai(self, finding: Finding) -> bool:
        """Tell whether the waiver is for this finding."""
        if self.sidik:
            return finding.fingerprint == self.sidik
        if finding.code != self.aturan.upper():
            return False
        return not self.kode or _kode_sama(self.kode, finding.kode)


class Dikecualikan(NamedTuple):
    """A finding that was set apart: why, who answers for it, until when (None: the baseline)."""

    finding: Finding
    alasan: Teks
    pemilik: str = ""
    berlaku_sampai: datetime.date | None = None


#: Why a finding of the baseline is set apart.
LAMA = Teks("sudah ada di laporan acuan", "was in the baseline report already")


class Terpisah(NamedTuple):
    """What is left of the findings, what was set apart, and the waivers that did nothing."""

    findings: tuple[Finding, ...]
    dikecualikan: tuple[Dikecualikan, ...]
    kedaluwarsa: tuple[Pengecualian, ...]
    tak_terpakai: tuple[Pengecualian, ...]


def pisahkan(
    findings: Sequence[Finding],
    waivers: Iterable[Pengecualian],
    baseline: frozenset[str],
    hari_ini: datetime.date,
) -> Terpisah:
    """Set apart the findings that a valid waiver or the baseline answers for.

    Findings of the run itself (SYS) cannot be waived: an unread file stays unread.
    """
    valid: list[Pengecualian] = []
    expired: list[Pengecualian] = []
    for waiver in waivers:
        (expired if waiver.berlaku_sampai < hari_ini else valid).append(waiver)
    used: set[int] = set()
    kept: list[Finding] = []
    apart: list[Dikecualikan] = []
    for finding in findings:
        matching = (
            []
            if finding.code.startswith("SYS")
            else [index for index, waiver in enumerate(valid) if waiver.mengenai(finding)]
        )
        used.update(matching)
        if matching:
            waiver = valid[matching[0]]
            reason = Teks(waiver.alasan, waiver.alasan)
            apart.append(Dikecualikan(finding, reason, waiver.pemilik, waiver.berlaku_sampai))
        elif finding.fingerprint in baseline and not finding.code.startswith("SYS"):
            apart.append(Dikecualikan(finding, LAMA))
        else:
            kept.append(finding)
    unused = tuple(waiver for index, waiver in enumerate(valid) if index not in used)
    return Terpisah(tuple(kept), tuple(apart), tuple(expired), unused)


def _kode_sama(one: str, other: str | None) -> bool:
    """Compare codes by their numbers, as everywhere."""
    first, second = baca_kode(one), baca_kode(other)
    return first is not None and second is not None and first.kode == second.kode is not None
