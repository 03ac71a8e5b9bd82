"""Calculating with sums: adding, negating, multiplying by a constant; what cannot be is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from selaras.formulas.shapes import ZERO, CellRange, SumForm, Term, TermMode
from selaras.formulas.tokens import read_reference

#: More factors than this are not told apart.
MOST_FACTORS = 3
#: Powers of ten beyond which a constant is nobody's amount.
HIGHEST_POWER = 300


class References(NamedTuple):
    """References that no function has taken yet."""

    ranges: tuple[CellRange, ...]


Operand = SumForm | References | str


class UnreadableError(Exception):
    """The formula is no sum that can be read."""


def read_range(text: str) -> CellRange:
    found = read_reference(text)
    if found is None:
        raise UnreadableError
    return found


def require_scalar(value: Operand) -> SumForm:
    """Return one value; a range by itself is none."""
    if isinstance(value, SumForm):
        return value
    if isinstance(value, str) or len(value.ranges) != 1 or not value.ranges[0].is_single:
        raise UnreadableError
    area, sheet = value.ranges[0]
    return SumForm((Term(area, 1, sheet, "sel"),))


def expand_argument(value: Operand, way: TermMode) -> SumForm:
    """Return an argument of SUM or SUBTOTAL as the terms that it adds."""
    if isinstance(value, References):
        return SumForm(tuple(Term(area, 1, sheet, way) for area, sheet in value.ranges))
    return require_scalar(value)


def require_constant(value: Operand) -> Decimal:
    if not isinstance(value, SumForm) or value.terms:
        raise UnreadableError
    return value.constant


def require_empty(value: Operand) -> None:
    """Raise unless a value is what people write for nothing: 0 or a text."""
    if not isinstance(value, str) and require_constant(value):
        raise UnreadableError


def merge_forms(parts: list[SumForm]) -> SumForm:
    if len(parts) == 1:
        return parts[0]
    terms: list[Term] = []
    factors: list[str] = []
    constant = ZERO
    for part in parts:
        terms += part.terms
        constant += part.constant
        factors += part.factors
    return SumForm(tuple(terms), constant, tuple(factors[:MOST_FACTORS]))


def negate(value: SumForm) -> SumForm:
    terms = tuple(one._replace(times=-one.times) for one in value.terms)
    return SumForm(terms, -value.constant, value.factors)


def multiply(left: SumForm, sign: str, right: SumForm) -> SumForm:
    """Multiply or divide where one side is a constant."""
    if sign == "/":
        if right.terms or not right.constant:
            raise UnreadableError
        constant = _check_size(left.constant / right.constant)
        return SumForm(left.terms, constant, _add_factor(left, sign, right.constant))
    if left.terms and right.terms:
        raise UnreadableError
    value, by = (left, right.constant) if left.terms else (right, left.constant)
    return SumForm(value.terms, _check_size(value.constant * by), _add_factor(value, sign, by))


def _check_size(constant: Decimal) -> Decimal:
    if abs(constant.adjusted()) > HIGHEST_POWER:
        raise UnreadableError
    return constant


def _add_factor(value: SumForm, sign: str, by: Decimal) -> tuple[str, ...]:
    factors = value.factors
    if not value.terms or by == 1:
        return factors
    # Rounding to thousands is written as /1000 and *1000: that changes no more than ROUND does.
    undone = ("/" if sign == "*" else "*") + f"{by.normalize():f}"
    if factors and factors[-1] == undone:
        return factors[:-1]
    return (*factors, sign + f"{by.normalize():f}")[:MOST_FACTORS]
