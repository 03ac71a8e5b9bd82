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
from selaras.report.markup import KOSONG, Html, el, join
from selaras.report.stories import Story
from selaras.report.text_report import FIGURE, everywhere
from selaras.report.words import amount, place, shown
from selaras.values.finding import Finding
from selaras.values.text import Bahasa, Teks

#: So many consequences, or places, lie open; more are folded.
_TERBUKA = 3
#: A place or a code that is no longer stays on one line.
_UTUH = 28


def story_html(story: Story, bahasa: Bahasa) -> Html:
    """Return one block of a report."""
    first, *others = story.findings
    parts = [finding_html(first, bahasa)]
    if others:
        parts.append(_others(first, others, bahasa))
    if story.consequences:
        parts.append(_consequences(story.consequences, first, bahasa))
    return el("article", *parts, class_=f"cerita {story.severity.value}")


def folded(title: Teks, parts: Sequence[Html], kind: str, bahasa: Bahasa, *, open_: bool) -> Html:
    """Return parts under a title that opens and closes them."""
    summary = el("summary", title.dalam(bahasa))
    return el("details", summary, *parts, class_=kind, open="" if open_ else None)


def _consequences(findings: Sequence[Finding], cause: Finding, bahasa: Bahasa) -> Html:
    number = amount(len(findings), bahasa)
    title = Teks(
        f"Akibatnya: {number} temuan",
        f"In consequence: {number} finding{'' if len(findings) == 1 else 's'}",
    )
    parts = findings_html(findings, bahasa, cause.advice)
    return folded(title, parts, "akibat", bahasa, open_=len(findings) <= _TERBUKA)


# The further places of a group, each in a row


_HEADS = (
    Teks("Sel", "Cell"),
    Teks("Kode", "Code"),
    Teks("Tertulis", "Written"),
    Teks("Seharusnya", "Should be"),
    Teks("Selisih", "Difference"),
    Teks("Temuan", "Finding"),
)


def _others(first: Finding, others: Sequence[Finding], bahasa: Bahasa) -> Html:
    number = amount(len(others), bahasa)
    title = Teks(
        f"Hal yang sama di {number} sel lain",
        f"The same in {number} more cell{'' if len(others) == 1 else 's'}",
    )
    rows = [_cells(first, finding, bahasa) for finding in others]
    #: Columns that hold something: most rules say nothing of a difference, say.
    used = [at for at in range(len(_HEADS)) if any(row[at] for row in rows)]
    figures = {at for at in used if 1 < at < 5 and all(_figure(row[at]) for row in rows)}
    heads = [
        el("th", _HEADS[at].dalam(bahasa), class_="angka" if at in figures else None) for at in used
    ]
    body = [
        el(
            "tr",
            *(_cell(row[at], at, bahasa, figure=at in figures) for at in used),
            data_sidik=finding.fingerprint,
        )
        for row, finding in zip(rows, others, strict=True)
    ]
    table = el("table", el("thead", el("tr", *heads)), el("tbody", *body), class_="tumpuk")
    return folded(title, [table], "lain", bahasa, open_=len(others) <= _TERBUKA)


def _figure(text: str) -> bool:
    return not text or FIGURE.fullmatch(text) is not None


def _cells(first: Finding, finding: Finding, bahasa: Bahasa) -> list[str]:
    """Return what stands in a row; the advice only where it is not that of the first."""
    advice = el("span", " ", finding.advice.dalam(bahasa), class_="redup")
    severity = severity_html(finding.severity, bahasa)
    return [
        place(finding) or everywhere(finding).dalam(bahasa),
        finding.kode or "",
        *(
            "" if value is None else shown(value, bahasa)
            for value in (finding.actual, finding.expected, finding.difference)
        ),
        join(
            join(severity, " ") if finding.severity is not first.severity else KOSONG,
            finding.message.dalam(bahasa),
            advice if finding.advice not in (first.advice, Teks("", "")) else KOSONG,
            fix_html(finding.fix, bahasa),
            related_html(finding, bahasa),
        ),
    ]


def _cell(content: str, at: int, bahasa: Bahasa, *, figure: bool) -> Html:
    short = at < 2 and len(content) <= _UTUH
    kinds = [("sel", at == 0), ("utuh", short), ("angka", figure)]
    return el(
        "td",
        content,
        class_=" ".join(kind for kind, holds in kinds if holds) or None,
        data_judul=_HEADS[at].dalam(bahasa) if content and 0 < at < 5 else None,
    )
