"""What is remembered of a document beyond what Calc itself keeps."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Simpanan:
    """Which workbook is in front, which sheets Excel would hide from its own menu, the rows and
    columns that are frozen, by sheet; and what Calc does not know: sheets of charts by name, a
    workbook that is shared, one that has no file on this machine.
    """

    aktif: bool = False
    sangat_tersembunyi: set[str] = field(default_factory=set)
    beku: dict[str, tuple[int, int]] = field(default_factory=dict)
    grafik: list[str] = field(default_factory=list)
    dibagikan: bool = False
    awan: bool = False
