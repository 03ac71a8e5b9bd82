"""What printed pages leave between the rows: page labels, carried sums, heads repeated in part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from selaras.model.book import Sheet, Value
from selaras.recognise.candidates import teks
from selaras.recognise.heads import Blok
from selaras.recognise.traits import kosong
from selaras.values.lazy_regex import Pola

_BUKAN_HURUF = Pola(r"[^0-9a-zA-Z]+")
_HALAMAN = r"(?:halaman|hal|hlm|lembar|page)"
_BENDA = r"(?:tabel|formulir|lampiran)"
#: What carried sums are called, once signs are blanks. "Jumlah dipindahkan ke halaman 3",
#: "Jumlah s.d. halaman ini", "Saldo pindahan".
_PINDAHAN = Pola(
    r"(?:sub ?)?(?:(?:jumlah|total|saldo|nilai|pagu) )*(?:yang )?"
    rf"(?:(?:di)?pindah(?:an|kan)|(?:s d|sd|sampai dengan) {_HALAMAN}|(?:per )?{_HALAMAN})"
    rf"(?: (?:jumlah|ini|lalu|sebelum(?:nya)?|berikut(?:nya)?|selanjutnya|"
    rf"terdahulu|dari|ke|nomor|no|{_HALAMAN}|\d{{1,3}}))*",
    re.IGNORECASE,
)
#: A label of a page names a page or a table and says nothing else.
_LABEL = Pola(
    rf"{_HALAMAN} \d{{1,3}}(?: (?:dari|of|dr) \d{{1,3}})?|\d{{1,3}} (?:dari|of) \d{{1,3}}"
    rf"|(?:lanjutan|sambungan)(?: (?:dari )?(?:{_BENDA}|halaman|hal)(?: [0-9a-z]{{1,4}}){{0,4}})?"
    rf"|{_BENDA}(?: [0-9a-z]{{1,4}}){{1,4}} (?:lanjutan|sambungan)",
    re.IGNORECASE,
)
#: "- 2 -": a page's number alone.
_NOMOR = Pola(r"\s*[-–—]\s*\d{1,3}\s*[-–—]\s*")
#: A label or a carried sum is short.
TERPANJANG = 60


def _kata(text: str) -> str:
    return " ".join(_BUKAN_HURUF.sub(" ", text).split())


def teks_pindahan(text: str) -> bool:
    """Tell whether a text labels a sum that is carried from one page to the next."""
    if len(text) > TERPANJANG or not any(map(str.isalpha, text)):
        return False
    return _PINDAHAN.fullmatch(_kata(text)) is not None


def label_halaman(values: Iterable[Value]) -> bool:
    """Tell whether a row holds nothing but the label of a page: "Halaman 2 dari 5", "- 2 -"."""
    said = [value for value in values if not kosong(value)]
    return bool(said) and len(said) <= 2 and all(_label(value) for value in said)


def _label(value: Value) -> bool:
    if not isinstance(value, str) or len(value) > TERPANJANG:
        return False
    return _NOMOR.fullmatch(value) is not None or _LABEL.fullmatch(_kata(value)) is not None


def mengulang(sheet: Sheet, block: Blok, above: Blok) -> bool:
    """Tell whether a head is one above it printed again, whole or in part.

    Every cell of it must say what a cell over the same column says there, in the same order.
    """
    heads = (*above.columns, *above.aside)
    known = {head.column: head.teks.casefold().split(" | ") for head in heads}
    for head in block.columns:
        own = head.teks.casefold().split(" | ")
        if not _di_dalam(own, known.get(head.column, ())):
            return False
    return len(block.columns) >= 3 and _lebar_sama(sheet, block, above)


def _di_dalam(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell whether texts stand in another sequence, in their order."""
    rest = iter(whole)
    return all(text in rest for text in part)


def _lebar_sama(sheet: Sheet, block: Blok, above: Blok) -> bool:
    """Tell whether the columns that a head leaves out are blank in it, not those of another."""
    own = {head.column for head in block.columns}
    heads = (*above.columns, *above.aside)
    left = [head.column for head in heads if head.column not in own]
    rows = range(block.area.top, block.area.bottom + 1)
    return not any(
        teks(sheet.value(row, column)).strip()
        for row in rows
        if row != block.number_row
        for column in left
    )
