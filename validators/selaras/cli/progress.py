"""What a run says about itself on standard error: how far it is, where the time went."""

from __future__ import annotations

import sys

from selaras.report.result import WorkbookReport
from selaras.values.finding import Severity
from selaras.values.text import Language, Text


class Progress:
    """Tells how many workbooks are done: a line that renews itself, or a JSON object a line."""

    def __init__(self, mode: str, total: int, language: Language) -> None:
        self._json = mode == "json"
        # One workbook is done before anyone looks up.
        self._line = mode == "auto" and total > 1 and sys.stderr.isatty()
        self._total = total
        self._done = 0
        self._word = Text("diperiksa", "checked").say_in(language)

    def start(self) -> None:
        """Tell how many there are."""
        if self._json:
            self._tell({"event": "start", "total": self._total})
        self._show()

    def clear(self) -> None:
        """Make room for a part of the report."""
        if self._line:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def done(self, report: WorkbookReport) -> None:
        """Tell that one more is done."""
        self._done += 1
        if self._json:
            counts = {severity.value: report.count(severity) for severity in Severity}
            self._tell(
                {
                    "event": "workbook",
                    "done": self._done,
                    "total": self._total,
                    "path": report.path,
                    "status": report.status,
                    "verdict": report.verdict,
                }
                | counts
            )
        self._show()

    def finish(self) -> None:
        """Tell that all are done."""
        if self._json:
            self._tell({"event": "end", "done": self._done, "total": self._total})
        self.clear()

    def _show(self) -> None:
        if self._line and self._done < self._total:
            sys.stderr.write(f"\r[{self._done}/{self._total}] {self._word} …")
            sys.stderr.flush()

    def _tell(self, event: dict[str, object]) -> None:
        from selaras.report.json_report import dumps

        sys.stderr.write(dumps(event) + "\n")
        sys.stderr.flush()


class Statistics:
    """Adds up what each rule cost and found over all workbooks."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._counts: dict[str, int] = {}

    def add(self, report: WorkbookReport) -> None:
        """Add the rules of one workbook."""
        for rule in report.rules:
            self._seconds[rule.code] = self._seconds.get(rule.code, 0.0) + rule.seconds
            self._counts[rule.code] = self._counts.get(rule.code, 0) + rule.found

    def write(self, language: Language) -> None:
        """Write a line per rule, the slowest first."""
        heads = (Text("aturan", "rule"), Text("milidetik", "ms"), Text("temuan", "findings"))
        rule, milliseconds, findings = (head.say_in(language) for head in heads)
        lines = [f"{rule:<8}{milliseconds:>12}{findings:>10}"]
        for code, seconds in sorted(self._seconds.items(), key=lambda item: (-item[1], item[0])):
            lines.append(f"{code:<8}{seconds * 1000:>12.2f}{self._counts[code]:>10}")
        sys.stderr.write("\n".join(lines) + "\n")
