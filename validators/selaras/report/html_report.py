"""Report -> HTML: one file with all in it, for people; no script, and nothing is loaded.

Workbook text is escaped where elements are made (`report.markup`). The same report gives the same
bytes. The index stands in front, so the parts are kept until the last workbook has come.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence

from selaras.report.html_finding import finding_html
from selaras.report.html_workbook import counts_html, workbook_html
from selaras.report.markup import NO_HTML, Html, el, join
from selaras.report.result import VERDICTS, Report, Verdict, WorkbookReport
from selaras.report.rule_text import Explainer, Explanation
from selaras.report.text_apart import apart_count
from selaras.report.words import SEVERITY, VERDICT, amount
from selaras.values.finding import Finding, Severity
from selaras.values.text import Language, Text
from selaras.version import __version__


def as_html(report: Report, explainer: Explainer, language: Language = "id") -> str:
    """Return the report as one HTML file; `explainer` explains the rules that spoke."""
    writer = HtmlWriter(language, explainer)
    parts = [writer.start()]
    parts += [writer.workbook(workbook) for workbook in report.workbooks]
    return "".join([*parts, writer.finish(report.run)])


class HtmlWriter:
    """Writes the report as HTML once all workbooks have come."""

    def __init__(self, language: Language, explainer: Explainer) -> None:
        self._language = language
        self._explainer = explainer
        self._sections: list[Html] = []
        self._rows: list[Html] = []
        self._counts: dict[Severity, int] = dict.fromkeys(Severity, 0)
        self._codes: set[str] = set()
        self._verdicts: dict[Verdict, int] = dict.fromkeys(VERDICTS, 0)

    def start(self) -> str:
        """Return nothing: the index must know all workbooks."""
        return ""

    def workbook(self, workbook: WorkbookReport) -> str:
        """Keep the part of one workbook, and return nothing yet."""
        number = len(self._sections) + 1
        self._sections.append(workbook_html(workbook, number, self._language))
        self._rows.append(self._row(workbook, number))
        self._verdicts[workbook.verdict] += 1
        apart = (*workbook.known, *(finding for finding, _ in workbook.waived))
        self._count(workbook.findings)
        self._codes.update(finding.code for finding in apart)
        return ""

    def finish(self, findings: Sequence[Finding]) -> str:
        """Return the whole file."""
        self._count(findings)
        body = (
            el("header", *self._head()),
            self._index(),
            *self._sections,
            self._run(findings),
            self._appendix(),
            el("footer", f"Selaras {__version__}", class_="redup kecil"),
        )
        return page(Text("Laporan Selaras", "Selaras report"), body, self._language)

    def _count(self, findings: Sequence[Finding]) -> None:
        for finding in findings:
            self._counts[finding.severity] += 1
            self._codes.add(finding.code)

    @property
    def _several(self) -> bool:
        """Whether there is more to sum up than what a single workbook says itself."""
        return len(self._sections) != 1

    def _say(self, id: str, en: str) -> str:
        return Text(id, en).say_in(self._language)

    def _head(self) -> tuple[Html, ...]:
        count = len(self._sections)
        number = amount(count, self._language)
        books = self._say(
            f"{number} buku kerja diperiksa.",
            f"{number} workbook{'' if count == 1 else 's'} checked.",
        )
        told = (
            f"{amount(n, self._language)} {VERDICT[verdict].say_in(self._language)}"
            for verdict, n in self._verdicts.items()
            if n
        )
        verdicts = f"{self._say('Putusan', 'Verdicts')}: {', '.join(told)}."
        found = any(self._counts.values())
        return (
            el("h1", self._say("Laporan pemeriksaan Selaras", "Selaras: report of the check")),
            el("p", verdicts) if self._several and count else NO_HTML,
            el(
                "p",
                books if found else f"{books} {self._say('Tidak ada temuan.', 'No findings.')}",
            ),
            counts_html(self._counts, self._language) if found and self._several else NO_HTML,
        )

    # Index

    def _row(self, workbook: WorkbookReport, number: int) -> Html:
        titles = [word.say_in(self._language) for word in SEVERITY.values()]
        counts = [workbook.count(severity) for severity in Severity]
        remarks = [VERDICT[workbook.verdict].say_in(self._language)]
        if apart := apart_count(len(workbook.waived), len(workbook.known), self._language):
            remarks.append(apart)
        return el(
            "tr",
            el("td", el("a", workbook.path, href=f"#buku-{number}")),
            *(
                el(
                    "td",
                    amount(one, self._language) if one else "–",
                    class_="angka" if one else "angka nol",
                    data_judul=title,
                )
                for one, title in zip(counts, titles, strict=True)
            ),
            el("td", "; ".join(remarks)),
        )

    def _index(self) -> Html:
        if not self._several:
            return NO_HTML
        title = self._say("Daftar buku kerja", "Workbooks")
        heads = (
            el("th", self._say("Buku kerja", "Workbook")),
            *(el("th", word.say_in(self._language), class_="angka") for word in SEVERITY.values()),
            el("th", self._say("Keterangan", "Remarks")),
        )
        parts = (el("thead", el("tr", *heads)), el("tbody", *self._rows))
        table = el("table", *parts, class_="tumpuk indeks")
        return el("nav", el("h2", title), table, aria_label=title)

    # After the workbooks

    def _run(self, findings: Sequence[Finding]) -> Html:
        if not findings:
            return NO_HTML
        title = self._say("Tentang pemeriksaan ini", "On the run itself")
        stories = (
            el("article", finding_html(one, self._language), class_=f"cerita {one.severity.value}")
            for one in findings
        )
        return el("section", el("h2", title), *stories, class_="buku")

    def _appendix(self) -> Html:
        """Return what the rules that spoke mean, in the order of their codes."""
        if not self._codes:
            return NO_HTML
        title = self._say("Penjelasan aturan", "What the rules mean")
        rules = (self._rule(code, self._explainer(code)) for code in sorted(self._codes))
        return el("section", el("h2", title), *rules, class_="buku lampiran", id="aturan")

    def _rule(self, code: str, rule: Explanation | None) -> Html:
        if rule is None:
            return el("article", el("h3", code), class_="aturan", id=f"aturan-{code}")
        basis = el("p", el("b", self._say("Dasar: ", "Basis: ")), rule.basis.say_in(self._language))
        return el(
            "article",
            el("h3", code, " ", el("span", rule.name, class_="redup kecil")),
            *map(_paragraph, rule.text.say_in(self._language).split("\n\n")),
            basis,
            class_="aturan",
            id=f"aturan-{code}",
        )


def _paragraph(paragraph: str) -> Html:
    """Return a paragraph of an explanation; a first word with a colon leads it ("Mengapa:")."""
    lines = paragraph.strip().splitlines()
    items = [place for place, line in enumerate(lines) if line.startswith("- ")]
    if items:
        bounds = [*items, len(lines)]
        parts = [" ".join(lines[a:b])[2:] for a, b in zip(items, bounds[1:], strict=True)]
        return join(
            _paragraph("\n".join(lines[: items[0]])) if items[0] else NO_HTML,
            el("ul", *(el("li", part) for part in parts)),
        )
    label, colon, rest = " ".join(lines).partition(": ")
    if colon and label.isalpha():
        return el("p", el("b", f"{label}: "), rest)
    return el("p", " ".join(lines))


def page(title: Text, body: Sequence[Html], language: Language) -> str:
    """Return a whole HTML file that may load and run nothing but its own style."""
    with open(os.path.join(os.path.dirname(__file__), "html.css"), encoding="utf-8") as file:
        style = file.read()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title.say_in(language)}</title>\n<style>{style}</style>\n"
    )
    parts = "\n".join(part for part in body if part)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n{head}</head>\n'
        f"<body>\n{parts}\n</body>\n</html>\n"
    )
