"""What two values mean beside each other: 0,98 beside "98%", and "1,500" beside "3,000 orang".

A number that can be read in two ways is taken in one only where the value beside it, or what people
write, leaves no doubt; else the cell says so. The reading that makes a rate look right is not
thereby the right one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from selaras.reckon.shown import has_one_measure, is_measurable, write_number
from selaras.values.target import OtherMeaning, TargetValue, add_measure, find_other_meaning
from selaras.values.text import Text, cut_short

_SEPARATED = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
#: Numbers as large as this are most often written with their thousands apart.
_THOUSAND = 1000


def align_values(
    reached_value: TargetValue, wanted_value: TargetValue, text_flags: tuple[bool, bool]
) -> tuple[TargetValue, TargetValue] | Text:
    """Return both values as they are meant, or what can be read in two ways.

    `text_flags` tells of each whether its cell holds a text. Values that cannot be held against
    each other come back as they are.
    """
    if not (
        is_measurable(reached_value)
        and is_measurable(wanted_value)
        and has_one_measure((reached_value, wanted_value))
    ):
        return reached_value, wanted_value
    over = _align_measure(reached_value, wanted_value, text_flags[0])
    if isinstance(over, Text):
        return over
    under = _align_measure(wanted_value, reached_value, text_flags[1])
    return under if isinstance(under, Text) else _align_separators(over, under, text_flags)


def _align_measure(value: TargetValue, beside: TargetValue, is_text: bool) -> TargetValue | Text:
    """Return a value in the unit of the one beside it, where it has none."""
    if value.measure or not beside.measure:
        return value
    if is_text:
        (value,) = add_measure((value,), beside.measure)
    if beside.measure != "persen" or value.number is None or beside.number is None:
        return value
    number, share = value.number, value.number * 100
    value = value._replace(measure="persen")
    small = abs(number) <= 1
    if value.kind == "grade" or not number:
        return value
    if small and not is_text:
        return value._replace(number=share)  # Excel hands 98% over as 0,98
    if small or (not is_text and _is_nearer(share, number, beside.number)):
        return _say_two_readings(value, is_text, (number, share), "%")
    return value


def _align_separators(
    reached_value: TargetValue, wanted_value: TargetValue, text_flags: tuple[bool, bool]
) -> tuple[TargetValue, TargetValue] | Text:
    """Return both values with thousands where thousands are meant by a dot or a comma."""
    over = find_other_meaning(reached_value) if text_flags[0] else None
    under = find_other_meaning(wanted_value) if text_flags[1] else None
    if over and under and over.sign == under.sign:
        return reached_value, wanted_value  # the same rate in either reading
    a = _choose_reading(reached_value, over, wanted_value, text_flags[1]) if over else reached_value
    b = (
        _choose_reading(wanted_value, under, reached_value, text_flags[0])
        if under
        else wanted_value
    )
    if isinstance(a, Text):
        return a
    return b if isinstance(b, Text) else (a, b)


def _choose_reading(
    value: TargetValue, other: OtherMeaning, beside: TargetValue, is_text: bool
) -> TargetValue | Text:
    """Return a value in the reading that the one beside it bears out, or that it has two."""
    if value.number is None or beside.number is None:
        return value
    grouped = abs(value.number) > abs(other.number)
    meant = _has_thousands(other.sign, beside.text) if is_text else None
    if meant is not None:
        return value if meant is grouped else value._replace(number=other.number)
    large = other.sign == "," and not grouped and abs(beside.number) >= _THOUSAND
    if large or _is_nearer(other.number, value.number, beside.number):
        return _say_two_readings(value, True, sorted((value.number, other.number)))
    return value


def _has_thousands(sign: str, text: str) -> bool | None:
    """Tell whether a sign parts thousands in a text, not a fraction; None where it does not say."""
    found = _SEPARATED.search(text)
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


def _is_nearer(other: Decimal, number: Decimal, beside: Decimal) -> bool:
    """Tell whether another reading of a number is nearer to what stands beside it, by factors."""
    if not number or not beside:
        return False
    first, second = (
        max(one, abs(beside)) / min(one, abs(beside)) for one in (abs(other), abs(number))
    )
    return first < second


def _say_two_readings(
    value: TargetValue, is_text: bool, readings: Sequence[Decimal], tail: str = ""
) -> Text:
    """Return the sentence that a value can be read in two ways."""
    a, b = (_write_number(number) + Text(tail, tail) for number in readings)
    cell = cut_short(value.text, 60)
    cells = Text(f"“{cell}”", f"“{cell}”") if is_text else _write_number(value.number or Decimal())
    return Text(
        f"{cells.id} dapat dibaca {a.id} atau {b.id}: isikan realisasi dan target sebagai angka "
        "dengan format yang sama.",
        f"{cells.en} can be read as {a.en} or {b.en}: put in both as numbers in one format.",
    )


def _write_number(number: Decimal) -> Text:
    return Text(write_number(number), write_number(number, english=True))
