"""Calculating with sums: adding, negating, multiplying by a constant; what cannot be is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from selaras.formulas.shapes import NOL, Bentuk, Cara, Rentang, Suku
from selaras.formulas.tokens import baca_rujukan

#: More factors than this are not told apart.
FAKTOR_DISIMPAN = 3
#: Powers of ten beyond which a constant is nobody's amount.
PANGKAT_TERTINGGI = 300


class Daftar(NamedTuple):
    """References that no function has taken yet."""

    rentang: tuple[Rentang, ...]


Operan = Bentuk | Daftar | str


class TakTerbacaError(Exception):
    """The formula is no sum that can be read."""


def rentang(text: str) -> Rentang:
    found = baca_rujukan(text)
    if found is None:
        raise TakTerbacaError
    return found


def skalar(value: Operan) -> Bentuk:
    """Return one value; a range by itself is none."""
    if isinstance(value, Bentuk):
        return value
    if isinstance(value, str) or len(value.rentang) != 1 or not value.rentang[0].tunggal:
        raise TakTerbacaError
    area, sheet = value.rentang[0]
    return Bentuk((Suku(area, 1, sheet, "sel"),))


def terjumlah(value: Operan, cara: Cara) -> Bentuk:
    """Return an argument of SUM or SUBTOTAL as the terms that it adds."""
    if isinstance(value, Daftar):
        return Bentuk(tuple(Suku(area, 1, sheet, cara) for area, sheet in value.rentang))
    return skalar(value)


def tetapan(value: Operan) -> Decimal:
    if not isinstance(value, Bentuk) or value.suku:
        raise TakTerbacaError
    return value.tetap


def harus_kosong(value: Operan) -> None:
    """Raise unless a value is what people write for nothing: 0 or a text."""
    if not isinstance(value, str) and tetapan(value):
        raise TakTerbacaError


def gabung(parts: list[Bentuk]) -> Bentuk:
    if len(parts) == 1:
        return parts[0]
    suku: list[Suku] = []
    factors: list[str] = []
    constant = NOL
    for part in parts:
        suku += part.suku
        constant += part.tetap
        factors += part.faktor
    return Bentuk(tuple(suku), constant, tuple(factors[:FAKTOR_DISIMPAN]))


def negatif(value: Bentuk) -> Bentuk:
    suku = tuple(one._replace(kali=-one.kali) for one in value.suku)
    return Bentuk(suku, -value.tetap, value.faktor)


def kali(left: Bentuk, sign: str, right: Bentuk) -> Bentuk:
    """Multiply or divide where one side is a constant."""
    if sign == "/":
        if right.suku or not right.tetap:
            raise TakTerbacaError
        constant = _wajar(left.tetap / right.tetap)
        return Bentuk(left.suku, constant, _berfaktor(left, sign, right.tetap))
    if left.suku and right.suku:
        raise TakTerbacaError
    value, by = (left, right.tetap) if left.suku else (right, left.tetap)
    return Bentuk(value.suku, _wajar(value.tetap * by), _berfaktor(value, sign, by))


def _wajar(constant: Decimal) -> Decimal:
    if abs(constant.adjusted()) > PANGKAT_TERTINGGI:
        raise TakTerbacaError
    return constant


def _berfaktor(value: Bentuk, sign: str, by: Decimal) -> tuple[str, ...]:
    factors = value.faktor
    if not value.suku or by == 1:
        return factors
    # Rounding to thousands is written as /1000 and *1000: that changes no more than ROUND does.
    undone = ("/" if sign == "*" else "*") + f"{by.normalize():f}"
    if factors and factors[-1] == undone:
        return factors[:-1]
    return (*factors, sign + f"{by.normalize():f}")[:FAKTOR_DISIMPAN]
