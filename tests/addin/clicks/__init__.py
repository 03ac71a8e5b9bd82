"""The click-through: every button, pressed through its VBA, on a live workbook.

`pita` loads the add-in and presses, `sidang` is one button's turn, the other modules say what each
button must have done.
"""

from __future__ import annotations

from . import findings, mend, workbook
from .expectations import HARAPAN
from .ribbon import Pita, Putus, klik
from .trial import Sidang, Terperiksa

__all__ = [
    "HARAPAN", "Pita", "Putus", "Sidang", "Terperiksa", "findings", "klik", "mend", "workbook",
]  # fmt: skip
