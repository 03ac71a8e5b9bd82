"""Reckon a formula over the stored values of a sheet, as far as plain arithmetic goes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation

from selaras.formulas.tokens import Token, read_reference, split_tokens
from selaras.model.book import Sheet
from selaras.values.a1 import Area

#: Cells that one formula may look at.
MOST_CELLS = 20_000
#: Brackets within brackets, as many as Excel allows.
DEEPEST = 64


class _UnknownError(Exception):
    """What the formula amounts to cannot be told."""


def evaluate(formula: str, sheet: Sheet) -> Decimal | None:
    """Return what a formula amounts to; None where that cannot be told.

    A blank cell counts 0 as in Excel; a text, an error or a formula without result, none.
    """
    pieces = split_tokens(formula)
    if pieces is None:
        return None
    reader = _Evaluator(pieces, sheet)
    try:
        value = reader.expression()
        reader.finish()
    except (_UnknownError, DivisionByZero, InvalidOperation):
        return None
    return value


def number_at(sheet: Sheet, row: int, column: int) -> Decimal | None:
    """Return the number that a cell shows; None when it holds none."""
    value = sheet.value(row, column)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Decimal(repr(value))


class _Evaluator:
    """Reads the pieces from left to right; each method leaves off behind what it has read."""

    def __init__(self, pieces: list[Token], sheet: Sheet) -> None:
        self._pieces, self._sheet = pieces, sheet
        self._at = self._depth = 0

    def finish(self) -> None:
        if self._pieces[self._at].kind != "akhir":
            raise _UnknownError

    def _take(self, *signs: str) -> str | None:
        kind, text = self._pieces[self._at]
        if kind == "tanda" and text in signs:
            self._at += 1
            return text
        return None

    def expression(self) -> Decimal:
        value = self._product()
        while sign := self._take("+", "-"):
            other = self._product()
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> Decimal:
        value = self._signed()
        while sign := self._take("*", "/"):
            other = self._signed()
            value = value * other if sign == "*" else value / other
        return value

    def _signed(self) -> Decimal:
        negative = False
        while sign := self._take("+", "-"):
            negative ^= sign == "-"
        value = self._base()
        while self._take("%"):
            value /= 100
        return -value if negative else value

    def _base(self) -> Decimal:
        kind, text = self._pieces[self._at]
        self._at += 1
        if kind == "angka":
            return Decimal(text)
        if kind == "rujukan":
            values = list(self._numbers(text, blanks=True))
            if len(values) != 1:
                raise _UnknownError
            return values[0]
        if kind == "fungsi":
            return self._nested(text[:-1].upper().removeprefix("_XLFN."))
        if kind == "tanda" and text == "(":
            return self._nested("")
        raise _UnknownError

    def _nested(self, name: str) -> Decimal:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _UnknownError
        if name in ("SUM", "AVERAGE"):
            values = self._arguments()
            if name == "AVERAGE" and not values:
                raise _UnknownError
            total = sum(values, Decimal(0))
            value = total if name == "SUM" else total / len(values)
        elif name == "":
            value = self.expression()
        elif name in ("IFERROR", "IFNA"):
            value = self.expression()
            if self._take(",") is None:
                raise _UnknownError
            self._at += 1  # what stands there instead of an error: no matter
        else:
            raise _UnknownError
        if self._take(")") is None:
            raise _UnknownError
        self._depth -= 1
        return value

    def _arguments(self) -> list[Decimal]:
        values: list[Decimal] = []
        while True:
            kind, text = self._pieces[self._at]
            following = self._pieces[self._at + 1]
            if kind == "rujukan" and following.text in (",", ")"):
                self._at += 1
                values += self._numbers(text, blanks=False)
            else:
                values.append(self.expression())
            if self._take(",") is None:
                return values

    def _numbers(self, text: str, *, blanks: bool) -> Iterator[Decimal]:
        found = read_reference(text)
        if found is None or found.sheet is not None:
            raise _UnknownError
        area, sheet = found.area, self._sheet
        if _size(area) > MOST_CELLS:
            raise _UnknownError
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                place = row, column
                if place in sheet.errors or place in sheet.uncalculated:
                    raise _UnknownError
                number = number_at(sheet, row, column)
                if number is not None:
                    yield number
                elif blanks:
                    if sheet.value(row, column) is not None:
                        raise _UnknownError
                    yield Decimal(0)


def _size(area: Area) -> int:
    return (area.bottom - area.top + 1) * (area.right - area.left + 1)
