"""The written forms of a code: one cell or six, padded or not."""

from __future__ import annotations

from collections.abc import Callable

CodeForm = Callable[[str], tuple[str | int | None, ...]]

_DIGITS = (1, 2, 2, 1, 2, 2)


def _six(parts: list[str | int | None]) -> tuple[str | int | None, ...]:
    return tuple(parts + [None] * (6 - len(parts)))


def split_numbers(code: str) -> tuple[str | int | None, ...]:
    """Write the parts as numbers in six cells: 2 | 17 | 1 | 2 | 1 | 1."""
    return _six([int(part) for part in code.split(".")])


def split_text(code: str) -> tuple[str | int | None, ...]:
    """Write the parts as the document writes them, as text in six cells: "2" | "17" | "01"."""
    return _six(list(code.split(".")))


def _dotted(code: str, last: int) -> str:
    digits = (*_DIGITS[:5], last)
    parts = zip(code.split("."), digits, strict=False)
    return ".".join(part.zfill(width) for part, width in parts)


def dotted_two(code: str) -> tuple[str | int | None, ...]:
    """Write the padded code in one cell, the sub kegiatan with two digits."""
    return (_dotted(code, 2),)


def dotted_four(code: str) -> tuple[str | int | None, ...]:
    """Write the padded code in one cell, the sub kegiatan with four digits."""
    return (_dotted(code, 4),)
