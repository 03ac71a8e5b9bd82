"""Codes of urusan, bidang urusan, program, kegiatan and sub kegiatan as values.

Source: Permendagri 90/2019 (klasifikasi, kodefikasi dan nomenklatur) and its updates. A code is
`U.BB.PP.K.GG.SSSS`; kewenangan (K) and kegiatan (GG) come together, so four parts are no level.
A code is compared by its numbers, never as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Level(IntEnum):
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


_LEVELS = {
    1: Level.URUSAN,
    2: Level.BIDANG_URUSAN,
    3: Level.PROGRAM,
    5: Level.KEGIATAN,
    6: Level.SUB_KEGIATAN,
}
#: Number of parts of the parent, by number of parts.
_PARENT_LENGTH = {2: 1, 3: 2, 5: 3, 6: 5}

#: Number of parts of all codes above, the nearest first, by number of parts.
ANCESTOR_PARTS: Mapping[int, tuple[int, ...]] = {
    1: (),
    2: (1,),
    3: (2, 1),
    5: (3, 2, 1),
    6: (5, 3, 2, 1),
}

#: First and last bidang urusan of each urusan: the numbers run on through the urusan.
BIDANG_OF_URUSAN: Mapping[int, tuple[int, int]] = {
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

    `parts` holds U, BB, PP, K, GG, SSSS as far as the level goes, and their number decides
    `level`. The placeholder `X` or `XX` of a code that serves every bidang (`X.XX.01`)
    is 0 and is printed as X again: no real part is 0. `sub_width` is 4 when the sub kegiatan was
    written with four digits, as the editions since about 2024 do, else 2. Raises ValueError for
    four parts, none, or more than six.
    """

    __slots__ = ("level", "parts", "sub_width")

    def __init__(self, numbers: tuple[int, ...], sub_width: int = 2) -> None:
        level = _LEVELS.get(len(numbers))
        if level is None:
            raise ValueError(f"a code has 1, 2, 3, 5 or 6 parts: {numbers}")
        self.level = level
        self.parts = numbers
        self.sub_width = sub_width

    def __repr__(self) -> str:
        return f"Kode({self.parts}, {self.sub_width})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kode) and self.parts == other.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    def __lt__(self, other: Kode) -> bool:
        return self.parts < other.parts

    def __le__(self, other: Kode) -> bool:
        return self.parts <= other.parts

    def __gt__(self, other: Kode) -> bool:
        return self.parts > other.parts

    def __ge__(self, other: Kode) -> bool:
        return self.parts >= other.parts

    @property
    def parent(self) -> Kode | None:
        """The code one level up; None for an urusan."""
        length = _PARENT_LENGTH.get(len(self.parts))
        return None if length is None else Kode(self.parts[:length])

    @property
    def bidang(self) -> Kode | None:
        """The bidang urusan that the code belongs to or is; None for an urusan."""
        return None if len(self.parts) < 2 else Kode(self.parts[:2])

    def list_ancestors(self) -> Iterator[Kode]:
        """Yield the codes above, the nearest first."""
        for length in ANCESTOR_PARTS[len(self.parts)]:
            yield Kode(self.parts[:length])

    def is_below(self, other: Kode) -> bool:
        """Tell whether the other code stands above this one, at any distance."""
        length = len(other.parts)
        return length < len(self.parts) and self.parts[:length] == other.parts

    def write_canonical(self, sub_width: int | None = None) -> str:
        """Return the code padded and dotted, the sub kegiatan with 2 or 4 digits.

        Without an argument the sub kegiatan has as many digits as it was written with.
        """
        return _write_kode(self.parts, sub_width or self.sub_width)

    def __str__(self) -> str:
        return self.write_canonical()


#: How codes are written, by the number of their parts.
_FORMATS = {
    1: "%d",
    2: "%d.%02d",
    3: "%d.%02d.%02d",
    5: "%d.%02d.%02d.%d.%02d",
}
_TWO_DIGITS = tuple(f"{number:02d}" for number in range(100))


def _write_kode(numbers: tuple[int, ...], sub_width: int) -> str:
    if len(numbers) == 6:
        # Most codes are of a sub kegiatan: strings put together, which is twice as fast.
        urusan, bidang, program, kewenangan, kegiatan, sub = numbers
        two_digits = _TWO_DIGITS
        last = f"{sub:04d}" if sub_width == 4 or sub > 99 else two_digits[sub]
        upper = f"{urusan}.{two_digits[bidang]}.{two_digits[program]}"
        text = f"{upper}.{kewenangan}.{two_digits[kegiatan]}.{last}"
    else:
        text = _FORMATS[len(numbers)] % numbers
    if 0 not in numbers[:2]:
        return text
    parts = text.split(".")
    parts[:2] = [
        part if number else "X" * len(part)
        for part, number in zip(parts[:2], numbers[:2], strict=True)
    ]
    return ".".join(parts)


def is_known_bidang(kode: Kode) -> bool:
    """Tell whether the code's bidang (of an urusan: the urusan) is in the national list.

    The placeholders stand for any bidang and so are known.
    """
    urusan, *rest = kode.parts[:2]
    if urusan == 0:
        return True
    first, last = BIDANG_OF_URUSAN.get(urusan, (1, 0))
    return first <= rest[0] <= last or rest[0] == 0 if rest else first <= last


class KodeOpd(NamedTuple):
    """The code of an OPD: its one to three bidang urusan, its number and the unit in it.

    The OPD may use the programs of these bidang, and `.01` of the first. Source: Permendagri
    90/2019, `d.dd.d.dd.d.dd.dd.dddd`, where `0.00` fills the places of bidang it does not have.
    """

    bidang: tuple[Kode, ...]
    number: int
    unit: int

    def __str__(self) -> str:
        empty = ["0.00"] * (3 - len(self.bidang))
        return ".".join([*map(str, self.bidang), *empty, f"{self.number:02d}", f"{self.unit:04d}"])


class KodeFault(StrEnum):
    """Why what was written is not a code as it should be."""

    LETTERS = "huruf"  #: letters or signs that no code has
    FOUR_PARTS = "empat_bagian"  #: kewenangan without kegiatan
    TOO_MANY_PARTS = "kebanyakan_bagian"  #: seven parts or more
    WIDTH = "lebar"  #: a part with the wrong number of digits
    PADDED_KEWENANGAN = "kewenangan_berlapis"  #: kewenangan as `02`
    ZERO = "nol"  #: a part that is zero
    SEVERAL = "beberapa"  #: several codes in one cell
    GAP_BETWEEN = "kosong_di_tengah"  #: an empty part, or an empty cell between others
    EXCEL_NUMBER = "angka_excel"  #: a number that lost a zero: 2.1 for 2.10
    DATE = "tanggal"  #: a date: 1 February for 1.02


class KodeStyle(NamedTuple):
    """How a code was written, to find the row that is written otherwise than its table.

    `separators` holds the separators met ("." or "-" or " ", ".-" where mixed, "" for none).
    `is_padded` tells whether parts below ten have their zero; None where no part decides it.
    `digit_sub` is the number of digits of the sub kegiatan; None at other levels and in numbers.
    """

    separators: str = ""
    is_padded: bool | None = None
    digit_sub: int | None = None
    has_final_dot: bool = False
    cell_count: int = 1


class KodeReading(NamedTuple):
    """What was read as a code: the code where the numbers are clear, and what is wrong with it."""

    kode: Kode | None
    fault: KodeFault | None
    text: str
    style: KodeStyle = KodeStyle()


class KodeBuild(NamedTuple):
    """What parts make together: a code, what is wrong, and the style as in `KodeStyle`."""

    kode: Kode | None
    fault: KodeFault | None
    is_padded: bool | None = None
    digit_sub: int | None = None


_LARGEST_PARTS = (9, 99, 99, 9, 99, 9999)
_VALID_WIDTHS = ((1,), (1, 2), (1, 2), (1,), (1, 2), (1, 2, 4))
_PLACEHOLDERS = (("X",), ("X", "XX"))


def build_kode(parts: Sequence[str | int]) -> KodeBuild:
    """Make a code of its parts, each of ASCII digits or the placeholder X.

    A part that is an int comes from a number cell, whose zeros in front cannot be known. With
    several things wrong the first counts; the code is given where all numbers are clear.
    """
    count = len(parts)
    if count > 1 and all(isinstance(part, str) and len(part) == 3 for part in parts[1:]):
        return KodeBuild(None, KodeFault.WIDTH)  # 4.943.313.900 is an amount
    if count > 6:
        return KodeBuild(None, KodeFault.TOO_MANY_PARTS)
    if count == 4:
        return KodeBuild(None, KodeFault.FOUR_PARTS)
    wrong: KodeFault | None = None
    padded: bool | None = None
    clear = True
    numbers: list[int] = []
    zero = count  # the place of the first part that is zero
    for place, part in enumerate(parts):
        if isinstance(part, str) and not part.isdigit():
            if place > 1 or part.upper() not in _PLACEHOLDERS[place]:
                return KodeBuild(None, KodeFault.LETTERS)
            numbers.append(0)
            continue
        if place == 1 and numbers == [0] and zero == count:
            return KodeBuild(None, KodeFault.LETTERS)  # a placeholder above a real bidang
        number = int(part)
        numbers.append(number)
        if number == 0:
            zero = min(zero, place)
        elif not 0 < number <= _LARGEST_PARTS[place] or zero < place:
            clear = False
        if isinstance(part, int):
            continue
        width = len(part)
        if wrong is None and width not in _VALID_WIDTHS[place]:
            padded_one = place == 3 and number < 10
            wrong = KodeFault.PADDED_KEWENANGAN if padded_one else KodeFault.WIDTH
        if place not in (0, 3) and (width == 1 or part[0] == "0"):
            padded = width > 1 and padded is not False
    last = parts[-1]
    digits = len(last) if count == 6 and isinstance(last, str) else None
    if not clear:
        wrong = wrong or (KodeFault.ZERO if zero < count else KodeFault.WIDTH)
        return KodeBuild(None, wrong, padded, digits)
    if zero == count:
        return KodeBuild(Kode(tuple(numbers), 4 if digits == 4 else 2), wrong, padded, digits)
    # `2.17.00` still says clearly what it means; a number after a zero made it unclear above.
    kode = Kode(tuple(numbers[:zero])) if zero in _LEVELS else None
    return KodeBuild(kode, wrong or KodeFault.ZERO, padded)
