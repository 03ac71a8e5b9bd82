"""Read the text of a formula as a sum, by recursive descent: one pass, no way back.

Known are SUM, SUBTOTAL, SUMIF, SUMIFS, + and -, arithmetic with constants, and what people put
around a sum without changing what it adds: ROUND, IFERROR, IF(ISERROR(...)), N, VALUE, brackets.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from selaras.formulas.algebra import (
    Operand,
    References,
    UnreadableError,
    expand_argument,
    merge_forms,
    multiply,
    negate,
    read_range,
    require_constant,
    require_empty,
    require_scalar,
)
from selaras.formulas.plain import read_plain_form
from selaras.formulas.shapes import CellRange, Condition, SumForm, Term, TermMode
from selaras.formulas.tokens import Token, split_tokens

#: Brackets within brackets, as many as Excel allows.
DEEPEST_BRACKETS = 64
#: Digits of a number; Excel keeps fifteen.
LONGEST_NUMBER = 40


@lru_cache(maxsize=1 << 15)
def read_form(formula: str) -> SumForm | None:
    """Return the sum that a formula is, without looking at any cell; None when it is none.

    The text is in the form that files store: English names, a comma between arguments. A formula
    of constants alone has no terms.
    """
    plain = read_plain_form(formula)
    if plain is not None:
        return plain
    pieces = split_tokens(formula)
    if pieces is None:
        return None
    reader = _Parser(pieces)
    try:
        read = require_scalar(reader.read_expression())
        reader.require_end()
    except UnreadableError:
        return None
    return read


class _Parser:
    """Reads the pieces from left to right; each method leaves off behind what it has read."""

    def __init__(self, pieces: list[Token]) -> None:
        self._pieces = pieces
        self._at = 0
        self._inside = 0

    # Pieces

    def _take(self, *signs: str) -> str | None:
        """Take the next piece if it is one of these signs."""
        kind, text = self._pieces[self._at]
        if kind == "tanda" and text in signs:
            self._at += 1
            return text
        return None

    def _require(self, sign: str) -> None:
        if self._take(sign) is None:
            raise UnreadableError

    def require_end(self) -> None:
        """Raise when anything is left."""
        if self._pieces[self._at].kind != "akhir":
            raise UnreadableError

    # Arithmetic

    def read_expression(self) -> Operand:
        """Read terms joined by + and -."""
        first = self._read_product()
        sign = self._take("+", "-")
        if sign is None:
            return first
        parts = [require_scalar(first)]
        while sign is not None:
            part = require_scalar(self._read_product())
            parts.append(part if sign == "+" else negate(part))
            sign = self._take("+", "-")
        return merge_forms(parts)

    def _read_product(self) -> Operand:
        left = self._read_signed()
        while sign := self._take("*", "/"):
            left = multiply(require_scalar(left), sign, require_scalar(self._read_signed()))
        return left

    def _read_signed(self) -> Operand:
        negative = False
        signed = False
        while sign := self._take("+", "-"):
            signed = True
            negative ^= sign == "-"
        value = self._read_operand()
        while self._take("%"):
            value = multiply(require_scalar(value), "/", SumForm((), Decimal(100)))
        if negative:
            return negate(require_scalar(value))
        return require_scalar(value) if signed else value

    def _read_operand(self) -> Operand:
        kind, text = self._pieces[self._at]
        self._at += 1
        if kind == "rujukan":
            return References((read_range(text),))
        if kind == "fungsi":
            return self._read_function(text[:-1].upper().removeprefix("_XLFN."))
        if kind == "angka" and len(text) <= LONGEST_NUMBER:
            return SumForm((), Decimal(text))
        if kind == "teks":
            return text[1:-1].replace('""', '"')
        if kind == "tanda" and text == "(":
            self._enter()
            return self._read_bracket()
        raise UnreadableError

    def _enter(self) -> None:
        self._inside += 1
        if self._inside > DEEPEST_BRACKETS:
            raise UnreadableError

    def _read_bracket(self) -> Operand:
        """Read what stands in brackets: an expression, or references parted by commas."""
        found = self.read_expression()
        while self._take(","):
            more = self.read_expression()
            if not isinstance(found, References) or not isinstance(more, References):
                raise UnreadableError
            found = References(found.ranges + more.ranges)
        self._leave()
        return found

    def _leave(self) -> None:
        self._require(")")
        self._inside -= 1

    # Functions

    def _read_function(self, name: str) -> Operand:
        self._enter()
        read = _FUNCTIONS.get(name)
        if read is None:
            raise UnreadableError
        found = read(self)
        self._leave()
        return found

    def _read_sum(self) -> SumForm:
        return self._read_terms("rentang")

    def _read_terms(self, way: TermMode) -> SumForm:
        """Read arguments up to the bracket, all added up; one that is left out counts nothing."""
        parts: list[SumForm] = []
        while True:
            kind, text = self._pieces[self._at]
            if kind != "tanda" or text not in ",)":
                parts.append(expand_argument(self.read_expression(), way))
            if not self._take(","):
                return merge_forms(parts)

    def _read_subtotal(self) -> SumForm:
        code = require_constant(self.read_expression())
        self._require(",")
        if code not in (9, 109):
            raise UnreadableError
        found = self._read_terms("subtotal" if code == 9 else "subtotal_tampak")
        if found.constant or any(not term.way.startswith("subtotal") for term in found.terms):
            raise UnreadableError
        return found

    def _read_sumif(self) -> SumForm:
        where = self._read_range()
        condition = self._read_condition(where)
        summed = self._read_range() if self._take(",") else where
        # Whatever its size, the range to add begins at its corner and goes as far as the other.
        height = where.area.bottom - where.area.top
        width = where.area.right - where.area.left
        top, left = summed.area.top, summed.area.left
        area = summed.area._replace(bottom=top + height, right=left + width)
        return SumForm((Term(area, 1, summed.sheet, "rentang", (condition,)),))

    def _read_sumifs(self) -> SumForm:
        summed = self._read_range()
        conditions: list[Condition] = []
        while self._take(","):
            conditions.append(self._read_condition(self._read_range()))
        if not conditions:
            raise UnreadableError
        term = Term(summed.area, 1, summed.sheet, "rentang", tuple(conditions))
        return SumForm((term,))

    def _read_range(self) -> CellRange:
        found = self.read_expression()
        if not isinstance(found, References) or len(found.ranges) != 1:
            raise UnreadableError
        return found.ranges[0]

    def _read_condition(self, where: CellRange) -> Condition:
        """Read the criterion that follows a range: texts, numbers and cells joined by &."""
        self._require(",")
        pieces = [self._read_piece()]
        while self._take("&"):
            pieces.append(self._read_piece())
        return Condition(where, tuple(pieces))

    def _read_piece(self) -> str | Decimal | CellRange:
        found = self._read_operand()
        if isinstance(found, str):
            return found
        if isinstance(found, References):
            if len(found.ranges) != 1 or not found.ranges[0].is_single:
                raise UnreadableError
            return found.ranges[0]
        return require_constant(found)

    def _read_round(self) -> SumForm:
        value = require_scalar(self.read_expression())
        if self._take(","):
            require_constant(self.read_expression())
        return value

    def _read_value(self) -> SumForm:
        return require_scalar(self.read_expression())

    def _read_iferror(self) -> SumForm:
        value = require_scalar(self.read_expression())
        self._require(",")
        require_empty(self.read_expression())
        return value

    def _read_if(self) -> SumForm:
        """Read IF where it keeps a sum from showing an error or a zero, and nothing else."""
        tested = self._read_test()
        self._require(",")
        then = self.read_expression()
        self._require(",")
        other = self.read_expression()
        for value, blank in ((then, other), (other, then)):
            if not isinstance(value, str) and require_scalar(value) == tested:
                require_empty(blank)
                return tested
        raise UnreadableError

    def _read_test(self) -> SumForm:
        """Read the condition of IF; return the sum that it asks about."""
        kind, text = self._pieces[self._at]
        if kind == "fungsi" and text.upper() in _TESTS:
            self._at += 1
            self._enter()
            tested = require_scalar(self.read_expression())
            self._leave()
            return tested
        tested = require_scalar(self.read_expression())
        if not self._take("=", "<>", ">", "<", ">=", "<="):
            raise UnreadableError
        require_empty(self.read_expression())
        return tested


_TESTS = ("ISERROR(", "ISERR(", "ISNA(", "ISNUMBER(", "ISBLANK(")
_FUNCTIONS: dict[str, Callable[[_Parser], SumForm]] = {
    "SUM": _Parser._read_sum,
    "SUBTOTAL": _Parser._read_subtotal,
    "SUMIF": _Parser._read_sumif,
    "SUMIFS": _Parser._read_sumifs,
    "ROUND": _Parser._read_round,
    "ROUNDUP": _Parser._read_round,
    "ROUNDDOWN": _Parser._read_round,
    "IFERROR": _Parser._read_iferror,
    "IFNA": _Parser._read_iferror,
    "IF": _Parser._read_if,
    "N": _Parser._read_value,
    "VALUE": _Parser._read_value,
}
