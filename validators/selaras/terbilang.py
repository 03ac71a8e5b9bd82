"""Numbers in Indonesian words: "delapan milyar delapan ratus juta" to 8_800_000_000.

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
