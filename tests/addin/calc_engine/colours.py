"""Colours as xlwings passes them, and as Calc keeps them (0xRRGGBB, -1 for none)."""

from __future__ import annotations

from typing import Any

Rgb = tuple[int, int, int]


def ke_calc(warna: Any) -> int:
    """Return a colour given as (r, g, b) or "#RRGGBB"; -1 for None."""
    if warna is None:
        return -1
    if isinstance(warna, str):
        return int(warna.lstrip("#"), 16)
    merah, hijau, biru = warna
    return merah << 16 | hijau << 8 | biru


def ke_rgb(warna: int) -> Rgb | None:
    """Return (r, g, b); None where there is no colour."""
    return None if warna == -1 else (warna >> 16 & 255, warna >> 8 & 255, warna & 255)
