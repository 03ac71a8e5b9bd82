"""Codes as whole numbers: each part in bits of its own, so that what is below a code is a range."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.values.kode import Kode

#: U, BB, PP, K, GG, SSSS have 4, 7, 7, 4, 7 and 14 bits, room for every number that a part may be:
#: how far each is shifted.
_GESER = (39, 32, 25, 21, 14, 0)
#: The level stands last: X and X.XX have the same numbers.
_BIT_TINGKAT = 3
_TOPENG_TINGKAT = 7
#: No code has a greater number.
TERAKHIR = (1 << 46) - 1
#: Number of parts by level, and level by number of parts.
_BANYAK_BAGIAN = (0, 1, 2, 3, 5, 6)
_TINGKAT = (0, 1, 2, 3, 0, 4, 5)
_SUB_KEGIATAN = _TINGKAT[6]


def kunci(kode: Kode) -> int:
    """Return the number of a code; `01` and `0001` have the same."""
    parts = kode.bagian
    length = len(parts)
    u, bb, pp, k, gg, ssss = parts if length == 6 else (*parts, 0, 0, 0, 0, 0)[:6]
    number = u << 39 | bb << 32 | pp << 25 | k << 21 | gg << 14 | ssss
    return number << _BIT_TINGKAT | _TINGKAT[length]


def kunci_semua(kodes: Sequence[Kode]) -> list[int]:
    """Return the numbers of very many codes, in their order."""
    return [
        (p[0] << 39 | p[1] << 32 | p[2] << 25 | p[3] << 21 | p[4] << 14 | p[5]) << _BIT_TINGKAT
        | _SUB_KEGIATAN
        if len(p := kode.bagian) == 6
        else kunci(kode)
        for kode in kodes
    ]


def kode_dari(number: int, lebar_sub: int = 2) -> Kode:
    """Return the code of a number."""
    length = _BANYAK_BAGIAN[number & _TOPENG_TINGKAT]
    n = number >> _BIT_TINGKAT
    parts = (n >> 39, n >> 32 & 127, n >> 25 & 127, n >> 21 & 15, n >> 14 & 127, n & 16383)
    return Kode(parts[:length], lebar_sub)


def rentang(kode: Kode) -> tuple[int, int]:
    """Return the first and the last number that a code or one below it can have."""
    shift = _GESER[len(kode.bagian) - 1] + _BIT_TINGKAT
    first = kunci(kode) >> shift << shift
    return first, first | (1 << shift) - 1
