"""The form of a sum: its terms, the constants added to it, and what it is multiplied by."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from selaras.values.a1 import Area

#: How a formula takes cells: one by itself, a range, or with the rules of SUBTOTAL(9) and (109).
TermMode = Literal["sel", "rentang", "subtotal", "subtotal_tampak"]

ZERO = Decimal(0)


class CellRange(NamedTuple):
    """A rectangle of cells; the sheet is None where the formula does not name one."""

    area: Area
    sheet: str | None = None

    @property
    def is_single(self) -> bool:
        """Whether it is one cell."""
        area = self.area
        return area.top == area.bottom and area.left == area.right


class Condition(NamedTuple):
    """A condition of SUMIF: where to look, and the pieces of text and cells that it is made of."""

    cell_range: CellRange
    criterion: tuple[str | Decimal | CellRange, ...]


class Term(NamedTuple):
    """Cells that a formula adds `times` times; all of them, or those that meet the conditions."""

    area: Area
    times: int = 1
    sheet: str | None = None
    way: TermMode = "rentang"
    conditions: tuple[Condition, ...] = ()


class SumForm(NamedTuple):
    """A formula as a sum. `factors` holds what it, or a part of it, is multiplied by: "/13"."""

    terms: tuple[Term, ...]
    constant: Decimal = ZERO
    factors: tuple[str, ...] = ()

    @property
    def is_reference(self) -> bool:
        """Whether it only refers to one cell and adds nothing."""
        terms = self.terms
        return (
            len(terms) == 1 and terms[0].way == "sel" and terms[0].times == 1 and not self.constant
        )

    @property
    def is_sum(self) -> bool:
        """Whether it adds cells up and does nothing else that matters."""
        return bool(self.terms) and not self.factors and not self.is_reference
