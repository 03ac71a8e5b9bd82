"""The part of a text report on findings that were set apart: waived, or known before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from selaras.report.pieces import BLANK, Line, Piece, wrap
from selaras.report.result import WorkbookReport
from selaras.report.stories import addresses
from selaras.report.words import SEVERITY, amount, clean
from selaras.values.finding import Finding, Severity
from selaras.values.text import Bahasa, Teks, tanggal

if TYPE_CHECKING:
    from selaras.model.waiver import Pengecualian

#: Cells of one rule that are named, and waivers of one workbook that are told.
_CELLS = 20
_WAIVERS = 20


def apart_lines(workbook: WorkbookReport, bahasa: Bahasa, width: int) -> Iterator[Line]:
    """Yield what was set apart: each waiver with the cells that it covers, then the known ones."""
    by_waiver: dict[Pengecualian, list[Finding]] = {}
    for finding, waiver in workbook.waived:
        by_waiver.setdefault(waiver, []).append(finding)
    if by_waiver:
        yield BLANK
        yield _head(Teks("Dikecualikan", "Waived"), len(workbook.waived), bahasa)
    for waiver, findings in list(by_waiver.items())[:_WAIVERS]:
        yield from _waiver(waiver, bahasa, width)
        yield from _by_rule(findings, bahasa, width, "    ")
    if len(by_waiver) > _WAIVERS:
        more = amount(len(by_waiver) - _WAIVERS, bahasa)
        rest = Teks(
            f"dan menurut {more} pengecualian lain; semuanya ada di laporan JSON",
            f"and by {more} more waivers; all are in the JSON report",
        )
        yield (Piece(f"  {rest.dalam(bahasa)}"),)
    if workbook.known:
        yield BLANK
        head = Teks("Sudah diketahui dari laporan acuan", "Known from the baseline report")
        yield _head(head, len(workbook.known), bahasa)
        yield from _by_rule(workbook.known, bahasa, width, "  ")


def apart_count(waived: int, known: int, bahasa: Bahasa) -> str:
    """Return "2 dikecualikan, 3 sudah diketahui", leaving out what there is none of."""
    words = (
        (waived, Teks("dikecualikan", "waived")),
        (known, Teks("sudah diketahui", "known before")),
    )
    return ", ".join(
        f"{amount(count, bahasa)} {word.dalam(bahasa)}" for count, word in words if count
    )


def _head(what: Teks, count: int, bahasa: Bahasa) -> Line:
    number = amount(count, bahasa)
    plural = "" if count == 1 else "s"
    rest = Teks(f": {number} temuan, tidak dihitung", f": {number} finding{plural}, not counted")
    return (Piece(what.dalam(bahasa), "strong"), Piece(rest.dalam(bahasa)))


def _waiver(waiver: Pengecualian, bahasa: Bahasa, width: int) -> Iterator[Line]:
    """Who answers for it, until when, and why."""
    until = tanggal(waiver.berlaku_sampai, bahasa)
    text = f"{waiver.pemilik}, {Teks('sampai', 'until').dalam(bahasa)} {until}: {waiver.alasan}"
    for line in wrap(clean(text), width - 2, hang=2):
        yield (Piece(f"  {line}"),)


def _by_rule(
    findings: Sequence[Finding], bahasa: Bahasa, width: int, indent: str
) -> Iterator[Line]:
    """A line per rule with the cells where it speaks."""
    rules: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in findings:
        rules.setdefault((finding.code, finding.severity), []).append(finding)
    for (code, severity), members in sorted(rules.items(), key=lambda rule: rule[0][1].rank):
        cells, more = addresses(members, _CELLS)
        sheet = members[0].sheet
        where = f"{sheet}!{cells}" if sheet and cells else sheet or cells
        where = where or Teks("seluruh buku kerja", "the whole workbook").dalam(bahasa)
        if more:
            where += Teks(f", … ({more} lagi)", f", … ({more} more)").dalam(bahasa)
        word = SEVERITY[severity].dalam(bahasa)
        start = f"[{code} · {word}]  "
        first, *others = wrap(start + clean(where), width - len(indent), hang=4)
        yield (
            Piece(f"{indent}[{code} · "),
            Piece(word, severity.value),
            Piece(first.removeprefix(start.rstrip("] "))),
        )
        for line in others:
            yield (Piece(indent + line),)
