"""The click-through: every button, pressed through its VBA, on a live workbook.

`ribbon` loads the add-in and presses, `trial` is one button's turn, the other modules say what each
button must have done.
"""

from __future__ import annotations

from . import findings, mend, workbook
from .expectations import EXPECTATIONS
from .ribbon import ClickLost, Ribbon, click
from .trial import CheckedExample, Turn

__all__ = [
    "EXPECTATIONS",
    "CheckedExample",
    "ClickLost",
    "Ribbon",
    "Turn",
    "click",
    "findings",
    "mend",
    "workbook",
]  # fmt: skip
