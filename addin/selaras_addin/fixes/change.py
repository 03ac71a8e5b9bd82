"""One cell to change: what stands there, what is to stand there, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from selaras.values.a1 import position
from selaras.values.finding import Shown
from selaras.values.rupiah import tulis_rupiah
from selaras.values.text import Bahasa, Teks, pendek

#: A number, a text that must stay one ("2.17.01"), a formula in English.
Jenis = Literal["nilai", "teks", "rumus"]


@dataclass(frozen=True, slots=True)
class Perubahan:
    """A change of one cell."""

    sheet: str
    cell: str
    #: What the user sees there now.
    lama: Shown
    baru: int | Decimal | str
    jenis: Jenis
    #: What must be looked at before; blank when nothing speaks against the change.
    peringatan: Teks | None = None
    #: The formula that stands there, and goes.
    rumus: str | None = None

    def build_sentence(self, bahasa: Bahasa) -> str:
        """Return the change in one line: "T-C.33!O8: 6.498.624.401 → 12.076.248.802".

        A formula that goes is shown in place of its result.
        """
        blank = Teks("(kosong)", "(blank)").dalam(bahasa)
        before = tampil(self.rumus or self.lama, bahasa) or blank
        line = f"{self.sheet}!{self.cell}: {before} → {tampil(self.baru, bahasa)}"
        if self.rumus in (None, self.baru):
            return line
        return f"{line} ({Teks('rumus diganti', 'formula replaced').dalam(bahasa)})"


def tampil(shown: Shown, bahasa: Bahasa) -> str:
    """Return a value as the preview shows it, long texts cut short."""
    if shown is None:
        return ""
    if isinstance(shown, str):
        return pendek(" ".join(shown.split()), 60)
    return tulis_rupiah(shown, bahasa)


def urut(changes: Iterable[Perubahan], sheets: Iterable[str]) -> list[Perubahan]:
    """Return the changes in the order of the workbook, one for each cell: the first given."""
    order = {name: index for index, name in enumerate(sheets)}
    kept: dict[tuple[str, str], Perubahan] = {}
    for change in changes:
        kept.setdefault((change.sheet, change.cell), change)
    return sorted(
        kept.values(), key=lambda change: (order.get(change.sheet, -1), *position(change.cell))
    )
