"""Codes as whole numbers: each part in bits of its own, so that what is below a code is a range."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.values.kode import Kode

#: U, BB, PP, K, GG, SSSS have 4, 7, 7, 4, 7 and 14 bits, room for every number that a part may be:
#: how far each is shifted.
_SHIFTS = (39, 32, 25, 21, 14, 0)
#: The level stands last: X and X.XX have the same numbers.
_LEVEL_BITS = 3
_LEVEL_MASK = 7
#: No code has a greater number.
LAST_NUMBER = (1 << 46) - 1
#: Number of parts by level, and level by number of parts.
_PART_COUNTS = (0, 1, 2, 3, 5, 6)
_LEVELS = (0, 1, 2, 3, 0, 4, 5)
_SUB_KEGIATAN = _LEVELS[6]


def encode_kode(kode: Kode) -> int:
    """Return the number of a code; `01` and `0001` have the same."""
    parts = kode.parts
    length = len(parts)
    u, bb, pp, k, gg, ssss = parts if length == 6 else (*parts, 0, 0, 0, 0, 0)[:6]
    number = u << 39 | bb << 32 | pp << 25 | k << 21 | gg << 14 | ssss
    return number << _LEVEL_BITS | _LEVELS[length]


def encode_kodes(kodes: Sequence[Kode]) -> list[int]:
    """Return the numbers of very many codes, in their order."""
    return [
        (p[0] << 39 | p[1] << 32 | p[2] << 25 | p[3] << 21 | p[4] << 14 | p[5]) << _LEVEL_BITS
        | _SUB_KEGIATAN
        if len(p := kode.parts) == 6
        else encode_kode(kode)
        for kode in kodes
    ]


def decode_kode(number: int, sub_width: int = 2) -> Kode:
    """Return the code of a number."""
    length = _PART_COUNTS[number & _LEVEL_MASK]
    n = number >> _LEVEL_BITS
    parts = (n >> 39, n >> 32 & 127, n >> 25 & 127, n >> 21 & 15, n >> 14 & 127, n & 16383)
    return Kode(parts[:length], sub_width)


def find_number_range(kode: Kode) -> tuple[int, int]:
    """Return the first and the last number that a code or one below it can have."""
    shift = _SHIFTS[len(kode.parts) - 1] + _LEVEL_BITS
    first = encode_kode(kode) >> shift << shift
    return first, first | (1 << shift) - 1
