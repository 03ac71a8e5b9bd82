"""What a rule is made of: its decorator, its findings and their words, its examples.

Rule files import from here what they say, and from `selaras.rule.seen` what they look at.
"""

from selaras.rule.registry import Findings, Silent, Speaks, book_rule, table_rule
from selaras.values.finding import Finding, Fix, Place, Severity
from selaras.values.text import EMPTY, Text

__all__ = [
    "EMPTY",
    "Finding",
    "Findings",
    "Fix",
    "Place",
    "Severity",
    "Silent",
    "Speaks",
    "Text",
    "book_rule",
    "table_rule",
]
