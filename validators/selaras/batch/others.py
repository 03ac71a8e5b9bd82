"""What the report says of files that lie beside the workbooks of a run and were not checked."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.setting import Setting
from selaras.values.finding import Finding


def tell_others(others: Sequence[str], setting: Setting) -> tuple[Finding, ...]:
    """Return SYS005 for the run, nothing where there are none or the settings leave it out."""
    if not others:
        return ()
    # Imported here: most runs have nothing to report of themselves.
    from selaras.engine.finish import finish_findings, is_selected
    from selaras.rules import list_cards
    from selaras.rules.sys.run import build_other_files_finding

    card = next(card for card in list_cards() if card.code == "SYS005")
    if not is_selected(card, setting):
        return ()
    return finish_findings([build_other_files_finding(others)], None, setting)
