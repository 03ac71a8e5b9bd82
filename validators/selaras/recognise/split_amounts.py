"""Columns that split the amount of a plan by fund source: "Sumber Dana: APBD | DAK | DID"."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.book import Sheet
from selaras.model.table import Table, TableColumn
from selaras.recognise.heads import Blok, Kepala
from selaras.recognise.words import frasa, himpunan
from selaras.tables import RENCANA, Kolom
from selaras.tables.shared import MAJU, pecahan
from selaras.values.fold import lipat
from selaras.values.sumber_dana import SumberDana, nama_di_kepala

_JUMLAH = himpunan("jumlah total")
#: Fewer columns split nothing.
PALING_SEDIKIT = 2
#: Rows that are looked at to see whether a column holds amounts.
CONTOH = 80


def tambah_pecahan(table: Table, block: Blok, data: Sequence[int], sumber: SumberDana) -> None:
    """Give a plan table its columns of one fund source each, where it has at least two.

    A column among them that was taken for the fund source itself is none; where the amount was
    looked for among them, the column "Jumlah" of the same group is the amount, or else their sum.
    """
    if table.name not in RENCANA or "pagu" not in table.columns:
        return
    taken = {
        number
        for key, column in table.columns.items()
        if key not in ("pagu", "sumber_dana")
        for number in column.columns
    }
    found: dict[int, tuple[Kepala, str]] = {}
    for head in block.columns:
        name = _sumber(head, sumber)
        if name and head.column not in taken and beruang(table.sheet, head.column, data):
            found[head.column] = (head, name)
    if len(found) < PALING_SEDIKIT:
        return
    summed = not _pagu_tersendiri(table, block, found)
    if summed and not _add_up(table, block, found, data):
        return
    source = table.columns.get("sumber_dana")
    if source is not None and source.first in found:
        del table.columns["sumber_dana"]
    for head, name in found.values():
        spec = pecahan(name)
        if spec.key not in table.columns:
            tambah_kolom(table, spec, head)
    if summed:
        pagu = table.columns["pagu"]
        parts = table.kolom_pecahan
        pagu.parts = tuple(column.key for column in parts)
        pagu.columns = tuple(column.first for column in parts)


def tambah_kolom(table: Table, spec: Kolom, head: Kepala) -> None:
    """Give a plan table a further column of amounts, in the year and the unit of its amount."""
    pagu = table.columns["pagu"]
    made = TableColumn(spec, (head.column,), head.position, pagu.tahun)
    made.skala, made.satuan_tertulis, made.inggris = pagu.skala, pagu.satuan_tertulis, pagu.inggris
    table.columns[spec.key] = made


def _sumber(head: Kepala, sumber: SumberDana) -> str | None:
    """Return the fund source that a head names and nothing else; None for other heads."""
    if any(frasa(phrase) <= head.semua for phrase in MAJU):
        return None
    return nama_di_kepala(head.teks.rpartition(" | ")[2], sumber)


def beruang(sheet: Sheet, column: int, data: Sequence[int]) -> bool:
    """Tell whether a column holds amounts, and no words."""
    values = [sheet.grid.value(row, column) for row in data[:CONTOH]]
    filled = [value for value in values if value is not None]
    amounts = [
        value
        for value in filled
        if (isinstance(value, float | int) and not isinstance(value, bool))
        or (isinstance(value, str) and not any(c.isalpha() for c in lipat(value).replace("rp", "")))
    ]
    return bool(filled) and len(amounts) == len(filled)


def _pagu_tersendiri(table: Table, block: Blok, found: dict[int, tuple[Kepala, str]]) -> bool:
    """Tell whether the amount has a column of its own; move it to the group's "Jumlah" if need be.

    "Pagu Indikatif: APBD | DAK | Jumlah" reads as three amounts: the last is the plan's.
    """
    pagu = table.columns["pagu"]
    if pagu.first not in found:
        return True
    group = found[pagu.first][0].upper
    for head in block.columns:
        if head.leaf and head.leaf <= _JUMLAH and head.upper == group:
            pagu.columns = (head.column,)
            pagu.head = head.position
            return True
    return False


def _add_up(
    table: Table, block: Blok, found: dict[int, tuple[Kepala, str]], data: Sequence[int]
) -> bool:
    """Tell whether the amount is the sum of the columns of fund sources: they stand in one group,
    each for a source of its own, and no other column that nothing took holds amounts."""
    if len({head.upper for head, _ in found.values()}) > 1:
        return False
    if len({name for _, name in found.values()}) < len(found):
        return False
    taken = {number for column in table.columns.values() for number in column.columns}
    left = (head.column for head in block.columns if head.column not in taken | found.keys())
    return not any(beruang(table.sheet, column, data) for column in left)
