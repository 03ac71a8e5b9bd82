"""`selaras rules`: all rules at a glance."""

from __future__ import annotations

import sys
from argparse import Namespace

from selaras.cli import codes
from selaras.cli.parser import Parser
from selaras.report.words import SEVERITY
from selaras.rule.registry import FAMILIES, Rule
from selaras.rules import registry
from selaras.values.text import Language, Text

RULES_SCHEMA = "selaras.rules/1"


def add_arguments(parser: Parser, language: Language) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=Text("bentuk daftar (bawaan: text)", "form of the list (default: text)").say_in(
            language
        ),
    )


def execute(options: Namespace, language: Language) -> int:
    """Print the list and return the exit code."""
    rules = list(registry().values())
    if options.format == "json":
        from selaras.cli.output import Screen

        Screen(raw=True).write(_json(rules, language))
    else:
        sys.stdout.write(_text(rules, language))
    return codes.CLEAN


def _json(rules: list[Rule], language: Language) -> str:
    from selaras.report.json_report import dumps

    lines = ",\n".join(
        dumps(
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity.value,
                "scope": rule.scope,
                "title": rule.title.say_in(language),
                "text": rule.text.say_in(language),
                "basis": rule.basis.say_in(language),
            }
        )
        for rule in rules
    )
    return f'{{"schema": {dumps(RULES_SCHEMA)}, "rules": [\n{lines}\n]}}\n'


def _text(rules: list[Rule], language: Language) -> str:
    names = max((len(rule.name) for rule in rules), default=0)
    lines: list[str] = []
    family = ""
    # In the order of the catalogue, which is not that of the letters.
    order = {family: index for index, family in enumerate(FAMILIES)}
    for rule in sorted(rules, key=lambda rule: (order.get(rule.family, len(order)), rule.code)):
        if rule.family != family:
            family = rule.family
            title = FAMILIES[family][1].say_in(language) if family in FAMILIES else family
            lines.append(f"\n{title}" if lines else title)
        severity = SEVERITY[rule.severity].say_in(language)
        lines.append(
            f"  {rule.code}  {rule.name:<{names}}  {severity:<10}  {rule.title.say_in(language)}"
        )
    return "\n".join(lines) + "\n"
