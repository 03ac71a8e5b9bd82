"""Which cells meet the criterion of a SUMIF, where that is certain.

Excel compares texts without regard to case, knows * ? and ~, and takes a text that looks like a
number, a date or a time in the user's own language for one: "01" may be 1, and 2.17 a quarter past
two. Where the answer could depend on that there is none.
"""

from __future__ import annotations

import re

from selaras.model.book import Value

_SERUPA_ANGKA = re.compile(r"[\d.,:/\-\s]*\d[\d.,:/\-\s]*", re.ASCII)
_BULAT = re.compile(r"\d{1,15}", re.ASCII)
_BAGIAN = re.compile(r"\d+", re.ASCII)


class Kriteria:
    """A criterion, ready to be held against many cells."""

    __slots__ = ("_angka", "_bagian", "_pola", "_teks")

    def __init__(self, text: str) -> None:
        self._teks = text.casefold()
        self._angka = float(text) if _BULAT.fullmatch(text) else None
        self._bagian = _bagian(text)
        self._pola = _Pola(self._teks) if any(sign in text for sign in "*?~") else None

    def cocok(self, value: Value) -> bool | None:
        """Tell whether a cell meets it; None when that is not certain."""
        if value is None:
            return False
        if isinstance(value, str):
            text = value.casefold()
            if self._pola is not None:
                return self._pola.cocok(text)
            if text == self._teks:
                return True
            return None if self._bagian and _bagian(text) == self._bagian else False
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        if self._pola is not None:
            return False
        if self._angka is not None:
            return value == self._angka
        return None if self._bagian else False


def baca_kriteria(text: str) -> Kriteria | None:
    """Return the criterion that a text is; None for comparisons and for a blank one."""
    plain = text.removeprefix("=")
    if not plain or plain[0] in "<>=":
        return None
    return Kriteria(plain)


def _bagian(text: str) -> tuple[int, ...]:
    """Return the numbers in a text that has nothing else; () for any other text."""
    if len(text) > 40 or not _SERUPA_ANGKA.fullmatch(text):
        return ()
    return tuple(map(int, _BAGIAN.findall(text)))


class _Pola:
    """A text with wildcards. Each piece between two * is looked for once, so that none is slow."""

    __slots__ = ("_awal", "_bebas", "_pieces", "_sisa")

    def __init__(self, text: str) -> None:
        pieces, lengths = [""], [0]
        for sign in re.findall(r"~[*?~]|.", text, re.DOTALL):
            if sign == "*":
                pieces.append("")
                lengths.append(0)
                continue
            pieces[-1] += "." if sign == "?" else re.escape(sign[-1])
            lengths[-1] += 1
        first, *others = [re.compile(piece, re.DOTALL) for piece in pieces]
        self._awal = first
        self._bebas = bool(others)
        self._pieces = others
        self._sisa = lengths[-1]

    def cocok(self, text: str) -> bool:
        """Tell whether the whole text is of this form."""
        if not self._bebas:
            return self._awal.fullmatch(text) is not None
        found = self._awal.match(text)
        for piece in self._pieces[:-1]:
            found = piece.search(text, found.end()) if found else None
        # The last piece stands at the end, behind all others.
        start = len(text) - self._sisa
        if found is None or start < found.end():
            return False
        return self._pieces[-1].fullmatch(text, start) is not None
