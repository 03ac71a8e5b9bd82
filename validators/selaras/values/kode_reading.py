"""Codes as workbooks write them: in one cell, in several, before a name, damaged by Excel.

Every reader returns None for what is no code at all, else a `BacaKode`: the code where its numbers
are clear, and the reason where it is not written as a code should be. No reader raises.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from string import ascii_letters
from typing import NamedTuple, TypeAlias

from selaras.values.fold import rapikan
from selaras.values.kode import (
    BIDANG_URUSAN_AKHIR,
    BacaKode,
    GayaKode,
    Kode,
    KodeOpd,
    SalahKode,
    Tingkat,
    bidang_dikenal,
    susun_kode,
)

__all__ = [
    "BIDANG_URUSAN_AKHIR",
    "BacaKode",
    "GayaKode",
    "Kode",
    "KodeOpd",
    "SalahKode",
    "Tingkat",
    "baca_kode",
    "baca_kode_opd",
    "baca_kode_terpisah",
    "bidang_dikenal",
    "kode_bersama",
    "kode_bertingkat",
    "kode_di_awal",
]


_SERUPA = str.maketrans("OoIl", "0011")
_BENTUK = re.compile(r"[0-9XxOoIl]+(?:[ .\-]+[0-9XxOoIl]+)*")
_PEMISAH = re.compile(r" *[.\-] *| +")
_PEMISAH_ASING = re.compile(r"[.\-,/_:;\\]+")
#: A rekening of the chart of accounts (5.1.02.01.01.0024) has the digits of a code, grouped
#: otherwise: it names what money is spent on, below the sub kegiatan.
_REKENING = re.compile(r"[4-6]\.\d\.\d\d\.\d\d\.\d\d(?:\.\d{2,4})?")
#: All parts but the last of a code in the form of the regulation, as nearly all cells have it.
_DEPAN_BAKU = re.compile(r"[1-9](?:\.\d\d(?:\.\d\d(?:\.[1-9](?:\.\d\d)?)?)?)?", re.ASCII)
#: How many digits the last part may have below so many parts.
_LEBAR_AKHIR = {1: (2,), 2: (2,), 4: (2,), 5: (2, 4)}


@lru_cache(maxsize=1 << 16)
def _baca_teks(text: str) -> BacaKode | None:
    """Read a text; in the form of the regulation by its parts, which the codes beside it share."""
    head, _, tail = text.rpartition(".")
    front, last = _depan_baku(head), _akhir_baku(tail)
    if front is None or last is None or (style := front.gaya.get(last.bentuk)) is None:
        return _baca_bebas(text)
    kode = Kode((*front.numbers, last.angka), style.digit_sub or 2)
    return BacaKode(kode, None, text, style)


#: How many digits a part has, and whether the first is a 0.
_Bentuk: TypeAlias = tuple[int, bool]


class _Depan(NamedTuple):
    """The parts of a code before the last one, and the styles that it may make with them."""

    numbers: tuple[int, ...]
    gaya: Mapping[_Bentuk, GayaKode]


class _Akhir(NamedTuple):
    """The last part of a code."""

    angka: int
    bentuk: _Bentuk


@lru_cache(maxsize=1 << 14)
def _depan_baku(text: str) -> _Depan | None:
    """Return the parts before the last one; None where they are not as the regulation has them."""
    if not _DEPAN_BAKU.fullmatch(text):
        return None
    numbers = tuple(map(int, text.split(".")))
    return None if 0 in numbers else _Depan(numbers, _gaya_baku(len(numbers), ".0" in text))


@lru_cache(maxsize=16)
def _gaya_baku(count: int, padded: bool) -> Mapping[_Bentuk, GayaKode]:
    """Return the styles of codes with so many parts before the last one."""
    return {
        (width, zero): GayaKode(".", padded or zero or None, width if count == 5 else None)
        for width in _LEBAR_AKHIR.get(count, ())
        for zero in (False, True)
    }


@lru_cache(maxsize=1 << 14)
def _akhir_baku(text: str) -> _Akhir | None:
    """Return the last part of a code; None where it is not as the regulation has it."""
    if len(text) > 4 or not (text.isascii() and text.isdigit()) or not int(text):
        return None
    return _Akhir(int(text), (len(text), text[0] == "0"))


def _baca_bebas(text: str) -> BacaKode | None:
    """Read a code in any form but the regulation's."""
    if _beberapa(text):
        return BacaKode(None, SalahKode.BEBERAPA, text)
    plain = rapikan(text).lstrip("'`")
    body = plain.rstrip(" .-")
    if (behind := _di_belakang_opd(body)) is not None:
        return behind
    # Sixteen digits are more than any code has, of an OPD too: a NIP, a telephone number.
    if not body or (body.isdigit() and len(body) > 8) or len(re.findall("[0-9]", body)) > 16:
        return None
    if not _BENTUK.fullmatch(body):
        return _baca_asing(text, body)
    if _REKENING.fullmatch(body):
        return None
    written = _PEMISAH.split(body)
    if body.translate(_SERUPA) != body:
        return _baca_serupa(text, written)
    parts = [part for part in written if part]
    made = susun_kode(parts)
    wrong = made.salah
    if wrong is None and len(parts) < len(written):
        wrong = SalahKode.KOSONG_DI_TENGAH
    marks = "".join(mark for mark in ".-" if mark in body)
    if not marks and len(parts) > 1:
        marks = " "
    style = GayaKode(marks, made.berlapis, made.digit_sub, plain[-1] in ".-")
    return BacaKode(made.kode, wrong, text, style)


def _di_belakang_opd(text: str) -> BacaKode | None:
    """Return the code behind that of an agency, as in `1.06.0.00.0.00.01.0000.1.06.02`."""
    found = _OPD_DI_DEPAN.match(text)
    if found is None or baca_kode_opd(found[1]) is None:
        return None
    read = _baca_teks(text[found.end() :])
    return read if read is not None and read.kode and len(read.kode.bagian) > 1 else None


#: What may stand between two codes in one cell; a blank, too, may stand within one.
_ANTAR_KODE = re.compile(r"\s*[\n\r;,/&+]\s*|\s+(?:[-–]|dan)\s+|\s+|(?<=\d)-(?=\d\.)")

#: Names begin so, and no code does.
_HURUF = frozenset(ascii_letters) - frozenset("Xx")
#: A code that begins after something else, as in few cells.
_KODE_LAGI = re.compile(r"(?:[\s;,/&+]['`(\[]*[1-9Xx][.\-]|-[1-9]\.)[0-9XxOoIl]")


def _beberapa(text: str) -> bool:
    """Tell whether several codes stand in one cell: what follows starts again with the bidang.

    A code that is only broken over two lines goes on instead (2.17.01, then 2.01).
    """
    if text[:1] in _HURUF or not _KODE_LAGI.search(text):
        return False
    pieces = [piece.strip(" .-'`()[]") for piece in _ANTAR_KODE.split(text.translate(_SERUPA))]
    codes = [_kode_rapi(piece) for piece in pieces if piece]
    apart = "\n" in text or ";" in text
    return all(map(_BENTUK.fullmatch, filter(None, pieces))) and any(
        len(lower) > 1 and lower[: len(upper[:2])] == upper[:2] and (apart or len(upper) > 1)
        for upper, lower in pairwise(codes)
        if upper
    )


def _kode_rapi(text: str) -> tuple[int, ...]:
    """Return the numbers of a whole code; () where it is none, or not written as one should be."""
    if not _BENTUK.fullmatch(text):
        return ()
    made = susun_kode([part for part in _PEMISAH.split(text) if part])
    fine = made.salah in (None, SalahKode.KEWENANGAN_BERLAPIS)
    return made.kode.bagian if made.kode and fine else ()


def _baca_serupa(text: str, written: list[str]) -> BacaKode | None:
    """Read a code with letters that look like its digits: O for 0, l and I for 1."""
    mixed = [part for part in written if part.translate(_SERUPA) != part]
    # "I.1" counts chapters and "5 l" is a volume: a letter alone is no digit in so short a text.
    if len(written) < 3 and any(part.isalpha() for part in mixed):
        return None
    made = susun_kode([part.translate(_SERUPA) for part in written if part])
    sure = made.salah is None and (made.berlapis or written[0].isdigit())
    return BacaKode(made.kode if sure else None, SalahKode.HURUF, text)


def _baca_asing(text: str, body: str) -> BacaKode | None:
    """Read what has the build of a code but signs that no code has; None for any other text."""
    core = body.strip("()[]*'\"`")
    parts = _PEMISAH_ASING.split(core)
    numeric = sum(part.isascii() and part.isdigit() for part in parts)
    if len(parts) < 3 or numeric < 2 or core[0] not in "123456789Xx" or re.search("[ %]", core):
        return None
    if any(len(part) > 4 for part in parts):
        return None
    if not re.fullmatch(r"[0-9Xx]+", "".join(parts)):
        return BacaKode(None, SalahKode.HURUF, text)
    made = susun_kode([part for part in parts if part])
    sure = made.salah is None and made.berlapis
    return BacaKode(made.kode if sure else None, SalahKode.HURUF, text)


def _bidang_desimal(whole: int, tenth: int) -> tuple[int, int]:
    """Tell what bidang a number with one decimal was: 2.1 is 2.10, 1.2 can only be 1.02."""
    first, last = BIDANG_URUSAN_AKHIR.get(whole, (0, 0))
    only_small = first <= tenth <= last and not first <= tenth * 10 <= last
    return (whole, tenth if only_small else tenth * 10)


def _baca_angka(value: float) -> BacaKode | None:
    """Read a number cell: 2 is an urusan, 2.17 a bidang, 2.1 a bidang that lost its zero."""
    if isinstance(value, int) or value.is_integer():
        whole = int(value)
        if abs(whole) > 99_999_999:
            return None
        if whole < 0:
            return BacaKode(None, SalahKode.LEBAR, str(whole))
        made = susun_kode([whole])
        return BacaKode(made.kode, made.salah, str(whole))
    text = repr(value)
    found = re.fullmatch(r"(\d)\.(\d\d?)", text)
    if not found:
        return BacaKode(None, SalahKode.LEBAR, text) if math.isfinite(value) else None
    urusan, decimals = int(found[1]), found[2]
    if urusan == 0:
        return BacaKode(None, SalahKode.NOL, text)
    if len(decimals) == 2:
        return BacaKode(Kode((urusan, int(decimals))), None, text)
    return BacaKode(Kode(_bidang_desimal(urusan, int(decimals))), SalahKode.ANGKA_EXCEL, text)


def _baca_tanggal(value: datetime.date) -> BacaKode:
    """Guess the code that Excel took for a date.

    Excel completes a day and month with the current year, so a year of the plans leaves two
    parts: day.month (1.02), or month.day (2-17). Any other year was typed as well: month.year
    (2-17 is February 2017), or three parts in either order.
    """
    day, month, year = value.day, value.month, value.year % 100
    guesses: list[tuple[int, ...]]
    if 2019 <= value.year <= 2035:
        guesses = [(day, month), (month, day)]
    else:
        guesses = [(day, month, year), (month, day, year)] if year <= 15 else []
        guesses += [(month, year)] if day == 1 else []
    codes = [
        Kode(guess)
        for guess in dict.fromkeys(guesses)
        if 0 < guess[0] <= 9 and guess[-1] and bidang_dikenal(Kode(guess[:2]))
    ]
    # With the year completed the first guess is the way that dates are typed in Indonesia.
    sure = len(codes) == 1 or (codes and len(codes[0].bagian) == 2)
    written = value.date() if isinstance(value, datetime.datetime) else value
    return BacaKode(codes[0] if sure else None, SalahKode.TANGGAL, written.isoformat())


def baca_kode(value: object) -> BacaKode | None:
    """Read the code in one cell; None when it is blank or clearly holds something else.

    `X`/`XX` are read as placeholders. A number of one digit is an urusan; a number with one decimal
    has lost a zero (ANGKA_EXCEL) and the bidang of the national list is the guess. For a date
    (TANGGAL) there is a guess where one reading is plausible.
    """
    if isinstance(value, str):
        return _baca_teks(value)
    if isinstance(value, (int, float)):
        return None if isinstance(value, bool) else _baca_angka(value)
    return _baca_tanggal(value) if isinstance(value, datetime.date) else None


class _Sel(NamedTuple):
    """One of several cells that hold a code together."""

    parts: list[str | int]
    teks: str
    salah: SalahKode | None = None


def _baca_sel(value: object) -> _Sel | None:
    """Split what one of several cells holds into parts; None when it is no part of a code."""
    if isinstance(value, str):
        plain = rapikan(value).lstrip("'`").strip(" .-")
        if not _BENTUK.fullmatch(plain):
            return None
        parts = [part for part in _PEMISAH.split(plain.translate(_SERUPA)) if part]
        if plain != plain.translate(_SERUPA):
            return _Sel([*parts], plain, SalahKode.HURUF)
        gap = len(parts) < len(_PEMISAH.split(plain))
        return _Sel([*parts], plain, SalahKode.KOSONG_DI_TENGAH if gap else None)
    if isinstance(value, datetime.date):
        read = _baca_tanggal(value)
        return _Sel([value.day, value.month], read.teks, read.salah)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if isinstance(value, int) or value.is_integer():
            return _Sel([int(value)], str(int(value)))
        text = repr(value)
        if found := re.fullmatch(r"(\d{1,2})\.(\d\d?)", text):
            lost = len(found[2]) == 1
            number = int(found[2]) * (10 if lost else 1)
            return _Sel([int(found[1]), number], text, SalahKode.ANGKA_EXCEL if lost else None)
    return None


def baca_kode_terpisah(values: Sequence[object]) -> BacaKode | None:
    """Read a code that stands in several cells of one row, the blank ones at the end.

    A cell may hold one part, two (`2.01`, kewenangan and kegiatan as they are spoken), or the
    whole code down to its level, in which case the last cell counts. Zeros in front of a number
    cell cannot be known, so they say nothing of the style. None when all cells are blank or one
    holds text that is no part of a code.
    """
    if _SEDERHANA.issuperset(map(type, values)):
        return _baca_sederhana(tuple(values))
    return _baca_sel_campur(values)


#: Cells whose values are equal only where they are read alike, unlike 1 and True.
_SEDERHANA = frozenset((str, float, int, type(None)))


@lru_cache(maxsize=1 << 15)
def _baca_sederhana(values: tuple[str | float | None, ...]) -> BacaKode | None:
    parts: list[str | int] = []
    ended = False
    for value in values:
        if value is None or value == "":
            ended = True
        elif ended:
            break
        elif type(value) is str and value.isascii() and value.isdigit():
            parts.append(value)
        elif type(value) is int or (type(value) is float and value.is_integer()):
            parts.append(int(value))
        else:
            break
    else:
        if len(parts) > 1:
            return _baca_bagian(parts)
    return _baca_sel_campur(values)


#: How wide the parts of a code in the form of the regulation are.
_LEBAR_BAKU = {(1, 2), (1, 2, 2), (1, 2, 2, 1, 2), (1, 2, 2, 1, 2, 2), (1, 2, 2, 1, 2, 4)}


def _baca_bagian(parts: Sequence[str | int]) -> BacaKode:
    """Read cells of one part each, as split codes nearly always are."""
    written = [part for part in parts if isinstance(part, str)]
    read = None
    if len(written) == len(parts) and tuple(map(len, written)) in _LEBAR_BAKU:
        read = _baca_teks(".".join(written))
    if read is not None:
        style = _gaya_terpisah(read.gaya, len(parts))
        return BacaKode(read.kode, read.salah, " ".join(written), style)
    made = susun_kode(parts)
    style = GayaKode("", made.berlapis, made.digit_sub, cell_count=len(parts))
    return BacaKode(made.kode, made.salah, " ".join(map(str, parts)), style)


@lru_cache(maxsize=64)
def _gaya_terpisah(gaya: GayaKode, sel: int) -> GayaKode:
    return gaya._replace(pemisah="", cell_count=sel)


def _baca_sel_campur(values: Sequence[object]) -> BacaKode | None:
    """Read cells of any kind, with gaps, spoken pairs, whole prefixes or damage."""
    blank = [value is None or (isinstance(value, str) and not rapikan(value)) for value in values]
    filled = [value for value, empty in zip(values, blank, strict=True) if not empty]
    if len(filled) <= 1 and (not filled or not blank[0]):
        return baca_kode(filled[0]) if filled else None
    cells = []
    for value in filled:
        cell = _baca_sel(value)
        if cell is None:
            return None
        cells.append(cell)
    text = " ".join(cell.teks for cell in cells)
    if any(blank[: len(filled)]):
        return BacaKode(None, SalahKode.KOSONG_DI_TENGAH, text, GayaKode(cell_count=len(filled)))
    if all(
        len(upper.parts) < len(lower.parts) and str(upper.parts[0]) == str(lower.parts[0])
        for upper, lower in pairwise(cells)
    ):
        read = baca_kode(filled[-1])
        return read and read._replace(gaya=read.gaya._replace(cell_count=len(filled)))
    made = susun_kode([part for cell in cells for part in cell.parts])
    wrong = next((cell.salah for cell in cells if cell.salah), None) or made.salah
    # As in one cell: a letter for the first number may as well be a Roman numeral.
    sure = cells[0].salah is not SalahKode.HURUF or made.berlapis
    style = GayaKode("", made.berlapis, made.digit_sub, cell_count=len(filled))
    return BacaKode(made.kode if sure else None, wrong, text, style)


def kode_bersama(values: Sequence[object]) -> bool:
    """Tell whether filled cells hold the parts of one code, each the next ones.

    The first may hold a code that the others go on with (2.17 | 01, 2.17.01.2.01 | 0001), a later
    one only one part, or kewenangan and kegiatan (2.01). Whole codes side by side, as in a head
    across, are none.
    """
    place = 0
    for value in values:
        if type(value) is str and len(value) <= 4 and value.isascii() and value.isdigit():
            parts: list[str | int] = [value]  # one part, as nearly all cells hold
        elif (cell := _baca_sel(value)) is None or any(len(str(part)) > 4 for part in cell.parts):
            return False
        else:
            parts = cell.parts
        if len(parts) > 1:
            allowed = place == 3 and len(parts) == 2 if place else len(parts) in (2, 3, 5)
            short = len(str(parts[0])) == 1 or isinstance(value, datetime.date)
            if not (allowed and short):
                return False
        place += len(parts)
    return _menyambung(values)


def _menyambung(values: Sequence[object]) -> bool:
    """Tell whether cells go on with the first, where that holds a whole code.

    Below a program and a kegiatan only texts written as the parts there do: a number beside a code
    may be any number, and the same bidang again begins another code.
    """
    head = _baca_sel(values[0])
    if head is None or len(head.parts) < 3:
        return True
    form = r"\d\.\d\d" if len(head.parts) == 3 else r"\d\d(?:\d\d)?"
    after = values[1]
    bidang = ".".join(map(str, head.parts[:2]))
    return isinstance(after, str) and after != bidang and re.fullmatch(form, after) is not None


def kode_bertingkat(values: Sequence[object]) -> bool:
    """Tell whether each of the cells holds a whole code, one below the other (2 | 2.17 | ...)."""
    cells = [_baca_sel(value) for value in values]
    codes = [susun_kode(cell.parts).kode if cell else None for cell in cells]
    return all(
        upper is not None and lower is not None and lower.di_bawah(upper)
        for upper, lower in pairwise(codes)
    )


_AWAL = re.compile(
    r"([1-9Xx](?:[.\-](?:[0-9]{1,4}|[Xx]{1,2})){1,5}|[1-9](?: +[0-9]{1,4}){2,5})"
    r"(?: |[.:)\-] ?|(?= ?\())[ .:)\-]*((?:[\"'(] *)?[^\W\d_]{2,}.*)"
)
_BILANGAN = frozenset({"ribu", "juta", "miliar", "milyar", "triliun", "trilyun"})


@lru_cache(maxsize=1 << 14)
def kode_di_awal(text: str) -> tuple[BacaKode, str] | None:
    """Read the code that a text begins with, and the name after it; None when there is none.

    Chapter numbers (`1.1.2 Latar belakang`), quantities (`1.25 juta`) and amounts look alike: short
    codes count only with the two-digit bidang of the national list, a lone bidang only before a
    capital. The name is returned with line breaks and odd spaces as plain blanks. Where another
    line begins with another code of the bidang, the cell holds several (BEBERAPA).
    """
    found = _AWAL.fullmatch(rapikan(text))
    read = _baca_teks(found[1]) if found else None
    if not found or not read:
        return None
    parts = re.split(r"[.\- ]+", found[1])
    name = found[2]
    widths = [len(part) for part in parts[1:3]]
    known = read.kode is not None and bidang_dikenal(read.kode)
    if len(parts) == 2:
        word = re.findall(r"[^\W\d_]+", name)[0]
        sure = known and widths == [2] and "." in found[1]
        sure = sure and word[0].isupper() and len(word) > 3 and word.lower() not in _BILANGAN
    elif len(parts) == 3:
        sure = known and (widths == [2, 2] or (2 in widths and " " not in found[1]))
    elif len(parts) == 4:
        sure = read.salah is SalahKode.EMPAT_BAGIAN and widths == [2, 2]
    else:
        sure = read.kode is not None
    if not sure:
        return None
    if read.kode is not None and any(_kode_lain(line, read.kode) for line in _baris_lain(text)):
        read = BacaKode(None, SalahKode.BEBERAPA, text)
    return read, name


def _baris_lain(text: str) -> list[str]:
    """Return the lines of a cell below the first."""
    return re.split(r"[\r\n;]+", text.strip())[1:]


def _kode_lain(line: str, kode: Kode) -> bool:
    """Tell whether a line begins with another code of the same bidang."""
    begins = kode_di_awal(line)
    read = begins[0] if begins else _baca_teks(line)
    other = read.kode if read else None
    return (
        other is not None
        and other != kode
        and other.bidang is not None
        and (other.bidang == kode.bidang)
    )


_OPD = re.compile(
    r"(\d)[.\- ](\d\d?)[.\- ](\d)[.\- ](\d\d?)[.\- ](\d)[.\- ](\d\d?)[.\- ](\d\d?)[.\- ](\d{1,4})",
    re.ASCII,
)

_OPD_DI_DEPAN = re.compile(rf"({_OPD.pattern})[.\- /]+(?=\d)", re.ASCII)


def baca_kode_opd(value: object) -> KodeOpd | None:
    """Read the code of an OPD, `2.17.3.30.0.00.01.0000`; None when the value is not one."""
    found = _OPD.fullmatch(rapikan(value).rstrip(".")) if isinstance(value, str) else None
    if not found:
        return None
    numbers = [int(digits) for digits in found.groups()]
    pairs = [(numbers[place], numbers[place + 1]) for place in (0, 2, 4)]
    bidang = tuple(Kode(pair) for pair in pairs if all(pair))
    return KodeOpd(bidang, numbers[6], numbers[7]) if all(pairs[0]) else None
