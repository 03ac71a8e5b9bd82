"""The part of a text report on findings that were set apart: waived, or known before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from selaras.report.pieces import BLANK, Line, Piece, wrap
from selaras.report.result import WorkbookReport
from selaras.report.stories import addresses
from selaras.report.words import SEVERITY, amount, clean
from selaras.values.finding import Finding, Severity
from selaras.values.text import Language, Text, write_date

if TYPE_CHECKING:
    from selaras.model.waiver import Waiver

#: Cells of one rule that are named, and waivers of one workbook that are told.
_CELLS = 20
_WAIVERS = 20


def apart_lines(workbook: WorkbookReport, language: Language, width: int) -> Iterator[Line]:
    """Yield what was set apart: each waiver with the cells that it covers, then the known ones."""
    by_waiver: dict[Waiver, list[Finding]] = {}
    for finding, waiver in workbook.waived:
        by_waiver.setdefault(waiver, []).append(finding)
    if by_waiver:
        yield BLANK
        yield _head(Text("Dikecualikan", "Waived"), len(workbook.waived), language)
    for waiver, findings in list(by_waiver.items())[:_WAIVERS]:
        yield from _waiver(waiver, language, width)
        yield from _by_rule(findings, language, width, "    ")
    if len(by_waiver) > _WAIVERS:
        more = amount(len(by_waiver) - _WAIVERS, language)
        rest = Text(
            f"dan menurut {more} pengecualian lain; semuanya ada di laporan JSON",
            f"and by {more} more waivers; all are in the JSON report",
        )
        yield (Piece(f"  {rest.say_in(language)}"),)
    if workbook.known:
        yield BLANK
        head = Text("Sudah diketahui dari laporan acuan", "Known from the baseline report")
        yield _head(head, len(workbook.known), language)
        yield from _by_rule(workbook.known, language, width, "  ")


def apart_count(waived: int, known: int, language: Language) -> str:
    """Return "2 dikecualikan, 3 sudah diketahui", leaving out what there is none of."""
    words = (
        (waived, Text("dikecualikan", "waived")),
        (known, Text("sudah diketahui", "known before")),
    )
    return ", ".join(
        f"{amount(count, language)} {word.say_in(language)}" for count, word in words if count
    )


def _head(what: Text, count: int, language: Language) -> Line:
    number = amount(count, language)
    plural = "" if count == 1 else "s"
    rest = Text(f": {number} temuan, tidak dihitung", f": {number} finding{plural}, not counted")
    return (Piece(what.say_in(language), "strong"), Piece(rest.say_in(language)))


def _waiver(waiver: Waiver, language: Language, width: int) -> Iterator[Line]:
    """Who answers for it, until when, and why."""
    until = write_date(waiver.last_day, language)
    text = f"{waiver.owner}, {Text('sampai', 'until').say_in(language)} {until}: {waiver.reason}"
    for line in wrap(clean(text), width - 2, hang=2):
        yield (Piece(f"  {line}"),)


def _by_rule(
    findings: Sequence[Finding], language: Language, width: int, indent: str
) -> Iterator[Line]:
    """A line per rule with the cells where it speaks."""
    rules: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in findings:
        rules.setdefault((finding.code, finding.severity), []).append(finding)
    for (code, severity), members in sorted(rules.items(), key=lambda rule: rule[0][1].rank):
        cells, more = addresses(members, _CELLS)
        sheet = members[0].sheet
        where = f"{sheet}!{cells}" if sheet and cells else sheet or cells
        where = where or Text("seluruh buku kerja", "the whole workbook").say_in(language)
        if more:
            where += Text(f", … ({more} lagi)", f", … ({more} more)").say_in(language)
        word = SEVERITY[severity].say_in(language)
        start = f"[{code} · {word}]  "
        first, *others = wrap(start + clean(where), width - len(indent), hang=4)
        yield (
            Piece(f"{indent}[{code} · "),
            Piece(word, severity.value),
            Piece(first.removeprefix(start.rstrip("] "))),
        )
        for line in others:
            yield (Piece(indent + line),)
