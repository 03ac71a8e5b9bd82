"""How codes are written: leading zeros, digits, separator, and the rows that write otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.kode_reading import read_kode
from selaras.values.text import Text

#: The parts of a code that may have a zero in front: bidang, program, kegiatan. The last one, sub
#: kegiatan, is told by its digits.
_BIDANG, _PROGRAM, _KEGIATAN, _SUB = 1, 2, 4, 5
_ZEROS = Text("nol di depan", "its leading zeros")
#: What a spelling may differ in, and what a message calls it.
TRAITS: dict[str | int, Text] = {
    "separator": Text("pemisah", "its separator"),
    _BIDANG: _ZEROS,
    _PROGRAM: _ZEROS,
    _KEGIATAN: _ZEROS,
    _SUB: Text("jumlah angka sub kegiatan", "the digits of the sub kegiatan"),
    "end": Text("titik di akhir", "its final dot"),
}
_SEPARATOR = re.compile(r"[ .\-]+")


#: How a code is written, by trait: the separator, whether a part below ten has its zero, the digits
#: of the sub kegiatan, whether a dot ends it. What the code does not show is left out.
KodeSpelling = dict[str | int, str | int | bool]


#: What most of the table does must be clear: this share of the codes that show the trait.
MAJORITY = 0.6


def _may_differ(rows: Sequence[Row]) -> bool:
    """Tell whether any two codes may be written differently; nearly no table has such."""
    styles = {row.reading.style for row in rows if row.reading is not None}
    if any(style.is_padded is False for style in styles):
        return True  # one part without its zero hides how the others are written
    return any(
        len(values) > 1
        for values in (
            {style.separators for style in styles if style.separators},
            {str(style.digit_sub) for style in styles if style.digit_sub},
            {str(style.has_final_dot) for style in styles},
        )
    )


class _Written(NamedTuple):
    """The parts of a code as its cells show them; () where they do not."""

    parts: tuple[str, ...]
    style: KodeSpelling

    @classmethod
    def read(cls, row: Row) -> _Written:
        """Return how the code of a row is written."""
        assert row.reading is not None
        assert row.kode is not None
        written_style = row.reading.style
        style: KodeSpelling = {"end": written_style.has_final_dot}
        if written_style.separators:
            style["separator"] = written_style.separators
        if written_style.digit_sub:
            style[_SUB] = written_style.digit_sub
        parts = _split_parts(row)
        if len(parts) != len(row.kode.parts):
            return cls((), style)
        for place in (_BIDANG, _PROGRAM, _KEGIATAN):
            part = parts[place] if place < len(parts) else ""
            if part.isdigit() and int(part) < 10:
                style[place] = len(part) > 1
        return cls(parts, style)


def _split_parts(row: Row) -> tuple[str, ...]:
    """Return the parts of a code as text; a number cell hides the zeros of its part: ""."""
    assert row.reading is not None
    if row.reading.style.cell_count == 1:
        return tuple(part for part in _SEPARATOR.split(row.reading.text.strip(" '`")) if part)
    parts: list[str] = []
    for column in row.table.columns["kode"].columns:
        value = row.table.sheet.value(row.row, column)
        if isinstance(value, str):
            parts += [part for part in _SEPARATOR.split(value.strip(" '`")) if part]
        elif value is not None:
            parts.append("")
    return tuple(parts)


def _find_usual(styles: Sequence[KodeSpelling]) -> KodeSpelling:
    """Return how most codes of the table are written, in each trait in which they differ.

    Each part has its own way: bidang without a zero and programs with one are one style. A trait
    that no way of writing clearly leads is left out.
    """
    usual: KodeSpelling = {}
    for trait in TRAITS:
        seen = Counter(style[trait] for style in styles if trait in style)
        if len(seen) > 1:
            (common, count), *_ = seen.most_common(1)
            if count >= MAJORITY * seen.total():
                usual[trait] = common
    return usual


def _respell(row: Row, written: _Written, style: KodeSpelling) -> str:
    """Return the code in a style; the letters of X.XX stay as they are written."""
    assert row.kode is not None
    parts: list[str] = []
    for place, number in enumerate(row.kode.parts):
        own = written.parts[place] if written.parts else ""
        if not number:
            parts.append(own or "X" * (place + 1))
        elif place in (_BIDANG, _PROGRAM, _KEGIATAN):
            parts.append(f"{number:02d}" if style.get(place, True) else str(number))
        elif place == _SUB:
            parts.append(f"{number:0{style.get(_SUB, 2)}d}")
        else:
            parts.append(str(number))
    separator = str(style.get("separator", "."))
    return (separator if len(separator) == 1 else ".").join(parts)


class OddSpelling(NamedTuple):
    """A code that is not written as most of its table, how it would be, and what differs."""

    row: Row
    text: str
    proper: str
    traits: Sequence[str | int]


def find_odd_spellings(table: Table) -> Iterator[OddSpelling]:
    """Yield the codes that are written otherwise; none that cannot be written as the others are."""
    rows = [
        row
        for row in table.main_rows
        if row.reading is not None and row.kode is not None and row.reading.fault is None
    ]
    if not _may_differ(rows):
        return
    written = [_Written.read(row) for row in rows]
    usual = _find_usual([one.style for one in written])
    for row, one in zip(rows, written, strict=True):
        off = [trait for trait, common in usual.items() if one.style.get(trait, common) != common]
        if not off or row.reading is None:
            continue
        proper = _respell(row, one, {**one.style, **usual})
        read = read_kode(proper)
        if read is not None and read.kode == row.kode and read.fault is None:
            yield OddSpelling(row, row.reading.text, proper, off)
