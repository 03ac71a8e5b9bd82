"""KOD004: a code is written otherwise than most of its table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from selaras.rule import Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table
from selaras.values.kode_reading import read_kode

#: The parts of a code that may have a zero in front: bidang, program, kegiatan. The last one, sub
#: kegiatan, is told by its digits.
_BIDANG, _PROGRAM, _KEGIATAN, _SUB = 1, 2, 4, 5
_ZEROS = Text("nol di depan", "its leading zeros")
#: What a spelling may differ in, and what a message calls it.
_TRAITS: dict[str | int, Text] = {
    "separator": Text("pemisah", "its separator"),
    _BIDANG: _ZEROS,
    _PROGRAM: _ZEROS,
    _KEGIATAN: _ZEROS,
    _SUB: Text("jumlah angka sub kegiatan", "the digits of the sub kegiatan"),
    "end": Text("titik di akhir", "its final dot"),
}
#: What most of the table does must be clear: this share of the codes that show the trait.
MAJORITY = 0.6
_SEPARATOR = re.compile(r"[ .\-]+")

#: How a code is written, by trait: the separator, whether a part below ten has its zero, the digits
#: of the sub kegiatan, whether a dot ends it. What the code does not show is left out.
Style = dict[str | int, str | int | bool]


@table_rule(
    "KOD004",
    "gaya",
    Severity.WARNING,
    reads="codes",
    needs=("kode",),
    basis="kode",
    english="""Codes of one table are written alike: leading zeros, digits, separator.

    Why: mixed spellings come from copying between sources and break look-ups (VLOOKUP) and sorting.
    Selaras compares codes by their numbers, so it is a blemish and no error.

    Fix: write the code like the others of the table; the finding says how.
    """,
)
def check_kode_style(table: Table) -> Findings:
    """Kode dalam satu tabel ditulis seragam: nol di depan, jumlah angka, pemisah.

    Mengapa: cara menulis yang bercampur datang dari salinan berbagai sumber dan merusak pencarian
    (VLOOKUP) serta pengurutan. Selaras membandingkan kode menurut angkanya, jadi ini cacat, bukan
    kesalahan isi.

    Perbaikan: tulis kode seperti kode lain di tabel itu; temuan menyebutkan caranya.
    """
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
        if off:
            yield from _find_odd_spelling(row, one, usual, off)


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
    style: Style

    @classmethod
    def read(cls, row: Row) -> _Written:
        """Return how the code of a row is written."""
        assert row.reading is not None
        assert row.kode is not None
        written_style = row.reading.style
        style: Style = {"end": written_style.has_final_dot}
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


def _find_usual(styles: Sequence[Style]) -> Style:
    """Return how most codes of the table are written, in each trait in which they differ.

    Each part has its own way: bidang without a zero and programs with one are one style. A trait
    that no way of writing clearly leads is left out.
    """
    usual: Style = {}
    for trait in _TRAITS:
        seen = Counter(style[trait] for style in styles if trait in style)
        if len(seen) > 1:
            (common, count), *_ = seen.most_common(1)
            if count >= MAJORITY * seen.total():
                usual[trait] = common
    return usual


def _find_odd_spelling(row: Row, written: _Written, usual: Style, off: list[str | int]) -> Findings:
    """Yield the finding; none where the code cannot be written as the others are."""
    assert row.reading is not None
    proper = _respell(row, written, {**written.style, **usual})
    read = read_kode(proper)
    if read is None or read.kode != row.kode or read.fault is not None:
        return
    text = row.reading.text
    names = list(dict.fromkeys(_TRAITS[trait] for trait in off))
    label = Text(", ".join(t.id for t in names), ", ".join(t.en for t in names))
    yield row.build_finding(
        "kode",
        Text(
            f"Kode {text} tidak seragam dengan kode lain di tabel ini: beda {label.id}.",
            f"The code {text} is not written like the others of this table: see {label.en}.",
        ),
        advice=Text(f"Tulis {proper}.", f"Write {proper}."),
        expected=proper,
        fix=row.fix_kode(proper, safe=True),
    )


def _respell(row: Row, written: _Written, style: Style) -> str:
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


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|3\n2.17.02|Q|3\n2.17.12|R|3"),
    # Two editions half and half: neither is the odd one.
    Silent("kode|nama|pagu\n2.17.01.2.01.01|P|3\n2.17.01.2.01.0002|Q|3"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.02|Q|3\n2.17.3|R|3", "A4 expected=2.17.03 actual=2.17.3"
    ),
    # One style for each level; X.XX has letters in place of its bidang.
    Silent(
        "kode|nama|pagu\nX.XX.01|P|3\nX.XX.01.2.01|A|3\n1.3.02|Q|3\n1.3.02.2.01|B|3\n1.3.03|R|3"
    ),
    Speaks(
        "kode|nama|pagu\nX.XX.1|P|3\n1.3.02|Q|3\n1.3.03|R|3\n1.3.04|S|3",
        "A2 expected=X.XX.01 actual=X.XX.1",
    ),
)
