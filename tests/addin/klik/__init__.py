"""The click-through: every button, pressed through its VBA, on a live workbook.

`pita` loads the add-in and presses, `sidang` is one button's turn, the other modules say what each
button must have done.
"""

from __future__ import annotations

from . import buku_kerja, perbaiki, temuan
from .harapan import HARAPAN
from .pita import Pita, Putus, klik
from .sidang import Sidang, Terperiksa

__all__ = [
    "HARAPAN", "Pita", "Putus", "Sidang", "Terperiksa", "buku_kerja", "klik", "perbaiki", "temuan",
]  # fmt: skip
