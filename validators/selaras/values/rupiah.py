"""Amounts of money as workbooks write them, read to whole rupiah and written back.

Amounts are int, or Decimal where there is a fraction; never float. Text is read only where one
number can be meant: a finding about an unreadable amount is better than a wrong sum.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Literal, NamedTuple

from selaras.values.fold import tidy
from selaras.values.lazy_regex import LazyPattern
from selaras.values.text import Language

MoneyStyle = Literal["angka", "indonesia", "inggris", "polos", "satuan"]


class MoneyFault(StrEnum):
    """What is wrong with an amount."""

    UNREADABLE = "tak_terbaca"  #: no number, or none that is certain
    WITH_CENTS = "bersen"  #: has a fraction of a rupiah
    NEGATIVE = "negatif"  #: below zero
    NOT_FINITE = "tak_hingga"  #: infinite or not a number


class MoneyReading(NamedTuple):
    """What was read as an amount, in rupiah.

    `is_text` tells that the cell holds text; `style` how it is written: a true number ("angka"),
    "1.500.000" ("indonesia"), "1,500,000" ("inggris"), "1500000" or "1 500 000" ("polos"), or
    "1,5 juta" ("satuan"). `amount` is None only where no amount could be read.
    """

    amount: int | Decimal | None
    is_text: bool
    style: MoneyStyle | None
    fault: MoneyFault | None


#: Half a sen. Money is written to the sen (0,01) at the finest, so what lies closer to a whole
#: rupiah is what binary arithmetic left over when Excel summed or multiplied.
_HALF_CENT = 0.005

_UNREADABLE_NUMBER = MoneyReading(None, False, None, MoneyFault.UNREADABLE)
_UNREADABLE = MoneyReading(None, True, None, MoneyFault.UNREADABLE)
_NOT_FINITE = MoneyReading(None, False, "angka", MoneyFault.NOT_FINITE)

_NONE_WORDS = frozenset({"nihil", "tidak ada", "tidak ada anggaran", "kosong", "n/a"})
_CURRENCY = LazyPattern(r"^(?:rp|idr)(?![a-z])[ .:]*")
_SUFFIXES = LazyPattern(r"(?: *(?:rupiah|idr|rp)\.?)+$")
_NO_CENTS = LazyPattern(r" *[.,] *[-=]{0,2}$")
_WITH_UNIT_WORD = LazyPattern(
    r"([\d.,]+) *(ribu|rb|juta|jt|miliar|milyar|milyard|m|triliun|trilyun|t)\.?"
)
_EXPONENTS = {"r": 3, "j": 6, "m": 9, "t": 12}

# Groups are bounded, as Python refuses to read numbers of thousands of digits.
_INDONESIAN = LazyPattern(r"[1-9]\d{0,2}(?:\.\d{3}){1,7}(?:,(\d\d?))?", re.ASCII)
_ENGLISH = LazyPattern(r"[1-9]\d{0,2}(?:,\d{3}){1,7}(?:\.(\d\d?))?", re.ASCII)
_SPACED = LazyPattern(r"[1-9]\d{0,2}([ '])\d{3}(?:\1\d{3}){0,6}(?:[.,](\d\d?))?", re.ASCII)
#: Three decimals are left out: they may as well be a thousand with a digit too many before it.
_DECIMAL = LazyPattern(r"\d+[.,](?:\d{1,2}|\d{4,15})|0[.,]\d{3}", re.ASCII)
_SCIENTIFIC = LazyPattern(r"(\d)(?:([.,])(\d{1,15}))?e\+?(\d\d?)", re.ASCII)
#: No amount has more digits.
_DIGIT = 24


def _judge(amount: int | Decimal, text: bool, style: MoneyStyle) -> MoneyReading:
    """Judge an amount: whole ones become int, and a sign or a fraction is named."""
    if isinstance(amount, Decimal):
        whole = int(amount)
        if amount != whole:
            wrong = MoneyFault.NEGATIVE if amount < 0 else MoneyFault.WITH_CENTS
            return MoneyReading(amount, text, style, wrong)
        amount = whole
    return MoneyReading(amount, text, style, MoneyFault.NEGATIVE if amount < 0 else None)


def read_money(value: object, english_style: bool | None = None) -> MoneyReading | None:
    """Read the amount in a cell; None where the cell says that there is none.

    Blank, dashes, "Rp -" and "nihil" are none; 0 is 0. `english_style` tells how the column writes
    its thousands and decides only the form that both locales know: "1,500" is 1500 for True or None
    (a price of one and a half rupiah is no plan), and 1,5 rupiah WITH_CENTS for False. "1.500" is
    1500 always. Never raises.
    """
    if isinstance(value, float):
        if value.is_integer():
            amount = int(value)
            return MoneyReading(amount, False, "angka", MoneyFault.NEGATIVE if amount < 0 else None)
        if not math.isfinite(value):
            return _NOT_FINITE
        near = round(value)
        if abs(value - near) < _HALF_CENT:
            return _judge(near, False, "angka")
        return _judge(Decimal(repr(value)), False, "angka")
    if value is None:
        return None
    if isinstance(value, str):
        return _read_text(value, english_style)
    if isinstance(value, bool):
        return _UNREADABLE_NUMBER
    if isinstance(value, int):
        return _judge(value, False, "angka")
    if isinstance(value, Decimal):
        return _judge(value, False, "angka") if value.is_finite() else _NOT_FINITE
    return _UNREADABLE_NUMBER


@lru_cache(maxsize=1 << 15)
def _read_text(text: str, english_style: bool | None) -> MoneyReading | None:
    if (found := _INDONESIAN.fullmatch(text)) and not found[1]:
        return MoneyReading(int(text.replace(".", "")), True, "indonesia", None)
    body = tidy(text).lower().lstrip("'`")
    if not body.strip("- .") or body in _NONE_WORDS:
        return None
    negative = False
    bare = _CURRENCY.sub("", body).strip()
    if bare.startswith("(") and bare.endswith(")"):
        negative, bare = True, _CURRENCY.sub("", bare[1:-1].strip()).strip()
    bare = _SUFFIXES.sub("", _NO_CENTS.sub("", _SUFFIXES.sub("", bare)))
    if not bare.strip("- .,="):
        return None if not negative else _UNREADABLE
    if bare[0] in "-+":
        if negative:
            return _UNREADABLE
        negative, bare = bare[0] == "-", _CURRENCY.sub("", bare[1:].strip()).strip()
    bare = re.sub(r" *([.,]) *", r"\1", bare)
    read = _read_body(bare, english_style)
    if read is None:
        return _UNREADABLE
    amount, style = read
    done = _judge(-amount if negative else amount, True, style)
    # "300,000" among Indonesian amounts is 300 to the letter, but nobody wrote it for that: even
    # where the fraction is zero it must not pass in silence.
    if style == "indonesia" and done.fault is None and _ENGLISH.fullmatch(bare):
        return done._replace(fault=MoneyFault.WITH_CENTS)
    return done


def _read_body(body: str, english_style: bool | None) -> tuple[int | Decimal, MoneyStyle] | None:
    """Read digits, separators and a unit word; None where not one number can be meant."""
    if sum(map(str.isdigit, body)) > _DIGIT or not body.isascii():
        return None
    if body.isdigit():
        return int(body), "polos"
    if found := _INDONESIAN.fullmatch(body):
        return _make_number(body.replace(".", "").replace(",", "."), found[1]), "indonesia"
    if found := _ENGLISH.fullmatch(body):
        if english_style is False and body.count(",") == 1 and not found[1]:
            return Decimal(body.replace(",", ".")), "indonesia"
        return _make_number(body.replace(",", ""), found[1]), "inggris"
    if found := _SPACED.fullmatch(body):
        return _make_number(body.replace(found[1], "").replace(",", "."), found[2]), "polos"
    if found := _DECIMAL.fullmatch(body):
        style: MoneyStyle = "indonesia" if "," in body else "inggris"
        return Decimal(body.replace(",", ".")), style
    if found := _SCIENTIFIC.fullmatch(body):
        amount = Decimal(f"{found[1]}.{found[3] or 0}").scaleb(int(found[4]))
        marks: dict[str | None, MoneyStyle] = {".": "inggris", ",": "indonesia"}
        return amount, marks.get(found[2], "polos")
    if found := _WITH_UNIT_WORD.fullmatch(body):
        return _read_with_unit(found[1], found[2], english_style)
    return None


def _make_number(digits: str, fraction: str | None) -> int | Decimal:
    return Decimal(digits) if fraction else int(digits)


def _read_with_unit(
    digits: str, word: str, english_style: bool | None
) -> tuple[int | Decimal, MoneyStyle] | None:
    """Read "2,5 milyar". The words are Indonesian, so "2,500 juta" is two and a half million."""
    if len(word) == 1 and english_style:
        return None  # M is miliar in Indonesian, million in English
    read = _read_body(digits, bool(english_style))
    return read and (Decimal(read[0]).scaleb(_EXPONENTS[word[0]]), "satuan")


_SWAPPED = str.maketrans(",.", ".,")


def strip_sign(amount: int | Decimal) -> int | Decimal:
    """Return the amount without its sign."""
    return -amount if amount < 0 else amount


def convert_to_rupiah(amount: int | Decimal, scale: int) -> int | Decimal:
    """Return an amount of which one is `scale` rupiah, in rupiah: an int where it is whole."""
    if isinstance(amount, int):
        return amount * scale
    total = amount * scale
    return int(total) if total == total.to_integral_value() else total


def write_rupiah(amount: int | Decimal, language: Language = "id") -> str:
    """Write an amount in rupiah with its thousands apart: "12.076.248.802", or English "12,076".

    A Decimal shows at least its sen ("1,50") and whatever digits it has beyond.
    """
    if isinstance(amount, Decimal):
        exponent = amount.as_tuple().exponent
        places = max(2, -exponent) if isinstance(exponent, int) else 2
        text = f"{amount:,.{places}f}"
    else:
        text = f"{amount:,d}"
    return text if language == "en" else text.translate(_SWAPPED)
