"""A1 texts and the rectangles that they mean."""

from __future__ import annotations

import re

from selaras.values.a1 import MAX_ROW, column_letters, column_number

Area = tuple[int, int, int, int]
_SUDUT = re.compile(r"\$?([A-Z]{1,3})?\$?(\d+)?")
#: Excel takes no longer address.
_TERPANJANG = 255


def urai(teks: str) -> list[Area]:
    """Return the rectangles of an address such as "A1,B2:C9" (top, left, bottom, right)."""
    if len(teks) > _TERPANJANG:
        raise ValueError("an address longer than Excel takes")
    return [_satu(bagian) for bagian in teks.split(",")]


def _satu(teks: str) -> Area:
    awal, _, akhir = teks.partition(":")
    kiri, atas = _sudut(awal)
    kanan, bawah = _sudut(akhir or awal)
    return (
        atas or 1,
        kiri or 1,
        bawah or (MAX_ROW if akhir else atas or 1),
        kanan or (1024 if akhir else kiri or 1),
    )


def _sudut(teks: str) -> tuple[int | None, int | None]:
    cocok = _SUDUT.fullmatch(teks.strip().upper())
    if cocok is None:
        raise ValueError(f"not an address: {teks!r}")
    huruf, angka = cocok.groups()
    return column_number(huruf) if huruf else None, int(angka) if angka else None


def tulis(area: Area, dolar: bool = True) -> str:
    """Return the address of a rectangle, as `Range.address` gives it."""
    tanda = "$" if dolar else ""
    atas, kiri, bawah, kanan = area
    awal = f"{tanda}{column_letters(kiri)}{tanda}{atas}"
    akhir = f"{tanda}{column_letters(kanan)}{tanda}{bawah}"
    return awal if awal == akhir else f"{awal}:{akhir}"
