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

from selaras.values.fold import rapikan
from selaras.values.lazy_regex import Pola
from selaras.values.text import Bahasa

GayaUang = Literal["angka", "indonesia", "inggris", "polos", "satuan"]


class SalahUang(StrEnum):
    """What is wrong with an amount."""

    TAK_TERBACA = "tak_terbaca"  #: no number, or none that is certain
    BERSEN = "bersen"  #: has a fraction of a rupiah
    NEGATIF = "negatif"  #: below zero
    TAK_HINGGA = "tak_hingga"  #: infinite or not a number


class BacaUang(NamedTuple):
    """What was read as an amount, in rupiah.

    `teks` tells that the cell holds text; `gaya` how it is written: a true number ("angka"),
    "1.500.000" ("indonesia"), "1,500,000" ("inggris"), "1500000" or "1 500 000" ("polos"), or
    "1,5 juta" ("satuan"). `jumlah` is None only where no amount could be read.
    """

    jumlah: int | Decimal | None
    is_text: bool
    gaya: GayaUang | None
    salah: SalahUang | None


#: Half a sen. Money is written to the sen (0,01) at the finest, so what lies closer to a whole
#: rupiah is what binary arithmetic left over when Excel summed or multiplied.
_SETENGAH_SEN = 0.005

_TAK_TERBACA_ANGKA = BacaUang(None, False, None, SalahUang.TAK_TERBACA)
_TAK_TERBACA = BacaUang(None, True, None, SalahUang.TAK_TERBACA)
_TAK_HINGGA = BacaUang(None, False, "angka", SalahUang.TAK_HINGGA)

_KOSONG = frozenset({"nihil", "tidak ada", "tidak ada anggaran", "kosong", "n/a"})
_MATA_UANG = Pola(r"^(?:rp|idr)(?![a-z])[ .:]*")
_AKHIRAN = Pola(r"(?: *(?:rupiah|idr|rp)\.?)+$")
_TANPA_SEN = Pola(r" *[.,] *[-=]{0,2}$")
_SATUAN = Pola(r"([\d.,]+) *(ribu|rb|juta|jt|miliar|milyar|milyard|m|triliun|trilyun|t)\.?")
_KALI = {"r": 3, "j": 6, "m": 9, "t": 12}

# Groups are bounded, as Python refuses to read numbers of thousands of digits.
_INDONESIA = Pola(r"[1-9]\d{0,2}(?:\.\d{3}){1,7}(?:,(\d\d?))?", re.ASCII)
_INGGRIS = Pola(r"[1-9]\d{0,2}(?:,\d{3}){1,7}(?:\.(\d\d?))?", re.ASCII)
_SPASI = Pola(r"[1-9]\d{0,2}([ '])\d{3}(?:\1\d{3}){0,6}(?:[.,](\d\d?))?", re.ASCII)
#: Three decimals are left out: they may as well be a thousand with a digit too many before it.
_DESIMAL = Pola(r"\d+[.,](?:\d{1,2}|\d{4,15})|0[.,]\d{3}", re.ASCII)
_ILMIAH = Pola(r"(\d)(?:([.,])(\d{1,15}))?e\+?(\d\d?)", re.ASCII)
#: No amount has more digits.
_DIGIT = 24


def _selesai(amount: int | Decimal, text: bool, style: GayaUang) -> BacaUang:
    """Judge an amount: whole ones become int, and a sign or a fraction is named."""
    if isinstance(amount, Decimal):
        whole = int(amount)
        if amount != whole:
            wrong = SalahUang.NEGATIF if amount < 0 else SalahUang.BERSEN
            return BacaUang(amount, text, style, wrong)
        amount = whole
    return BacaUang(amount, text, style, SalahUang.NEGATIF if amount < 0 else None)


def baca_uang(value: object, inggris: bool | None = None) -> BacaUang | None:
    """Read the amount in a cell; None where the cell says that there is none.

    Blank, dashes, "Rp -" and "nihil" are none; 0 is 0. `inggris` tells how the column writes its
    thousands and decides only the form that both locales know: "1,500" is 1500 for True or None
    (a price of one and a half rupiah is no plan), and 1,5 rupiah with BERSEN for False. "1.500" is
    1500 always. Never raises.
    """
    if isinstance(value, float):
        if value.is_integer():
            amount = int(value)
            return BacaUang(amount, False, "angka", SalahUang.NEGATIF if amount < 0 else None)
        if not math.isfinite(value):
            return _TAK_HINGGA
        near = round(value)
        if abs(value - near) < _SETENGAH_SEN:
            return _selesai(near, False, "angka")
        return _selesai(Decimal(repr(value)), False, "angka")
    if value is None:
        return None
    if isinstance(value, str):
        return _baca_teks(value, inggris)
    if isinstance(value, bool):
        return _TAK_TERBACA_ANGKA
    if isinstance(value, int):
        return _selesai(value, False, "angka")
    if isinstance(value, Decimal):
        return _selesai(value, False, "angka") if value.is_finite() else _TAK_HINGGA
    return _TAK_TERBACA_ANGKA


@lru_cache(maxsize=1 << 15)
def _baca_teks(text: str, inggris: bool | None) -> BacaUang | None:
    if (found := _INDONESIA.fullmatch(text)) and not found[1]:
        return BacaUang(int(text.replace(".", "")), True, "indonesia", None)
    body = rapikan(text).lower().lstrip("'`")
    if not body.strip("- .") or body in _KOSONG:
        return None
    negative = False
    bare = _MATA_UANG.sub("", body).strip()
    if bare.startswith("(") and bare.endswith(")"):
        negative, bare = True, _MATA_UANG.sub("", bare[1:-1].strip()).strip()
    bare = _AKHIRAN.sub("", _TANPA_SEN.sub("", _AKHIRAN.sub("", bare)))
    if not bare.strip("- .,="):
        return None if not negative else _TAK_TERBACA
    if bare[0] in "-+":
        if negative:
            return _TAK_TERBACA
        negative, bare = bare[0] == "-", _MATA_UANG.sub("", bare[1:].strip()).strip()
    bare = re.sub(r" *([.,]) *", r"\1", bare)
    read = _baca_badan(bare, inggris)
    if read is None:
        return _TAK_TERBACA
    amount, style = read
    done = _selesai(-amount if negative else amount, True, style)
    # "300,000" among Indonesian amounts is 300 to the letter, but nobody wrote it for that: even
    # where the fraction is zero it must not pass in silence.
    if style == "indonesia" and done.salah is None and _INGGRIS.fullmatch(bare):
        return done._replace(salah=SalahUang.BERSEN)
    return done


def _baca_badan(body: str, inggris: bool | None) -> tuple[int | Decimal, GayaUang] | None:
    """Read digits, separators and a unit word; None where not one number can be meant."""
    if sum(map(str.isdigit, body)) > _DIGIT or not body.isascii():
        return None
    if body.isdigit():
        return int(body), "polos"
    if found := _INDONESIA.fullmatch(body):
        return _angka(body.replace(".", "").replace(",", "."), found[1]), "indonesia"
    if found := _INGGRIS.fullmatch(body):
        if inggris is False and body.count(",") == 1 and not found[1]:
            return Decimal(body.replace(",", ".")), "indonesia"
        return _angka(body.replace(",", ""), found[1]), "inggris"
    if found := _SPASI.fullmatch(body):
        return _angka(body.replace(found[1], "").replace(",", "."), found[2]), "polos"
    if found := _DESIMAL.fullmatch(body):
        style: GayaUang = "indonesia" if "," in body else "inggris"
        return Decimal(body.replace(",", ".")), style
    if found := _ILMIAH.fullmatch(body):
        amount = Decimal(f"{found[1]}.{found[3] or 0}").scaleb(int(found[4]))
        marks: dict[str | None, GayaUang] = {".": "inggris", ",": "indonesia"}
        return amount, marks.get(found[2], "polos")
    if found := _SATUAN.fullmatch(body):
        return _baca_satuan(found[1], found[2], inggris)
    return None


def _angka(digits: str, fraction: str | None) -> int | Decimal:
    return Decimal(digits) if fraction else int(digits)


def _baca_satuan(
    digits: str, word: str, inggris: bool | None
) -> tuple[int | Decimal, GayaUang] | None:
    """Read "2,5 milyar". The words are Indonesian, so "2,500 juta" is two and a half million."""
    if len(word) == 1 and inggris:
        return None  # M is miliar in Indonesian, million in English
    read = _baca_badan(digits, bool(inggris))
    return read and (Decimal(read[0]).scaleb(_KALI[word[0]]), "satuan")


_TUKAR = str.maketrans(",.", ".,")


def mutlak(amount: int | Decimal) -> int | Decimal:
    """Return the amount without its sign."""
    return -amount if amount < 0 else amount


def dalam_rupiah(amount: int | Decimal, skala: int) -> int | Decimal:
    """Return an amount of which one is `skala` rupiah, in rupiah: an int where it is whole."""
    if isinstance(amount, int):
        return amount * skala
    total = amount * skala
    return int(total) if total == total.to_integral_value() else total


def tulis_rupiah(amount: int | Decimal, bahasa: Bahasa = "id") -> str:
    """Write an amount in rupiah with its thousands apart: "12.076.248.802", or English "12,076".

    A Decimal shows at least its sen ("1,50") and whatever digits it has beyond.
    """
    if isinstance(amount, Decimal):
        exponent = amount.as_tuple().exponent
        places = max(2, -exponent) if isinstance(exponent, int) else 2
        text = f"{amount:,.{places}f}"
    else:
        text = f"{amount:,d}"
    return text if bahasa == "en" else text.translate(_TUKAR)
