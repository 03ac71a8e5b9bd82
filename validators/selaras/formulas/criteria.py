"""Which cells meet the criterion of a SUMIF, where that is certain.

Excel compares texts without regard to case, knows * ? and ~, and takes a text that looks like a
number, a date or a time in the user's own language for one: "01" may be 1, and 2.17 a quarter past
two. Where the answer could depend on that there is none.
"""

from __future__ import annotations

import re

from selaras.model.book import Value

_NUMBER_LIKE = re.compile(r"[\d.,:/\-\s]*\d[\d.,:/\-\s]*", re.ASCII)
_WHOLE = re.compile(r"\d{1,15}", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)


class Criterion:
    """A criterion, ready to be held against many cells."""

    __slots__ = ("_number", "_parts", "_pattern", "_text")

    def __init__(self, text: str) -> None:
        self._text = text.casefold()
        self._number = float(text) if _WHOLE.fullmatch(text) else None
        self._parts = _read_parts(text)
        self._pattern = _Wildcards(self._text) if any(sign in text for sign in "*?~") else None

    def is_match(self, value: Value) -> bool | None:
        """Tell whether a cell meets it; None when that is not certain."""
        if value is None:
            return False
        if isinstance(value, str):
            text = value.casefold()
            if self._pattern is not None:
                return self._pattern.is_match(text)
            if text == self._text:
                return True
            return None if self._parts and _read_parts(text) == self._parts else False
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        if self._pattern is not None:
            return False
        if self._number is not None:
            return value == self._number
        return None if self._parts else False


def read_criterion(text: str) -> Criterion | None:
    """Return the criterion that a text is; None for comparisons and for a blank one."""
    plain = text.removeprefix("=")
    if not plain or plain[0] in "<>=":
        return None
    return Criterion(plain)


def _read_parts(text: str) -> tuple[int, ...]:
    """Return the numbers in a text that has nothing else; () for any other text."""
    if len(text) > 40 or not _NUMBER_LIKE.fullmatch(text):
        return ()
    return tuple(map(int, _DIGITS.findall(text)))


class _Wildcards:
    """A text with wildcards. Each piece between two * is looked for once, so that none is slow."""

    __slots__ = ("_has_star", "_pieces", "_remaining", "_start")

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
        self._start = first
        self._has_star = bool(others)
        self._pieces = others
        self._remaining = lengths[-1]

    def is_match(self, text: str) -> bool:
        """Tell whether the whole text is of this form."""
        if not self._has_star:
            return self._start.fullmatch(text) is not None
        found = self._start.match(text)
        for piece in self._pieces[:-1]:
            found = piece.search(text, found.end()) if found else None
        # The last piece stands at the end, behind all others.
        start = len(text) - self._remaining
        if found is None or start < found.end():
            return False
        return self._pieces[-1].fullmatch(text, start) is not None
