"""The columns of a flat list that say, in every row, what stands above it: program, kegiatan ...

A list has one row a sub kegiatan and no row of a program; "Kode Program" and "Nama Program" stand
in columns of their own. They say nothing of the row itself: the head is read without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.model.book import Sheet
from selaras.model.levels import LevelColumn
from selaras.recognise.heads import Blok, Kepala
from selaras.recognise.traits import kosong, teks_total
from selaras.recognise.words import JENJANG, PENAMA, RELATIF, himpunan
from selaras.values.kode_reading import Tingkat, baca_kode

#: Rows that are looked at.
SAMPLE = 200
#: A row of data has at least so many cells; a title line or a note has fewer.
FEWEST = 3
#: Such a share of the rows that name a level must be rows of the lowest one.
SHARE = 0.8

_CODE = himpunan("kode rekening nomor")
#: Words of a head that do not tell the level.
_FILLING = _CODE | PENAMA | himpunan("pemerintahan")
_WORDS: dict[frozenset[str], Tingkat | None] = {
    himpunan("urusan"): Tingkat.URUSAN,
    himpunan("bidang"): Tingkat.BIDANG_URUSAN,
    himpunan("bidang urusan"): Tingkat.BIDANG_URUSAN,
    himpunan("program"): Tingkat.PROGRAM,
    himpunan("kegiatan"): Tingkat.KEGIATAN,
    himpunan("sub kegiatan"): Tingkat.SUB_KEGIATAN,
    # Whose row it is: no level of the plan, and no column of its own tables either.
    himpunan("perangkat daerah"): None,
    himpunan("sub perangkat daerah"): None,
    himpunan("sub unit"): None,
    himpunan("unit"): None,
}


class _Said(NamedTuple):
    """A head over the codes or the names of one level."""

    head: Kepala
    tingkat: Tingkat | None
    coded: bool


def part_level_columns(sheet: Sheet, block: Blok, rows: Sequence[int]) -> Blok:
    """Return a head with its columns of upper levels set aside; itself where it has none."""
    said = [one for head in block.columns if (one := _read(head)) is not None]
    levels = {one.tingkat for one in said if one.tingkat is not None}
    if not levels:
        return block
    lowest = max(levels)
    plain = [head for head in block.columns if _is_plain(head)]
    # "Kode" beside "Program" is the code of the program, and "Program" the name of each row.
    if any(head.leaf & PENAMA for head in plain) and lowest is not Tingkat.SUB_KEGIATAN:
        own = plain  # "Kode" and "Uraian" beside "Kode Program" and "Nama Program"
        upper = said
    else:
        own = [one.head for one in said if one.tingkat is lowest] or plain
        upper = [one for one in said if one.tingkat is not lowest]
    upper = [one for one in upper if one.head not in own]
    if not any(one.tingkat is not None for one in upper) or not own:
        return block
    if not _is_flat(sheet, rows[:SAMPLE], [head.column for head in own], upper):
        return block
    aside = tuple(one.head for one in upper)
    rest = tuple(head for head in block.columns if head not in aside)
    return block._replace(columns=rest, levels=_pair(upper), aside=aside)


def _read(head: Kepala) -> _Said | None:
    """Return the level that a head names, and nothing else; None for other heads."""
    leaf, upper = head.leaf - RELATIF, head.upper - RELATIF
    coded = not leaf.isdisjoint(_CODE)
    words = leaf - _FILLING
    if not words:
        words = upper - _FILLING  # "Program" over "Kode" and "Uraian"
    elif not upper <= JENJANG | PENAMA:
        return None
    if words not in _WORDS:
        return None
    return _Said(head, _WORDS[words], coded)


def _is_plain(head: Kepala) -> bool:
    """Tell whether a head says that it stands over codes or names, and not of which level."""
    return bool(head.leaf) and head.semua <= _FILLING


def _is_flat(sheet: Sheet, rows: Sequence[int], own: Sequence[int], upper: Sequence[_Said]) -> bool:
    """Tell whether rows that name upper levels are rows of the lowest one.

    Where names step to the right, each row names its own level only; where a code is split over
    columns, none of them holds a whole one.
    """
    named = held = 0
    whole = {one.head.column: 0 for one in upper if one.coded and one.tingkat}
    parts = dict(whole)
    for row in rows:
        if len(list(sheet.grid.row(row))) < FEWEST:
            continue
        values = {one.head.column: sheet.value(row, one.head.column) for one in upper}
        filled = {column: value for column, value in values.items() if not kosong(value)}
        if not filled or any(isinstance(v, str) and teks_total(v) for v in filled.values()):
            continue
        named += 1
        held += any(not kosong(sheet.value(row, column)) for column in own)
        for one in upper:
            column = one.head.column
            if column in whole and column in filled:
                read = baca_kode(filled[column])
                kode = read.kode if read is not None else None
                fits = kode is not None and kode.tingkat is one.tingkat
                (whole if fits else parts)[column] += 1
    if not named or held < SHARE * named:
        return False
    return all(parts[column] <= whole[column] for column in whole)


def _pair(said: Sequence[_Said]) -> tuple[LevelColumn, ...]:
    """Return the columns of each level, from the top down, its codes and its names together."""
    found: dict[Tingkat, LevelColumn] = {}
    for one in said:
        if one.tingkat is None:
            continue
        known = found.get(one.tingkat, LevelColumn(one.tingkat))
        if one.coded and known.kode is None:
            known = known._replace(kode=one.head.column)
        elif not one.coded and known.nama is None:
            known = known._replace(nama=one.head.column)
        found[one.tingkat] = known
    return tuple(found[tingkat] for tingkat in sorted(found))
