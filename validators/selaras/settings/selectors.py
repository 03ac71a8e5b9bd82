"""Words that users choose rules by, and what they probably meant when a word stands for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from selaras.model.setting import Setting
from selaras.settings.errors import ConfigError
from selaras.values.finding import Severity
from selaras.values.text import Text


def unknown(what: Text, shown: str, word: str, known: Iterable[str]) -> Text:
    """Return "X is not known", with what was probably meant, if anything comes near."""
    message = Text(f"{what.id} tidak dikenal: {shown}", f"unknown {what.en}: {shown}")
    near = nearest(word, known)
    if near:
        message += Text(f" (maksud Anda {near}?)", f" (did you mean {near}?)")
    return message


def check_selectors(where: str, selectors: Iterable[str]) -> None:
    """Raise ConfigError for the first selector that stands for no rule at all."""
    for selector in selectors:
        chosen(where, selector)


def chosen(where: str, selector: str) -> list[str]:
    """Return the codes of the rules that a code, family or name stands for.

    Raises ConfigError, with the nearest that there is, where it stands for none.
    """
    # Imported here: few runs name rules.
    from selaras.engine.finish import is_selected
    from selaras.rules import list_cards

    rules = list_cards()
    only = Setting(selected=(selector,))
    codes = [rule.code for rule in rules if selector.strip() and is_selected(rule, only)]
    if not codes:
        known = [name for rule in rules for name in (rule.code, rule.name)]
        raise ConfigError(where, unknown(Text("aturan", "rule"), selector, selector, known))
    return codes


def by_code(where: str, levels: Mapping[str, Severity]) -> dict[str, Severity]:
    """Return severities by code, where files and options may also name families and names.

    A longer selector is more exact and wins over a shorter one.
    """
    return {
        code: levels[selector]
        for selector in sorted(levels, key=len)
        for code in chosen(where, selector)
    }


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that comes nearest; None when none is near."""
    # Imported here: only mistakes need it.
    import difflib

    folded = {name.casefold(): name for name in known}
    matches = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None
