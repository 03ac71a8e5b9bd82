"""One cell to change: what stands there, what is to stand there, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from selaras.values.a1 import position
from selaras.values.finding import Shown
from selaras.values.rupiah import write_rupiah
from selaras.values.text import Language, Text, cut_short

#: A number, a text that must stay one ("2.17.01"), a formula in English.
ChangeKind = Literal["nilai", "teks", "rumus"]


@dataclass(frozen=True, slots=True)
class CellChange:
    """A change of one cell."""

    sheet: str
    cell: str
    #: What the user sees there now.
    old: Shown
    new: int | Decimal | str
    kind: ChangeKind
    #: What must be looked at before; blank when nothing speaks against the change.
    warning: Text | None = None
    #: The formula that stands there, and goes.
    formula: str | None = None

    def build_sentence(self, language: Language) -> str:
        """Return the change in one line: "T-C.33!O8: 6.498.624.401 → 12.076.248.802".

        A formula that goes is shown in place of its result.
        """
        blank = Text("(kosong)", "(blank)").say_in(language)
        before = show_value(self.formula or self.old, language) or blank
        line = f"{self.sheet}!{self.cell}: {before} → {show_value(self.new, language)}"
        if self.formula in (None, self.new):
            return line
        return f"{line} ({Text('rumus diganti', 'formula replaced').say_in(language)})"


def show_value(shown: Shown, language: Language) -> str:
    """Return a value as the preview shows it, long texts cut short."""
    if shown is None:
        return ""
    if isinstance(shown, str):
        return cut_short(" ".join(shown.split()), 60)
    return write_rupiah(shown, language)


def sort_changes(changes: Iterable[CellChange], sheets: Iterable[str]) -> list[CellChange]:
    """Return the changes in the order of the workbook, one for each cell: the first given."""
    order = {name: index for index, name in enumerate(sheets)}
    kept: dict[tuple[str, str], CellChange] = {}
    for change in changes:
        kept.setdefault((change.sheet, change.cell), change)
    return sorted(
        kept.values(), key=lambda change: (order.get(change.sheet, -1), *position(change.cell))
    )
