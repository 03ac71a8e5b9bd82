"""One finding as HTML: where, what stands there and what should, what it means, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.report.markup import KOSONG, Html, el, join
from selaras.report.text_report import FIGURE, everywhere, shown_values
from selaras.report.words import SEVERITY, amount, place, shown
from selaras.values.finding import Finding, Fix, Severity
from selaras.values.text import Bahasa, Teks

#: A severity by its shape, beside its word: colours alone tell nobody enough.
BENTUK: dict[Severity, str] = {
    Severity.ERROR: "■",
    Severity.WARNING: "▲",
    Severity.INFO: "●",
}
#: Related cells that are named.
_TERKAIT = 100


def severity_html(severity: Severity, bahasa: Bahasa) -> Html:
    """Return the word of a severity with its shape."""
    word = SEVERITY[severity].dalam(bahasa)
    return el(
        "span",
        el("span", BENTUK[severity], aria_hidden="true"),
        f" {word}",
        class_=f"tingkat {severity.value}",
    )


def finding_html(finding: Finding, bahasa: Bahasa, *, advice: bool = True) -> Html:
    """Return one finding: where, what stands there and what should, what it means, what to do."""
    words = finding.advice.dalam(bahasa) if advice else ""
    return el(
        "div",
        el(
            "div",
            severity_html(finding.severity, bahasa),
            el("span", place(finding) or everywhere(finding).dalam(bahasa), class_="sel"),
            rule_link(finding.code),
            el("span", _row(finding, bahasa), class_="redup kecil"),
            class_="kepala",
        ),
        _figures(finding, bahasa),
        el("p", finding.message.dalam(bahasa)),
        el("p", el("b", Teks("Saran: ", "Advice: ").dalam(bahasa)), words) if words else KOSONG,
        fix_html(finding.fix, bahasa),
        related_html(finding, bahasa),
        class_="temuan",
        data_sidik=finding.fingerprint,
    )


def findings_html(findings: Sequence[Finding], bahasa: Bahasa, *said: Teks) -> list[Html]:
    """Return findings one below the other; an advice that was said is not said again."""
    known = set(said)
    parts = []
    for finding in findings:
        parts.append(finding_html(finding, bahasa, advice=finding.advice not in known))
        known.add(finding.advice)
    return parts


def rule_link(code: str) -> Html:
    """Return the code of a rule, leading to its explanation in the same file."""
    return el("a", code, href=f"#aturan-{code}")


def _row(finding: Finding, bahasa: Bahasa) -> str:
    """Return the table and the code of the finding's row."""
    code = Teks("kode", "code").dalam(bahasa)
    return " · ".join(
        part for part in (finding.table, f"{code} {finding.kode}" if finding.kode else None) if part
    )


def _figures(finding: Finding, bahasa: Bahasa) -> Html:
    values = shown_values(finding, bahasa)
    if not values:
        return KOSONG
    figures = all(FIGURE.fullmatch(value) for _, value in values)
    kind = "angka" if figures else None
    return el(
        "dl",
        *(join(el("dt", label), el("dd", value, class_=kind)) for label, value in values),
        class_="nilai" if figures else "nilai lebar",
    )


def fix_html(fix: Fix | None, bahasa: Bahasa) -> Html:
    """Return the change that is suggested; nothing where there is none."""
    if fix is None:
        return KOSONG
    value = shown(fix.value, bahasa)
    what = {
        "value": Teks(f"isi {fix.cell} dengan {value}", f"put {value} in {fix.cell}"),
        "formula": Teks(
            f"isi {fix.cell} dengan rumus {value}", f"put the formula {value} in {fix.cell}"
        ),
        "text": Teks(f"tulis “{value}” di {fix.cell}", f"write “{value}” in {fix.cell}"),
    }[fix.kind].dalam(bahasa)
    return el("p", el("b", Teks("Usulan: ", "Suggestion: ").dalam(bahasa)), f"{what}.")


def related_html(finding: Finding, bahasa: Bahasa) -> Html:
    """Return the other cells that have to do with a finding."""
    if not finding.related:
        return KOSONG
    cells = [
        one.cell if one.sheet == finding.sheet else f"{one.sheet}!{one.cell}"
        for one in finding.related
    ]
    more = len(cells) - _TERKAIT
    told = ", ".join(cells[:_TERKAIT])
    if more > 0:
        number = amount(more, bahasa)
        told += Teks(f", … ({number} lagi)", f", … ({number} more)").dalam(bahasa)
    label = Teks("Sel terkait: ", "Related cells: ").dalam(bahasa)
    return el("p", label, told, class_="redup kecil")
