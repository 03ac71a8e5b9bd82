"""Write `_cards.py`, the list of all rules: python -m selaras.rules.write_cards."""

from __future__ import annotations

import os

from selaras.rule.registry import write_card
from selaras.rules import registry

REGISTER_FILE = os.path.join(os.path.dirname(__file__), "_cards.py")
_HEAD = '''"""All rules, one a line, as `python -m selaras.rules.write_cards` writes it."""

# ruff: noqa: E501
from __future__ import annotations

#: Code, name, severity, scope, module, needs; groups of tables of which one is needed each; tables
#: that it looks at; what of a workbook it sees; columns that a table must have.
CARDS = """\\
'''


def build_register() -> str:
    """Return what `_cards.py` is to hold."""
    lines = [write_card(rule.card) for rule in registry().values()]
    return _HEAD + "\n".join(lines) + '\n"""\n'


if __name__ == "__main__":
    with open(REGISTER_FILE, "w", encoding="utf-8", newline="\n") as file:
        file.write(build_register())
