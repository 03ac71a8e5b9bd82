"""Text of cells made comparable: invisible characters out, spelling habits folded, likeness."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SPACES = "\t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    chr(point) for point in range(0x2000, 0x200B)
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"

#: Only signs that look the same on paper are replaced. Compatibility normalisation would go
#: further and turn a raised footnote mark into one more digit of the number before it.
_PLAIN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _ZERO_WIDTH), None),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    0xFF0E: ".",
    0xFF0C: ",",
    0xFF05: "%",
    0x2018: "'",
    0x2019: "'",
}

_WORD = re.compile(r"[^\W_]+|%")
#: Spellings of one word that official names and their copies use side by side.
_SAME_WORD = {"%": "persen", "prosen": "persen", "kab": "kabupaten"}


def tidy(text: str) -> str:
    """Return the text as a reader sees it, in plain signs and without outer spaces.

    Zero-width characters go; every kind of space (a line break too) becomes one blank, every dash
    a hyphen, full-width digits and separators their plain form. Runs of blanks are kept.
    """
    return text.translate(_PLAIN).strip()


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Fold a text for matching: words in lower case, one blank between them.

    Case, spaces, punctuation (the slash and every dash too) and `dan`/`&` make no difference, nor
    do "kab."/"kabupaten" and "%"/"persen". Digits stay. Folding is for finding what belongs
    together; whether two cells say the same is decided on what they hold.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_PLAIN))
    words = _WORD.findall(text.casefold().replace("&", " dan "))
    return " ".join([_SAME_WORD.get(word, word) for word in words])


def measure_likeness(a: str, b: str) -> float:
    """Return how alike two texts are after folding: 0.0 nothing in common, 1.0 the same.

    The measure is 1 - (insertions + deletions) / (length of both). Two blank texts are the same;
    a blank text is not like any other.
    """
    first, second = fold(a), fold(b)
    if first == second:
        return 1.0
    if not first or not second:
        return 0.0
    # Most runs compare no texts: they should not pay for loading the library.
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(first, second)
