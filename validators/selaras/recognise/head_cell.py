"""What one cell of a head is: the text that it shows, and whether it reads like a head."""

from __future__ import annotations

import re

from selaras.model.book import Value
from selaras.recognise.words import (
    FILLER_WORDS,
    RELATIVE_YEARS,
    build_vocabulary,
    can_begin_head,
    read_words,
    split_words,
)

#: A head cell has at most this many words; a narrative paragraph has more.
MOST_WORDS = 28
#: The first word of a cell, or a year: most data cells need no closer look.
_FIRST_WORD = re.compile(r"[\W_]*(?:([^\W\d_]+)|(?:19|20)\d\d(?!\d))")
#: Heads that are told by their first word, whatever follows ("Lokasi (Desa/Kelurahan)").
_CLEAR_WORDS = split_words(
    "kode lokasi sumber catatan target realisasi pagu keterangan prioritas kelompok proyeksi "
    "prakiraan indikator"
)
_COMMON_WORDS = FILLER_WORDS | RELATIVE_YEARS
#: A cell that only counts: "1", "(II)", "ke-3".
ORDINAL_CELL = re.compile(r"\(?\s*(?:ke[\s\-]*)?(?:[1-6]|i{1,3}|iv|vi?)\s*[.)]?\s*", re.IGNORECASE)


def show_head_text(value: Value) -> str:
    """Return a cell's value as the text that a head would show."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return str(value)


#: What was asked of texts before: the same heads stand on every page.
known_heads: dict[str, bool] = {}


def is_like_head(text: str) -> bool:
    """Tell whether a cell reads like a head of some known table."""
    known = known_heads.get(text)
    if known is None:
        known = _can_be_label(text)
        if len(known_heads) > 20_000:
            known_heads.clear()
        known_heads[text] = known
    return known


def _can_be_label(text: str) -> bool:
    if len(text) <= 8 and ORDINAL_CELL.fullmatch(text.strip()):
        return not text.strip(" ().").isdigit()
    first = _FIRST_WORD.match(text) if len(text) <= 250 else None
    if first is None:
        return text.strip(" ()[]") == "%"
    word = first[1]
    if word and len(word) > 1 and not can_begin_head(word.casefold()):
        return False
    words = read_words(text)
    if not words.words:
        return bool(words.years or words.relative_years or words.ordinal) and len(text) <= 20
    if len(words.words) > MOST_WORDS:
        return False
    known = sum(1 for word in words.words if word in build_vocabulary() or word in _COMMON_WORDS)
    if known >= 0.7 * len(words.words):
        return True
    return words.words[0] in _CLEAR_WORDS and len(words.words) <= 5
