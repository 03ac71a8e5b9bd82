"""`selaras explain`: what a rule checks, why, how to mend it, with its examples as small tables."""

from __future__ import annotations

import re
import sys
import textwrap
from argparse import Namespace
from collections.abc import Iterator

from selaras.cli import codes
from selaras.cli.parser import Parser, UsageError
from selaras.report.words import SEVERITY, amount
from selaras.rule.registry import Example, Rule, Speaks
from selaras.rules import registry
from selaras.settings.selectors import unknown
from selaras.values.a1 import column_letters
from selaras.values.text import Language, Text

_WIDTH = 90
#: Examples of each kind that are shown; a rule may have many more, as tests.
_EXAMPLES = 2


def add_arguments(parser: Parser, language: Language) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "rule",
        metavar=Text("ATURAN", "RULE").say_in(language),
        help=Text(
            "kode atau nama aturan, misalnya JML002 atau jumlah.program",
            "code or name of a rule, such as JML002 or jumlah.program",
        ).say_in(language),
    )


def execute(options: Namespace, language: Language) -> int:
    """Print the explanation and return the exit code."""
    lines = explanation(find_rule(options.rule), language)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in lines))
    return codes.CLEAN


def find_rule(word: str) -> Rule:
    """Return the rule of that code or name. Raises UsageError, with the nearest, if none is."""
    rules = registry()
    by_word = {name.casefold(): rule for rule in rules.values() for name in (rule.code, rule.name)}
    rule = by_word.get(word.casefold())
    if rule is None:
        known = [name for rule in rules.values() for name in (rule.code, rule.name)]
        raise UsageError(unknown(Text("aturan", "rule"), word, word, known))
    return rule


def explanation(rule: Rule, language: Language) -> Iterator[str]:
    """Yield the explanation of a rule, line by line."""
    severity = SEVERITY[rule.severity].say_in(language)
    yield f"{rule.code}  {rule.name}  ({severity})"
    for paragraph in rule.text.say_in(language).split("\n\n"):
        yield ""
        yield from _paragraph(paragraph)
    yield ""
    yield from _paragraph(
        f"{Text('Dasar', 'Basis').say_in(language)}: {rule.basis.say_in(language)}"
    )
    for example in _shown_examples(rule):
        yield ""
        yield from _example(example, language)
    if rule.scope != "run":
        yield ""
        setting = Text(
            f"Mengatur: --ignore {rule.code}, --severity {rule.code}=warning, atau bagian "
            "[aturan] di selaras.toml.",
            f"To configure: --ignore {rule.code}, --severity {rule.code}=warning, or the section "
            "[aturan] in selaras.toml.",
        )
        yield from _paragraph(setting.say_in(language))


def _paragraph(text: str) -> Iterator[str]:
    """Wrap a paragraph; lines that begin with a dash stay lines of their own."""
    part: list[str] = []
    for line in [*text.splitlines(), "- "]:
        if line.startswith("- ") and part:
            hang = "  " if part[0].startswith("- ") else ""
            yield from textwrap.wrap(
                " ".join(part), _WIDTH, subsequent_indent=hang, break_on_hyphens=False
            )
            part = []
        part.append(line)


def _shown_examples(rule: Rule) -> list[Example]:
    """Return a few examples: what is flagged first, then what is right."""
    flagged = [example for example in rule.examples if isinstance(example, Speaks)]
    right = [example for example in rule.examples if not isinstance(example, Speaks)]
    return [*flagged[:_EXAMPLES], *right[:_EXAMPLES]]


def _example(example: Example, language: Language) -> Iterator[str]:
    flagged = Text("Contoh yang ditandai", "Example that is flagged")
    right = Text("Contoh yang benar", "Example that is right")
    yield f"{(flagged if isinstance(example, Speaks) else right).say_in(language)}:"
    table = example.table
    lines: list[str] = []
    # A line "== TABLE" begins a sheet of its own.
    for line in [*example.sheet.splitlines(), "== "]:
        if line.startswith("== "):
            if lines:
                other = Text("lembar lain", "another sheet").say_in(language)
                yield f"  {table if table != '-' else other}"
                yield from _sheet(lines, language)
            table, lines = line[3:].strip(), []
        else:
            lines.append(line)
    if isinstance(example, Speaks):
        for line in example.expects.strip().splitlines():
            yield f"  → {_expectation(line.strip(), language)}"


def _sheet(lines: list[str], language: Language) -> Iterator[str]:
    """A small table under letters and beside numbers, as a sheet shows it."""
    rows = [[_cell(cell, language) for cell in line.split("|")] for line in lines]
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    letters = [column_letters(column + 1) for column in range(width)]
    widths = [max(map(len, column)) for column in zip(letters, *rows, strict=True)]
    number = len(str(len(rows)))
    yield "  " + " " * number + "  " + _row(letters, widths)
    for index, row in enumerate(rows, 1):
        yield f"  {index:>{number}}  {_row(row, widths)}"


def _cell(text: str, language: Language) -> str:
    """Spell out what examples abbreviate: "#2.1" is a number in a column of text."""
    text = text.strip()
    if text[:1] == "#" and text[1:2].isdigit():
        return text[1:] + Text(" (angka)", " (number)").say_in(language)
    return text.replace("@", " ")


def _row(cells: list[str], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))


def _expectation(line: str, language: Language) -> str:
    """Turn "B2 expected=300 actual=301" into words."""
    cell, _, rest = line.partition(" ")
    labels = {
        "actual": Text("tertulis", "written"),
        "expected": Text("seharusnya", "should be"),
    }
    # A value may have spaces in it, so it ends only where the next one begins.
    values = dict(re.findall(r"(\w+)=(.*?)(?= (?:actual|expected)=|$)", rest))
    told = [
        f"{label.say_in(language)} {_value(values[key], language)}"
        for key, label in labels.items()
        if key in values
    ]
    return f"{cell}: {', '.join(told)}" if told else cell


def _value(text: str, language: Language) -> str:
    whole = text.removeprefix("-").isdigit()
    return amount(int(text), language) if whole else text
