"""Captions that name the unit of the amounts: "(dalam ribuan rupiah)", "Rp. 000", "juta Rp"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from selaras.model.book import Value
from selaras.recognise.words import himpunan
from selaras.values.lazy_regex import Pola

_SKALA = {
    **dict.fromkeys(("ribu", "ribuan"), 10**3),
    **dict.fromkeys(("juta", "jutaan"), 10**6),
    **dict.fromkeys(("miliar", "miliaran", "milyar", "milyaran"), 10**9),
}
#: What else a caption says; it says nothing more.
_PENGISI = himpunan(
    "dalam satuan nilai angka jumlah anggaran pagu uang rp rupiah idr x kali dikali disajikan "
    "dinyatakan mata semua seluruh seluruhnya catatan keterangan ket di tabel ini adalah"
)
_RUPIAH = frozenset(("rp", "rupiah", "idr"))
_KALI = frozenset(("x", "kali", "dikali", "dalam"))
#: 000, 1.000, 000.000: a thousand to the number of its groups of noughts.
_NOL = Pola(r"(?<!\d)(?<!\d[.,])(?:1[.,]?)?000(?:[.,]?000)*(?![\d.,]*\d)")
_KURUNG = Pola(r"[(\[]([^()\[\]]{2,60})[)\]]")
_AKHIR = Pola(r"\bdalam\s+(?:satuan\s+)?[a-z]+(?:\s+rp\.?|\s+rupiah)?\W*$", re.IGNORECASE)
_KATA = Pola(r"[a-z]+|\d+", re.IGNORECASE)
#: A caption, and a title with a caption in it, are no longer.
TERPANJANG = 60
JUDUL_TERPANJANG = 250


@lru_cache(maxsize=1024)
def satuan_keterangan(text: str) -> int | None:
    """Return how many rupiah one is, where a text names the unit of money and nothing else.

    1 for "(dalam rupiah)"; None for any other text, and for "Rp" alone, which any amount may bear.
    """
    if len(text) > TERPANJANG:
        return None
    flat = text.casefold()
    noughts = _NOL.findall(flat)
    words = _KATA.findall(_NOL.sub(" ", flat))
    scales = [_SKALA[word] for word in words if word in _SKALA]
    scales += [1000 ** one.count("000") for one in noughts]
    if len(scales) > 1 or not all(word in _SKALA or word in _PENGISI for word in words):
        return None
    # "Rp. 000" stands for thousands, "Rp 1.000" is an amount.
    amount = noughts and (noughts[0].startswith("1") or not _RUPIAH.intersection(words))
    if amount and not _KALI.intersection(words):
        return None
    if scales:
        return scales[0]
    return 1 if "dalam" in words and _RUPIAH.intersection(words) else None


def satuan_disebut(text: str) -> int | None:
    """Return the unit that a line names, by itself, in brackets or as its last words; else None."""
    if len(text) > JUDUL_TERPANJANG:
        return None
    parts = [text, *_KURUNG.findall(text)]
    last = _AKHIR.search(text)
    if last is not None:
        parts.append(last[0])
    return next((scale for part in parts if (scale := satuan_keterangan(part)) is not None), None)


def baris_keterangan(cells: Sequence[tuple[int, Value]]) -> bool:
    """Tell whether a row holds a caption of the unit and nothing else."""
    if len(cells) != 1:
        return False
    value = cells[0][1]
    return isinstance(value, str) and satuan_keterangan(value) is not None
