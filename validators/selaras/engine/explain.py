"""What reports say of the rules that spoke, and the HTML report, which carries it with it."""

from __future__ import annotations

from functools import cache

from selaras.report.html_report import as_html
from selaras.report.result import Report
from selaras.report.rule_text import Explanation
from selaras.rule.registry import Rule
from selaras.rules import registry
from selaras.values.text import Language


@cache
def _load_rules() -> dict[str, Rule]:
    return registry()


def prepare_explanations() -> None:
    """Load all rules, which takes a while, so that they can be explained at once later."""
    _load_rules()


def explain_code(code: str) -> Explanation | None:
    """Return the explanation of a rule; None where there is no rule of that code."""
    rule = _load_rules().get(code)
    return None if rule is None else Explanation(rule.name, rule.text, rule.basis)


def build_html_report(report: Report, language: Language = "id") -> str:
    """Return a report as one HTML file, as `selaras check --format html` writes it."""
    return as_html(report, explain_code, language)
