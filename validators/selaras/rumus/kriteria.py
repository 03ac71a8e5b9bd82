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
        self._pola = _pola(self._teks) if any(sign in text for sign in "*?~") else None

    def cocok(self, value: Value) -> bool | None:
        """Tell whether a cell meets it; None when that is not certain."""
        if value is None:
            return False
        if isinstance(value, str):
            text = value.casefold()
            if self._pola is not None:
                return self._pola.fullmatch(text) is not None
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


def _pola(text: str) -> re.Pattern[str]:
    """Return the pattern for a criterion with wildcards; runs of * are one, so none is slow."""
    parts: list[str] = []
    signs = iter(re.findall(r"~[*?~]|\*+|.", text, re.DOTALL))
    for sign in signs:
        if sign[0] == "*":
            parts.append(".*")
        elif sign == "?":
            parts.append(".")
        else:
            parts.append(re.escape(sign[1:] if len(sign) == 2 else sign))
    return re.compile("".join(parts), re.DOTALL)
