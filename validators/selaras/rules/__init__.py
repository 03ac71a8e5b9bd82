"""The rules: one file each, by family. A file here is registered.

`_cards.py` lists what a check must know of each rule before it loads it. It is made from the rules
by `python -m selaras.rules.write_cards`, and a test holds it against them.
"""

from __future__ import annotations

from selaras.rule.registry import Rule, RuleCard, read_card, registered

_loaded = False


def registry() -> dict[str, Rule]:
    """Return all rules by code, in the order of their codes."""
    load_rules()
    return registered()


def list_cards() -> list[RuleCard]:
    """Return the cards of all rules, in the order of their codes; no rule is imported."""
    from selaras.rules._cards import CARDS

    return [read_card(line) for line in CARDS.splitlines()]


def load_rules() -> None:
    """Import every rule module, once."""
    global _loaded
    if _loaded:
        return
    _loaded = True
    import importlib
    import pkgutil

    for family in sorted(found.name for found in pkgutil.iter_modules(__path__) if found.ispkg):
        package = importlib.import_module(f"{__name__}.{family}")
        for module in sorted(found.name for found in pkgutil.iter_modules(package.__path__)):
            importlib.import_module(f"{package.__name__}.{module}")
