"""The form of a sum: its terms, the constants added to it, and what it is multiplied by."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from selaras.values.a1 import Area

#: How a formula takes cells: one by itself, a range, or with the rules of SUBTOTAL(9) and (109).
Cara = Literal["sel", "rentang", "subtotal", "subtotal_tampak"]

NOL = Decimal(0)


class Rentang(NamedTuple):
    """A rectangle of cells; the sheet is None where the formula does not name one."""

    area: Area
    lembar: str | None = None

    @property
    def tunggal(self) -> bool:
        """Whether it is one cell."""
        area = self.area
        return area.top == area.bottom and area.left == area.right


class Syarat(NamedTuple):
    """A condition of SUMIF: where to look, and the pieces of text and cells that it is made of."""

    cell_range: Rentang
    kriteria: tuple[str | Decimal | Rentang, ...]


class Suku(NamedTuple):
    """Cells that a formula adds `kali` times; all of them, or those that meet the conditions."""

    area: Area
    kali: int = 1
    lembar: str | None = None
    cara: Cara = "rentang"
    syarat: tuple[Syarat, ...] = ()


class Bentuk(NamedTuple):
    """A formula as a sum. `faktor` holds what it, or a part of it, is multiplied by: "/13"."""

    suku: tuple[Suku, ...]
    tetap: Decimal = NOL
    faktor: tuple[str, ...] = ()

    @property
    def rujukan(self) -> bool:
        """Whether it only refers to one cell and adds nothing."""
        suku = self.suku
        return len(suku) == 1 and suku[0].cara == "sel" and suku[0].kali == 1 and not self.tetap

    @property
    def jumlahan(self) -> bool:
        """Whether it adds cells up and does nothing else that matters."""
        return bool(self.suku) and not self.faktor and not self.rujukan
