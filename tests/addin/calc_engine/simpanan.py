"""What is remembered of a document beyond what Calc itself keeps."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Simpanan:
    """Which workbook is in front, which sheets Excel would hide from its own menu, and the rows
    and columns that are frozen, by sheet.
    """

    aktif: bool = False
    sangat_tersembunyi: set[str] = field(default_factory=set)
    beku: dict[str, tuple[int, int]] = field(default_factory=dict)
