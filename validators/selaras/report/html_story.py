"""Stories as HTML: a cause with its consequences below, a group with all its places."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.report.html_finding import (
    finding_html,
    findings_html,
    fix_html,
    related_html,
    severity_html,
)
from selaras.report.markup import NO_HTML, Html, el, join
from selaras.report.stories import Story
from selaras.report.text_report import FIGURE, everywhere
from selaras.report.words import amount, place, shown
from selaras.values.finding import Finding
from selaras.values.text import Language, Text

#: So many consequences, or places, lie open; more are folded.
_MOST_OPEN = 3
#: A place or a code that is no longer stays on one line.
_LONGEST_WHOLE = 28


def story_html(story: Story, language: Language) -> Html:
    """Return one block of a report."""
    first, *others = story.findings
    parts = [finding_html(first, language)]
    if others:
        parts.append(_others(first, others, language))
    if story.consequences:
        parts.append(_consequences(story.consequences, first, language))
    return el("article", *parts, class_=f"cerita {story.severity.value}")


def folded(
    title: Text, parts: Sequence[Html], kind: str, language: Language, *, open_: bool
) -> Html:
    """Return parts under a title that opens and closes them."""
    summary = el("summary", title.say_in(language))
    return el("details", summary, *parts, class_=kind, open="" if open_ else None)


def _consequences(findings: Sequence[Finding], cause: Finding, language: Language) -> Html:
    number = amount(len(findings), language)
    title = Text(
        f"Akibatnya: {number} temuan",
        f"In consequence: {number} finding{'' if len(findings) == 1 else 's'}",
    )
    parts = findings_html(findings, language, cause.advice)
    return folded(title, parts, "akibat", language, open_=len(findings) <= _MOST_OPEN)


# The further places of a group, each in a row


_HEADS = (
    Text("Sel", "Cell"),
    Text("Kode", "Code"),
    Text("Tertulis", "Written"),
    Text("Seharusnya", "Should be"),
    Text("Selisih", "Difference"),
    Text("Temuan", "Finding"),
)


def _others(first: Finding, others: Sequence[Finding], language: Language) -> Html:
    number = amount(len(others), language)
    title = Text(
        f"Hal yang sama di {number} sel lain",
        f"The same in {number} more cell{'' if len(others) == 1 else 's'}",
    )
    rows = [_cells(first, finding, language) for finding in others]
    #: Columns that hold something: most rules say nothing of a difference, say.
    used = [at for at in range(len(_HEADS)) if any(row[at] for row in rows)]
    figures = {at for at in used if 1 < at < 5 and all(_figure(row[at]) for row in rows)}
    heads = [
        el("th", _HEADS[at].say_in(language), class_="angka" if at in figures else None)
        for at in used
    ]
    body = [
        el(
            "tr",
            *(_cell(row[at], at, language, figure=at in figures) for at in used),
            data_sidik=finding.fingerprint,
        )
        for row, finding in zip(rows, others, strict=True)
    ]
    table = el("table", el("thead", el("tr", *heads)), el("tbody", *body), class_="tumpuk")
    return folded(title, [table], "lain", language, open_=len(others) <= _MOST_OPEN)


def _figure(text: str) -> bool:
    return not text or FIGURE.fullmatch(text) is not None


def _cells(first: Finding, finding: Finding, language: Language) -> list[str]:
    """Return what stands in a row; the advice only where it is not that of the first."""
    advice = el("span", " ", finding.advice.say_in(language), class_="redup")
    severity = severity_html(finding.severity, language)
    return [
        place(finding) or everywhere(finding).say_in(language),
        finding.kode or "",
        *(
            "" if value is None else shown(value, language)
            for value in (finding.actual, finding.expected, finding.difference)
        ),
        join(
            join(severity, " ") if finding.severity is not first.severity else NO_HTML,
            finding.message.say_in(language),
            advice if finding.advice not in (first.advice, Text("", "")) else NO_HTML,
            fix_html(finding.fix, language),
            related_html(finding, language),
        ),
    ]


def _cell(content: str, at: int, language: Language, *, figure: bool) -> Html:
    short = at < 2 and len(content) <= _LONGEST_WHOLE
    kinds = [("sel", at == 0), ("utuh", short), ("angka", figure)]
    return el(
        "td",
        content,
        class_=" ".join(kind for kind, holds in kinds if holds) or None,
        data_judul=_HEADS[at].say_in(language) if content and 0 < at < 5 else None,
    )
