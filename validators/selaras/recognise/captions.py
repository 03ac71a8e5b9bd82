"""Captions that name the unit of the amounts: "(dalam ribuan rupiah)", "Rp. 000", "juta Rp"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from selaras.model.book import Value
from selaras.recognise.words import split_words
from selaras.values.lazy_regex import LazyPattern

_SCALES = {
    **dict.fromkeys(("ribu", "ribuan"), 10**3),
    **dict.fromkeys(("juta", "jutaan"), 10**6),
    **dict.fromkeys(("miliar", "miliaran", "milyar", "milyaran"), 10**9),
}
#: What else a caption says; it says nothing more.
_FILLERS = split_words(
    "dalam satuan nilai angka jumlah anggaran pagu uang rp rupiah idr x kali dikali disajikan "
    "dinyatakan mata semua seluruh seluruhnya catatan keterangan ket di tabel ini adalah"
)
_RUPIAH = frozenset(("rp", "rupiah", "idr"))
_TIMES = frozenset(("x", "kali", "dikali", "dalam"))
#: 000, 1.000, 000.000: a thousand to the number of its groups of noughts.
_NOUGHTS = LazyPattern(r"(?<!\d)(?<!\d[.,])(?:1[.,]?)?000(?:[.,]?000)*(?![\d.,]*\d)")
_BRACKETS = LazyPattern(r"[(\[]([^()\[\]]{2,60})[)\]]")
_LAST_WORDS = LazyPattern(
    r"\bdalam\s+(?:satuan\s+)?[a-z]+(?:\s+rp\.?|\s+rupiah)?\W*$", re.IGNORECASE
)
_WORD = LazyPattern(r"[a-z]+|\d+", re.IGNORECASE)
#: A caption, and a title with a caption in it, are no longer.
LONGEST_CAPTION = 60
LONGEST_TITLE = 250


@lru_cache(maxsize=1024)
def read_caption_scale(text: str) -> int | None:
    """Return how many rupiah one is, where a text names the unit of money and nothing else.

    1 for "(dalam rupiah)"; None for any other text, and for "Rp" alone, which any amount may bear.
    """
    if len(text) > LONGEST_CAPTION:
        return None
    flat = text.casefold()
    noughts = _NOUGHTS.findall(flat)
    words = _WORD.findall(_NOUGHTS.sub(" ", flat))
    scales = [_SCALES[word] for word in words if word in _SCALES]
    scales += [1000 ** one.count("000") for one in noughts]
    if len(scales) > 1 or not all(word in _SCALES or word in _FILLERS for word in words):
        return None
    # "Rp. 000" stands for thousands, "Rp 1.000" is an amount.
    amount = noughts and (noughts[0].startswith("1") or not _RUPIAH.intersection(words))
    if amount and not _TIMES.intersection(words):
        return None
    if scales:
        return scales[0]
    return 1 if "dalam" in words and _RUPIAH.intersection(words) else None


def read_named_scale(text: str) -> int | None:
    """Return the unit that a line names, by itself, in brackets or as its last words; else None."""
    if len(text) > LONGEST_TITLE:
        return None
    parts = [text, *_BRACKETS.findall(text)]
    last = _LAST_WORDS.search(text)
    if last is not None:
        parts.append(last[0])
    return next((scale for part in parts if (scale := read_caption_scale(part)) is not None), None)


def is_caption_row(cells: Sequence[tuple[int, Value]]) -> bool:
    """Tell whether a row holds a caption of the unit and nothing else."""
    if len(cells) != 1:
        return False
    value = cells[0][1]
    return isinstance(value, str) and read_caption_scale(value) is not None
