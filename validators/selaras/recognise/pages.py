"""What printed pages leave between the rows: page labels, carried sums, heads repeated in part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from selaras.model.book import Sheet, Value
from selaras.recognise.head_cell import show_head_text
from selaras.recognise.heads import HeadBlock
from selaras.recognise.traits import is_blank_value
from selaras.values.lazy_regex import LazyPattern

_OTHER_SIGNS = LazyPattern(r"[^0-9a-zA-Z]+")
_PAGE_WORD = r"(?:halaman|hal|hlm|lembar|page)"
_TABLE_WORD = r"(?:tabel|formulir|lampiran)"
#: What carried sums are called, once signs are blanks. "Jumlah dipindahkan ke halaman 3",
#: "Jumlah s.d. halaman ini", "Saldo pindahan".
_CARRIED_SUM = LazyPattern(
    r"(?:sub ?)?(?:(?:jumlah|total|saldo|nilai|pagu) )*(?:yang )?"
    rf"(?:(?:di)?pindah(?:an|kan)|(?:s d|sd|sampai dengan) {_PAGE_WORD}|(?:per )?{_PAGE_WORD})"
    rf"(?: (?:jumlah|ini|lalu|sebelum(?:nya)?|berikut(?:nya)?|selanjutnya|"
    rf"terdahulu|dari|ke|nomor|no|{_PAGE_WORD}|\d{{1,3}}))*",
    re.IGNORECASE,
)
#: A label of a page names a page or a table and says nothing else.
_LABEL = LazyPattern(
    rf"{_PAGE_WORD} \d{{1,3}}(?: (?:dari|of|dr) \d{{1,3}})?|\d{{1,3}} (?:dari|of) \d{{1,3}}"
    rf"|(?:lanjutan|sambungan)"
    rf"(?:(?: dari)? (?:{_TABLE_WORD}|halaman|hal)(?: [0-9a-z]{{1,4}}){{0,4}})?"
    rf"|{_TABLE_WORD}(?: [0-9a-z]{{1,4}}){{1,4}} (?:lanjutan|sambungan)",
    re.IGNORECASE,
)
#: "- 2 -": a page's number alone.
_PAGE_NUMBER = LazyPattern(r"\s*[-–—]\s*\d{1,3}\s*[-–—]\s*")
#: A label or a carried sum is short.
LONGEST_PAGE_LABEL = 60


def _tidy_words(text: str) -> str:
    return " ".join(_OTHER_SIGNS.sub(" ", text).split())


def is_carried_label(text: str) -> bool:
    """Tell whether a text labels a sum that is carried from one page to the next."""
    if len(text) > LONGEST_PAGE_LABEL:
        return False
    own = text.lower()
    # Nearly every text has none of these words, which costs less to see than what it says.
    may_be = "hal" in own or "pindah" in own or "hlm" in own or "lembar" in own or "page" in own
    return may_be and _CARRIED_SUM.fullmatch(_tidy_words(text)) is not None


def is_page_label(values: Iterable[Value]) -> bool:
    """Tell whether a row holds nothing but the label of a page: "Halaman 2 dari 5", "- 2 -"."""
    said = [value for value in values if not is_blank_value(value)]
    return bool(said) and len(said) <= 2 and all(_label(value) for value in said)


def _label(value: Value) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST_PAGE_LABEL:
        return False
    return (
        _PAGE_NUMBER.fullmatch(value) is not None
        or _LABEL.fullmatch(_tidy_words(value)) is not None
    )


def is_printed_again(sheet: Sheet, block: HeadBlock, above: HeadBlock) -> bool:
    """Tell whether a head is one above it printed again, whole or in part.

    Every cell of it must say what a cell over the same column says there, in the same order.
    """
    heads = (*above.columns, *above.aside)
    known = {head.column: head.text.casefold().split(" | ") for head in heads}
    for head in block.columns:
        own = head.text.casefold().split(" | ")
        if not _is_within(own, known.get(head.column, ())):
            return False
    return len(block.columns) >= 3 and _is_rest_blank(sheet, block, above)


def _is_within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell whether texts stand in another sequence, in their order."""
    rest = iter(whole)
    return all(text in rest for text in part)


def _is_rest_blank(sheet: Sheet, block: HeadBlock, above: HeadBlock) -> bool:
    """Tell whether the columns that a head leaves out are blank in it, not those of another."""
    own = {head.column for head in block.columns}
    heads = (*above.columns, *above.aside)
    left = [head.column for head in heads if head.column not in own]
    rows = range(block.area.top, block.area.bottom + 1)
    return not any(
        show_head_text(sheet.value(row, column)).strip()
        for row in rows
        if row != block.number_row
        for column in left
    )
