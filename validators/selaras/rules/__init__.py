"""The rules: one file each, by family. A file here is registered.

`_cards.py` lists what a check must know of each rule before it loads it. It is made from the rules
by `python -m selaras.rules.write_cards`, and a test holds it against them.
"""

from __future__ import annotations

_loaded = False


def load() -> None:
    """Import every rule module, once."""
    global _loaded
    if _loaded:
        return
    _loaded = True
    import importlib
    import pkgutil

    for family in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        package = importlib.import_module(f"{__name__}.{family}")
        for path in getattr(package, "__path__", ()):
            for module in sorted(m.name for m in pkgutil.iter_modules([path])):
                importlib.import_module(f"{package.__name__}.{module}")
