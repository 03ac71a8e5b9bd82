"""The written forms of a code: one cell or six, padded or not."""

from __future__ import annotations

from collections.abc import Callable

CodeForm = Callable[[str], tuple[str | int | None, ...]]

_DIGITS = (1, 2, 2, 1, 2, 2)


def _pad_to_six(parts: list[str | int | None]) -> tuple[str | int | None, ...]:
    return tuple(parts + [None] * (6 - len(parts)))


def split_numbers(code: str) -> tuple[str | int | None, ...]:
    """Write the parts as numbers in six cells: 2 | 17 | 1 | 2 | 1 | 1."""
    return _pad_to_six([int(part) for part in code.split(".")])


def split_text(code: str) -> tuple[str | int | None, ...]:
    """Write the parts as the document writes them, as text in six cells: "2" | "17" | "01"."""
    return _pad_to_six(list(code.split(".")))


def _join_parts(code: str, last: int) -> str:
    digits = (*_DIGITS[:5], last)
    parts = zip(code.split("."), digits, strict=False)
    return ".".join(part.zfill(width) for part, width in parts)


def join_two_digits(code: str) -> tuple[str | int | None, ...]:
    """Write the padded code in one cell, the sub kegiatan with two digits."""
    return (_join_parts(code, 2),)


def join_four_digits(code: str) -> tuple[str | int | None, ...]:
    """Write the padded code in one cell, the sub kegiatan with four digits."""
    return (_join_parts(code, 4),)
