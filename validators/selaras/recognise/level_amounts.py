"""Amounts of each level in a column of their own: "Pagu Program | Pagu Kegiatan | Pagu Sub".

They are one column of the table that lies in several of the sheet: each row fills the one of its
level.
"""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.book import Sheet
from selaras.model.table import Table
from selaras.recognise.heads import Blok, Kepala
from selaras.recognise.split_amounts import beruang
from selaras.recognise.traits import kosong
from selaras.recognise.words import TAK_MENENTUKAN, UANG, himpunan
from selaras.tables import Isi
from selaras.values.kode_reading import Tingkat

#: Fewer rows tell nothing.
FEWEST = 3
#: Such a share of the rows fills one of the columns only; a total may fill all.
SHARE = 0.9

_LEVELS = {
    himpunan("program"): Tingkat.PROGRAM,
    himpunan("kegiatan"): Tingkat.KEGIATAN,
    himpunan("sub kegiatan"): Tingkat.SUB_KEGIATAN,
    himpunan("sub"): Tingkat.SUB_KEGIATAN,
}


def join_level_amounts(table: Table, block: Blok, data: Sequence[int]) -> None:
    """Make one column of those that hold the amounts of one level each."""
    taken = {number: key for key, column in table.columns.items() for number in (*column.columns,)}
    for key, column in table.columns.items():
        if column.spec.isi is not Isi.UANG or len(column.columns) > 1:
            continue
        own = next((head for head in block.columns if head.column == column.first), None)
        if own is None or _level(own) is None:
            continue
        by_level = {
            level: head.column
            for head in block.columns
            if head.upper == own.upper
            and taken.get(head.column, key) == key
            and (level := _level(head)) is not None
            and beruang(table.sheet, head.column, data)
        }
        numbers = sorted(by_level.values())
        if len(numbers) > 1 and _are_apart(table.sheet, numbers, data):
            column.columns = tuple(numbers)
            column.by_level = by_level
            taken.update(dict.fromkeys(numbers, key))


def _level(head: Kepala) -> Tingkat | None:
    """Return the level whose amounts a head says to stand below it."""
    return _LEVELS.get(head.leaf - UANG - TAK_MENENTUKAN - {"rp"})


def _are_apart(sheet: Sheet, columns: Sequence[int], data: Sequence[int]) -> bool:
    """Tell whether rows fill one of these columns each, and not always the same."""
    filled = [[n for n in columns if not kosong(sheet.grid.value(row, n))] for row in data]
    alone = [tuple(one) for one in filled if len(one) == 1]
    told = sum(map(bool, filled))
    return len(alone) >= max(FEWEST, SHARE * told) and len(set(alone)) > 1
