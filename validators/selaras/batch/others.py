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
    from selaras.engine.finish import dipilih, selesaikan
    from selaras.rules import daftar
    from selaras.rules.sys.run import berkas_lain

    card = next(card for card in daftar() if card.code == "SYS005")
    if not dipilih(card, setting):
        return ()
    return selesaikan([berkas_lain(others)], None, setting)
