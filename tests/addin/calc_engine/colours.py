"""Colours as xlwings passes them, and as Calc keeps them (0xRRGGBB, -1 for none)."""

from __future__ import annotations

from typing import Any

Rgb = tuple[int, int, int]


def convert_to_calc(colour: Any) -> int:
    """Return a colour given as (r, g, b) or "#RRGGBB"; -1 for None."""
    if colour is None:
        return -1
    if isinstance(colour, str):
        return int(colour.lstrip("#"), 16)
    red, green, blue = colour
    return red << 16 | green << 8 | blue


def convert_to_rgb(colour: int) -> Rgb | None:
    """Return (r, g, b); None where there is no colour."""
    return None if colour == -1 else (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
