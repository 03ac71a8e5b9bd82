"""Write `_cards.py`, the list of all rules: python -m selaras.rules.write_cards."""

from __future__ import annotations

import os

from selaras.rule.registry import baris_kartu
from selaras.rules import registry

BERKAS = os.path.join(os.path.dirname(__file__), "_cards.py")
_KEPALA = '''"""All rules, one a line, as `python -m selaras.rules.write_cards` writes it."""

# ruff: noqa: E501
from __future__ import annotations

#: Code, name, severity, scope, module, needs; groups of tables of which one is needed each; tables
#: that it looks at; what of a workbook it sees; columns that a table must have.
KARTU = """\\
'''


def susun_daftar() -> str:
    """Return what `_cards.py` is to hold."""
    lines = [baris_kartu(rule.kartu) for rule in registry().values()]
    return _KEPALA + "\n".join(lines) + '\n"""\n'


if __name__ == "__main__":
    with open(BERKAS, "w", encoding="utf-8", newline="\n") as file:
        file.write(susun_daftar())
