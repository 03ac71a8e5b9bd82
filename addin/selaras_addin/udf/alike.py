"""What two values mean beside each other: 0,98 beside "98%", and "1,500" beside "3,000 orang".

A number that can be read in two ways is taken in one only where the value beside it, or what people
write, leaves no doubt; else the cell says so. The reading that makes a rate look right is not
thereby the right one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from selaras.reckon.shown import satuan_cocok, terukur, tulis_angka
from selaras.values.target import MaknaLain, Nilai, dengan_satuan, makna_lain
from selaras.values.text import Teks, pendek

_BERPISAH = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
#: Numbers as large as this are most often written with their thousands apart.
_RIBUAN = 1000


def sepadan(atas: Nilai, bawah: Nilai, teks: tuple[bool, bool]) -> tuple[Nilai, Nilai] | Teks:
    """Return both values as they are meant, or what can be read in two ways.

    `teks` tells of each whether its cell holds a text. Values that cannot be held against each
    other come back as they are.
    """
    if not (terukur(atas) and terukur(bawah) and satuan_cocok((atas, bawah))):
        return atas, bawah
    over = _bersatuan(atas, bawah, teks[0])
    if isinstance(over, Teks):
        return over
    under = _bersatuan(bawah, atas, teks[1])
    return under if isinstance(under, Teks) else _berpisah(over, under, teks)


def _bersatuan(value: Nilai, beside: Nilai, text: bool) -> Nilai | Teks:
    """Return a value in the unit of the one beside it, where it has none."""
    if value.satuan or not beside.satuan:
        return value
    if text:
        (value,) = dengan_satuan((value,), beside.satuan)
    if beside.satuan != "persen" or value.angka is None or beside.angka is None:
        return value
    number, share = value.angka, value.angka * 100
    value = value._replace(satuan="persen")
    small = abs(number) <= 1
    if value.jenis == "grade" or not number:
        return value
    if small and not text:
        return value._replace(angka=share)  # Excel hands 98% over as 0,98
    if small or (not text and _lebih_dekat(share, number, beside.angka)):
        return _dua_arti(value, text, (number, share), "%")
    return value


def _berpisah(atas: Nilai, bawah: Nilai, teks: tuple[bool, bool]) -> tuple[Nilai, Nilai] | Teks:
    """Return both values with thousands where thousands are meant by a dot or a comma."""
    over = makna_lain(atas) if teks[0] else None
    under = makna_lain(bawah) if teks[1] else None
    if over and under and over.tanda == under.tanda:
        return atas, bawah  # the same rate in either reading
    a = _pilih(atas, over, bawah, teks[1]) if over else atas
    b = _pilih(bawah, under, atas, teks[0]) if under else bawah
    if isinstance(a, Teks):
        return a
    return b if isinstance(b, Teks) else (a, b)


def _pilih(value: Nilai, lain: MaknaLain, beside: Nilai, text: bool) -> Nilai | Teks:
    """Return a value in the reading that the one beside it bears out, or that it has two."""
    if value.angka is None or beside.angka is None:
        return value
    grouped = abs(value.angka) > abs(lain.angka)
    meant = _ribuan(lain.tanda, beside.teks) if text else None
    if meant is not None:
        return value if meant is grouped else value._replace(angka=lain.angka)
    large = lain.tanda == "," and not grouped and abs(beside.angka) >= _RIBUAN
    if large or _lebih_dekat(lain.angka, value.angka, beside.angka):
        return _dua_arti(value, True, sorted((value.angka, lain.angka)))
    return value


def _ribuan(sign: str, text: str) -> bool | None:
    """Tell whether a sign parts thousands in a text, not a fraction; None where it does not say."""
    found = _BERPISAH.search(text)
    if found is None:
        return None
    number = found[0]
    other = "." if sign == "," else ","
    if number.count(sign) > 1:
        return True
    if sign in number and other in number:
        return number.index(sign) < number.index(other)
    if sign in number:
        head, tail = number.split(sign)
        return None if len(tail) == 3 and len(head) <= 3 and head[0] != "0" else False
    return None  # people mix "1,500" and "2.000.000"


def _lebih_dekat(lain: Decimal, number: Decimal, beside: Decimal) -> bool:
    """Tell whether another reading of a number is nearer to what stands beside it, by factors."""
    if not number or not beside:
        return False
    first, second = (
        max(one, abs(beside)) / min(one, abs(beside)) for one in (abs(lain), abs(number))
    )
    return first < second


def _dua_arti(value: Nilai, text: bool, readings: Sequence[Decimal], tail: str = "") -> Teks:
    """Return the sentence that a value can be read in two ways."""
    a, b = (_tulis(number) + Teks(tail, tail) for number in readings)
    cell = pendek(value.teks, 60)
    cells = Teks(f"“{cell}”", f"“{cell}”") if text else _tulis(value.angka or Decimal())
    return Teks(
        f"{cells.id} dapat dibaca {a.id} atau {b.id}: isikan realisasi dan target sebagai angka "
        "dengan format yang sama.",
        f"{cells.en} can be read as {a.en} or {b.en}: put in both as numbers in one format.",
    )


def _tulis(number: Decimal) -> Teks:
    return Teks(tulis_angka(number), tulis_angka(number, english=True))
