"""A1 texts and the rectangles that they mean."""

from __future__ import annotations

import re

from selaras.values.a1 import MAX_ROW, column_letters, column_number

Area = tuple[int, int, int, int]
_CORNER = re.compile(r"\$?([A-Z]{1,3})?\$?(\d+)?")
#: Excel takes no longer address.
_LONGEST = 255


def parse_address(text: str) -> list[Area]:
    """Return the rectangles of an address such as "A1,B2:C9" (top, left, bottom, right)."""
    if len(text) > _LONGEST:
        raise ValueError("an address longer than Excel takes")
    return [_read_area(part) for part in text.split(",")]


def _read_area(text: str) -> Area:
    start, _, end = text.partition(":")
    left, top = _read_corner(start)
    right, bottom = _read_corner(end or start)
    return (
        top or 1,
        left or 1,
        bottom or (MAX_ROW if end else top or 1),
        right or (1024 if end else left or 1),
    )


def _read_corner(text: str) -> tuple[int | None, int | None]:
    match = _CORNER.fullmatch(text.strip().upper())
    if match is None:
        raise ValueError(f"not an address: {text!r}")
    letters, number = match.groups()
    return column_number(letters) if letters else None, int(number) if number else None


def write_address(area: Area, absolute: bool = True) -> str:
    """Return the address of a rectangle, as `Range.address` gives it."""
    dollar = "$" if absolute else ""
    top, left, bottom, right = area
    start = f"{dollar}{column_letters(left)}{dollar}{top}"
    end = f"{dollar}{column_letters(right)}{dollar}{bottom}"
    return start if start == end else f"{start}:{end}"
