"""Sums that stand below what they sum: "Jumlah Program X", "Sub Jumlah", "Jumlah 2.17.01 X".

They belong to the row that they name. Where that row has no amount of its own, theirs is its
amount; where it has one, both must agree (`reckon.sums.check_sums_below`). Those that name no
row are linked once the tree stands (`nameless_sums`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selaras.model.row import Row, RowKind
from selaras.values.fold import fold
from selaras.values.kode_reading import Kode, Level, read_leading_kode
from selaras.values.lazy_regex import LazyPattern

_SUM_START = LazyPattern(
    r"\W*(?:(?:sub\W*)?(?:jumlah|total)|jml|subtotal)\b[\s:.\-–]*(.*)", re.IGNORECASE | re.DOTALL
)
_LEVELS = {
    "sub kegiatan ": Level.SUB_KEGIATAN,
    "kegiatan ": Level.KEGIATAN,
    "program ": Level.PROGRAM,
    "bidang urusan ": Level.BIDANG_URUSAN,
    "urusan ": Level.URUSAN,
}
_LEVEL_STARTS = tuple(_LEVELS)
#: Names that are cut short, or end in another word, are the same from this length on.
LONG_ENOUGH = 24


def read_summed_name(text: str) -> str | None:
    """Return what a label says that it sums: "Program X", or "" for "Sub Jumlah"; None for others.

    A row of the hierarchy may be named so as well: whether it is one, the rows above tell.
    """
    found = _SUM_START.fullmatch(text) if text[:1] in "JjSsTt( " else None
    return " ".join(found[1].split()).strip(" ()") if found else None


def find_summed_row(
    rows: Sequence[Row], name: str, kode: Kode | None, *, has_kodes: bool
) -> Row | None:
    """Return the row above that a sum below names by its code or its name; None for none.

    A kegiatan and its sub kegiatan may bear one name: the level that the sum names chooses, else
    what stands below them. Of several it is the nearest, and one whose name is the same to the
    word. Where rows carry no codes, one that fills in nothing but its name may be meant, too.
    """
    split = read_leading_kode(name)
    if split is not None and kode is None:
        kode, name = split[0].kode, split[1]
    own = fold(name)
    if kode is None and not _drop_level(own):
        return None
    level = _read_named_level(own)
    loosely: Row | None = None
    unfit: Row | None = None
    below: Row | None = None
    for row in reversed(rows):
        if row.kind is not RowKind.MAIN and (has_kodes or not _is_level_line(row)):
            continue
        if kode is not None:
            if row.kode == kode:
                return row
            continue
        if unfit is not None and _is_outside(row, unfit):
            break
        other = fold(row.name)
        # A program and its kegiatan may bear one name, but for the level before it.
        same = own == other
        if same or (loosely is None and _is_same_name(own, other)):
            if not _can_be_summed(row, level, below):
                unfit = unfit or row
            elif same:
                return row
            else:
                loosely = row
        below = row
    return loosely or unfit


def _read_named_level(folded: str) -> Level | None:
    """Return the level that a folded name begins with."""
    return next((level for word, level in _LEVELS.items() if folded.startswith(word)), None)


def _can_be_summed(row: Row, level: Level | None, below: Row | None) -> bool:
    """Tell whether a row may be summed below: it is of the level named, or has rows below it."""
    if row.level is None:
        return True
    if level is not None:
        return row.level is level
    if row.rincian or row.level is not Level.SUB_KEGIATAN:
        return True
    return below is not None and below.level is not None and below.level > row.level


def _is_outside(row: Row, found: Row) -> bool:
    """Tell whether a row stands neither above nor beside another in the tree."""
    if row.kode is None or found.kode is None:
        return True
    return row.kode.parts[:3] != found.kode.parts[:3]


def _is_level_line(row: Row) -> bool:
    """Tell whether a line that fills in its name only names a program or what is below one."""
    return row.kind is RowKind.HEADING and fold(row.name).startswith(_LEVEL_STARTS)


def _drop_level(folded: str) -> str:
    """Return a folded name without the level before it: "program x" is "x"."""
    for level in _LEVELS:
        if folded.startswith(level):
            return folded.removeprefix(level)
    return folded


def _is_same_name(one: str, other: str) -> bool:
    """Tell whether folded names are one, where one is cut short or only one names the level."""
    plain, bare = _drop_level(one), _drop_level(other)
    if one != plain and other != bare and one[:4] != other[:4]:
        return False
    short, long = sorted((plain, bare), key=len)
    return short == long or (len(short) >= LONG_ENOUGH and long.startswith(short))


def link_sum(row: Row, summed_row: Row) -> None:
    """Make a row the sum of one above it, which has its amounts from there where it has none."""
    row.kind = RowKind.SUM_BELOW
    row.parent = summed_row
    summed_row.kind = RowKind.MAIN
    summed_row.continuations = [*summed_row.continuations, row]
