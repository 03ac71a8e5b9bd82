"""The end of a text report: all workbooks at a glance, and where to read more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.report.pieces import BLANK, WIDTH, Line, Piece, plain
from selaras.report.result import Verdict, WorkbookReport
from selaras.report.text_apart import apart_count
from selaras.report.text_report import run_lines, workbook_lines
from selaras.report.words import VERDICT, amount, counted, shorten
from selaras.values.finding import Finding, Severity
from selaras.values.text import Language, Text


class SummaryRow(NamedTuple):
    """What the summary keeps of a workbook."""

    path: str
    verdict: Verdict
    stopped: bool
    counts: dict[Severity, int]
    waived: int
    known: int


class Summary:
    """Collects a line per workbook and tells them together at the end."""

    def __init__(self) -> None:
        self._rows: list[SummaryRow] = []
        self._run: dict[Severity, int] = dict.fromkeys(Severity, 0)
        self._example: str | None = None

    def add(self, workbook: WorkbookReport) -> None:
        """Remember a workbook."""
        counts = {severity: workbook.count(severity) for severity in Severity}
        apart = len(workbook.waived), len(workbook.known)
        row = SummaryRow(
            workbook.path, workbook.verdict, workbook.status == "timeout", counts, *apart
        )
        self._rows.append(row)
        if self._example is None and workbook.findings:
            self._example = workbook.findings[0].code

    def add_run(self, findings: Sequence[Finding]) -> None:
        """Remember the findings of the run itself."""
        for finding in findings:
            self._run[finding.severity] += 1
            self._example = self._example or finding.code

    def lines(self, language: Language) -> Iterator[Line]:
        """Yield the summary; the table only where there are several workbooks."""
        rows = self._rows
        if len(rows) > 1:
            yield from _table(rows, language)
            yield BLANK
        total = {
            severity: self._run[severity] + sum(row.counts[severity] for row in rows)
            for severity in Severity
        }
        found = counted(total, language) or Text("tidak ada temuan", "no findings").say_in(language)
        number = amount(len(rows), language)
        books = Text(
            f"{number} buku kerja: ", f"{number} workbook{'s' if len(rows) != 1 else ''}: "
        )
        text = books.say_in(language) + found
        waived, known = (sum(row.waived for row in rows), sum(row.known for row in rows))
        if apart := apart_count(waived, known, language):
            text += f"; {apart}"
        for verdict in _COUNTED:
            if count := sum(1 for row in rows if row.verdict == verdict):
                text += f"; {amount(count, language)} {VERDICT[verdict].say_in(language)}"
        yield (Piece(text, "strong"),)
        if self._example:
            hint = Text("Penjelasan sebuah aturan", "What a rule means").say_in(language)
            yield (Piece(f"{hint}: selaras explain {self._example}", "faint"),)


def _table(rows: list[SummaryRow], language: Language) -> Iterator[Line]:
    heads = [word.say_in(language) for word in _HEADS]
    yield (Piece("  ".join(head.rjust(_COLUMN) for head in heads), "faint"),)
    for row in rows:
        pieces = []
        for severity, count in row.counts.items():
            text = amount(count, language) if count else "-"
            pieces.append(Piece(text.rjust(_COLUMN), severity.value if count else "faint"))
            pieces.append(Piece("  "))
        pieces.append(Piece(shorten(row.path, 200)))
        remark = _STOPPED if row.stopped else _REMARKS.get(row.verdict)
        if remark is not None:
            pieces.append(Piece(f"  ({remark.say_in(language)})", "error"))
        if apart := apart_count(row.waived, row.known, language):
            pieces.append(Piece(f"  ({apart})", "faint"))
        yield tuple(pieces)


_COLUMN = 10
_HEADS = (
    Text("kesalahan", "errors"),
    Text("peringatan", "warnings"),
    Text("catatan", "notes"),
)
#: Workbooks that were not checked as they should be: counted apart, the gravest last.
_COUNTED: tuple[Verdict, ...] = ("kosong", "tidak diperiksa", "tidak terbaca")
_REMARKS: dict[Verdict, Text] = {
    "kosong": VERDICT["kosong"] + Text(": belum ada tabel yang diisi", ": no table is filled in"),
    "tidak diperiksa": Text("tidak ada tabel yang dikenali", "no table was recognised"),
    "tidak terbaca": VERDICT["tidak terbaca"],
}
_STOPPED = Text("pemeriksaan dihentikan", "check stopped")


class TextWriter:
    """Writes the report as plain text, a workbook at a time."""

    def __init__(self, language: Language, *, width: int = WIDTH, quiet: bool = False) -> None:
        self._language = language
        self._width = width
        self._quiet = quiet
        self._summary = Summary()

    def start(self) -> str:
        """Return nothing: a text report begins with its first workbook."""
        return ""

    def workbook(self, workbook: WorkbookReport) -> str:
        """Return the part of one workbook."""
        self._summary.add(workbook)
        lines = workbook_lines(workbook, self._language, width=self._width, quiet=self._quiet)
        return self.render(lines)

    def finish(self, findings: Sequence[Finding]) -> str:
        """Return the findings of the run itself, then the summary over all workbooks."""
        own = self.render(run_lines(findings, self._language, self._width))
        self._summary.add_run(findings)
        return own if self._quiet else own + self.render(self._summary.lines(self._language))

    def render(self, lines: Iterator[Line]) -> str:
        """Return lines as text."""
        return plain(lines)
