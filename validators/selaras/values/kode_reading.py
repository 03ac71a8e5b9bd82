"""Codes as workbooks write them: in one cell, in several, before a name, damaged by Excel.

Every reader returns None for what is no code at all, else a `KodeReading`: the code where its
numbers are clear, and the reason where it is not written as a code should be. No reader raises.
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

from selaras.values.fold import tidy
from selaras.values.kode import (
    BIDANG_OF_URUSAN,
    Kode,
    KodeFault,
    KodeOpd,
    KodeReading,
    KodeStyle,
    Level,
    build_kode,
    is_known_bidang,
)

__all__ = [
    "BIDANG_OF_URUSAN",
    "Kode",
    "KodeFault",
    "KodeOpd",
    "KodeReading",
    "KodeStyle",
    "Level",
    "is_known_bidang",
    "is_shared_kode",
    "is_stepped_kode",
    "read_kode",
    "read_kode_opd",
    "read_leading_kode",
    "read_split_kode",
]


_LOOKALIKES = str.maketrans("OoIl", "0011")
_SHAPE = re.compile(r"[0-9XxOoIl]+(?:[ .\-]+[0-9XxOoIl]+)*")
_SEPARATOR = re.compile(r" *[.\-] *| +")
_FOREIGN_SEPARATOR = re.compile(r"[.\-,/_:;\\]+")
#: A rekening of the chart of accounts (5.1.02.01.01.0024) has the digits of a code, grouped
#: otherwise: it names what money is spent on, below the sub kegiatan.
_ACCOUNT = re.compile(r"[4-6]\.\d\.\d\d\.\d\d\.\d\d(?:\.\d{2,4})?")
#: All parts but the last of a code in the form of the regulation, as nearly all cells have it.
_STANDARD_FRONT = re.compile(r"[1-9](?:\.\d\d(?:\.\d\d(?:\.[1-9](?:\.\d\d)?)?)?)?", re.ASCII)
#: How many digits the last part may have below so many parts.
_LAST_WIDTHS = {1: (2,), 2: (2,), 4: (2,), 5: (2, 4)}


@lru_cache(maxsize=1 << 16)
def _read_text(text: str) -> KodeReading | None:
    """Read a text; in the form of the regulation by its parts, which the codes beside it share."""
    head, _, tail = text.rpartition(".")
    front, last = _read_standard_front(head), _read_standard_last(tail)
    if front is None or last is None or (style := front.style.get(last.form)) is None:
        return _read_free_form(text)
    kode = Kode((*front.numbers, last.number), style.digit_sub or 2)
    return KodeReading(kode, None, text, style)


#: How many digits a part has, and whether the first is a 0.
_PartShape: TypeAlias = tuple[int, bool]


class _FrontParts(NamedTuple):
    """The parts of a code before the last one, and the styles that it may make with them."""

    numbers: tuple[int, ...]
    style: Mapping[_PartShape, KodeStyle]


class _LastPart(NamedTuple):
    """The last part of a code."""

    number: int
    form: _PartShape


@lru_cache(maxsize=1 << 14)
def _read_standard_front(text: str) -> _FrontParts | None:
    """Return the parts before the last one; None where they are not as the regulation has them."""
    if not _STANDARD_FRONT.fullmatch(text):
        return None
    numbers = tuple(map(int, text.split(".")))
    return (
        None
        if 0 in numbers
        else _FrontParts(numbers, _list_standard_styles(len(numbers), ".0" in text))
    )


@lru_cache(maxsize=16)
def _list_standard_styles(count: int, padded: bool) -> Mapping[_PartShape, KodeStyle]:
    """Return the styles of codes with so many parts before the last one."""
    return {
        (width, zero): KodeStyle(".", padded or zero or None, width if count == 5 else None)
        for width in _LAST_WIDTHS.get(count, ())
        for zero in (False, True)
    }


@lru_cache(maxsize=1 << 14)
def _read_standard_last(text: str) -> _LastPart | None:
    """Return the last part of a code; None where it is not as the regulation has it."""
    if len(text) > 4 or not (text.isascii() and text.isdigit()) or not int(text):
        return None
    return _LastPart(int(text), (len(text), text[0] == "0"))


def _read_free_form(text: str) -> KodeReading | None:
    """Read a code in any form but the regulation's."""
    if _has_several(text):
        return KodeReading(None, KodeFault.SEVERAL, text)
    plain = tidy(text).lstrip("'`")
    body = plain.rstrip(" .-")
    if (behind := _read_behind_opd(body)) is not None:
        return behind
    # Sixteen digits are more than any code has, of an OPD too: a NIP, a telephone number.
    if not body or (body.isdigit() and len(body) > 8) or len(re.findall("[0-9]", body)) > 16:
        return None
    if not _SHAPE.fullmatch(body):
        return _read_foreign(text, body)
    if _ACCOUNT.fullmatch(body):
        return None
    written = _SEPARATOR.split(body)
    if body.translate(_LOOKALIKES) != body:
        return _read_lookalikes(text, written)
    parts = [part for part in written if part]
    made = build_kode(parts)
    wrong = made.fault
    if wrong is None and len(parts) < len(written):
        wrong = KodeFault.GAP_BETWEEN
    marks = "".join(mark for mark in ".-" if mark in body)
    if not marks and len(parts) > 1:
        marks = " "
    style = KodeStyle(marks, made.is_padded, made.digit_sub, plain[-1] in ".-")
    return KodeReading(made.kode, wrong, text, style)


def _read_behind_opd(text: str) -> KodeReading | None:
    """Return the code behind that of an agency, as in `1.06.0.00.0.00.01.0000.1.06.02`."""
    found = _LEADING_OPD.match(text)
    if found is None or read_kode_opd(found[1]) is None:
        return None
    read = _read_text(text[found.end() :])
    return read if read is not None and read.kode and len(read.kode.parts) > 1 else None


#: What may stand between two codes in one cell; a blank, too, may stand within one.
_BETWEEN_KODE = re.compile(r"\s*[\n\r;,/&+]\s*|\s+(?:[-–]|dan)\s+|\s+|(?<=\d)-(?=\d\.)")

#: Names begin so, and no code does.
_LETTERS = frozenset(ascii_letters) - frozenset("Xx")
#: A code that begins after something else, as in few cells.
_FURTHER_KODE = re.compile(r"(?:[\s;,/&+]['`(\[]*[1-9Xx][.\-]|-[1-9]\.)[0-9XxOoIl]")


def _has_several(text: str) -> bool:
    """Tell whether several codes stand in one cell: what follows starts again with the bidang.

    A code that is only broken over two lines goes on instead (2.17.01, then 2.01).
    """
    if text[:1] in _LETTERS or not _FURTHER_KODE.search(text):
        return False
    pieces = [
        piece.strip(" .-'`()[]") for piece in _BETWEEN_KODE.split(text.translate(_LOOKALIKES))
    ]
    codes = [_read_tidy_kode(piece) for piece in pieces if piece]
    apart = "\n" in text or ";" in text
    return all(map(_SHAPE.fullmatch, filter(None, pieces))) and any(
        len(lower) > 1 and lower[: len(upper[:2])] == upper[:2] and (apart or len(upper) > 1)
        for upper, lower in pairwise(codes)
        if upper
    )


def _read_tidy_kode(text: str) -> tuple[int, ...]:
    """Return the numbers of a whole code; () where it is none, or not written as one should be."""
    if not _SHAPE.fullmatch(text):
        return ()
    made = build_kode([part for part in _SEPARATOR.split(text) if part])
    fine = made.fault in (None, KodeFault.PADDED_KEWENANGAN)
    return made.kode.parts if made.kode and fine else ()


def _read_lookalikes(text: str, written: list[str]) -> KodeReading | None:
    """Read a code with letters that look like its digits: O for 0, l and I for 1."""
    mixed = [part for part in written if part.translate(_LOOKALIKES) != part]
    # "I.1" counts chapters and "5 l" is a volume: a letter alone is no digit in so short a text.
    if len(written) < 3 and any(part.isalpha() for part in mixed):
        return None
    made = build_kode([part.translate(_LOOKALIKES) for part in written if part])
    sure = made.fault is None and (made.is_padded or written[0].isdigit())
    return KodeReading(made.kode if sure else None, KodeFault.LETTERS, text)


def _read_foreign(text: str, body: str) -> KodeReading | None:
    """Read what has the build of a code but signs that no code has; None for any other text."""
    core = body.strip("()[]*'\"`")
    parts = _FOREIGN_SEPARATOR.split(core)
    numeric = sum(part.isascii() and part.isdigit() for part in parts)
    if len(parts) < 3 or numeric < 2 or core[0] not in "123456789Xx" or re.search("[ %]", core):
        return None
    if any(len(part) > 4 for part in parts):
        return None
    if not re.fullmatch(r"[0-9Xx]+", "".join(parts)):
        return KodeReading(None, KodeFault.LETTERS, text)
    made = build_kode([part for part in parts if part])
    sure = made.fault is None and made.is_padded
    return KodeReading(made.kode if sure else None, KodeFault.LETTERS, text)


def _read_decimal_bidang(whole: int, tenth: int) -> tuple[int, int]:
    """Tell what bidang a number with one decimal was: 2.1 is 2.10, 1.2 can only be 1.02."""
    first, last = BIDANG_OF_URUSAN.get(whole, (0, 0))
    only_small = first <= tenth <= last and not first <= tenth * 10 <= last
    return (whole, tenth if only_small else tenth * 10)


def _read_number(value: float) -> KodeReading | None:
    """Read a number cell: 2 is an urusan, 2.17 a bidang, 2.1 a bidang that lost its zero."""
    if isinstance(value, int) or value.is_integer():
        whole = int(value)
        if abs(whole) > 99_999_999:
            return None
        if whole < 0:
            return KodeReading(None, KodeFault.WIDTH, str(whole))
        made = build_kode([whole])
        return KodeReading(made.kode, made.fault, str(whole))
    text = repr(value)
    found = re.fullmatch(r"(\d)\.(\d\d?)", text)
    if not found:
        return KodeReading(None, KodeFault.WIDTH, text) if math.isfinite(value) else None
    urusan, decimals = int(found[1]), found[2]
    if urusan == 0:
        return KodeReading(None, KodeFault.ZERO, text)
    if len(decimals) == 2:
        return KodeReading(Kode((urusan, int(decimals))), None, text)
    return KodeReading(
        Kode(_read_decimal_bidang(urusan, int(decimals))), KodeFault.EXCEL_NUMBER, text
    )


def _read_date(value: datetime.date) -> KodeReading:
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
        if 0 < guess[0] <= 9 and guess[-1] and is_known_bidang(Kode(guess[:2]))
    ]
    # With the year completed the first guess is the way that dates are typed in Indonesia.
    sure = len(codes) == 1 or (codes and len(codes[0].parts) == 2)
    written = value.date() if isinstance(value, datetime.datetime) else value
    return KodeReading(codes[0] if sure else None, KodeFault.DATE, written.isoformat())


def read_kode(value: object) -> KodeReading | None:
    """Read the code in one cell; None when it is blank or clearly holds something else.

    `X`/`XX` are read as placeholders. A number of one digit is an urusan; a number with one decimal
    has lost a zero (EXCEL_NUMBER) and the bidang of the national list is the guess. For a date
    (DATE) there is a guess where one reading is plausible.
    """
    if isinstance(value, str):
        return _read_text(value)
    if isinstance(value, (int, float)):
        return None if isinstance(value, bool) else _read_number(value)
    return _read_date(value) if isinstance(value, datetime.date) else None


class _PartCell(NamedTuple):
    """One of several cells that hold a code together."""

    parts: list[str | int]
    text: str
    fault: KodeFault | None = None


def _read_cell(value: object) -> _PartCell | None:
    """Split what one of several cells holds into parts; None when it is no part of a code."""
    if isinstance(value, str):
        plain = tidy(value).lstrip("'`").strip(" .-")
        if not _SHAPE.fullmatch(plain):
            return None
        parts = [part for part in _SEPARATOR.split(plain.translate(_LOOKALIKES)) if part]
        if plain != plain.translate(_LOOKALIKES):
            return _PartCell([*parts], plain, KodeFault.LETTERS)
        gap = len(parts) < len(_SEPARATOR.split(plain))
        return _PartCell([*parts], plain, KodeFault.GAP_BETWEEN if gap else None)
    if isinstance(value, datetime.date):
        read = _read_date(value)
        return _PartCell([value.day, value.month], read.text, read.fault)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if isinstance(value, int) or value.is_integer():
            return _PartCell([int(value)], str(int(value)))
        text = repr(value)
        if found := re.fullmatch(r"(\d{1,2})\.(\d\d?)", text):
            lost = len(found[2]) == 1
            number = int(found[2]) * (10 if lost else 1)
            return _PartCell(
                [int(found[1]), number], text, KodeFault.EXCEL_NUMBER if lost else None
            )
    return None


def read_split_kode(values: Sequence[object]) -> KodeReading | None:
    """Read a code that stands in several cells of one row, the blank ones at the end.

    A cell may hold one part, two (`2.01`, kewenangan and kegiatan as they are spoken), or the
    whole code down to its level, in which case the last cell counts. Zeros in front of a number
    cell cannot be known, so they say nothing of the style. None when all cells are blank or one
    holds text that is no part of a code.
    """
    if _PLAIN_TYPES.issuperset(map(type, values)):
        return _read_plain(tuple(values))
    return _read_mixed_cells(values)


#: Cells whose values are equal only where they are read alike, unlike 1 and True.
_PLAIN_TYPES = frozenset((str, float, int, type(None)))


@lru_cache(maxsize=1 << 15)
def _read_plain(values: tuple[str | float | None, ...]) -> KodeReading | None:
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
            return _read_parts(parts)
    return _read_mixed_cells(values)


#: How wide the parts of a code in the form of the regulation are.
_STANDARD_WIDTHS = {(1, 2), (1, 2, 2), (1, 2, 2, 1, 2), (1, 2, 2, 1, 2, 2), (1, 2, 2, 1, 2, 4)}


def _read_parts(parts: Sequence[str | int]) -> KodeReading:
    """Read cells of one part each, as split codes nearly always are."""
    written = [part for part in parts if isinstance(part, str)]
    read = None
    if len(written) == len(parts) and tuple(map(len, written)) in _STANDARD_WIDTHS:
        read = _read_text(".".join(written))
    if read is not None:
        style = _build_split_style(read.style, len(parts))
        return KodeReading(read.kode, read.fault, " ".join(written), style)
    made = build_kode(parts)
    style = KodeStyle("", made.is_padded, made.digit_sub, cell_count=len(parts))
    return KodeReading(made.kode, made.fault, " ".join(map(str, parts)), style)


@lru_cache(maxsize=64)
def _build_split_style(style: KodeStyle, cells: int) -> KodeStyle:
    return style._replace(separators="", cell_count=cells)


def _read_mixed_cells(values: Sequence[object]) -> KodeReading | None:
    """Read cells of any kind, with gaps, spoken pairs, whole prefixes or damage."""
    blank = [value is None or (isinstance(value, str) and not tidy(value)) for value in values]
    filled = [value for value, empty in zip(values, blank, strict=True) if not empty]
    if len(filled) <= 1 and (not filled or not blank[0]):
        return read_kode(filled[0]) if filled else None
    cells = []
    for value in filled:
        cell = _read_cell(value)
        if cell is None:
            return None
        cells.append(cell)
    text = " ".join(cell.text for cell in cells)
    if any(blank[: len(filled)]):
        return KodeReading(None, KodeFault.GAP_BETWEEN, text, KodeStyle(cell_count=len(filled)))
    if all(
        len(upper.parts) < len(lower.parts) and str(upper.parts[0]) == str(lower.parts[0])
        for upper, lower in pairwise(cells)
    ):
        read = read_kode(filled[-1])
        return read and read._replace(style=read.style._replace(cell_count=len(filled)))
    made = build_kode([part for cell in cells for part in cell.parts])
    wrong = next((cell.fault for cell in cells if cell.fault), None) or made.fault
    # As in one cell: a letter for the first number may as well be a Roman numeral.
    sure = cells[0].fault is not KodeFault.LETTERS or made.is_padded
    style = KodeStyle("", made.is_padded, made.digit_sub, cell_count=len(filled))
    return KodeReading(made.kode if sure else None, wrong, text, style)


def is_shared_kode(values: Sequence[object]) -> bool:
    """Tell whether filled cells hold the parts of one code, each the next ones.

    The first may hold a code that the others go on with (2.17 | 01, 2.17.01.2.01 | 0001), a later
    one only one part, or kewenangan and kegiatan (2.01). Whole codes side by side, as in a head
    across, are none.
    """
    place = 0
    for value in values:
        if type(value) is str and len(value) <= 4 and value.isascii() and value.isdigit():
            parts: list[str | int] = [value]  # one part, as nearly all cells hold
        elif (cell := _read_cell(value)) is None or any(len(str(part)) > 4 for part in cell.parts):
            return False
        else:
            parts = cell.parts
        if len(parts) > 1:
            allowed = place == 3 and len(parts) == 2 if place else len(parts) in (2, 3, 5)
            short = len(str(parts[0])) == 1 or isinstance(value, datetime.date)
            if not (allowed and short):
                return False
        place += len(parts)
    return _is_continuing(values)


def _is_continuing(values: Sequence[object]) -> bool:
    """Tell whether cells go on with the first, where that holds a whole code.

    Below a program and a kegiatan only texts written as the parts there do: a number beside a code
    may be any number, and the same bidang again begins another code.
    """
    head = _read_cell(values[0])
    if head is None or len(head.parts) < 3:
        return True
    form = r"\d\.\d\d" if len(head.parts) == 3 else r"\d\d(?:\d\d)?"
    after = values[1]
    bidang = ".".join(map(str, head.parts[:2]))
    return isinstance(after, str) and after != bidang and re.fullmatch(form, after) is not None


def is_stepped_kode(values: Sequence[object]) -> bool:
    """Tell whether each of the cells holds a whole code, one below the other (2 | 2.17 | ...)."""
    cells = [_read_cell(value) for value in values]
    codes = [build_kode(cell.parts).kode if cell else None for cell in cells]
    return all(
        upper is not None and lower is not None and lower.is_below(upper)
        for upper, lower in pairwise(codes)
    )


_BEGINNING = re.compile(
    r"([1-9Xx](?:[.\-](?:[0-9]{1,4}|[Xx]{1,2})){1,5}|[1-9](?: +[0-9]{1,4}){2,5})"
    r"(?: |[.:)\-] ?|(?= ?\())[ .:)\-]*((?:[\"'(] *)?[^\W\d_]{2,}.*)"
)
_NUMBER_WORDS = frozenset({"ribu", "juta", "miliar", "milyar", "triliun", "trilyun"})


@lru_cache(maxsize=1 << 14)
def read_leading_kode(text: str) -> tuple[KodeReading, str] | None:
    """Read the code that a text begins with, and the name after it; None when there is none.

    Chapter numbers (`1.1.2 Latar belakang`), quantities (`1.25 juta`) and amounts look alike: short
    codes count only with the two-digit bidang of the national list, a lone bidang only before a
    capital. The name is returned with line breaks and odd spaces as plain blanks. Where another
    line begins with another code of the bidang, the cell holds several (BEBERAPA).
    """
    found = _BEGINNING.fullmatch(tidy(text))
    read = _read_text(found[1]) if found else None
    if not found or not read:
        return None
    parts = re.split(r"[.\- ]+", found[1])
    name = found[2]
    widths = [len(part) for part in parts[1:3]]
    known = read.kode is not None and is_known_bidang(read.kode)
    if len(parts) == 2:
        word = re.findall(r"[^\W\d_]+", name)[0]
        sure = known and widths == [2] and "." in found[1]
        sure = sure and word[0].isupper() and len(word) > 3 and word.lower() not in _NUMBER_WORDS
    elif len(parts) == 3:
        sure = known and (widths == [2, 2] or (2 in widths and " " not in found[1]))
    elif len(parts) == 4:
        sure = read.fault is KodeFault.FOUR_PARTS and widths == [2, 2]
    else:
        sure = read.kode is not None
    if not sure:
        return None
    if read.kode is not None and any(
        _is_other_kode(line, read.kode) for line in _list_further_lines(text)
    ):
        read = KodeReading(None, KodeFault.SEVERAL, text)
    return read, name


def _list_further_lines(text: str) -> list[str]:
    """Return the lines of a cell below the first."""
    return re.split(r"[\r\n;]+", text.strip())[1:]


def _is_other_kode(line: str, kode: Kode) -> bool:
    """Tell whether a line begins with another code of the same bidang."""
    begins = read_leading_kode(line)
    read = begins[0] if begins else _read_text(line)
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

_LEADING_OPD = re.compile(rf"({_OPD.pattern})[.\- /]+(?=\d)", re.ASCII)


def read_kode_opd(value: object) -> KodeOpd | None:
    """Read the code of an OPD, `2.17.3.30.0.00.01.0000`; None when the value is not one."""
    found = _OPD.fullmatch(tidy(value).rstrip(".")) if isinstance(value, str) else None
    if not found:
        return None
    numbers = [int(digits) for digits in found.groups()]
    pairs = [(numbers[place], numbers[place + 1]) for place in (0, 2, 4)]
    bidang = tuple(Kode(pair) for pair in pairs if all(pair))
    return KodeOpd(bidang, numbers[6], numbers[7]) if all(pairs[0]) else None
