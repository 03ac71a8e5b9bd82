"""What reports say of the rules that spoke, and the HTML report, which carries it with it."""

from __future__ import annotations

from functools import cache

from selaras.report.html_report import as_html
from selaras.report.result import Report
from selaras.report.rule_text import Penjelasan
from selaras.rule.registry import Rule
from selaras.rules import registry
from selaras.values.text import Bahasa


@cache
def _aturan() -> dict[str, Rule]:
    return registry()


def siapkan() -> None:
    """Load all rules, which takes a while, so that they can be explained at once later."""
    _aturan()


def jelaskan(code: str) -> Penjelasan | None:
    """Return the explanation of a rule; None where there is no rule of that code."""
    rule = _aturan().get(code)
    return None if rule is None else Penjelasan(rule.name, rule.text, rule.basis)


def laporan_html(report: Report, bahasa: Bahasa = "id") -> str:
    """Return a report as one HTML file, as `selaras check --format html` writes it."""
    return as_html(report, jelaskan, bahasa)
