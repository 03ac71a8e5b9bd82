"""What is remembered of a document beyond what Calc itself keeps."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class DocumentStore:
    """Which workbook is in front, which sheets Excel would hide from its own menu, the rows and
    columns that are frozen, by sheet; and what Calc does not know: sheets of charts by name, a
    workbook that is shared, one that has no file on this machine.
    """

    is_active: bool = False
    very_hidden: set[str] = field(default_factory=set)
    frozen: dict[str, tuple[int, int]] = field(default_factory=dict)
    charts: list[str] = field(default_factory=list)
    is_shared: bool = False
    is_in_cloud: bool = False
