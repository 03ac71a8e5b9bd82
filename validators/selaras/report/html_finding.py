"""One finding as HTML: where, what stands there and what should, what it means, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.report.markup import NO_HTML, Html, el, join
from selaras.report.text_report import FIGURE, everywhere, shown_values
from selaras.report.words import SEVERITY, amount, place, shown
from selaras.values.finding import Finding, Fix, Severity
from selaras.values.text import Language, Text

#: A severity by its shape, beside its word: colours alone tell nobody enough.
SHAPES: dict[Severity, str] = {
    Severity.ERROR: "■",
    Severity.WARNING: "▲",
    Severity.INFO: "●",
}
#: Related cells that are named.
_MOST_RELATED = 100


def severity_html(severity: Severity, language: Language) -> Html:
    """Return the word of a severity with its shape."""
    word = SEVERITY[severity].say_in(language)
    return el(
        "span",
        el("span", SHAPES[severity], aria_hidden="true"),
        f" {word}",
        class_=f"tingkat {severity.value}",
    )


def finding_html(finding: Finding, language: Language, *, advice: bool = True) -> Html:
    """Return one finding: where, what stands there and what should, what it means, what to do."""
    words = finding.advice.say_in(language) if advice else ""
    return el(
        "div",
        el(
            "div",
            severity_html(finding.severity, language),
            el("span", place(finding) or everywhere(finding).say_in(language), class_="sel"),
            rule_link(finding.code),
            el("span", _row(finding, language), class_="redup kecil"),
            class_="kepala",
        ),
        _figures(finding, language),
        el("p", finding.message.say_in(language)),
        el("p", el("b", Text("Saran: ", "Advice: ").say_in(language)), words) if words else NO_HTML,
        fix_html(finding.fix, language),
        related_html(finding, language),
        class_="temuan",
        data_sidik=finding.fingerprint,
    )


def findings_html(findings: Sequence[Finding], language: Language, *said: Text) -> list[Html]:
    """Return findings one below the other; an advice that was said is not said again."""
    known = set(said)
    parts = []
    for finding in findings:
        parts.append(finding_html(finding, language, advice=finding.advice not in known))
        known.add(finding.advice)
    return parts


def rule_link(code: str) -> Html:
    """Return the code of a rule, leading to its explanation in the same file."""
    return el("a", code, href=f"#aturan-{code}")


def _row(finding: Finding, language: Language) -> str:
    """Return the table and the code of the finding's row."""
    code = Text("kode", "code").say_in(language)
    return " · ".join(
        part for part in (finding.table, f"{code} {finding.kode}" if finding.kode else None) if part
    )


def _figures(finding: Finding, language: Language) -> Html:
    values = shown_values(finding, language)
    if not values:
        return NO_HTML
    figures = all(FIGURE.fullmatch(value) for _, value in values)
    kind = "angka" if figures else None
    return el(
        "dl",
        *(join(el("dt", label), el("dd", value, class_=kind)) for label, value in values),
        class_="nilai" if figures else "nilai lebar",
    )


def fix_html(fix: Fix | None, language: Language) -> Html:
    """Return the change that is suggested; nothing where there is none."""
    if fix is None:
        return NO_HTML
    value = shown(fix.value, language)
    what = {
        "value": Text(f"isi {fix.cell} dengan {value}", f"put {value} in {fix.cell}"),
        "formula": Text(
            f"isi {fix.cell} dengan rumus {value}", f"put the formula {value} in {fix.cell}"
        ),
        "text": Text(f"tulis “{value}” di {fix.cell}", f"write “{value}” in {fix.cell}"),
    }[fix.kind].say_in(language)
    return el("p", el("b", Text("Usulan: ", "Suggestion: ").say_in(language)), f"{what}.")


def related_html(finding: Finding, language: Language) -> Html:
    """Return the other cells that have to do with a finding."""
    if not finding.related:
        return NO_HTML
    cells = [
        one.cell if one.sheet == finding.sheet else f"{one.sheet}!{one.cell}"
        for one in finding.related
    ]
    more = len(cells) - _MOST_RELATED
    told = ", ".join(cells[:_MOST_RELATED])
    if more > 0:
        number = amount(more, language)
        told += Text(f", … ({number} lagi)", f", … ({number} more)").say_in(language)
    label = Text("Sel terkait: ", "Related cells: ").say_in(language)
    return el("p", label, told, class_="redup kecil")
