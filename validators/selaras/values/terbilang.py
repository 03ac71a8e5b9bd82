"""Numbers in Indonesian words, read and written: "delapan miliar" and 8_000_000_000.

"miliar" and "milyar", "triliun" and "trilyun" are both read, and words written together
("duapuluh"). Words that are no number make the whole unreadable: None, never a guess.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SATUAN = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
}
_RIBUAN = {
    "ribu": 10**3,
    "juta": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "milliar": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
}
_SE = {"seratus": 100, "seribu": 1000, "sejuta": 10**6, "semiliar": 10**9, "semilyar": 10**9}
_HAMPA = frozenset({"rupiah", "dan", "rp", "terbilang", "sen"})
_KATA = re.compile(
    "|".join(
        sorted(
            {*_SATUAN, *_RIBUAN, *_SE, *_HAMPA, "belas", "puluh", "ratus"}, key=len, reverse=True
        )
    )
)


@lru_cache(maxsize=1024)
def baca_terbilang(text: str) -> int | None:
    """Return the number that the words say; None when they say none."""
    words = _pecah(text)
    if not words:
        return None
    total = 0
    group = 0
    last_scale = 10**15
    ones: int | None = None
    for word in words:
        if word in _SATUAN:
            if ones is not None:
                return None
            ones = _SATUAN[word]
        elif word == "belas":
            if ones is None or not 2 <= ones <= 9:
                return None
            group, ones = group + 10 + ones, None
        elif word in ("puluh", "ratus"):
            if ones is None or not 1 <= ones <= 9:
                return None
            group, ones = group + ones * (10 if word == "puluh" else 100), None
        elif word == "seratus":
            if ones is not None:
                return None
            group += 100
        else:
            scale = _SE.get(word) or _RIBUAN[word]
            amount = 1 if word in _SE else group + (ones or 0)
            if word in _SE and (ones is not None or group):
                return None
            if not amount or scale >= last_scale:
                return None
            total, group, ones, last_scale = total + amount * scale, 0, None, scale
    return total + group + (ones or 0)


#: How the thousands are written; all of these are read as well.
_TULIS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
_KATA_SATUAN = tuple(_SATUAN)
#: The first number that is too large to be written.
TERLALU_BESAR = 10**15


def tulis_terbilang(number: int) -> str:
    """Return a number in words: 1_500 is "seribu lima ratus", -2 "minus dua".

    Raises ValueError from 10**15 on: words beyond triliun are not in use.
    """
    if number == 0:
        return _KATA_SATUAN[0]
    rest = abs(number)
    if rest >= TERLALU_BESAR:
        raise ValueError(f"too large to be written in words: {number}")
    words = ["minus"] if number < 0 else []
    for scale, name in _TULIS:
        group, rest = divmod(rest, scale)
        if group == 1 and name == "ribu":
            words.append("seribu")
        elif group:
            words += (_ratusan(group), name)
    if rest:
        words.append(_ratusan(rest))
    return " ".join(words)


@lru_cache(maxsize=1000)
def _ratusan(number: int) -> str:
    """Write a number from 1 to 999."""
    hundreds, rest = divmod(number, 100)
    words = ["seratus" if hundreds == 1 else f"{_KATA_SATUAN[hundreds]} ratus"] if hundreds else []
    tens, ones = divmod(rest, 10)
    if rest >= 20:
        words.append(f"{_KATA_SATUAN[tens]} puluh")
        rest = ones
    if rest >= 12:
        words.append(f"{_KATA_SATUAN[ones]} belas")
    elif rest:
        words.append(_KATA_SATUAN[rest])
    return " ".join(words)


def _pecah(text: str) -> list[str]:
    """Split a text into the words of numbers; empty when anything else stands in it."""
    found: list[str] = []
    for word in re.findall(r"[^\W\d_]+", text.casefold()):
        at = 0
        while at < len(word):
            match = _KATA.match(word, at)
            if match is None:
                return []
            found.append(match[0])
            at = match.end()
    if re.search(r"\d", text):
        return []
    return [word for word in found if word not in _HAMPA]
