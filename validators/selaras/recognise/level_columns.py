"""The columns of a flat list that say, in every row, what stands above it: program, kegiatan ...

A list has one row a sub kegiatan and no row of a program; "Kode Program" and "Nama Program" stand
in columns of their own. They say nothing of the row itself: the head is read without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.model.book import Sheet
from selaras.model.levels import LevelColumn
from selaras.recognise.heads import ColumnHead, HeadBlock
from selaras.recognise.traits import is_blank_value, is_total_label
from selaras.recognise.words import LEVEL_WORDS, NAMING_WORDS, RELATIVE_YEARS, split_words
from selaras.values.kode_reading import Level, read_kode

#: Rows that are looked at.
LEVEL_SAMPLE = 200
#: A row of data has at least so many cells; a title line or a note has fewer.
FEWEST_ROW_CELLS = 3
#: Such a share of the rows that name a level must be rows of the lowest one.
LOWEST_LEVEL_SHARE = 0.8

_CODE = split_words("kode rekening nomor")
#: Words of a head that do not tell the level.
_FILLING = _CODE | NAMING_WORDS | split_words("pemerintahan")
_WORDS: dict[frozenset[str], Level | None] = {
    split_words("urusan"): Level.URUSAN,
    split_words("bidang"): Level.BIDANG_URUSAN,
    split_words("bidang urusan"): Level.BIDANG_URUSAN,
    split_words("program"): Level.PROGRAM,
    split_words("kegiatan"): Level.KEGIATAN,
    split_words("sub kegiatan"): Level.SUB_KEGIATAN,
    # Whose row it is: no level of the plan, and no column of its own tables either.
    split_words("perangkat daerah"): None,
    split_words("sub perangkat daerah"): None,
    split_words("sub unit"): None,
    split_words("unit"): None,
}


class _Said(NamedTuple):
    """A head over the codes or the names of one level."""

    head: ColumnHead
    level: Level | None
    coded: bool


def part_level_columns(sheet: Sheet, block: HeadBlock, rows: Sequence[int]) -> HeadBlock:
    """Return a head with its columns of upper levels set aside; itself where it has none."""
    said = [one for head in block.columns if (one := _read(head)) is not None]
    levels = {one.level for one in said if one.level is not None}
    if not levels:
        return block
    lowest = max(levels)
    plain = [head for head in block.columns if _is_plain(head)]
    # "Kode" beside "Program" is the code of the program, and "Program" the name of each row.
    if any(head.leaf & NAMING_WORDS for head in plain) and lowest is not Level.SUB_KEGIATAN:
        own = plain  # "Kode" and "Uraian" beside "Kode Program" and "Nama Program"
        upper = said
    else:
        own = [one.head for one in said if one.level is lowest] or plain
        upper = [one for one in said if one.level is not lowest]
    upper = [one for one in upper if one.head not in own]
    if not any(one.level is not None for one in upper) or not own:
        return block
    if not _is_flat(sheet, rows[:LEVEL_SAMPLE], [head.column for head in own], upper):
        return block
    aside = tuple(one.head for one in upper)
    rest = tuple(head for head in block.columns if head not in aside)
    return block._replace(columns=rest, levels=_pair(upper), aside=aside)


def _read(head: ColumnHead) -> _Said | None:
    """Return the level that a head names, and nothing else; None for other heads."""
    leaf, upper = head.leaf - RELATIVE_YEARS, head.upper - RELATIVE_YEARS
    coded = not leaf.isdisjoint(_CODE)
    words = leaf - _FILLING
    if not words:
        words = upper - _FILLING  # "Program" over "Kode" and "Uraian"
    elif not upper <= LEVEL_WORDS | NAMING_WORDS:
        return None
    if words not in _WORDS:
        return None
    return _Said(head, _WORDS[words], coded)


def _is_plain(head: ColumnHead) -> bool:
    """Tell whether a head says that it stands over codes or names, and not of which level."""
    return bool(head.leaf) and head.all_words <= _FILLING


def _is_flat(sheet: Sheet, rows: Sequence[int], own: Sequence[int], upper: Sequence[_Said]) -> bool:
    """Tell whether rows that name upper levels are rows of the lowest one.

    Where names step to the right, each row names its own level only; where a code is split over
    columns, none of them holds a whole one.
    """
    named = held = 0
    whole = {one.head.column: 0 for one in upper if one.coded and one.level}
    parts = dict(whole)
    for row in rows:
        if len(list(sheet.grid.row(row))) < FEWEST_ROW_CELLS:
            continue
        values = {one.head.column: sheet.value(row, one.head.column) for one in upper}
        filled = {column: value for column, value in values.items() if not is_blank_value(value)}
        if not filled or any(isinstance(v, str) and is_total_label(v) for v in filled.values()):
            continue
        named += 1
        held += any(not is_blank_value(sheet.value(row, column)) for column in own)
        for one in upper:
            column = one.head.column
            if column in whole and column in filled:
                read = read_kode(filled[column])
                kode = read.kode if read is not None else None
                fits = kode is not None and kode.level is one.level
                (whole if fits else parts)[column] += 1
    if not named or held < LOWEST_LEVEL_SHARE * named:
        return False
    return all(parts[column] <= whole[column] for column in whole)


def _pair(said: Sequence[_Said]) -> tuple[LevelColumn, ...]:
    """Return the columns of each level, from the top down, its codes and its names together."""
    found: dict[Level, LevelColumn] = {}
    for one in said:
        if one.level is None:
            continue
        known = found.get(one.level, LevelColumn(one.level))
        if one.coded and known.kode is None:
            known = known._replace(kode=one.head.column)
        elif not one.coded and known.name is None:
            known = known._replace(name=one.head.column)
        found[one.level] = known
    return tuple(found[level] for level in sorted(found))
