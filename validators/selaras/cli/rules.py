"""`selaras rules`: all rules at a glance."""

from __future__ import annotations

import sys
from argparse import Namespace

from selaras.cli import codes
from selaras.cli.parser import Parser
from selaras.report.words import SEVERITY
from selaras.rule.registry import FAMILIES, Rule
from selaras.rules import registry
from selaras.values.text import Bahasa, Teks

SCHEMA = "selaras.rules/1"


def add_arguments(parser: Parser, bahasa: Bahasa) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=Teks("bentuk daftar (bawaan: text)", "form of the list (default: text)").dalam(bahasa),
    )


def execute(options: Namespace, bahasa: Bahasa) -> int:
    """Print the list and return the exit code."""
    rules = list(registry().values())
    if options.format == "json":
        from selaras.cli.output import Screen

        Screen(raw=True).write(_json(rules, bahasa))
    else:
        sys.stdout.write(_text(rules, bahasa))
    return codes.CLEAN


def _json(rules: list[Rule], bahasa: Bahasa) -> str:
    from selaras.report.json_report import dumps

    lines = ",\n".join(
        dumps(
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity.value,
                "scope": rule.scope,
                "title": rule.title.dalam(bahasa),
                "text": rule.text.dalam(bahasa),
                "basis": rule.basis.dalam(bahasa),
            }
        )
        for rule in rules
    )
    return f'{{"schema": {dumps(SCHEMA)}, "rules": [\n{lines}\n]}}\n'


def _text(rules: list[Rule], bahasa: Bahasa) -> str:
    names = max((len(rule.name) for rule in rules), default=0)
    lines: list[str] = []
    family = ""
    # In the order of the catalogue, which is not that of the letters.
    order = {family: index for index, family in enumerate(FAMILIES)}
    for rule in sorted(rules, key=lambda rule: (order.get(rule.family, len(order)), rule.code)):
        if rule.family != family:
            family = rule.family
            title = FAMILIES[family][1].dalam(bahasa) if family in FAMILIES else family
            lines.append(f"\n{title}" if lines else title)
        severity = SEVERITY[rule.severity].dalam(bahasa)
        lines.append(
            f"  {rule.code}  {rule.name:<{names}}  {severity:<10}  {rule.title.dalam(bahasa)}"
        )
    return "\n".join(lines) + "\n"
