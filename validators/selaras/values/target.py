"""Targets and what was reached: "98,57%", "29 orang / bulan", "84,8 (A)", "1 paket ; 2 unit".

One cell may name several values, for several indicators: they are read in the order written.
Numbers are Decimal; never float.
"""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from selaras.values.cumulative import STATES, is_cumulative
from selaras.values.fold import fold, tidy
from selaras.values.rupiah import read_money

ValueKind = Literal["persen", "grade", "jumlah", "teks"]


def _split_words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MONEY = "rupiah"


class TargetValue(NamedTuple):
    """One value of a target.

    `number` is the number (98.57 for "98,57%", whole rupiah for "Rp 1,5 miliar"), `measure` its
    unit folded for comparing ("persen", "orang bulan", "" for none), `grade` a grade or predicate
    in capitals ("A", "WTP", "BAIK"), `up_to` the upper end of a range, `comparator` a sign before
    the number ("≥", "<" ...), and `text` what was written. Where no number and no grade can be
    read, `kind` is "teks".
    """

    number: Decimal | None
    measure: str
    kind: ValueKind
    grade: str | None
    up_to: Decimal | None
    text: str
    comparator: str = ""

    @property
    def is_cumulative(self) -> bool | None:
        """Whether values of several years add up: True for counted things, False for percentages,
        indexes and grades; None where no unit tells, as in `selaras.values.cumulative`."""
        if self.kind in ("persen", "grade"):
            return False
        return None if self.kind == "teks" else is_cumulative(self.measure)


Target: TypeAlias = tuple[TargetValue, ...]

_NONE_WORDS = frozenset({"nihil", "tidak ada", "n/a", "kosong"})

_GRADE = re.compile(r"(?:[a-e]|aa|bb|cc|dd)[+-]?|wtp(?:[ -]?dpp)?|wdp|tmp|tw", re.IGNORECASE)
_PREDICATES = frozenset(
    {
        prefix + words
        for prefix in ("", "sangat ", "cukup ", "kurang ", "amat ")
        for words in ("baik", "memuaskan", "tinggi", "rendah", "inovatif", "informatif", "puas")
    }
    | {"cukup", "kurang", "sedang", "istimewa", "menuju informatif", "tidak informatif"}
    | {"pratama", "madya", "nindya", "utama", "paripurna", "berkembang", "maju", "mandiri"}
    | {"hijau", "kuning", "merah", "prima", "terkendali"}
)

#: Units that are measured, not counted: "2,125 km" has a fraction, "2,125 orang" cannot.
_MEASURED_UNITS = _split_words("km m meter m2 m3 ha hektar ton kg gram liter kw mw kwh jam")
_TERBILANG = _split_words(
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus "
    "ratus seribu ribu juta"
)
#: Words and letters that multiply an amount of money.
_MULTIPLIERS = _split_words("ribu rb juta jt miliar milyar milyard m triliun trilyun t")
_SHORT_FORMS = {
    "org": "orang",
    "dok": "dokumen",
    "lap": "laporan",
    "bln": "bulan",
    "thn": "tahun",
    "keg": "kegiatan",
    "kec": "kecamatan",
    "pkt": "paket",
    "kop": "koperasi",
    "rp": _MONEY,
    "idr": _MONEY,
}

_BULLET = r"(?:[-*•] +|(?:[a-z]|[0-9]{1,2})[.)] +(?=\S))"
#: A value ends at ";", and at a line break that a number follows: other breaks only wrap a line.
#: It ends at a comma, slash, "&" or "dan" where a unit stands before and a number after it:
#: "30 %, 0%", but "98,57" and "orang / bulan".
_SEPARATOR = re.compile(
    rf";|\n(?={_BULLET}?[≥≤<>±]? *-?[0-9])"
    r"|(?<=[%)a-z])\s*(?:[,/&]|\bdan\b)\s*(?=[≥≤<>±-]?\s*[0-9])",
    re.IGNORECASE,
)
_LEADING_BULLET = re.compile(_BULLET, re.IGNORECASE)
#: Words before a value: those that only introduce it, and those that bound it.
_OPENING_WORDS = re.compile(
    r"(nilai|predikat|kategori|opini|sebanyak|sebesar|target|minimal|min|paling sedikit|lebih dari"
    r"|maksimal|maks|max|paling banyak|kurang dari)(?![a-z])[.:]* *",
    re.IGNORECASE,
)
_BOUND_WORDS = {
    "minimal": "≥",
    "min": "≥",
    "paling sedikit": "≥",
    "lebih dari": ">",
    "maksimal": "≤",
    "maks": "≤",
    "max": "≤",
    "paling banyak": "≤",
    "kurang dari": "<",
}
_BOUND_PATTERN = re.compile(r"(>=|=>|<=|=<|[≥≤<>±]) *")
_BOUND_SIGNS = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤"}
_LEADING_MEASURE = re.compile(
    r"(indeks|index|level|tingkat|peringkat|skor|poin|rasio|rp|idr)(?![a-z])[.: ]*(?=\d)",
    re.IGNORECASE,
)
_NUM = r"[0-9]+(?:[.,][0-9]+)*"
_NUMBER = re.compile(
    rf"(-?)({_NUM}) *(%?)(?: *(?:-|s/d|s\.d\.?|sd|sampai(?: dengan)?) *({_NUM}) *(%?))?"
    r"(?![.,]?[0-9]|e[+-]?[0-9])(.*)",  # "1e3" is not 1 of a thing called e3
    re.IGNORECASE,
)
#: An error of Excel that became text: "#DIV/0!" holds no second value.
_ERROR_VALUE = re.compile(r"\s*#[a-z]+/[0a][!?]?\s*", re.IGNORECASE)
#: The second number where one is counted for so many of another: "105/14 Orang/bulan".
_PER = re.compile(r" */ *([0-9]{1,4}) +([^\W\d].*?/.+)")
_BRACKET = re.compile(r"\( *([^()]*?) *\) *(.*)")


def read_target(value: object, number_format: str = "General") -> Target | None:
    """Read the values of a target cell, in order; None where the cell says that there is none.

    A number cell is read as it is shown: 0.9857 in a percent format is 98.57 persen, a unit in
    the format (`0 "orang"`) counts. Blank, dashes and "nihil" are none. Never raises.
    """
    if value is None:
        return None
    if isinstance(value, str):
        return _read_text(value)
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        if isinstance(value, int) or math.isfinite(value):
            return (_read_number(value, number_format),)
    elif isinstance(value, datetime.date):
        # Excel takes "10-12" for a date; which numbers were typed is lost.
        return (_build_unreadable(value.isoformat()),)
    return (_build_unreadable(str(value)),)


def add_measure(target: Target, measure: str, is_text: bool = True) -> Target:
    """Return the values with the unit that stands in a cell of its own, where they lack one.

    `is_text` tells that the values were written as text: what a number cell holds is certain.
    Several values take one unit each where the cell has as many lines, else all the same one.
    """
    units = [_fold_measure(line) for line in measure.splitlines() if _fold_measure(line)]
    if len(units) != len(target):
        units = units * len(target) if len(units) == 1 else [""] * len(target)
    return tuple(
        _add_measure(value, unit, is_text) if unit and not value.measure else value
        for value, unit in zip(target, units, strict=True)
    )


def _add_measure(value: TargetValue, unit: str, is_text: bool) -> TargetValue:
    if value.kind != "jumlah":
        return value
    # The unit tells whether "1,250" is a thousand or a fraction. 750 in a column of "juta rupiah"
    # stays 750, in that unit.
    (read,) = (is_text and _read_text(f"{value.text} {unit}")) or (value,)
    number = read.number if read.kind != "teks" and read.measure == unit else value.number
    kind: ValueKind = "persen" if unit.split(" ", 1)[0] == "persen" else "jumlah"
    return value._replace(number=number, measure=unit, kind=kind)


class OtherMeaning(NamedTuple):
    """Another number that a text may mean, and the sign that leaves the doubt, "." or ","."""

    sign: str
    number: Decimal


_THREE_DIGITS = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2})([.,])([0-9]{3})(?![.,]?[0-9])")


def find_other_meaning(value: TargetValue) -> OtherMeaning | None:
    """Return what else the number of a text may mean: 1500 for "1,500", 1,5 for "1.500".

    None where it can mean one number only, by its digits or by its unit.
    """
    found = _THREE_DIGITS.search(value.text)
    if found is None or value.number is None:
        return None
    head, sign, tail = found.groups()
    small = bool(value.grade) or value.measure == "persen"
    if _is_counted(value.measure, value.grade) or (small and sign == ","):
        return None
    digits = Decimal(head + tail)
    if abs(value.number) == digits:
        return OtherMeaning(sign, value.number / 1000)
    return OtherMeaning(sign, value.number * 1000) if abs(value.number) * 1000 == digits else None


def is_same_target(a: Target | None, b: Target | None) -> bool:
    """Tell whether two targets mean the same.

    Spelling makes no difference, and what only one of them says does not contradict: a number
    without unit agrees with the same number in any unit, "84,8" and "A" with "84,8 (A)".
    """
    if a is None or b is None:
        return a is b
    return len(a) == len(b) and all(map(_is_same_value, a, b))


def _is_same_value(a: TargetValue, b: TargetValue) -> bool:
    if a.kind == "teks" or b.kind == "teks":
        return a.kind == b.kind and fold(a.text) == fold(b.text)
    if a.number is None or b.number is None:
        return a.grade is not None and a.grade == b.grade
    if (a.number, a.up_to, a.comparator) != (b.number, b.up_to, b.comparator):
        return False
    if a.grade and b.grade and a.grade != b.grade:
        return False
    bare = any(value.kind == "jumlah" and not value.measure for value in (a, b))
    return bare or (a.kind, a.measure) == (b.kind, b.measure)


def _build_unreadable(text: str) -> TargetValue:
    return TargetValue(None, "", "teks", None, None, text)


@lru_cache(maxsize=256)
def _read_format(number_format: str) -> tuple[bool, str]:
    """Tell whether a number format shows hundredths as percent, and the unit that it appends."""
    section = number_format.split(";", 1)[0]
    unit = _fold_measure(" ".join(re.findall(r'"([^"]*)"', section)))
    return "%" in re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", section), unit


def _read_number(value: float | Decimal, number_format: str) -> TargetValue:
    percent, unit = _read_format(number_format)
    # Excel keeps and shows 15 digits; what a float has beyond them nobody typed.
    text = format(value, ".15g") if isinstance(value, float) else str(value)
    number = Decimal(text)
    if percent:
        return TargetValue(number.scaleb(2), "persen", "persen", None, None, text)
    return TargetValue(number, unit, "persen" if unit == "persen" else "jumlah", None, None, text)


@lru_cache(maxsize=1 << 15)
def _read_text(text: str) -> Target | None:
    if "#" in text and _ERROR_VALUE.fullmatch(text):
        return (_build_unreadable(text.strip()),)
    # Line breaks may part values, so they must outlive the tidying of blanks.
    lines = [line for line in map(tidy, text.splitlines()) if line]
    pieces = [piece.replace("\n", " ").strip() for piece in _SEPARATOR.split("\n".join(lines))]
    filled = [piece for piece in pieces if piece]
    if all(not piece.strip("- .") or piece.lower() in _NONE_WORDS for piece in filled):
        return None
    return tuple(_read_one(piece) for piece in filled)


def _read_one(text: str) -> TargetValue:
    """Read one value; what has neither number nor grade in front is text."""
    body = text[found.end() :] if (found := _LEADING_BULLET.match(text)) else text
    bound = ""
    while found := _OPENING_WORDS.match(body):
        bound = _BOUND_WORDS.get(found[1].lower(), bound)
        body = body[found.end() :]
    if found := _BOUND_PATTERN.match(body):
        bound = _BOUND_SIGNS.get(found[1], found[1])
        body = body[found.end() :]
    unit = ""
    if found := _LEADING_MEASURE.match(body):
        unit = _fold_measure(found[1])
        body = body[found.end() :]
    number = _NUMBER.fullmatch(body)
    if number is None:
        return _read_grade(text, body)
    minus, digits, percent, upper, percent_after, rest = number.groups()
    times = ""
    if counted := _PER.fullmatch(rest):
        times, rest = f" per {counted[1]}", counted[2]
    grade, rest = _peel_bracket(rest.strip())
    behind = _fold_measure((percent or percent_after or "") + rest) + times
    if _MONEY in (unit, *behind.split(" ")):
        if (money := read_money(body)) and money.amount is not None:
            return TargetValue(Decimal(money.amount), _MONEY, "jumlah", None, None, text, bound)
        if unit and behind.split(" ", 1)[0] in _MULTIPLIERS:
            return _build_unreadable(text)  # "Rp 1-2 juta" is neither 1 nor 2 rupiah
    unit = unit or behind
    first = _read_digits(minus + digits, unit, grade)
    last = _read_digits(upper, unit, grade) if upper else None
    if first is None or (upper and last is None) or unit[:1].isdigit():
        return _build_unreadable(text)
    kind: ValueKind = (
        "grade" if grade else "persen" if unit.split(" ", 1)[0] == "persen" else "jumlah"
    )
    return TargetValue(first, unit, kind, grade, last, text, bound)


def _read_grade(text: str, body: str) -> TargetValue:
    """Read a grade, alone or with a number in brackets: "WTP", "Sangat Baik", "A (84,8)"."""
    head, _, inside = body.partition("(")
    grade = _recognise_grade(head)
    if grade is None:
        return _build_unreadable(text)
    inner = inside.rstrip(") ")
    number = _read_digits(inner, "", grade) if re.fullmatch(_NUM, inner) else None
    return TargetValue(number, "", "grade", grade, None, text)


def _recognise_grade(text: str) -> str | None:
    word = text.strip(" .")
    known = _GRADE.fullmatch(word) or fold(word) in _PREDICATES
    return " ".join(word.upper().split()) if known else None


def _peel_bracket(rest: str) -> tuple[str | None, str]:
    """Take the bracket behind a number off: a grade counts, a number in words says nothing new."""
    found = _BRACKET.fullmatch(rest)
    if not found:
        return None, rest
    grade = _recognise_grade(found[1])
    if grade:
        return grade, found[2]
    words = fold(found[1]).split()
    return None, found[2] if words and _TERBILANG.issuperset(words) else rest


def _fold_measure(text: str) -> str:
    return " ".join([_SHORT_FORMS.get(word, word) for word in fold(text).split()])


def _is_small(unit: str, grade: str | None) -> bool:
    """Tell whether a value is a grade, percentage or index, which do not reach thousands."""
    return bool(grade) or unit.split(" ", 1)[0] in STATES


def _is_counted(unit: str, grade: str | None) -> bool:
    """Tell whether a unit is of things that are counted, so that no number has a fraction."""
    return (
        bool(unit) and not _is_small(unit, grade) and unit.split(" ", 1)[0] not in _MEASURED_UNITS
    )


def _read_digits(text: str, unit: str, grade: str | None) -> Decimal | None:
    """Read the digits of a target; None where their groups are broken.

    A lone group of three digits after a dot is a thousand ("3.543 UM"), but a fraction in
    percentages and grades, which do not reach thousands. After a comma it is a fraction, but a
    thousand where things are counted.
    """
    separators = re.sub("[^.,]", "", text)
    if len(separators) == 1:
        head, tail = text.split(separators)
        groups = len(tail) == 3 and re.fullmatch("-?[1-9][0-9]{0,2}", head) is not None
        thousands = groups and (
            _is_counted(unit, grade) or (separators == "." and not _is_small(unit, grade))
        )
        return Decimal(head + ("" if thousands else ".") + tail)
    for group, point in ((".", ","), (",", ".")):
        pattern = rf"-?[0-9]{{1,3}}(?:\{group}[0-9]{{3}})+(?:\{point}[0-9]+)?"
        if re.fullmatch(pattern, text):
            return Decimal(text.replace(group, "").replace(point, "."))
    return None if separators else Decimal(text)
