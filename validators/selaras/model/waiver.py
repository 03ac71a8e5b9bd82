"""Waivers as values: which findings they are for, and findings parted by them.

A waiver names a finding by its fingerprint, or a rule with a code or a table, and says why, who
answers for it and until when. What it covers is set apart, never dropped.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from selaras.values.finding import Finding
from selaras.values.kode_reading import baca_kode


class Pengecualian(NamedTuple):
    """One waiver of `selaras-pengecualian.toml`; what is blank narrows nothing."""

    alasan: str
    pemilik: str
    #: The last day on which it counts.
    berlaku_sampai: datetime.date
    #: Fingerprint of the finding.
    sidik: str = ""
    #: Code of a rule; with it the code of a row, however written, and the name of a table.
    aturan: str = ""
    kode: str = ""
    tabel: str = ""
    #: Name of the workbook, with as many of its folders as tell it apart.
    berkas: str = ""

    @property
    def sebutan(self) -> str:
        """How messages name what the waiver is for."""
        parts = (self.sidik, self.aturan, self.kode, self.tabel, self.berkas)
        return " ".join(part for part in parts if part)

    def mengenai(self, finding: Finding) -> bool:
        """Tell whether the waiver is for this finding; findings of the run itself have none."""
        return (
            finding.code[:3] != "SYS"
            and self.sidik in ("", finding.fingerprint)
            and self.aturan in ("", finding.code)
            and self.tabel in ("", finding.table)
            and (not self.kode or _kode_sama(self.kode, finding.kode))
        )

    def untuk_berkas(self, path: str) -> bool:
        """Tell whether the waiver is for findings of the workbook at this path."""
        own = ruas(self.berkas)
        return not self.berkas or ruas(path)[-len(own) :] == own


class Dikecualikan(NamedTuple):
    """A finding that was set apart, and the waiver that answers for it."""

    finding: Finding
    pengecualian: Pengecualian


class Terpisah(NamedTuple):
    """Findings that count, those that a waiver covers, and those that were known before."""

    findings: tuple[Finding, ...]
    dikecualikan: tuple[Dikecualikan, ...]
    diketahui: tuple[Finding, ...]
    #: Every waiver that is for one of the findings, alone or beside another.
    terpakai: frozenset[Pengecualian]


def pisahkan(
    findings: Sequence[Finding], waivers: Iterable[Pengecualian], diketahui: frozenset[str]
) -> Terpisah:
    """Part the findings of one workbook by waivers in force and by the fingerprints known before.

    A waiver comes first: it says more. Findings of the run itself (SYS) always count: an unread
    file stays unread.
    """
    # Most findings have no waiver with their name on it.
    by_name: dict[str, list[Pengecualian]] = {}
    for waiver in waivers:
        by_name.setdefault(waiver.sidik or waiver.aturan, []).append(waiver)
    kept: list[Finding] = []
    waived: list[Dikecualikan] = []
    known: list[Finding] = []
    used: set[Pengecualian] = set()
    for finding in findings:
        named = (*by_name.get(finding.fingerprint, ()), *by_name.get(finding.code, ()))
        matching = [waiver for waiver in named if waiver.mengenai(finding)]
        used.update(matching)
        if matching:
            waived.append(Dikecualikan(finding, matching[0]))
        elif finding.fingerprint in diketahui and finding.code[:3] != "SYS":
            known.append(finding)
        else:
            kept.append(finding)
    return Terpisah(tuple(kept), tuple(waived), tuple(known), frozenset(used))


def ruas(path: str) -> tuple[str, ...]:
    """Return the parts of a path as they are compared, whatever the system and letter case."""
    # Imported here: only waivers and baselines compare paths.
    from unicodedata import normalize

    plain = normalize("NFC", path).casefold().replace("\\", "/")
    return tuple(part for part in plain.split("/") if part not in ("", "."))


def _kode_sama(one: str, other: str | None) -> bool:
    """Compare codes by their numbers, as everywhere."""
    first, second = baca_kode(one), baca_kode(other)
    return first is not None and second is not None and first.kode == second.kode is not None
