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
from selaras.values.fold import lipat, rapikan
from selaras.values.rupiah import baca_uang

Jenis = Literal["persen", "grade", "jumlah", "teks"]


def _kata(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UANG = "rupiah"


class Nilai(NamedTuple):
    """One value of a target.

    `angka` is the number (98.57 for "98,57%", whole rupiah for "Rp 1,5 miliar"), `satuan` its unit
    folded for comparing ("persen", "orang bulan", "" for none), `grade` a grade or predicate in
    capitals ("A", "WTP", "BAIK"), `sampai` the upper end of a range, `banding` a sign before the
    number ("≥", "<" ...), and `teks` what was written. Where no number and no grade can be read,
    `jenis` is "teks".
    """

    angka: Decimal | None
    satuan: str
    jenis: Jenis
    grade: str | None
    sampai: Decimal | None
    teks: str
    banding: str = ""

    @property
    def kumulatif(self) -> bool | None:
        """Whether values of several years add up: True for counted things, False for percentages,
        indexes and grades; None where no unit tells, as in `selaras.values.cumulative`."""
        if self.jenis in ("persen", "grade"):
            return False
        return None if self.jenis == "teks" else is_cumulative(self.satuan)


Sasaran: TypeAlias = tuple[Nilai, ...]

_KOSONG = frozenset({"nihil", "tidak ada", "n/a", "kosong"})

_GRADE = re.compile(r"(?:[a-e]|aa|bb|cc|dd)[+-]?|wtp(?:[ -]?dpp)?|wdp|tmp|tw", re.IGNORECASE)
_PREDIKAT = frozenset(
    {
        awal + kata
        for awal in ("", "sangat ", "cukup ", "kurang ", "amat ")
        for kata in ("baik", "memuaskan", "tinggi", "rendah", "inovatif", "informatif", "puas")
    }
    | {"cukup", "kurang", "sedang", "istimewa", "menuju informatif", "tidak informatif"}
    | {"pratama", "madya", "nindya", "utama", "paripurna", "berkembang", "maju", "mandiri"}
    | {"hijau", "kuning", "merah", "prima", "terkendali"}
)

#: Units that are measured, not counted: "2,125 km" has a fraction, "2,125 orang" cannot.
_UKURAN = _kata("km m meter m2 m3 ha hektar ton kg gram liter kw mw kwh jam")
_TERBILANG = _kata(
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus "
    "ratus seribu ribu juta"
)
#: Words and letters that multiply an amount of money.
_KALI = _kata("ribu rb juta jt miliar milyar milyard m triliun trilyun t")
_SINGKATAN = {
    "org": "orang",
    "dok": "dokumen",
    "lap": "laporan",
    "bln": "bulan",
    "thn": "tahun",
    "keg": "kegiatan",
    "kec": "kecamatan",
    "pkt": "paket",
    "kop": "koperasi",
    "rp": _UANG,
    "idr": _UANG,
}

_BUTIR = r"(?:[-*•] +|(?:[a-z]|[0-9]{1,2})[.)] +(?=\S))"
#: A value ends at ";", and at a line break that a number follows: other breaks only wrap a line.
#: It ends at a comma, slash, "&" or "dan" where a unit stands before and a number after it:
#: "30 %, 0%", but "98,57" and "orang / bulan".
_PISAH = re.compile(
    rf";|\n(?={_BUTIR}?[≥≤<>±]? *-?[0-9])"
    r"|(?<=[%)a-z])\s*(?:[,/&]|\bdan\b)\s*(?=[≥≤<>±-]?\s*[0-9])",
    re.IGNORECASE,
)
_BUTIR_AWAL = re.compile(_BUTIR, re.IGNORECASE)
#: Words before a value: those that only introduce it, and those that bound it.
_PEMBUKA = re.compile(
    r"(nilai|predikat|kategori|opini|sebanyak|sebesar|target|minimal|min|paling sedikit|lebih dari"
    r"|maksimal|maks|max|paling banyak|kurang dari)(?![a-z])[.:]* *",
    re.IGNORECASE,
)
_BATAS_KATA = {
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
_BATAS_TANDA = re.compile(r"(>=|=>|<=|=<|[≥≤<>±]) *")
_BATAS = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤"}
_UKUR_DEPAN = re.compile(
    r"(indeks|index|level|tingkat|peringkat|skor|poin|rasio|rp|idr)(?![a-z])[.: ]*(?=\d)",
    re.IGNORECASE,
)
_NUM = r"[0-9]+(?:[.,][0-9]+)*"
_ANGKA = re.compile(
    rf"(-?)({_NUM}) *(%?)(?: *(?:-|s/d|s\.d\.?|sd|sampai(?: dengan)?) *({_NUM}) *(%?))?"
    r"(?![.,]?[0-9]|e[+-]?[0-9])(.*)",  # "1e3" is not 1 of a thing called e3
    re.IGNORECASE,
)
#: An error of Excel that became text: "#DIV/0!" holds no second value.
_GALAT = re.compile(r"\s*#[a-z]+/[0a][!?]?\s*", re.IGNORECASE)
#: The second number where one is counted for so many of another: "105/14 Orang/bulan".
_UNTUK = re.compile(r" */ *([0-9]{1,4}) +([^\W\d].*?/.+)")
_KURUNG = re.compile(r"\( *([^()]*?) *\) *(.*)")


def baca_sasaran(value: object, number_format: str = "General") -> Sasaran | None:
    """Read the values of a target cell, in order; None where the cell says that there is none.

    A number cell is read as it is shown: 0.9857 in a percent format is 98.57 persen, a unit in
    the format (`0 "orang"`) counts. Blank, dashes and "nihil" are none. Never raises.
    """
    if value is None:
        return None
    if isinstance(value, str):
        return _baca_teks(value)
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        if isinstance(value, int) or math.isfinite(value):
            return (_baca_angka(value, number_format),)
    elif isinstance(value, datetime.date):
        # Excel takes "10-12" for a date; which numbers were typed is lost.
        return (_tak_terbaca(value.isoformat()),)
    return (_tak_terbaca(str(value)),)


def dengan_satuan(sasaran: Sasaran, satuan: str, tertulis: bool = True) -> Sasaran:
    """Return the values with the unit that stands in a cell of its own, where they lack one.

    `tertulis` tells that the values were written as text: what a number cell holds is certain.
    Several values take one unit each where the cell has as many lines, else all the same one.
    """
    units = [_satuan(line) for line in satuan.splitlines() if _satuan(line)]
    if len(units) != len(sasaran):
        units = units * len(sasaran) if len(units) == 1 else [""] * len(sasaran)
    return tuple(
        _beri_satuan(value, unit, tertulis) if unit and not value.satuan else value
        for value, unit in zip(sasaran, units, strict=True)
    )


def _beri_satuan(value: Nilai, unit: str, tertulis: bool) -> Nilai:
    if value.jenis != "jumlah":
        return value
    # The unit tells whether "1,250" is a thousand or a fraction. 750 in a column of "juta rupiah"
    # stays 750, in that unit.
    (read,) = (tertulis and _baca_teks(f"{value.teks} {unit}")) or (value,)
    number = read.angka if read.jenis != "teks" and read.satuan == unit else value.angka
    jenis: Jenis = "persen" if unit.split(" ", 1)[0] == "persen" else "jumlah"
    return value._replace(angka=number, satuan=unit, jenis=jenis)


class MaknaLain(NamedTuple):
    """Another number that a text may mean, and the sign that leaves the doubt, "." or ","."""

    tanda: str
    angka: Decimal


_TIGA = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2})([.,])([0-9]{3})(?![.,]?[0-9])")


def makna_lain(value: Nilai) -> MaknaLain | None:
    """Return what else the number of a text may mean: 1500 for "1,500", 1,5 for "1.500".

    None where it can mean one number only, by its digits or by its unit.
    """
    found = _TIGA.search(value.teks)
    if found is None or value.angka is None:
        return None
    head, sign, tail = found.groups()
    small = bool(value.grade) or value.satuan == "persen"
    if _terhitung(value.satuan, value.grade) or (small and sign == ","):
        return None
    digits = Decimal(head + tail)
    if abs(value.angka) == digits:
        return MaknaLain(sign, value.angka / 1000)
    return MaknaLain(sign, value.angka * 1000) if abs(value.angka) * 1000 == digits else None


def sama(a: Sasaran | None, b: Sasaran | None) -> bool:
    """Tell whether two targets mean the same.

    Spelling makes no difference, and what only one of them says does not contradict: a number
    without unit agrees with the same number in any unit, "84,8" and "A" with "84,8 (A)".
    """
    if a is None or b is None:
        return a is b
    return len(a) == len(b) and all(map(_sama, a, b))


def _sama(a: Nilai, b: Nilai) -> bool:
    if a.jenis == "teks" or b.jenis == "teks":
        return a.jenis == b.jenis and lipat(a.teks) == lipat(b.teks)
    if a.angka is None or b.angka is None:
        return a.grade is not None and a.grade == b.grade
    if (a.angka, a.sampai, a.banding) != (b.angka, b.sampai, b.banding):
        return False
    if a.grade and b.grade and a.grade != b.grade:
        return False
    bare = any(value.jenis == "jumlah" and not value.satuan for value in (a, b))
    return bare or (a.jenis, a.satuan) == (b.jenis, b.satuan)


def _tak_terbaca(text: str) -> Nilai:
    return Nilai(None, "", "teks", None, None, text)


@lru_cache(maxsize=256)
def _baca_format(number_format: str) -> tuple[bool, str]:
    """Tell whether a number format shows hundredths as percent, and the unit that it appends."""
    section = number_format.split(";", 1)[0]
    unit = _satuan(" ".join(re.findall(r'"([^"]*)"', section)))
    return "%" in re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", section), unit


def _baca_angka(value: float | Decimal, number_format: str) -> Nilai:
    percent, unit = _baca_format(number_format)
    # Excel keeps and shows 15 digits; what a float has beyond them nobody typed.
    text = format(value, ".15g") if isinstance(value, float) else str(value)
    number = Decimal(text)
    if percent:
        return Nilai(number.scaleb(2), "persen", "persen", None, None, text)
    return Nilai(number, unit, "persen" if unit == "persen" else "jumlah", None, None, text)


@lru_cache(maxsize=1 << 15)
def _baca_teks(text: str) -> Sasaran | None:
    if "#" in text and _GALAT.fullmatch(text):
        return (_tak_terbaca(text.strip()),)
    # Line breaks may part values, so they must outlive the tidying of blanks.
    lines = [line for line in map(rapikan, text.splitlines()) if line]
    pieces = [piece.replace("\n", " ").strip() for piece in _PISAH.split("\n".join(lines))]
    filled = [piece for piece in pieces if piece]
    if all(not piece.strip("- .") or piece.lower() in _KOSONG for piece in filled):
        return None
    return tuple(_baca_satu(piece) for piece in filled)


def _baca_satu(text: str) -> Nilai:
    """Read one value; what has neither number nor grade in front is text."""
    body = text[found.end() :] if (found := _BUTIR_AWAL.match(text)) else text
    bound = ""
    while found := _PEMBUKA.match(body):
        bound = _BATAS_KATA.get(found[1].lower(), bound)
        body = body[found.end() :]
    if found := _BATAS_TANDA.match(body):
        bound = _BATAS.get(found[1], found[1])
        body = body[found.end() :]
    unit = ""
    if found := _UKUR_DEPAN.match(body):
        unit = _satuan(found[1])
        body = body[found.end() :]
    number = _ANGKA.fullmatch(body)
    if number is None:
        return _baca_grade(text, body)
    minus, digits, percent, upper, percent_after, rest = number.groups()
    times = ""
    if counted := _UNTUK.fullmatch(rest):
        times, rest = f" per {counted[1]}", counted[2]
    grade, rest = _kupas_kurung(rest.strip())
    behind = _satuan((percent or percent_after or "") + rest) + times
    if _UANG in (unit, *behind.split(" ")):
        if (money := baca_uang(body)) and money.jumlah is not None:
            return Nilai(Decimal(money.jumlah), _UANG, "jumlah", None, None, text, bound)
        if unit and behind.split(" ", 1)[0] in _KALI:
            return _tak_terbaca(text)  # "Rp 1-2 juta" is neither 1 nor 2 rupiah
    unit = unit or behind
    first = _bilangan(minus + digits, unit, grade)
    last = _bilangan(upper, unit, grade) if upper else None
    if first is None or (upper and last is None) or unit[:1].isdigit():
        return _tak_terbaca(text)
    jenis: Jenis = "grade" if grade else "persen" if unit.split(" ", 1)[0] == "persen" else "jumlah"
    return Nilai(first, unit, jenis, grade, last, text, bound)


def _baca_grade(text: str, body: str) -> Nilai:
    """Read a grade, alone or with a number in brackets: "WTP", "Sangat Baik", "A (84,8)"."""
    head, _, inside = body.partition("(")
    grade = _kenali_grade(head)
    if grade is None:
        return _tak_terbaca(text)
    inner = inside.rstrip(") ")
    number = _bilangan(inner, "", grade) if re.fullmatch(_NUM, inner) else None
    return Nilai(number, "", "grade", grade, None, text)


def _kenali_grade(text: str) -> str | None:
    word = text.strip(" .")
    known = _GRADE.fullmatch(word) or lipat(word) in _PREDIKAT
    return " ".join(word.upper().split()) if known else None


def _kupas_kurung(rest: str) -> tuple[str | None, str]:
    """Take the bracket behind a number off: a grade counts, a number in words says nothing new."""
    found = _KURUNG.fullmatch(rest)
    if not found:
        return None, rest
    grade = _kenali_grade(found[1])
    if grade:
        return grade, found[2]
    words = lipat(found[1]).split()
    return None, found[2] if words and _TERBILANG.issuperset(words) else rest


def _satuan(text: str) -> str:
    return " ".join([_SINGKATAN.get(word, word) for word in lipat(text).split()])


def _kecil(unit: str, grade: str | None) -> bool:
    """Tell whether a value is a grade, percentage or index, which do not reach thousands."""
    return bool(grade) or unit.split(" ", 1)[0] in STATES


def _terhitung(unit: str, grade: str | None) -> bool:
    """Tell whether a unit is of things that are counted, so that no number has a fraction."""
    return bool(unit) and not _kecil(unit, grade) and unit.split(" ", 1)[0] not in _UKURAN


def _bilangan(text: str, unit: str, grade: str | None) -> Decimal | None:
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
            _terhitung(unit, grade) or (separators == "." and not _kecil(unit, grade))
        )
        return Decimal(head + ("" if thousands else ".") + tail)
    for group, point in ((".", ","), (",", ".")):
        pattern = rf"-?[0-9]{{1,3}}(?:\{group}[0-9]{{3}})+(?:\{point}[0-9]+)?"
        if re.fullmatch(pattern, text):
            return Decimal(text.replace(group, "").replace(point, "."))
    return None if separators else Decimal(text)
