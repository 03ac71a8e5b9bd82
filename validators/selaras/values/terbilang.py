"""Numbers in Indonesian words, read and written: "delapan miliar" and 8_000_000_000.

"miliar" and "milyar", "triliun" and "trilyun" are both read, and words written together
("duapuluh"). Words that are no number make the whole unreadable: None, never a guess.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ONES = {
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
_SCALES = {
    "ribu": 10**3,
    "juta": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "milliar": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
}
_ONE_SCALES = {
    "seratus": 100,
    "seribu": 1000,
    "sejuta": 10**6,
    "semiliar": 10**9,
    "semilyar": 10**9,
}
_IDLE_WORDS = frozenset({"rupiah", "dan", "rp", "terbilang", "sen"})
_WORD = re.compile(
    "|".join(
        sorted(
            {*_ONES, *_SCALES, *_ONE_SCALES, *_IDLE_WORDS, "belas", "puluh", "ratus"},
            key=len,
            reverse=True,
        )
    )
)


@lru_cache(maxsize=1024)
def read_terbilang(text: str) -> int | None:
    """Return the number that the words say; None when they say none."""
    words = _split_words(text)
    if not words:
        return None
    total = 0
    group = 0
    last_scale = 10**15
    ones: int | None = None
    for word in words:
        if word in _ONES:
            if ones is not None:
                return None
            ones = _ONES[word]
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
            scale = _ONE_SCALES.get(word) or _SCALES[word]
            amount = 1 if word in _ONE_SCALES else group + (ones or 0)
            if word in _ONE_SCALES and (ones is not None or group):
                return None
            if not amount or scale >= last_scale:
                return None
            total, group, ones, last_scale = total + amount * scale, 0, None, scale
    return total + group + (ones or 0)


#: How the thousands are written; all of these are read as well.
_WRITTEN_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
_ONES_WORDS = tuple(_ONES)
#: The first number that is too large to be written.
TOO_LARGE = 10**15


def write_terbilang(number: int) -> str:
    """Return a number in words: 1_500 is "seribu lima ratus", -2 "minus dua".

    Raises ValueError from 10**15 on: words beyond triliun are not in use.
    """
    if number == 0:
        return _ONES_WORDS[0]
    rest = abs(number)
    if rest >= TOO_LARGE:
        raise ValueError(f"too large to be written in words: {number}")
    words = ["minus"] if number < 0 else []
    for scale, name in _WRITTEN_SCALES:
        group, rest = divmod(rest, scale)
        if group == 1 and name == "ribu":
            words.append("seribu")
        elif group:
            words += (_write_hundreds(group), name)
    if rest:
        words.append(_write_hundreds(rest))
    return " ".join(words)


@lru_cache(maxsize=1000)
def _write_hundreds(number: int) -> str:
    """Write a number from 1 to 999."""
    hundreds, rest = divmod(number, 100)
    words = ["seratus" if hundreds == 1 else f"{_ONES_WORDS[hundreds]} ratus"] if hundreds else []
    tens, ones = divmod(rest, 10)
    if rest >= 20:
        words.append(f"{_ONES_WORDS[tens]} puluh")
        rest = ones
    if rest >= 12:
        words.append(f"{_ONES_WORDS[ones]} belas")
    elif rest:
        words.append(_ONES_WORDS[rest])
    return " ".join(words)


def _split_words(text: str) -> list[str]:
    """Split a text into the words of numbers; empty when anything else stands in it."""
    found: list[str] = []
    for word in re.findall(r"[^\W\d_]+", text.casefold()):
        at = 0
        while at < len(word):
            match = _WORD.match(word, at)
            if match is None:
                return []
            found.append(match[0])
            at = match.end()
    if re.search(r"\d", text):
        return []
    return [word for word in found if word not in _IDLE_WORDS]
