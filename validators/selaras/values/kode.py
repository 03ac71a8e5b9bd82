"""Codes of urusan, bidang urusan, program, kegiatan and sub kegiatan as values.

Source: Permendagri 90/2019 (klasifikasi, kodefikasi dan nomenklatur) and its updates. A code is
`U.BB.PP.K.GG.SSSS`; kewenangan (K) and kegiatan (GG) come together, so four parts are no level.
A code is compared by its numbers, never as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Tingkat(IntEnum):
    """The level of a code."""

    URUSAN = 1
    BIDANG_URUSAN = 2
    PROGRAM = 3
    KEGIATAN = 4
    SUB_KEGIATAN = 5

    @property
    def label(self) -> str:
        """The Indonesian word for the level, in lower case."""
        return self.name.lower().replace("_", " ")


_TINGKAT = {
    1: Tingkat.URUSAN,
    2: Tingkat.BIDANG_URUSAN,
    3: Tingkat.PROGRAM,
    5: Tingkat.KEGIATAN,
    6: Tingkat.SUB_KEGIATAN,
}
#: Number of parts of the parent, by number of parts.
_INDUK = {2: 1, 3: 2, 5: 3, 6: 5}

#: Number of parts of all codes above, the nearest first, by number of parts.
BAGIAN_LELUHUR: Mapping[int, tuple[int, ...]] = {
    1: (),
    2: (1,),
    3: (2, 1),
    5: (3, 2, 1),
    6: (5, 3, 2, 1),
}

#: First and last bidang urusan of each urusan: the numbers run on through the urusan.
BIDANG_URUSAN_AKHIR: Mapping[int, tuple[int, int]] = {
    1: (1, 6),
    2: (7, 24),
    3: (25, 32),
    4: (1, 2),
    5: (1, 7),
    6: (1, 1),
    7: (1, 3),
    8: (1, 1),
    9: (1, 3),
}


class Kode:
    """A code by its numbers; equality, order and hash regard the numbers only. Immutable.

    `bagian` holds U, BB, PP, K, GG, SSSS as far as the level goes, and their number decides
    `tingkat`, the level. The placeholder `X` or `XX` of a code that serves every bidang (`X.XX.01`)
    is 0 and is printed as X again: no real part is 0. `lebar_sub` is 4 when the sub kegiatan was
    written with four digits, as the editions since about 2024 do, else 2. Raises ValueError for
    four parts, none, or more than six.
    """

    __slots__ = ("bagian", "lebar_sub", "tingkat")

    def __init__(self, bagian: tuple[int, ...], lebar_sub: int = 2) -> None:
        tingkat = _TINGKAT.get(len(bagian))
        if tingkat is None:
            raise ValueError(f"a code has 1, 2, 3, 5 or 6 parts: {bagian}")
        self.tingkat = tingkat
        self.bagian = bagian
        self.lebar_sub = lebar_sub

    def __repr__(self) -> str:
        return f"Kode({self.bagian}, {self.lebar_sub})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kode) and self.bagian == other.bagian

    def __hash__(self) -> int:
        return hash(self.bagian)

    def __lt__(self, other: Kode) -> bool:
        return self.bagian < other.bagian

    def __le__(self, other: Kode) -> bool:
        return self.bagian <= other.bagian

    def __gt__(self, other: Kode) -> bool:
        return self.bagian > other.bagian

    def __ge__(self, other: Kode) -> bool:
        return self.bagian >= other.bagian

    @property
    def induk(self) -> Kode | None:
        """The code one level up; None for an urusan."""
        length = _INDUK.get(len(self.bagian))
        return None if length is None else Kode(self.bagian[:length])

    @property
    def bidang(self) -> Kode | None:
        """The bidang urusan that the code belongs to or is; None for an urusan."""
        return None if len(self.bagian) < 2 else Kode(self.bagian[:2])

    def leluhur(self) -> Iterator[Kode]:
        """Yield the codes above, the nearest first."""
        for length in BAGIAN_LELUHUR[len(self.bagian)]:
            yield Kode(self.bagian[:length])

    def di_bawah(self, other: Kode) -> bool:
        """Tell whether the other code stands above this one, at any distance."""
        length = len(other.bagian)
        return length < len(self.bagian) and self.bagian[:length] == other.bagian

    def kanonik(self, lebar_sub: int | None = None) -> str:
        """Return the code padded and dotted, the sub kegiatan with 2 or 4 digits.

        Without an argument the sub kegiatan has as many digits as it was written with.
        """
        return _tertulis(self.bagian, lebar_sub or self.lebar_sub)

    def __str__(self) -> str:
        return self.kanonik()


#: How codes are written, by the number of their parts.
_POLA = {
    1: "%d",
    2: "%d.%02d",
    3: "%d.%02d.%02d",
    5: "%d.%02d.%02d.%d.%02d",
}
_DUA_DIGIT = tuple(f"{number:02d}" for number in range(100))


def _tertulis(bagian: tuple[int, ...], lebar_sub: int) -> str:
    if len(bagian) == 6:
        # Most codes are of a sub kegiatan: strings put together, which is twice as fast.
        urusan, bidang, program, kewenangan, kegiatan, sub = bagian
        dua = _DUA_DIGIT
        last = f"{sub:04d}" if lebar_sub == 4 or sub > 99 else dua[sub]
        text = f"{urusan}.{dua[bidang]}.{dua[program]}.{kewenangan}.{dua[kegiatan]}.{last}"
    else:
        text = _POLA[len(bagian)] % bagian
    if 0 not in bagian[:2]:
        return text
    parts = text.split(".")
    parts[:2] = [
        part if number else "X" * len(part)
        for part, number in zip(parts[:2], bagian[:2], strict=True)
    ]
    return ".".join(parts)


def bidang_dikenal(kode: Kode) -> bool:
    """Tell whether the code's bidang (of an urusan: the urusan) is in the national list.

    The placeholders stand for any bidang and so are known.
    """
    urusan, *rest = kode.bagian[:2]
    if urusan == 0:
        return True
    first, last = BIDANG_URUSAN_AKHIR.get(urusan, (1, 0))
    return first <= rest[0] <= last or rest[0] == 0 if rest else first <= last


class KodeOpd(NamedTuple):
    """The code of an OPD: its one to three bidang urusan, its number and the unit in it.

    The OPD may use the programs of these bidang, and `.01` of the first. Source: Permendagri
    90/2019, `d.dd.d.dd.d.dd.dd.dddd`, where `0.00` fills the places of bidang it does not have.
    """

    bidang: tuple[Kode, ...]
    nomor: int
    unit: int

    def __str__(self) -> str:
        empty = ["0.00"] * (3 - len(self.bidang))
        return ".".join([*map(str, self.bidang), *empty, f"{self.nomor:02d}", f"{self.unit:04d}"])


class SalahKode(StrEnum):
    """Why what was written is not a code as it should be."""

    HURUF = "huruf"  #: letters or signs that no code has
    EMPAT_BAGIAN = "empat_bagian"  #: kewenangan without kegiatan
    KEBANYAKAN_BAGIAN = "kebanyakan_bagian"  #: seven parts or more
    LEBAR = "lebar"  #: a part with the wrong number of digits
    KEWENANGAN_BERLAPIS = "kewenangan_berlapis"  #: kewenangan as `02`
    NOL = "nol"  #: a part that is zero
    BEBERAPA = "beberapa"  #: several codes in one cell
    KOSONG_DI_TENGAH = "kosong_di_tengah"  #: an empty part, or an empty cell between others
    ANGKA_EXCEL = "angka_excel"  #: a number that lost a zero: 2.1 for 2.10
    TANGGAL = "tanggal"  #: a date: 1 February for 1.02


class GayaKode(NamedTuple):
    """How a code was written, to find the row that is written otherwise than its table.

    `pemisah` holds the separators met ("." or "-" or " ", ".-" where mixed, "" for none).
    `berlapis` tells whether parts below ten have their zero; None where no part decides it.
    `digit_sub` is the number of digits of the sub kegiatan; None at other levels and in numbers.
    """

    pemisah: str = ""
    berlapis: bool | None = None
    digit_sub: int | None = None
    titik_akhir: bool = False
    cell_count: int = 1


class BacaKode(NamedTuple):
    """What was read as a code: the code where the numbers are clear, and what is wrong with it."""

    kode: Kode | None
    salah: SalahKode | None
    teks: str
    gaya: GayaKode = GayaKode()


class Susunan(NamedTuple):
    """What parts make together: a code, what is wrong, and the style as in `GayaKode`."""

    kode: Kode | None
    salah: SalahKode | None
    berlapis: bool | None = None
    digit_sub: int | None = None


_BATAS = (9, 99, 99, 9, 99, 9999)
_LEBAR_SAH = ((1,), (1, 2), (1, 2), (1,), (1, 2), (1, 2, 4))
_PENGISI = (("X",), ("X", "XX"))


def susun_kode(parts: Sequence[str | int]) -> Susunan:
    """Make a code of its parts, each of ASCII digits or the placeholder X.

    A part that is an int comes from a number cell, whose zeros in front cannot be known. With
    several things wrong the first counts; the code is given where all numbers are clear.
    """
    count = len(parts)
    if count > 1 and all(isinstance(part, str) and len(part) == 3 for part in parts[1:]):
        return Susunan(None, SalahKode.LEBAR)  # 4.943.313.900 is an amount
    if count > 6:
        return Susunan(None, SalahKode.KEBANYAKAN_BAGIAN)
    if count == 4:
        return Susunan(None, SalahKode.EMPAT_BAGIAN)
    wrong: SalahKode | None = None
    padded: bool | None = None
    clear = True
    numbers: list[int] = []
    zero = count  # the place of the first part that is zero
    for place, part in enumerate(parts):
        if isinstance(part, str) and not part.isdigit():
            if place > 1 or part.upper() not in _PENGISI[place]:
                return Susunan(None, SalahKode.HURUF)
            numbers.append(0)
            continue
        if place == 1 and numbers == [0] and zero == count:
            return Susunan(None, SalahKode.HURUF)  # a placeholder above a real bidang
        number = int(part)
        numbers.append(number)
        if number == 0:
            zero = min(zero, place)
        elif not 0 < number <= _BATAS[place] or zero < place:
            clear = False
        if isinstance(part, int):
            continue
        width = len(part)
        if wrong is None and width not in _LEBAR_SAH[place]:
            padded_one = place == 3 and number < 10
            wrong = SalahKode.KEWENANGAN_BERLAPIS if padded_one else SalahKode.LEBAR
        if place not in (0, 3) and (width == 1 or part[0] == "0"):
            padded = width > 1 and padded is not False
    last = parts[-1]
    digits = len(last) if count == 6 and isinstance(last, str) else None
    if not clear:
        wrong = wrong or (SalahKode.NOL if zero < count else SalahKode.LEBAR)
        return Susunan(None, wrong, padded, digits)
    if zero == count:
        return Susunan(Kode(tuple(numbers), 4 if digits == 4 else 2), wrong, padded, digits)
    # `2.17.00` still says clearly what it means; a number after a zero made it unclear above.
    kode = Kode(tuple(numbers[:zero])) if zero in _TINGKAT else None
    return Susunan(kode, wrong or SalahKode.NOL, padded)
